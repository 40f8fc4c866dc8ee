import { sign } from '@octokit/webhooks-methods'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const SECRET = 'the-secret-of-the-webhook'
let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const saved = await app.graphql(
    `mutation ($secret: String!) {
      signed: saveConnection(input: { integration: "github", source: "main", secret: $secret }) { hasSecret url }
      open: saveConnection(input: { integration: "github", source: "open", open: true }) { open }
      closed: saveConnection(input: { integration: "github", source: "closed" }) { hasSecret open }
    }`,
    { secret: SECRET },
  )
  expect(saved.errors).toBeUndefined()
})
afterAll(() => app?.stop())

function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, token?: string | null): Promise<Response> {
  return app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, token })
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await response.json()) as { status: number; title: string; detail: string; errors?: { path: string; message: string }[] }
  expect(problem.status).toBe(response.status)
  return problem
}

let count = 0
function event(overrides: object = {}): object {
  const id = `bad-input-${++count}`
  const data = { deployment: id, service: 'bad-input', environment: 'production', outcome: 'succeeded' }
  return { id, source: 'test', type: 'deployment.finished', time: '2026-11-02T10:04:00+02:00', data, ...overrides }
}

describe('events', () => {
  test.each([
    ['not JSON', '{"id":', '', /not JSON|JSON/],
    ['nothing', '', '', /empty/],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), '', /UTF-8/],
    ['an empty list', '[]', '', /no event/],
  ])('%s is 400', async (_name, body, path, message) => {
    const response = await post('/v1/events', body)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  test.each([
    ['a missing field', { data: { deployment: 'd', environment: 'e', outcome: 'succeeded' } }, 'data.service', /missing/],
    ['a wrong type', { data: { deployment: 'd', service: 7, environment: 'e', outcome: 'succeeded' } }, 'data.service', /text/],
    ['an unknown outcome', { data: { deployment: 'd', service: 's', environment: 'e', outcome: 'good' } }, 'data.outcome', /succeeded/],
    ['a time without offset', { time: '2026-11-02T10:04:00' }, 'time', /offset/],
    ['a day that is none', { time: '2026-02-30T10:04:00Z' }, 'time', /real date/],
    ['an unknown type', { type: 'deployment.wished' }, 'type', /./],
  ])('%s is 400 with its path', async (_name, overrides, path, message) => {
    const response = await post('/v1/events', JSON.stringify(event(overrides)))
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toContainEqual({ path, message: expect.stringMatching(message) })
  })

  test('of a list in which none is good each path begins with its index', async () => {
    const response = await post('/v1/events', JSON.stringify([event({ time: 'now' }), event({ id: '' })]))
    expect(response.status).toBe(400)
    const { errors, detail } = await problemOf(response)
    expect(detail).toBe('None of the 2 events was accepted.')
    expect(errors?.map(({ path }) => path)).toEqual(['0.time', '1.id'])
  })

  test('the good ones of a mixed batch are stored, the others named, repetitions counted', async () => {
    const good = event()
    const lines = [good, event({ type: 'nothing.known' }), good, event()].map((item) => JSON.stringify(item))
    const body = [...lines, '{broken'].join('\n')
    const before = await eventCount()
    const response = await post('/v1/events', body, { 'content-type': 'application/x-ndjson' })
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({
      accepted: 2,
      duplicates: 1,
      rejected: [
        { index: 1, error: expect.stringMatching(/type/) },
        { index: 4, error: expect.stringMatching(/line 5/) },
      ],
    })
    await app.settled()
    expect(await eventCount()).toBe(before + 2)
    const again = await post('/v1/events', JSON.stringify(good))
    expect(await again.json()).toEqual({ accepted: 0, duplicates: 1, rejected: [] })
    await app.settled()
    expect(await eventCount()).toBe(before + 2)
  })

  test('a time more than a day ahead is kept', async () => {
    const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString()
    expect((await post('/v1/events', JSON.stringify(event({ time: ahead })))).status).toBe(202)
  })

  test('a body over five mebibytes is 413, with and without a length', async () => {
    const body = `[${' '.repeat(5 * 1024 * 1024)}]`
    expect((await post('/v1/events', body)).status).toBe(413)
    const stream = new Blob([body]).stream()
    const chunked = await app.request('/v1/events', {
      method: 'POST',
      body: stream,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
    await problemOf(chunked)
  })

  test('what is no JSON by its own word is 415, and so is what is compressed', async () => {
    expect((await post('/v1/events', '<event/>', { 'content-type': 'application/xml' })).status).toBe(415)
    expect((await post('/v1/events', 'x', { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  test('an event of a thousand levels is refused like any other', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const response = await post(
      '/v1/events',
      `{"id":"deep","source":"test","type":"deployment.finished","time":"2026-11-02T10:04:00Z","data":{"labels":${deep}}}`,
    )
    expect(response.status).toBe(400)
  })

  test('CloudEvents in binary mode and a CDEvent that gives nothing are accepted and explained', async () => {
    const { id, data } = event() as { id: string; data: object }
    const binary = {
      'ce-specversion': '1.0',
      'ce-id': id,
      'ce-source': 'test',
      'ce-type': 'dev.windsock.deployment.finished',
      'ce-time': '2026-11-02T10:04:00Z',
    }
    expect((await post('/v1/events', JSON.stringify(data), binary)).status).toBe(202)
    const cdevent = {
      context: {
        specversion: '0.4.1',
        id: 'cd-1',
        source: 'test',
        type: 'dev.cdevents.pipelinerun.started.0.2.0',
        timestamp: '2026-11-02T10:04:00Z',
      },
      subject: { id: 'run-1', type: 'pipelineRun', content: {} },
    }
    const answer = await post('/v1/events', JSON.stringify(cdevent))
    expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    await app.settled()
    const [cd, ce] = await lastOutcomes(2)
    expect(cd).toMatch(/^nothing to record; /)
    expect(ce).toBe('1 event: deployment.finished ×1')
  })

  test('credentials in an event are not kept', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    const item = event() as { data: object }
    await post('/v1/events', JSON.stringify({ ...item, data: { ...item.data, labels: [token], note: token } }))
    const { data } = await app.graphql<{ deliveries: { edges: { node: { body: string } }[] } }>(
      '{ deliveries(first: 1) { edges { node { body } } } }',
    )
    expect(data.deliveries.edges[0]?.node.body).toContain('[scrubbed]')
    expect(data.deliveries.edges[0]?.node.body).not.toContain('ghp_')
  })
})

describe('webhooks', () => {
  const push = JSON.stringify({ zen: 'Keep it logically awesome.', hook_id: 1, hook: {} })

  async function hook(source: string, body: string, headers: Record<string, string> = {}, integration = 'github'): Promise<Response> {
    return await post(
      `/v1/hooks/${integration}/${source}`,
      body,
      { 'x-github-event': 'ping', 'x-github-delivery': `delivery-${++count}`, ...headers },
      null,
    )
  }

  async function refusals(): Promise<{ reason: string; source: string; size: number; body: string | null }[]> {
    const { data } = await app.graphql<{ deliveries: { edges: { node: { error: string; source: string; size: number; body: string | null } }[] } }>(
      '{ deliveries(filter: { states: [REFUSED] }, first: 100) { edges { node { error source size body headers } } } }',
    )
    return data.deliveries.edges.map(({ node: { error, ...node } }) => ({ ...node, reason: error }))
  }

  test('a signed one is accepted without a token, and the same one again says so', async () => {
    const headers = { 'x-hub-signature-256': await sign(SECRET, push), 'x-github-delivery': 'twice' }
    const first = await hook('main', push, headers)
    expect(first.status).toBe(202)
    expect(await first.json()).toMatchObject({ accepted: true, duplicate: false })
    const again = await hook('main', push, headers)
    expect(again.status).toBe(202)
    expect(await again.json()).toMatchObject({ accepted: true, duplicate: true })
    await app.settled()
    expect((await lastOutcomes(1))[0]).toMatch(/^nothing to record; ./)
  })

  test.each([
    ['unsigned', 'main', {}],
    ['signed with another secret', 'main', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }],
    ['with the old kind of signature', 'main', { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }],
    ['to a source without a secret', 'closed', {}],
    ['to a source nobody set up', 'nobody', {}],
  ])('%s is 401, and only when, where, why and how large is kept', async (_name, source, headers) => {
    const before = (await refusals()).length
    const response = await hook(source, push, headers as Record<string, string>)
    expect(response.status).toBe(401)
    const { detail } = await problemOf(response)
    const kept = await refusals()
    expect(kept).toHaveLength(before + 1)
    expect(kept[0]).toEqual({ reason: detail, source, size: push.length, body: null, headers: null })
    const rows = await app.graphql<{ deliveries: { totalCount: number } }>(
      'query ($source: String!) { deliveries(filter: { sources: [$source], states: [PENDING, LEASED, DONE, DEAD] }) { totalCount } }',
      { source },
    )
    expect(rows.data.deliveries.totalCount).toBe(source === 'main' ? 1 : 0)
  })

  test('a changed byte is 401', async () => {
    const signature = await sign(SECRET, push)
    expect((await hook('main', push.replace('Keep', 'keep'), { 'x-hub-signature-256': signature })).status).toBe(401)
  })

  test('a source that is declared open takes unsigned ones', async () => {
    expect((await hook('open', push)).status).toBe(202)
  })

  test('an unknown integration is 404', async () => {
    const response = await hook('main', push, {}, 'nowhere')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).detail).toBe('There is no integration named nowhere.')
  })

  test('signed, but not JSON, is 400', async () => {
    expect((await hook('main', 'payload=1', { 'x-hub-signature-256': await sign(SECRET, 'payload=1') })).status).toBe(400)
  })

  test('more than 25 mebibytes is 413, a little less is read', async () => {
    const mebibytes = (n: number) => ' '.repeat(n * 1024 * 1024)
    expect((await hook('main', mebibytes(25) + push)).status).toBe(413)
    expect((await hook('main', mebibytes(24) + push)).status).toBe(401)
  })

  test('a secret in a payload is not kept, though it was signed with it in', async () => {
    const body = JSON.stringify({ zen: `ghp_${'a1B2'.repeat(9)}`, hook_id: 1, hook: {} })
    expect((await hook('main', body, { 'x-hub-signature-256': await sign(SECRET, body) })).status).toBe(202)
    const { data } = await app.graphql<{ deliveries: { edges: { node: { body: string; headers: object } }[] } }>(
      '{ deliveries(first: 1, filter: { integrations: ["github"] }) { edges { node { body headers } } } }',
    )
    expect(JSON.parse(data.deliveries.edges[0]?.node.body ?? '')).toMatchObject({ zen: '[scrubbed]' })
    expect(Object.keys(data.deliveries.edges[0]?.node.headers ?? {})).not.toContain('x-hub-signature-256')
  })
})

async function eventCount(): Promise<number> {
  const { data } = await app.graphql<{ pipelineStatus: { events: number } }>('{ pipelineStatus { events } }')
  return data.pipelineStatus.events
}

async function lastOutcomes(first: number): Promise<string[]> {
  const { data } = await app.graphql<{ deliveries: { edges: { node: { outcome: string } }[] } }>(
    'query ($first: Int!) { deliveries(first: $first, filter: { states: [DONE] }) { edges { node { outcome } } } }',
    { first },
  )
  return data.deliveries.edges.map(({ node }) => node.outcome)
}
