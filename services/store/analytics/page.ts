import type { ClickHouseSettings } from '@clickhouse/client'
import type { AnalyticsStore } from './analytics-store.js'

export type Connection<T> = {
  edges: { cursor: string; node: T }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  /** Counted only when it is asked for. */
  totalCount: () => Promise<number>
}

/** What was asked of a list cannot be given. */
export class PageError extends Error {
  readonly code = 'BAD_USER_INPUT'
}

export type PageArguments = { first?: number | null; after?: string | null }

/** A condition and the parameters it names; conditions are joined with AND. */
export type Condition = { sql: string; params: Record<string, unknown> }

/**
 * `source` is a SELECT that yields the columns of `key`, each named with its ClickHouse type; together they identify a row,
 * and pages run by them in descending order.
 */
export type PageQuery<Row, T> = {
  source: string
  key: readonly { column: string; type: string }[]
  conditions: readonly Condition[]
  toNode: (row: Row) => T
  settings?: ClickHouseSettings
}

const MOST_A_PAGE = 500

export async function readPage<Row extends object, T>(
  analytics: AnalyticsStore,
  query: PageQuery<Row, T>,
  page: PageArguments,
): Promise<Connection<T>> {
  const first = pageSize(page.first)
  const conditions = [...query.conditions, ...afterCondition(query.key, page.after)]
  const order = query.key.map(({ column }) => `${column} DESC`).join(', ')
  const rows = await analytics.query<Row>(
    `SELECT * FROM (${query.source}) ${whereOf(conditions)} ORDER BY ${order} LIMIT {first:UInt32}`,
    { ...paramsOf(conditions), first: first + 1 },
    query.settings,
  )
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(query.key, row), node: query.toNode(row) }))
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: async () => {
      const [row] = await analytics.query<{ count: string }>(
        `SELECT count() AS count FROM (${query.source}) ${whereOf(query.conditions)}`,
        paramsOf(query.conditions),
        query.settings,
      )
      return Number(row?.count ?? 0)
    },
  }
}

const ROWS_AT_ONCE = 10_000

/**
 * Every row of a list, newest first, read page by page, so that memory does not grow with the list. Pages of a list by time are
 * asked for within some days each: a page of all that is left would be searched for among ever so many rows.
 */
export async function* readAll<Row extends object, T>(analytics: AnalyticsStore, query: PageQuery<Row, T>): AsyncGenerator<T> {
  for (const days of await spansOfDays(analytics, query)) yield* readPages(analytics, { ...query, conditions: [...query.conditions, ...days] })
}

async function* readPages<Row extends object, T>(analytics: AnalyticsStore, query: PageQuery<Row, T>): AsyncGenerator<T> {
  const order = query.key.map(({ column }) => `${column} DESC`).join(', ')
  for (let after: string | null = null; ;) {
    const conditions = [...query.conditions, ...afterCondition(query.key, after)]
    const rows: Row[] = await analytics.query<Row>(
      `SELECT * FROM (${query.source}) ${whereOf(conditions)} ORDER BY ${order} LIMIT {rows:UInt32}`,
      { ...paramsOf(conditions), rows: ROWS_AT_ONCE },
      query.settings,
    )
    for (const row of rows) yield query.toNode(row)
    const last = rows.at(-1)
    if (rows.length < ROWS_AT_ONCE || !last) return
    after = cursorOf(query.key, last)
  }
}

/** Conditions that part a list by time into spans of whole days with about a page each, the newest first; the outer two are open. */
async function spansOfDays<Row extends object, T>(analytics: AnalyticsStore, query: PageQuery<Row, T>): Promise<Condition[][]> {
  const [time] = query.key
  if (!time?.type.startsWith('DateTime64')) return [[]]
  const days = await analytics.query<{ day: string; rows: string }>(
    `SELECT toDate32(${time.column}) AS day, count() AS rows FROM (${query.source}) ${whereOf(query.conditions)} GROUP BY day ORDER BY day DESC`,
    paramsOf(query.conditions),
    query.settings,
  )
  const starts = startsOfSpans(days.map(({ day, rows }) => ({ day: new Date(`${day}T00:00:00Z`), rows: Number(rows) })))
  return [...starts, null].map((from, index) => [
    ...given(from, `${time.column} >= {spanFrom:${time.type}}`, (spanFrom) => ({ spanFrom })),
    ...given(starts[index - 1], `${time.column} < {spanTo:${time.type}}`, (spanTo) => ({ spanTo })),
  ])
}

/** Where spans begin, but for the oldest: a day that would make more than a page of its span begins the next. Days are the newest first. */
function startsOfSpans(days: readonly { day: Date; rows: number }[]): Date[] {
  const starts: Date[] = []
  let held = 0
  for (const [index, { rows }] of days.entries()) {
    const newer = days[index - 1]
    if (newer && held + rows >= ROWS_AT_ONCE) {
      starts.push(newer.day)
      held = 0
    }
    held += rows
  }
  return starts
}

export function paramsOf(conditions: readonly Condition[]): Record<string, unknown> {
  return Object.assign({}, ...conditions.map((condition) => condition.params))
}

export function whereOf(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition.sql})`).join(' AND ')}`
}

/** A condition for a filter that was given, none for one that was not. */
export function given<V>(value: V | null | undefined, sql: string, params: (value: V) => Record<string, unknown>): Condition[] {
  return value === null || value === undefined ? [] : [{ sql, params: params(value) }]
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? 50
  if (size < 1 || size > MOST_A_PAGE) {
    throw new PageError(`first must be from 1 to ${MOST_A_PAGE}, and was ${size}.`)
  }
  return size
}

function afterCondition(key: PageQuery<never, never>['key'], after: string | null | undefined): Condition[] {
  if (!after) return []
  const values = decode(after)
  if (values.length !== key.length) throw badCursor()
  const columns = key.map(({ column }) => column).join(', ')
  const placeholders = key.map(({ type }, index) => `{after${index}:${type}}`).join(', ')
  // The first column by itself too: it is a time for most lists, and by it the engine leaves out whole parts.
  const first = key[0] ? `${key[0].column} <= {after0:${key[0].type}} AND ` : ''
  return [
    {
      sql: `${first}(${columns}) < (${placeholders})`,
      params: Object.fromEntries(values.map((value, index) => [`after${index}`, valueFor(key[index]?.type, value)])),
    },
  ]
}

function valueFor(type: string | undefined, value: string): unknown {
  if (!type?.startsWith('DateTime64')) return value
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw badCursor()
  return date
}

function cursorOf(key: PageQuery<never, never>['key'], row: object): string {
  return Buffer.from(JSON.stringify(key.map(({ column }) => String((row as Record<string, unknown>)[column])))).toString('base64url')
}

function decode(cursor: string): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return values
  } catch {
    throw badCursor()
  }
  throw badCursor()
}

function badCursor(): PageError {
  return new PageError('after is not a cursor that this list gave.')
}
