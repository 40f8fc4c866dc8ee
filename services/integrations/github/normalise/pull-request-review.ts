import type { Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type PullRequestReview, readPullRequestReview } from '../payload/review.js'
import { identifier } from '../../identifier.js'

/**
 * Says when a pull request was reviewed. The merge commit is not known yet, so it goes with the commit that was looked at, and
 * both meet by the pull request's number. No commit time is known; the review's own stands in and is never taken for it.
 */
export function normalisePullRequestReview(payload: Field, { source, action }: Context): Normalised {
  const review = readPullRequestReview(payload)
  const reason = reasonForNothing(review, action)
  if (reason !== undefined) return { events: [], reason }
  const { repository, id, commit, submittedAt, reviewer, pullRequest } = review
  const { number, openedAt } = pullRequest
  const firstReviewAt = reviewer?.isBot === true ? undefined : submittedAt
  const approvedAt = review.state === 'approved' ? submittedAt : undefined
  const event = {
    id: identifier('pull-request-review', repository.fullName, number, id),
    source,
    type: 'change.committed',
    time: submittedAt,
    data: { repository: repository.address, sha: commit, committedAt: submittedAt, pullRequest: { number, openedAt, firstReviewAt, approvedAt } },
  }
  return { events: [event] }
}

function reasonForNothing({ state, reviewer, pullRequest }: PullRequestReview, action: string): string | undefined {
  const number = `#${pullRequest.number}`
  if (action === 'dismissed') return `A review of pull request ${number} was dismissed; the approval that follows it is the one that counts.`
  if (action !== 'submitted') return `"${action}" on a review of pull request ${number} changes nothing about when it was reviewed.`
  if (reviewer !== undefined && reviewer.login === pullRequest.author) return `The author of pull request ${number} answered; that is no review.`
  if (reviewer?.isBot === true && state !== 'approved') return `A bot commented on pull request ${number}; a review is one by a person.`
  return undefined
}
