import type { CanonicalEvent } from './event.js'
import type { ChangeFact, DeclaredChange, PullRequest } from './facts.js'
import { cherryPickedFrom, revertedSha } from './commit-message.js'
import { claimOf, compareClaims, foldClaims, groupBy, type Claim } from './fold.js'
import { instantOf } from './instant.js'
import { pullRequestTimes, standsInForCommit } from './pull-request.js'

export type ChangeClaim = Claim<DeclaredChange>

/** How the sources of what providers answer begin. */
export const COMPARE_SOURCE = 'windsock/compare/'

/** What an event says about commits: its own, or those a deployment lists. */
export function changeClaims(event: CanonicalEvent, defaultRepository: string): ChangeClaim[] {
  const data = event.data as Partial<DeclaredChange> & { changes?: DeclaredChange[] }
  if (event.type === 'change.committed') return [claimOf<DeclaredChange>(event, data as DeclaredChange)]
  return (data.changes ?? []).map((change) =>
    claimOf<DeclaredChange>(event, { ...change, repository: change.repository ?? data.repository ?? defaultRepository }),
  )
}

export function changeKey(repository: string, sha: string): string {
  return `${repository}\n${sha}`
}

/**
 * Folds the claims about any commits of any repositories. Commits that name the same pull request share its times; a commit of
 * which nothing is known but that it was reviewed is none yet.
 */
export function foldChanges(claims: readonly ChangeClaim[]): ChangeFact[] {
  const timesOf = pullRequestTimes(claims)
  const byCommit = groupBy(claims, ({ fields }) => changeKey(fields.repository ?? '', fields.sha ?? ''))
  return [...byCommit.values()].flatMap((own) => {
    if (own.every(standsInForCommit)) return []
    const change = foldChange(own.map(withoutStandIn))
    return Object.assign(change, { pullRequest: timesOf(change) })
  })
}

function withoutStandIn(claim: ChangeClaim): ChangeClaim {
  if (!standsInForCommit(claim)) return claim
  const { committedAt: _, ...fields } = claim.fields
  return { ...claim, fields }
}

/** Folds the claims about one commit. A pull request is folded field by field as well. */
function foldChange(claims: readonly ChangeClaim[]): ChangeFact {
  const { fields, receivedAt } = foldClaims(claims)
  const pullRequest: PullRequest = {}
  for (const claim of [...claims].sort(compareClaims)) Object.assign(pullRequest, claim.fields.pullRequest)
  return {
    repository: fields.repository ?? '',
    sha: fields.sha ?? '',
    committedAt: instantOf(fields.committedAt),
    authoredAt: instantOf(fields.authoredAt),
    parents: fields.parents ?? null,
    historyCut: fields.historyCut ?? false,
    compared: claims.some(({ source }) => source.startsWith(COMPARE_SOURCE)),
    branch: fields.branch ?? null,
    author: fields.author ?? '',
    title: (fields.message ?? '').split('\n', 1)[0] ?? '',
    revertedSha: revertedSha(fields.message ?? ''),
    cherryPickedFrom: cherryPickedFrom(fields.message ?? ''),
    files: fields.files ?? null,
    pullRequest: Object.keys(pullRequest).length > 0 ? pullRequest : null,
    receivedAt,
  }
}
