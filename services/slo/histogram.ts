/** Bucket i of a stored histogram holds values above 2^((i−1) / 8) and up to 2^(i / 8): bounds 9 % apart. */
export const BUCKETS_PER_DOUBLING = 8

/** Values at most 0 are kept in this bucket. */
export const LOWEST_BUCKET = -400

/** Those that are shown of a distribution. */
export const QUANTILES = [
  { name: 'p50', level: 0.5 },
  { name: 'p95', level: 0.95 },
  { name: 'p99', level: 0.99 },
] as const

/** Counts by bucket. */
export type Buckets = ReadonlyMap<number, number>

/**
 * A quantile in the unit of the values, by the middle of ranks and straight lines within a bucket, so wrong by at most the
 * width of a bucket: 9 %, or that of the bucket that its sender counted it in where that is wider. Null of nothing.
 */
export function quantileOf(buckets: Buckets, level: number): number | null {
  const ordered = [...buckets].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const total = ordered.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return null
  const rank = level * total
  let below = 0
  for (const [index, count] of ordered) {
    if (below + count >= rank) return within(index, (rank - below) / count)
    below += count
  }
  return within(ordered.at(-1)?.[0] ?? LOWEST_BUCKET, 1)
}

function within(index: number, share: number): number {
  if (index <= LOWEST_BUCKET) return 0
  const [low, high] = [2 ** ((index - 1) / BUCKETS_PER_DOUBLING), 2 ** (index / BUCKETS_PER_DOUBLING)]
  return low + (high - low) * share
}

/** So many values were above one bound and up to the other, in the unit of the values; 0 and 0 for those at most 0. */
export type Bar = { above: number; upTo: number; count: number }

export const MOST_BARS = 40

/**
 * A distribution as bars: those at most 0 first, then without gaps from the least to the greatest value. Each spans as many
 * buckets as it takes to have at most `MOST_BARS` of these.
 */
export function barsOf(buckets: Buckets): Bar[] {
  const filled = [...buckets].filter(([, count]) => count > 0)
  const lowest = filled.find(([index]) => index <= LOWEST_BUCKET)
  const above = filled.filter(([index]) => index > LOWEST_BUCKET)
  const bars = lowest ? [{ above: 0, upTo: 0, count: lowest[1] }] : []
  if (above.length === 0) return bars
  const indices = above.map(([index]) => index)
  const [first, last] = [Math.min(...indices), Math.max(...indices)]
  // Groups begin at whole multiples, so that those of two windows can be set beside each other; that may take one more.
  const width = Math.ceil((last - first + 1) / (MOST_BARS - 1))
  const groupOf = (index: number) => Math.ceil(index / width)
  const bound = (group: number) => 2 ** ((group * width) / BUCKETS_PER_DOUBLING)
  const counts = new Map<number, number>()
  for (const [index, count] of above) counts.set(groupOf(index), (counts.get(groupOf(index)) ?? 0) + count)
  for (let group = groupOf(first); group <= groupOf(last); group++)
    bars.push({ above: bound(group - 1), upTo: bound(group), count: counts.get(group) ?? 0 })
  return bars
}
