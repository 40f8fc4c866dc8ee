import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.stop())

async function codesOf(query: string, variables: object = {}): Promise<string[]> {
  const { errors } = await app.graphql(query, variables)
  return (errors ?? []).map(({ extensions }) => extensions.code)
}

describe('what is asked too much is refused with a code', () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `node { ${nested(depth - 1)} }`)

  test('too deep, and not a field before', async () => {
    expect(await codesOf(`{ releases { edges { ${nested(10)} } } }`)).toContain('QUERY_TOO_DEEP')
    expect(await codesOf(`{ releases { edges { ${nested(9)} } } }`)).not.toContain('QUERY_TOO_DEEP')
  })

  test('too deep through fragments', async () => {
    const parts = Array.from({ length: 10 }, (_, index) => `fragment F${index} on Release { node { ${index === 9 ? 'id' : `...F${index + 1}`} } }`)
    expect(await codesOf(`{ releases { edges { node { ...F0 } } } } ${parts.join(' ')}`)).toContain('QUERY_TOO_DEEP')
  })

  test('too costly, by size or by aliases', async () => {
    const page = 'edges { node { id state outcome error body headers events { id } } }'
    expect(
      await codesOf(`query ($n: Int!) { ${Array.from({ length: 8 }, (_, index) => `a${index}: deliveries(first: $n) { ${page} }`).join(' ')} }`, {
        n: 500,
      }),
    ).toEqual(['QUERY_TOO_COSTLY'])
    expect(await codesOf(`{ deliveries(first: 10) { ${page} } }`)).toEqual([])
  })

  test('too many words', async () => {
    const { errors, status } = await app.graphql(`{ ${'viewer { login } '.repeat(2_000)} }`)
    expect(status).toBe(400)
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED')
  })

  test('several at once', async () => {
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{"query":"{viewer{login}}"},{"query":"{viewer{login}}"}]',
    })
    expect(response.status).toBe(400)
  })

  test('a page too large, a cursor of another kind, a time that is none', async () => {
    expect(await codesOf('{ deliveries(first: 501) { totalCount } }')).toEqual(['BAD_USER_INPUT'])
    expect(await codesOf('{ deliveries(after: "nonsense") { totalCount } }')).toEqual(['BAD_USER_INPUT'])
    expect(await codesOf('mutation { createToken(name: "x", scopes: [READ], expiresAt: "soon") { secret } }')).toHaveLength(1)
  })
})

test.each<[string, string, object, RegExp]>([
  ['a field that is not known', '$it: WindowInput!', { from: '2026-10-05T00:00:00Z', too: 1 }, /"too" is not defined by type "WindowInput"/],
  ['a time out of reach', '$it: WindowInput!', { from: '1901-10-05T00:00:00Z', to: '2026-10-05T00:00:00Z' }, /of the years 1970 to 2299/],
  ['nothing', '$it: WindowInput!', {}, /Field "to" of required type "DateTime!" was not provided/],
])('a variable with %s is refused with the reason', async (_, variable, it, reason) => {
  const { errors } = await app.graphql(`query (${variable}) { metrics(keys: [deployment_frequency], window: $it) { key } }`, { it })
  expect(errors).toHaveLength(1)
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toMatch(reason)
})

test('an ordinary form or link of another site cannot ask anything', async () => {
  const simple = await app.request('/graphql?query={viewer{login}}')
  expect(simple.status).toBe(400)
  const form = await app.request('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{viewer{login}}"}' })
  expect(form.status).toBe(415)
})

test('the schema can be asked for whole', async () => {
  const type = (depth: number): string => (depth === 0 ? 'name' : `name ofType { ${type(depth - 1)} }`)
  const { errors, data } = await app.graphql<{ __schema: { types: object[] } }>(
    `{ __schema { types { name fields(includeDeprecated: true) { name args { name type { ${type(7)} } } type { ${type(7)} } } } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.__schema.types.length).toBeGreaterThan(20)
})

test('pages follow each other without gap or repetition', async () => {
  for (let index = 0; index < 7; index++) {
    const event = {
      id: `page-${index}`,
      source: 'test',
      type: 'deployment.finished',
      time: '2026-11-02T10:04:00Z',
      data: { deployment: `page-${index}`, service: 'pages', environment: 'production', outcome: 'succeeded' },
    }
    await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })
  }
  const seen: string[] = []
  let after: string | null = null
  do {
    const { data }: { data: DeliveryPage } = await app.graphql(
      'query ($after: String) { deliveries(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }',
      { after },
    )
    expect(data.deliveries.totalCount).toBe(7)
    seen.push(...data.deliveries.edges.map(({ node }) => node.id))
    after = data.deliveries.pageInfo.hasNextPage ? data.deliveries.pageInfo.endCursor : null
  } while (after !== null)
  expect(seen).toEqual(['d7', 'd6', 'd5', 'd4', 'd3', 'd2', 'd1'])
})

interface DeliveryPage {
  deliveries: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] }
}

test('a dead delivery is listed with its reason and replayed on demand', async () => {
  await app.graphql('mutation { saveConnection(input: { integration: "github", source: "poison", open: true }) { source } }')
  const headers = { 'content-type': 'application/json', 'x-github-event': 'deployment_status', 'x-github-delivery': 'poison-1' }
  expect((await app.request('/v1/hooks/github/poison', { method: 'POST', token: null, headers, body: '{"deployment_status":7}' })).status).toBe(202)
  await app.settled()
  const { data } = await app.graphql<{
    deliveries: { edges: { node: { id: string; error: string; processedAt: string } }[] }
    pipelineStatus: object
  }>('{ deliveries(filter: { states: [DEAD] }) { edges { node { id error state body processedAt } } } pipelineStatus { deadDeliveries } }')
  expect(data.pipelineStatus).toEqual({ deadDeliveries: 1 })
  const [dead] = data.deliveries.edges.map(({ node }) => node)
  expect(dead).toMatchObject({ state: 'DEAD', body: '{"deployment_status":7}' })
  expect(dead?.error).not.toBe('')
  const replayed = await app.graphql<{ replayDelivery: { state: string } }>('mutation ($id: ID!) { replayDelivery(id: $id) { state } }', {
    id: dead?.id,
  })
  expect(['PENDING', 'LEASED', 'DEAD']).toContain(replayed.data.replayDelivery.state)
  await app.settled()
  const again = await app.graphql<{ delivery: { state: string; processedAt: string } }>(
    'query ($id: ID!) { delivery(id: $id) { state processedAt } }',
    { id: dead?.id },
  )
  expect(again.data.delivery.state).toBe('DEAD')
  expect(again.data.delivery.processedAt > (dead?.processedAt ?? '')).toBe(true)
})

test('open pages are told when the numbers have changed', async () => {
  const stop = new AbortController()
  const response = await app.request('/v1/live', { signal: stop.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const event = {
    id: 'live-1',
    source: 'test',
    type: 'deployment.finished',
    time: '2026-11-02T10:04:00Z',
    data: { deployment: 'live-1', service: 'live', environment: 'production', outcome: 'succeeded' },
  }
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.includes('"facts"')) break
  }
  expect(text).toContain('event: changed\ndata: {"what":"facts","services":["live"]}\n\n')
  stop.abort()
})

test('its own metrics are in the text format of Prometheus', async () => {
  const text = await (await app.request('/metrics')).text()
  expect(text).toMatch(/^# HELP windsock_events_stored .+\n# TYPE windsock_events_stored gauge\nwindsock_events_stored \d+\n/)
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+ \d+(\.\d+)?)$/)
})
