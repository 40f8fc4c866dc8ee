import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, lists, records } from './query.js'
import { carry, durations, summarise } from './summarise.js'

export const approvalLeadTime: Measure = { definition, records, aggregates, lists, carry, durations, summarise }
