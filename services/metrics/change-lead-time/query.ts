import { STAGES } from '../../domain/lead-time.js'
import { paramsOf, whereOf } from '../../store/analytics/page.js'
import type { Fragment, RecordsContext, Tally } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { deploymentDimensions, evidenceInstant, millisecondsBetween, recordsOf, table } from '../records.js'
import { stageColumn, stageSql } from './stages.js'

/** Reasons against a change that do not depend on the options, which are columns of its set. */
const STORED_EXCLUSIONS = [
  'no_baseline',
  'merge_commit',
  'clock_skew',
  'no_commit_time',
  'path_filtered',
  'ignored_author',
  'already_in_production',
  'unknown_changes',
]

export function records(context: RecordsContext): Fragment {
  const [known, unknown] = [knownChanges(context), unknownChanges(context)]
  return { sql: `${known.sql} UNION ALL ${unknown.sql}`, params: { ...known.params, ...unknown.params } }
}

function knownChanges(context: RecordsContext): Fragment {
  const { options } = context
  return recordsOf({
    from: options.leadTimeUnit === 'commit' ? table('deployed_changes FINAL') : pullRequests(context),
    at: 'anchor',
    columns: [
      `'${options.leadTimeUnit === 'commit' ? 'change' : 'pull_request'}' AS record_kind`,
      `${recordId(options)} AS record_id`,
      "if(title = '', concat(repository, '@', substring(sha, 1, 10)), title) AS record_title",
      'release_id',
      `${stateSql(options)} AS record_state`,
      `toNullable(${valueSql(options)}) AS value`,
      // A deployment's id is its own within a service and an environment only.
      'tuple(service, environment, deployment) AS cluster',
      `${clusterSizeSql(options)} AS counted_with_it`,
      'leads_cluster',
      ...deploymentDimensions(options),
      ...STAGES.map((stage) => `${stageSql(stage, options.leadTimeClock)} AS ${stageColumn(stage)}_taken`),
      'sha AS commit',
      'repository',
      `${evidenceInstant('committed_at')} AS committed`,
      'author',
      'deployment',
    ],
    context,
  })
}

/** A record for each rollout that may have brought more than is known, with the columns of the changes. */
function unknownChanges(context: RecordsContext): Fragment {
  const unknown = context.options.productionEnvironments === 'each' ? 'unknown_in_environment' : 'unknown_changes'
  return recordsOf({
    from: table('change_sets FINAL'),
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'deployment AS record_id',
      'deployment AS record_title',
      "'' AS release_id",
      "'unknown_changes' AS record_state",
      "CAST(NULL, 'Nullable(Int64)') AS value",
      'tuple(service, environment, deployment) AS cluster',
      '0 AS counted_with_it',
      'false AS leads_cluster',
      ...deploymentDimensions(context.options),
      ...STAGES.map((stage) => `CAST(NULL, 'Nullable(Int64)') AS ${stageColumn(stage)}_taken`),
      "'' AS commit",
      "'' AS repository",
      "'' AS committed",
      "'' AS author",
      'deployment',
    ],
    context: { ...context, scope: [...context.scope, { sql: `${unknown} > 0`, params: {} }] },
  })
}

/** A pull request in one rollout, by its earliest commit; commits of none stay, to be shown as left out. */
function pullRequests({ scope, from, to, options }: RecordsContext): Fragment {
  const conditions = [
    { sql: "anchor >= {from:DateTime64(3, 'UTC')} AND anchor < {to:DateTime64(3, 'UTC')}", params: { from, to } },
    { sql: `${stateColumn(options)} NOT IN ('already_in_production', 'path_filtered')`, params: {} },
    ...scope,
  ]
  const sql = `(SELECT * FROM deployed_changes FINAL ${whereOf(conditions)}
    ORDER BY committed_at ASC NULLS LAST, sha
    LIMIT 1 BY service, environment, deployment, repository, pull_request, if(pull_request = 0, sha, ''))`
  return { sql, params: paramsOf(conditions) }
}

function recordId({ leadTimeUnit }: MetricOptions): string {
  const commit = "concat(deployment, ' ', repository, '@', sha)"
  return leadTimeUnit === 'commit' ? commit : `if(pull_request = 0, ${commit}, concat(deployment, ' ', repository, '#', toString(pull_request)))`
}

function valueSql({ leadTimeClock }: MetricOptions): string {
  if (leadTimeClock === 'merged') return millisecondsBetween('merged_at', 'anchor')
  if (leadTimeClock === 'opened') return millisecondsBetween('opened_at', 'anchor')
  return leadTimeClock === 'authored' ? 'greatest(lead_time_ms, authored_lead_time_ms)' : 'lead_time_ms'
}

function stateColumn({ productionEnvironments }: MetricOptions): string {
  return productionEnvironments === 'each' ? 'environment_state' : 'state'
}

function stateSql(options: MetricOptions): string {
  const { leadTimeUnit, leadTimeClock, firstDeployment } = options
  const [value, column] = [valueSql(options), stateColumn(options)]
  const byPullRequest = leadTimeClock === 'merged' || leadTimeClock === 'opened'
  const counted = [
    'counted',
    ...(firstDeployment === 'include' ? ['no_baseline'] : []),
    // By pull request, a merge commit stands for its pull request; and its own times do not matter to this clock.
    ...(leadTimeUnit === 'pull_request' ? ['merge_commit'] : []),
    ...(byPullRequest ? ['clock_skew', 'no_commit_time'] : []),
  ]
  const checks = [
    `${column} NOT IN (${counted.map((state) => `'${state}'`).join(', ')}), toString(${column})`,
    ...(leadTimeUnit === 'pull_request' ? ["pull_request = 0, 'no_pull_request'"] : []),
    ...(byPullRequest ? [`isNull(${value}), 'no_pull_request'`] : []),
    `${byPullRequest ? `assumeNotNull(${value})` : value} < 0, 'clock_skew'`,
  ]
  return `multiIf(${checks.join(', ')}, 'counted')`
}

/** Clusters are stored as they are under these options; under others more or fewer changes count. */
function hasStoredClusters({ leadTimeUnit, leadTimeClock, firstDeployment, productionEnvironments }: MetricOptions): boolean {
  return leadTimeUnit === 'commit' && leadTimeClock === 'committed' && firstDeployment === 'exclude' && productionEnvironments === 'first'
}

function clusterSizeSql(options: MetricOptions): string {
  if (hasStoredClusters(options)) return 'cluster_size'
  return `countIf(${stateSql(options)} = 'counted') OVER (PARTITION BY service, environment, deployment)`
}

/** Under the default definition the changes of a rollout are one row. */
export function rolledUp(context: RecordsContext): Tally | null {
  const { options } = context
  if (!hasStoredClusters(options)) return null
  const stages = STAGES.map(stageColumn)
  const stageColumns = stages.flatMap((stage) => [`${stage}_ms`, `${stage}_known`])
  const columns = ['lead_times', ...stageColumns, ...STORED_EXCLUSIONS, ...deploymentDimensions(options)]
  return {
    from: recordsOf({ from: table('change_sets FINAL'), at: 'anchor', columns, context }),
    aggregates: {
      n: 'sum(length(lead_times))',
      ...Object.fromEntries(STORED_EXCLUSIONS.map((reason) => [`excluded_${reason}`, `sum(${reason})`])),
      size_squares: 'sum(length(lead_times) * length(lead_times))',
      deployments: 'countIf(notEmpty(lead_times))',
      ...Object.fromEntries(stages.map((stage) => [`${stage}_sum`, `sum(${stage}_ms)`])),
      ...Object.fromEntries(stages.map((stage) => [`${stage}_known_changes`, `sum(${stage}_known)`])),
    },
    lists: { durations: 'groupArrayArray(lead_times)' },
    ofLists: {},
  }
}

export function aggregates(options: MetricOptions): Record<string, string> {
  const stages = STAGES.map(stageColumn)
  return {
    size_squares: 'sumIf(counted_with_it, counted)',
    deployments: hasStoredClusters(options) ? 'countIf(counted AND leads_cluster)' : 'uniqExactIf(cluster, counted)',
    ...Object.fromEntries(stages.map((stage) => [`${stage}_sum`, `sumIf(ifNull(${stage}_taken, 0), counted)`])),
    ...Object.fromEntries(stages.map((stage) => [`${stage}_known_changes`, `countIf(counted AND isNotNull(${stage}_taken))`])),
  }
}
