import { groupBy as grouped } from '../domain/fold.js'
import type { Asks } from '../store/analytics/remembered.js'
import { aggregateInForce, partOf, withDurations, type Part } from './durations.js'
import { engineZone } from './calendar/engine-zone.js'
import { dimensionValues, groupKey } from './grouped-rows.js'
import type { AggregateRow, Dimension, Fragment, Measure, RecordsContext } from './measure.js'
import { addsUp, mapped, named, sorted, tallyOf, type Expressions } from './tally.js'

export const DIMENSION_SQL: Record<Dimension, string> = {
  TEAM: 'team',
  SERVICE: 'service',
  ENVIRONMENT: 'environment',
  REGION: "arrayJoin(if(empty(regions), [''], regions))",
  TRIGGER: 'trigger',
  TIER: 'tier',
  KIND: 'kind',
  SEVERITY: 'severity',
  APPROVER_GROUP: 'approver_group',
  RISK: 'risk',
}

/** A row whose partition changes is deleted in the old one, so FINAL need not look across partitions. */
export const READ_SETTINGS = { do_not_merge_across_partitions_select_final: 1 } as const

export type AggregateQuestion = {
  measure: Measure
  context: RecordsContext
  groupBy: readonly Dimension[]
  /** Starts of the buckets as epoch milliseconds, ascending; none for the window as a whole alone. */
  bounds: readonly number[]
  timeZone: string
}

/** The bucket of a row that is about the whole window. */
export const WHOLE_WINDOW = -1

/**
 * One row for each group that has records, over the whole window and in each bucket: bucket, d0 … dn, n, excluded_<reason>,
 * and the measure's aggregates. The records are read once for both.
 */
export async function aggregate(analytics: Asks, question: AggregateQuestion): Promise<AggregateRow[]> {
  const { measure, groupBy, bounds } = question
  const inBuckets = bounds.length > 0
  const inForce = aggregateInForce(measure, question.context.options)
  const part = partOf(inForce)
  const spans = inBuckets ? [false, true] : [false]
  const ask = async (wanted: boolean, query: (question: AggregateQuestion, inBuckets: boolean) => Fragment) =>
    wanted ? (await Promise.all(spans.map((span) => run(analytics, question, query(question, span))))).flat() : []
  const [rows, clusters, parts] = await Promise.all([
    run(analytics, question, plainQuery(question)),
    ask(inForce === 'mean', clusterQuery),
    ask(part !== null, (asked, span) => partQuery(asked, span, part ?? '')),
  ])
  if (clusters.length === 0 && parts.length === 0) return rows
  const keyOf = (row: AggregateRow) => rowKey(row, groupBy.length)
  const clustersOf = new Map(clusters.map((row) => [keyOf(row), row]))
  const partsOf = partsByKey(parts, keyOf)
  return rows.map((row) => ({ ...row, ...clustersOf.get(keyOf(row)), parts: partsOf.get(keyOf(row)) }))
}

/** Rows of parts, in the order of the parts, as numbers. */
function partsByKey(rows: readonly AggregateRow[], keyOf: (row: AggregateRow) => string): Map<string, Part[]> {
  const groups = grouped(rows, keyOf)
  return new Map([...groups].map(([key, own]) => [key, own.map((row) => ({ n: Number(row.n), sum: Number(row.sum), median: Number(row.median) }))]))
}

export function dimensionColumns(groupBy: readonly Dimension[]): string[] {
  return groupBy.map((dimension, index) => `${DIMENSION_SQL[dimension]} AS d${index}`)
}

function rowKey(row: AggregateRow, dimensions: number): string {
  return groupKey([String(row.bucket), ...dimensionValues(row, dimensions)])
}

function run(analytics: Asks, { bounds, timeZone }: AggregateQuestion, { sql, params }: Fragment): Promise<AggregateRow[]> {
  return analytics.query<AggregateRow>(
    sql,
    { ...params, ...(sql.includes('{bounds:') ? { bounds } : {}), ...(sql.includes('{zone:') ? { zone: engineZone(timeZone) } : {}) },
    READ_SETTINGS,
  )
}

const BUCKET = 'roundDown(toUnixTimestamp64Milli(at), {bounds:Array(Int64)})'

function groupNames(groupBy: readonly Dimension[]): string[] {
  return groupBy.map((_, index) => `d${index}`)
}

function plainQuery({ measure, context, groupBy, bounds }: AggregateQuestion): Fragment {
  const { from, aggregates, lists, ofLists } = tallyOf(measure, context)
  const inBuckets = bounds.length > 0
  const columns = ['*', ...(inBuckets ? [`${BUCKET} AS moment`] : []), ...dimensionColumns(groupBy)]
  const rows = `SELECT ${columns.join(', ')} FROM (${from.sql})`
  const groups = inBuckets ? bucketGroups(rows, groupBy, aggregates, lists) : wholeGroups(rows, groupBy, aggregates, lists)
  const listed = 'durations' in lists ? withDurations(groups, 'size_squares' in aggregates) : groups
  const made = named(ofLists)
  const sql = made.length > 0 ? `SELECT * EXCEPT (${Object.keys(lists).join(', ')}), ${made.join(', ')} FROM (${listed})` : listed
  return { sql, params: from.params }
}

function wholeGroups(rows: string, groupBy: readonly Dimension[], aggregates: Expressions, lists: Expressions): string {
  const names = groupNames(groupBy)
  const columns = [`toInt64(${WHOLE_WINDOW}) AS bucket`, ...names, ...named(aggregates), ...named(mapped(lists, sorted))]
  return `SELECT ${columns.join(', ')} FROM (${rows}) ${names.length > 0 ? `GROUP BY ${names.join(', ')}` : ''}`
}

/**
 * Each group in each bucket, and over the whole window. What is only counts and sums is counted in the buckets and added up,
 * so that a row is grouped once.
 */
function bucketGroups(rows: string, groupBy: readonly Dimension[], aggregates: Expressions, lists: Expressions): string {
  const names = groupNames(groupBy)
  const keys = ['moment', ...names].join(', ')
  const sets = `GROUP BY GROUPING SETS ((${names.join(', ')}), (${keys}))`
  const bucket = [`if(grouping(moment) = 1, ${WHOLE_WINDOW}, moment) AS bucket`, ...names]
  if (!Object.values(aggregates).every(addsUp)) {
    return `SELECT ${[...bucket, ...named(aggregates), ...named(mapped(lists, sorted))].join(', ')} FROM (${rows}) ${sets}`
  }
  const inBuckets = `SELECT ${[keys, ...named(aggregates), ...named(lists)].join(', ')} FROM (${rows}) GROUP BY ${keys}`
  const sums = mapped(aggregates, (_, name) => `sum(${name})`)
  const joined = mapped(lists, (_, name) => sorted(`groupArrayArray(${name})`))
  return `SELECT ${[...bucket, ...named(sums), ...named(joined)].join(', ')} FROM (${inBuckets}) ${sets}`
}

/** The durations of each part, a day or a service, of each group. */
function partQuery({ measure, context, groupBy }: AggregateQuestion, inBuckets: boolean, part: string): Fragment {
  const records = measure.records(context)
  const names = ['bucket', ...groupNames(groupBy)].join(', ')
  const bucket = inBuckets ? `${BUCKET} AS bucket` : `toInt64(${WHOLE_WINDOW}) AS bucket`
  const sql = `SELECT ${names}, part, count() AS n, sum(assumeNotNull(value)) AS sum, quantileExactInclusive(0.5)(assumeNotNull(value)) AS median
    FROM (SELECT ${[bucket, `${part} AS part`, ...dimensionColumns(groupBy)].join(', ')}, value FROM (${records.sql}) WHERE record_state = 'counted')
    GROUP BY ${names}, part ORDER BY part`
  return { sql, params: records.params }
}

/** Sums over clusters of the sum s and the size m of each, in integers wide enough to be exact. */
function clusterQuery({ measure, context, groupBy }: AggregateQuestion, inBuckets: boolean): Fragment {
  const records = measure.records(context)
  const names = ['bucket', ...groupNames(groupBy)].join(', ')
  const bucket = inBuckets ? `${BUCKET} AS bucket` : `toInt64(${WHOLE_WINDOW}) AS bucket`
  const sql = `SELECT ${names}, count() AS clusters, toString(sum(s)) AS cluster_sum, toString(sum(s * s)) AS cluster_sum_squares,
      toString(sum(s * m)) AS cluster_sum_times_size, toString(sum(m * m)) AS cluster_size_squares
    FROM (
      SELECT ${[bucket, ...dimensionColumns(groupBy)].join(', ')}, cluster, toInt256(sum(assumeNotNull(value))) AS s, toInt256(count()) AS m
      FROM (${records.sql}) WHERE record_state = 'counted' GROUP BY ${names}, cluster
    ) GROUP BY ${names}`
  return { sql, params: records.params }
}
