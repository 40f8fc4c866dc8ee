import fc from 'fast-check'
import snappy from 'snappyjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MetricsRequest } from '../../ingest/telemetry/otlp/messages.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { writeRequestBody } from '../../../seed/telemetry/write-request.js'

// The short form. WINDSOCK_FUZZ_RUNS says how many for the long one.
const RUNS = { seed: 20_261_130, numRuns: Number(process.env.WINDSOCK_FUZZ_RUNS ?? 200) }
const TIMEOUT = RUNS.numRuns * 600

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const gauge = { name: 'level', kind: 'GAUGE', value: { metric: 'm' } }
  const ratio = {
    name: 'answers',
    kind: 'RATIO',
    total: { metric: 'm' },
    bad: { metric: 'm', matchers: [{ label: 'a', op: 'MATCHES', value: '(.+)+x' }] },
  }
  const latency = { name: 'quickness', kind: 'LATENCY', histogram: { metric: 'm' }, threshold: 1 }
  for (const input of [gauge, ratio, latency])
    expect((await app.graphql('mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })).errors).toBeUndefined()
})

afterAll(async () => {
  await app?.stop()
})

const now = Date.now()
const nanoseconds = fc.oneof(fc.constantFrom('0', `${now}000000`, `${now - 60_000}000000`, '18446744073709551615', '-1', 1e300, 'soon', null))
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom<unknown>('NaN', 'Infinity', 1e33, -1e300, '9223372036854775807', '', null, {}, '\ud800'),
)
const name = fc.oneof(fc.constantFrom('m', '', '\0', '__proto__', 'service.name', 'service', 'a', '\ud800'), fc.string())
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.record({ stringValue: name }),
    fc.record({ intValue: number }),
    fc.record({ doubleValue: number }),
    fc.record({ boolValue: fc.oneof(fc.boolean(), number) }),
    fc.record({ bytesValue: name }),
    fc.record({ arrayValue: fc.record({ values: fc.array(tie('value'), { maxLength: 3 }) }) }),
    fc.record({ kvlistValue: fc.record({ values: fc.array(fc.record({ key: name, value: tie('value') }), { maxLength: 3 }) }) }),
    fc.jsonValue(),
  ),
})).value
const attributes = fc.array(fc.record({ key: name, value }), { maxLength: 3 })
const point = fc.record(
  {
    attributes,
    timeUnixNano: nanoseconds,
    startTimeUnixNano: nanoseconds,
    asInt: number,
    asDouble: number,
    flags: number,
    count: number,
    bucketCounts: fc.array(number, { maxLength: 3 }),
    explicitBounds: fc.array(number, { maxLength: 3 }),
    scale: number,
    zeroCount: number,
    zeroThreshold: number,
    positive: fc.oneof(fc.record({ offset: number, bucketCounts: fc.array(number, { maxLength: 3 }) }), number),
  },
  { requiredKeys: ['timeUnixNano', 'attributes'] },
)
const metric = fc
  .record({
    name,
    kind: fc.constantFrom('gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary', 'other'),
    data: fc.oneof(
      fc.record({
        dataPoints: fc.array(point, { maxLength: 3 }),
        aggregationTemporality: fc.constantFrom(0, 1, 2, 99, 'x'),
        isMonotonic: fc.boolean(),
      }),
      fc.jsonValue(),
    ),
  })
  .map(({ name: own, kind, data }) => ({ name: own, [kind]: data }))
const scope = fc.oneof(fc.record({ name, version: name }), fc.jsonValue())
const otlp = fc.record({ attributes, scope, metrics: fc.array(metric, { maxLength: 3 }) }).map(({ attributes: own, scope: from, metrics }) => ({
  resourceMetrics: [{ resource: { attributes: own }, scopeMetrics: [{ scope: from, metrics }] }],
}))

/** As bytes where they can be written so; some of them are then changed. */
const otlpBytes = fc.tuple(otlp, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })).map(([request, changes]) => {
  try {
    return changed(MetricsRequest.encode(MetricsRequest.fromObject(request)).finish(), changes)
  } catch {
    return new Uint8Array([10, 255, 1])
  }
})

function changed(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  for (const [place, byte] of changes) if (copy.length > 0) copy[place % copy.length] = byte
  return copy
}

async function statusOf(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<number> {
  const response = await app.request(path, { method: 'POST', headers, body })
  const text = await response.text()
  expect(response.status < 400 || response.headers.get('content-type') === 'application/problem+json', text).toBe(true)
  return response.status
}

const encoding = fc.constantFrom<Record<string, string>>(
  {},
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'GZIP' },
  { 'content-encoding': 'br' },
)

it('whatever is sent as OTLP is taken or refused, and never a fault', { timeout: TIMEOUT }, async () => {
  const body = fc.oneof(
    { weight: 5, arbitrary: otlp.map((request) => ({ body: JSON.stringify(request), type: 'application/json' })) },
    { weight: 5, arbitrary: otlpBytes.map((bytes) => ({ body: bytes, type: 'application/x-protobuf' })) },
    fc.oneof(fc.json(), fc.string()).map((text) => ({ body: text, type: 'application/json' })),
  )
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(body, fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, encoding), async ({ body: sent, type }, more) => {
      const status = await statusOf('/v1/otlp/v1/metrics', sent, { 'content-type': type, ...more })
      seen.add(status)
      return [200, 400, 413, 415].includes(status)
    }),
    RUNS,
  )
  expect([...seen]).toEqual(expect.arrayContaining([200, 400]))
})

it('whatever is sent as remote write is taken or refused, and never a fault', { timeout: TIMEOUT }, async () => {
  const at = fc.oneof(fc.constantFrom(now, now - 60_000, 0, Number.MAX_SAFE_INTEGER), fc.maxSafeInteger())
  const sample = fc.record({ metric: name, labels: fc.dictionary(name, name, { maxKeys: 3 }), value: fc.double(), at })
  const written = fc.array(sample, { maxLength: 4 }).map((samples) => writeRequestBody(samples))
  const places = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
  const body = fc.oneof(
    written.map((bytes) => new Uint8Array(bytes)),
    // The block is whole, and what it holds is not.
    fc.tuple(written, places).map(([bytes, changes]) => new Uint8Array(snappy.compress(changed(snappy.uncompress(bytes), changes)))),
    fc.tuple(written, places).map(([bytes, changes]) => changed(bytes, changes)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  )
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const status = await statusOf('/v1/prometheus/write', sent, { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' })
      seen.add(status)
      return [204, 400, 413].includes(status)
    }),
    RUNS,
  )
  expect([...seen]).toEqual(expect.arrayContaining([204, 400]))
})
