import type { CanonicalEvent } from '../domain/event.js'
import { dataOf } from '../domain/event-data.js'
import { scopeOf, scopesOf, UNASSIGNED_INCIDENTS } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { inChunks } from './in-chunks.js'
import {
  incidentCorrections,
  incidentsMovedTo,
  laidByHand,
  laidByHandAmong,
  linksOf,
  named,
  namesOfDeployments,
  servicesOfNames,
  servicesOfScopes,
  withJoined,
} from './incident-links.js'

const LOOKED_UP = /^(artifact|change|fact)\./

/**
 * The services whose facts may differ once these events are stored: those named, those known to own the deployment,
 * repository or artifact that is named, those that an incident is about, may be laid at or was laid at by hand, and those that share an incident
 * with one of them. The empty name stands for incidents of no service.
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
    for (const scope of correctedScopes(event)) lookups.add(scope)
  }
  for (const service of await servicesOfScopes(analytics, [...lookups])) touched.add(service)
  for (const service of await otherNames(analytics, [...touched])) touched.add(service)
  const corrections = await incidentCorrections(analytics)
  const orphans = await orphansNaming(analytics, events, touched)
  const byHand = [...incidentsMovedTo(touched, corrections), ...laidByHandAmong(touched, await laidByHand(analytics, corrections))]
  const links = await linksOf(analytics, withJoined([...events.flatMap(incidentsNamed), ...orphans, ...byHand], corrections), corrections)
  if (links.unassigned) touched.add('')
  for (const service of [...links.services, ...(await servicesOfNames(analytics, links))]) touched.add(service)
  for (const service of await otherNames(analytics, [...touched])) touched.add(service)
  for (const service of await incidentPartners(analytics, [...touched])) touched.add(service)
  return touched
}

function correctedScopes(event: CanonicalEvent): string[] {
  if (event.type !== 'fact.corrected') return []
  const id = String(dataOf(event).id)
  return [scopeOf.deployment(id), scopeOf.approval(id), scopeOf.digest(id)]
}

function incidentsNamed(event: CanonicalEvent): string[] {
  const { incident, kind, id, fields } = dataOf(event) as { incident?: string; kind?: string; id?: string; fields?: { mergeInto?: string | null } }
  if (event.type.startsWith('incident.')) return named([incident])
  return event.type === 'fact.corrected' && kind === 'incident' ? named([id, fields?.mergeInto]) : []
}

function deploymentsNamed(event: CanonicalEvent): string[] {
  const { deployment, kind, id } = dataOf(event) as { deployment?: string; kind?: string; id?: string }
  if (event.type.startsWith('deployment.')) return named([deployment])
  return event.type === 'fact.corrected' && kind === 'deployment' ? named([id]) : []
}

/** Incidents that name no service, but deployments or releases that these events tell of. */
async function orphansNaming(analytics: AnalyticsStore, events: readonly CanonicalEvent[], touched: ReadonlySet<string>): Promise<string[]> {
  const deployments = named(events.flatMap(deploymentsNamed))
  if (deployments.length === 0 && !events.some((event) => event.type === 'service.declared')) return []
  const names = await namesOfDeployments(analytics, deployments)
  const scopes = [...names.deployments.map(scopeOf.deployment), ...names.releases.map(scopeOf.release), ...[...touched].map(scopeOf.releasesOf)]
  const sql = `SELECT DISTINCT JSONExtractString(data, 'incident') AS id FROM events_by_scope
    WHERE scope IN {scopes:Array(String)} AND startsWith(type, 'incident.')`
  return (await inChunks(scopes, (chunk) => analytics.query<{ id: string }>(sql, { scopes: chunk }))).map(({ id }) => id)
}

/** The services that were declared to have one of these names, and every name that these or those were ever given. */
async function otherNames(analytics: AnalyticsStore, services: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT arrayJoin(arrayPushFront(JSONExtract(data, 'aliases', 'Array(String)'), service::String)) AS service
    FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND type = 'service.declared'`
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
