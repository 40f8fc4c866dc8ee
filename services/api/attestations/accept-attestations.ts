import { setImmediate } from 'node:timers/promises'
import { assess, type Assessment } from '../../attestations/assess.js'
import { DocumentError } from '../../attestations/document.js'
import { readBody } from '../../attestations/read-body.js'
import type { AttestationTrust } from '../../attestations/trust.js'
import type { TeamLimit } from '../../auth/teams/team-limit.js'
import { scopeOf } from '../../domain/scopes.js'
import type { Inbox } from '../../ingest/inbox.js'
import { scrubText } from '../../ingest/scrub.js'
import { OWN_EVENTS } from '../../ingest/steps/interpret.js'
import { parseEvent } from '../../integrations/events/parse.js'
import { problemOf } from '../../integrations/events/undecodable.js'
import { AnalyticsUnavailable } from '../../store/analytics/analytics-errors.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { knownArtifacts } from './known-artifacts.js'
import { verdictEvents, type GivenVerdicts, type VerdictEvent } from './verdict-events.js'

export interface AttestationItem {
  /** Place of the document in the request, from 0. */
  index: number
  digest: string
  kind: string
  status: string
  reason: string
  /** Whether the digest is that of a known artifact, and the one that was given if one was. */
  matched: boolean
}

export interface AttestationsReceipt {
  accepted: number
  duplicates: number
  rejected: { index: number; error: string }[]
  items: AttestationItem[]
}

export type AttestationsAnswer =
  | { ok: true; receipt: AttestationsReceipt }
  | { ok: false; rejected: AttestationsReceipt['rejected']; whole: string | null }

export interface AttestationsRequest {
  body: Buffer
  contentType: string
  /** The digest that the sender gave for the documents. */
  claimed: string | null
  sender: string
  receivedAt: Date
  newId: () => string
}

interface Deps {
  inbox: Pick<Inbox, 'add'>
  analytics: AnalyticsStore
  given: GivenVerdicts
  trust: AttestationTrust
  /** Why the sender may not speak of each, in order; null where it may. */
  refusals: TeamLimit['refusals']
}

type Judged = { index: number; document: string; assessment: Assessment; events: VerdictEvent[] }

/** Facts of one request; more are to be sent in several. */
const MAX_EVENTS = 5_000

/** Reads and judges every document of a request and commits the verdicts to the inbox as canonical events. */
export async function acceptAttestations(deps: Deps, request: AttestationsRequest): Promise<AttestationsAnswer> {
  const read = readBody(request.body, request.contentType)
  if ('error' in read) return { ok: false, rejected: [], whole: read.error }
  const { judged, rejected } = await withoutRefused(await judgeAll(read.items, request, deps.trust), deps)
  if (judged.length === 0) return { ok: false, rejected, whole: null }
  const ids = judged.flatMap(({ events }) => events.map(({ id }) => id))
  const [given, known] = await Promise.all([
    noneIfAway(deps.given.find(ids)),
    noneIfAway(
      knownArtifacts(
        deps.analytics,
        judged.flatMap(({ assessment }) => [...assessment.digests]),
      ),
    ),
  ])
  const fresh = withoutGiven(judged, given)
  if (fresh.length > 0) await store(deps, request, fresh)
  deps.given.remember(ids)
  const accepted = new Set(fresh.map(({ index }) => index)).size
  return { ok: true, receipt: { accepted, duplicates: judged.length - accepted, rejected, items: judged.flatMap((entry) => itemsOf(entry, known)) } }
}

/** Both are information for the sender only, so taking in does not wait for the analytics store. */
async function noneIfAway(found: Promise<Set<string>>): Promise<Set<string>> {
  return await found.catch((error: unknown) => {
    if (error instanceof AnalyticsUnavailable) return new Set<string>()
    throw error
  })
}

type AllJudged = { judged: Judged[]; rejected: AttestationsReceipt['rejected'] }

async function withoutRefused({ judged, rejected }: AllJudged, { refusals }: Deps): Promise<AllJudged> {
  const digests = [...new Set(judged.flatMap(({ assessment }) => assessment.digests))]
  const reasons = await refusals(digests.map((digest) => ({ scopes: [scopeOf.digest(digest)] })))
  const reasonOf = new Map(digests.map((digest, place) => [digest, reasons[place]]))
  const refused = judged.flatMap(({ index, assessment }) => {
    const error = assessment.digests.map((digest) => reasonOf.get(digest)).find((reason) => typeof reason === 'string')
    return error ? [{ index, error }] : []
  })
  const out = new Set(refused.map(({ index }) => index))
  return { judged: judged.filter(({ index }) => !out.has(index)), rejected: [...rejected, ...refused] }
}

async function judgeAll(items: readonly unknown[], request: AttestationsRequest, trust: AttestationTrust): Promise<AllJudged> {
  const judged: Judged[] = []
  const rejected: AttestationsReceipt['rejected'] = []
  let events = 0
  for (const [index, item] of items.entries()) {
    // Verification is computation; others get their turn between two documents.
    await setImmediate()
    const one = judge(item, request, trust)
    if (typeof one === 'string') rejected.push({ index, error: one })
    else if ((events += one.events.length) > MAX_EVENTS)
      rejected.push({ index, error: `the request speaks of more than ${MAX_EVENTS} artifacts; send the rest in another` })
    else judged.push({ index, document: scrubText(JSON.stringify(item)), ...one })
  }
  return { judged, rejected }
}

function judge(item: unknown, { claimed, receivedAt }: AttestationsRequest, trust: AttestationTrust): Omit<Judged, 'index' | 'document'> | string {
  const problem = problemOf(item)
  if (problem !== undefined) return problem
  try {
    const assessment = assess(item, trust, claimed)
    const events = verdictEvents(assessment, receivedAt, trust.version)
    const errors = events.flatMap((event) => {
      const parsed = parseEvent(event, { now: receivedAt })
      return parsed.ok ? [] : parsed.errors
    })
    return errors.length > 0 ? errors.map(({ message }) => message).join('; ') : { assessment, events }
  } catch (error) {
    if (error instanceof DocumentError) return error.message
    throw error
  }
}

/** What is new; of verdicts that come twice in the request the first. */
function withoutGiven(judged: readonly Judged[], given: ReadonlySet<string>): Judged[] {
  const seen = new Set(given)
  return judged.flatMap((entry) => {
    const events = entry.events.filter(({ id }) => !seen.has(id))
    for (const { id } of events) seen.add(id)
    return events.length > 0 ? [{ ...entry, events }] : []
  })
}

/** The document itself goes beside the first of its events: kept with the delivery, not a part of the event. */
async function store({ inbox }: Deps, { sender, newId, receivedAt }: AttestationsRequest, fresh: readonly Judged[]): Promise<void> {
  const items = fresh.flatMap(({ events, document }) => events.map((event, place) => (place === 0 ? { ...event, document } : event)))
  await inbox.add({
    integration: OWN_EVENTS,
    source: sender,
    deliveryId: newId(),
    receivedAt,
    headers: {},
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(items)),
  })
}

function itemsOf({ index, assessment }: Judged, known: ReadonlySet<string>): AttestationItem[] {
  const { digests, kind, status, mismatched } = assessment
  const reason = mismatched === null ? assessment.reason : `It is not about ${mismatched}, the digest that was given. ${assessment.reason}`
  return digests.map((digest) => ({ index, digest, kind, status, reason, matched: mismatched === null && known.has(digest) }))
}
