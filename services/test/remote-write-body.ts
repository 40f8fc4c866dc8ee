import protobuf from 'protobufjs'
import snappy from 'snappyjs'
import { LATENCY_BOUNDS, type Counter } from '../../seed/telemetry/story.js'

const WriteRequest = protobuf
  .parse(
    `syntax = "proto3";
message WriteRequest { repeated TimeSeries timeseries = 1; }
message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
message Label { string name = 1; string value = 2; }
message Sample { double value = 1; int64 timestamp = 2; }`,
  )
  .root.lookupType('WriteRequest')

/** What Prometheus would write of these counters: a series for each code and each bucket. */
export function remoteWriteBody(told: readonly { service: string; counter: Counter }[]): Buffer {
  const timeseries = told.flatMap(({ service, counter }) => seriesOf(service, counter))
  return Buffer.from(snappy.compress(WriteRequest.encode(WriteRequest.fromObject({ timeseries })).finish()))
}

function seriesOf(service: string, { at, region, version, ok, errors, latencies }: Counter) {
  const place = { job: service, environment: 'production', region, version }
  const series = (name: string, labels: Record<string, string>, value: number) => ({
    labels: Object.entries({ __name__: name, ...place, ...labels }).map(([label, text]) => ({ name: label, value: text })),
    samples: [{ value, timestamp: at }],
  })
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
