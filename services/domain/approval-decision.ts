import type { CanonicalEvent } from './event.js'
import { claimOf, compareClaims, groupBy, type Claim } from './fold.js'
import type { Instant } from './instant.js'

export type Verdict = 'granted' | 'denied'
export type Decision = { decision: Verdict; at: Instant }

type Said = Claim<{ decision: Verdict; by: string }>

/** What each approver said in their last revision. */
export function verdictsOf(events: readonly CanonicalEvent[]): Said[] {
  const said = events.flatMap((event) => (event.type === 'approval.decided' ? [claimOf<Said['fields']>(event, event.data)] : []))
  const bodies = groupBy(said, ({ source, eventId }) => `${source}\n${eventId}`)
  const latest = [...bodies.values()].map((own) => own.sort(compareClaims).at(-1) as Said)
  return [...groupBy(latest, ({ fields }) => fields.by ?? '').values()].flatMap((own) => {
    const revision = Math.max(...own.map((claim) => claim.revision))
    return own.filter((claim) => claim.revision === revision)
  })
}

/** An approval is decided by its first refusal, else by the grant that makes its quorum. */
export function decisionOf(verdicts: readonly Said[], quorum: number): Decision | null {
  return decidedAs('denied', verdicts, 1) ?? decidedAs('granted', verdicts, quorum)
}

/** When so many different approvers had said so; null where they have not. */
export function decidedAs(decision: Verdict, verdicts: readonly Said[], quorum: number): Decision | null {
  const alike = verdicts.filter(({ fields }) => fields.decision === decision)
  const firsts = [...groupBy(alike, ({ fields }) => fields.by ?? '').values()].map((own) => Math.min(...own.map(({ time }) => time)))
  const at = firsts.sort((a, b) => a - b)[quorum - 1]
  return at === undefined ? null : { decision, at }
}
