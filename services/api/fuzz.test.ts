import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../test/app.js'

// The short form: some hundred inputs for each address. The bench has the long one.
const RUNS = { seed: 20_261_102, numRuns: 150 }
let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await app.graphql('mutation { saveConnection(input: { integration: "github", source: "open", open: true }) { url } }')
})
afterAll(() => app?.stop())

const field = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('0001-01-01T00:00:00Z', '2026-11-02T10:04:00.123456789Z', '9999-12-31T23:59:59Z', '\u0000', '\ud800', '', -1, 1e308, null),
)
const almostEvent = fc.record(
  {
    id: fc.oneof(fc.string(), field),
    source: fc.oneof(fc.constant('fuzz'), field),
    type: fc.oneof(fc.constantFrom('deployment.finished', 'incident.detected', 'change.committed', 'sli.sampled'), field),
    time: fc.oneof(fc.constant('2026-11-02T10:04:00Z'), field),
    revision: field,
    data: fc.oneof(
      fc.dictionary(
        fc.constantFrom('deployment', 'service', 'environment', 'outcome', 'sha', 'repository', 'incident', 'labels', 'changes', '__proto__'),
        field,
      ),
      field,
    ),
    specversion: fc.oneof(fc.constantFrom('1.0', undefined), field),
    context: fc.oneof(
      fc.record({
        type: fc.constantFrom('dev.cdevents.service.deployed.0.2.0', 'dev.cdevents.change.merged.0.2.0'),
        id: field,
        source: field,
        timestamp: field,
      }),
      field,
    ),
    subject: fc.oneof(fc.record({ id: field, content: field }), field),
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  almostEvent.map((event) => JSON.stringify(event)),
  fc.array(almostEvent, { maxLength: 5 }).map((events) => JSON.stringify(events)),
  fc
    .array(
      fc.oneof(
        almostEvent.map((event) => JSON.stringify(event)),
        fc.string(),
      ),
      { maxLength: 5 },
    )
    .map((lines) => lines.join('\n')),
  fc.string(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
)
const contentType = fc.constantFrom(
  'application/json',
  'application/x-ndjson',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'text/plain',
  'application/json; charset=latin1',
)

async function statusOf(path: string, content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<number> {
  const response = await app.request(path, { method: 'POST', body: content, headers })
  const text = await response.text()
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  expect(isProblem || response.status < 400, text).toBe(true)
  return response.status
}

test('whatever is sent as events is accepted or refused, and never a fault', async () => {
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(
      body,
      contentType,
      fc.dictionary(fc.constantFrom('ce-id', 'ce-type', 'ce-source', 'ce-specversion', 'ce-time'), fc.stringMatching(/^[!-~]{1,20}$/)),
      async (content, type, headers) => {
        const status = await statusOf('/v1/events', content, { 'content-type': type, ...headers })
        seen.add(status)
        return [202, 400, 415].includes(status)
      },
    ),
    RUNS,
  )
  expect(seen.size).toBeGreaterThan(1)
}, 120_000)

test('whatever comes to a webhook is accepted or refused, and never a fault', async () => {
  const kind = fc.constantFrom('push', 'pull_request', 'deployment_status', 'workflow_run', 'release', 'nothing_known')
  await fc.assert(
    fc.asyncProperty(
      body,
      kind,
      fc.constantFrom('github/open', 'github/%00', 'github/..%2f..', 'github/unknown', 'nowhere/open'),
      async (content, event, place) => {
        const status = await statusOf(`/v1/hooks/${place}`, content, { 'content-type': 'application/json', 'x-github-event': event })
        return [202, 400, 401, 404].includes(status)
      },
    ),
    RUNS,
  )
}, 120_000)

test('whatever is asked of GraphQL is answered or refused with a code that is not INTERNAL', async () => {
  const query = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc
      .record({ first: fc.integer(), after: fc.string() })
      .map(({ first, after }) => `{ deliveries(first: ${first}, after: ${JSON.stringify(after)}) { totalCount } }`),
    fc.string().map((id) => `{ delivery(id: ${JSON.stringify(id)}) { id } }`),
    fc
      .constantFrom('\u0000', '\ud800', 'x')
      .map((text) => `mutation { createToken(name: ${JSON.stringify(`a${text}`)}, scopes: [READ]) { token { id } } }`),
    fc.constantFrom('\u0000', '\ud800', 'x').map((text) => `{ deliveries(filter: { sources: [${JSON.stringify(text)}] }) { totalCount } }`),
    fc
      .array(fc.jsonValue(), { maxLength: 3 })
      .map(
        (key) =>
          `{ deliveries(after: "${Buffer.from(JSON.stringify(key)).toString('base64url')}") { totalCount } auditLog(after: "${Buffer.from(JSON.stringify(key)).toString('base64url')}") { totalCount } }`,
      ),
  )
  await fc.assert(
    fc.asyncProperty(query, fc.jsonValue(), async (text, variables) => {
      const response = await app.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      })
      const answer = (await response.json()) as { errors?: { extensions?: { code?: string } }[] }
      return response.status < 500 && (answer.errors ?? []).every(({ extensions }) => extensions?.code !== 'INTERNAL')
    }),
    RUNS,
  )
}, 120_000)

test('nothing of it became a fault later, and what was accepted is done or explained', async () => {
  await app.settled()
  const { data } = await app.graphql<{ deliveries: { edges: { node: { state: string; error: string | null; outcome: string | null } }[] } }>(
    '{ deliveries(first: 500, filter: { states: [PENDING, LEASED, DONE, DEAD] }) { edges { node { state error outcome } } } }',
  )
  const open = data.deliveries.edges.filter(({ node }) => (node.state === 'DONE' ? !node.outcome : node.state !== 'DEAD' || !node.error))
  expect(open).toEqual([])
})
