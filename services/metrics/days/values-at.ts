import type { Pair } from './wanted-durations.js'

/** Of as many it is quicker to sort them than to look for one. */
const FEW = 64

/**
 * What stands at a place, from 1, and at the next, if all these ascending lists of whole numbers were sorted together. Beyond the
 * last is 0.
 */
export function valuesAt(all: readonly Float64Array[], place: number): Pair {
  const lists = all.filter(({ length }) => length > 0)
  // Where the value lies in each list: from one index to before another.
  const starts = new Int32Array(lists.length)
  const ends = Int32Array.from(lists, ({ length }) => length)
  const cuts = new Int32Array(lists.length)
  let low = lists.reduce((least, list) => Math.min(least, list[0] as number), Infinity)
  let high = lists.reduce((most, list) => Math.max(most, list.at(-1) as number), -Infinity)
  let [below, size] = [0, ends.reduce((sum, length) => sum + length, 0)]
  while (low < high && size > FEW) {
    const middle = Math.floor(low + (high - low) / 2)
    let upToMiddle = 0
    for (let index = 0; index < lists.length; index += 1) {
      const [start, end] = [starts[index] as number, ends[index] as number]
      const cut = upTo(lists[index] as Float64Array, start, end, middle)
      cuts[index] = cut
      upToMiddle += cut - start
    }
    if (below + upToMiddle >= place) {
      ends.set(cuts)
      size = upToMiddle
      high = middle
    } else {
      starts.set(cuts)
      size -= upToMiddle
      below += upToMiddle
      low = middle + 1
    }
  }
  const left = together(lists, { starts, ends, size })
  const next = left[place - below] ?? lists.reduce((least, list, index) => Math.min(least, list[ends[index] as number] ?? Infinity), Infinity)
  return [left[place - below - 1] ?? 0, Number.isFinite(next) ? next : 0]
}

/** The index after the last value from one index to before another that is no greater. */
function upTo(list: Float64Array, start: number, end: number, value: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function together(lists: readonly Float64Array[], { starts, ends, size }: { starts: Int32Array; ends: Int32Array; size: number }): Float64Array {
  const all = new Float64Array(size)
  let at = 0
  for (const [index, list] of lists.entries()) {
    const own = list.subarray(starts[index], ends[index])
    all.set(own, at)
    at += own.length
  }
  return all.sort()
}
