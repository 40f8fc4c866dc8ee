import { decidedAs, decisionOf, verdictsOf, type Decision, type Verdict } from './approval-decision.js'
import { trustsVerifierOnly } from './attestation.js'
import { correctedValue } from './corrections.js'
import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { ApprovalFact, WorkspaceRules } from './facts.js'
import { claimOf, foldClaims } from './fold.js'
import { compareText, instantOf, latest, type Instant } from './instant.js'

type Fields = Pick<
  ApprovalFact,
  'service' | 'environment' | 'version' | 'release' | 'deployment' | 'artifactDigest' | 'risk' | 'group' | 'requestedBy' | 'requestedAt' | 'automated'
>

/** Folds the events of one approval, and the corrections of it. */
export function foldApproval(
  id: string,
  events: readonly CanonicalEvent[],
  rules: Pick<WorkspaceRules, 'isTrustedSource' | 'quorums'>,
): ApprovalFact {
  const { isTrustedSource: isTrusted = trustsVerifierOnly, quorums } = rules
  const { fields } = foldClaims(events.map((event) => claimOf<Fields>(event, approvalFields(event))))
  const verdicts = verdictsOf(events)
  const requestedAt = fields.requestedAt ?? null
  const withdrawnAt = latest(events.map((event) => (event.type === 'approval.withdrawn' ? instantOf(event.time) : null)))
  const told = decisionOf(verdicts, quorums.get(fields.group ?? '') ?? 1)
  const decided = corrected(told, events, (verdict) => decidedAs(verdict, verdicts, 1))
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
    requestedAt,
    decidedAt: decided?.at ?? null,
    decision: decided?.decision ?? '',
    withdrawnAt: decided === null && (withdrawnAt ?? 0) >= (requestedAt ?? 0) ? withdrawnAt : null,
    decidedBy: [...new Set(verdicts.map((verdict) => verdict.fields.by ?? ''))].filter((by) => by !== '').sort(compareText),
    automated: fields.automated ?? false,
    verified: events.some((event) => event.type === 'approval.decided' && isTrusted(event.source)),
  }
}

/** The decision as a person says it was; where nobody tells when, it was made when they said so. */
function corrected(told: Decision | null, events: readonly CanonicalEvent[], otherwise: (verdict: Verdict) => Decision | null): Decision | null {
  const corrections = events.filter((event) => event.type === 'fact.corrected')
  const verdict = correctedValue(corrections, 'decision') as Verdict | undefined
  const decision = verdict ?? told?.decision
  if (decision === undefined) return null
  const at = instantOf(correctedValue(corrections, 'decidedAt')) ?? (decision === told?.decision ? told : (otherwise(decision) ?? told))?.at
  return { decision, at: at ?? saidAt(corrections) }
}

function saidAt(corrections: readonly CanonicalEvent[]): Instant {
  const deciding = corrections.filter((event) => correctedValue([event], 'decision') !== undefined)
  return Math.max(...deciding.map((event) => instantOf(event.time) ?? 0))
}

function approvalFields(event: CanonicalEvent): Partial<Fields> {
  const data = dataOf(event)
  const fields = { ...((event.type === 'fact.corrected' ? data.fields : data) as Partial<Fields>) }
  fields.requestedAt = instantOf(event.type === 'approval.requested' ? event.time : fields.requestedAt)
  return fields
}
