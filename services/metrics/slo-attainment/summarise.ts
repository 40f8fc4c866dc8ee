import type { AggregateRow, Summary } from '../measure.js'
import { countOf } from '../numbers.js'
import { BILLIONTHS } from './query.js'

const MILLION = 1e6

export function summarise(row: AggregateRow): Summary {
  const [good, all, allowed] = ['good_sum', 'all_sum', 'allowed_sum'].map((name) => countOf(row, name)) as [number, number, number]
  const burn = allowed === 0 ? null : ((all - good) / allowed) * BILLIONTHS
  return {
    value: all === 0 ? null : good / all,
    n: countOf(row, 'n'),
    interval: null,
    coverage: null,
    stats: {
      budgetLeft: burn === null ? null : 1 - burn,
      burn,
      good: all === 0 ? null : good / MILLION,
      total: all === 0 ? null : all / MILLION,
      objectives: countOf(row, 'objectives'),
    },
  }
}
