import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { paramsOf, whereOf, type Condition } from '../../store/analytics/page.js'
import type { Measure } from '../measure.js'
import { conditionsOfRows, type Span } from './day-conditions.js'

/** When the rows of a measure were last made, by its key and the start of the day in epoch milliseconds. */
export type DayVersions = ReadonlyMap<string, ReadonlyMap<number, string>>

type Asked = { zone: string; measures: readonly Measure[]; stretches: readonly Span[]; conditions: readonly Condition[] }

/** A row that no longer has records stays, with nothing in it, so a day that was made anew always tells. */
export async function readVersions(analytics: AnalyticsStore, { zone, measures, stretches, conditions }: Asked): Promise<DayVersions> {
  const all = [...conditionsOfRows(zone, measures, stretches), ...conditions]
  const rows = await analytics.query<{ measure: string; day: string; made: string }>(
    `SELECT measure, toUnixTimestamp64Milli(day_from) AS day, toString(max(version)) AS made FROM measure_days ${whereOf(all)} GROUP BY measure, day`,
    paramsOf(all),
  )
  const versions = new Map<string, Map<number, string>>()
  for (const { measure, day, made } of rows) {
    const own = versions.get(measure) ?? new Map<number, string>()
    versions.set(measure, own.set(Number(day), made))
  }
  return versions
}
