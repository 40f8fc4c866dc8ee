import type { AnalyticsStore } from './analytics-store.js'

/** All names of a row of `services`, as SQL. Facts are kept under its service alone, telemetry under the name that it was sent under. */
export const ALL_NAMES = 'arrayPushFront(aliases, toString(service))'
const RENAMED = 'SELECT toString(service) AS kept, arrayJoin(aliases) AS alias FROM services FINAL'

/** The name that a service is kept under, as SQL over an expression that is any of its names. */
export function keptName(name: string): string {
  const listed = (place: 1 | 2) => `(SELECT arraySort(groupArray((alias, kept))).${place} FROM (${RENAMED}))`
  return `transform(toString(${name}), ${listed(1)}, ${listed(2)}, toString(${name}))`
}

/** Every name of the services in a list, as a SELECT to look in; a name that nothing is known of stands for itself. */
export function everyName(list: string): string {
  return `SELECT arrayJoin(${ALL_NAMES}) FROM services FINAL WHERE hasAny(${ALL_NAMES}, ${list}) UNION ALL SELECT arrayJoin(${list})`
}

/** By every name that a service has beside the one it is kept under, that one. */
export async function keptNames(analytics: Pick<AnalyticsStore, 'query'>): Promise<ReadonlyMap<string, string>> {
  const rows = await analytics.query<{ kept: string; alias: string }>(`${RENAMED} ORDER BY alias`)
  return new Map(rows.map(({ alias, kept }) => [alias, kept]))
}

/** What names a service, with the name that it is kept under. */
export function underKeptName<T extends { service: string }>(one: T, names: ReadonlyMap<string, string>): T {
  const service = names.get(one.service)
  return service === undefined ? one : { ...one, service }
}

/** A scope with its services by the names that they are kept under, which may have changed since someone wrote it down. */
export async function underKeptNames<Asked extends { services?: readonly string[] | null }>(
  analytics: Pick<AnalyticsStore, 'query'>,
  scope: Asked,
): Promise<Asked> {
  const { services } = scope
  if (!services || services.length === 0) return scope
  const sql = `SELECT * FROM (${RENAMED}) WHERE alias IN {services:Array(String)}`
  const renamed = await analytics.query<{ kept: string; alias: string }>(sql, { services })
  const names = new Map(renamed.map(({ alias, kept }) => [alias, kept]))
  return { ...scope, services: [...new Set(services.map((name) => names.get(name) ?? name))] }
}
