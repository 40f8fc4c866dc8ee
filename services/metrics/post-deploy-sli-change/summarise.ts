import { clusteredSize, durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'
import { BILLIONTHS } from './query.js'

export const durations = 'median_interpolated'

/** What the summary of durations takes for seconds. */
const RATIO_UNITS = BILLIONTHS / 1000

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const [deployments, regressed] = [countOf(row, 'deployments'), countOf(row, 'regressed_deployments')]
  // Whatever durations are made of in other measures, a change is a median.
  const own = { ...options, aggregate: 'default' as const }
  const { value, interval, stats } = durationSummary(row, { measure: { durations }, options: own, n, effectiveN: clusteredSize(row, n) })
  const ratio = (units: number | null) => (units === null ? null : units / RATIO_UNITS)
  const seconds = (name: string) => (countOf(row, 'latencies') === 0 ? null : (numberOf(row, name) ?? 0) / 1e6)
  return {
    value: ratio(value),
    n,
    interval: interval && { low: interval.low / RATIO_UNITS, high: interval.high / RATIO_UNITS },
    coverage: share(deployments, countOf(row, 'released')),
    stats: {
      p90: ratio(stats.p90),
      deployments,
      regressed,
      regressedShare: share(regressed, deployments),
      latencyP50: seconds('latency_p50'),
      latencyP95: seconds('latency_p95'),
      latencyP99: seconds('latency_p99'),
    },
  }
}
