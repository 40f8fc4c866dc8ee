import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, share } from '../numbers.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const { stats, ...summary } = durationSummary(row, { measure: { durations }, options, n })
  const open = countOf(row, 'excluded_not_recovered')
  return { ...summary, n, coverage: share(n, n + open), stats: { ...stats, byIncident: countOf(row, 'by_incident'), open } }
}
