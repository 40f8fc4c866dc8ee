import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, BILLIONTHS, records } from './query.js'
import { durations, summarise } from './summarise.js'

export const postDeploySliChange: Measure = { definition, records, recordUnits: BILLIONTHS, isLive: true, aggregates, durations, summarise }
