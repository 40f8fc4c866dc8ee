import type { Instant } from '../domain/instant.js'

/** The last instant that DateTime64 holds; later ones are kept in the event and shown as this. */
const LAST_INSTANT = Date.UTC(2299, 11, 31)

export function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(Math.min(Math.max(instant, 0), LAST_INSTANT)).toISOString()
}

export function isoOr(instant: Instant | null, fallback: Instant): string {
  return iso(instant ?? fallback) as string
}
