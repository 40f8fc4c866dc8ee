import snappy from 'snappyjs'
import { numberOf } from '../long.js'
import { createCollector, TelemetryMalformed, type Collector, type Decoded } from '../point.js'
import { doubleOf, isStale } from './double-bits.js'
import { readNative, type NativeHistogram } from './native.js'
import { readRequest, type NamedSeries, type Series } from './read-series.js'

/**
 * Reads a remote write request: a snappy block around protobuf. Series that end (stale markers) give no point. Throws
 * `TelemetryMalformed` where it does not parse; the sender must not send such a thing again.
 */
export function decodeRemoteWrite(body: Buffer, maxBytes: number, now: Date): Decoded {
  const collector = createCollector(now)
  for (const { named, samples, histograms } of parse(uncompressed(body, maxBytes))) {
    const { metric, labels, series, temporality } = named
    for (const { value, timestamp } of samples) {
      if (isStale(value)) continue
      const at = numberOf(timestamp)
      collector.add({ metric, labels, series, at, startAt: null, temporality, value: doubleOf(value), distribution: null })
    }
    for (const histogram of histograms) collectNative(histogram, named, collector)
  }
  return collector.result()
}

/** One that says that it was reset counts from zero since the reading before it, whenever that was. */
function collectNative(histogram: NativeHistogram, series: NamedSeries, collector: Collector): void {
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
    return [...readRequest(bytes)]
  } catch (error) {
    throw new TelemetryMalformed(`The body is not a remote write request: ${(error as Error).message}`)
  }
}
