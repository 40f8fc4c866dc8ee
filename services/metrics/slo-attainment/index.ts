import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, BILLIONTHS, records } from './query.js'
import { summarise } from './summarise.js'

export const sloAttainment: Measure = { definition, records, recordUnits: BILLIONTHS, isLive: true, aggregates, summarise }
