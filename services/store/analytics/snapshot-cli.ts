import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedAnalytics } from './analytics-store.js'
import { migrateAnalytics } from './migrate.js'
import { analyticsSnapshot } from './snapshot.js'

/** Writes schemas/clickhouse/snapshot.sql: today's schema, as all migrations together make it. Run from the root. */
const migrations = join(process.cwd(), 'schemas', 'clickhouse')
const directory = await mkdtemp(join(tmpdir(), 'windsock-snapshot-'))
const analytics = await openEmbeddedAnalytics({ directory })
try {
  await migrateAnalytics(analytics, { directory: migrations })
  await writeFile(join(migrations, 'snapshot.sql'), await analyticsSnapshot(analytics))
} finally {
  await analytics.close()
  await rm(directory, { recursive: true, force: true })
}
