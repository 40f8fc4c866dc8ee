import { asInteger, asName, asSha, asText, at, type Field, isAbsent, optional, optionalName } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { type Account, asTime, flag, type Project, readAccount, readProject } from '../payload.js'
import { type DeployRule, type GitlabSettings, isNamed } from '../settings.js'
import { jobRollout } from './deployment.js'
import { isProject, isTrial, placeOf, projectId, repositoryOf, serviceOf, versionOf } from './project.js'

export type Job = {
  project: Project
  id: number
  name: string
  status: string
  ref?: string
  isTag: boolean
  sha: string
  /** What GitLab says of its environment, where the job has one. */
  environment?: string
  action?: string
  isManual: boolean
  /** What began the pipeline; job events do not say. */
  pipelineSource?: string
  startedAt?: string
  finishedAt?: string
  user?: Account
}

/** A job tells of its tag and of who began it, which its deployment does not. */
const REVISION = 1
const ROLLS_OUT = 'start'
const OUTCOMES = new Map([
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
])

export function normaliseJob(payload: Field, { source, settings }: Context): Normalised {
  const job = readJob(payload)
  const events = jobEvents(job, settings, source)
  return events.length > 0 ? { events } : { events, reason: reasonForNothing(job, settings) }
}

/** Each run of a declared job is a rollout of its own: running an old one again is how GitLab rolls back. */
export function jobEvents(job: Job, settings: GitlabSettings, source: string): EventInput[] {
  if (isTrial(job.ref, job.pipelineSource) || (job.action ?? ROLLS_OUT) !== ROLLS_OUT) return []
  return settings.deployJobs.filter((rule) => matches(rule, job)).flatMap((rule) => ruleEvents(rule, job, settings, source))
}

function matches({ name = '', project, branch }: DeployRule, job: Job): boolean {
  return isNamed(job.name, name) && isProject(job.project, project) && (branch === undefined || branch === job.ref)
}

function ruleEvents(rule: DeployRule, job: Job, settings: GitlabSettings, source: string): EventInput[] {
  const { project, id, startedAt, finishedAt } = job
  const place = placeOfRule(rule, job, settings)
  if (place === undefined) return []
  const data = { deployment: jobRollout(project, id), ...place, ...runData(job, settings) }
  const kind = job.pipelineSource === undefined ? 'job' : 'pipeline-job'
  const idOf = (what: string) => identifier(kind, projectId(project), id, what, place.service, place.environment)
  const outcome = OUTCOMES.get(job.status)
  const started = { id: idOf('started'), source, type: 'deployment.started', time: startedAt ?? '', revision: REVISION, data }
  const finished = {
    id: idOf(job.status),
    source,
    type: 'deployment.finished',
    time: finishedAt ?? '',
    revision: REVISION,
    data: { ...data, outcome },
  }
  const hasStarted = startedAt !== undefined && (job.status === 'running' || outcome !== undefined)
  return [...(hasStarted ? [started] : []), ...(outcome !== undefined && finishedAt !== undefined ? [finished] : [])]
}

function placeOfRule({ environment, service }: DeployRule, job: Job, settings: GitlabSettings): { service: string; environment: string } | undefined {
  const named = job.environment === undefined ? undefined : placeOf(job.project, job.environment, settings)
  const where = environment ?? named?.environment
  if (where === undefined) return undefined
  return { service: service ?? named?.service ?? serviceOf(job.project, settings), environment: where }
}

function runData(job: Job, settings: GitlabSettings): Record<string, unknown> {
  const { project, id, ref, isTag, sha, user } = job
  return {
    version: versionOf(ref, isTag, sha),
    commit: sha,
    repository: repositoryOf(project, settings),
    trigger: triggerOf(job),
    actor: user?.login,
    url: project.url === undefined ? undefined : `${project.url}/-/jobs/${id}`,
  }
}

function triggerOf({ pipelineSource, isManual, user }: Job): string | undefined {
  if (isManual) return user?.isBot ? 'automatic' : 'human'
  return pipelineTrigger(pipelineSource, user)
}

/** `web` and `chat` are a person's, the others a machine's. */
export function pipelineTrigger(source: string | undefined, user: Account | undefined): string | undefined {
  if (source === 'schedule') return 'schedule'
  if (source === undefined) return user?.isBot ? 'automatic' : undefined
  return (source === 'web' || source === 'chat') && !user?.isBot ? 'human' : 'automatic'
}

function reasonForNothing(job: Job, settings: GitlabSettings): string {
  const name = `Job "${job.name}" of ${job.project.path}`
  if (isTrial(job.ref, job.pipelineSource)) return `${name} tries out a merge request, so it is not counted as a deployment.`
  const declared = settings.deployJobs.filter((rule) => matches(rule, job))
  if (declared.length === 0) {
    return `${name} is not declared as a deployment (branch ${job.ref ?? 'unknown'}). Jobs with an environment also send deployment events; others that deploy go into deployJobs in the settings of this connection.`
  }
  if ((job.action ?? ROLLS_OUT) !== ROLLS_OUT) return `${name} does not roll out to its environment: its action is "${job.action}".`
  if (declared.every((rule) => placeOfRule(rule, job, settings) === undefined)) {
    return `${name} says no environment that is not left out. Name one in deployJobs in the settings of this connection.`
  }
  return `${name} is ${job.status}; it counts when it runs and when it ends.`
}

function readJob(root: Field): Job {
  return {
    project: readProject(root),
    id: asInteger(at(root, 'build_id')),
    name: asName(at(root, 'build_name')),
    status: asName(at(root, 'build_status')),
    ref: optionalName(at(root, 'ref')),
    isTag: flag(at(root, 'tag')),
    sha: asSha(at(root, 'sha')),
    ...readEnvironment(at(root, 'environment')),
    isManual: flag(at(root, 'manual')),
    startedAt: readTime(root, 'build_started_at'),
    finishedAt: readTime(root, 'build_finished_at'),
    user: optional(at(root, 'user'), readAccount),
  }
}

export function readEnvironment(field: Field): Pick<Job, 'environment' | 'action'> {
  return { environment: optionalName(at(field, 'name')), action: optional(at(field, 'action'), asText) }
}

/** Newer versions send the same time once more, written as RFC 3339. */
function readTime(root: Field, name: string): string | undefined {
  const iso = at(root, `${name}_iso`)
  return optional(isAbsent(iso) ? at(root, name) : iso, asTime)
}
