import type { AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'
import { createTelemetryIntake } from '@windsock/services/ingest/telemetry/intake.js'
import { decodeOtlp } from '@windsock/services/ingest/telemetry/otlp/decode.js'
import { MetricsRequest } from '@windsock/services/ingest/telemetry/otlp/messages.js'
import { compileIndicators } from '@windsock/services/ingest/telemetry/match.js'
import { changedPlaces, rollUp } from '@windsock/services/ingest/telemetry/roll-up.js'
import type { Indicator } from '@windsock/services/slo/slo.js'

export type TelemetryRates = { points: number; perSecond: number; engineRowsPerSecond: number; rollUpMs: number }

const SERVICES = 40
const SERIES = 25
const POINTS_A_REQUEST = 1_000
const IN_FLIGHT = 32

const indicator: Indicator = {
  name: 'availability',
  displayName: '',
  description: '',
  service: null,
  unit: '1',
  measure: {
    kind: 'ratio',
    good: null,
    bad: { metric: 'http.requests', matchers: [{ label: 'code', op: '=~', value: '5..' }] },
    total: { metric: 'http.requests', matchers: [] },
  },
  labels: {},
}

/** OTLP requests in protobuf, decoded, matched and stored as requests are, several at once; beside it one insert of the same rows. */
export async function measureTelemetry(analytics: AnalyticsStore, requests: number): Promise<TelemetryRates> {
  const now = Date.now()
  const bodies = Array.from({ length: requests }, (_, index) => requestBody(now - (requests - index) * 1_000))
  const indicators = [indicator]
  const intake = createTelemetryIntake({ analytics, indicators: async () => indicators, now: () => new Date(), seriesLimit: 100_000 })
  const began = performance.now()
  const waiting = bodies.values()
  const lane = async () => {
    for (const body of waiting) await intake.take(decodeOtlp(body, 'protobuf', new Date()).points, 'bench')
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  const points = requests * POINTS_A_REQUEST
  const perSecond = rate(points, began)
  const rollingUp = performance.now()
  const places = await changedPlaces(analytics, new Date(0))
  await rollUp(analytics, places, new Date())
  const rollUpMs = performance.now() - rollingUp
  return { points, perSecond, engineRowsPerSecond: await engineRate(analytics, bodies), rollUpMs }
}

/** The same rows as lines of JSON, made before, in one insert. */
async function engineRate(analytics: AnalyticsStore, bodies: readonly Buffer[]): Promise<number> {
  const match = compileIndicators([indicator])
  const rows = bodies.flatMap((body) => decodeOtlp(body, 'protobuf', new Date()).points.flatMap((point) => match(point, 'bulk')))
  const lines = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  const began = performance.now()
  await analytics.insertLines('sli_samples', lines)
  return rate(rows.length, began)
}

function rate(count: number, began: number): number {
  return Math.round((count / (performance.now() - began)) * 1_000)
}

function requestBody(at: number): Buffer {
  const resourceMetrics = Array.from({ length: SERVICES }, (_, service) => ({
    resource: {
      attributes: [label('service.name', `service-${service}`), label('deployment.environment.name', 'production'), label('service.version', '2.0')],
    },
    scopeMetrics: [
      {
        metrics: [
          {
            name: 'http.requests',
            sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints: Array.from({ length: SERIES }, (_, series) => pointOf(series, at)) },
          },
        ],
      },
    ],
  }))
  return Buffer.from(MetricsRequest.encode(MetricsRequest.fromObject({ resourceMetrics })).finish())
}

function pointOf(series: number, at: number) {
  const attributes = [label('route', `/things/${series}`), label('code', series % 5 === 0 ? '503' : '200'), label('method', 'GET')]
  return { attributes, timeUnixNano: `${at}000000`, startTimeUnixNano: `${at - 3_600_000}000000`, asInt: String(Math.floor(at / 10) + series) }
}

function label(key: string, stringValue: string) {
  return { key, value: { stringValue } }
}
