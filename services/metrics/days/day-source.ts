import { paramsOf, whereOf, type Condition } from '../../store/analytics/page.js'
import { DIMENSION_SQL, WHOLE_WINDOW } from '../aggregate.js'
import type { Dimension, Fragment, Measure, RecordsContext } from '../measure.js'
import { conditionsOfRows, OF_ALL_SERVICES, OF_EACH_SERVICE } from './day-conditions.js'
import { dayRows, withBins } from './day-rows.js'
import { dayStarts, type KeptDays, type ServiceDays } from './kept-days.js'

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

/** Rows that are kept, and rows made of the records of what is not. */
type Part = 'kept' | 'read'

/** Rows of days for the window, in the scope: measure, moment (the start of their bucket), d0 … dn, counts, bins, durations, moments. */
export function daySource({ measures, context, groupBy, bounds, timeZone, days }: DayQuestion, wanted: readonly Part[]): Fragment {
  const isRead = wanted.includes('read') && !isAllKept(days)
  const parts = [
    ...(wanted.includes('kept') ? [keptRows(measures, context.scope, days)] : []),
    ...(isRead ? measures.map((measure) => readRows(measure, context, days.unkept)) : []),
  ]
  const columns = [...new Set(groupBy.map((dimension) => DIMENSION_SQL[dimension])), 'day_from', ...ROW].join(', ')
  const union = parts.map(({ sql }) => `SELECT ${columns} FROM (${sql})`).join(' UNION ALL ')
  const start = 'greatest(toUnixTimestamp64Milli(day_from), {windowFrom:Int64})'
  const moment = bounds.length > 0 ? `roundDown(${start}, {bounds:Array(Int64)})` : `toInt64(${WHOLE_WINDOW})`
  const dimensions = groupBy.map((dimension, index) => `${DIMENSION_SQL[dimension]} AS d${index}`)
  const params: Record<string, unknown> = { ...Object.assign({}, ...parts.map((part) => part.params)) }
  if (bounds.length > 0) Object.assign(params, { bounds, windowFrom: context.from.getTime() })
  if (isRead) params.dayBounds = dayStarts({ from: context.from, to: context.to, timeZone, weekStart: 'MONDAY' })
  // A row may be left of records that are elsewhere now.
  return { sql: `SELECT ${[`${moment} AS moment`, ...dimensions, ...ROW].join(', ')} FROM (${union}) WHERE arrayMax(counts) > 0`, params }
}

export function isAllKept({ unkept }: KeptDays): boolean {
  return unkept.days.length === 0
}

function keptRows(measures: readonly Measure[], scope: readonly Condition[], days: KeptDays): Fragment {
  const common = [...conditionsOfRows(days.zone, measures, days.touched), ...scope]
  const parts = servicesKept(days).map((services) => [...common, ...services])
  return {
    sql: parts.map((conditions) => `SELECT * FROM measure_days FINAL ${whereOf(conditions)}`).join(' UNION ALL '),
    params: Object.assign({}, ...parts.map(paramsOf)) as Record<string, unknown>,
  }
}

/**
 * Either the rows of all services together or those of each. On a day of which not all can be read together, each kept one is:
 * asked for by themselves, since the engine would else look through the rows of each service on every day.
 */
function servicesKept({ unkept, together }: KeptDays): Condition[][] {
  if (unkept.days.length === 0) return [[together ? OF_ALL_SERVICES : OF_EACH_SERVICE]]
  const kept: Condition = { sql: `NOT (${isAmong('anchor_day')})`, params: amongParams(unkept) }
  if (!together) return [[OF_EACH_SERVICE, kept]]
  const names = [...new Set(unkept.days)].sort()
  const some = 'toString(anchor_day) IN {unkeptDays:Array(String)}'
  const params = { unkeptDays: names, unkeptFrom: names[0], unkeptTo: names.at(-1) }
  const within = 'anchor_day >= {unkeptFrom:Date32} AND anchor_day <= {unkeptTo:Date32}'
  return [
    [OF_ALL_SERVICES, { sql: `NOT (${some})`, params }],
    [OF_EACH_SERVICE, kept, { sql: `${within} AND ${some}`, params }],
  ]
}

/** The records of a measure that the kept days do not tell of, as rows of days. */
function readRows(measure: Measure, context: RecordsContext, unkept: ServiceDays): Fragment {
  const condition = { sql: isAmong('toDate32(anchor)'), params: amongParams(unkept) }
  const { sql, params } = dayRows(measure, { ...context, scope: [...context.scope, condition] })
  return { sql: `SELECT *, '${keyOf(measure)}' AS measure FROM (${withBins(sql)})`, params }
}

function keyOf({ definition }: Measure): string {
  return definition.key
}

/** Whether a service's UTC day is among those named; the first two conditions are for the index. */
export function isAmong(day: string): string {
  return `(service IN {amongServices:Array(String)} AND ${day} IN (SELECT arrayJoin({amongDays:Array(Date32)}))
    AND (toString(service), toString(${day})) IN (SELECT arrayJoin(arrayZip({amongServices:Array(String)}, {amongDays:Array(String)}))))`
}

export function amongParams({ services, days }: ServiceDays): Record<string, unknown> {
  return { amongServices: services, amongDays: days }
}
