import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, share } from '../numbers.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const recovery = durationSummary(row, { measure: { durations }, options, n })
  const open = countOf(row, 'excluded_not_recovered')
  return {
    value: recovery.value,
    interval: recovery.interval,
    n,
    coverage: share(n, n + open),
    get stats() {
      return { ...recovery.stats, byIncident: countOf(row, 'by_incident'), open }
    },
  }
}
