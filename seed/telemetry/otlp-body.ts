import { LATENCY_BOUNDS, type Counter } from './story.js'

const CUMULATIVE = 2
const METRIC = { requests: 'http_requests_total', latency: 'http_request_duration_seconds' }

/** An export request of OpenTelemetry, in its JSON form: two metrics of each process. */
export function otlpBody(told: readonly { service: string; counter: Counter }[]) {
  return {
    resourceMetrics: told.map(({ service, counter }) => ({
      resource: resourceOf(service, counter),
      scopeMetrics: [{ metrics: metricsOf(counter) }],
    })),
  }
}

function resourceOf(service: string, { region, version }: Counter) {
  const names = { 'service.name': service, 'deployment.environment.name': 'production', 'cloud.region': region, 'service.version': version }
  return { attributes: attributesOf(names) }
}

function metricsOf(counter: Counter) {
  const times = { startTimeUnixNano: nanoseconds(counter.startedAt), timeUnixNano: nanoseconds(counter.at) }
  const requests = [
    { code: '200', count: counter.ok },
    { code: '500', count: counter.errors },
  ].map(({ code, count }) => ({ ...times, asDouble: count, attributes: attributesOf({ code }) }))
  const sum = { name: METRIC.requests, sum: { aggregationTemporality: CUMULATIVE, isMonotonic: true, dataPoints: requests } }
  if (counter.latencies === null) return [sum]
  const count = counter.latencies.reduce((all, one) => all + one, 0)
  const point = { ...times, count: String(count), bucketCounts: counter.latencies.map(String), explicitBounds: [...LATENCY_BOUNDS] }
  return [sum, { name: METRIC.latency, histogram: { aggregationTemporality: CUMULATIVE, dataPoints: [point] } }]
}

function attributesOf(names: Record<string, string>) {
  return Object.entries(names).map(([key, stringValue]) => ({ key, value: { stringValue } }))
}

function nanoseconds(milliseconds: number): string {
  return `${milliseconds}000000`
}
