import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { AggregateRow, Dimension, Fragment, Measure, RecordsContext } from './measure.js'

const DIMENSION_SQL: Record<Dimension, string> = {
  TEAM: 'team',
  SERVICE: 'service',
  ENVIRONMENT: 'environment',
  REGION: "arrayJoin(if(empty(regions), [''], regions))",
  TRIGGER: 'trigger',
  TIER: 'tier',
  KIND: 'kind',
  SEVERITY: 'severity',
}

/** A row whose partition changes is deleted in the old one, so FINAL need not look across partitions. */
export const READ_SETTINGS = { do_not_merge_across_partitions_select_final: 1 } as const

export type AggregateQuestion = {
  measure: Measure
  context: RecordsContext
  groupBy: readonly Dimension[]
  /** Starts of the buckets as epoch milliseconds, ascending; null for the window as a whole. */
  bounds: readonly number[] | null
  timeZone: string
}

/** One row for each group and bucket that has records: bucket, d0 … dn, n, excluded_<reason>, and the measure's aggregates. */
export async function aggregate(analytics: AnalyticsStore, question: AggregateQuestion): Promise<AggregateRow[]> {
  const { measure } = question
  const [rows, clusters] = await Promise.all([run(analytics, question, plainQuery(question)), measure.clustered ? run(analytics, question, clusterQuery(question)) : []])
  const byGroup = new Map(clusters.map((row) => [rowKey(row, question.groupBy.length), row]))
  return rows.map((row) => ({ ...row, ...byGroup.get(rowKey(row, question.groupBy.length)) }))
}

export function dimensionColumns(groupBy: readonly Dimension[]): string[] {
  return groupBy.map((dimension, index) => `${DIMENSION_SQL[dimension]} AS d${index}`)
}

export function dimensionValues(row: AggregateRow, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(row[`d${index}`] ?? ''))
}

function rowKey(row: AggregateRow, dimensions: number): string {
  return JSON.stringify([row.bucket, ...dimensionValues(row, dimensions)])
}

function run(analytics: AnalyticsStore, question: AggregateQuestion, { sql, params }: Fragment): Promise<AggregateRow[]> {
  const bounds = question.bounds ? { bounds: question.bounds } : {}
  const zone = question.bounds ? {} : { zone: question.timeZone }
  return analytics.query<AggregateRow>(sql, { ...params, ...bounds, ...zone }, READ_SETTINGS)
}

function keyColumns({ groupBy, bounds }: AggregateQuestion): string[] {
  const bucket = bounds ? 'roundDown(toUnixTimestamp64Milli(at), {bounds:Array(Int64)})' : 'toInt64(0)'
  return [`${bucket} AS bucket`, ...dimensionColumns(groupBy)]
}

function keyNames({ groupBy }: AggregateQuestion): string {
  return ['bucket', ...groupBy.map((_, index) => `d${index}`)].join(', ')
}

function plainQuery(question: AggregateQuestion): Fragment {
  const { measure, context, bounds } = question
  const excluded = measure.definition.exclusions.map(({ reason }) => `countIf(record_state = '${reason}') AS excluded_${reason}`)
  const named = Object.entries({ ...measure.aggregates, ...(bounds ? {} : measure.totalAggregates) }).map(([name, sql]) => `${sql} AS ${name}`)
  const records = measure.records(context)
  const sql = `SELECT ${[...keyColumns(question), 'countIf(counted) AS n', ...excluded, ...named].join(', ')}
    FROM (SELECT *, record_state = 'counted' AS counted FROM (${records.sql})) GROUP BY ${keyNames(question)}`
  return { sql, params: records.params }
}

/** Sums over clusters of the sum s and the size m of each, in integers wide enough to be exact. */
function clusterQuery(question: AggregateQuestion): Fragment {
  const records = question.measure.records(question.context)
  const names = keyNames(question)
  const sql = `SELECT ${names}, count() AS clusters, toString(sum(s)) AS cluster_sum, toString(sum(s * s)) AS cluster_sum_squares,
      toString(sum(s * m)) AS cluster_sum_times_size, toString(sum(m * m)) AS cluster_size_squares
    FROM (
      SELECT ${keyColumns(question).join(', ')}, cluster, toInt256(sum(assumeNotNull(value))) AS s, toInt256(count()) AS m
      FROM (${records.sql}) WHERE record_state = 'counted' GROUP BY ${names}, cluster
    ) GROUP BY ${names}`
  return { sql, params: records.params }
}
