/** How long a version has, after it serves all traffic, to send what its service declares. */
export const SEEN_WITHIN_MS = 30 * 60_000
const LATENESS_MS = 2 * 60_000

export type Watched = {
  /** When it served all traffic, epoch milliseconds; null while it does not. */
  servedAt: number | null
  expected: readonly string[]
  seen: readonly string[]
}

/** The indicators that a version was expected to send and did not. None before its time for it is over. */
export function blindSpots({ servedAt, expected, seen }: Watched, now: Date): string[] {
  if (servedAt === null || now.getTime() < servedAt + SEEN_WITHIN_MS + LATENESS_MS) return []
  return [...new Set(expected)].filter((indicator) => !seen.includes(indicator)).sort()
}
