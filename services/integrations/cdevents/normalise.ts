import { COMMIT_SHA } from '../../domain/commit-sha.js'
import type { Normalised } from '../result.js'
import { readArtifactId } from './artifact-id.js'
import { approvalClosed, approvalCreated } from './normalise/approval.js'
import { buildFinished, published, signed } from './normalise/artifact.js'
import { environmentOf, eventOf, nothing, one, serviceName, webAddress } from './normalise/event.js'
import { run } from './normalise/run.js'
import { testOutput, testRun } from './normalise/test-run.js'
import { ticket } from './normalise/ticket.js'
import { fieldsOf, parseCdevent, readType, textOf, type Cdevent } from './payload.js'

type Mapping = (event: Cdevent) => Normalised

const mappings: Record<string, Mapping> = {
  'service.deployed': deployed,
  'service.upgraded': deployed,
  'service.rolledback': (event) => deployed(event, { kind: 'rollback' }),
  'service.removed': () => nothing('taking a service away is not a deployment'),
  'service.published': () => nothing('it says that a service can be reached, not which version was deployed'),
  'pipelinerun.queued': (event) => run(event, 'queued'),
  'pipelinerun.started': (event) => run(event, 'started'),
  'pipelinerun.finished': (event) => run(event, 'finished'),
  'taskrun.started': (event) => run(event, 'started'),
  'taskrun.finished': (event) => run(event, 'finished'),
  'environment.created': environment,
  'environment.modified': environment,
  'environment.deleted': environment,
  'repository.created': repository,
  'repository.modified': repository,
  'repository.deleted': repository,
  'branch.created': branch,
  'branch.deleted': branch,
  'change.created': proposed,
  'change.updated': proposed,
  'change.reviewed': proposed,
  'change.abandoned': proposed,
  'change.merged': merged,
  'build.queued': building,
  'build.started': building,
  'build.finished': buildFinished,
  'testcaserun.queued': testing,
  'testcaserun.started': testing,
  'testcaserun.finished': (event) => testRun(event, 'testCase'),
  'testcaserun.skipped': (event) => testRun(event, 'testCase', 'skipped'),
  'testsuiterun.queued': testing,
  'testsuiterun.started': testing,
  'testsuiterun.finished': (event) => testRun(event, 'testSuite'),
  'testoutput.published': testOutput,
  'artifact.packaged': published,
  'artifact.published': published,
  'artifact.signed': signed,
  'artifact.downloaded': () => nothing('a download changes nothing about the artifact'),
  'artifact.deleted': () => nothing('what was built and deployed stays on record after its artifact is deleted'),
  'approval.created': approvalCreated,
  'approval.updated': ({ subject }) => nothing(`the approval ${subject.id} is still open; it is decided when it is closed`),
  'approval.closed': approvalClosed,
  'incident.detected': (event) => incident(event, 'incident.detected', { revision: 1 }),
  'incident.reported': (event) => incident(event, 'incident.detected'),
  'incident.resolved': (event) => incident(event, 'incident.resolved'),
  'ticket.created': (event) => ticket(event, 'incident.detected'),
  'ticket.updated': (event) => ticket(event, 'incident.updated'),
  'ticket.closed': (event) => ticket(event, 'incident.resolved'),
}

/** Our events for one CDEvent; throws where it lacks what every CDEvent must have. */
export function normaliseCdevent(item: unknown): Normalised {
  const parsed = parseCdevent(item)
  if (!parsed.ok) throw new Error(`not a CDEvent: ${parsed.errors.map(({ message }) => message).join(', ')}`)
  const type = readType(parsed.event.context.type)
  const name = type && `${type.subject}.${type.predicate}`
  const mapping = name !== undefined && Object.hasOwn(mappings, name) ? mappings[name] : undefined
  return mapping ? mapping(parsed.event) : nothing(`Windsock makes nothing of ${parsed.event.context.type}`)
}

/** Its own id ends the deployment's, since the same artifact may come back to the same environment. */
function deployed(event: Cdevent, extra: { kind?: 'rollback' } = {}): Normalised {
  const { content } = event.subject
  const service = serviceName(event.subject.id)
  const environment = environmentOf(event)
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
  if (!COMMIT_SHA.test(sha)) return nothing(`the change ${sha} is not named by its commit`)
  const repository = repositoryOf(fieldsOf(content.repository))
  if (!repository) return nothing('it does not say in which repository (subject.content.repository)')
  const { timestamp } = event.context
  return one(event, 'change.committed', { repository, sha, committedAt: timestamp, pullRequest: { mergedAt: timestamp } })
}

function environment({ subject }: Cdevent): Normalised {
  return nothing(`the environment ${subject.id} is known from what is deployed to it; its tier and region are declared, not sent`)
}

function repository({ subject }: Cdevent): Normalised {
  return nothing(`the repository ${subject.id} is no change; commits are recorded when they are merged or pushed`)
}

function branch({ subject }: Cdevent): Normalised {
  return nothing(`the branch ${subject.id} changes no commit; commits are recorded when they are merged or pushed`)
}

function building({ subject }: Cdevent): Normalised {
  return nothing(`the build ${subject.id} has no artifact yet`)
}

function testing({ subject }: Cdevent): Normalised {
  return nothing(`the test run ${subject.id} has no result yet`)
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

/** A reference to a repository is its address, else its id within its source. */
function repositoryOf({ id, source, url }: Readonly<Record<string, unknown>>): string | undefined {
  const name = textOf(id)
  const host = textOf(source)
  if (textOf(url)) return textOf(url)
  return name && host?.includes('.') ? `${host.replace(/\/+$/, '')}/${name}` : name
}
