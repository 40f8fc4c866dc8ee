import { paramsOf, whereOf, type Condition } from '../../store/analytics/page.js'
import { DIMENSION_SQL, WHOLE_WINDOW } from '../aggregate.js'
import type { Window } from '../calendar/calendar.js'
import type { Dimension, Fragment, Measure, RecordsContext } from '../measure.js'
import { dayRows, withBins } from './day-rows.js'
import { dayStarts, LATEST_AFTER_DAYS, wholeDays, type ChangedDays, type KeptDays } from './kept-days.js'

const INSTANT = "DateTime64(3, 'UTC')"

export type DayQuestion = {
  measures: readonly Measure[]
  context: RecordsContext
  groupBy: readonly Dimension[]
  /** Starts of the buckets as epoch milliseconds, ascending; none for the window as a whole alone. */
  bounds: readonly number[]
  timeZone: string
  days: KeptDays
  /** Whether anything but values and their intervals is asked for. */
  stats: boolean
}

const ROW = ['measure', 'counts', 'bins', 'durations', 'moments']

/** What tells the groups of an answer apart, beside their bucket. */
export function groupColumns({ groupBy }: Pick<DayQuestion, 'groupBy'>): string[] {
  return ['measure', ...groupBy.map((_, index) => `d${index}`)]
}

/**
 * Rows of days for the window, in the scope: measure, moment (the start of their bucket), d0 … dn, counts, bins, durations,
 * moments. The records of changed days and of those that the window cuts are read.
 */
export function daySource({ measures, context, groupBy, bounds, timeZone, days: { zone, changed } }: DayQuestion): Fragment {
  const window: Window = { from: context.from, to: context.to, timeZone, weekStart: 'MONDAY' }
  const whole = wholeDays(window)
  const missing = whole ? missingIn(context, whole, changed) : [{ sql: 'true', params: {} }]
  const parts = [
    ...(whole ? [keptRows({ measures, zone, scope: context.scope, whole, changed })] : []),
    ...(missing.length > 0 ? measures.map((measure) => readRows(measure, context, missing)) : []),
  ]
  const columns = [...new Set(groupBy.map((dimension) => DIMENSION_SQL[dimension])), 'day_from', ...ROW].join(', ')
  const union = parts.map(({ sql }) => `SELECT ${columns} FROM (${sql})`).join(' UNION ALL ')
  const start = 'greatest(toUnixTimestamp64Milli(day_from), {windowFrom:Int64})'
  const moment = bounds.length > 0 ? `roundDown(${start}, {bounds:Array(Int64)})` : `toInt64(${WHOLE_WINDOW})`
  const dimensions = groupBy.map((dimension, index) => `${DIMENSION_SQL[dimension]} AS d${index}`)
  const params: Record<string, unknown> = { ...Object.assign({}, ...parts.map((part) => part.params)) }
  if (bounds.length > 0) Object.assign(params, { bounds, windowFrom: context.from.getTime() })
  if (missing.length > 0) params.dayBounds = startsOfMissing(window, whole, changed)
  // A row may be left of records that are elsewhere now.
  return { sql: `SELECT ${[`${moment} AS moment`, ...dimensions, ...ROW].join(', ')} FROM (${union}) WHERE arrayMax(counts) > 0`, params }
}

type Span = { from: Date; to: Date }

/** The starts of the days in which records may lie that the kept days do not tell of. */
function startsOfMissing(window: Window, whole: Span | null, changed: ChangedDays): number[] {
  if (!whole || changed.days.length > 0) return dayStarts(window)
  const ends = [
    { ...window, to: whole.from },
    { ...window, from: whole.to },
  ]
  return ends.filter(({ from, to }) => from < to).flatMap(dayStarts)
}

type Kept = { measures: readonly Measure[]; zone: string; scope: readonly Condition[]; whole: Span; changed: ChangedDays }

function keptRows({ measures, zone, scope, whole, changed }: Kept): Fragment {
  const conditions: Condition[] = [
    { sql: 'zone = {dayZone:String} AND measure IN {dayMeasures:Array(String)}', params: { dayZone: zone, dayMeasures: measures.map(keyOf) } },
    {
      sql: `day_from >= {daysFrom:${INSTANT}} AND day_from < {daysTo:${INSTANT}}
        AND anchor_day >= toDate32({daysFrom:${INSTANT}}) - ${LATEST_AFTER_DAYS} AND anchor_day <= toDate32({daysTo:${INSTANT}})`,
      params: { daysFrom: whole.from, daysTo: whole.to },
    },
    ...scope,
    ...(changed.days.length > 0 ? [{ sql: `NOT (${isAmong('anchor_day')})`, params: changedParams(changed) }] : []),
  ]
  return { sql: `SELECT * FROM measure_days FINAL ${whereOf(conditions)}`, params: paramsOf(conditions) }
}

/** The records of a measure that the kept days do not tell of, as rows of days. */
function readRows(measure: Measure, context: RecordsContext, missing: readonly Condition[]): Fragment {
  const condition = { sql: `(${missing.map(({ sql }) => sql).join(' OR ')})`, params: paramsOf(missing) }
  const { sql, params } = dayRows(measure, { ...context, scope: [...context.scope, condition] })
  return { sql: `SELECT *, '${keyOf(measure)}' AS measure FROM (${withBins(sql)})`, params }
}

function keyOf({ definition }: Measure): string {
  return definition.key
}

function missingIn({ from, to }: Span, whole: Span, changed: ChangedDays): Condition[] {
  return [
    ...(from < whole.from ? [{ sql: `at < {daysFrom:${INSTANT}}`, params: { daysFrom: whole.from } }] : []),
    ...(whole.to < to ? [{ sql: `at >= {daysTo:${INSTANT}}`, params: { daysTo: whole.to } }] : []),
    ...(changed.days.length > 0 ? [{ sql: isAmong('toDate32(anchor)'), params: changedParams(changed) }] : []),
  ]
}

/** Whether a service's UTC day is among those changed; the first condition is for the index. */
export function isAmong(day: string): string {
  return `(service IN {changedServices:Array(String)} AND (toString(service), toString(${day})) IN
      (SELECT arrayJoin(arrayZip({changedServices:Array(String)}, {changedDays:Array(String)}))))`
}

export function changedParams({ services, days }: ChangedDays): Record<string, unknown> {
  return { changedServices: services, changedDays: days }
}
