import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options, now }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const queue = countOf(row, 'excluded_open')
  const age = (name: string) => (queue === 0 ? null : Math.max(0, now.getTime() - (numberOf(row, name) ?? 0)) / 1000)
  const { stats, ...summary } = durationSummary(row, { measure: { durations }, options, n })
  return {
    ...summary,
    n,
    coverage: share(n, n + countOf(row, 'excluded_no_request')),
    stats: {
      ...stats,
      granted: countOf(row, 'granted'),
      denied: countOf(row, 'denied'),
      automated: countOf(row, 'excluded_automated'),
      queue,
      queueOldest: age('oldest_request'),
      queueMedianAge: age('median_request'),
    },
  }
}
