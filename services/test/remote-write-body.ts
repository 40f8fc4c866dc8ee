import { LATENCY_BOUNDS, type Counter } from '../../seed/telemetry/story.js'
import { writeRequestBody, type WrittenSample } from '../../seed/telemetry/write-request.js'

/** What Prometheus would write of these counters: a series for each code and each bucket. */
export function remoteWriteBody(told: readonly { service: string; counter: Counter }[]): Buffer {
  return writeRequestBody(told.flatMap(({ service, counter }) => seriesOf(service, counter)))
}

function seriesOf(service: string, { at, region, version, ok, errors, latencies }: Counter): WrittenSample[] {
  const place = { job: service, environment: 'production', region, version }
  const series = (metric: string, labels: Record<string, string>, value: number) => ({ metric, labels: { ...place, ...labels }, value, at })
  const requests = [series('http_requests_total', { code: '200' }, ok), series('http_requests_total', { code: '500' }, errors)]
  if (latencies === null) return requests
  const buckets = [...LATENCY_BOUNDS.map(String), '+Inf'].map((le, index) =>
    series(
      'http_request_duration_seconds_bucket',
      { le },
      latencies.slice(0, index + 1).reduce((sum, count) => sum + count, 0),
    ),
  )
  return [
    ...requests,
    ...buckets,
    series(
      'http_request_duration_seconds_count',
      {},
      latencies.reduce((sum, count) => sum + count, 0),
    ),
  ]
}
