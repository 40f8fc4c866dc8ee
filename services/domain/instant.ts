/** Instants are epoch milliseconds in UTC; a missing one is null. */
export type Instant = number

export function instantOf(text: unknown): Instant | null {
  if (typeof text === 'number') return Number.isFinite(text) ? text : null
  if (typeof text !== 'string') return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}

export function earliest(instants: Iterable<Instant | null>): Instant | null {
  let found: Instant | null = null
  for (const instant of instants) if (instant !== null && (found === null || instant < found)) found = instant
  return found
}

export function latest(instants: Iterable<Instant | null>): Instant | null {
  let found: Instant | null = null
  for (const instant of instants) if (instant !== null && (found === null || instant > found)) found = instant
  return found
}

/** Orders text by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
