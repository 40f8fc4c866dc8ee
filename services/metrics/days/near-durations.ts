import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS } from '../aggregate.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import type { Pair, Wanted } from './wanted-durations.js'

/** What durations are read for: rows of their own bucket, and rows of the window as a whole. */
export type Readers = { own: readonly Wanted[]; window: readonly Wanted[] }

/** The durations of one bucket in the bins that a row of the window wants, ascending. */
export type Near = { of: Wanted; bucket: number; durations: Float64Array }

export type Found = {
  /** For rows of their own bucket, the durations at and after each place. */
  pairs: Map<Wanted, Pair[]>
  near: Near[]
}

type NearRow = { own_id: string; pairs: number[]; window_id: string; moment: string; near: number[] }

/**
 * Reads the durations of some days once for all that want some of them. For a row of its own bucket the engine sorts them; those
 * for the window come bucket by bucket, since nearly all of them are the same the next time.
 */
export async function readNear(asks: Asks, question: DayQuestion, { own, window }: Readers): Promise<Found> {
  const found: Found = { pairs: new Map(), near: [] }
  if (own.length + window.length === 0) return found
  const keys = groupColumns(question)
  const inBuckets = ['moment', ...keys]
  const source = daySource(question, ['kept'])
  const levels = Math.max(0, ...own.map(({ places }) => places.length))
  const pairs = Array.from({ length: levels }, (_, index) => `arrayResize(arraySlice(sorted, places[${index + 1}], 2), 2)`)
  const sql = `SELECT own_id, CAST(${concat(pairs)}, 'Array(Float64)') AS pairs, window_id, moment, CAST(arraySort(window_near), 'Array(Float64)') AS near
    FROM (
      SELECT moment, any(own.id) AS own_id, any(own.places) AS places, arraySort(arrayConcat(groupArrayArray(${slicesSql('own', own)}), any(own.beside))) AS sorted,
        any(window.id) AS window_id, groupArrayArray(${slicesSql('window', window)}) AS window_near
      FROM (SELECT *, arrayCumSum(bins) AS upto FROM (${source.sql})) AS kept
        LEFT ANY JOIN (${askedSql('own', inBuckets)}) AS own USING (${inBuckets.join(', ')})
        LEFT ANY JOIN (${askedSql('window', keys)}) AS window USING (${keys.join(', ')})
      GROUP BY ${inBuckets.join(', ')}
    ) WHERE own_id > 0 OR notEmpty(near)`
  const params = { ...source.params, ...askedParams('own', inBuckets, own), ...askedParams('window', keys, window) }
  for (const row of await asks.query<NearRow>(sql, params, READ_SETTINGS)) {
    const one = own[Number(row.own_id) - 1]
    if (one) found.pairs.set(one, inPairs(row.pairs))
    const of = window[Number(row.window_id) - 1]
    if (of && row.near.length > 0) found.near.push({ of, bucket: Number(row.moment), durations: Float64Array.from(row.near) })
  }
  return found
}

function inPairs(values: readonly number[]): Pair[] {
  return Array.from({ length: values.length / 2 }, (_, index) => [values[2 * index] as number, values[2 * index + 1] as number])
}

type Reader = keyof Readers

const LIST = 'Array(Int64)'

/**
 * What is wanted of each row, as a table: its keys, its place from 1, its ranges and places, and what lies beside. It is read
 * from one text while the statement runs: written out as constants, the engine would take longer to analyse them than to answer.
 */
function askedSql(reader: Reader, keys: readonly string[]): string {
  const columns = Object.entries({
    ...Object.fromEntries(keys.map((name) => [name, name === 'moment' ? 'Int64' : 'String'])),
    id: 'Int64',
    firsts: LIST,
    lasts: LIST,
    places: LIST,
    beside: LIST,
  })
  const names = columns.map(([name], index) => `found.${index + 1} AS ${name}`)
  const type = `Array(Tuple(${columns.map(([, type]) => type).join(', ')}))`
  return `SELECT ${names.join(', ')} FROM (SELECT arrayJoin(JSONExtract(materialize({${reader}_asked:String}), '${type}')) AS found)`
}

function askedParams(reader: Reader, keys: readonly string[], wanted: readonly Wanted[]): Record<string, unknown> {
  const rows = wanted.map(({ row, ranges, places, beside }, index) => [
    ...keys.map((name) => (name === 'moment' ? Number(row.bucket) : String(row[name] ?? ''))),
    index + 1,
    ranges.map(({ first }) => first),
    ranges.map(({ last }) => last),
    places,
    beside,
  ])
  return { [`${reader}_asked`]: JSON.stringify(rows) }
}

/** The durations of a row in all ranges that are wanted of its group. */
function slicesSql(reader: Reader, wanted: readonly Wanted[]): string {
  const most = Math.max(0, ...wanted.map(({ ranges }) => ranges.length))
  return concat(Array.from({ length: most }, (_, index) => sliceSql(reader, index + 1)))
}

/** The durations of a row in the bins of a range; none where its group has no such range. Beyond the last bin of a row there is nothing more. */
function sliceSql(reader: Reader, range: number): string {
  const reach = (bin: string) => `upto[least(${bin}, toInt64(length(upto)))]`
  const before = reach(`${reader}.firsts[${range}] - 1`)
  return `arraySlice(durations, toInt64(${before}) + 1, greatest(toInt64(${reach(`${reader}.lasts[${range}]`)}) - toInt64(${before}), 0))`
}

function concat(arrays: readonly string[]): string {
  return arrays.length > 1 ? `arrayConcat(${arrays.join(', ')})` : (arrays[0] ?? `CAST([], '${LIST}')`)
}
