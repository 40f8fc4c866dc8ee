import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnalyticsUnavailable } from './analytics-errors.js'
import { describeAnalyticsStore } from './analytics.suite.js'
import { openEmbeddedAnalytics } from './analytics-store.js'
import { teamView } from './team-view.js'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'analytics-'))
})

afterAll(async () => {
  await rm(directory, { recursive: true, force: true })
})

describe('embedded analytics', () => {
  describeAnalyticsStore(() => openEmbeddedAnalytics({ directory, maxMemoryBytes: 3_000_000_000 }))
})

describe('the embedded engine', () => {
  it('keeps data over a close, does not block the event loop, and is unavailable once closed', async () => {
    const first = await openEmbeddedAnalytics({ directory })
    await first.command('CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id')
    await first.insert('kept', [{ id: 7 }])
    await first.close()
    await expect(first.query('SELECT 1')).rejects.toThrow(AnalyticsUnavailable)

    const again = await openEmbeddedAnalytics({ directory })
    expect(await again.query('SELECT id FROM kept')).toEqual([{ id: '7' }])
    expect(await longestPauseSeconds(() => again.query('SELECT sleep(0.5)'))).toBeLessThan(0.25)
    await again.close()
  })

  it('takes parameters far longer than a statement may be', async () => {
    const store = await openEmbeddedAnalytics({ directory })
    const numbers = Array.from({ length: 200_000 }, (_, index) => index)
    const rows = await store.query('SELECT arraySum({numbers:Array(Int64)}) AS sum', { numbers })
    await store.close()
    // 0 + 1 + … + 199,999 = 199,999 · 200,000 / 2.
    expect(rows).toEqual([{ sum: '19999900000' }])
  })

  it('takes settings far longer than a statement may be', async () => {
    const store = await openEmbeddedAnalytics({ directory })
    const teams = Array.from({ length: 2_000 }, (_, index) => `team-of-payments-${index}`)
    const rows = await teamView(store, () => teams).query('SELECT 1 AS one')
    await store.close()
    expect(rows).toEqual([{ one: 1 }])
  })

  it('keeps to its memory', async () => {
    const store = await openEmbeddedAnalytics({ directory, maxMemoryBytes: 3_000_000_000 })
    const [row] = await store.query("SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'")
    await store.close()
    expect(row).toEqual({ value: '3000000000' })
  })
})

async function longestPauseSeconds(work: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0]
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await work()
  clearInterval(timer)
  return longest / 1000
}
