import type { CanonicalEvent } from '../domain/event.js'
import { dataOf } from '../domain/event-data.js'
import { CORRECTIONS, scopeOf, UNASSIGNED_INCIDENTS } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { eventOf, type EventRow } from './event-rows.js'
import { inChunks } from './touched-services.js'

const COLUMNS = 'type, source, id, content_hash, time, revision, received_at, service, flags, data'

/**
 * Every event that bears on the facts of one service: its own under all its names, the deployments and incidents of services
 * that share an incident with it, the changes of its repositories, its artifacts by digest, and corrections. Repeats may be
 * among them.
 */
export async function loadServiceEvents(analytics: AnalyticsStore, service: string): Promise<CanonicalEvent[]> {
  const named = await readScopes(analytics, [scopeOf.service(service), CORRECTIONS, UNASSIGNED_INCIDENTS])
  const own = [...named, ...(await otherNames(analytics, [service], named))]
  const partners = valuesOf(own, 'incident.', (data) => listOf(data.services)).filter((name) => name !== service)
  const partnerDeclarations = await readScopes(analytics, partners.map(scopeOf.service), 'service.')
  const allPartners = [...new Set([...partners, ...namesIn(partnerDeclarations)])].filter((name) => name !== service)
  const related = await Promise.all([
    readScopes(analytics, allPartners.map(scopeOf.service), 'incident.'),
    readScopes(analytics, allPartners.map(scopeOf.service), 'deployment.'),
    readScopes(analytics, allPartners.map(scopeOf.service), 'service.'),
    readScopes(analytics, service === '' ? valuesOf(own, 'incident.', (data) => listOf(data.deployment)).map(scopeOf.deployment) : [], 'deployment.'),
    readScopes(analytics, valuesOf(own, 'incident.', (data) => listOf(data.incident)).map(scopeOf.incident), 'incident.'),
    readScopes(analytics, mergedIncidents(own).map(scopeOf.incident), 'incident.'),
    readScopes(analytics, valuesOf(own, '', (data) => listOf(data.repository)).map(scopeOf.repository), 'change.'),
    readScopes(analytics, digestsIn(own).map(scopeOf.digest), 'artifact.'),
    readScopes(analytics, digestsIn(own).map(scopeOf.digest), 'test.'),
  ])
  return [own, ...related].flat()
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

/** Incidents that a person joined with those of the service, on either side. */
function mergedIncidents(own: readonly CanonicalEvent[]): string[] {
  const ids = new Set(valuesOf(own, 'incident.', (data) => listOf(data.incident)))
  const pairs = own.flatMap((event) => {
    const { kind, id, fields } = dataOf(event) as { kind?: string; id?: string; fields?: { mergeInto?: string } }
    return event.type === 'fact.corrected' && kind === 'incident' && id && fields?.mergeInto ? [[id, fields.mergeInto]] : []
  })
  return [...new Set(pairs.filter((pair) => pair.some((id) => ids.has(id))).flat())].filter((id) => !ids.has(id))
}

function digestsIn(events: readonly CanonicalEvent[]): string[] {
  return valuesOf(events, '', (data) => [...listOf(data.artifactDigest), ...listOf(data.digest)])
}

async function readScopes(analytics: AnalyticsStore, scopes: readonly string[], family = ''): Promise<CanonicalEvent[]> {
  const sql = `SELECT ${COLUMNS} FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND startsWith(type, {family:String})`
  return await inChunks(scopes, async (chunk) => {
    const events: CanonicalEvent[] = []
    // As they come: a repository may have a hundred thousand commits, whose rows would be in memory beside their events.
    for await (const rows of analytics.stream<EventRow>(sql, { scopes: chunk, family })) for (const row of rows) events.push(eventOf(row))
    return events
  })
}

function valuesOf(events: readonly CanonicalEvent[], family: string, read: (data: Record<string, unknown>) => string[]): string[] {
  const found = new Set<string>()
  for (const event of events) if (event.type.startsWith(family)) for (const value of read(dataOf(event))) found.add(value)
  return [...found]
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
