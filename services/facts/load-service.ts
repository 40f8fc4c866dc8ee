import type { CanonicalEvent } from '../domain/event.js'
import { dataOf } from '../domain/event-data.js'
import { CORRECTIONS, scopeOf, serviceInRelease, UNASSIGNED_INCIDENTS, UNASSIGNED_NAMING } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { createEventReader, type EventReader } from './event-reader.js'
import { incidentsMovedTo, laidByHandAmong, linksOf, servicesMovedTo, servicesOfNames, withJoined } from './incident-links.js'

/**
 * Every event that bears on the facts of one service: its own under all its names, the deployments and incidents of services
 * that share an incident with it or have one that a person laid at it, the changes of its repositories, its artifacts by
 * digest, and corrections. Repeats may be among them. Of the empty name: incidents that no report lays at a service, and the deployments they may be laid at.
 */
export async function loadServiceEvents(
  analytics: AnalyticsStore,
  service: string,
  reader: EventReader = createEventReader(analytics),
): Promise<CanonicalEvent[]> {
  const corrections = await reader.corrections()
  const named = await reader.inScopes([scopeOf.service(service), CORRECTIONS])
  const own = [...named, ...(service === '' ? await readOrphans(reader) : await otherNames(reader, [service], named))]
  const names = new Set([service, ...namesIn(own)])
  const orphans = service === '' ? valuesOf(own, 'incident.', incidentOf) : await orphansNaming(reader, own)
  const elsewhere = [...orphans, ...laidByHandAmong(names, await reader.laidByHand())]
  const incidents = withJoined([...valuesOf(own, 'incident.', incidentOf), ...elsewhere, ...incidentsMovedTo(names, corrections)], corrections)
  const links = await linksOf(analytics, withJoined(elsewhere, corrections), corrections)
  const suspects = [...links.services, ...(await servicesOfNames(analytics, links))]
  const sharing = [...valuesOf(own, 'incident.', (data) => listOf(data.services)), ...servicesMovedTo(incidents, corrections)]
  const partners = [...sharing, ...suspects].filter((name) => name !== service)
  const partnerDeclarations = await reader.inScopes(partners.map(scopeOf.service), 'service.')
  const allPartners = [...new Set([...partners, ...namesIn(partnerDeclarations)])].filter((name) => name !== service)
  const related = await Promise.all([
    reader.inScopes(allPartners.map(scopeOf.service), 'incident.'),
    reader.inScopes(allPartners.map(scopeOf.service), 'deployment.'),
    reader.inScopes(allPartners.map(scopeOf.service), 'service.'),
    reader.inScopes([...incidents].map(scopeOf.incident), 'incident.'),
    reader.inScopes(valuesOf(own, '', (data) => listOf(data.repository)).map(scopeOf.repository), 'change.'),
    reader.inScopes(digestsIn(own).map(scopeOf.digest), 'artifact.'),
    reader.inScopes(digestsIn(own).map(scopeOf.digest), 'test.'),
  ])
  return [own, ...related].flat()
}

/** Incidents that name no service, but deployments or releases that these events tell of. */
async function orphansNaming(reader: EventReader, own: readonly CanonicalEvent[]): Promise<string[]> {
  const names = new Set(valuesOf(own, 'deployment.', (data) => [...listOf(data.deployment), ...listOf(data.release)]))
  const services = new Set(valuesOf(own, '', (data) => [...listOf(data.service), ...listOf(data.aliases)]))
  const isOurs = (name: string) => names.has(name) || services.has(serviceInRelease(name) ?? '')
  const naming = await reader.inScopes([UNASSIGNED_NAMING])
  const ours = naming.filter((event) => {
    const { deployment, release, mitigation } = dataOf(event) as { deployment?: string; release?: string; mitigation?: { deployment?: string } }
    return [deployment, release, mitigation?.deployment].some((name) => name !== undefined && isOurs(name))
  })
  return valuesOf(ours, 'incident.', incidentOf)
}

/** What is said of incidents that no event lays at a service. */
async function readOrphans(reader: EventReader): Promise<CanonicalEvent[]> {
  return await reader.where(
    `scope = {scope:String} AND concat({prefix:String}, JSONExtractString(data, 'incident')) NOT IN (
      SELECT scope FROM events_by_scope WHERE startsWith(scope, {prefix:String}) AND service != '')`,
    { scope: UNASSIGNED_INCIDENTS, prefix: scopeOf.incident('') },
  )
}

/** What is said under the other names of a service, and what its kept name says of itself where this is an old one. */
async function otherNames(reader: EventReader, known: readonly string[], named: readonly CanonicalEvent[]): Promise<CanonicalEvent[]> {
  const others = namesIn(named.filter((event) => event.type === 'service.declared')).filter((name) => !known.includes(name))
  if (others.length === 0) return []
  const found = await reader.inScopes(others.map(scopeOf.service))
  return [...found, ...(await otherNames(reader, [...known, ...others], found))]
}

function namesIn(declarations: readonly CanonicalEvent[]): string[] {
  return valuesOf(declarations, 'service.', (data) => [...listOf(data.service), ...listOf(data.aliases)])
}

function digestsIn(events: readonly CanonicalEvent[]): string[] {
  return valuesOf(events, '', (data) => [...listOf(data.artifactDigest), ...listOf(data.digest)])
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
