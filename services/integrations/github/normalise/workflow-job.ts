import type { EventInput, Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import type { Deployment } from '../payload.js'
import { readWorkflowJob, type WorkflowJob } from '../payload/job.js'
import type { DeployJob, GithubSettings } from '../settings.js'
import { OUTCOMES, revisionOf } from './attempts.js'
import { deploymentData } from './deployment.js'
import { identifier } from '../../identifier.js'
import { serviceOf, versionOf } from './rollout.js'

/** A job of an environment has a deployment of GitHub's own, to which it adds its true start; a declared job is one itself. */
export function normaliseWorkflowJob(payload: Field, { source, action, settings }: Context): Normalised {
  const job = readWorkflowJob(payload)
  if (job.deployment !== undefined) return ofEnvironment(job, job.deployment, action, settings, source)
  const declared = settings.deployJobs.filter((one) => matches(one, job))
  const reason = reasonForNothing(job, action, declared.length > 0)
  if (reason !== undefined) return { events: [], reason }
  return { events: declared.flatMap((one) => toEvents(job, action, one, settings, source)) }
}

function ofEnvironment(job: WorkflowJob, deployment: Deployment, action: string, settings: GithubSettings, source: string): Normalised {
  if (action !== 'in_progress') {
    return {
      events: [],
      reason: `Job "${job.name}" belongs to deployment ${deployment.id}, whose statuses say how it goes; of the job only the start is used.`,
    }
  }
  const data = { ...deploymentData(deployment, settings), trigger: undefined, url: job.url }
  const id = identifier('workflow-job', job.repository.fullName, job.id, 'in_progress')
  return { events: [{ id, source, type: 'deployment.started', time: job.startedAt, data }] }
}

function matches({ name, workflow, repository, branch }: DeployJob, job: WorkflowJob): boolean {
  const isHere = repository === undefined || repository.toLowerCase() === job.repository.fullName.toLowerCase()
  const isOfWorkflow = workflow === undefined || workflow === job.workflowName
  return name === job.name && isHere && isOfWorkflow && (branch === undefined || branch === job.headBranch)
}

function reasonForNothing(job: WorkflowJob, action: string, isDeclared: boolean): string | undefined {
  const { name, repository, conclusion, completedAt } = job
  if (!isDeclared) {
    return `Job "${name}" of ${repository.fullName} is not declared as a deployment. If it deploys without an environment of GitHub's, add it to deployJobs in the settings of this connection.`
  }
  if (action === 'queued' || action === 'in_progress') return undefined
  if (action !== 'completed') return `Job "${name}" is only ${action || 'announced'}; it counts once it is queued, in progress or completed.`
  if (conclusion === undefined || completedAt === undefined) return `Job "${name}" says it is completed, but not how and when it ended.`
  if (!OUTCOMES.has(conclusion)) return `Job "${name}" ended as "${conclusion}", which is not an end of a rollout.`
  return undefined
}

function toEvents(job: WorkflowJob, action: string, declared: DeployJob, settings: GithubSettings, source: string): EventInput[] {
  const { repository, id, runId, attempt, name, startedAt, queuedAt } = job
  const { environment } = declared
  const service = declared.service ?? serviceOf(repository, settings)
  const deployment = identifier('github', repository.fullName, 'run', runId, 'job', name, service, environment)
  const data = { ...jobData(job), deployment, service, environment }
  const event = (what: string, type: string, time: string, revision: number, extra = {}) => {
    const ownId = identifier('workflow-job', repository.fullName, id, attempt, what, service, environment)
    return { id: ownId, source, type, time, revision, data: { ...data, ...extra } }
  }
  const stage = { name: 'queued', status: 'queued' }
  const queued = queuedAt === undefined ? [] : [event('queued', 'deployment.progressed', queuedAt, attempt, { stage })]
  if (action === 'queued') return queuedAt === undefined ? [event('queued', 'deployment.progressed', startedAt, attempt, { stage })] : queued
  if (action === 'in_progress') return [...queued, event('in_progress', 'deployment.started', startedAt, attempt)]
  const outcome = outcomeOf(job, declared)
  const revision = revisionOf(outcome, attempt)
  return [
    ...queued,
    event('started', 'deployment.started', startedAt, revision),
    event('finished', 'deployment.finished', job.completedAt ?? startedAt, revision, { outcome }),
  ]
}

/** A job that is allowed to fail leaves things as they were when it does. */
function outcomeOf({ conclusion }: WorkflowJob, { allowedToFail }: DeployJob): string | undefined {
  const outcome = OUTCOMES.get(conclusion ?? '')
  return outcome === 'failed' && allowedToFail ? 'skipped' : outcome
}

function jobData({ repository, headSha, headBranch, url }: WorkflowJob): Record<string, unknown> {
  return { version: versionOf(headBranch, headSha), commit: headSha, repository: repository.address, url }
}
