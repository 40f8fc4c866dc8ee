import { asInstant, asInteger, asName, asSha, asText, at, type Field, isAbsent, optional, optionalName, optionalUrl } from '../../fields.js'
import { type Deployment, readDeployment, readRepository, type Repository } from '../payload.js'

export type WorkflowJob = {
  repository: Repository
  id: number
  runId: number
  /** GitHub numbers the attempts of a run from 1; older Enterprise Servers do not tell. */
  attempt: number
  name: string
  workflowName?: string
  status: string
  conclusion?: string
  headBranch?: string
  headSha: string
  url?: string
  queuedAt?: string
  startedAt: string
  completedAt?: string
  /** The deployment that GitHub made for a job with an environment. */
  deployment?: Deployment
}

export function readWorkflowJob(root: Field): WorkflowJob {
  const job = at(root, 'workflow_job')
  return {
    repository: readRepository(root),
    id: asInteger(at(job, 'id')),
    runId: asInteger(at(job, 'run_id')),
    attempt: optional(at(job, 'run_attempt'), asInteger) ?? 1,
    name: asName(at(job, 'name')),
    workflowName: optionalName(at(job, 'workflow_name')),
    status: asText(at(job, 'status')),
    conclusion: optionalName(at(job, 'conclusion')),
    headBranch: optionalName(at(job, 'head_branch')),
    headSha: asSha(at(job, 'head_sha')),
    url: optionalUrl(at(job, 'html_url')),
    queuedAt: optional(at(job, 'created_at'), asInstant),
    startedAt: asInstant(at(job, 'started_at')),
    completedAt: optional(at(job, 'completed_at'), asInstant),
    deployment: isAbsent(at(root, 'deployment')) ? undefined : readDeployment(root),
  }
}
