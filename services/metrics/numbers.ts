import type { AggregateRow } from './measure.js'

/** A count of the engine as a number; exact, since counts stay below 2^53. */
export function countOf(row: AggregateRow, name: string): number {
  return Number(row[name] ?? 0)
}

/** A quantile or sum that may be missing. */
export function numberOf(row: AggregateRow, name: string): number | null {
  const value = row[name]
  if (value === null || value === undefined) return null
  const number = Number(value)
  return Number.isNaN(number) ? null : number
}

export function toSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000
}

/** The share, or null where there is nothing to take it of. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

const DAY_MS = 86_400_000

/** Days of the window that have passed by now; null when none has. */
export function elapsedDays({ from, to, now }: { from: Date; to: Date; now: Date }): number | null {
  const elapsed = Math.min(to.getTime(), now.getTime()) - from.getTime()
  return elapsed > 0 ? elapsed / DAY_MS : null
}
