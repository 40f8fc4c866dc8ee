import type { CanonicalEvent } from './event.js'
import type { ChangeFact, DeclaredChange, PullRequest } from './facts.js'
import { claimOf, compareClaims, foldClaims, type Claim } from './fold.js'
import { instantOf } from './instant.js'

export type ChangeClaim = Claim<DeclaredChange>

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

/** Folds the claims about one commit. A pull request is folded field by field as well. */
export function foldChange(claims: readonly ChangeClaim[]): ChangeFact {
  const { fields, receivedAt } = foldClaims(claims)
  const pullRequest: PullRequest = {}
  for (const claim of [...claims].sort(compareClaims)) Object.assign(pullRequest, claim.fields.pullRequest)
  return {
    repository: fields.repository ?? '',
    sha: fields.sha ?? '',
    committedAt: instantOf(fields.committedAt),
    authoredAt: instantOf(fields.authoredAt),
    parents: fields.parents ?? null,
    branch: fields.branch ?? null,
    author: fields.author ?? '',
    title: (fields.message ?? '').split('\n', 1)[0] ?? '',
    files: fields.files ?? null,
    pullRequest: Object.keys(pullRequest).length > 0 ? pullRequest : null,
    receivedAt,
  }
}
