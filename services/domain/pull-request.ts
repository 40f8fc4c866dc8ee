import type { ChangeFact, DeclaredChange, PullRequest } from './facts.js'
import { compareClaims, groupBy, type Claim } from './fold.js'
import { instantOf, type Instant } from './instant.js'

type Times = Pick<PullRequest, 'openedAt' | 'firstReviewAt' | 'approvedAt' | 'mergedAt'>
type ChangeClaim = Claim<DeclaredChange>

/**
 * Whether a claim tells of a review only, of a commit it knows no time of: the review's instant stands in for that of the
 * commit, and the pull request is not merged. A review comes before the merge commit, and names the commit it looked at.
 */
export function standsInForCommit({ fields }: ChangeClaim): boolean {
  const { committedAt, pullRequest } = fields
  if (committedAt === undefined || pullRequest === undefined || pullRequest.mergedAt !== undefined) return false
  return committedAt === pullRequest.firstReviewAt || committedAt === pullRequest.approvedAt
}

/**
 * Joins what is said of one pull request, by repository and number, under whichever of its commits: the first review, and the
 * last approval no later than the merge. Gives what a commit then knows of its pull request.
 */
export function pullRequestTimes(claims: readonly ChangeClaim[]): (change: ChangeFact) => PullRequest | null {
  const groups = groupBy(claims, ({ fields }) => keyOf(fields.repository, fields.pullRequest))
  const times = new Map([...groups].map(([key, own]) => [key, joined(own)]))
  return ({ repository, pullRequest }) => {
    const key = keyOf(repository, pullRequest)
    if (pullRequest === null || key === null) return pullRequest
    const { openedAt: _o, firstReviewAt: _f, approvedAt: _a, mergedAt: _m, ...rest } = pullRequest
    return { ...rest, ...times.get(key) }
  }
}

function keyOf(repository: string | undefined, pullRequest: PullRequest | null | undefined): string | null {
  return pullRequest?.number === undefined ? null : `${repository ?? ''}\n${pullRequest.number}`
}

function joined(claims: readonly ChangeClaim[]): Times {
  const ordered = [...claims].sort(compareClaims)
  const openedAt = said(ordered, 'openedAt').at(-1)
  const mergedAt = said(ordered, 'mergedAt').at(-1)
  const firstReviewAt = inOrder(said(ordered, 'firstReviewAt'))[0]
  const approvedAt = inOrder(said(ordered, 'approvedAt')).findLast((at) => mergedAt === undefined || instantAt(at) <= instantAt(mergedAt))
  return Object.fromEntries(Object.entries({ openedAt, firstReviewAt, approvedAt, mergedAt }).filter(([, at]) => at !== undefined))
}

/** What the claims of the highest revision that speak of it say, in the order of the claims. */
function said(ordered: readonly ChangeClaim[], field: keyof Times): string[] {
  const speaking = ordered.filter(({ fields }) => fields.pullRequest?.[field] !== undefined)
  const revision = speaking.at(-1)?.revision
  return speaking.filter((claim) => claim.revision === revision).flatMap(({ fields }) => fields.pullRequest?.[field] ?? [])
}

function inOrder(times: readonly string[]): string[] {
  return [...times].sort((a, b) => instantAt(a) - instantAt(b))
}

function instantAt(time: string): Instant {
  return instantOf(time) ?? 0
}
