import { approvableKeys, keyNamedBy } from './approvals-of.js'
import { effectiveAt } from './deployment.js'
import type { ApprovalFact } from './facts.js'
import { groupBy } from './fold.js'
import type { Instant } from './instant.js'
import type { Placed } from './timeline.js'

/** Approvals that nobody decided are no longer waited for once every deployment that they are for has ended. */
export function withoutWaitingInVain(approvals: readonly ApprovalFact[], placed: readonly Placed[]): ApprovalFact[] {
  const waits = ({ decidedAt, withdrawnAt }: ApprovalFact) => decidedAt === null && withdrawnAt === null
  if (!approvals.some(waits)) return [...approvals]
  const keyed = placed.flatMap((entry) => approvableKeys(entry.report, entry.releaseId).map((key) => ({ key, entry })))
  const byKey = groupBy(keyed, ({ key }) => key)
  return approvals.map((approval) => {
    const rollouts = waits(approval) ? (byKey.get(keyNamedBy(approval)) ?? []) : []
    return rollouts.length === 0 ? approval : { ...approval, withdrawnAt: endOf(approval, rollouts) }
  })
}

/** What names a release or a digest only may be for a later deployment than those that had ended when it was asked for. */
function endOf({ deployment, requestedAt }: ApprovalFact, rollouts: readonly { entry: Placed }[]): Instant | null {
  const ends = rollouts.map(({ entry: { report } }) => (report.outcome === 'running' ? null : (report.finishedAt ?? effectiveAt(report))))
  const last = ends.reduce((latest, end) => (latest === null || end === null ? null : Math.max(latest, end)))
  if (last === null || requestedAt === null || last >= requestedAt) return last
  return deployment === null ? null : requestedAt
}
