import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, records } from './query.js'
import { durations, summarise } from './summarise.js'

export const failedDeploymentRecoveryTime: Measure = { definition, records, aggregates, durations, summarise, byDay: true }
