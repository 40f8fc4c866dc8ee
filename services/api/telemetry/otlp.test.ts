import { AggregationType, MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics'
import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as ProtobufExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  for (const input of INDICATORS)
    expect((await app.graphql('mutation ($input: IndicatorInput!) { saveIndicator(input: $input) { name } }', { input })).errors).toBeUndefined()
})

afterAll(async () => {
  await app?.stop()
})

const INDICATORS = [
  {
    name: 'availability',
    kind: 'RATIO',
    bad: { metric: 'app.requests', matchers: [{ label: 'status', op: 'MATCHES', value: '5..' }] },
    total: { metric: 'app.requests' },
  },
  { name: 'latency', kind: 'LATENCY', unit: 's', histogram: { metric: 'app.duration' }, threshold: 0.5 },
  { name: 'queue', kind: 'GAUGE', value: { metric: 'app.queue' } },
]

type Counted = { indicator: string; good: number; total: number }

async function countedOf(service: string): Promise<Counted[]> {
  await app.settled()
  const answer = await app.graphql<{ slos: { edges: { node: { objectives: Counted[] } }[] } }>(
    'query ($services: [String!]) { slos(filter: { services: $services }) { edges { node { objectives { indicator good total } } } } }',
    { services: [service] },
  )
  return answer.data.slos.edges.flatMap(({ node }) => node.objectives)
}

async function declare(service: string, indicator: string, more: object = {}): Promise<void> {
  const input = { name: `${service} ${indicator}`, service, indicator, target: 0.99, ...more }
  expect((await app.graphql('mutation ($input: SloInput!) { saveSlo(input: $input) { name } }', { input })).errors).toBeUndefined()
}

const headers = () => ({ authorization: `Bearer ${app.localToken}` })
const url = () => `${app.url}/v1/otlp/v1/metrics`

/** The real SDK: three requests of which one fails, and two measured times. */
async function send(service: string, exporter: PushMetricExporter, exponential: boolean): Promise<void> {
  const views = exponential ? [{ instrumentName: 'app.duration', aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM as const } }] : []
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })
  const resource = resourceFromAttributes({ 'service.name': service, 'service.version': '2.0', 'deployment.environment.name': 'production' })
  const provider = new MeterProvider({ resource, readers: [reader], views })
  const meter = provider.getMeter('test')
  const requests = meter.createCounter('app.requests')
  requests.add(2, { status: '200' })
  requests.add(1, { status: '503' })
  const duration = meter.createHistogram('app.duration', { unit: 's', advice: { explicitBucketBoundaries: [0.1, 0.5, 1] } })
  for (const seconds of [0.05, 0.2, 0.7, 3]) duration.record(seconds)
  meter.createGauge('app.queue').record(7)
  await provider.forceFlush()
  await provider.shutdown()
}

describe('the OpenTelemetry SDK', () => {
  it.each([
    ['protobuf', () => new ProtobufExporter({ url: url(), headers: headers() }), false],
    ['protobuf in gzip, exponential histograms', () => new ProtobufExporter({ url: url(), headers: headers(), compression: 'gzip' as never }), true],
    ['JSON', () => new JsonExporter({ url: url(), headers: headers() }), false],
  ])('sends what the indicators count: %s', async (title, exporter, exponential) => {
    const service = `sdk ${title}`
    await declare(service, 'availability')
    await declare(service, 'latency')
    await declare(service, 'queue', { op: 'LTE', value: 7 })
    await send(service, exporter(), exponential)
    expect(await countedOf(service)).toEqual([
      { indicator: 'availability', good: 2, total: 3 },
      // 0.05 and 0.2 are at most 0.5 s; 0.7 and 3 are longer.
      { indicator: 'latency', good: 2, total: 4 },
      { indicator: 'queue', good: 1, total: 1 },
    ])
  })
})

const minutesAgo = (minutes: number) => `${Date.now() - minutes * 60_000}000000`

function point(service: string, asInt: number | string, more: object = {}) {
  const attributes = [{ key: 'service.name', value: { stringValue: service } }]
  return { attributes, timeUnixNano: minutesAgo(1), startTimeUnixNano: minutesAgo(2), asInt: String(asInt), ...more }
}

function sums(dataPoints: object[], more: object = {}) {
  const metrics = [{ name: 'app.requests', sum: { isMonotonic: true, aggregationTemporality: 1, dataPoints, ...more } }]
  return { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] }
}

async function post(body: BodyInit, more: Record<string, string> = {}, token?: string | null) {
  const response = await app.request('/v1/otlp/v1/metrics', { method: 'POST', headers: { 'content-type': 'application/json', ...more }, body, token })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

describe('bad telemetry', () => {
  it('is refused point by point, with the reason, and the good points are stored', async () => {
    await declare('mixed', 'availability')
    const bad = [
      point('mixed', -1),
      point('mixed', 1, { timeUnixNano: minutesAgo(3 * 24 * 60) }),
      point('mixed', 1, { timeUnixNano: minutesAgo(-60) }),
      point('mixed', 1, { asInt: undefined, asDouble: 'NaN' }),
      point('mixed', 1, { asInt: undefined }),
    ]
    const { status, answer } = await post(JSON.stringify(sums([point('mixed', 5), ...bad])))
    expect(status).toBe(200)
    const { rejectedDataPoints, errorMessage } = answer.partialSuccess as { rejectedDataPoints: number; errorMessage: string }
    expect(rejectedDataPoints).toBe(5)
    for (const reason of ['a negative count', 'two days ago', 'ten minutes ahead', 'NaN or infinity', 'no value'])
      expect(errorMessage).toContain(reason)
    expect(await countedOf('mixed')).toEqual([{ indicator: 'availability', good: 5, total: 5 }])
  })

  it('of a histogram whose bounds or counts are broken is refused', async () => {
    const histogram = (bucketCounts: string[], explicitBounds: number[], count: number) => ({
      ...point('mixed', 0),
      asInt: undefined,
      bucketCounts,
      explicitBounds,
      count: String(count),
    })
    const dataPoints = [histogram(['1', '2'], [0.1, 0.5], 3), histogram(['1', '1', '1'], [0.5, 0.1], 3), histogram(['1', '1'], [0.5], 9)]
    const metrics = [{ name: 'app.duration', histogram: { aggregationTemporality: 2, dataPoints } }]
    const { answer } = await post(JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] }))
    expect(answer.partialSuccess).toMatchObject({ rejectedDataPoints: 3 })
    expect((answer.partialSuccess as { errorMessage: string }).errorMessage).toMatch(/do not fit its counts.*do not rise.*do not add up/)
  })

  it('that does not parse, is of an unknown kind or grows past the limit is refused whole', async () => {
    expect((await post('{"resourceMetrics": 7}')).status).toBe(400)
    expect((await post('not json')).status).toBe(400)
    for (const body of ['[]', 'null', '7', '"text"']) expect([body, (await post(body)).status]).toEqual([body, 400])
    expect((await post(Buffer.from([255, 1, 2, 3]), { 'content-type': 'application/x-protobuf' })).status).toBe(400)
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post('{}', { 'content-encoding': 'br' })).status).toBe(415)
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(400)
    expect((await post(gzipSync('{}'), { 'content-encoding': 'GZIP' })).status).toBe(200)
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(413)
    expect((await post('{}', {}, null)).status).toBe(401)
  })

  it('is counted by source and reason, with an example', async () => {
    const query = '{ telemetrySources { source points stored refused lastReadingAt refusals { reason count example } } }'
    type Source = { refused: number; points: number; refusals: { reason: string; count: number; example: string }[] }
    const told = async () => (await app.graphql<{ telemetrySources: [Source] }>(query)).data.telemetrySources[0]
    const before = await told()
    await post(JSON.stringify(sums([point('counted', 5), point('counted', -1), point('counted', -2)])))
    await post('not json')
    const after = await told()
    expect(after.refused - before.refused).toBe(3)
    expect(after.points - before.points).toBe(4)
    expect(after.refusals[0]?.reason).toContain('The body is not an OTLP metrics request')
    expect(after.refusals[1]).toMatchObject({
      reason: 'app.requests: a negative count',
      example: expect.stringContaining('app.requests{service.name="counted"} -1 at '),
    })
  })

  it('sent twice counts once', async () => {
    await declare('twice', 'availability')
    const body = JSON.stringify(sums([point('twice', 5), point('twice', 3, { startTimeUnixNano: minutesAgo(5), timeUnixNano: minutesAgo(4) })]))
    for (let time = 0; time < 3; time += 1) expect((await post(body)).status).toBe(200)
    expect(await countedOf('twice')).toEqual([{ indicator: 'availability', good: 8, total: 8 }])
  })
})

describe('an objective', () => {
  it('without data says so, and can be tried on what is sent', async () => {
    await declare('silent', 'availability')
    const query = '{ slo(name: "silent availability") { objectives { attainment budgetLeft dataFrom exhaustsAt burns { burn } } } }'
    const { data } = await app.graphql<{ slo: { objectives: { burns: { burn: number | null }[] }[] } }>(query)
    expect(data.slo.objectives[0]).toMatchObject({ attainment: null, budgetLeft: null, dataFrom: null, exhaustsAt: null })
    expect(new Set(data.slo.objectives[0]?.burns.map(({ burn }) => burn))).toEqual(new Set([null]))
    const trial = 'query ($input: IndicatorInput!) { tryIndicator(input: $input) { matched looked series { service version series { metric } } } }'
    const input = {
      name: 'any',
      kind: 'RATIO',
      total: { metric: 'app.requests' },
      good: { metric: 'app.requests', matchers: [{ label: 'status', value: '200' }] },
    }
    const tried = await app.graphql<{ tryIndicator: { matched: number; series: object[] } }>(trial, { input })
    // Two series of each of the three senders, and one each of the three above.
    expect(tried.data.tryIndicator.matched).toBe(9)
    expect(tried.data.tryIndicator.series).toContainEqual({ service: 'sdk JSON', version: '2.0', series: { metric: 'app.requests' } })
  })

  it('that makes no sense is refused with every fault', async () => {
    const input = { name: 'odd', service: 'odd', indicator: 'availability', target: 99.9, windowDays: 400 }
    const { errors } = await app.graphql('mutation ($input: SloInput!) { saveSlo(input: $input) { name } }', { input })
    expect(errors?.[0]?.message).toMatch(/window.*target/)
    const refused = await app.graphql('mutation { deleteIndicator(name: "availability") }')
    expect(refused.errors?.[0]?.message).toMatch(/refers to SLI availability; remove it first/)
  })
})
