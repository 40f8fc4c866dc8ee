import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedAnalytics } from '../store/analytics/analytics-store.js'
import { migrateAnalytics } from '../store/analytics/migrate.js'

const MIGRATIONS = join(import.meta.dirname, '../../schemas/clickhouse')

/** Lays an empty migrated store into a directory: a copy, which takes a fifth of the time of migrating. */
export async function copyAnalyticsTemplate(directory: string): Promise<void> {
  await cp(await analyticsTemplate(), directory, { recursive: true, verbatimSymlinks: true })
}

/** Made by the first that asks; it outlives the tests. */
async function analyticsTemplate(): Promise<string> {
  const template = join(tmpdir(), `analytics-template-${fingerprint()}-${userInfo().uid}`)
  if (existsSync(template)) return template
  const making = await mkdtemp(`${template}-`)
  const analytics = await openEmbeddedAnalytics({ directory: making })
  await migrateAnalytics(analytics, { directory: MIGRATIONS })
  await analytics.close()
  // Another process may have been first.
  await rename(making, template).catch(() => rm(making, { recursive: true, force: true }))
  return template
}

/** Of the migrations and of the engine that ran them. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../package.json', import.meta.url)))
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)))
  return hash.digest('hex').slice(0, 16)
}
