import { groupBy as grouped } from '../../domain/fold.js'
import type { Asks } from '../../store/analytics/remembered.js'
import { keyOfGroup, READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import type { AggregateRow, Measure } from '../measure.js'
import { mapped, named, sorted, tallyOf } from '../tally.js'
import { addQuantiles, type WindowRow } from './day-durations.js'
import { countNames } from './day-rows.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import { asOne, recallBuckets } from './recalled-buckets.js'
import { rowOf, sumOf, type SumRow, type Sums } from './sum-rows.js'
import { bucketKeys, readUnkeptRows, SUMS, type UnkeptRow } from './unkept-rows.js'

/** As `aggregate` for several measures at once, to the digit, from the days that are kept. */
export async function aggregateDays(asks: Asks, question: DayQuestion): Promise<Map<string, AggregateRow[]>> {
  const recalled = recallBuckets<SumRow>(asks, question)
  const left = asOne(recalled.left)
  const [kept, unkept, lists] = await Promise.all([
    left ? readSums(asks, left) : [],
    Promise.all(recalled.left.map((part) => readUnkeptRows(asks, part))).then((rows) => rows.flat()),
    Promise.all(question.measures.map((measure) => (question.stats ? readLists(asks, question, measure) : []))),
  ])
  const known = grouped(recalled.rows, ({ measure }) => measure)
  const made = grouped(withUnkept(kept, unkept, question), ({ measure }) => measure)
  const answers = question.measures.map((measure, index) => {
    const { key } = measure.definition
    const tally = tallyOf(measure, question.context)
    const own = known.get(key) ?? []
    const fresh = (made.get(key) ?? []).map((sum) => rowOf(sum, countNames(tally), question.groupBy.length))
    const whole = question.bounds.length > 0 ? wholeRows([...own, ...fresh], countNames(tally), question) : []
    return { key, measure, tally, own, fresh, whole, lists: lists[index] ?? [] }
  })
  const timed = answers.filter(({ tally }) => 'durations' in tally.lists)
  await addQuantiles(
    asks,
    { ...question, measures: timed.map(({ measure }) => measure) },
    {
      recalled,
      fresh: timed.flatMap(({ fresh }) => fresh),
      whole: timed.flatMap(({ whole }) => whole),
      unkept,
    },
  )
  return new Map(
    answers.map(({ key, tally, own, fresh, whole, lists: made }) => {
      recalled.remember(key, fresh)
      return [key, withLists([...whole.map(({ row }) => row), ...own, ...fresh], made, Object.keys(tally.ofLists), question)]
    }),
  )
}

/** Sums of each bucket; of the window as a whole where there are none. */
function readSums(asks: Asks, question: DayQuestion): Promise<SumRow[]> {
  const columns = groupColumns(question).join(', ')
  const source = daySource(question, ['kept'])
  const sql = `SELECT moment AS bucket, ${columns}, ${SUMS} FROM (${source.sql}) GROUP BY moment, ${columns}`
  return asks.query<SumRow>(sql, source.params, READ_SETTINGS)
}

/** The sums of both. Rows of an answer are shared, so those that change are made anew. */
function withUnkept(kept: SumRow[], unkept: readonly UnkeptRow[], question: DayQuestion): SumRow[] {
  if (unkept.length === 0) return kept
  const keyOf = bucketKeys(question)
  const sums = new Map(kept.map((row) => [keyOf(row.bucket, row), row]))
  for (const row of unkept) {
    const key = keyOf(row.moment, row)
    const { counts, bins } = sums.get(key) ?? NOTHING
    sums.set(key, { ...row, bucket: row.moment, counts: sumOf([counts, row.counts]), bins: sumOf([bins, row.bins]) })
  }
  return [...sums.values()]
}

const NOTHING: Sums = { counts: [], bins: [] }

/** A row for each group over the window as a whole: the sums of its buckets. */
function wholeRows(rows: readonly SumRow[], names: readonly string[], question: DayQuestion): WindowRow[] {
  const groups = grouped(rows, (row) => keyOfGroup(row, question.groupBy.length))
  return [...groups.values()].map((buckets) => {
    const sums = { counts: sumOf(buckets.map(({ counts }) => counts)), bins: sumOf(buckets.map(({ bins }) => bins)) }
    return { row: rowOf({ ...(buckets[0] as SumRow), bucket: WHOLE_WINDOW, ...sums }, names, question.groupBy.length), buckets }
  })
}

/** What is made of the lists of a measure, by group and bucket. */
async function readLists(asks: Asks, question: DayQuestion, measure: Measure): Promise<AggregateRow[]> {
  const { lists, ofLists } = tallyOf(measure, question.context)
  if (Object.keys(ofLists).length === 0) return []
  const own = { ...question, measures: [measure] }
  const columns = groupColumns(own).join(', ')
  const source = daySource(own, ['kept', 'read'])
  const joined = named(mapped(lists, (_, name) => sorted(`groupArrayArray(${name})`)))
  const isInBuckets = question.bounds.length > 0
  const bucket = isInBuckets ? `if(grouping(moment) = 1, ${WHOLE_WINDOW}, moment) AS bucket` : `${WHOLE_WINDOW} AS bucket`
  const sets = `GROUP BY GROUPING SETS ((${columns})${isInBuckets ? `, (moment, ${columns})` : ''})`
  const sql = `SELECT bucket, ${[columns, ...named(ofLists)].join(', ')}
    FROM (SELECT ${bucket}, ${[columns, ...joined].join(', ')} FROM (${source.sql}) ${sets})`
  return asks.query<AggregateRow>(sql, { ...source.params, ...(sql.includes('{zone:') ? { zone: question.timeZone } : {}) }, READ_SETTINGS)
}

/** Rows of their own, since those that are remembered are shared. */
function withLists(rows: SumRow[], lists: readonly AggregateRow[], names: readonly string[], question: DayQuestion): AggregateRow[] {
  if (lists.length === 0) return rows
  const keyOf = bucketKeys(question)
  const known = new Map(lists.map((row) => [keyOf(row.bucket, row), row]))
  return rows.map((row) => {
    const found = known.get(keyOf(row.bucket, row))
    const own: AggregateRow = Object.create(Object.getPrototypeOf(row) as object)
    return Object.assign(own, row, Object.fromEntries(names.map((name) => [name, found?.[name]])))
  })
}
