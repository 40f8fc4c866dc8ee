import { createHash } from 'node:crypto'
import type { ClickHouseSettings } from '@clickhouse/client'
import { LRUCache } from 'lru-cache'
import type { AnalyticsStore } from './analytics-store.js'

export type Asks = Pick<AnalyticsStore, 'query'> & {
  /** Names the store, as whoever asks may see it; missing where nothing may be remembered of it. */
  remembersAs?: string
}

/** Tables that change all the time, so that no answer of them is remembered, and those that hold nothing but what facts come to. */
const CHANGING = ['events', 'events_by_scope', 'schema_migrations', 'sli_samples', 'sli_minutes', 'sli_hours', 'telemetry_series', 'release_effects']
const MADE_OF_FACTS = ['measure_days', 'changed_days', 'day_zones', 'kept_days']
const UNREAD = [...CHANGING, ...MADE_OF_FACTS]
/** Of all answers together, by `sizeOf`; a question with its statement takes several kilobytes. */
const MOST_ROWS = 40_000
const MOST_ANSWERS = 500

/** A row of aggregates takes about two kilobytes, and so do as many numbers of a list. */
function sizeOf(row: object): number {
  return Object.values(row).reduce<number>((sum, value) => (Array.isArray(value) ? sum + value.length / 250 : sum), 1)
}

type Question = { sql: string; params: Record<string, unknown>; settings: ClickHouseSettings; analytics: AnalyticsStore }

const answers = new LRUCache<string, readonly unknown[], Question>({
  max: MOST_ANSWERS,
  maxSize: MOST_ROWS,
  sizeCalculation: (rows) => Math.ceil(rows.reduce<number>((sum, row) => sum + sizeOf(row as object), 1)),
  ignoreFetchAbort: true,
  fetchMethod: (_key, _stale, { context }) => context.analytics.query(context.sql, context.params, context.settings),
})

/**
 * Answers that are given again for as long as the facts are the same. Every write and every merge makes other parts, so the
 * parts tell whether anything changed, whoever wrote it; the look takes a few milliseconds. Who asks what is being asked
 * already waits for that answer.
 *
 * Good for one look: take another for the next question of a user. Rows are shared, so they must not be changed. On a
 * cluster one server does not know the parts of the others, and every question is asked.
 */
export async function rememberedAnswers(analytics: AnalyticsStore): Promise<Asks> {
  const parts = await partsOfFacts(analytics)
  if (parts === null) return { query: (sql, params, settings) => analytics.query(sql, params, settings) }
  const remembersAs = `${nameOf(analytics)} ${analytics.restriction()}`
  return {
    remembersAs,
    query: async <T>(sql: string, params: Record<string, unknown> = {}, settings: ClickHouseSettings = {}) => {
      const key = createHash('sha1')
        .update(JSON.stringify([remembersAs, parts, sql, params, settings]))
        .digest('base64')
      const rows = await answers.forceFetch(key, { context: { sql, params, settings, analytics } })
      return rows as T[]
    },
  }
}

const stores = new WeakMap<AnalyticsStore, number>()
let opened = 0

function nameOf(analytics: AnalyticsStore): number {
  const name = stores.get(analytics) ?? (opened += 1)
  stores.set(analytics, name)
  return name
}

/** A name for what all tables of facts of a store hold now; null where it cannot be known. */
async function partsOfFacts(analytics: AnalyticsStore): Promise<string | null> {
  const sql = `SELECT sum(cityHash64(table, name, hash_of_all_files)) AS parts FROM system.parts
    WHERE active AND database = currentDatabase() AND table NOT IN {unread:Array(String)}`
  const [[found], isWhole] = await Promise.all([analytics.query<{ parts: string }>(sql, { unread: UNREAD }), holdsAll(analytics)])
  return found && isWhole ? found.parts : null
}

const whole = new WeakMap<AnalyticsStore, boolean>()

/** Whether a store has all rows itself, as none of a cluster does. Engines of tables stay what they are. */
async function holdsAll(analytics: AnalyticsStore): Promise<boolean> {
  const known = whole.get(analytics)
  if (known !== undefined) return known
  const [found] = await analytics.query<{ elsewhere: string }>(
    `SELECT countIf(engine NOT IN ('ReplacingMergeTree', 'MaterializedView')) AS elsewhere FROM system.tables WHERE database = currentDatabase()`,
  )
  whole.set(analytics, found?.elsewhere === '0')
  return found?.elsewhere === '0'
}
