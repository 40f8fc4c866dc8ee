import type { AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'
import { createTelemetryIntake } from '@windsock/services/ingest/telemetry/intake.js'
import { decodeOtlp } from '@windsock/services/ingest/telemetry/otlp/decode.js'
import { MetricsRequest } from '@windsock/services/ingest/telemetry/otlp/messages.js'
import { compileIndicators } from '@windsock/services/ingest/telemetry/match.js'
import type { TelemetryPoint } from '@windsock/services/ingest/telemetry/point.js'
import { decodeRemoteWrite } from '@windsock/services/ingest/telemetry/remote-write/decode.js'
import { changedPlaces, rollUp } from '@windsock/services/ingest/telemetry/roll-up.js'
import type { Indicator } from '@windsock/services/slo/slo.js'
import { writeRequestBody } from '@windsock/seed/telemetry/write-request.js'

export type TelemetryRates = { points: number; otlpPerSecond: number; remoteWritePerSecond: number; engineRowsPerSecond: number; rollUpMs: number }

/** A request body and what reads it. */
type Decode = (body: Buffer) => readonly TelemetryPoint[]

const SERVICES = 40
const SERIES = 25
export const POINTS_A_REQUEST = 1_000
export const IN_FLIGHT = 32
const LARGEST_BODY = 64 * 2 ** 20

export const metric = 'http_requests_total'

const indicator: Indicator = {
  name: 'availability',
  displayName: '',
  description: '',
  service: null,
  unit: '1',
  measure: { kind: 'ratio', good: null, bad: { metric, matchers: [{ label: 'code', op: '=~', value: '5..' }] }, total: { metric, matchers: [] } },
  labels: {},
}

const decodeOtlpBody: Decode = (body) => decodeOtlp(body, 'protobuf', new Date()).points
const decodeRemoteWriteBody: Decode = (body) => decodeRemoteWrite(body, LARGEST_BODY, new Date()).points

/** Requests decoded, matched and stored as they are when they come, several at once; beside it one insert of the same rows. */
export async function measureTelemetry(analytics: AnalyticsStore, requests: number): Promise<TelemetryRates> {
  const times = secondsBefore(requests)
  const otlp = times.map(otlpBody)
  const otlpPerSecond = await takenPerSecond(analytics, otlp, decodeOtlpBody)
  const rollingUp = performance.now()
  await rollUp(analytics, await changedPlaces(analytics, new Date(0)), new Date())
  const rollUpMs = performance.now() - rollingUp
  const remoteWritePerSecond = await takenPerSecond(analytics, times.map(remoteWriteBody), decodeRemoteWriteBody)
  const engineRowsPerSecond = await engineRate(analytics, otlp)
  return { points: requests * POINTS_A_REQUEST, otlpPerSecond, remoteWritePerSecond, engineRowsPerSecond, rollUpMs }
}

/** Instants a second apart, in epoch milliseconds, the last of them now. */
export function secondsBefore(count: number): number[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, index) => now - (count - index) * 1_000)
}

async function takenPerSecond(analytics: AnalyticsStore, bodies: readonly Buffer[], decode: Decode): Promise<number> {
  const indicators = [indicator]
  const intake = createTelemetryIntake({ analytics, indicators: async () => indicators, now: () => new Date(), seriesLimit: 100_000 })
  const waiting = bodies.values()
  const began = performance.now()
  const lane = async () => {
    for (const body of waiting) await intake.take({ points: decode(body), refused: [] }, 'bench')
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  return rate(bodies.length * POINTS_A_REQUEST, began)
}

/** The same rows as lines of JSON, made before, in one insert. */
async function engineRate(analytics: AnalyticsStore, bodies: readonly Buffer[]): Promise<number> {
  const match = compileIndicators([indicator])
  const rows = bodies.flatMap((body) => decodeOtlpBody(body).flatMap((point) => match(point, 'bulk')))
  const lines = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  const began = performance.now()
  await analytics.insertLines('sli_samples', lines)
  return rate(rows.length, began)
}

export function rate(count: number, began: number): number {
  return Math.round((count / (performance.now() - began)) * 1_000)
}

export function otlpBody(at: number): Buffer {
  const resourceMetrics = Array.from({ length: SERVICES }, (_, service) => ({
    resource: {
      attributes: [label('service.name', `service-${service}`), label('deployment.environment.name', 'production'), label('service.version', '2.0')],
    },
    scopeMetrics: [
      {
        metrics: [
          {
            name: metric,
            sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints: Array.from({ length: SERIES }, (_, series) => pointOf(series, at)) },
          },
        ],
      },
    ],
  }))
  return Buffer.from(MetricsRequest.encode(MetricsRequest.fromObject({ resourceMetrics })).finish())
}

export function remoteWriteBody(at: number): Buffer {
  const labels = (service: number, series: number) => ({ job: `service-${service}`, environment: 'production', version: '2.0', ...labelsOf(series) })
  return writeRequestBody(
    Array.from({ length: SERVICES * SERIES }, (_, index) => {
      const series = index % SERIES
      return { metric, labels: labels(Math.floor(index / SERIES), series), value: valueOf(series, at), at }
    }),
  )
}

function labelsOf(series: number): Record<string, string> {
  return { route: `/things/${series}`, code: series % 5 === 0 ? '503' : '200', method: 'GET' }
}

function valueOf(series: number, at: number): number {
  return Math.floor(at / 10) + series
}

function pointOf(series: number, at: number) {
  const attributes = Object.entries(labelsOf(series)).map(([name, text]) => label(name, text))
  return { attributes, timeUnixNano: `${at}000000`, startTimeUnixNano: `${at - 3_600_000}000000`, asInt: String(valueOf(series, at)) }
}

function label(key: string, stringValue: string) {
  return { key, value: { stringValue } }
}
