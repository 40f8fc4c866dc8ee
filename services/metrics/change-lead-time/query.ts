import { quantileGrid } from '../intervals/quantile-grid.js'
import type { Fragment, RecordsContext } from '../measure.js'
import { DEPLOYMENT_DIMENSIONS, evidenceInstant, recordsOf } from '../records.js'

const STAGES = ['coding', 'review', 'merge_wait', 'build', 'approval_wait', 'deploy_wait', 'rollout'] as const

export function records(context: RecordsContext): Fragment {
  const { leadTimeClock, firstDeployment } = context.options
  return recordsOf({
    from: 'deployed_changes FINAL',
    at: 'anchor',
    columns: [
      "'change' AS record_kind",
      "concat(deployment, ' ', repository, '@', sha) AS record_id",
      "if(title = '', concat(repository, '@', substring(sha, 1, 10)), title) AS record_title",
      'release_id',
      `${firstDeployment === 'include' ? "if(state = 'no_baseline', 'counted', state)" : 'state'} AS record_state`,
      `toNullable(${leadTimeClock === 'authored' ? 'authored_lead_time_ms' : 'lead_time_ms'}) AS value`,
      'deployment AS cluster',
      'cluster_size',
      ...DEPLOYMENT_DIMENSIONS,
      ...STAGES.map((stage) => `${stage}_ms`),
      'sha AS commit',
      'repository',
      `${evidenceInstant('committed_at')} AS committed`,
      'author',
      'deployment',
    ],
    context,
  })
}

export const aggregates = {
  quantiles: `quantilesExactInclusiveIf(${quantileGrid.join(', ')})(assumeNotNull(value), counted)`,
  sum: 'sumIf(assumeNotNull(value), counted)',
  size_squares: 'sumIf(cluster_size, counted)',
  deployments: 'uniqExactIf(cluster, counted)',
  ...Object.fromEntries(STAGES.map((stage) => [`${stage}_sum`, `sumIf(${stage}_ms, counted)`])),
}
