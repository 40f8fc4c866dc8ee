import type { Asks } from '../../store/analytics/remembered.js'
import { dimensionValues, READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import { clusteredSize } from '../durations.js'
import { quantileLevels } from '../intervals/quantile-levels.js'
import type { AggregateRow } from '../measure.js'
import { countOf } from '../numbers.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'

/** Bins of which the durations of a group are wanted, from one to another, counted from 1. */
type Range = { first: number; last: number }

/**
 * Of a group: its levels, and for each the rank from 0 at or below it; which of them are asked for, by their index; the bins in
 * which those lie, and where they lie among the durations of those bins.
 */
type Wanted = { row: AggregateRow; n: number; levels: number[]; belows: number[]; asked: number[]; ranges: Range[]; places: number[] }

/**
 * Adds to each row the `quantiles` of its durations. The counts of its bins tell in which of them each rank lies, and only the
 * durations in those, a few of a hundred, are read and sorted. They are the values that sorting all would give.
 */
export async function addQuantiles(asks: Asks, question: DayQuestion, rows: readonly AggregateRow[]): Promise<void> {
  const wanted = rows.filter((row) => countOf(row, 'n') > 0).map((row) => wantedOf(row, question.stats))
  const inBuckets = ({ row }: Wanted) => Number(row.bucket) !== WHOLE_WINDOW
  const levels = [wanted.filter((one) => !inBuckets(one)), wanted.filter(inBuckets)].filter((some) => some.length > 0)
  await Promise.all(levels.map((some) => addTo(asks, question, some)))
}

async function addTo(asks: Asks, question: DayQuestion, wanted: readonly Wanted[]): Promise<void> {
  const whole = Number(wanted[0]?.row.bucket) === WHOLE_WINDOW
  const found = await readNeighbours(asks, { ...question, bounds: whole ? [] : question.bounds }, wanted)
  wanted.forEach(({ row, n, levels, belows, asked }, index) => {
    const pairs = found.get(index)
    if (!pairs) throw new Error(`No durations were found for a group of ${n}`)
    row.quantiles = levels.map((level, place) => {
      const at = asked.indexOf(place)
      return at < 0 ? Number.NaN : type7(Number(pairs[2 * at]), Number(pairs[2 * at + 1]), level * (n - 1) - (belows[place] as number))
    })
  })
}

/** As `type7Sql`. */
function type7(lower: number, upper: number, above: number): number {
  return lower + (upper - lower) * above
}

/** The levels that only stats show. */
const SHOWN_BESIDE = [1, 2, 3]

function wantedOf(row: AggregateRow, stats: boolean): Wanted {
  const n = countOf(row, 'n')
  const levels = quantileLevels('size_squares' in row ? Math.floor(clusteredSize(row, n)) : n)
  const belows = levels.map((level) => Math.floor(level * (n - 1)))
  const reaches = cumulated(row.bins as number[])
  const binAt = (rank: number) => reaches.findIndex((reached) => reached > rank) + 1
  const asked = [...levels.keys()].filter((place) => stats || !SHOWN_BESIDE.includes(place))
  const ranks = asked.map((place) => belows[place] as number)
  const ranges = joined(ranks.map((below) => ({ first: binAt(below), last: binAt(Math.min(below + 1, n - 1)) })))
  return { row, n, levels, belows, asked, ranges, places: ranks.map((below) => placeOf(below, ranges, reaches)) }
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

type NeighboursRow = { wanted: string | number; pairs: string[] }

/** For each group, by its place, the durations at and after each place that is wanted, one level after the other; after the last is 0. */
async function readNeighbours(asks: Asks, question: DayQuestion, wanted: readonly Wanted[]): Promise<Map<number, string[]>> {
  const dimensions = groupColumns(question).slice(1)
  const most = Math.max(...wanted.map(({ ranges }) => ranges.length))
  const levels = Math.max(...wanted.map((one) => one.places.length))
  const source = daySource(question)
  const names = ['moment', ...dimensions]
  const slices = Array.from({ length: most }, (_, index) => sliceSql(index + 1))
  const pairs = Array.from({ length: levels }, (_, index) => `arrayResize(arraySlice(near, places[${index + 1}], 2), 2)`)
  const sql = `SELECT wanted, ${concat(pairs)} AS pairs
    FROM (
      SELECT wanted, any(places) AS places, arraySort(groupArrayArray(${concat(slices)})) AS near
      FROM (SELECT *, arrayCumSum(bins) AS upto FROM (${source.sql})) AS own
      INNER JOIN (
        SELECT ${names.map((name, index) => `found.${index + 1} AS ${name}`).join(', ')}, found.${names.length + 1} AS wanted,
          found.${names.length + 2} AS firsts, found.${names.length + 3} AS lasts, found.${names.length + 4} AS places
        FROM (SELECT arrayJoin(arrayZip({wantedMoments:Array(Int64)}, ${dimensions.map((name) => `{wanted_${name}:Array(String)}, `).join('')}
          range(length({wantedMoments:Array(Int64)})), {firsts:Array(Array(Int64))}, {lasts:Array(Array(Int64))}, {places:Array(Array(Int64))})) AS found)
      ) AS asked USING (${names.join(', ')})
      GROUP BY wanted
    )`
  const rows = await asks.query<NeighboursRow>(sql, { ...source.params, ...wantedParams(wanted, dimensions) }, READ_SETTINGS)
  return new Map(rows.map((row) => [Number(row.wanted), row.pairs]))
}

function wantedParams(wanted: readonly Wanted[], dimensions: readonly string[]): Record<string, unknown> {
  const values = wanted.map(({ row }) => dimensionValues(row, dimensions.length))
  return {
    wantedMoments: wanted.map(({ row }) => Number(row.bucket)),
    ...Object.fromEntries(dimensions.map((name, index) => [`wanted_${name}`, values.map((own) => own[index])])),
    firsts: wanted.map(({ ranges }) => ranges.map(({ first }) => first)),
    lasts: wanted.map(({ ranges }) => ranges.map(({ last }) => last)),
    places: wanted.map(({ places }) => places),
  }
}

function concat(arrays: readonly string[]): string {
  return arrays.length === 1 ? (arrays[0] as string) : `arrayConcat(${arrays.join(', ')})`
}

/** The durations of a row in the bins of a range; none where the group has no such range. Beyond the last bin of a row there is nothing more. */
function sliceSql(range: number): string {
  const reach = (bin: string) => `upto[least(${bin}, toInt64(length(upto)))]`
  const before = reach(`firsts[${range}] - 1`)
  return `arraySlice(durations, toInt64(${before}) + 1, greatest(toInt64(${reach(`lasts[${range}]`)}) - toInt64(${before}), 0))`
}
