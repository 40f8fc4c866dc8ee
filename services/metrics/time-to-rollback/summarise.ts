import { durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share, toSeconds } from '../numbers.js'
import { longestWanted } from './query.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const automated = countOf(row, 'automated')
  const { stats, ...summary } = durationSummary(row, { measure: { durations }, options, n })
  return {
    ...summary,
    n,
    coverage: share(countOf(row, 'told'), n),
    stats: {
      ...stats,
      automated,
      manual: n - automated,
      automatedMedian: automated === 0 ? null : toSeconds(numberOf(row, 'automated_median')),
      manualMedian: n === automated ? null : toSeconds(numberOf(row, 'manual_median')),
      withinTarget: longestWanted(options) === null ? null : share(countOf(row, 'within_target'), n),
    },
  }
}
