import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { buckets, type Interval, type Window } from '../calendar/calendar.js'
import type { Dimension, Fragment, Measure } from '../measure.js'
import type { MetricOptions } from '../options.js'
import type { Scope } from '../scope.js'
import { askForZone } from './asked-zones.js'
import { dayDefinition } from './day-rows.js'

const DAY_MS = 86_400_000
/** Beyond as many it is cheaper to read the records of all. */
const MOST_UNKEPT = 20_000
/** Longer windows have more days than buckets can be made at once. */
const LONGEST_MS = 7_000 * DAY_MS
/** A record counts up to so many days after the rollout it belongs to. */
export const LATEST_AFTER_DAYS = 31
/** The service of the rows of all services together. */
export const ALL_SERVICES = ''

/** UTC days of services. */
export type ServiceDays = { services: string[]; days: string[] }

export type Span = { from: Date; to: Date }

/** What of measure_days can be read for a question. */
export type KeptDays = {
  zone: string
  definitions: ReadonlyMap<string, string>
  /** The days of the zone in which the window lies. */
  touched: Span
  /** Whose rollouts' records must be read instead: facts were written since the rows were made, or the window cuts a row. */
  unkept: ServiceDays
  /** Whether the rows of all services together tell the answer. */
  together: boolean
}

type Asked = { scope: Scope; window: Window; interval: Interval | null; groupBy: readonly Dimension[]; now: Date }

const KEPT_DIMENSIONS: readonly Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'TRIGGER', 'TIER']

/** Null where days do not tell the answer: records must be read then. */
export async function readKeptDays(analytics: AnalyticsStore, { scope, window, interval, groupBy, now }: Asked): Promise<KeptDays | null> {
  const { timeZone: zone, from, to } = window
  if (interval === 'HOUR' || scope.regions || !groupBy.every((dimension) => KEPT_DIMENSIONS.includes(dimension))) return null
  if (to.getTime() - from.getTime() > LONGEST_MS) return null
  const touched = touchedDays(window)
  // Who may only read some rows may not write, and does not see those of all services together.
  const isLimited = analytics.restriction() !== ''
  const [definitions, unkept] = await Promise.all([
    readDefinitions(analytics, zone),
    readUnkept(analytics, window, cutRows(window, touched, isLimited)),
  ])
  if (definitions.size === 0 && !isLimited) await askForZone(analytics, zone, now)
  if (definitions.size === 0 || !unkept) return null
  return { zone, definitions, touched, unkept, together: !isLimited && !scope.services && !groupBy.includes('SERVICE') }
}

/** Whether a measure's days are there, made by the definition in force. */
export function hasDays({ definitions }: KeptDays, measure: Measure, options: MetricOptions): boolean {
  const known = definitions.get(measure.definition.key)
  return known !== undefined && known === dayDefinition(measure, options)
}

export async function readDefinitions(analytics: AnalyticsStore, zone: string): Promise<Map<string, string>> {
  const sql = 'SELECT measure, definition FROM kept_days FINAL WHERE zone = {zone:String}'
  const rows = await analytics.query<{ measure: string; definition: string }>(sql, { zone })
  return new Map(rows.map(({ measure, definition }) => [measure, definition]))
}

/** Those whose records can lie in the window; null where there are too many to name. */
async function readUnkept(analytics: AnalyticsStore, window: Window, cut: Fragment | null): Promise<ServiceDays | null> {
  const changed = `SELECT service, toString(day) AS name FROM changed_days FINAL
    WHERE day >= toDate32({from:DateTime64(3)}) - ${LATEST_AFTER_DAYS} AND day <= toDate32({to:DateTime64(3)})`
  const rows = await analytics.query<{ service: string; name: string }>(
    `SELECT DISTINCT service, name FROM (${[changed, ...(cut ? [cut.sql] : [])].join(' UNION ALL ')}) LIMIT ${MOST_UNKEPT + 1}`,
    { from: window.from, to: window.to, ...cut?.params },
  )
  return rows.length > MOST_UNKEPT ? null : { services: rows.map(({ service }) => service), days: rows.map(({ name }) => name) }
}

/** Those of rows with records inside and outside the window. Rows of all services together, where they are seen, tell on which days there are any. */
function cutRows({ from, to, timeZone }: Window, touched: Span, isLimited: boolean): Fragment | null {
  const isCut = [
    ...(touched.from < from ? ['day_from = {cutFrom:DateTime64(3)} AND first_at < {from:DateTime64(3)}'] : []),
    ...(to < touched.to ? ['day_from >= {cutTo:DateTime64(3)} AND last_at >= {to:DateTime64(3)}'] : []),
  ]
  if (isCut.length === 0) return null
  const days = `anchor_day >= toDate32({cutFrom:DateTime64(3)}) - ${LATEST_AFTER_DAYS} AND anchor_day <= toDate32({to:DateTime64(3)})`
  const where = `zone = {cutZone:String} AND ${days} AND day_from < {to:DateTime64(3)} AND (${isCut.join(' OR ')})`
  const onDays = isLimited ? '' : `AND anchor_day IN (SELECT anchor_day FROM measure_days FINAL WHERE service = '${ALL_SERVICES}' AND ${where})`
  return {
    sql: `SELECT toString(service), toString(anchor_day) FROM measure_days FINAL WHERE service != '${ALL_SERVICES}' AND ${where} ${onDays}`,
    params: { cutZone: timeZone, cutFrom: touched.from, cutTo: atOrBefore({ from, to, timeZone, weekStart: 'MONDAY' }, to) },
  }
}

/** From the start of the first day of a window to the end of its last. */
function touchedDays(window: Window): Span {
  return { from: atOrBefore(window, window.from), to: atOrAfter(window, window.to) }
}

/** The starts of the days that hold the instants from one to another, in epoch milliseconds. */
export function dayStarts(window: Window): number[] {
  const first = atOrBefore(window, window.from)
  return buckets({ ...window, from: first }, 'DAY', first).map(({ from }) => from.getTime())
}

function atOrBefore(window: Window, instant: Date): Date {
  const around = buckets({ ...window, from: new Date(instant.getTime() - 3 * DAY_MS), to: new Date(instant.getTime() + 1) }, 'DAY', instant)
  return (around.at(-1) as { from: Date }).from
}

function atOrAfter(window: Window, instant: Date): Date {
  const start = atOrBefore(window, instant)
  if (start.getTime() === instant.getTime()) return instant
  const around = buckets({ ...window, from: start, to: new Date(start.getTime() + 3 * DAY_MS) }, 'DAY', instant)
  return (around[1] as { from: Date }).from
}
