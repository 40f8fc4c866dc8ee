import { LRUCache } from 'lru-cache'
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
export function heldDurations(row: SumRow, ranges: readonly Range[]): Float64Array[] | null {
  const lists: Float64Array[] = []
  for (const bin of filledBins(row, ranges)) {
    const list = held.get(row)?.get(bin)
    if (!list) return null
    lists.push(list)
  }
  return lists
}

/** Keeps what was read of these bins for as long as the row is as it is. */
export function holdDurations(row: SumRow, ranges: readonly Range[], durations: Float64Array): void {
  const bins = new Map(held.get(row))
  let start = 0
  for (const bin of filledBins(row, ranges)) {
    const end = start + (row.bins[bin - 1] as number)
    bins.set(bin, durations.subarray(start, end))
    start = end
  }
  // A row that was made anew in between has others.
  if (start === durations.length) held.set(row, bins)
}

function filledBins({ bins }: SumRow, ranges: readonly Range[]): number[] {
  const filled: number[] = []
  for (const { first, last } of ranges) for (let bin = first; bin <= last; bin += 1) if ((bins[bin - 1] ?? 0) > 0) filled.push(bin)
  return filled
}
