import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clientOf, rollouts, ROLLOUTS, type Client } from './client.js'
import { compileServer, startServer, type ServerProcess } from './compiled-server.js'

const WINDOW = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'

let home: string
let compiled: Awaited<ReturnType<typeof compileServer>>
let server: ServerProcess
let { request, post, ask, settled }: Client = {} as Client

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'windsock-thread-'))
  compiled = await compileServer()
  server = await startServer(compiled.directory, join(home, 'data'))
  ;({ request, post, ask, settled } = clientOf(server))
  expect(await post('/v1/events', rollouts())).toBe(202)
  await settled()
}, 120_000)
afterAll(async () => {
  await server?.kill()
  await compiled?.remove()
  await rm(home, { recursive: true, force: true })
})

test('what is taken in by one thread is told of and answered by the other', async () => {
  const stop = new AbortController()
  const live = await request('/v1/live', { signal: stop.signal })
  const data = { deployment: 'of-staging', service: 'service-1', environment: 'staging', outcome: 'succeeded' }
  const event = { id: 'of-staging', source: 'test', type: 'deployment.finished', time: '2026-11-20T10:00:00Z', data }
  expect(await post('/v1/events', event)).toBe(202)
  let heard = ''
  for await (const chunk of live.body ?? []) {
    heard += Buffer.from(chunk).toString()
    if (heard.includes('"deliveries"') && heard.includes('"facts"')) break
  }
  stop.abort()
  expect(heard).toContain('data: {"what":"facts","services":["service-1"]}')
  const csv = await (await request(`/v1/export/deployments.csv?${WINDOW}`)).text()
  expect(csv).toContain('of-staging')
  expect((await stat(join(home, 'data', 'api-socket'))).mode & 0o777).toBe(0o700)
}, 60_000)

test('what is written by the thread that answers is worked through by the other', async () => {
  const input = { kind: 'DEPLOYMENT', fact: 'd-0', service: 'service-0', environment: 'production', fields: { outcome: 'failed' }, reason: 'it was' }
  await ask('mutation ($input: CorrectionInput!) { correctFact(input: $input) { id } }', { input })
  await vi.waitFor(
    async () => {
      const csv = await (await request(`/v1/export/deployments.csv?${WINDOW}`)).text()
      expect(csv.split('\r\n').filter((line) => line.includes('failed'))).toHaveLength(1)
    },
    { timeout: 20_000 },
  )
})

test('an export is streamed to its end, and those that nobody reads to the end hold up nothing', async () => {
  const path = `/v1/export/deployments.csv?${WINDOW}`
  for (let aborted = 0; aborted < 30; aborted += 1) {
    const stop = new AbortController()
    const response = await request(path, { signal: stop.signal })
    const reader = response.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toContain('deployment')
    stop.abort()
  }
  const lines = (await (await request(path)).text()).trim().split('\r\n')
  expect(lines.slice(1).filter((line) => line.includes('production'))).toHaveLength(ROLLOUTS)
}, 60_000)

test('faults are answered as one process answers them', async () => {
  const graphql = (body: string) => request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const cases = [
    [await graphql('{ not json'), 400, 'The body is not JSON.'],
    [await graphql(JSON.stringify({ query: `# ${'x'.repeat(1024 * 1024)}` })), 413, 'The body is larger than this address takes.'],
    [await request('/v1/events', { method: 'POST', body: 'not json' }), 415, ''],
    [await request('/v1/nothing'), 404, 'Cannot GET /v1/nothing'],
    [await request(`/v1/export/deployments.csv?from=yesterday`), 400, ''],
  ] as const
  for (const [response, status, detail] of cases) {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as { detail: string }
    expect([response.status, problem.detail]).toEqual([status, detail || problem.detail])
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
  const head = await request('/v1/openapi.json', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('what is changed by one thread is known to the other at once', async () => {
  const { createToken } = await ask<{ createToken: { token: { id: string }; secret: string } }>(
    'mutation { createToken(name: "sender", scopes: [INGEST]) { token { id } secret } }',
  )
  const send = () => post('/v1/events', rollouts().slice(0, 1), createToken.secret)
  const open = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-github-event': 'ping' },
    body: '{"zen":"a","hook_id":1,"hook":{}}',
  }
  const hook = async () => (await fetch(`${server.url}/v1/hooks/github/later`, open)).status
  expect([await send(), await hook()]).toEqual([202, 401])
  await ask('mutation { saveConnection(input: { integration: "github", source: "later", open: true }) { url } }')
  expect(await hook()).toBe(202)
  await ask('mutation ($id: ID!) { revokeToken(id: $id) { id } }', { id: createToken.token.id })
  expect(await send()).toBe(401)
})

test('telemetry that one thread takes in is listed by the other', async () => {
  const point = { asDouble: 1, timeUnixNano: String(BigInt(Date.now()) * 1_000_000n) }
  const metrics = { resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'up', gauge: { dataPoints: [point] } }] }] }] }
  expect(await post('/v1/otlp/v1/metrics', metrics)).toBe(200)
  const { telemetrySources } = await ask<{ telemetrySources: { source: string; points: number }[] }>('{ telemetrySources { source points } }')
  expect(telemetrySources).toEqual([{ source: 'local', points: 1 }])
})

test('wrong credentials of an address are counted together, whichever thread they are shown to', async () => {
  const headers = { 'x-windsock-visitor': '{"remoteAddress":"192.0.2.1","localAddress":"192.0.2.1"}' }
  const wrong = async (path: string, method = 'GET') => (await request(path, { token: 'windsock_wrong', method, headers })).status
  const statuses: number[] = []
  while (!statuses.includes(429) && statuses.length < 40) statuses.push(await wrong('/v1/events', 'POST'), await wrong('/v1/live'))
  const refused = statuses.filter((status) => status === 401).length
  expect(refused).toBeGreaterThan(10)
  expect(refused).toBeLessThanOrEqual(20)
  expect([await wrong('/v1/events', 'POST'), await wrong('/v1/live')]).toEqual([429, 429])
})
