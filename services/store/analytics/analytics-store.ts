import { Readable } from 'node:stream'
import { createClient, type ClickHouseClient, type ClickHouseSettings } from '@clickhouse/client'
import { toAnalyticsError } from './analytics-errors.js'
import { createChdbConnection } from './chdb-connection.js'
import { toParameters } from './parameters.js'

/**
 * The one seam to ClickHouse; the same SQL text runs embedded and on servers.
 *
 * Values reach SQL as `{name:Type}` parameters only. A `Date` binds to DateTime64(3, 'UTC') to the millisecond, alone or
 * in arrays. Rows come back as JSON: times as ISO 8601 in UTC, UInt64 and Int64 as decimal strings (see `toInteger`).
 * Rows go in the same way; an unknown column, or null for a column that is not Nullable, is refused.
 *
 * Throws `AnalyticsUnavailable` when the store is away and `AnalyticsQueryError` when it refuses the statement.
 */
export type AnalyticsStore = {
  kind: 'embedded' | 'server'
  query<T>(sql: string, params?: Record<string, unknown>, settings?: ClickHouseSettings): Promise<T[]>
  /** Rows in batches as the engine makes them. An error after the first batch is thrown by the iteration. */
  stream<T>(sql: string, params?: Record<string, unknown>, settings?: ClickHouseSettings): AsyncIterable<T[]>
  command(sql: string, params?: Record<string, unknown>, settings?: ClickHouseSettings): Promise<void>
  /** Rows of one call are one block. The same `token` again changes nothing, on tables with a deduplication window. */
  insert(table: string, rows: readonly object[], options?: InsertOptions): Promise<void>
  /** As `insert`, of rows that are already JSON, one a line. */
  insertLines(table: string, lines: Uint8Array, options?: InsertOptions): Promise<void>
  /** Names what its reader may see, empty for everything, so that answers are not shared with those who may see something else. */
  restriction(): string
  close(): Promise<void>
}

/** `distinct`: no two rows have the same sorting key, so that the engine need not look for those that replace others. */
export type InsertOptions = { token?: string; distinct?: boolean }

/** `maxMemoryBytes` is the engine's share of the process; `backupDirectory` is where BACKUP may write. */
export type EmbeddedAnalyticsOptions = { directory: string; maxMemoryBytes?: number; backupDirectory?: string }

export type ServerAnalyticsOptions = { url: string; username: string; password: string; database: string }

const commonSettings: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 1,
  date_time_output_format: 'iso',
  date_time_input_format: 'best_effort',
  // Rows that FINAL cannot need by their sorting key are left before their other columns are read.
  optimize_move_to_prewhere_if_final: 1,
}

// On a cluster: an insert returns when the shards have it, and the inner side of a join is read from all of them.
const serverSettings: ClickHouseSettings = { distributed_foreground_insert: 1, distributed_product_mode: 'global' }

const insertSettings: ClickHouseSettings = {
  async_insert: 0,
  input_format_skip_unknown_fields: 0,
  input_format_null_as_default: 0,
  deduplicate_blocks_in_dependent_materialized_views: 1,
  // A batch of facts may reach over many years, and so over many months of partitions.
  max_partitions_per_insert_block: '0',
}

const json = { stringify: stringifyRow, parse: JSON.parse }

export function openEmbeddedAnalytics(options: EmbeddedAnalyticsOptions): Promise<AnalyticsStore> {
  return attempt(async () => {
    const connection = createChdbConnection({ directory: options.directory, connectionArgs: engineArguments(options) })
    const client = createClient({ connection, json, clickhouse_settings: commonSettings, log: { level: 127 } })
    return createStore(client, 'embedded')
  })
}

export function openServerAnalytics(options: ServerAnalyticsOptions): Promise<AnalyticsStore> {
  return attempt(async () => {
    const client = createClient({
      ...options,
      json,
      clickhouse_settings: { ...commonSettings, ...serverSettings },
      compression: { request: true, response: true },
      request_timeout: 300_000,
      max_open_connections: 32,
      use_multipart_params_auto: true,
      log: { level: 127 },
    })
    const store = createStore(client, 'server')
    await store.query('SELECT 1').catch(async (error: unknown) => {
      await client.close()
      throw error
    })
    return store
  })
}

function engineArguments(options: EmbeddedAnalyticsOptions): string[] | undefined {
  const settings: string[] = []
  if (options.maxMemoryBytes) settings.push(`--max_server_memory_usage=${options.maxMemoryBytes}`)
  if (options.backupDirectory) settings.push(`--backups.allowed_path=${options.backupDirectory}`)
  return settings.length > 0 ? ['--', ...settings] : undefined
}

function createStore(client: ClickHouseClient, kind: AnalyticsStore['kind']): AnalyticsStore {
  // Without it a server sends rows before it knows that the statement succeeds, and the embedded engine holds up the process.
  const whole: ClickHouseSettings = { wait_end_of_query: 1 }

  function select(query: string, params: Record<string, unknown> | undefined, settings: ClickHouseSettings) {
    return client.query({ query, query_params: toParameters(params), format: 'JSONEachRow', clickhouse_settings: settings })
  }

  return {
    kind,
    query: (sql, params, settings) => attempt(async () => await (await select(sql, params, { ...settings, ...whole })).json()),
    async *stream<T>(sql: string, params?: Record<string, unknown>, settings?: ClickHouseSettings) {
      const result = await attempt(() => select(sql, params, { ...settings }))
      try {
        for await (const rows of result.stream()) yield rows.map((row) => row.json<T>())
      } catch (error) {
        throw toAnalyticsError(error)
      } finally {
        result.close()
      }
    },
    command: (query, params, settings) =>
      attempt(async () => {
        await client.command({ query, query_params: toParameters(params), clickhouse_settings: { ...settings, ...whole } })
      }),
    insert: (table, rows, options) =>
      attempt(async () => {
        const clickhouse_settings = settingsOfInsert(options)
        await client.insert({ table: checkedTable(table), values: rows, format: 'JSONEachRow', clickhouse_settings })
      }),
    insertLines: (table, lines, options) =>
      attempt(async () => {
        if (lines.length === 0) return
        const query = `INSERT INTO ${checkedTable(table)} FORMAT JSONEachRow`
        const values = Readable.from([lines], { objectMode: false })
        const { stream } = await client.exec({ query, values, clickhouse_settings: settingsOfInsert(options) })
        stream.resume()
      }),
    restriction: () => '',
    close: () => client.close(),
  }
}

function settingsOfInsert({ token, distinct }: InsertOptions = {}): ClickHouseSettings {
  return {
    ...insertSettings,
    ...(token === undefined ? {} : { insert_deduplication_token: token }),
    ...(distinct ? { optimize_on_insert: 0 } : {}),
  }
}

function checkedTable(table: string): string {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(table)) throw new TypeError(`"${table}" is not a table's name`)
  return table
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toAnalyticsError(error)
  }
}

/** Only 64-bit integers need the slow way. */
function stringifyRow(row: unknown): string {
  try {
    return JSON.stringify(row)
  } catch {
    return JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  }
}
