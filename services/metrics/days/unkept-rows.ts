import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import { groupKey } from '../grouped-rows.js'
import type { AggregateRow } from '../measure.js'
import { daySource, groupColumns, isAllKept, type DayQuestion } from './day-source.js'
import type { Sums } from './sum-rows.js'

/** What the records that must be read come to in a group and a bucket, with their durations, ascending, in milliseconds. */
export type UnkeptRow = AggregateRow & Sums & { measure: string; moment: string | number; durations: number[] }

/** SQL over rows of days; sums beyond 2^53 lose their last digits, as they would in any number of JavaScript. */
export const SUMS = "CAST(sumForEach(counts), 'Array(Float64)') AS counts, CAST(sumForEach(bins), 'Array(UInt32)') AS bins"

/**
 * The records that kept days do not tell of, read once for all that is asked of them. A statement for each measure: analysing
 * them takes longer than reading a few days, and so they are analysed beside each other.
 */
export async function readUnkeptRows(asks: Asks, question: DayQuestion): Promise<UnkeptRow[]> {
  if (isAllKept(question.days)) return []
  const rows = question.measures.map((measure) => {
    const own = { ...question, measures: [measure] }
    const columns = ['moment', ...groupColumns(own)].join(', ')
    const source = daySource(own, ['read'])
    const sql = `SELECT ${columns}, ${SUMS}, CAST(arraySort(groupArrayArray(durations)), 'Array(Float64)') AS durations FROM (${source.sql}) GROUP BY ${columns}`
    return asks.query<UnkeptRow>(sql, source.params, READ_SETTINGS)
  })
  return (await Promise.all(rows)).flat()
}

/** Tells the groups of a question and their buckets apart. */
export function bucketKeys(question: DayQuestion): (bucket: unknown, row: AggregateRow) => string {
  const columns = groupColumns(question)
  return (bucket, row) => groupKey([String(bucket), ...columns.map((name) => String(row[name] ?? ''))])
}

/** The buckets that a row counts in: its own, and the window as a whole. */
export function bucketsOf({ moment }: UnkeptRow, { bounds }: DayQuestion): (string | number)[] {
  return bounds.length > 0 ? [moment, WHOLE_WINDOW] : [WHOLE_WINDOW]
}
