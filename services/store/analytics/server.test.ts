import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClickHouseFront, type ClickHouseFront } from '../../test/clickhouse-front/start-clickhouse-front.js'
import { AnalyticsQueryError, AnalyticsUnavailable } from './analytics-errors.js'
import { describeAnalyticsStore } from './analytics.suite.js'
import { openServerAnalytics } from './analytics-store.js'

let front: ClickHouseFront
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'analytics-server-'))
  front = await startClickHouseFront({ directory })
})

afterAll(async () => {
  await front.stop()
  await rm(directory, { recursive: true, force: true })
})

const open = (password = front.password) => openServerAnalytics({ url: front.url, username: front.username, password, database: 'default' })

describe('analytics over HTTP', () => {
  describeAnalyticsStore(() => open())
})

describe('a server', () => {
  it('refuses a wrong password', async () => {
    await expect(open('wrong')).rejects.toMatchObject({ name: AnalyticsQueryError.name, type: 'AUTHENTICATION_FAILED' })
  })

  it('that is away makes every call unavailable, and not an answer', async () => {
    const other = await startClickHouseFront()
    const store = await openServerAnalytics({ ...other, database: 'default' })
    await other.stop()
    await expect(store.query('SELECT 1')).rejects.toThrow(AnalyticsUnavailable)
    await expect(store.insert('t', [{ id: 1 }])).rejects.toThrow(AnalyticsUnavailable)
    await expect(store.command('SELECT 1')).rejects.toThrow(AnalyticsUnavailable)
    await expect(openServerAnalytics({ ...other, database: 'default' })).rejects.toThrow(AnalyticsUnavailable)
    await store.close()
  })

  it('that goes away in the middle of a stream makes the stream throw', async () => {
    const other = await startClickHouseFront()
    const store = await openServerAnalytics({ ...other, database: 'default' })
    const read = async () => {
      for await (const rows of store.stream('SELECT number FROM numbers(500000000)')) {
        expect(rows.length).toBeGreaterThan(0)
        await other.stop()
      }
    }
    await expect(read()).rejects.toThrow(AnalyticsUnavailable)
    await store.close()
  })
})
