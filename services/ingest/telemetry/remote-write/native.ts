import { numberOf, type Long } from '../long.js'
import type { Distribution } from '../point.js'
import { doubleOf, isStale, type Bits } from './double-bits.js'

type Span = { offset: number; length: number }

/** A native histogram of Prometheus, `Histogram` of `prompb/types.proto`. */
export type NativeHistogram = {
  count?: 'countInt' | 'countFloat'
  countInt: Long
  countFloat: number
  /** As its 64 bits; those of a stale marker where the series ends. */
  sum: Bits
  schema: number
  zeroThreshold: number
  zeroCountInt: Long
  zeroCountFloat: number
  negativeSpans: Span[]
  negativeDeltas: Long[]
  negativeCounts: number[]
  positiveSpans: Span[]
  positiveDeltas: Long[]
  positiveCounts: number[]
  resetHint: number
  timestamp: Long
}

/** What a histogram says; why it cannot be read; or null where it says that its series ends. */
export type NativeReading = { distribution: Distribution; isReset: boolean } | { reason: string } | null

const COARSEST = -4
const FINEST = 8
const RESET = 1
const GAUGE = 3
/** Floating counts that are added up may differ from their sum by so much of it. */
const ROUNDING = 1e-9

/** Reads buckets whose bounds are powers of two to the power of 2^−schema, as integers or floats. */
export function readNative(histogram: NativeHistogram): NativeReading {
  const { schema, resetHint, zeroThreshold } = histogram
  if (isStale(histogram.sum)) return null
  if (!(schema >= COARSEST && schema <= FINEST)) return { reason: `a native histogram of schema ${schema}; ${COARSEST} to ${FINEST} are read` }
  if (resetHint === GAUGE) return { reason: 'a gauge histogram, which does not count what happened' }
  if (!(zeroThreshold >= 0)) return { reason: 'a negative or broken threshold of zero' }
  const { total, zero, positive, negative } = countsOf(histogram)
  const [above, below] = [placed(histogram.positiveSpans, positive), placed(histogram.negativeSpans, negative)]
  if (!above || !below) return { reason: 'spans of buckets that do not fit their counts' }
  const buckets = [...bucketsBelow(below, schema), ...(zero > 0 ? [{ upper: zeroThreshold, count: zero }] : [])]
  addAbove(buckets, above, schema)
  return completed(buckets, total, histogram)
}

function countsOf(histogram: NativeHistogram) {
  if (isFloat(histogram)) {
    const { countFloat, zeroCountFloat, positiveCounts, negativeCounts } = histogram
    return { total: countFloat, zero: zeroCountFloat, positive: positiveCounts, negative: negativeCounts }
  }
  const { countInt, zeroCountInt, positiveDeltas, negativeDeltas } = histogram
  return { total: numberOf(countInt), zero: numberOf(zeroCountInt), positive: summedUp(positiveDeltas), negative: summedUp(negativeDeltas) }
}

function isFloat({ count }: NativeHistogram): boolean {
  return count === 'countFloat'
}

/** Each count is sent as its difference from the one before it. */
function summedUp(deltas: readonly Long[]): number[] {
  let count = 0
  return deltas.map((delta) => (count += numberOf(delta)))
}

type Placed = { index: number; count: number }[]

/** Counts with their indices; a span begins so many buckets after the one before it. Null where there are more or fewer counts. */
function placed(spans: readonly Span[], counts: readonly number[]): Placed | null {
  if (spans.reduce((sum, { length }) => sum + length, 0) !== counts.length) return null
  const found: Placed = []
  let index = 0
  for (const { offset, length } of spans) {
    index += offset
    for (let within = 0; within < length; within += 1, index += 1) found.push({ index, count: counts[found.length] ?? 0 })
  }
  return found
}

/** Bucket i holds values above the bound of i − 1 and up to its own. */
function boundOf(index: number, schema: number): number {
  return 2 ** (index * 2 ** -schema)
}

function bucketsBelow(below: Placed, schema: number): Distribution['buckets'] {
  return below.map(({ index, count }) => ({ upper: -boundOf(index - 1, schema), count })).reverse()
}

/** Where a bucket does not begin at the one before it, an empty one says where it begins. */
function addAbove(buckets: Distribution['buckets'], above: Placed, schema: number): void {
  for (const { index, count } of above) {
    const lower = boundOf(index - 1, schema)
    if (lower > Math.max(0, buckets.at(-1)?.upper ?? 0)) buckets.push({ upper: lower, count: 0 })
    buckets.push({ upper: boundOf(index, schema), count })
  }
}

function completed(buckets: Distribution['buckets'], total: number, histogram: NativeHistogram): NativeReading {
  const sum = buckets.reduce((all, { count }) => all + count, 0)
  const isReset = histogram.resetHint === RESET
  if (isFloat(histogram) && Math.abs(sum - total) <= ROUNDING * total) return { distribution: { count: sum, buckets }, isReset }
  // Values that are no numbers are counted, lie in no bucket, and make the sum no number either.
  const unplaced = Number.isNaN(doubleOf(histogram.sum)) ? Math.max(0, total - sum) : 0
  const all = unplaced > 0 ? [...buckets, { upper: Infinity, count: unplaced }] : buckets
  return { distribution: { count: total, buckets: all }, isReset }
}
