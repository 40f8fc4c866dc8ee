import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, share } from '../numbers.js'

export const durations = 'median_interpolated'

/** What waited in the buckets before waits in this one as well. */
export function carry(before: AggregateRow, own: AggregateRow): AggregateRow {
  const [waited, waits] = [requestsOf(before), requestsOf(own)]
  if (waited.length === 0) return own
  const requests = waits.length === 0 ? waited : [...waited, ...waits]
  return { ...own, open_requests: requests, excluded_open: requests.length }
}

export function summarise(row: AggregateRow, { from, options, now }: SummaryContext): Summary {
  const n = countOf(row, 'n')
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
      ...(from > now ? { queue: null, queueOldest: null, queueMedianAge: null } : queueOf(requestsOf(row), now)),
    },
  }
}

function queueOf(requests: readonly number[], now: Date) {
  const [oldest] = requests
  const [lower, upper] = [requests[(requests.length - 1) >> 1], requests[requests.length >> 1]]
  const age = (requested: number) => Math.max(0, now.getTime() - requested) / 1000
  return {
    queue: requests.length,
    queueOldest: oldest === undefined ? null : age(oldest),
    queueMedianAge: lower === undefined || upper === undefined ? null : age((lower + upper) / 2),
  }
}

/** Ascending. */
function requestsOf(row: AggregateRow): number[] {
  return ((row.open_requests ?? []) as unknown[]).map(Number)
}
