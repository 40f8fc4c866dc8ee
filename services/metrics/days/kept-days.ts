import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { buckets, type Interval, type Window } from '../calendar/calendar.js'
import type { Dimension, Measure } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { scopeConditions, type Scope } from '../scope.js'
import { askForZone } from './asked-zones.js'
import { LATEST_AFTER_DAYS, OF_ALL_SERVICES, OF_EACH_SERVICE, type Span } from './day-conditions.js'
import { dayDefinition } from './day-rows.js'
import { readVersions, type DayVersions } from './day-versions.js'

const DAY_MS = 86_400_000
/** Beyond as many it is cheaper to read the records of all. */
const MOST_UNKEPT = 20_000
/** Longer windows have more days than buckets can be made at once. */
const LONGEST_MS = 7_000 * DAY_MS

/** UTC days of services. */
export type ServiceDays = { services: string[]; days: string[] }

/** What of measure_days can be read for a question. */
export type KeptDays = {
  zone: string
  definitions: ReadonlyMap<string, string>
  /** The days of the zone in which the window lies, as stretches of them, ascending. */
  touched: readonly Span[]
  /** Whose rollouts' records must be read instead: facts were written since the rows were made, or the window cuts a row. */
  unkept: ServiceDays
  /** Whether the rows of all services together tell the answer. */
  together: boolean
  /** When the rows of each day were made. */
  versions: DayVersions
}

type Asked = {
  measures: readonly Measure[]
  scope: Scope
  window: Window
  interval: Interval | null
  groupBy: readonly Dimension[]
  now: Date
}

const KEPT_DIMENSIONS: readonly Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'TRIGGER', 'TIER']

/** Null where days do not tell the answer: records must be read then. */
export async function readKeptDays(analytics: AnalyticsStore, asked: Asked): Promise<KeptDays | null> {
  const { measures, scope, window, interval, groupBy, now } = asked
  const { timeZone: zone, from, to } = window
  if (interval === 'HOUR' || scope.regions || !groupBy.every((dimension) => KEPT_DIMENSIONS.includes(dimension))) return null
  if (to.getTime() - from.getTime() > LONGEST_MS) return null
  const touched = touchedDays(window)
  const together = !isLimitedTo(analytics) && !scope.services && !groupBy.includes('SERVICE')
  const [definitions, unkept, versions] = await Promise.all([
    readDefinitions(analytics, zone),
    readUnkept(analytics, window, touched),
    interval === null
      ? new Map()
      : readVersions(analytics, {
          zone,
          measures,
          stretches: [touched],
          conditions: [...scopeConditions(scope), together ? OF_ALL_SERVICES : OF_EACH_SERVICE],
        }),
  ])
  if (definitions.size === 0 && !isLimitedTo(analytics)) await askForZone(analytics, zone, now)
  if (definitions.size === 0 || !unkept) return null
  return { zone, definitions, touched: [touched], unkept, together, versions }
}

/** Who may only read some rows may not write, and does not see those of all services together. */
function isLimitedTo(analytics: AnalyticsStore): boolean {
  return analytics.restriction() !== ''
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
async function readUnkept(analytics: AnalyticsStore, window: Window, touched: Span): Promise<ServiceDays | null> {
  const [changed, cut] = await Promise.all([
    analytics.query<ServiceDay>(
      `SELECT service, toString(day) AS name FROM changed_days FINAL
        WHERE day >= toDate32({from:DateTime64(3)}) - ${LATEST_AFTER_DAYS} AND day <= toDate32({to:DateTime64(3)}) LIMIT ${MOST_UNKEPT + 1}`,
      { from: window.from, to: touched.to },
    ),
    readCut(analytics, window, touched),
  ])
  const all = [...new Map([...changed, ...cut].map((one) => [`${one.name} ${one.service}`, one])).values()]
  return all.length > MOST_UNKEPT ? null : { services: all.map(({ service }) => service), days: all.map(({ name }) => name) }
}

type ServiceDay = { service: string; name: string }

/** Those of rows with records inside and outside the window. Rows of all services together, where they are seen, tell on which days there are any. */
async function readCut(analytics: AnalyticsStore, { from, to, timeZone }: Window, touched: Span): Promise<ServiceDay[]> {
  const isCut = [
    ...(touched.from < from ? ['day_from = {cutFrom:DateTime64(3)} AND first_at < {from:DateTime64(3)}'] : []),
    ...(to < touched.to ? ['day_from >= {cutTo:DateTime64(3)} AND last_at >= {to:DateTime64(3)}'] : []),
  ]
  if (isCut.length === 0) return []
  // Far from UTC, the day in which the window ends holds some of the UTC day after it.
  const days = `anchor_day >= toDate32({cutFrom:DateTime64(3)}) - ${LATEST_AFTER_DAYS} AND anchor_day <= toDate32({touchedTo:DateTime64(3)})`
  const where = `zone = {cutZone:String} AND ${days} AND day_from < {to:DateTime64(3)} AND (${isCut.join(' OR ')})`
  const cutTo = atOrBefore({ from, to, timeZone, weekStart: 'MONDAY' }, to)
  const params = { cutZone: timeZone, cutFrom: touched.from, cutTo, touchedTo: touched.to, from, to }
  if (!isLimitedTo(analytics)) {
    // Without FINAL: what was so once is looked at more closely below.
    const [some] = await analytics.query(`SELECT 1 FROM measure_days WHERE ${OF_ALL_SERVICES.sql} AND ${where} LIMIT 1`, params)
    if (!some) return []
  }
  return analytics.query<ServiceDay>(
    `SELECT DISTINCT toString(service) AS service, toString(anchor_day) AS name FROM measure_days FINAL
      WHERE ${OF_EACH_SERVICE.sql} AND ${where} LIMIT ${MOST_UNKEPT + 1}`,
    params,
  )
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
