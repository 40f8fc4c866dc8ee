import { groupBy } from './fold.js'
import { earliest, type Instant } from './instant.js'
import type { Placed } from './timeline.js'

/** When what a rollout broke was mended, by each way of knowing it. */
export type Remedies = {
  rolledBackAt: Instant | null
  rolledBackFirstAfterAt: Instant | null
  hotfixedAt: Instant | null
  revertedAt: Instant | null
  restoredAt: Instant | null
}

/** The remedies of the rollouts of one service; `placed` is in time order. */
export function remediesOf(placed: readonly Placed[], reverts: ReadonlyMap<Placed, Placed>): Map<Placed, Remedies> {
  const remedies = new Map<Placed, Remedies>()
  for (const own of groupBy(placed, ({ report }) => report.environment).values()) {
    const finishes = new Map(own.map((entry) => [entry.report.id, succeededAt(entry)]))
    const finishOf = (id: string | null) => (id === null ? null : (finishes.get(id) ?? null))
    let next: Instant | null = null
    for (const entry of [...own].reverse()) {
      const reverter = reverts.get(entry)
      remedies.set(entry, {
        rolledBackAt: finishOf(entry.rolledBackBy),
        rolledBackFirstAfterAt: finishOf(entry.rolledBackByFirstAfter),
        hotfixedAt: finishOf(entry.needsHotfixBy),
        revertedAt: reverter ? succeededAt(reverter) : null,
        restoredAt: restoredAt(entry, next),
      })
      next = earliest([next, succeededAt(entry)])
    }
  }
  return remedies
}

function restoredAt({ report }: Placed, next: Instant | null): Instant | null {
  if (report.outcome === 'rolled_back') return report.finishedAt
  return report.outcome === 'failed' ? next : null
}

function succeededAt({ report }: Placed): Instant | null {
  return report.outcome === 'succeeded' ? report.finishedAt : null
}
