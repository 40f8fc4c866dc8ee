import { trustsVerifierOnly } from './attestation.js'
import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { ApprovalFact } from './facts.js'
import { claimOf, foldClaims } from './fold.js'
import { compareText, instantOf, type Instant } from './instant.js'

type Fields = Omit<ApprovalFact, 'id' | 'decidedBy' | 'verified'> & { by: string }

/** Folds the events of one approval. It is decided by its first denial, else by its last grant. */
export function foldApproval(
  id: string,
  events: readonly CanonicalEvent[],
  isTrusted: (source: string) => boolean = trustsVerifierOnly,
): ApprovalFact {
  const { fields } = foldClaims(events.map((event) => claimOf<Fields>(event, approvalFields(event))))
  const decisions = events.filter((event) => event.type === 'approval.decided')
  const decidedBy = decisions.map((event) => (event.data as { by?: string }).by ?? '').filter((by) => by !== '')
  return {
    id,
    service: fields.service ?? '',
    environment: fields.environment ?? '',
    version: fields.version ?? null,
    release: fields.release ?? null,
    deployment: fields.deployment ?? null,
    artifactDigest: fields.artifactDigest ?? null,
    risk: fields.risk ?? '',
    group: fields.group ?? '',
    requestedBy: fields.requestedBy ?? '',
    requestedAt: fields.requestedAt ?? null,
    decidedAt: fields.decidedAt ?? null,
    decision: decisions.some(isDenial) ? 'denied' : (fields.decision ?? ''),
    decidedBy: [...new Set(decidedBy)].sort(compareText),
    automated: fields.automated ?? false,
    verified: decisions.some((event) => isTrusted(event.source)),
  }
}

function isDenial(event: CanonicalEvent): boolean {
  return (event.data as { decision?: string }).decision === 'denied'
}

function approvalFields(event: CanonicalEvent): Partial<Fields> {
  const data = dataOf(event)
  const fields = { ...((event.type === 'fact.corrected' ? data.fields : data) as Partial<Fields>) }
  for (const name of ['requestedAt', 'decidedAt'] as const) if (name in fields) fields[name] = instantOf(fields[name])
  const time: Instant | null = instantOf(event.time)
  if (event.type === 'approval.requested' && time !== null) fields.requestedAt = time
  if (event.type === 'approval.decided' && time !== null) fields.decidedAt = time
  return fields
}
