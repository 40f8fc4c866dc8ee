import { LRUCache } from 'lru-cache'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { TelemetryPoint } from './point.js'
import { createSeriesLimit } from './series-limit.js'

const REMEMBERED = 100_000
const AGAIN_MS = 3_600_000
/** Most series of one source in an hour that are listed though no indicator asks for them. */
const MOST_UNASKED = 10_000

/** Writes down which series exist, each once an hour, so that a mapping can be tried on what is really sent. */
export function createSeriesList({
  analytics,
  now,
  mostUnasked = MOST_UNASKED,
}: {
  analytics: AnalyticsStore
  now: () => Date
  mostUnasked?: number
}) {
  const seen = new LRUCache<string, true>({ max: REMEMBERED, ttl: AGAIN_MS, perf: { now: () => now().getTime() } })
  const unaskedLimit = createSeriesLimit({ most: mostUnasked, now })

  return {
    async note({ asked, unasked }: { asked: readonly TelemetryPoint[]; unasked: readonly TelemetryPoint[] }, source: string): Promise<void> {
      const fresh = new Map<string, TelemetryPoint>()
      for (const point of [...asked, ...unasked.filter(({ series }) => unaskedLimit.admits(series, source))])
        if (!seen.has(`${source}\n${point.series}`)) fresh.set(point.series, point)
      if (fresh.size === 0) return
      const rows = [...fresh.values()].map(({ metric, labels, series, temporality, at, distribution }) => {
        return { source, metric, series, labels, temporality, histogram: distribution !== null, last_at: new Date(at).toISOString() }
      })
      await analytics.insert('telemetry_series', rows)
      for (const series of fresh.keys()) seen.set(`${source}\n${series}`, true)
    },
  }
}
