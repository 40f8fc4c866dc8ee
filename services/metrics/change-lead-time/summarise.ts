import { clusteredSize, durationSummary } from '../durations.js'
import type { AggregateRow, Summary, SummaryContext } from '../measure.js'
import { countOf, numberOf, share } from '../numbers.js'

export const durations = 'median_interpolated'

export function summarise(row: AggregateRow, { options }: SummaryContext): Summary {
  const n = countOf(row, 'n')
  const mean = (name: string) => (n === 0 ? null : (numberOf(row, name) ?? 0) / n / 1000)
  const missing = ['no_commit_time', 'no_pull_request', 'unknown_changes'].reduce((sum, reason) => sum + countOf(row, `excluded_${reason}`), 0)
  const { stats, ...summary } = durationSummary(row, { measure: { durations }, options, n, effectiveN: clusteredSize(row, n) })
  return {
    ...summary,
    n,
    coverage: share(n, n + missing),
    stats: {
      ...stats,
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
