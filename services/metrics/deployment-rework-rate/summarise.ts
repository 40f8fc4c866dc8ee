import { wilson } from '../intervals/intervals.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, share } from '../numbers.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const hotfixes = countOf(row, 'hotfixes')
  return { value: share(hotfixes, n), n, interval: wilson(hotfixes, n), coverage: null, stats: { hotfixes } }
}
