import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, records } from './query.js'
import { summarise } from './summarise.js'

export const changeFailureRate: Measure = { definition, records, aggregates, summarise, byDay: true }
