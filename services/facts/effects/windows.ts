/** A rollout that had an effect on its environment. Times are epoch milliseconds. */
export type Rollout = {
  id: string
  regions: readonly string[]
  /** As kept with the deployment. */
  anchor: number
  startedAt: number
  /** When it served all traffic, else its end; null while it runs. */
  servedAt: number | null
  isSucceeded: boolean
}

/** Whole minutes, from inclusive and to exclusive, as epoch milliseconds. */
export type Span = { from: number; to: number }

export type EffectWindow = { rollout: Rollout; before: Span; after: Span }

const MINUTE_MS = 60_000
export const SIDE_MS = 30 * MINUTE_MS

/**
 * The minutes that a rollout is judged by: 30 before it started, but none in which one before it was still on its way, and 30
 * after it served all traffic, or fewer where the next one began. `others` are those of its service and environment; those
 * that are further away than the minutes do not matter. Null for one that did not succeed.
 */
export function effectWindow(rollout: Rollout, others: readonly Rollout[]): EffectWindow | null {
  const { startedAt, servedAt } = rollout
  if (!rollout.isSucceeded || servedAt === null) return null
  const near = others.filter((other) => other.id !== rollout.id && meet(other, rollout))
  const earlier = near.filter((other) => startsBefore(other, rollout)).map((other) => other.servedAt ?? -Infinity)
  const later = near.filter((other) => startsBefore(rollout, other)).map((other) => other.startedAt)
  return {
    rollout,
    before: wholeMinutes(Math.max(startedAt - SIDE_MS, ...earlier), startedAt),
    after: wholeMinutes(servedAt, Math.min(servedAt + SIDE_MS, ...later)),
  }
}

function startsBefore(a: Rollout, b: Rollout): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id)
}

function meet(a: Rollout, b: Rollout): boolean {
  return a.regions.length === 0 || b.regions.length === 0 || a.regions.some((region) => b.regions.includes(region))
}

function wholeMinutes(from: number, to: number): Span {
  const first = Math.ceil(from / MINUTE_MS) * MINUTE_MS
  return { from: first, to: Math.max(first, Math.floor(to / MINUTE_MS) * MINUTE_MS) }
}
