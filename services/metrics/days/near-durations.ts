import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS } from '../aggregate.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import { MOST_BINS } from './day-rows.js'
import type { SumRow } from './sum-rows.js'
import type { Pair, Range, Wanted } from './wanted-durations.js'

/** What is read of one group in one bucket: what its own quantiles want, the bins that are for the window as a whole, or both. */
export type Reader = { row: SumRow; own: Wanted | undefined; window: readonly Range[] }

/** The durations at and after each place that its own wants, and all in the bins for the window, ascending. */
export type Found = { reader: Reader; pairs: Pair[]; near: Float64Array }

type FoundRow = { id: string; pairs: number[]; near: number[] }

/**
 * Reads the durations of some days once for all that want some of them. For a row of its own bucket the engine sorts them; those
 * for the window come bucket by bucket, since nearly all of them are the same the next time.
 */
export async function readNear(asks: Asks, question: DayQuestion, readers: readonly Reader[]): Promise<Found[]> {
  if (readers.length === 0) return []
  const keys = ['moment', ...groupColumns(question)]
  const source = daySource(question, ['kept'])
  const levels = mostOf(readers, ({ own }) => own?.places.length ?? 0)
  const pairs = Array.from({ length: levels }, (_, index) => `arrayResize(arraySlice(sorted, places[${index + 1}], 2), 2)`)
  const own = slicesSql(
    'own',
    mostOf(readers, (reader) => reader.own?.ranges.length ?? 0),
  )
  const window = slicesSql(
    'window',
    mostOf(readers, (reader) => reader.window.length),
  )
  // Beyond the last bin of a row there is nothing more.
  const upto = `CAST(arrayResize(arrayCumSum(bins), ${MOST_BINS}, length(durations)), '${LIST}')`
  const sql = `SELECT id, CAST(${concat(pairs)}, 'Array(Float64)') AS pairs, CAST(arraySort(gathered), 'Array(Float64)') AS near
    FROM (
      SELECT any(asked.id) AS id, any(asked.places) AS places, arraySort(arrayConcat(groupArrayArray(${own}), any(asked.beside))) AS sorted,
        groupArrayArray(${window}) AS gathered
      FROM (SELECT *, ${upto} AS upto FROM (${source.sql})) AS kept JOIN (${askedSql(keys)}) AS asked USING (${keys.join(', ')})
      GROUP BY ${keys.join(', ')}
    )`
  const rows = await asks.query<FoundRow>(sql, { ...source.params, asked: askedText(keys, readers) }, READ_SETTINGS)
  return rows.map((row) => ({ reader: readers[Number(row.id) - 1] as Reader, pairs: inPairs(row.pairs), near: Float64Array.from(row.near) }))
}

/** There may be more readers than a call takes arguments. */
function mostOf(readers: readonly Reader[], countOf: (reader: Reader) => number): number {
  return readers.reduce((most, reader) => Math.max(most, countOf(reader)), 0)
}

function inPairs(values: readonly number[]): Pair[] {
  return Array.from({ length: values.length / 2 }, (_, index) => [values[2 * index] as number, values[2 * index + 1] as number])
}

const LIST = 'Array(Int64)'

/**
 * What is wanted of each row, as a table: its keys, its place from 1, its ranges and places, and what lies beside. It is read
 * from one text while the statement runs: written out as constants, the engine would take longer to analyse them than to answer.
 */
function askedSql(keys: readonly string[]): string {
  const columns = Object.entries({
    ...Object.fromEntries(keys.map((name) => [name, name === 'moment' ? 'Int64' : 'String'])),
    id: 'Int64',
    ...Object.fromEntries(['own_firsts', 'own_lasts', 'window_firsts', 'window_lasts', 'places', 'beside'].map((name) => [name, LIST])),
  })
  const names = columns.map(([name], index) => `found.${index + 1} AS ${name}`)
  const type = `Array(Tuple(${columns.map(([, type]) => type).join(', ')}))`
  return `SELECT ${names.join(', ')} FROM (SELECT arrayJoin(JSONExtract(materialize({asked:String}), '${type}')) AS found)`
}

function askedText(keys: readonly string[], readers: readonly Reader[]): string {
  const ends = (ranges: readonly Range[] = []) => [ranges.map(({ first }) => first), ranges.map(({ last }) => last)]
  const rows = readers.map(({ row, own, window }, index) => [
    ...keys.map((name) => (name === 'moment' ? Number(row.bucket) : String(row[name] ?? ''))),
    index + 1,
    ...ends(own?.ranges),
    ...ends(window),
    own?.places ?? [],
    own?.beside ?? [],
  ])
  return JSON.stringify(rows)
}

/** The durations of a row in all of its ranges, of which none has more than so many. */
function slicesSql(by: 'own' | 'window', most: number): string {
  return concat(Array.from({ length: most }, (_, index) => sliceSql(by, index + 1)))
}

/** The durations of a row in the bins of a range; none where its group has no such range. */
function sliceSql(by: 'own' | 'window', range: number): string {
  const before = `upto[${by}_firsts[${range}] - 1]`
  return `arraySlice(durations, ${before} + 1, greatest(upto[${by}_lasts[${range}]] - ${before}, 0))`
}

function concat(arrays: readonly string[]): string {
  return arrays.length > 1 ? `arrayConcat(${arrays.join(', ')})` : (arrays[0] ?? `CAST([], '${LIST}')`)
}
