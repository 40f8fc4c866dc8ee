import type { Measure } from '../measure.js'
import { definition } from './definition.js'
import { aggregates, lists, ofLists, records } from './query.js'
import { summarise } from './summarise.js'

export const deploymentFrequency: Measure = { definition, records, aggregates, lists, ofLists, summarise, byDay: true }
