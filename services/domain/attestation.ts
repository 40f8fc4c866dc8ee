import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { FieldState } from './facts.js'
import { groupBy } from './fold.js'
import { compareText, instantOf, type Instant } from './instant.js'

/** The source of what Windsock verified itself; no sender may speak under it. */
export const VERIFIER_SOURCE = 'windsock/verifier'

export type AttestationStatus = Exclude<FieldState, 'absent'>

/** Where an artifact came from, as a provenance statement has it. */
export type StatedOrigin = { repository: string | null; commit: string | null; builder: string | null; buildUrl: string | null }

/** What is known of one document that states something about an artifact. */
export type AttestationFact = {
  /** Hash of the document, empty where the sender told only of it. */
  attestation: string
  kind: string
  status: AttestationStatus
  signed: boolean
  predicateType: string
  issuer: string
  identity: string
  /** Why it is invalid, or how it was verified. */
  reason: string
  url: string
  source: string
  revision: number
  at: Instant
  origin: StatedOrigin
}

export function trustsVerifierOnly(source: string): boolean {
  return source === VERIFIER_SOURCE
}

/**
 * One entry for each document and kind, the one that decides its kind first. Of several verdicts on one document the last by
 * (revision, time) holds, and only a trusted source gives verdicts: whatever another says is `present`.
 */
export function foldAttestations(events: readonly CanonicalEvent[], isTrusted: (source: string) => boolean): AttestationFact[] {
  const said = events.filter((event) => event.type === 'artifact.attested').map((event) => ({ event, fact: attestationOf(event, isTrusted) }))
  const documents = groupBy(said, ({ fact }) => JSON.stringify([fact.kind, fact.attestation || [fact.source, fact.url]]))
  const facts = [...documents.values()].map((verdicts) => {
    const trusted = verdicts.filter(({ event }) => isTrusted(event.source))
    return (trusted.length > 0 ? trusted : verdicts).reduce((last, next) => (compareVerdicts(last, next) <= 0 ? next : last)).fact
  })
  return [...groupBy(facts, ({ kind }) => kind)].sort(([a], [b]) => compareText(a, b)).flatMap(([, own]) => byWeight(own))
}

/** The state of a kind of attestation, by the one that decides it. */
export function stateOfKind(attestations: readonly AttestationFact[], kind: string): FieldState {
  return attestations.find((attestation) => attestation.kind === kind)?.status ?? 'absent'
}

/** The provenance statements that may be believed: the verified ones if verified is what they come to, else those unverified. */
export function believedProvenance(attestations: readonly AttestationFact[]): AttestationFact[] {
  const state = stateOfKind(attestations, 'provenance')
  const wanted = state === 'verified' ? 'verified' : 'present'
  return attestations.filter(({ kind, status }) => kind === 'provenance' && status === wanted)
}

type Said = { event: CanonicalEvent; fact: AttestationFact }

function compareVerdicts({ event: a, fact: first }: Said, { event: b, fact: second }: Said): number {
  return (
    a.revision - b.revision ||
    first.at - second.at ||
    compareText(a.contentHash, b.contentHash) ||
    compareText(a.source, b.source) ||
    compareText(a.id, b.id)
  )
}

const WEIGHT: Record<AttestationStatus, number> = { present: 0, invalid: 1, verified: 2 }

/**
 * Verified outranks invalid, so that nobody undoes a good attestation by posting a bad one beside it; a document that turned
 * out invalid has lost its own verdict of verified before. Both outrank what nobody checked.
 */
function byWeight(facts: readonly AttestationFact[]): AttestationFact[] {
  return [...facts].sort((a, b) => WEIGHT[b.status] - WEIGHT[a.status] || b.revision - a.revision || b.at - a.at || compareFacts(a, b))
}

function compareFacts(a: AttestationFact, b: AttestationFact): number {
  return compareText(a.attestation, b.attestation) || compareText(a.source, b.source) || compareText(a.url, b.url)
}

function attestationOf(event: CanonicalEvent, isTrusted: (source: string) => boolean): AttestationFact {
  const data = dataOf(event)
  const text = (field: string) => (typeof data[field] === 'string' ? (data[field] as string) : '')
  const status = text('status')
  const isVerdict = isTrusted(event.source) && (status === 'verified' || status === 'invalid')
  return {
    attestation: text('attestation'),
    kind: text('kind'),
    status: isVerdict ? status : 'present',
    signed: data.signed === true,
    predicateType: text('predicateType'),
    issuer: text('issuer'),
    identity: text('identity'),
    reason: text('reason'),
    url: text('url'),
    source: event.source,
    revision: event.revision,
    at: instantOf(event.time) ?? 0,
    origin: originOf(data.origin),
  }
}

function originOf(stated: unknown): StatedOrigin {
  const { repository, commit, builder, buildUrl } = (stated ?? {}) as { [field in keyof StatedOrigin]?: string }
  return { repository: repository ?? null, commit: commit ?? null, builder: builder ?? null, buildUrl: buildUrl ?? null }
}
