import { clusterRobustMean, type Interval } from '../intervals/intervals.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, share, toSeconds } from '../numbers.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const [median, p90] = n === 0 ? [null, null] : (row.quantiles as number[])
  return {
    value: n === 0 ? null : countOf(row, 'sum') / n / 1000,
    n,
    interval: meanInterval(row, n),
    coverage: share(countOf(row, 'told'), n),
    stats: { median: toSeconds(median ?? null), p90: toSeconds(p90 ?? null), open: countOf(row, 'excluded_open') },
  }
}

function meanInterval(row: AggregateRow, n: number): Interval | null {
  if (n === 0 || row.clusters === undefined) return null
  const whole = (name: string) => BigInt(String(row[name]))
  const robust = clusterRobustMean({
    n: BigInt(n),
    clusters: Number(row.clusters),
    sum: whole('cluster_sum'),
    sumSquares: whole('cluster_sum_squares'),
    sumTimesSize: whole('cluster_sum_times_size'),
    sizeSquares: whole('cluster_size_squares'),
  })
  const interval = robust?.interval
  return interval ? { low: interval.low / 1000, high: interval.high / 1000 } : null
}
