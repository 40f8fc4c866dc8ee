import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { readPage, type Connection, type PageArguments } from '../store/analytics/page.js'
import { READ_SETTINGS } from './aggregate.js'
import { COUNTED, recordOf, type EvidenceRecord, type EvidenceRow } from './evidence.js'
import type { Fragment, Measure, RecordsContext } from './measure.js'
import { differenceInWords } from './profile-difference-words.js'

/** One measure in one window and scope, counted in two ways. */
export type DifferenceOf = { measure: Measure; left: SideOf; right: SideOf }
export type SideOf = { name: string; context: RecordsContext }

export type RecordDifference = {
  kind: string
  id: string
  title: string
  at: string
  service: string
  environment: string
  releaseId: string | null
  reason: string
  left: EvidenceRecord | null
  right: EvidenceRecord | null
}

type Key = { at: string; service: string; environment: string; record_kind: string; record_id: string }

/** More groups than fit into this many bytes are merged from disk. */
const SETTINGS = { ...READ_SETTINGS, max_bytes_before_external_group_by: String(256 * 1024 * 1024) }
const NONE: Connection<RecordDifference> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: async () => 0 }

/**
 * The records that one way to count counts and the other does not, or counts with another value, the newest first. The store
 * compares keys and values alone; the records themselves are read for one page.
 */
export async function readDifference(analytics: AnalyticsStore, of: DifferenceOf, page: PageArguments): Promise<Connection<RecordDifference>> {
  const [left, right] = [of.measure.records(of.left.context), of.measure.records(of.right.context)]
  if (JSON.stringify(left) === JSON.stringify(right)) return NONE
  const { sql, params } = differingKeys(left, right)
  const found = await readPage<Key, Key>(
    analytics,
    {
      source: sql,
      key: [
        { column: 'at', type: "DateTime64(3, 'UTC')" },
        { column: 'service', type: 'String' },
        { column: 'environment', type: 'String' },
        { column: 'record_kind', type: 'String' },
        { column: 'record_id', type: 'String' },
      ],
      conditions: [{ sql: 'true', params }],
      toNode: (row) => row,
      settings: SETTINGS,
    },
    page,
  )
  const keys = found.edges.map(({ node }) => node)
  const [onLeft, onRight] = await Promise.all([recordsAt(analytics, of.measure, left, keys), recordsAt(analytics, of.measure, right, keys)])
  return {
    ...found,
    edges: found.edges.map(({ cursor, node }) => ({ cursor, node: differenceOf(of, node, onLeft.get(keyOf(node)), onRight.get(keyOf(node))) })),
  }
}

/** Both sides as one list of keys, with what each says of them. */
function differingKeys(left: Fragment, right: Fragment): Fragment {
  const sides = [sideOf('left', left), sideOf('right', right)]
  const counted = (side: string) => `${side}_state IN ('${COUNTED.join("', '")}')`
  const sql = `SELECT max(moment) AS at, service, environment, record_kind, record_id,
      anyIf(state, side = 'left') AS left_state, anyIf(state, side = 'right') AS right_state,
      anyIf(amount, side = 'left') AS left_amount, anyIf(amount, side = 'right') AS right_amount
    FROM (${sides.map((side) => side.sql).join(' UNION ALL ')})
    GROUP BY service, environment, record_kind, record_id
    HAVING (${counted('left')}) != (${counted('right')})
      OR (${counted('left')}) AND (left_state != right_state OR (isNull(left_amount), ifNull(left_amount, 0)) != (isNull(right_amount), ifNull(right_amount, 0)))`
  return { sql, params: Object.assign({}, ...sides.map((side) => side.params)) }
}

/** The two sides have parameters of the same names, so each gets a prefix. */
function sideOf(side: 'left' | 'right', { sql, params }: Fragment): Fragment {
  const renamed = sql.replaceAll(/\{(\w+):/g, `{${side}_$1:`)
  return {
    sql: `SELECT '${side}' AS side, at AS moment, toString(service) AS service, toString(environment) AS environment,
      toString(record_kind) AS record_kind, record_id, toString(record_state) AS state, CAST(value, 'Nullable(Int64)') AS amount
      FROM (${renamed}) WHERE record_state != 'context'`,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [`${side}_${name}`, value])),
  }
}

async function recordsAt(analytics: AnalyticsStore, measure: Measure, records: Fragment, keys: readonly Key[]): Promise<Map<string, EvidenceRecord>> {
  if (keys.length === 0) return new Map()
  const rows = await analytics.query<EvidenceRow>(
    `SELECT * FROM (${records.sql}) WHERE record_id IN {pageIds:Array(String)} AND service IN {pageServices:Array(String)} AND record_state != 'context'`,
    { ...records.params, pageIds: keys.map((key) => key.record_id), pageServices: [...new Set(keys.map(({ service }) => service))] },
    READ_SETTINGS,
  )
  return new Map(rows.map((row) => [keyOf(row), recordOf(row, measure)]))
}

function keyOf({ service, environment, record_kind, record_id }: Omit<Key, 'at'>): string {
  return JSON.stringify([service, environment, record_kind, record_id])
}

function differenceOf(of: DifferenceOf, key: Key, left: EvidenceRecord | undefined, right: EvidenceRecord | undefined): RecordDifference {
  const either = left ?? right
  return {
    kind: key.record_kind,
    id: key.record_id,
    title: either?.title ?? key.record_id,
    at: key.at,
    service: key.service,
    environment: key.environment,
    releaseId: left?.releaseId ?? right?.releaseId ?? null,
    reason: differenceInWords(of.measure.definition, { name: of.left.name, record: left ?? null }, { name: of.right.name, record: right ?? null }),
    left: left ?? null,
    right: right ?? null,
  }
}
