import DataLoader from 'dataloader'
import type { CanonicalEvent } from '../domain/event.js'
import { scopeOf } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { eventOf, type EventRow } from './event-rows.js'
import { incidentCorrections, laidByHand, type IncidentCorrection, type LaidByHand } from './incident-links.js'

/** Reads events for services that are derived together. What was read is kept as long as the reader, so it serves one look. */
export type EventReader = {
  /** The events under these scopes whose type begins with the family. What is asked for at once is read in one statement. */
  inScopes(scopes: readonly string[], family?: string): Promise<CanonicalEvent[]>
  /** The events that meet a condition of SQL. */
  where(condition: string, params: Record<string, unknown>): Promise<CanonicalEvent[]>
  corrections(): Promise<IncidentCorrection[]>
  laidByHand(): Promise<LaidByHand[]>
}

type ScopedRow = EventRow & { scope: string }

const COLUMNS = 'scope, type, source, id, content_hash, time, revision, received_at, service, flags, data'
const SCOPES_A_QUERY = 2_000

export function createEventReader(analytics: AnalyticsStore): EventReader {
  const families = new Map<string, DataLoader<string, CanonicalEvent[]>>()
  let known: Promise<IncidentCorrection[]> | null = null
  let laid: Promise<LaidByHand[]> | null = null
  const corrections = () => (known ??= incidentCorrections(analytics))

  function loaderOf(family: string): DataLoader<string, CanonicalEvent[]> {
    const found = families.get(family)
    if (found) return found
    const loader = new DataLoader((scopes: readonly string[]) => readScopes(analytics, scopes, family), { maxBatchSize: SCOPES_A_QUERY })
    families.set(family, loader)
    return loader
  }

  return {
    inScopes: async (scopes, family = '') => (await Promise.all(scopes.map((scope) => loaderOf(family).load(scope)))).flat(),
    where: async (condition, params) => {
      const events: CanonicalEvent[] = []
      for await (const rows of rowsWhere(analytics, condition, params)) for (const row of rows) events.push(eventOf(row))
      return events
    },
    corrections,
    laidByHand: () => (laid ??= corrections().then((all) => laidByHand(analytics, all))),
  }
}

/** The events of each scope, in the order of the scopes. */
async function readScopes(analytics: AnalyticsStore, scopes: readonly string[], family: string): Promise<CanonicalEvent[][]> {
  const found = new Map(scopes.map((scope) => [scope, [] as CanonicalEvent[]]))
  const condition = 'scope IN {scopes:Array(String)} AND startsWith(type, {family:String})'
  for await (const rows of rowsWhere(analytics, condition, { scopes, family })) {
    for (const row of rows) found.get(row.scope)?.push(eventOf(row))
  }
  return [...found.values()]
}

/** As they come: a repository may have a hundred thousand commits, whose rows would be in memory beside their events. */
function rowsWhere(analytics: AnalyticsStore, condition: string, params: Record<string, unknown>): AsyncIterable<ScopedRow[]> {
  return analytics.stream<ScopedRow>(`SELECT ${COLUMNS} FROM events_by_scope WHERE ${condition}`, params)
}

/** How many events name each of these services; one that was stored twice may count twice. */
export async function countEvents(analytics: AnalyticsStore, services: readonly string[]): Promise<Map<string, number>> {
  const byScope = new Map(services.map((service) => [scopeOf.service(service), service]))
  const sql = 'SELECT scope, toUInt32(count()) AS events FROM events_by_scope WHERE scope IN {scopes:Array(String)} GROUP BY scope'
  const rows = await analytics.query<{ scope: string; events: number }>(sql, { scopes: [...byScope.keys()] })
  return new Map(rows.map(({ scope, events }) => [byScope.get(scope) as string, events]))
}
