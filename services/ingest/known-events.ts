import type { ParsedEvent } from '../domain/event.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { AnalyticsUnavailable } from '../store/analytics/analytics-errors.js'

/**
 * Tells which events came before with the same content: those stored, and those taken in by this process a moment ago.
 * It is information for the sender only; storing an event twice changes nothing.
 */
export interface KnownEvents {
  /** Whether each was known, in order; later ones of the list count as known if they repeat an earlier one. */
  check(events: readonly ParsedEvent[]): Promise<boolean[]>
  remember(events: readonly ParsedEvent[]): void
}

const MAX_RECENT = 100_000
const MAX_A_QUERY = 5_000

export function createKnownEvents(analytics: AnalyticsStore): KnownEvents {
  const recent = new Set<string>()

  async function findStored(events: readonly ParsedEvent[]): Promise<Set<string>> {
    const unknown = events.filter((event) => !recent.has(keyOf(event))).slice(0, MAX_A_QUERY)
    if (unknown.length === 0) return new Set()
    const rows = await analytics
      .query<{ source: string; id: string; hash: string }>(
        `SELECT source, id, content_hash AS hash FROM events
         WHERE source IN {sources:Array(String)} AND id IN {ids:Array(String)}`,
        { sources: [...new Set(unknown.map(({ source }) => source))], ids: unknown.map(({ id }) => id) },
      )
      .catch((error: unknown) => {
        if (error instanceof AnalyticsUnavailable) return []
        throw error
      })
    return new Set(rows.map(({ source, id, hash }) => keyOf({ source, id, contentHash: hash })))
  }

  return {
    async check(events) {
      const stored = await findStored(events)
      const seen = new Set<string>()
      return events.map((event) => {
        const key = keyOf(event)
        const known = seen.has(key) || recent.has(key) || stored.has(key)
        seen.add(key)
        return known
      })
    },
    remember(events) {
      for (const event of events) recent.add(keyOf(event))
      for (const key of recent) {
        if (recent.size <= MAX_RECENT) break
        recent.delete(key)
      }
    },
  }
}

function keyOf({ source, id, contentHash }: Pick<ParsedEvent, 'source' | 'id' | 'contentHash'>): string {
  return JSON.stringify([source, id, contentHash])
}
