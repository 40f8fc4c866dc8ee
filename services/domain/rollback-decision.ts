import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import { compareText, instantOf, type Instant } from './instant.js'
import type { Placed } from './timeline.js'

/** When a rollback was asked for, by whom. */
type RollbackDecision = {
  environment: string
  deployment: string | null
  version: string | null
  at: Instant
  automated: boolean
  by: string
}

export type Decided = { at: Instant; source: 'decided' | 'start'; automated: boolean }

/** Every call to roll back: declared, by the button, or a gate's verdict that was in force. In time order. */
export function rollbackDecisions(events: readonly CanonicalEvent[]): RollbackDecision[] {
  return events.flatMap(decisionOf).sort((a, b) => a.at - b.at || compareText(a.by, b.by) || compareText(a.deployment ?? '', b.deployment ?? ''))
}

function decisionOf(event: CanonicalEvent): RollbackDecision[] {
  const at = instantOf(event.time)
  const isVerdict = event.type === 'gate.decided' && event.data.verdict === 'rollback' && event.data.mode !== 'shadow'
  if (at === null || (event.type !== 'rollback.decided' && !isVerdict)) return []
  const { environment, deployment, version, automated, by } = dataOf(event) as Partial<RollbackDecision>
  return [
    {
      environment: environment ?? '',
      deployment: deployment ?? null,
      version: version ?? null,
      at,
      automated: isVerdict ? true : (automated ?? false),
      by: by ?? '',
    },
  ]
}

/**
 * When the rollback that `entry` is (or, rolled back in place, underwent) was decided: the first call for it since what it
 * takes back began; else the start of the rollback. Null where neither is known.
 */
export function decisionFor(entry: Placed, decisions: readonly RollbackDecision[]): Decided | null {
  const inPlace = entry.report.outcome === 'rolled_back'
  if (entry.kind !== 'rollback' && !inPlace) return null
  const bad = inPlace ? entry : entry.blames
  const from = bad?.report.startedAt ?? bad?.report.finishedAt ?? null
  const until = entry.report.finishedAt
  const first = decisions.find(
    (decision) =>
      decision.environment === entry.report.environment &&
      (from === null || decision.at >= from) &&
      (until === null || decision.at <= until) &&
      concerns(decision, entry, bad),
  )
  if (first) return { at: first.at, source: 'decided', automated: first.automated }
  if (inPlace) {
    const turned = entry.report.stages.find((stage) => stage.status === 'failed' || stage.status === 'rolled_back')
    return turned ? { at: turned.at, source: 'start', automated: entry.report.trigger === 'automatic' } : null
  }
  const { startedAt, trigger } = entry.report
  return startedAt === null ? null : { at: startedAt, source: 'start', automated: trigger === 'automatic' }
}

/** It names the rollback, what the rollback takes back, or nothing but the environment. */
function concerns({ deployment, version }: RollbackDecision, entry: Placed, bad: Placed | null): boolean {
  if (deployment === null && version === null) return true
  const ids = [entry, bad].flatMap((placed) => placed?.report.parts.map((part) => part.deployment) ?? [])
  if (deployment !== null) return ids.includes(deployment)
  return version === bad?.report.version || version === entry.report.version
}
