import { clusteredSize, levelsOf, medianEnds } from '../durations.js'
import { levelsOfMedian } from '../intervals/quantile-levels.js'
import { countOf } from '../numbers.js'
import type { DayQuestion } from './day-source.js'
import type { SumRow } from './sum-rows.js'
import { bucketKeys, bucketsOf, type UnkeptRow } from './unkept-rows.js'

/** Bins of which the durations of a group are wanted, from one to another, counted from 1. */
export type Range = { first: number; last: number }

/**
 * Of a group: its levels, and for each the rank from 0 at or below it; which of them are asked for, by their index; the bins in
 * which those lie, and where they lie among the durations of those bins; and of these durations those that are not kept.
 */
export type Wanted = {
  row: SumRow
  n: number
  levels: number[]
  belows: number[]
  asked: number[]
  ranges: Range[]
  places: number[]
  beside: number[]
}

/** What is wanted of each row that has durations; what is not kept of them comes along. */
export function wantedOf(rows: readonly SumRow[], question: DayQuestion, unkept: readonly UnkeptRow[]): Wanted[] {
  const wanted = rows.filter((row) => countOf(row, 'n') > 0).map((row) => wantedOfRow(row, question.stats))
  addBeside(wanted, question, unkept)
  return wanted
}

function wantedOfRow(row: SumRow, stats: boolean): Wanted {
  const n = countOf(row, 'n')
  const size = 'size_squares' in row ? clusteredSize(row, n) : n
  const levels = levelsOf(size)
  const belows = levels.map((level) => Math.floor(level * (n - 1)))
  const reaches = cumulated(row.bins)
  const binAt = (rank: number) => reaches.findIndex((reached) => reached > rank) + 1
  const asked = stats ? [...levels.keys()] : levelsOfMedian(levels, medianEnds(size))
  const ranks = asked.map((place) => belows[place] as number)
  const ranges = joined(ranks.map((below) => ({ first: binAt(below), last: binAt(Math.min(below + 1, n - 1)) })))
  return { row, n, levels, belows, asked, ranges, places: ranks.map((below) => placeOf(below, ranges, reaches)), beside: [] }
}

/** Of a group with so few durations around its quantiles that many at once can be held. */
const FEW = 4_000

/**
 * The ranges and what lies around them, as far as it is few: quantiles of a small group move from one bin to another with each
 * question, and what is around need not be read for each.
 */
export function widened(ranges: readonly Range[], { bins }: SumRow): readonly Range[] {
  let [first, last] = [ranges[0]?.first ?? 1, ranges.at(-1)?.last ?? 1]
  let count = bins.slice(first - 1, last).reduce((sum, own) => sum + own, 0)
  if (count > FEW) return ranges
  for (let grows = true; grows;) {
    const [before, after] = [first > 1 ? (bins[first - 2] ?? 0) : Infinity, last < bins.length ? (bins[last] ?? 0) : Infinity]
    grows = count + Math.min(before, after) <= FEW
    if (!grows) break
    count += Math.min(before, after)
    if (before <= after) first -= 1
    else last += 1
  }
  return [{ first, last }]
}

function cumulated(counts: readonly number[]): number[] {
  let sum = 0
  return counts.map((count) => (sum += count))
}

/** Ranges that share no bin, ascending. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const before = result.at(-1)
    if (before && range.first <= before.last) before.last = Math.max(before.last, range.last)
    else result.push({ ...range })
  }
  return result
}

/** Where a rank from 0 lies, from 1, among the durations of the ranges. */
function placeOf(rank: number, ranges: readonly Range[], reaches: readonly number[]): number {
  let left = 0
  let end = 0
  for (const { first, last } of ranges) {
    const start = reaches[first - 2] ?? 0
    if (start > rank) break
    left += start - end
    end = reaches[last - 1] as number
  }
  return rank - left + 1
}

function addBeside(wanted: readonly Wanted[], question: DayQuestion, unkept: readonly UnkeptRow[]): void {
  if (unkept.length === 0) return
  const keyOf = bucketKeys(question)
  const byKey = new Map(wanted.map((one) => [keyOf(one.row.bucket, one.row), one]))
  for (const row of unkept) {
    const reaches = cumulated(row.bins)
    const reach = (bin: number) => reaches[Math.min(bin, reaches.length) - 1] ?? 0
    for (const bucket of bucketsOf(row, question)) {
      const group = byKey.get(keyOf(bucket, row))
      if (group) group.beside = group.beside.concat(...group.ranges.map(({ first, last }) => row.durations.slice(reach(first - 1), reach(last))))
    }
  }
}

/** The durations at a place that is wanted, and at the next one. */
export type Pair = readonly [number, number]

/** Gives the row its `quantiles`, from a pair for each place; those not asked for are NaN. */
export function setQuantiles({ row, n, levels, belows, asked }: Wanted, pairs: readonly Pair[]): void {
  if (pairs.length < asked.length) throw new Error(`No durations were found for a group of ${n}`)
  row.quantiles = levels.map((level, place) => {
    const pair = pairs[asked.indexOf(place)]
    return pair ? type7(pair, level * (n - 1) - (belows[place] as number)) : Number.NaN
  })
}

/** As `type7Sql`. */
function type7([lower, upper]: Pair, above: number): number {
  return lower + (upper - lower) * above
}
