import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, share } from '../numbers.js'

export const durations = 'mean'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const { stats, ...summary } = durationSummary(row, { measure: { durations }, options, n })
  return {
    ...summary,
    n,
    coverage: share(countOf(row, 'told'), n),
    stats: { median: stats.median, mean: stats.mean, p90: stats.p90, open: countOf(row, 'excluded_open') },
  }
}
