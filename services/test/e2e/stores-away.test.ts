import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startTestApp, type TestApp } from '../app.js'
import { startClickHouseFront, type ClickHouseFront } from '../clickhouse-front/start-clickhouse-front.js'
import { startCuttableProxy, type CuttableProxy } from '../cuttable-proxy.js'
import { startPostgres, type Postgres } from '../postgres.js'
import { writeRequestBody } from '../../../seed/telemetry/write-request.js'
import { askOverHttp } from './ask-over-http.js'
import { GITHUB_SECRET, hookRequest, rolloutDeliveries, rolloutWindow } from './github-deliveries.js'

const SECRET_KEY = Buffer.alloc(32, 9).toString('base64')
const FREQUENCY = `query ($from: DateTime!, $to: DateTime!) { metrics(keys: [deployment_frequency, change_failure_rate], window: { from: $from, to: $to }) { groups { total { value n } } } }`

let postgres: Postgres
let front: ClickHouseFront
let control: CuttableProxy
let analytics: CuttableProxy
let app: TestApp

beforeAll(async () => {
  ;[postgres, front] = await Promise.all([startPostgres(), startClickHouseFront()])
  control = await startCuttableProxy(addressOf(postgres.url))
  analytics = await startCuttableProxy(addressOf(front.url))
  const { username, password } = front
  app = await startTestApp({
    postgresUrl: throughPort(postgres.url, control.port),
    clickhouse: { url: throughPort(front.url, analytics.port), username, password, database: 'default' },
    secretKey: SECRET_KEY,
  })
  await app.graphql('mutation ($secret: String!) { saveConnection(input: { integration: "github", source: "main", secret: $secret }) { url } }', {
    secret: GITHUB_SECRET,
  })
})
afterAll(async () => {
  await app?.stop()
  await front?.stop()
  await postgres?.stop()
})

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}

function throughPort(url: string, port: number): string {
  const through = new URL(url)
  through.port = String(port)
  return through.href
}

/** Sends all that GitHub sends of these rollouts, and gives how each was answered. */
async function send(numbers: readonly number[]): Promise<number[]> {
  const deliveries = numbers.flatMap((number) => Object.values(rolloutDeliveries(number)))
  const responses = await Promise.all(
    deliveries.map(async (delivery) => app.request('/v1/hooks/github/main', { token: null, ...(await hookRequest(delivery)) })),
  )
  return [...new Set(responses.map(({ status }) => status))]
}

async function eventuallyCounts(expected: number): Promise<void> {
  const count = async () => (await askOverHttp(app, { key: 'deployment_frequency', service: 'ledger', ...rolloutWindow })).value
  await vi.waitFor(async () => expect(await count()).toBe(expected), { timeout: 30_000, interval: 250 })
}

it('with PostgreSQL away nothing that is sent is lost, and the numbers come right when it is back', async () => {
  expect(await send([0, 1])).toEqual([202])
  await eventuallyCounts(2)
  await control.cut()
  expect(await send([2, 3, 4])).toEqual([202])
  expect(await send([4])).toEqual([202])
  await control.mend()
  await eventuallyCounts(5)
}, 60_000)

it('with ClickHouse away a measure is an error and never 0, and the numbers come right when it is back', async () => {
  await app.settled()
  await analytics.cut()
  expect(await send([5, 6])).toEqual([202])
  const { status, data, errors } = await app.graphql<{ metrics: object[] } | null>(FREQUENCY, rolloutWindow)
  expect([status, data?.metrics ?? null, errors?.map(({ extensions }) => extensions.code)]).toEqual([503, null, ['STORE_UNAVAILABLE']])
  for (const list of ['releases', 'services', 'deployments', 'incidents', 'approvals']) {
    const answer = await app.graphql<object | null>(`{ ${list} { totalCount edges { cursor } } }`)
    expect([list, answer.status, answer.errors?.[0]?.extensions.code]).toEqual([list, 503, 'STORE_UNAVAILABLE'])
  }
  await analytics.mend()
  await eventuallyCounts(7)
  const { data: after } = await app.graphql<{ deliveries: { totalCount: number }; pipelineStatus: object }>(
    '{ deliveries(filter: { states: [DONE] }) { totalCount } pipelineStatus { deadDeliveries } }',
  )
  expect(after).toEqual({ deliveries: { totalCount: 21 }, pipelineStatus: { deadDeliveries: 0 } })
}, 60_000)

type Counted = { slo: { objectives: { good: number; total: number }[] } }

it('with ClickHouse away telemetry is told to come again, and counts once when it does', async () => {
  const save = 'mutation ($indicator: IndicatorInput!, $slo: SloInput!) { saveIndicator(input: $indicator) { name } saveSlo(input: $slo) { name } }'
  const indicator = {
    name: 'answers',
    kind: 'RATIO',
    total: { metric: 'requests' },
    bad: { metric: 'requests', matchers: [{ label: 'code', value: '500' }] },
  }
  expect((await app.graphql(save, { indicator, slo: { name: 'a', service: 'away', indicator: 'answers', target: 0.9 } })).errors).toBeUndefined()
  const at = Date.now() - 60_000
  const sendings = [otlpRequest(at), remoteWriteRequest(at)]
  await app.settled()
  await analytics.cut()
  for (const [path, init] of sendings) {
    const response = await app.request(path, init)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '5'])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  }
  await analytics.mend()
  for (const [path, init] of [...sendings, ...sendings])
    await vi.waitFor(async () => expect((await app.request(path, init)).status).toBeLessThan(300), { timeout: 20_000, interval: 250 })
  await app.settled()
  const { data } = await app.graphql<Counted>('{ slo(name: "a") { objectives { good total } } }')
  expect(data.slo.objectives).toEqual([{ good: 7, total: 7 }])
}, 90_000)

function otlpRequest(at: number): [string, RequestInit] {
  const attributes = [{ key: 'service.name', value: { stringValue: 'away' } }]
  const dataPoints = [{ attributes, timeUnixNano: `${at}000000`, startTimeUnixNano: `${at - 1_000}000000`, asInt: '7' }]
  const metrics = [{ name: 'requests', sum: { isMonotonic: true, aggregationTemporality: 1, dataPoints } }]
  const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] })
  return ['/v1/otlp/v1/metrics', { method: 'POST', headers: { 'content-type': 'application/json' }, body }]
}

/** The first reading of a running total, of which nothing is known from before. */
function remoteWriteRequest(at: number): [string, RequestInit] {
  const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' }
  const body = new Uint8Array(writeRequestBody([{ metric: 'requests_total', labels: { job: 'away' }, value: 3, at }]))
  return ['/v1/prometheus/write', { method: 'POST', headers, body }]
}
