import type { Pair } from './wanted-durations.js'

/** Of as many it is quicker to sort them than to look for one. */
const FEW = 64

/**
 * What stands at a place, from 1, and at the next, if all these ascending lists of whole numbers were sorted together. Beyond the
 * last is 0.
 */
export function valuesAt(lists: readonly Float64Array[], place: number): Pair {
  const spans = lists.filter((list) => list.length > 0).map((list): Span => ({ list, start: 0, end: list.length }))
  let low = Math.min(...spans.map(({ list }) => list[0] as number))
  let high = Math.max(...spans.map(({ list }) => list.at(-1) as number))
  let below = 0
  while (low < high && sizeOf(spans) > FEW) {
    const middle = Math.floor(low + (high - low) / 2)
    const cuts = spans.map((span) => upTo(span, middle))
    const count = cuts.reduce((sum, cut, index) => sum + cut - (spans[index] as Span).start, 0)
    if (below + count >= place) {
      spans.forEach((span, index) => (span.end = cuts[index] as number))
      high = middle
    } else {
      spans.forEach((span, index) => (span.start = cuts[index] as number))
      below += count
      low = middle + 1
    }
  }
  const left = together(spans)
  const next = left[place - below] ?? Math.min(...spans.map(({ list, end }) => list[end] ?? Infinity))
  return [left[place - below - 1] ?? 0, Number.isFinite(next) ? next : 0]
}

/** Where the value that is looked for lies in a list: from one index to before another. */
type Span = { list: Float64Array; start: number; end: number }

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The index after the last value of a span that is no greater. */
function upTo({ list, start, end }: Span, value: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function together(spans: readonly Span[]): Float64Array {
  const all = new Float64Array(sizeOf(spans))
  let at = 0
  for (const { list, start, end } of spans) {
    all.set(list.subarray(start, end), at)
    at += end - start
  }
  return all.sort()
}
