import { groupBy as grouped } from '../../domain/fold.js'
import type { Asks } from '../../store/analytics/remembered.js'
import { READ_SETTINGS, WHOLE_WINDOW } from '../aggregate.js'
import { engineZone } from '../calendar/engine-zone.js'
import { dimensionValues, groupKey, groupRows, type GroupedRows } from '../grouped-rows.js'
import type { AggregateRow, Measure } from '../measure.js'
import { mapped, named, sorted, tallyOf } from '../tally.js'
import { addQuantiles, type WindowRow } from './day-durations.js'
import { countNames } from './day-rows.js'
import { daySource, groupColumns, type DayQuestion } from './day-source.js'
import { asOne, recallBuckets } from './recalled-buckets.js'
import type { SettledRows } from './settled-rows.js'
import { rowOf, sumsOf, type SumRow, type Sums } from './sum-rows.js'
import { bucketKeys, readUnkeptRows, SUMS, type UnkeptRow } from './unkept-rows.js'

/** As `aggregate` for several measures at once, to the digit, from the days that are kept. */
export async function aggregateDays(asks: Asks, question: DayQuestion): Promise<Map<string, GroupedRows[]>> {
  const recalled = recallBuckets(asks, question)
  const left = asOne(recalled.left)
  const [kept, unkept, lists] = await Promise.all([
    left ? readSums(asks, left) : [],
    Promise.all(recalled.left.map((part) => readUnkeptRows(asks, part))).then((rows) => rows.flat()),
    Promise.all(question.measures.map((measure) => (question.stats ? readLists(asks, question, measure) : []))),
  ])
  const made = grouped(withUnkept(kept, unkept, question), ({ measure }) => measure)
  const answers = question.measures.map((measure, index) => {
    const { key } = measure.definition
    const tally = tallyOf(measure, question.context)
    const settled = recalled.settledOf(key)
    const fresh = (made.get(key) ?? []).map((sum) => rowOf(sum, countNames(tally), question.groupBy.length))
    const whole = question.bounds.length > 0 ? wholeRows(settled, fresh, countNames(tally), question) : []
    return { key, measure, tally, settled, fresh, whole, lists: lists[index] ?? [] }
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
  recalled.remember(new Map(answers.map(({ key, fresh }) => [key, fresh])))
  return new Map(
    answers.map(({ key, tally, settled, fresh, whole, lists: own }): [string, GroupedRows[]] => {
      const others = [...whole.map(({ row }) => row), ...fresh]
      if (own.length === 0) return [key, [...settled, groupRows(others, question.groupBy.length)]]
      const all = [...settled.flatMap((part) => [...part.values()]).flatMap(({ list }) => list), ...others]
      return [key, [groupRows(withLists(all, own, Object.keys(tally.ofLists), question), question.groupBy.length)]]
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
    sums.set(key, { ...row, bucket: row.moment, ...sumsOf([sums.get(key) ?? NOTHING, row]) })
  }
  return [...sums.values()]
}

const NOTHING: Sums = { counts: [], bins: [] }

/** A row for each group over the window as a whole: the sums of its buckets. */
function wholeRows(settled: readonly SettledRows[], fresh: readonly SumRow[], names: readonly string[], { groupBy }: DayQuestion): WindowRow[] {
  const others = grouped(fresh, (row) => groupKey(dimensionValues(row, groupBy.length)))
  const keys = new Set([...settled.flatMap((part) => [...part.keys()]), ...others.keys()])
  return [...keys].map((key) => {
    const known = settled.flatMap((part) => part.get(key) ?? [])
    const own = others.get(key) ?? []
    const buckets = [...known.flatMap(({ list }) => list), ...own]
    const sums = sumsOf([...known.map((group) => group.sums), ...own])
    return { row: rowOf({ ...(buckets[0] as SumRow), bucket: WHOLE_WINDOW, ...sums }, names, groupBy.length), buckets }
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
  return asks.query<AggregateRow>(
    sql,
    { ...source.params, ...(sql.includes('{zone:') ? { zone: engineZone(question.timeZone) } : {}) },
    READ_SETTINGS,
  )
}

/** Rows of their own, since those that are remembered are shared. */
function withLists(rows: readonly SumRow[], lists: readonly AggregateRow[], names: readonly string[], question: DayQuestion): AggregateRow[] {
  const keyOf = bucketKeys(question)
  const known = new Map(lists.map((row) => [keyOf(row.bucket, row), row]))
  return rows.map((row) => {
    const found = known.get(keyOf(row.bucket, row))
    const own: AggregateRow = Object.create(Object.getPrototypeOf(row) as object)
    return Object.assign(own, row, Object.fromEntries(names.map((name) => [name, found?.[name]])))
  })
}
