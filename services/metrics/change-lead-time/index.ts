import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, records, rolledUp } from './query.js'
import { durations, summarise } from './summarise.js'

export const changeLeadTime: Measure = { definition, records, rolledUp, aggregates, durations, summarise, byDay: true }
