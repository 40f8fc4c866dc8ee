import { quantileGrid } from '../intervals/quantile-grid.js'
import type { Fragment, MetricOptions, RecordsContext } from '../measure.js'
import { DEPLOYMENT_DIMENSIONS, evidenceInstant, recordsOf } from '../records.js'

const STAGES = ['coding', 'review', 'merge_wait', 'build', 'approval_wait', 'deploy_wait', 'rollout'] as const

export function records(context: RecordsContext): Fragment {
  return recordsOf({
    from: 'deployed_changes FINAL',
    at: 'anchor',
    columns: [
      "'change' AS record_kind",
      "concat(deployment, ' ', repository, '@', sha) AS record_id",
      "if(title = '', concat(repository, '@', substring(sha, 1, 10)), title) AS record_title",
      'release_id',
      `${stateSql(context.options)} AS record_state`,
      `toNullable(${valueSql(context.options)}) AS value`,
      // A deployment's id is its own within a service and an environment only.
      'tuple(service, environment, deployment) AS cluster',
      `${clusterSizeSql(context.options)} AS counted_with_it`,
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

function valueSql({ leadTimeClock }: MetricOptions): string {
  return leadTimeClock === 'authored' ? 'authored_lead_time_ms' : 'lead_time_ms'
}

function stateSql(options: MetricOptions): string {
  const state = options.firstDeployment === 'include' ? "if(state = 'no_baseline', 'counted', state)" : 'state'
  return `if(${state} = 'counted' AND ${valueSql(options)} < 0, 'clock_skew', ${state})`
}

/** The stored size is that under the default options; under others more or fewer count. */
function clusterSizeSql(options: MetricOptions): string {
  if (options.leadTimeClock === 'committed' && options.firstDeployment === 'exclude') return 'cluster_size'
  return `countIf(${stateSql(options)} = 'counted') OVER (PARTITION BY service, environment, deployment)`
}

export const aggregates = {
  quantiles: `quantilesExactInclusiveIf(${quantileGrid.join(', ')})(assumeNotNull(value), counted)`,
  sum: 'sumIf(assumeNotNull(value), counted)',
  size_squares: 'sumIf(counted_with_it, counted)',
  deployments: 'uniqExactIf(cluster, counted)',
  ...Object.fromEntries(STAGES.map((stage) => [`${stage}_sum`, `sumIf(${stage}_ms, counted)`])),
}
