import { headerValue, IntegrationError, type NormaliseInput } from '../integration.js'
import type { Normalised } from '../result.js'
import { asText, at, type Field, optional, rootField } from '../fields.js'
import { normaliseCheckRun, normaliseCheckSuite, normaliseStatus } from './normalise/check.js'
import { normaliseDeploymentReview } from './normalise/deployment-review.js'
import { normaliseDeploymentStatus } from './normalise/deployment-status.js'
import { normaliseDeployment } from './normalise/deployment.js'
import { explain } from './normalise/explain.js'
import { normaliseIssue } from './normalise/issue.js'
import { normalisePullRequestReview } from './normalise/pull-request-review.js'
import { normalisePullRequest } from './normalise/pull-request.js'
import { normalisePush } from './normalise/push.js'
import { normaliseRelease } from './normalise/release.js'
import { normaliseWorkflowJob } from './normalise/workflow-job.js'
import { normaliseWorkflowRun } from './normalise/workflow-run.js'
import { type GithubSettings, readSettings } from './settings.js'

/** What every mapping gets. `source` is that of the events, `action` is empty where GitHub sends none. */
export type Context = { source: string; action: string; settings: GithubSettings }

type Mapping = (payload: Field, context: Context) => Normalised

const mappings = new Map<string, Mapping>([
  ['push', normalisePush],
  ['pull_request', normalisePullRequest],
  ['deployment', normaliseDeployment],
  ['deployment_status', normaliseDeploymentStatus],
  ['workflow_run', normaliseWorkflowRun],
  ['workflow_job', normaliseWorkflowJob],
  ['release', normaliseRelease],
  ['check_run', normaliseCheckRun],
  ['check_suite', normaliseCheckSuite],
  ['status', normaliseStatus],
  ['deployment_review', normaliseDeploymentReview],
  ['pull_request_review', normalisePullRequestReview],
  ['issues', normaliseIssue],
])

export function normalise({ headers, body, source, settings }: NormaliseInput): Normalised {
  const event = headerValue(headers, 'x-github-event')
  if (event === null) throw new IntegrationError('bad_payload', 'The X-GitHub-Event header is missing, so nobody can tell what this delivery is.')
  const payload = rootField(body)
  const action = optional(at(payload, 'action'), asText) ?? ''
  const mapping = mappings.get(event)
  if (mapping === undefined) return explain(event, action)
  return mapping(payload, { source: `github/${source}`, action, settings: readSettings(settings) })
}
