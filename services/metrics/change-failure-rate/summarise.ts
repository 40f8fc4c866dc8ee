import { wilson } from '../intervals/intervals.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, share } from '../numbers.js'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const failed = countOf(row, 'failed')
  const beside = options.attributionMatch === 'none' && options.failureSignals.includes('incident')
  return {
    value: beside ? share(failed, failed > 0 ? Math.max(n, 1) : n) : share(failed, n),
    n,
    interval: beside ? null : wilson(failed, n),
    coverage: null,
    stats: {
      failed,
      byOutcome: countOf(row, 'by_outcome'),
      byRollback: countOf(row, 'by_rollback'),
      byHotfix: countOf(row, 'by_hotfix'),
      byRevert: countOf(row, 'by_revert'),
      byIncident: countOf(row, 'incidents'),
    },
  }
}
