import type { CanonicalEvent } from '../domain/event.js'
import { dataOf } from '../domain/event-data.js'
import { CORRECTIONS, scopeOf, serviceInRelease, UNASSIGNED_INCIDENTS, UNASSIGNED_NAMING } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { eventOf, type EventRow } from './event-rows.js'
import { inChunks } from './in-chunks.js'
import {
  incidentCorrections,
  incidentsMovedTo,
  linksOf,
  servicesMovedTo,
  servicesOfNames,
  withJoined,
  type IncidentCorrection,
} from './incident-links.js'

const COLUMNS = 'type, source, id, content_hash, time, revision, received_at, service, flags, data'

/**
 * Every event that bears on the facts of one service: its own under all its names, the deployments and incidents of services
 * that share an incident with it, the changes of its repositories, its artifacts by digest, and corrections. Repeats may be
 * among them. Of the empty name: incidents that no report lays at a service, and the deployments they may be laid at.
 */
export async function loadServiceEvents(analytics: AnalyticsStore, service: string): Promise<CanonicalEvent[]> {
  const corrections = await incidentCorrections(analytics)
  const named = await readScopes(analytics, [scopeOf.service(service), CORRECTIONS])
  const own = [...named, ...(service === '' ? await readOrphans(analytics) : await otherNames(analytics, [service], named))]
  const orphans = service === '' ? valuesOf(own, 'incident.', incidentOf) : await orphansNaming(analytics, own, corrections)
  const moved = incidentsMovedTo(new Set([service, ...namesIn(own)]), corrections)
  const incidents = withJoined([...valuesOf(own, 'incident.', incidentOf), ...orphans, ...moved], corrections)
  const suspects = await servicesOfNames(analytics, await linksOf(analytics, withJoined(orphans, corrections), corrections))
  const sharing = [...valuesOf(own, 'incident.', (data) => listOf(data.services)), ...servicesMovedTo(incidents, corrections)]
  const partners = [...sharing, ...suspects].filter((name) => name !== service)
  const partnerDeclarations = await readScopes(analytics, partners.map(scopeOf.service), 'service.')
  const allPartners = [...new Set([...partners, ...namesIn(partnerDeclarations)])].filter((name) => name !== service)
  const related = await Promise.all([
    readScopes(analytics, allPartners.map(scopeOf.service), 'incident.'),
    readScopes(analytics, allPartners.map(scopeOf.service), 'deployment.'),
    readScopes(analytics, allPartners.map(scopeOf.service), 'service.'),
    readScopes(analytics, [...incidents].map(scopeOf.incident), 'incident.'),
    readScopes(analytics, valuesOf(own, '', (data) => listOf(data.repository)).map(scopeOf.repository), 'change.'),
    readScopes(analytics, digestsIn(own).map(scopeOf.digest), 'artifact.'),
    readScopes(analytics, digestsIn(own).map(scopeOf.digest), 'test.'),
  ])
  return [own, ...related].flat()
}

/** Incidents that name no service, but deployments or releases that these events tell of, themselves or by a person's hand. */
async function orphansNaming(
  analytics: AnalyticsStore,
  own: readonly CanonicalEvent[],
  corrections: readonly IncidentCorrection[],
): Promise<string[]> {
  const names = new Set(valuesOf(own, 'deployment.', (data) => [...listOf(data.deployment), ...listOf(data.release)]))
  const services = new Set(valuesOf(own, '', (data) => [...listOf(data.service), ...listOf(data.aliases)]))
  const isOurs = (name: string) => names.has(name) || services.has(serviceInRelease(name) ?? '')
  const naming = await readScopes(analytics, [UNASSIGNED_NAMING])
  const ours = naming.filter((event) => {
    const { deployment, release, mitigation } = dataOf(event) as { deployment?: string; release?: string; mitigation?: { deployment?: string } }
    return [deployment, release, mitigation?.deployment].some((name) => name !== undefined && isOurs(name))
  })
  return [...valuesOf(ours, 'incident.', incidentOf), ...corrections.flatMap(({ id, at }) => (at !== '' && isOurs(at) ? [id] : []))]
}

/** What is said of incidents that no event lays at a service. */
async function readOrphans(analytics: AnalyticsStore): Promise<CanonicalEvent[]> {
  return await readEvents(
    analytics,
    `scope = {scope:String} AND concat({prefix:String}, JSONExtractString(data, 'incident')) NOT IN (
      SELECT scope FROM events_by_scope WHERE startsWith(scope, {prefix:String}) AND service != '')`,
    { scope: UNASSIGNED_INCIDENTS, prefix: scopeOf.incident('') },
  )
}

/** What is said under the other names of a service, and what its kept name says of itself where this is an old one. */
async function otherNames(analytics: AnalyticsStore, known: readonly string[], named: readonly CanonicalEvent[]): Promise<CanonicalEvent[]> {
  const others = namesIn(named.filter((event) => event.type === 'service.declared')).filter((name) => !known.includes(name))
  if (others.length === 0) return []
  const found = await readScopes(analytics, others.map(scopeOf.service))
  return [...found, ...(await otherNames(analytics, [...known, ...others], found))]
}

function namesIn(declarations: readonly CanonicalEvent[]): string[] {
  return valuesOf(declarations, 'service.', (data) => [...listOf(data.service), ...listOf(data.aliases)])
}

function digestsIn(events: readonly CanonicalEvent[]): string[] {
  return valuesOf(events, '', (data) => [...listOf(data.artifactDigest), ...listOf(data.digest)])
}

async function readScopes(analytics: AnalyticsStore, scopes: readonly string[], family = ''): Promise<CanonicalEvent[]> {
  return await inChunks(scopes, (chunk) =>
    readEvents(analytics, 'scope IN {scopes:Array(String)} AND startsWith(type, {family:String})', { scopes: chunk, family }),
  )
}

async function readEvents(analytics: AnalyticsStore, where: string, params: Record<string, unknown>): Promise<CanonicalEvent[]> {
  const events: CanonicalEvent[] = []
  // As they come: a repository may have a hundred thousand commits, whose rows would be in memory beside their events.
  for await (const rows of analytics.stream<EventRow>(`SELECT ${COLUMNS} FROM events_by_scope WHERE ${where}`, params))
    for (const row of rows) events.push(eventOf(row))
  return events
}

function valuesOf(events: readonly CanonicalEvent[], family: string, read: (data: Record<string, unknown>) => string[]): string[] {
  const found = new Set<string>()
  for (const event of events) if (event.type.startsWith(family)) for (const value of read(dataOf(event))) found.add(value)
  return [...found]
}

function incidentOf(data: Record<string, unknown>): string[] {
  return listOf(data.incident)
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
