import type { AnalyticsStore } from './analytics-store.js'
import { readMigrations, type Migration } from './migration-files.js'
import { renderForCluster } from './render-for-cluster.js'

/**
 * `directory` holds the numbered files. With `cluster`, the name of a ClickHouse cluster, tables are made replicated and
 * distributed over it.
 */
export type MigrationOptions = { directory: string; cluster?: string; onApplied?: (name: string) => void }

type Applied = { number: number; name: string; checksum: string }

/** The files and the database do not belong together; nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

const ledger = `CREATE TABLE IF NOT EXISTS schema_migrations
(
    number UInt32,
    name String,
    checksum FixedString(64),
    applied_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY number`

/**
 * Brings the schema forward, and returns the names of the files applied. A file is recorded after its last statement, so
 * that one interrupted in the middle runs again from its start: statements must be such as may be repeated (IF NOT EXISTS).
 */
export async function migrateAnalytics(store: AnalyticsStore, options: MigrationOptions): Promise<string[]> {
  const migrations = await readMigrations(options.directory)
  const render = (sql: string) => (options.cluster ? renderForCluster(sql, { cluster: options.cluster }) : [sql])
  for (const statement of render(ledger)) await store.command(statement)
  const applied = await readApplied(store)
  refuseStrangers(migrations, applied)
  const pending = migrations.slice(applied.length)
  for (const migration of pending) {
    for (const statement of migration.statements.flatMap(render)) await apply(store, migration, statement)
    await record(store, migration)
    options.onApplied?.(migration.name)
  }
  return pending.map((migration) => migration.name)
}

/** Names of the files that have not been applied yet; changes nothing. */
export async function pendingMigrations(store: AnalyticsStore, options: MigrationOptions): Promise<string[]> {
  const migrations = await readMigrations(options.directory)
  const [found] = await store.query<{ n: string }>(
    "SELECT count() AS n FROM system.tables WHERE database = currentDatabase() AND name = 'schema_migrations'",
  )
  const applied = found?.n === '0' ? [] : await readApplied(store)
  refuseStrangers(migrations, applied)
  return migrations.slice(applied.length).map((migration) => migration.name)
}

async function readApplied(store: AnalyticsStore): Promise<Applied[]> {
  return await store.query<Applied>('SELECT number, name, checksum FROM schema_migrations FINAL ORDER BY number')
}

function refuseStrangers(migrations: Migration[], applied: Applied[]): void {
  for (const [index, done] of applied.entries()) {
    const file = migrations[index]
    if (!file || done.number !== file.number) {
      throw new MigrationRefused(
        `The database has had migration ${done.name}, which this version does not have: it was made by a newer version, which must be used.`,
      )
    }
    if (done.checksum !== file.checksum || done.name !== file.name) {
      throw new MigrationRefused(
        `Migration ${file.name} is not what was applied to this database as ${done.name}: restore that file and put the change into a new one.`,
      )
    }
  }
}

async function apply(store: AnalyticsStore, migration: Migration, statement: string): Promise<void> {
  try {
    await store.command(statement)
  } catch (error) {
    const start = statement.slice(0, 60).replace(/\s+/g, ' ')
    if (error instanceof Error) error.message = `Migration ${migration.name} failed at "${start}…": ${error.message}`
    throw error
  }
}

async function record(store: AnalyticsStore, migration: Migration): Promise<void> {
  await store.command(
    `INSERT INTO schema_migrations (number, name, checksum, applied_at)
     SELECT {number:UInt32}, {name:String}, {checksum:String}, now64(3, 'UTC')`,
    { number: migration.number, name: migration.name, checksum: migration.checksum },
  )
}
