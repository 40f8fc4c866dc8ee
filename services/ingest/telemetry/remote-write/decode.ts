import protobuf from 'protobufjs'
import snappy from 'snappyjs'
import { createCollector, TelemetryMalformed, type Decoded } from '../point.js'

/**
 * Prometheus remote write 1.0, `prompb/remote.proto` and `prompb/types.proto`: the parts that are read. A value is read as
 * its 64 bits, since a stale marker is told from other NaNs by them, and numbers in memory need not keep them.
 */
const REMOTE_WRITE = `syntax = "proto3";
message WriteRequest { repeated TimeSeries timeseries = 1; }
message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
message Label { string name = 1; string value = 2; }
message Sample { fixed64 value = 1; int64 timestamp = 2; }
`

const WriteRequest = protobuf.parse(REMOTE_WRITE).root.lookupType('WriteRequest')

type Long = { low: number; high: number }
type Series = { labels: { name: string; value: string }[]; samples: { value: Long | number; timestamp: Long | number }[] }

/** What a name says of its kind; remote write 1.0 sends no types with its samples. */
const COUNTER = /_(total|count|sum|bucket|created)$/

const STALE_HIGH = 0x7ff00000
const STALE_LOW = 2

/**
 * Reads a remote write request: a snappy block around protobuf. Series that end (stale markers) give no point. Throws
 * `TelemetryMalformed` where it does not parse; the sender must not send such a thing again.
 */
export function decodeRemoteWrite(body: Buffer, maxBytes: number, now: Date): Decoded {
  const collector = createCollector(now)
  for (const { labels, samples } of parse(uncompressed(body, maxBytes))) {
    const named = Object.fromEntries(labels.map(({ name, value }) => [name, value]))
    const { __name__: metric = '', ...rest } = named
    const temporality = COUNTER.test(metric) ? 'cumulative' : 'gauge'
    for (const { value, timestamp } of samples) {
      if (isStale(value)) continue
      const at = typeof timestamp === 'number' ? timestamp : timestamp.high * 2 ** 32 + (timestamp.low >>> 0)
      collector.add({ metric, labels: rest, at, startAt: null, temporality, value: doubleOf(value), distribution: null })
    }
  }
  return collector.result()
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

function isStale(value: Long | number): boolean {
  return typeof value !== 'number' && value.high === STALE_HIGH && value.low === STALE_LOW
}

const bits = new DataView(new ArrayBuffer(8))

/** Of a double by its bits; a value left out is the default of its type. */
function doubleOf(value: Long | number): number {
  if (typeof value === 'number') return value
  bits.setInt32(0, value.high)
  bits.setInt32(4, value.low)
  return bits.getFloat64(0)
}
