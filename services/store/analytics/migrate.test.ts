import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedAnalytics, type AnalyticsStore } from './analytics-store.js'
import { migrateAnalytics, MigrationRefused, pendingMigrations } from './migrate.js'
import { readMigrations, splitStatements } from './migration-files.js'
import { analyticsSnapshot } from './snapshot.js'

const first = `-- A comment; with semicolons;
CREATE TABLE IF NOT EXISTS events
(
    id String, -- the sender's; not ours
    at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY id
SETTINGS non_replicated_deduplication_window = 1000;

CREATE TABLE IF NOT EXISTS days (day Date, n UInt64) ENGINE = SummingMergeTree ORDER BY day;

CREATE MATERIALIZED VIEW IF NOT EXISTS days_view TO days AS SELECT toDate(at) AS day, count() AS n FROM events GROUP BY day;
`
const second = "ALTER TABLE events ADD COLUMN IF NOT EXISTS source String DEFAULT 'a;b';\n"

let root: string
let files: string
let store: AnalyticsStore

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'migrate-'))
  store = await openEmbeddedAnalytics({ directory: join(root, 'store') })
})

afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

beforeEach(async () => {
  files = await mkdtemp(join(root, 'files-'))
  await writeFile(join(files, '0001_first.sql'), first)
  await writeFile(join(files, '0002_second.sql'), second)
})

afterEach(async () => {
  for (const table of ['days_view', 'days', 'events', 'schema_migrations']) await store.command(`DROP TABLE IF EXISTS ${table} SYNC`)
})

const columns = async () => (await store.query<{ name: string }>('DESCRIBE TABLE events')).map(({ name }) => name)

describe('migrations', () => {
  it('apply once, in order, and add what is new later', async () => {
    expect(await pendingMigrations(store, { directory: files })).toEqual(['0001_first.sql', '0002_second.sql'])
    const told: string[] = []
    const applied = await migrateAnalytics(store, { directory: files, onApplied: (name) => told.push(name) })
    expect(applied).toEqual(['0001_first.sql', '0002_second.sql'])
    expect(told).toEqual(applied)
    expect(await columns()).toEqual(['id', 'at', 'source'])
    expect(await migrateAnalytics(store, { directory: files })).toEqual([])

    await writeFile(join(files, '0003_third.sql'), 'ALTER TABLE events ADD COLUMN IF NOT EXISTS third UInt8;')
    expect(await migrateAnalytics(store, { directory: files })).toEqual(['0003_third.sql'])
    expect(await pendingMigrations(store, { directory: files })).toEqual([])
  })

  it('refuse a file that was edited after it was applied, and change nothing', async () => {
    await migrateAnalytics(store, { directory: files })
    await writeFile(join(files, '0001_first.sql'), `${first}\n-- a word more\n`)
    await writeFile(join(files, '0003_third.sql'), 'ALTER TABLE events ADD COLUMN IF NOT EXISTS third UInt8;')
    const attempt = migrateAnalytics(store, { directory: files })
    await expect(attempt).rejects.toThrow(MigrationRefused)
    await expect(attempt).rejects.toThrow('0001_first.sql is not what was applied')
    expect(await columns()).not.toContain('third')
  })

  it('refuse a database that a newer version has made', async () => {
    await migrateAnalytics(store, { directory: files })
    await rm(join(files, '0002_second.sql'))
    await expect(migrateAnalytics(store, { directory: files })).rejects.toThrow(/made by a newer version/)
  })

  it('go on after one that was interrupted between its statements', async () => {
    await store.command(splitStatements(first)[0]!)
    await migrateAnalytics(store, { directory: files })
    await store.insert('events', [{ id: 'a', at: '2026-01-02T00:00:00Z' }])
    expect(await store.query('SELECT * FROM days')).toEqual([{ day: '2026-01-02', n: '1' }])
  })

  it('are not recorded when a statement fails, and say which', async () => {
    await writeFile(join(files, '0002_second.sql'), 'ALTER TABLE no_such_table ADD COLUMN x UInt8;')
    await expect(migrateAnalytics(store, { directory: files })).rejects.toThrow(/0002_second.sql failed at "ALTER TABLE no_such_table/)
    await writeFile(join(files, '0002_second.sql'), second)
    expect(await migrateAnalytics(store, { directory: files })).toEqual(['0002_second.sql'])
  })

  it('read the same with other line ends, and want numbers without gaps', async () => {
    const [before] = await readMigrations(files)
    await writeFile(join(files, '0001_first.sql'), first.replaceAll('\n', '\r\n'))
    expect((await readMigrations(files))[0]).toEqual(before)
    await cp(join(files, '0002_second.sql'), join(files, '0004_fourth.sql'))
    await expect(readMigrations(files)).rejects.toThrow(/should have the number 3/)
  })
})

describe('the snapshot', () => {
  it('is the tables by name and then the views, and the same each time', async () => {
    await migrateAnalytics(store, { directory: files })
    const text = await analyticsSnapshot(store)
    expect([...text.matchAll(/^CREATE (?:MATERIALIZED VIEW|TABLE) (\w+)/gm)].map(([, name]) => name)).toEqual([
      'days',
      'events',
      'schema_migrations',
      'days_view',
    ])
    expect(text).toContain('SETTINGS non_replicated_deduplication_window = 1000;')
    expect(text).not.toMatch(/index_granularity|default\.|SETTINGS ?;/)
    expect(await analyticsSnapshot(store)).toBe(text)
  })

  it('is itself SQL that makes the same schema', async () => {
    await migrateAnalytics(store, { directory: files })
    const text = await analyticsSnapshot(store)
    for (const table of ['days_view', 'days', 'events', 'schema_migrations']) await store.command(`DROP TABLE ${table} SYNC`)
    for (const statement of splitStatements(text)) await store.command(statement)
    expect(await analyticsSnapshot(store)).toBe(text)
  })
})
