import { effectiveSampleSize, orderStatisticLevels, type Interval } from '../intervals/intervals.js'
import { outward, quantileGrid } from '../intervals/quantile-grid.js'
import type { AggregateRow, Summary } from '../measure.js'
import { countOf, numberOf, share, toSeconds } from '../numbers.js'

export function summarise(row: AggregateRow): Summary {
  const n = countOf(row, 'n')
  const at = (level: number) => (n === 0 ? null : toSeconds(quantileAt(row, level)))
  const mean = (name: string) => (n === 0 ? null : (numberOf(row, name) ?? 0) / n / 1000)
  const withoutTime = countOf(row, 'excluded_no_commit_time')
  return {
    value: at(0.5),
    n,
    interval: medianInterval(row, n),
    coverage: share(n, n + withoutTime),
    stats: {
      p75: at(0.75),
      p90: at(0.9),
      p95: at(0.95),
      mean: mean('sum'),
      coding: mean('coding_sum'),
      review: mean('review_sum'),
      mergeWait: mean('merge_wait_sum'),
      build: mean('build_sum'),
      approvalWait: mean('approval_wait_sum'),
      deployWait: mean('deploy_wait_sum'),
      rollout: mean('rollout_sum'),
      deployments: countOf(row, 'deployments'),
    },
  }
}

function medianInterval(row: AggregateRow, n: number): Interval | null {
  const levels = n === 0 ? null : orderStatisticLevels(effectiveSampleSize(n, countOf(row, 'size_squares')), 0.5)
  if (!levels) return null
  const { low, high } = outward(levels)
  return { low: quantileAt(row, low) / 1000, high: quantileAt(row, high) / 1000 }
}

function quantileAt(row: AggregateRow, level: number): number {
  const index = quantileGrid.indexOf(level)
  if (index < 0) throw new Error(`${level} is no level of the grid`)
  return Number((row.quantiles as number[])[index])
}
