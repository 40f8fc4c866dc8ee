import { wilson } from '../intervals/intervals.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, share } from '../numbers.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const failed = countOf(row, 'failed')
  return {
    value: share(failed, n),
    n,
    interval: wilson(failed, n),
    coverage: null,
    stats: {
      failed,
      byOutcome: countOf(row, 'by_outcome'),
      byRollback: countOf(row, 'by_rollback'),
      byHotfix: countOf(row, 'by_hotfix'),
      byIncident: countOf(row, 'incidents'),
    },
  }
}
