import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Role } from '../../config/config.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { startClickHouseFront, type ClickHouseFront } from '../../test/clickhouse-front/start-clickhouse-front.js'
import { startPostgres, type Postgres } from '../../test/postgres.js'

const adminToken = 'a-token-that-all-processes-know'
let postgres: Postgres
let front: ClickHouseFront
let [ingest, worker, api]: TestApp[] = []

beforeAll(async () => {
  ;[postgres, front] = await Promise.all([startPostgres(), startClickHouseFront()])
  const { url, username, password } = front
  const start = (role: Role) =>
    startTestApp({
      role,
      adminToken,
      postgresUrl: postgres.url,
      secretKey: Buffer.alloc(32, 7).toString('base64'),
      clickhouse: { url, username, password, database: 'default' },
    })
  ingest = await start('ingest')
  worker = await start('worker')
  api = await start('api')
})
afterAll(async () => {
  await Promise.all([ingest, worker, api].map((app) => app?.stop()))
  await front?.stop()
  await postgres?.stop()
})

test('each role serves its own addresses and no others', async () => {
  const statuses = (app: TestApp | undefined) =>
    Promise.all(
      ['/v1/events', '/graphql', '/'].map(
        async (path) =>
          (
            await app?.request(path, {
              method: path === '/' ? 'GET' : 'POST',
              token: adminToken,
              headers: path === '/' ? {} : { 'content-type': 'application/json' },
              body: path === '/' ? undefined : '{}',
            })
          )?.status,
      ),
    )
  expect(await statuses(ingest)).toEqual([400, 404, 404])
  expect(await statuses(worker)).toEqual([404, 404, 404])
  expect(await statuses(api)).toEqual([404, 400, 200])
  expect(worker?.signInLink).toBeNull()
})

test('what one process takes in another works through, and a third tells its pages', async () => {
  const stop = new AbortController()
  const live = await api?.request('/v1/live', { token: adminToken, signal: stop.signal })
  const data = { deployment: 'd', service: 'payments', environment: 'production', outcome: 'succeeded' }
  const event = { id: '1', source: 'test', type: 'deployment.finished', time: '2026-11-02T10:04:00Z', data }
  const taken = await ingest?.request('/v1/events', {
    method: 'POST',
    token: adminToken,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  expect(taken?.status).toBe(202)
  let text = ''
  for await (const chunk of live?.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.includes('"facts"')) break
  }
  stop.abort()
  expect(text).toContain('data: {"what":"facts","services":["payments"]}')
  await vi.waitFor(async () =>
    expect((await api?.graphql('{ pipelineStatus { events pendingDeliveries } services { totalCount } }', {}, { token: adminToken }))?.data).toEqual({
      pipelineStatus: { events: 1, pendingDeliveries: 0 },
      services: { totalCount: 1 },
    }),
  )
})

test('a connection saved in one process is known in another', async () => {
  await api?.graphql('mutation { saveConnection(input: { integration: "github", source: "shared", open: true }) { url } }', {}, { token: adminToken })
  const headers = { 'content-type': 'application/json', 'x-github-event': 'ping' }
  await vi.waitFor(
    async () =>
      expect(
        (await ingest?.request('/v1/hooks/github/shared', { method: 'POST', token: null, headers, body: '{"zen":"a","hook_id":1,"hook":{}}' }))
          ?.status,
      ).toBe(202),
    { timeout: 8_000, interval: 500 },
  )
})
