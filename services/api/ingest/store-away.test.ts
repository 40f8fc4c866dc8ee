import { sign } from '@octokit/webhooks-methods'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { startClickHouseFront, type ClickHouseFront } from '../../test/clickhouse-front/start-clickhouse-front.js'
import { startCuttableProxy, type CuttableProxy } from '../../test/cuttable-proxy.js'
import { startPostgres, type Postgres } from '../../test/postgres.js'

const SECRET = 'the-secret-of-the-webhook'
let postgres: Postgres
let front: ClickHouseFront
let control: CuttableProxy
let analytics: CuttableProxy
let app: TestApp

beforeAll(async () => {
  ;[postgres, front] = await Promise.all([startPostgres(), startClickHouseFront()])
  const [postgresUrl, clickhouseUrl] = [new URL(postgres.url), new URL(front.url)]
  control = await startCuttableProxy({ host: postgresUrl.hostname, port: Number(postgresUrl.port) })
  analytics = await startCuttableProxy({ host: clickhouseUrl.hostname, port: Number(clickhouseUrl.port) })
  postgresUrl.port = String(control.port)
  clickhouseUrl.port = String(analytics.port)
  const { username, password } = front
  app = await startTestApp({
    postgresUrl: postgresUrl.href,
    secretKey: Buffer.alloc(32, 7).toString('base64'),
    clickhouse: { url: clickhouseUrl.href, username, password, database: 'default' },
  })
  await app.graphql('mutation ($secret: String!) { saveConnection(input: { integration: "github", source: "main", secret: $secret }) { url } }', {
    secret: SECRET,
  })
})
afterAll(async () => {
  await app?.stop()
  await front?.stop()
  await postgres?.stop()
})

async function hook(id: string): Promise<Response> {
  const body = JSON.stringify({ zen: id, hook_id: 1, hook: {} })
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': id,
    'x-hub-signature-256': await sign(SECRET, body),
  }
  return await app.request('/v1/hooks/github/main', { method: 'POST', token: null, headers, body })
}

function sendEvent(id: string): Promise<Response> {
  const data = { deployment: id, service: 'payments', environment: 'production', outcome: 'succeeded' }
  const event = { id, source: 'test', type: 'deployment.finished', time: '2026-11-02T10:04:00Z', data }
  return app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })
}

async function statesOf(): Promise<Record<string, string>> {
  const { data } = await app.graphql<{ deliveries: { edges: { node: { deliveryId: string; state: string } }[] } }>(
    '{ deliveries(first: 100) { edges { node { deliveryId state } } } }',
  )
  return Object.fromEntries(data.deliveries.edges.map(({ node }) => [node.deliveryId, node.state]))
}

test('with PostgreSQL away webhooks are still taken in, and are there once when it is back', async () => {
  expect((await hook('before')).status).toBe(202)
  await control.cut()

  const hooks = await Promise.all(Array.from({ length: 20 }, (_, index) => hook(`away-${index}`)))
  expect(hooks.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 202))
  expect((await hook('away-0')).status).toBe(202)
  expect((await app.request('/v1/hooks/github/main', { method: 'POST', token: null, body: '{}' })).status).toBe(401)

  const event = await sendEvent('refused')
  expect(event.status).toBe(503)
  expect(event.headers.get('retry-after')).toBe('5')
  const read = await app.graphql('{ deliveries { totalCount } }')
  expect(read.status).toBe(503)
  expect(read.errors?.[0]?.extensions.code).toBe('STORE_UNAVAILABLE')
  const ready = await app.request('/readyz')
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', missing: ['the control store'] }])

  await control.mend()
  const expected = Object.fromEntries(['before', ...Array.from({ length: 20 }, (_, index) => `away-${index}`)].map((id) => [id, 'DONE']))
  await vi.waitFor(async () => expect(await statesOf()).toEqual(expected), { timeout: 20_000, interval: 200 })
  expect((await sendEvent('accepted')).status).toBe(202)
}, 60_000)

test('with ClickHouse away everything is taken in and nothing is shown as if there were nothing', async () => {
  await app.settled()
  await analytics.cut()
  expect((await sendEvent('meanwhile')).status).toBe(202)
  expect((await hook('meanwhile')).status).toBe(202)
  const read = await app.graphql<null>('{ pipelineStatus { events } }')
  expect([read.status, read.data ?? null, read.errors?.[0]?.extensions.code]).toEqual([503, null, 'STORE_UNAVAILABLE'])
  await analytics.mend()
  await vi.waitFor(
    async () =>
      expect((await app.graphql('{ pipelineStatus { events pendingDeliveries deadDeliveries } }')).data).toEqual({
        pipelineStatus: { events: 2, pendingDeliveries: 0, deadDeliveries: 0 },
      }),
    {
      timeout: 20_000,
      interval: 200,
    },
  )
}, 60_000)
