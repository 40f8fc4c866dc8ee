import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { buckets, type Interval, type Window } from '../calendar/calendar.js'
import type { Dimension, Measure } from '../measure.js'
import type { MetricOptions } from '../options.js'
import type { Scope } from '../scope.js'
import { askForZone } from './asked-zones.js'
import { dayDefinition } from './day-rows.js'

const DAY_MS = 86_400_000
/** Beyond as many changed days it is cheaper to read the records of all. */
const MOST_CHANGED = 5_000
/** Longer windows have more days than buckets can be made at once. */
const LONGEST_MS = 7_000 * DAY_MS
/** A record counts up to so many days after the rollout it belongs to. */
export const LATEST_AFTER_DAYS = 31

/** A UTC day of a service of which facts were written since its days were made. */
export type ChangedDays = { services: string[]; days: string[] }

/** What of measure_days can be read for a question. */
export type KeptDays = { zone: string; definitions: ReadonlyMap<string, string>; changed: ChangedDays }

type Asked = { scope: Scope; window: Window; interval: Interval | null; groupBy: readonly Dimension[]; now: Date }

const KEPT_DIMENSIONS: readonly Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'TRIGGER', 'TIER']

/** Null where days do not tell the answer: records must be read then. */
export async function readKeptDays(analytics: AnalyticsStore, { scope, window, interval, groupBy, now }: Asked): Promise<KeptDays | null> {
  const { timeZone: zone, from, to } = window
  if (interval === 'HOUR' || scope.regions || !groupBy.every((dimension) => KEPT_DIMENSIONS.includes(dimension))) return null
  if (to.getTime() - from.getTime() > LONGEST_MS) return null
  const [definitions, changed] = await Promise.all([readDefinitions(analytics, zone), readChanged(analytics, window)])
  // Who may only read some rows may not write.
  if (definitions.size === 0 && analytics.restriction() === '') await askForZone(analytics, zone, now)
  return definitions.size > 0 && changed ? { zone, definitions, changed } : null
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

/** Those of rollouts whose records can lie in the window; null where there are too many to name. */
async function readChanged(analytics: AnalyticsStore, { from, to }: Window): Promise<ChangedDays | null> {
  const rows = await analytics.query<{ service: string; name: string }>(
    `SELECT service, toString(day) AS name FROM changed_days FINAL
     WHERE day >= toDate32({from:DateTime64(3)}) - ${LATEST_AFTER_DAYS} AND day <= toDate32({to:DateTime64(3)}) LIMIT ${MOST_CHANGED + 1}`,
    { from, to },
  )
  return rows.length > MOST_CHANGED ? null : { services: rows.map(({ service }) => service), days: rows.map(({ name }) => name) }
}

/** The whole days of a window; null where it has none. */
export function wholeDays(window: Window): { from: Date; to: Date } | null {
  const from = atOrAfter(window, window.from)
  const to = atOrBefore(window, window.to)
  return from < to ? { from, to } : null
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
