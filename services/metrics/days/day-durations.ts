import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import { clusteredSize, levelsOf, medianEnds } from '../durations.js'
import { levelsOfMedian } from '../intervals/quantile-levels.js'
import type { AggregateRow } from '../measure.js'
import { countOf } from '../numbers.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import { bucketKeys, bucketsOf, type UnkeptRow } from './unkept-rows.js'

/** Bins of which the durations of a group are wanted, from one to another, counted from 1. */
type Range = { first: number; last: number }

/**
 * Of a group: its levels, and for each the rank from 0 at or below it; which of them are asked for, by their index; the bins in
 * which those lie, and where they lie among the durations of those bins; and of these durations those that are not kept.
 */
type Wanted = {
  row: AggregateRow
  n: number
  levels: number[]
  belows: number[]
  asked: number[]
  ranges: Range[]
  places: number[]
  beside: number[]
}

/**
 * Adds to each row the `quantiles` of its durations. The counts of its bins tell in which of them each rank lies, and only the
 * durations in those, a few of a hundred, are sorted. They are the values that sorting all would give.
 */
export async function addQuantiles(asks: Asks, question: DayQuestion, rows: readonly AggregateRow[], unkept: readonly UnkeptRow[]): Promise<void> {
  const wanted = rows.filter((row) => countOf(row, 'n') > 0).map((row) => wantedOf(row, question.stats))
  addBeside(wanted, question, unkept)
  const found = wanted.length > 0 ? await readNeighbours(asks, question, wanted) : new Map<number, number[]>()
  wanted.forEach((one, index) => {
    const { row, n, levels, belows, asked } = one
    const pairs = found.get(index) ?? pairsBeside(one)
    if (pairs.length < 2 * asked.length) throw new Error(`No durations were found for a group of ${n}`)
    row.quantiles = levels.map((level, place) => {
      const at = asked.indexOf(place)
      return at < 0 ? Number.NaN : type7(pairs[2 * at] as number, pairs[2 * at + 1] as number, level * (n - 1) - (belows[place] as number))
    })
  })
}

/** As `type7Sql`. */
function type7(lower: number, upper: number, above: number): number {
  return lower + (upper - lower) * above
}

function wantedOf(row: AggregateRow, stats: boolean): Wanted {
  const n = countOf(row, 'n')
  const size = 'size_squares' in row ? clusteredSize(row, n) : n
  const levels = levelsOf(size)
  const belows = levels.map((level) => Math.floor(level * (n - 1)))
  const reaches = cumulated(row.bins as number[])
  const binAt = (rank: number) => reaches.findIndex((reached) => reached > rank) + 1
  const asked = stats ? [...levels.keys()] : levelsOfMedian(levels, medianEnds(size))
  const ranks = asked.map((place) => belows[place] as number)
  const ranges = joined(ranks.map((below) => ({ first: binAt(below), last: binAt(Math.min(below + 1, n - 1)) })))
  return { row, n, levels, belows, asked, ranges, places: ranks.map((below) => placeOf(below, ranges, reaches)), beside: [] }
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

/** As `readNeighbours`, of a group of which nothing is kept. */
function pairsBeside({ beside, places }: Wanted): number[] {
  const near = [...beside].sort((a, b) => a - b)
  return places.flatMap((place) => [near[place - 1] ?? 0, near[place] ?? 0])
}

type NeighboursRow = { wanted: string | number; pairs: number[] }

/** What groups are asked of: the window as a whole, or each bucket. */
type Span = 'whole' | 'bucket'

function spanOf({ row }: Wanted): Span {
  return Number(row.bucket) === WHOLE_WINDOW ? 'whole' : 'bucket'
}

/**
 * For each group, by its place, the durations at and after each place that is wanted, one level after the other; after the last
 * is 0. The rows are read once for the window and its buckets.
 */
async function readNeighbours(asks: Asks, question: DayQuestion, wanted: readonly Wanted[]): Promise<Map<number, number[]>> {
  const keys = groupColumns(question)
  const spans = (['whole', 'bucket'] as const).filter((span) => wanted.some((one) => spanOf(one) === span))
  const most = Math.max(...wanted.map(({ ranges }) => ranges.length))
  const levels = Math.max(...wanted.map((one) => one.places.length))
  const source = daySource(question, ['kept'])
  const pairs = Array.from({ length: levels }, (_, index) => `arrayResize(arraySlice(near, places[${index + 1}], 2), 2)`)
  const gathered = (span: Span) => {
    const slices = Array.from({ length: most }, (_, index) => sliceSql(span, index + 1))
    return `groupArrayArray(${concat(slices)}) AS ${span}_near, any(${span}.id) AS ${span}_id, any(${span}.places) AS ${span}_places, any(${span}.beside) AS ${span}_beside`
  }
  const ofSpan = (column: string) => (spans.length > 1 ? `if(grouping(moment) = 1, whole_${column}, bucket_${column})` : `${spans.join()}_${column}`)
  const joins = spans.map((span) => `LEFT ANY JOIN (${askedSql(span, keys)}) AS ${span} USING (${keysOf(span, keys).join(', ')})`)
  const sets = spans.map((span) => `(${keysOf(span, keys).join(', ')})`)
  const sql = `SELECT id - 1 AS wanted, CAST(${concat(pairs)}, 'Array(Float64)') AS pairs
    FROM (
      SELECT ${spans.map(gathered).join(', ')}, ${ofSpan('id')} AS id, ${ofSpan('places')} AS places, arraySort(arrayConcat(${ofSpan('near')}, ${ofSpan('beside')})) AS near
      FROM (SELECT *, arrayCumSum(bins) AS upto FROM (${source.sql})) AS own ${joins.join(' ')}
      GROUP BY GROUPING SETS (${sets.join(', ')})
    ) WHERE id > 0`
  const params = { ...source.params, ...Object.assign({}, ...spans.map((span) => askedParams(span, keys, wanted))) }
  const rows = await asks.query<NeighboursRow>(sql, params, READ_SETTINGS)
  return new Map(rows.map((row) => [Number(row.wanted), row.pairs]))
}

function keysOf(span: Span, keys: readonly string[]): string[] {
  return span === 'bucket' ? ['moment', ...keys] : [...keys]
}

/**
 * What is wanted of each group, as a table: its keys, its place from 1, its ranges and places, and what lies beside. It is read
 * from one text while the statement runs: written out as constants, the engine would take longer to analyse them than to answer.
 */
function askedSql(span: Span, keys: readonly string[]): string {
  const columns = Object.entries({
    ...(span === 'bucket' ? { moment: 'Int64' } : {}),
    ...Object.fromEntries(keys.map((name) => [name, 'String'])),
    id: 'Int64',
    firsts: LIST,
    lasts: LIST,
    places: LIST,
    beside: LIST,
  })
  const names = columns.map(([name], index) => `found.${index + 1} AS ${name}`)
  const type = `Array(Tuple(${columns.map(([, type]) => type).join(', ')}))`
  return `SELECT ${names.join(', ')} FROM (SELECT arrayJoin(JSONExtract(materialize({${span}_asked:String}), '${type}')) AS found)`
}

const LIST = 'Array(Int64)'

function askedParams(span: Span, keys: readonly string[], wanted: readonly Wanted[]): Record<string, unknown> {
  const own = [...wanted.entries()].filter(([, one]) => spanOf(one) === span)
  const rows = own.map(([index, { row, ranges, places, beside }]) => [
    ...(span === 'bucket' ? [Number(row.bucket)] : []),
    ...keys.map((name) => String(row[name] ?? '')),
    index + 1,
    ranges.map(({ first }) => first),
    ranges.map(({ last }) => last),
    places,
    beside,
  ])
  return { [`${span}_asked`]: JSON.stringify(rows) }
}

function concat(arrays: readonly string[]): string {
  return arrays.length === 1 ? (arrays[0] as string) : `arrayConcat(${arrays.join(', ')})`
}

/** The durations of a row in the bins of a range; none where its group has no such range. Beyond the last bin of a row there is nothing more. */
function sliceSql(span: Span, range: number): string {
  const reach = (bin: string) => `upto[least(${bin}, toInt64(length(upto)))]`
  const before = reach(`${span}.firsts[${range}] - 1`)
  return `arraySlice(durations, toInt64(${before}) + 1, greatest(toInt64(${reach(`${span}.lasts[${range}]`)}) - toInt64(${before}), 0))`
}
