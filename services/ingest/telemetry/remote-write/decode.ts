import protobuf from 'protobufjs'
import snappy from 'snappyjs'
import { numberOf, type Long } from '../long.js'
import { createCollector, TelemetryMalformed, type Collector, type Decoded, type TelemetryPoint } from '../point.js'
import { doubleOf, isStale, type Bits } from './double-bits.js'
import { readNative, type NativeHistogram } from './native.js'

/**
 * Prometheus remote write 1.0, `prompb/remote.proto` and `prompb/types.proto`: the parts that are read. A value is read as
 * its 64 bits, since a stale marker is told from other NaNs by them, and numbers in memory need not keep them.
 */
const REMOTE_WRITE = `syntax = "proto3";
message WriteRequest { repeated TimeSeries timeseries = 1; }
message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; repeated Histogram histograms = 4; }
message Label { string name = 1; string value = 2; }
message Sample { fixed64 value = 1; int64 timestamp = 2; }
message BucketSpan { sint32 offset = 1; uint32 length = 2; }
message Histogram {
  oneof count { uint64 countInt = 1; double countFloat = 2; }
  fixed64 sum = 3;
  sint32 schema = 4;
  double zeroThreshold = 5;
  oneof zeroCount { uint64 zeroCountInt = 6; double zeroCountFloat = 7; }
  repeated BucketSpan negativeSpans = 8;
  repeated sint64 negativeDeltas = 9;
  repeated double negativeCounts = 10;
  repeated BucketSpan positiveSpans = 11;
  repeated sint64 positiveDeltas = 12;
  repeated double positiveCounts = 13;
  int32 resetHint = 14;
  int64 timestamp = 15;
}
`

const WriteRequest = protobuf.parse(REMOTE_WRITE).root.lookupType('WriteRequest')

type Label = { name: string; value: string }
type Series = { labels: Label[]; samples: { value: Bits; timestamp: Long }[]; histograms: NativeHistogram[] }

/** What a name says of its kind; remote write 1.0 sends no types with its samples. */
const COUNTER = /_(total|count|sum|bucket|created)$/

/**
 * Reads a remote write request: a snappy block around protobuf. Series that end (stale markers) give no point. Throws
 * `TelemetryMalformed` where it does not parse; the sender must not send such a thing again.
 */
export function decodeRemoteWrite(body: Buffer, maxBytes: number, now: Date): Decoded {
  const collector = createCollector(now)
  for (const { labels, samples, histograms } of parse(uncompressed(body, maxBytes))) {
    const { metric, rest } = namesOf(labels)
    const temporality = COUNTER.test(metric) ? 'cumulative' : 'gauge'
    for (const { value, timestamp } of samples) {
      if (isStale(value)) continue
      collector.add({ metric, labels: rest, at: numberOf(timestamp), startAt: null, temporality, value: doubleOf(value), distribution: null })
    }
    for (const histogram of histograms) collectNative(histogram, { metric, labels: rest }, collector)
  }
  return collector.result()
}

function namesOf(labels: readonly Label[]): { metric: string; rest: Record<string, string> } {
  let metric = ''
  const rest: Record<string, string> = {}
  for (const { name, value } of labels) {
    if (name === '__name__') metric = value
    else rest[name] = value
  }
  return { metric, rest }
}

/** One that says that it was reset counts from zero since the reading before it, whenever that was. */
function collectNative(histogram: NativeHistogram, series: Pick<TelemetryPoint, 'metric' | 'labels'>, collector: Collector): void {
  const reading = readNative(histogram)
  if (reading === null) return
  if ('reason' in reading) return collector.refuse(`${series.metric}: ${reading.reason}`)
  const { distribution, isReset } = reading
  const at = numberOf(histogram.timestamp)
  collector.add({ ...series, at, startAt: isReset ? at - 1 : null, temporality: 'cumulative', value: null, distribution })
}

function uncompressed(body: Buffer, maxBytes: number): Uint8Array {
  try {
    return snappy.uncompress(body, maxBytes)
  } catch (error) {
    throw new TelemetryMalformed(`The body is no snappy block of at most ${maxBytes} bytes: ${(error as Error).message}`)
  }
}

function parse(bytes: Uint8Array): Series[] {
  try {
    return (WriteRequest.decode(bytes) as unknown as { timeseries: Series[] }).timeseries
  } catch (error) {
    throw new TelemetryMalformed(`The body is not a remote write request: ${(error as Error).message}`)
  }
}
