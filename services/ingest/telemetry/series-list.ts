import { LRUCache } from 'lru-cache'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { TelemetryPoint } from './point.js'

const REMEMBERED = 100_000
const AGAIN_MS = 3_600_000

/** Writes down which series exist, each once an hour, so that a mapping can be tried on what is really sent. */
export function createSeriesList({ analytics, now }: { analytics: AnalyticsStore; now: () => Date }) {
  const seen = new LRUCache<string, true>({ max: REMEMBERED, ttl: AGAIN_MS, perf: { now: () => now().getTime() } })
  return {
    async note(points: readonly TelemetryPoint[], source: string): Promise<void> {
      const rows = points.flatMap(({ metric, labels, series, temporality, at, distribution }) => {
        const key = `${source}\n${series}`
        if (seen.has(key)) return []
        seen.set(key, true)
        return [{ source, metric, series, labels, temporality, histogram: distribution !== null, last_at: new Date(at).toISOString() }]
      })
      if (rows.length > 0) await analytics.insert('telemetry_series', rows)
    },
  }
}
