import type { Asks } from '../../store/analytics/remembered.js'
import type { DayQuestion } from './day-source.js'
import { binsOf, heldDurations, holdDurations, inRange } from './held-durations.js'
import { readNear, type Reader } from './near-durations.js'
import { asOne, type Recalled } from './recalled-buckets.js'
import type { SumRow } from './sum-rows.js'
import type { UnkeptRow } from './unkept-rows.js'
import { valuesAt } from './values-at.js'
import { setQuantiles, wantedOf, widened, type Pair, type Wanted } from './wanted-durations.js'

export type WindowRow = { row: SumRow; buckets: readonly SumRow[] }

type Rows = {
  recalled: Recalled
  /** Rows of buckets that were asked for. */
  fresh: readonly SumRow[]
  /** Rows of the window as a whole, with those of its buckets, fresh or recalled. */
  whole: readonly WindowRow[]
  unkept: readonly UnkeptRow[]
}

/**
 * Adds to each fresh row and each of the whole window the `quantiles` of its durations. The counts of its bins tell in which of
 * them each rank lies, and only the durations in those, a few of a hundred, are looked at. They are the values that sorting all
 * would give.
 */
export async function addQuantiles(asks: Asks, question: DayQuestion, { recalled, fresh, whole, unkept }: Rows): Promise<void> {
  const bucketsOf = new Map(whole.map(({ row, buckets }) => [row, buckets]))
  const own = wantedOf(fresh, question, unkept)
  const window = wantedOf([...bucketsOf.keys()], question, unkept)
  const readers = readersOf(own, window, { bucketsOf, isSettled: recalled.isSettled })
  const isFresh = new Set(fresh)
  const known = readers.map(({ row }) => row).filter((row) => !isFresh.has(row))
  const part = asOne([...recalled.left, ...recalled.around(known)])
  const found = part ? await readNear(asks, { ...part, measures: question.measures }, readers) : []
  const pairs = new Map(found.map((one) => [one.reader.own, one.pairs]))
  for (const one of own) setQuantiles(one, pairs.get(one) ?? pairsOf(one, []))
  for (const { reader, near } of found) if (recalled.isSettled(reader.row)) holdDurations(reader.row, reader.window, near)
  const read = new Map(found.map(({ reader, near }) => [reader.row, near]))
  for (const one of window) {
    const bins = binsOf(one.ranges)
    const lists = (bucketsOf.get(one.row) ?? []).flatMap((row) => {
      const near = read.get(row)
      return near ? one.ranges.map((range) => inRange(near, range)) : (heldDurations(row, bins) ?? [])
    })
    setQuantiles(one, pairsOf(one, lists))
  }
}

type Buckets = { bucketsOf: ReadonlyMap<SumRow, readonly SumRow[]>; isSettled(row: SumRow): boolean }

/** Every row that wants something for itself, and every row of a bucket whose durations are wanted for its window and not held. */
function readersOf(own: readonly Wanted[], window: readonly Wanted[], { bucketsOf, isSettled }: Buckets): Reader[] {
  const readers = new Map<SumRow, Reader>(own.map((one) => [one.row, { row: one.row, own: one, window: [] }]))
  for (const { row: whole, ranges } of window) {
    const bins = binsOf(ranges)
    const wide = widened(ranges, whole)
    for (const row of bucketsOf.get(whole) ?? []) {
      if (heldDurations(row, bins) === null) readers.set(row, { row, own: readers.get(row)?.own, window: isSettled(row) ? wide : ranges })
    }
  }
  return [...readers.values()]
}

/** The pairs at the places among these durations and those beside; none where there are no durations. */
function pairsOf({ beside, places }: Wanted, lists: readonly Float64Array[]): Pair[] {
  const all = beside.length > 0 ? [...lists, Float64Array.from(beside).sort()] : lists
  return all.some(({ length }) => length > 0) ? places.map((place) => valuesAt(all, place)) : []
}
