import { LRUCache } from 'lru-cache'
import protobuf, { type Reader } from 'protobufjs'
import type { Long } from '../long.js'
import { seriesOf, seriesRemembered, type TelemetryPoint } from '../point.js'
import type { Bits } from './double-bits.js'
import type { NativeHistogram } from './native.js'

/**
 * Prometheus remote write 1.0, `prompb/remote.proto` and `prompb/types.proto`: the parts of a series that are read. A value
 * is read as its 64 bits, since a stale marker is told from other NaNs by them, and numbers in memory need not keep them.
 */
const TIME_SERIES = `syntax = "proto3";
message Labels { repeated Label labels = 1; }
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

const { root } = protobuf.parse(TIME_SERIES)
const Labels = root.lookupType('Labels')
const Sample = root.lookupType('Sample')
const Histogram = root.lookupType('Histogram')

const TIMESERIES = 1
const LABELS = 1
const SAMPLES = 2
const HISTOGRAMS = 4
const LENGTH_DELIMITED = 2

/** What its labels say of a series. */
export type NamedSeries = Pick<TelemetryPoint, 'metric' | 'labels' | 'series' | 'temporality'>

export type Series = { named: NamedSeries; samples: { value: Bits; timestamp: Long }[]; histograms: NativeHistogram[] }

/** The series of a `WriteRequest`, one by one. Throws where the bytes are none. */
export function* readRequest(bytes: Uint8Array): Generator<Series> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader = protobuf.Reader.create(buffer)
  while (reader.pos < reader.len) {
    const tag = reader.tag()
    if (fieldOf(tag) === TIMESERIES) yield readSeries(reader, buffer)
    else skip(reader, tag)
  }
}

function skip(reader: Reader, tag: number): void {
  reader.skipType(tag & 7, 0, tag >>> 3)
}

/** The number of a field that has a length; of another, which must be skipped, 0. */
function fieldOf(tag: number): number {
  return (tag & 7) === LENGTH_DELIMITED ? tag >>> 3 : 0
}

function readSeries(reader: Reader, buffer: Buffer): Series {
  const length = reader.size()
  const end = reader.pos + length
  const samples: Series['samples'] = []
  const histograms: Series['histograms'] = []
  // The bytes of all labels. They follow each other, but need not.
  let said = ''
  let [from, to] = [0, 0]
  while (reader.pos < end) {
    const at = reader.pos
    const tag = reader.tag()
    const field = fieldOf(tag)
    if (field === SAMPLES) samples.push(Sample.decode(reader, reader.size()) as unknown as Series['samples'][number])
    else if (field === HISTOGRAMS) histograms.push(Histogram.decode(reader, reader.size()) as unknown as NativeHistogram)
    else skip(reader, tag)
    if (field !== LABELS) continue
    if (at !== to) {
      said += buffer.toString('latin1', from, to)
      from = at
    }
    to = reader.pos
  }
  if (reader.pos !== end) throw new RangeError('a field of a series reaches beyond its end')
  said += buffer.toString('latin1', from, to)
  return { named: namedBy(said), samples, histograms }
}

const named = new LRUCache<string, NamedSeries>(seriesRemembered)

/** By the bytes of its labels, a character each: the next points of a series have the same, which are then not read again. */
function namedBy(said: string): NamedSeries {
  const before = named.get(said)
  if (before) return before
  const { labels } = Labels.decode(Buffer.from(said, 'latin1')) as unknown as { labels: { name: string; value: string }[] }
  const series = nameOf(labels)
  named.set(said, series)
  return series
}

/** What a name says of its kind; remote write 1.0 sends no types with its samples. */
const COUNTER = /_(total|count|sum|bucket|created)$/

function nameOf(all: readonly { name: string; value: string }[]): NamedSeries {
  let metric = ''
  const labels: Record<string, string> = {}
  for (const { name, value } of all) {
    if (name === '__name__') metric = value
    else labels[name] = value
  }
  return { metric, labels, series: seriesOf(metric, labels), temporality: COUNTER.test(metric) ? 'cumulative' : 'gauge' }
}
