import { asInteger, asName, at, type Field, isSha, optional, optionalName, optionalUrl } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { type Account, asTime, type Project, readAccount, readProject } from '../payload.js'
import { type Place, placeOf, projectId, repositoryOf, versionOf } from './project.js'

type Deployment = {
  project: Project
  id: number
  /** The job that deploys; none when the deployment was made by the API. */
  jobId?: number
  status: string
  changedAt: string
  environment: string
  ref?: string
  sha?: string
  user?: Account
  approver?: Account
  comment?: string
  url?: string
}

const OUTCOMES = new Map([
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['skipped', 'skipped'],
])
const DECISIONS = new Map([
  ['approved', 'granted'],
  ['rejected', 'denied'],
])

export function normaliseDeployment(payload: Field, { source, settings }: Context): Normalised {
  const deployment = readDeployment(payload)
  const { project, environment } = deployment
  const place = placeOf(project, environment, settings)
  if (place === undefined) return { events: [], reason: `The settings of this connection leave the environment "${environment}" out.` }
  const shared = sharedData(deployment, place)
  const event = approvalEvent(deployment, shared) ?? rolloutEvent(deployment, { ...shared, repository: repositoryOf(project, settings) })
  if (event === undefined) return { events: [], reason: reasonForNothing(deployment) }
  return { events: [{ ...event, source }] }
}

/** The id of a rollout by a job. Its job and deployment events say the same of one thing. */
export function jobRollout(project: Project, jobId: number): string {
  return identifier('gitlab', projectId(project), 'job', jobId)
}

function sharedData({ project, id, jobId, ref, sha }: Deployment, place: Place): Record<string, unknown> {
  return {
    deployment: jobId === undefined ? identifier('gitlab', projectId(project), 'deployment', id) : jobRollout(project, jobId),
    ...place,
    version: versionOf(ref, false, sha),
  }
}

/** A deployment that waits, and what people say to it, are no outcome: it runs, or is rejected, after that. */
function approvalEvent(deployment: Deployment, shared: Record<string, unknown>): Omit<EventInput, 'source'> | undefined {
  const { project, id, status, changedAt, user, approver, comment } = deployment
  const decision = DECISIONS.get(status)
  if (status !== 'blocked' && decision === undefined) return undefined
  const approval = identifier('gitlab', projectId(project), 'deployment', id, 'approval')
  const data = { ...shared, approval, requestedBy: user?.login }
  if (decision === undefined) return { id: identifier(approval, 'requested'), type: 'approval.requested', time: changedAt, data }
  const by = approver?.login
  if (by === undefined) return undefined
  return {
    id: identifier(approval, status, by, changedAt),
    type: 'approval.decided',
    time: changedAt,
    data: { ...data, decision, by, automated: approver?.isBot, reason: comment },
  }
}

function rolloutEvent(
  { project, id, status, changedAt, sha, user, url }: Deployment,
  shared: Record<string, unknown>,
): Omit<EventInput, 'source'> | undefined {
  const outcome = OUTCOMES.get(status)
  if (outcome === undefined && status !== 'running') return undefined
  const data = { ...shared, commit: sha, trigger: user?.isBot ? 'automatic' : undefined, actor: user?.login, url }
  const event = { id: identifier('deployment', projectId(project), id, status), time: changedAt }
  if (outcome === undefined) return { ...event, type: 'deployment.started', data }
  return { ...event, type: 'deployment.finished', data: { ...data, outcome } }
}

function reasonForNothing({ id, status, approver }: Deployment): string {
  if (status === 'created') return `Deployment ${id} is only planned; it counts when it runs, which may be never.`
  if (DECISIONS.has(status) && approver === undefined) return `Deployment ${id} was ${status}, but the payload does not say by whom.`
  return `Deployment ${id} has the status "${status}", which says nothing about how the rollout went.`
}

function readDeployment(root: Field): Deployment {
  const comment = optionalName(at(root, 'approval', 'comment'))
  return {
    project: readProject(root),
    id: asInteger(at(root, 'deployment_id')),
    jobId: optional(at(root, 'deployable_id'), asInteger),
    status: asName(at(root, 'status')),
    changedAt: asTime(at(root, 'status_changed_at')),
    environment: asName(at(root, 'environment')),
    ref: optionalName(at(root, 'ref')),
    sha: readSha(root),
    user: optional(at(root, 'user'), readAccount),
    approver: optional(at(root, 'approver'), readAccount),
    comment,
    url: optionalUrl(at(root, 'deployable_url')),
  }
}

/** The whole sha stands only in the commit's address. Part of one is still enough to find the commit by. */
function readSha(root: Field): string | undefined {
  const last = optionalUrl(at(root, 'commit_url'))?.split('/').at(-1) ?? ''
  if (isSha(last)) return last.toLowerCase()
  const short = optionalName(at(root, 'short_sha')) ?? ''
  return /^[0-9a-f]{7,64}$/i.test(short) ? short.toLowerCase() : undefined
}
