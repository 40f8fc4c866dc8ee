import type { Asks } from '../../store/analytics/remembered.js'
import type { DayQuestion } from './day-source.js'
import { heldDurations, holdDurations } from './held-durations.js'
import { readNear } from './near-durations.js'
import type { Recalled } from './recalled-buckets.js'
import type { SumRow } from './sum-rows.js'
import type { UnkeptRow } from './unkept-rows.js'
import { valuesAt } from './values-at.js'
import { setQuantiles, wantedOf, type Pair, type Wanted } from './wanted-durations.js'

export type WindowRow = { row: SumRow; buckets: readonly SumRow[] }

type Rows = {
  recalled: Recalled<SumRow>
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
  const isFresh = new Set(fresh)
  const unheld = window.flatMap(({ row, ranges }) =>
    (bucketsOf.get(row) ?? []).filter((bucket) => !isFresh.has(bucket) && heldDurations(bucket, ranges) === null),
  )
  const { measures } = question
  const found = await Promise.all([
    ...recalled.left.map((part) => readNear(asks, { ...part, measures }, { own: own.filter(({ row }) => isWithin(part, row)), window })),
    ...recalled.around(unheld).map((part) => readNear(asks, { ...part, measures }, { own: [], window })),
  ])
  const pairs = new Map(found.flatMap((one) => [...one.pairs]))
  for (const one of own) setQuantiles(one, pairs.get(one) ?? pairsOf(one, []))
  const near = new Map(window.map((one) => [one, new Map<number, Float64Array>()]))
  for (const { of, bucket, durations } of found.flatMap((one) => one.near)) near.get(of)?.set(bucket, durations)
  for (const [one, read] of near) {
    const lists = (bucketsOf.get(one.row) ?? []).flatMap((row) => {
      const durations = read.get(Number(row.bucket))
      if (durations && recalled.isSettled(row)) holdDurations(row, one.ranges, durations)
      return durations ?? heldDurations(row, one.ranges) ?? []
    })
    setQuantiles(one, pairsOf(one, lists))
  }
}

function isWithin({ context, bounds }: DayQuestion, { bucket }: SumRow): boolean {
  return bounds.length === 0 || (Number(bucket) >= context.from.getTime() && Number(bucket) < context.to.getTime())
}

/** The pairs at the places among these durations and those beside; none where there are no durations. */
function pairsOf({ beside, places }: Wanted, lists: readonly Float64Array[]): Pair[] {
  const all = beside.length > 0 ? [...lists, Float64Array.from(beside).sort()] : lists
  return all.some(({ length }) => length > 0) ? places.map((place) => valuesAt(all, place)) : []
}
