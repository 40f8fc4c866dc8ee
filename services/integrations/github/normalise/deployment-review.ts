import type { Normalised } from '../../result.js'
import { clip, type Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type DeploymentReview, readDeploymentReview } from '../payload/review.js'
import type { GithubSettings } from '../settings.js'
import { identifier } from '../../identifier.js'
import { serviceOf, versionOf } from './rollout.js'
import { isOf } from './workflow-run.js'

const DECISIONS = new Map([
  ['approved', 'granted'],
  ['rejected', 'denied'],
])

/** One approval per attempt of a run and environment; running it again asks again. */
export function normaliseDeploymentReview(payload: Field, { source, action, settings }: Context): Normalised {
  const review = readDeploymentReview(payload)
  const reason = reasonForNothing(review, action)
  if (review === undefined || reason !== undefined) return { events: [], reason }
  const { repository, id, attempt } = review.run
  const decision = DECISIONS.get(action)
  const events = review.environments.map((environment) => {
    const parts = [repository.fullName, 'run', id, attempt, environment]
    const data = { ...askedData(review, environment, settings), approval: identifier('github', ...parts) }
    if (decision === undefined)
      return { id: identifier('deployment-review', ...parts, action), source, type: 'approval.requested', time: review.at, data }
    const by = review.approver?.login
    return {
      id: identifier('deployment-review', ...parts, action, by ?? ''),
      source,
      type: 'approval.decided',
      time: review.at,
      data: { ...data, decision, by, automated: review.approver?.isBot, reason: review.comment && clip(review.comment, 2000) },
    }
  })
  return { events }
}

function askedData({ run, reviewers, requestor }: DeploymentReview, environment: string, settings: GithubSettings): Record<string, unknown> {
  const declared = settings.deployWorkflows.find((workflow) => workflow.environment === environment && isOf(workflow, run))
  return {
    service: declared?.service ?? serviceOf(run.repository, settings),
    environment,
    version: versionOf(run.headBranch, run.headSha),
    group: reviewers.length === 0 ? undefined : clip(reviewers.join(', '), 512),
    requestedBy: requestor,
  }
}

function reasonForNothing(review: DeploymentReview | undefined, action: string): string | undefined {
  if (review === undefined) return 'This deployment review does not name its workflow run, so nobody can tell what waits for it.'
  if (review.environments.length === 0) return `This review of run ${review.run.id} names no environment, so nobody can tell what waits for it.`
  if (action === 'requested') return undefined
  if (!DECISIONS.has(action)) return `"${action}" on a deployment review neither asks for an approval nor decides one.`
  return review.approver === undefined ? `This review of run ${review.run.id} does not say who decided.` : undefined
}
