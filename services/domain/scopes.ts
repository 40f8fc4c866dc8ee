import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'

/** Scope of every correction: few enough to be read whole. */
export const CORRECTIONS = 'corrections'
/** Scope of incident reports that name no service. */
export const UNASSIGNED_INCIDENTS = 'incidents-without-service'
/** Scope of those among them that name a deployment or release, by which a service may find them to be its own. */
export const UNASSIGNED_NAMING = 'incidents-without-service-naming-deployments'

export const scopeOf = {
  service: (id: string) => `service:${id}`,
  deployment: (id: string) => `deployment:${id}`,
  incident: (id: string) => `incident:${id}`,
  repository: (name: string) => `repository:${name}`,
  digest: (digest: string) => `digest:${digest}`,
  approval: (id: string) => `approval:${id}`,
  release: (id: string) => `release:${id}`,
  /** Where nobody declares releases they are called `service@version`. */
  releasesOf: (service: string) => `releases-of:${service}`,
}

/** The service of a release that nobody declared; null where the name says none. */
export function serviceInRelease(release: string): string | null {
  const at = release.lastIndexOf('@')
  return at > 0 ? release.slice(0, at) : null
}

export type Scopes = { service: string; scopes: string[] }

/** The things an event says something about, as keys under which the projector will look for it. */
export function scopesOf(event: Pick<CanonicalEvent, 'type' | 'data'>): Scopes {
  const data = dataOf(event)
  const services = servicesOf(data)
  // A declaration is found under the old names of its service too, so that those know what they are now.
  const known = event.type === 'service.declared' && Array.isArray(data.aliases) ? data.aliases.filter((alias) => typeof alias === 'string') : []
  const scopes = [...services, ...known].map(scopeOf.service)
  const add = (field: string, scope: (id: string) => string) => {
    const value = data[field]
    if (typeof value === 'string' && value !== '') scopes.push(scope(value))
  }
  if (event.type.startsWith('deployment.')) {
    add('deployment', scopeOf.deployment)
    add('release', scopeOf.release)
  }
  if (event.type.startsWith('incident.')) {
    add('incident', scopeOf.incident)
    if (services.length === 0) scopes.push(UNASSIGNED_INCIDENTS, ...namingScopes(data))
  }
  if (event.type.startsWith('approval.')) add('approval', scopeOf.approval)
  if (event.type === 'fact.corrected') scopes.push(CORRECTIONS, ...servicesOf((data.fields ?? {}) as Record<string, unknown>).map(scopeOf.service))
  add('repository', scopeOf.repository)
  add('digest', scopeOf.digest)
  add('artifactDigest', scopeOf.digest)
  return { service: services[0] ?? '', scopes: [...new Set(scopes)] }
}

function namingScopes(data: Record<string, unknown>): string[] {
  const { deployment, release, mitigation } = data as { deployment?: string; release?: string; mitigation?: { deployment?: string } }
  const scopes = [deployment, mitigation?.deployment].flatMap((id) => (id ? [scopeOf.deployment(id)] : []))
  if (release) scopes.push(scopeOf.release(release), ...releaseOwner(release))
  return scopes.length > 0 ? [UNASSIGNED_NAMING, ...scopes] : []
}

function releaseOwner(release: string): string[] {
  const service = serviceInRelease(release)
  return service === null ? [] : [scopeOf.releasesOf(service)]
}

function servicesOf(data: Record<string, unknown>): string[] {
  const listed = Array.isArray(data.services) ? data.services : []
  const all = [data.service, ...listed].filter((name): name is string => typeof name === 'string' && name !== '')
  return [...new Set(all)]
}
