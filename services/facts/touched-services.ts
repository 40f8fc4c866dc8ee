import type { CanonicalEvent } from '../domain/event.js'
import { dataOf } from '../domain/event-data.js'
import { scopeOf, scopesOf, UNASSIGNED_INCIDENTS } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'

const LOOKED_UP = /^(incident|artifact|change|fact)\./
const SCOPES_A_QUERY = 2_000

/**
 * The services whose facts may differ once these events are stored: those named, those known to own the deployment,
 * repository or artifact that is named, and those that share an incident with one of them.
 */
export async function touchedServices(analytics: AnalyticsStore, events: readonly CanonicalEvent[]): Promise<Set<string>> {
  const touched = new Set<string>()
  const lookups = new Set<string>()
  for (const event of events) {
    for (const scope of scopesOf(event).scopes) {
      if (scope === UNASSIGNED_INCIDENTS) touched.add('')
      else if (scope.startsWith('service:')) touched.add(scope.slice('service:'.length))
      else if (LOOKED_UP.test(event.type)) lookups.add(scope)
    }
    for (const scope of referredScopes(event)) lookups.add(scope)
  }
  for (const service of await servicesOfScopes(analytics, [...lookups])) touched.add(service)
  for (const service of await otherNames(analytics, [...touched])) touched.add(service)
  for (const service of await incidentPartners(analytics, [...touched])) touched.add(service)
  return touched
}

function referredScopes(event: CanonicalEvent): string[] {
  const data = dataOf(event)
  if (event.type === 'fact.corrected') {
    const id = String(data.id)
    const { mergeInto } = (data.fields ?? {}) as { mergeInto?: unknown }
    const joined = typeof mergeInto === 'string' ? [scopeOf.incident(mergeInto)] : []
    return [scopeOf.deployment(id), scopeOf.incident(id), scopeOf.approval(id), scopeOf.digest(id), ...joined]
  }
  if (event.type.startsWith('incident.') && typeof data.deployment === 'string') return [scopeOf.deployment(data.deployment)]
  return []
}

async function servicesOfScopes(analytics: AnalyticsStore, scopes: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT service FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND type != 'change.committed' AND service != ''`
  return inChunks(scopes, async (chunk) => (await analytics.query<{ service: string }>(sql, { scopes: chunk })).map((row) => row.service))
}

/** The services that were declared to have one of these names. */
async function otherNames(analytics: AnalyticsStore, services: readonly string[]): Promise<string[]> {
  const sql = "SELECT DISTINCT service FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND type = 'service.declared'"
  return inChunks(services.map(scopeOf.service), async (chunk) =>
    (await analytics.query<{ service: string }>(sql, { scopes: chunk })).map((row) => row.service),
  )
}

async function incidentPartners(analytics: AnalyticsStore, services: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT arrayJoin(JSONExtract(data, 'services', 'Array(String)')) AS service
    FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND startsWith(type, 'incident.')`
  return inChunks(services.map(scopeOf.service), async (chunk) =>
    (await analytics.query<{ service: string }>(sql, { scopes: chunk })).map((row) => row.service),
  )
}

export async function inChunks<T>(items: readonly string[], run: (chunk: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let start = 0; start < items.length; start += SCOPES_A_QUERY) {
    for (const item of await run(items.slice(start, start + SCOPES_A_QUERY))) found.push(item)
  }
  return found
}
