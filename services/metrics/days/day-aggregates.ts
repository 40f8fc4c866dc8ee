import { groupBy as grouped } from '../../domain/fold.js'
import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import type { AggregateRow, Measure } from '../measure.js'
import { mapped, named, sorted, tallyOf } from '../tally.js'
import { addQuantiles } from './day-durations.js'
import { countNames } from './day-rows.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import { bucketKey, bucketsOf, readUnkeptRows, SUMS, type Sums, type UnkeptRow } from './unkept-rows.js'

/** A row of sums of a group in a bucket. */
type SumRow = AggregateRow & Sums & { measure: string }

function bucketSql({ bounds }: DayQuestion): string {
  return bounds.length > 0 ? `if(grouping(moment) = 1, ${WHOLE_WINDOW}, moment) AS bucket` : `${WHOLE_WINDOW} AS bucket`
}

/** As `aggregate` for several measures at once, to the digit, from the days that are kept. */
export async function aggregateDays(asks: Asks, question: DayQuestion): Promise<Map<string, AggregateRow[]>> {
  const [kept, unkept, lists] = await Promise.all([
    readSums(asks, question),
    readUnkeptRows(asks, question),
    Promise.all(question.measures.map((measure) => (question.stats ? readLists(asks, question, measure) : []))),
  ])
  const byMeasure = grouped(withUnkept(kept, unkept, question), ({ measure }) => measure)
  const answers = question.measures.map(async (measure, index) => {
    const tally = tallyOf(measure, question.context)
    const rows = (byMeasure.get(measure.definition.key) ?? []).map((sum) => rowOf(sum, countNames(tally), question))
    addLists(rows, lists[index] ?? [], Object.keys(tally.ofLists), question)
    if ('durations' in tally.lists) await addQuantiles(asks, { ...question, measures: [measure] }, rows, unkept)
    return [measure.definition.key, rows] as const
  })
  return new Map(await Promise.all(answers))
}

function readSums(asks: Asks, question: DayQuestion): Promise<SumRow[]> {
  const columns = groupColumns(question).join(', ')
  const source = daySource(question, ['kept'])
  const sql = `SELECT ${bucketSql(question)}, ${columns}, ${SUMS}
    FROM (${source.sql}) ${groupedBy(columns, question)}`
  return asks.query<SumRow>(sql, source.params, READ_SETTINGS)
}

/** The sums of both. Rows of an answer are shared, so those that change are made anew. */
function withUnkept(kept: SumRow[], unkept: readonly UnkeptRow[], question: DayQuestion): SumRow[] {
  if (unkept.length === 0) return kept
  const sums = new Map(kept.map((row) => [bucketKey(row.bucket, row, question), row]))
  for (const row of unkept) {
    for (const bucket of bucketsOf(row, question)) {
      const key = bucketKey(bucket, row, question)
      const { counts, bins } = sums.get(key) ?? { counts: [], bins: [] }
      sums.set(key, { ...row, bucket, counts: added(counts, row.counts), bins: added(bins, row.bins) })
    }
  }
  return [...sums.values()]
}

function added(some: readonly number[], others: readonly number[]): number[] {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, index) => (some[index] ?? 0) + (others[index] ?? 0))
}

function groupedBy(columns: string, { bounds }: DayQuestion): string {
  return `GROUP BY GROUPING SETS ((${columns})${bounds.length > 0 ? `, (moment, ${columns})` : ''})`
}

/** A row of its own, since those of an answer are shared. */
function rowOf(sum: SumRow, names: readonly string[], { groupBy }: DayQuestion): AggregateRow {
  const row: AggregateRow = { bucket: sum.bucket, measure: sum.measure, bins: sum.bins }
  groupBy.forEach((_, index) => {
    row[`d${index}`] = sum[`d${index}`]
  })
  names.forEach((name, index) => {
    row[name] = sum.counts[index]
  })
  return row
}

/** What is made of the lists of a measure, by group and bucket. */
async function readLists(asks: Asks, question: DayQuestion, measure: Measure): Promise<AggregateRow[]> {
  const { lists, ofLists } = tallyOf(measure, question.context)
  if (Object.keys(ofLists).length === 0) return []
  const own = { ...question, measures: [measure] }
  const columns = groupColumns(own).join(', ')
  const source = daySource(own, ['kept', 'read'])
  const joined = named(mapped(lists, (_, name) => sorted(`groupArrayArray(${name})`)))
  const sql = `SELECT bucket, ${[columns, ...named(ofLists)].join(', ')}
    FROM (SELECT ${bucketSql(question)}, ${[columns, ...joined].join(', ')} FROM (${source.sql}) ${groupedBy(columns, question)})`
  return asks.query<AggregateRow>(sql, { ...source.params, ...(sql.includes('{zone:') ? { zone: question.timeZone } : {}) }, READ_SETTINGS)
}

function addLists(rows: readonly AggregateRow[], lists: readonly AggregateRow[], names: readonly string[], question: DayQuestion): void {
  const keyOf = (row: AggregateRow) => bucketKey(row.bucket, row, question)
  const known = new Map(lists.map((row) => [keyOf(row), row]))
  for (const row of lists.length > 0 ? rows : []) {
    const found = known.get(keyOf(row))
    for (const name of names) row[name] = found?.[name]
  }
}
