import { LRUCache } from 'lru-cache'
import { startOfBin } from './day-rows.js'
import type { SumRow } from './sum-rows.js'
import type { Range } from './wanted-durations.js'

/** Of all rows together; each takes eight bytes. */
const MOST_DURATIONS = 4_000_000

type Bins = ReadonlyMap<number, Float64Array>

const held = new LRUCache<SumRow, Bins>({
  maxSize: MOST_DURATIONS,
  sizeCalculation: (bins) => [...bins.values()].reduce((sum, { length }) => sum + length, 1),
})

/**
 * The durations of the row of a bucket in these bins, ascending; null where they must be read. Quantiles of a window lie in the
 * same few bins of each of its buckets from one question to the next.
 */
export function heldDurations(row: SumRow, bins: readonly number[]): Float64Array[] | null {
  const lists: Float64Array[] = []
  const known = held.get(row)
  for (const bin of bins) {
    if ((row.bins[bin - 1] ?? 0) === 0) continue
    const list = known?.get(bin)
    if (!list) return null
    lists.push(list)
  }
  return lists
}

/** Keeps the durations that were read of these bins for as long as the row is as it is. */
export function holdDurations(row: SumRow, ranges: readonly Range[], durations: Float64Array): void {
  const own = binsOf(ranges).map((bin) => [bin, inRange(durations, { first: bin, last: bin })] as const)
  held.set(row, new Map([...(held.get(row) ?? []), ...own]))
}

/** Those of ascending durations that lie in the bins of a range. */
export function inRange(durations: Float64Array, { first, last }: Range): Float64Array {
  return durations.subarray(placeOf(durations, startOfBin(first)), placeOf(durations, startOfBin(last + 1)))
}

/** How many are less. */
function placeOf(durations: Float64Array, value: number): number {
  let [low, high] = [0, durations.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((durations[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

export function binsOf(ranges: readonly Range[]): number[] {
  return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
}
