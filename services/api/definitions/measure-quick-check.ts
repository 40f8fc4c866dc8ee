import { quickCheckKeys, scoreQuickCheck } from '../../metrics/benchmarks/quick-check.js'
import type { Window } from '../../metrics/calendar/calendar.js'
import type { MetricOptions } from '../../metrics/options.js'
import { runMetrics, type MetricValue } from '../../metrics/run-metrics.js'
import type { Scope } from '../../metrics/scope.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

type Question = { scope: Scope; window: Window; options: MetricOptions; edition: string }

/** The quick check of what was measured: deployment frequency per day, the other measures by their value. */
export async function measureQuickCheck(analytics: AnalyticsStore, { edition, ...asked }: Question, now: Date) {
  const request = { ...asked, keys: quickCheckKeys(edition), interval: null, groupBy: [], compare: false }
  const results = await runMetrics(analytics, request, now)
  const totals = new Map(results.map(({ definition, groups }) => [definition.key, { definition, total: groups[0]?.total }]))
  const values = Object.fromEntries([...totals].map(([key, { total }]) => [key, total ? surveyed(total) : null]))
  const check = scoreQuickCheck(edition, values)
  return {
    ...check,
    parts: check.parts.map((part) => {
      const found = totals.get(part.key)
      return { ...part, title: found?.definition.title ?? part.key, unit: found?.definition.unit ?? 'COUNT', n: found?.total?.n ?? 0 }
    }),
  }
}

function surveyed({ value, stats, definition }: MetricValue): number | null {
  return definition.key === 'deployment_frequency' ? (stats.perDay ?? null) : value
}
