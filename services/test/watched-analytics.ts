import type { AnalyticsStore } from '../store/analytics/analytics-store.js'

/** The same store as one of which nothing is remembered yet; `watch` sees each statement before it is asked. */
export function watchedAnalytics(analytics: AnalyticsStore, watch: (sql: string, params: Record<string, unknown>) => void): AnalyticsStore {
  return {
    ...analytics,
    query(sql, params, settings) {
      watch(sql, params ?? {})
      return analytics.query(sql, params, settings)
    },
  }
}
