import { asInteger, asName, asSha, at, type Field, items, optional, optionalName, optionalUrl } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { type Account, asTime, flag, type Project, readAccount, readProject } from '../payload.js'
import { type DeployRule, type GitlabSettings, isNamed } from '../settings.js'
import { type Job, jobEvents, pipelineTrigger, readEnvironment } from './job.js'
import { isProject, isTrial, projectId, repositoryOf, serviceOf, versionOf } from './project.js'

type Pipeline = {
  project: Project
  id: number
  name?: string
  ref?: string
  isTag: boolean
  sha: string
  source?: string
  status: string
  createdAt: string
  finishedAt?: string
  user?: Account
  url?: string
  jobs: Job[]
}

const OUTCOMES = new Map([
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'skipped'],
])
/** Above the age in seconds that any pipeline reaches. */
const SUCCESS_REVISION = 100_000_000_000

export function normalisePipeline(payload: Field, { source, settings }: Context): Normalised {
  const pipeline = readPipeline(payload)
  if (isTrial(pipeline.ref, pipeline.source)) {
    return { events: [], reason: `Pipeline ${pipeline.id} tries out a merge request, so nothing in it is counted as a deployment.` }
  }
  const declared = settings.deployPipelines.filter((rule) => matches(rule, pipeline))
  const own = declared.flatMap((rule) => pipelineEvents(rule, pipeline, settings, source))
  const events = [...own, ...pipeline.jobs.flatMap((job) => jobEvents(job, settings, source))]
  return events.length > 0 ? { events } : { events, reason: reasonForNothing(pipeline, declared.length > 0) }
}

function matches({ name, project, branch }: DeployRule, pipeline: Pipeline): boolean {
  if (!isProject(pipeline.project, project)) return false
  if (branch !== undefined && branch !== pipeline.ref) return false
  return name === undefined || isNamed(pipeline.name ?? '', name)
}

function pipelineEvents(rule: DeployRule & { environment: string }, pipeline: Pipeline, settings: GitlabSettings, source: string): EventInput[] {
  const { project, id, status, createdAt, finishedAt } = pipeline
  const service = rule.service ?? serviceOf(project, settings)
  const { environment } = rule
  const deployment = identifier('gitlab', projectId(project), 'pipeline', id)
  const data = { deployment, service, environment, ...runData(pipeline, settings) }
  const idOf = (what: string) => identifier('pipeline', projectId(project), id, what, service, environment)
  const started = { id: idOf('started'), source, type: 'deployment.started', time: createdAt, data }
  const outcome = OUTCOMES.get(status)
  if (outcome === undefined || finishedAt === undefined) return status === 'running' ? [started] : []
  const revision = revisionOf(outcome, createdAt, finishedAt)
  const finished = {
    id: idOf(`${status}:${finishedAt}`),
    source,
    type: 'deployment.finished',
    time: finishedAt,
    revision,
    data: { ...data, outcome },
  }
  return [started, finished]
}

function runData({ project, ref, isTag, sha, source, user, url }: Pipeline, settings: GitlabSettings): Record<string, unknown> {
  return {
    version: versionOf(ref, isTag, sha),
    commit: sha,
    repository: repositoryOf(project, settings),
    trigger: pipelineTrigger(source, user),
    actor: user?.login,
    url,
  }
}

/**
 * A pipeline whose jobs are run again ends once more. Its first success outranks every other end, so that running a job of
 * it again neither moves the date nor undoes it; until then the latest end counts.
 */
function revisionOf(outcome: string, createdAt: string, finishedAt: string): number {
  const age = Math.max(Math.floor((Date.parse(finishedAt) - Date.parse(createdAt)) / 1000), 0)
  return outcome === 'succeeded' ? SUCCESS_REVISION - age : age
}

function reasonForNothing({ id, project, status, ref }: Pipeline, isDeclared: boolean): string {
  if (isDeclared) return `Pipeline ${id} is ${status}; it counts when it runs and when it ends.`
  return `Pipeline ${id} of ${project.path} is not declared as a deployment (branch ${ref ?? 'unknown'}), nor is a job of it that has run. If it deploys, use deployJobs or deployPipelines in the settings of this connection.`
}

function readPipeline(root: Field): Pipeline {
  const attributes = at(root, 'object_attributes')
  const pipeline = {
    project: readProject(root),
    id: asInteger(at(attributes, 'id')),
    name: optionalName(at(attributes, 'name')),
    ref: optionalName(at(attributes, 'ref')),
    isTag: flag(at(attributes, 'tag')),
    sha: asSha(at(attributes, 'sha')),
    source: optionalName(at(attributes, 'source')),
    status: asName(at(attributes, 'status')),
    createdAt: asTime(at(attributes, 'created_at')),
    finishedAt: optional(at(attributes, 'finished_at'), asTime),
    user: optional(at(root, 'user'), readAccount),
    url: optionalUrl(at(attributes, 'url')),
  }
  return { ...pipeline, jobs: items(at(root, 'builds')).map((build) => readBuild(build, pipeline)) }
}

function readBuild(build: Field, { project, ref, isTag, sha, source }: Omit<Pipeline, 'jobs'>): Job {
  return {
    project,
    id: asInteger(at(build, 'id')),
    name: asName(at(build, 'name')),
    status: asName(at(build, 'status')),
    ref,
    isTag,
    sha,
    ...readEnvironment(at(build, 'environment')),
    isManual: flag(at(build, 'manual')),
    pipelineSource: source,
    startedAt: optional(at(build, 'started_at'), asTime),
    finishedAt: optional(at(build, 'finished_at'), asTime),
    user: optional(at(build, 'user'), readAccount),
  }
}
