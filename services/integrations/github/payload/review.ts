import { asInstant, asInteger, asName, asSha, asText, at, type Field, isAbsent, items, optional, optionalName } from '../../fields.js'
import { type Account, readAccount, readRepository, readWorkflowRun, type Repository, type WorkflowRun } from '../payload.js'

export type DeploymentReview = {
  run: WorkflowRun
  environments: string[]
  /** Teams and people who may decide. */
  reviewers: string[]
  requestor?: string
  approver?: Account
  comment?: string
  /** The latest instant in the payload: it names no time of the decision. */
  at: string
}

export type PullRequestReview = {
  repository: Repository
  id: number
  state: string
  reviewer?: Account
  submittedAt: string
  commit: string
  pullRequest: { number: number; author?: string; openedAt: string }
}

/** Undefined where the payload does not say which run waits. */
export function readDeploymentReview(root: Field): DeploymentReview | undefined {
  if (isAbsent(at(root, 'workflow_run'))) return undefined
  const run = readWorkflowRun(root)
  const jobs = [...items(at(root, 'workflow_job_runs')), at(root, 'workflow_job_run')].filter((job) => !isAbsent(job))
  const environments = [at(root, 'environment'), ...jobs.map((job) => at(job, 'environment'))].flatMap((field) => optionalName(field) ?? [])
  const since = optional(at(root, 'since'), asInstant)
  const times = [since, run.updatedAt, ...jobs.map((job) => optional(at(job, 'updated_at'), asInstant))].filter((time) => time !== undefined)
  return {
    run,
    environments: [...new Set(environments)],
    reviewers: items(at(root, 'reviewers')).flatMap((reviewer) => readReviewer(at(reviewer, 'reviewer')) ?? []),
    requestor: optionalName(at(root, 'requestor', 'login')),
    approver: optional(at(root, 'approver'), readAccount) ?? optional(at(root, 'sender'), readAccount),
    comment: optional(at(root, 'comment'), asText),
    at: times.reduce((latest, time) => (Date.parse(time) > Date.parse(latest) ? time : latest), run.startedAt),
  }
}

export function readPullRequestReview(root: Field): PullRequestReview {
  const review = at(root, 'review')
  const pull = at(root, 'pull_request')
  return {
    repository: readRepository(root),
    id: asInteger(at(review, 'id')),
    state: asName(at(review, 'state')).toLowerCase(),
    reviewer: optional(at(review, 'user'), readAccount),
    submittedAt: asInstant(at(review, 'submitted_at')),
    commit: asSha(isAbsent(at(review, 'commit_id')) ? at(pull, 'head', 'sha') : at(review, 'commit_id')),
    pullRequest: {
      number: asInteger(at(pull, 'number')),
      author: optionalName(at(pull, 'user', 'login')),
      openedAt: asInstant(at(pull, 'created_at')),
    },
  }
}

/** A person is known by the login, a team by its name. */
function readReviewer(field: Field): string | undefined {
  return optionalName(at(field, 'login')) ?? optionalName(at(field, 'name'))
}
