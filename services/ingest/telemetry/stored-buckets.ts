import { LRUCache } from 'lru-cache'
import { BUCKETS_PER_DOUBLING, LOWEST_BUCKET } from '../../slo/histogram.js'
import type { Distribution } from './point.js'

/** Of so many values in a wide bucket each has a place of its own. */
const PLACES = 64

/**
 * Counts in the fixed buckets that all histograms are stored in: their indices, rising, and counts as decimal text. Values of a
 * bucket that lies across several are taken to lie evenly in it, from 0 in the first. Where a count grows, none of the counts
 * it becomes falls, so that running totals can be set against each other.
 */
export function storedBuckets({ buckets }: Distribution): [number[], string[]] {
  const counts = new Map<number, number>()
  let lower = 0
  for (const { upper, count } of buckets) {
    if (count > 0) spread(counts, { lower, upper }, Math.round(count))
    if (Number.isFinite(upper)) lower = Math.max(0, upper)
  }
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  return [sorted.map(([index]) => index), sorted.map(([, count]) => String(count))]
}

type Span = { lower: number; upper: number }

function spread(counts: Map<number, number>, { lower, upper }: Span, count: number): void {
  const add = (index: number, more: number) => void counts.set(index, (counts.get(index) ?? 0) + more)
  if (upper === Infinity) return add(bucketOf(lower) + 1, count)
  if (upper <= 0 || bucketOf(upper) - bucketOf(lower) <= 1) return add(bucketOf(upper), count)
  const [rounds, rest] = [Math.floor(count / PLACES), count % PLACES]
  for (const { index, upTo } of layoutOf({ lower, upper })) add(index, rounds * (upTo[PLACES] ?? 0) + (upTo[rest] ?? 0))
}

/** Of the first so many values, how many lie in this bucket. */
type Layout = { index: number; upTo: number[] }[]

const layouts = new LRUCache<string, Layout>({ max: 1_000 })

function layoutOf({ lower, upper }: Span): Layout {
  const name = `${lower} ${upper}`
  const known = layouts.get(name)
  if (known) return known
  const places = PLACES_IN_TURN.map((share) => bucketOf(lower + (upper - lower) * share))
  const layout = [...new Set(places)].map((index) => {
    let sum = 0
    return { index, upTo: [0, ...places.map((place) => (sum += place === index ? 1 : 0))] }
  })
  layouts.set(name, layout)
  return layout
}

/** Shares of a width, such that those of any beginning lie about evenly in it (J. G. van der Corput, 1935). */
const PLACES_IN_TURN = Array.from({ length: PLACES }, (_, turn) => {
  let [share, half, rest] = [0, 0.5, turn]
  for (; rest > 0; rest >>= 1, half /= 2) share += (rest & 1) * half
  return share + 0.5 / PLACES
})

function bucketOf(upper: number): number {
  return upper <= 0 ? LOWEST_BUCKET : Math.max(LOWEST_BUCKET, Math.ceil(Math.log2(upper) * BUCKETS_PER_DOUBLING - 1e-9))
}
