import type { AttestationStatus } from '../domain/attestation.js'

/** What came of looking at the signatures of a document. */
export interface Verdict {
  status: AttestationStatus
  /** One sentence for a person. */
  reason: string
  issuer: string
  identity: string
}

export function present(reason: string): Verdict {
  return { status: 'present', reason, issuer: '', identity: '' }
}

export function invalid(reason: string, by: { issuer?: string; identity?: string } = {}): Verdict {
  return { status: 'invalid', reason: reason.slice(0, 2_000), issuer: by.issuer ?? '', identity: by.identity ?? '' }
}

export function verified(reason: string, by: { issuer?: string; identity?: string }): Verdict {
  return { status: 'verified', reason: reason.slice(0, 2_000), issuer: by.issuer ?? '', identity: by.identity ?? '' }
}

/** Whether one that is trusted for some repositories may speak for these; without a restriction, for any. */
export function maySpeakFor(allowed: readonly string[] | null, repositories: readonly (string | null)[]): boolean {
  if (allowed === null) return true
  const named = repositories.filter((repository) => repository !== null)
  return named.length > 0 && named.every((repository) => allowed.includes(repository))
}
