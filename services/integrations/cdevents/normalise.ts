import type { EventInput, Normalised } from '../result.js'
import { readArtifactId } from './artifact-id.js'
import { fieldsOf, parseCdevent, readType, textOf, type Cdevent } from './payload.js'

type Mapping = (event: Cdevent) => Normalised

const mappings: Record<string, Mapping> = {
  'service.deployed': deployed,
  'service.upgraded': deployed,
  'service.rolledback': (event) => deployed(event, { kind: 'rollback' }),
  'service.removed': () => nothing('taking a service away is not a deployment'),
  'service.published': () => nothing('it says that a service can be reached, not which version was deployed'),
  'change.created': proposed,
  'change.updated': proposed,
  'change.reviewed': proposed,
  'change.abandoned': proposed,
  'change.merged': merged,
  'artifact.packaged': published,
  'artifact.published': published,
  'artifact.signed': signed,
  'artifact.downloaded': () => nothing('a download changes nothing about the artifact'),
  'artifact.deleted': () => nothing('what was built and deployed stays on record after its artifact is deleted'),
  'incident.detected': (event) => incident(event, 'incident.detected', { revision: 1 }),
  'incident.reported': (event) => incident(event, 'incident.detected'),
  'incident.resolved': (event) => incident(event, 'incident.resolved'),
}

const KUBERNETES_KIND = /^(?:service|deployment|daemonset|statefulset|replicaset|job|cronjob)s?\/(?=[^/]+$)/i
const SHA = /^[0-9a-f]{7,64}$/i
const WEB_ADDRESS = /^https?:\/\/\S+$/i

/** Our events for one CDEvent; throws where it lacks what every CDEvent must have. */
export function normaliseCdevent(item: unknown): Normalised {
  const parsed = parseCdevent(item)
  if (!parsed.ok) throw new Error(`not a CDEvent: ${parsed.errors.map(({ message }) => message).join(', ')}`)
  const type = readType(parsed.event.context.type)
  const mapping = type && mappings[`${type.subject}.${type.predicate}`]
  return mapping ? mapping(parsed.event) : nothing(`Windsock makes nothing of ${parsed.event.context.type}`)
}

/** Its own id ends the deployment's, since the same artifact may come back to the same environment. */
function deployed(event: Cdevent, extra: { kind?: 'rollback' } = {}): Normalised {
  const { content } = event.subject
  const service = serviceName(event.subject.id)
  const environment = textOf(fieldsOf(content.environment).id)
  if (!environment) return nothing('it does not say in which environment (subject.content.environment.id)')
  const { version, digest } = readArtifactId(textOf(content.artifactId))
  const deployment = `${service}/${environment}/${event.context.id}`
  return one(event, 'deployment.finished', { deployment, service, environment, outcome: 'succeeded', ...extra, version, artifactDigest: digest })
}

function proposed({ subject }: Cdevent): Normalised {
  return nothing(`the proposed change ${subject.id} is not in its repository until it is merged`)
}

function merged(event: Cdevent): Normalised {
  const { id: sha, content } = event.subject
  if (!SHA.test(sha)) return nothing(`the change ${sha} is not named by its commit`)
  const repository = repositoryOf(fieldsOf(content.repository))
  if (!repository) return nothing('it does not say in which repository (subject.content.repository)')
  const { timestamp } = event.context
  return one(event, 'change.committed', { repository, sha, committedAt: timestamp, pullRequest: { mergedAt: timestamp } })
}

function published(event: Cdevent): Normalised {
  const { id, content } = event.subject
  const { name, version, digest } = readArtifactId(id)
  if (!digest) return nothing(`the artifact ${id} is not named by a digest`)
  const change = fieldsOf(content.change)
  const changeId = textOf(change.id)
  const commit = changeId && SHA.test(changeId) ? changeId : undefined
  const built = event.context.type.includes('.packaged') ? { finishedAt: event.context.timestamp } : {}
  const events = [eventOf(event, 'artifact.published', { digest, name, version, commit, repository: textOf(change.source), ...built })]
  const sbom = textOf(fieldsOf(content.sbom).uri)
  if (sbom)
    events.push({
      ...eventOf(event, 'artifact.attested', { digest, kind: 'sbom', status: 'present', url: webAddress(sbom) }),
      id: `${event.context.id}#sbom`,
    })
  return { events }
}

function signed(event: Cdevent): Normalised {
  const { digest } = readArtifactId(event.subject.id)
  if (!digest) return nothing(`the artifact ${event.subject.id} is not named by a digest`)
  return one(event, 'artifact.attested', { digest, kind: 'signature', status: 'present' })
}

/** A detection has the higher revision, so that a report of the same incident, however late, does not move it. */
function incident(event: Cdevent, type: string, extra: { revision?: number } = {}): Normalised {
  const { id, content } = event.subject
  const service = textOf(fieldsOf(content.service).id)
  const data = {
    incident: id,
    service: service && serviceName(service),
    environment: textOf(fieldsOf(content.environment).id),
    title: type === 'incident.resolved' ? undefined : textOf(content.description),
    version: readArtifactId(textOf(content.artifactId)).version,
    url: webAddress(textOf(content.ticketURI)),
  }
  return { events: [{ ...eventOf(event, type, data), ...extra }] }
}

function one(event: Cdevent, type: string, data: Record<string, unknown>): Normalised {
  return { events: [eventOf(event, type, data)] }
}

function eventOf({ context }: Cdevent, type: string, data: Record<string, unknown>): EventInput {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
  return { id: context.id, source: context.source, type, time: context.timestamp, data: given }
}

function nothing(why: string): Normalised {
  return { events: [], reason: `nothing to record, because ${why}` }
}

/** CDEvents of clusters say daemonset/myapp where other tools say myapp. */
function serviceName(id: string): string {
  return id.trim().replace(KUBERNETES_KIND, '')
}

/** A reference to a repository is its address, else its id within its source. */
function repositoryOf({ id, source, url }: Readonly<Record<string, unknown>>): string | undefined {
  const name = textOf(id)
  const host = textOf(source)
  if (textOf(url)) return textOf(url)
  return name && host?.includes('.') ? `${host.replace(/\/+$/, '')}/${name}` : name
}

function webAddress(text: string | undefined): string | undefined {
  return text && WEB_ADDRESS.test(text) ? text : undefined
}
