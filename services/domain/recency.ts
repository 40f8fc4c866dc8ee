import { effectiveAt } from './deployment.js'
import type { Instant } from './instant.js'
import type { Placed } from './timeline.js'

/** So much time before an incident shows how often a rollout is recent whatever happens. */
export const CHANCE_BASE_MS = 28 * 86_400_000

/** The last rollout that began no later than the instant and not longer before it than the window; newest first wins. */
export function latestWithin(placed: readonly Placed[], at: Instant, windowMs: number): { entry: Placed; ageMs: number } | null {
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const entry = placed[index] as Placed
    if (effectiveAt(entry.report) > at) continue
    const ageMs = Math.max(0, at - endOf(entry))
    return ageMs <= windowMs ? { entry, ageMs } : null
  }
  return null
}

/** For how many milliseconds of the four weeks before an instant `latestWithin` would have found a rollout. */
export function timeWithin(placed: readonly Placed[], at: Instant, windowMs: number): number {
  const from = at - CHANCE_BASE_MS
  let [next, total] = [at, 0]
  for (let index = placed.length - 1; index >= 0 && next > from; index -= 1) {
    const entry = placed[index] as Placed
    const began = effectiveAt(entry.report)
    if (began >= next) continue
    total += Math.max(0, Math.min(next, Math.max(began, endOf(entry)) + windowMs) - Math.max(from, began))
    next = began
  }
  return total
}

function endOf({ report }: Placed): Instant {
  return report.finishedAt ?? effectiveAt(report)
}
