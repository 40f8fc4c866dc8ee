import type { DataSource } from 'typeorm'
import type { ServiceDays } from '../../metrics/days/kept-days.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

const MOST_AT_ONCE = 2_000

/** A rollout of which facts are written, by its anchor in epoch milliseconds. */
export type DayMark = { service: string; anchor: number; version: string }

/**
 * Marks the days of rollouts of which facts are about to be written. Before, not after: whoever stops in between leaves a day
 * that is read from its records, and none that is told wrongly.
 */
export async function markChangedDays(analytics: AnalyticsStore, rollouts: readonly DayMark[]): Promise<void> {
  const marks = new Map<string, { service: string; day: string; version: string; deleted: 0 }>()
  for (const { service, anchor, version } of rollouts) {
    const day = new Date(anchor).toISOString().slice(0, 10)
    marks.set(`${service}\n${day}`, { service, day, version, deleted: 0 })
  }
  if (marks.size > 0) await analytics.insert('changed_days', [...marks.values()])
}

export type Marks = ServiceDays & { versions: string[] }

/**
 * Some of the marked days, of one year. Those of services that are marked to be derived may be about to be written, and wait:
 * a mark is made while its service is marked, so once it is not, what the mark speaks of is there.
 */
export async function markedDays(analytics: AnalyticsStore, control: DataSource): Promise<Marks> {
  const rows = await analytics.query<{ service: string; name: string; version: string }>(
    `SELECT service, toString(day) AS name, version FROM changed_days FINAL WHERE service NOT IN {busy:Array(String)}
     ORDER BY toYear(day) DESC, service LIMIT ${MOST_AT_ONCE}`,
    { busy: await dirtyServices(control) },
  )
  const busy = new Set(await dirtyServices(control))
  const settled = rows.filter(({ service }) => !busy.has(service))
  const ofYear = settled.filter(({ name }) => name.slice(0, 4) === settled[0]?.name.slice(0, 4))
  return {
    services: ofYear.map(({ service }) => service),
    days: ofYear.map(({ name }) => name),
    versions: ofYear.map(({ version }) => version),
  }
}

/** Takes the marks away, but those that were made anew since they were read. */
export async function clearMarks(analytics: AnalyticsStore, { services, days, versions }: Marks): Promise<void> {
  const rows = services.map((service, index) => ({ service, day: days[index], version: versions[index], deleted: 1 }))
  if (rows.length > 0) await analytics.insert('changed_days', rows)
}

async function dirtyServices(control: DataSource): Promise<string[]> {
  const rows: { service: string }[] = await control.query('SELECT service FROM dirty_services')
  return rows.map(({ service }) => service)
}
