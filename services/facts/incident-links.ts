import { CORRECTIONS, scopeOf, serviceInRelease } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { inChunks } from './in-chunks.js'

/** What a person ever said of an incident: joined with another (`into`), laid at a deployment or release (`at`), or moved to services; else empty. */
export type IncidentCorrection = { id: string; into: string; at: string; services: string[] }

/** Incidents that are one by a person's word, and every service that laying them by hand concerns. */
export type LaidByHand = { ids: string[]; services: string[] }

/** Deployments and releases by the names that incidents know them by. */
export type DeploymentNames = { deployments: string[]; releases: string[] }

export async function incidentCorrections(analytics: AnalyticsStore): Promise<IncidentCorrection[]> {
  const sql = `SELECT DISTINCT JSONExtractString(data, 'id') AS id, JSONExtractString(data, 'fields', 'mergeInto') AS into,
      JSONExtractString(data, 'fields', 'attribution') AS at, JSONExtract(data, 'fields', 'services', 'Array(String)') AS services
    FROM events_by_scope WHERE scope = {scope:String} AND JSONExtractString(data, 'kind') = 'incident' AND (into != '' OR at != '' OR notEmpty(services))`
  return await analytics.query<IncidentCorrection>(sql, { scope: CORRECTIONS })
}

/** These incidents and all that were joined with them, directly or through others; joins that were taken back count too. */
export function withJoined(ids: Iterable<string>, corrections: readonly IncidentCorrection[]): Set<string> {
  const all = new Set(ids)
  let known: number
  do {
    known = all.size
    for (const { id, into } of corrections) {
      if (into !== '' && all.has(id)) all.add(into)
      if (into !== '' && all.has(into)) all.add(id)
    }
  } while (all.size > known)
  return all
}

/** The services to which persons ever moved these incidents. */
export function servicesMovedTo(ids: ReadonlySet<string>, corrections: readonly IncidentCorrection[]): string[] {
  return named(corrections.flatMap(({ id, services }) => (ids.has(id) ? services : [])))
}

/** The incidents that persons ever moved to one of these services. */
export function incidentsMovedTo(services: ReadonlySet<string>, corrections: readonly IncidentCorrection[]): string[] {
  return corrections.filter((correction) => correction.services.some((service) => services.has(service))).map(({ id }) => id)
}

/** Every incident that a person ever laid somewhere, with its services and those of what it was laid at. */
export async function laidByHand(analytics: AnalyticsStore, corrections: readonly IncidentCorrection[]): Promise<LaidByHand[]> {
  const laid = corrections.filter(({ at }) => at !== '').map(({ id, at }) => ({ at, ids: withJoined([id], corrections) }))
  const scopes = named(laid.flatMap(({ at, ids }) => scopesLaid(at, ids)))
  const sql = `SELECT scope, groupUniqArray(arrayJoin(arrayPushBack(JSONExtract(data, 'services', 'Array(String)'), service))) AS services
    FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND type != 'change.committed' GROUP BY scope`
  const found = await inChunks(scopes, (chunk) => analytics.query<{ scope: string; services: string[] }>(sql, { scopes: chunk }))
  const known = new Map(found.map(({ scope, services }) => [scope, services]))
  return laid.map(({ at, ids }) => ({
    ids: [...ids],
    services: named([serviceInRelease(at), ...servicesMovedTo(ids, corrections), ...scopesLaid(at, ids).flatMap((scope) => known.get(scope) ?? [])]),
  }))
}

function scopesLaid(at: string, ids: ReadonlySet<string>): string[] {
  return [scopeOf.deployment(at), scopeOf.release(at), ...[...ids].map(scopeOf.incident)]
}

/** Those of the incidents laid by hand that are of one of these services, or laid at one. */
export function laidByHandAmong(services: ReadonlySet<string>, laid: readonly LaidByHand[]): string[] {
  return laid.filter((one) => one.services.some((service) => services.has(service))).flatMap(({ ids }) => ids)
}

/** What all that was said about these incidents refers to; `unassigned` where some of it names no service. */
export async function linksOf(
  analytics: AnalyticsStore,
  ids: ReadonlySet<string>,
  corrections: readonly IncidentCorrection[],
): Promise<DeploymentNames & { services: string[]; unassigned: boolean }> {
  const sql = `SELECT DISTINCT service, JSONExtract(data, 'services', 'Array(String)') AS services, JSONExtractString(data, 'deployment') AS deployment,
      JSONExtractString(data, 'mitigation', 'deployment') AS remedy, JSONExtractString(data, 'release') AS release
    FROM events_by_scope WHERE scope IN {scopes:Array(String)}`
  type Said = { service: string; services: string[]; deployment: string; remedy: string; release: string }
  const said = await inChunks([...ids].map(scopeOf.incident), (scopes) => analytics.query<Said>(sql, { scopes }))
  const laidAt = corrections.flatMap(({ id, at }) => (ids.has(id) ? [at] : []))
  return {
    services: named([...said.flatMap(({ service, services }) => [service, ...services]), ...servicesMovedTo(ids, corrections)]),
    deployments: named([...said.flatMap(({ deployment, remedy }) => [deployment, remedy]), ...laidAt]),
    releases: named([...said.map(({ release }) => release), ...laidAt]),
    unassigned: said.some(({ service }) => service === ''),
  }
}

/** The services of which these are, or may be, deployments and releases. */
export async function servicesOfNames(analytics: AnalyticsStore, { deployments, releases }: DeploymentNames): Promise<string[]> {
  const scopes = [...deployments.map(scopeOf.deployment), ...releases.map(scopeOf.release)]
  return named([...releases.map(serviceInRelease), ...(await servicesOfScopes(analytics, scopes))])
}

export async function servicesOfScopes(analytics: AnalyticsStore, scopes: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT service FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND type != 'change.committed' AND service != ''`
  return inChunks(scopes, async (chunk) => (await analytics.query<{ service: string }>(sql, { scopes: chunk })).map((row) => row.service))
}

/** Every name and release that was said of these deployments. */
export async function namesOfDeployments(analytics: AnalyticsStore, deployments: readonly string[]): Promise<DeploymentNames> {
  const sql = `SELECT DISTINCT JSONExtractString(data, 'release') AS release FROM events_by_scope
    WHERE scope IN {scopes:Array(String)} AND startsWith(type, 'deployment.')`
  const found = await inChunks(deployments.map(scopeOf.deployment), (scopes) => analytics.query<{ release: string }>(sql, { scopes }))
  return { deployments: [...deployments], releases: named(found.map(({ release }) => release)) }
}

export function named(names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))]
}
