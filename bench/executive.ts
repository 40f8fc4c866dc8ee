import { performance } from 'node:perf_hooks'
import { resolveOptions } from '@windsock/services/metrics/options.js'
import { runMetrics, type MetricsRequest } from '@windsock/services/metrics/run-metrics.js'
import { makeMissingDays } from '@windsock/services/metrics/days/make-days.js'
import type { AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'

const NOW = new Date('2026-11-01T00:00:00Z')
const TO = new Date('2026-10-01T00:00:00Z')
const DAY_MS = 86_400_000

export type Timing = { median: number; p95: number; runs: number }

/**
 * The executive question as the dashboard asks it: the five measures in daily buckets over 90 days, grouped by team. The window
 * begins with a day and ends in the middle of one, so much earlier than noon.
 */
export function executiveRequest(earlierMs = 0): MetricsRequest {
  const to = new Date(TO.getTime() - DAY_MS / 2 - earlierMs)
  return {
    keys: ['deployment_frequency', 'change_lead_time', 'change_failure_rate', 'failed_deployment_recovery_time', 'deployment_rework_rate'],
    scope: {},
    window: { from: new Date(TO.getTime() - 90 * DAY_MS), to, timeZone: 'UTC', weekStart: 'MONDAY' },
    interval: 'DAY',
    groupBy: ['TEAM'],
    options: resolveOptions(null),
    compare: false,
  }
}

/** Makes the days of measures as the worker of a Windsock does; answers the milliseconds it took. */
export async function keepDays(analytics: AnalyticsStore): Promise<number> {
  const began = performance.now()
  await makeMissingDays({ analytics, options: resolveOptions(null), zones: ['UTC'] })
  return performance.now() - began
}

/** Asked as if nobody had asked before: every window differs by a millisecond, so that no answer is remembered. */
export function askExecutive(analytics: AnalyticsStore): () => Promise<unknown> {
  let asked = 0
  return () => runMetrics(analytics, executiveRequest((asked += 1)), NOW)
}

/** The same question again and again, while no fact changes. */
export function askExecutiveAgain(analytics: AnalyticsStore): () => Promise<unknown> {
  return () => runMetrics(analytics, executiveRequest(), NOW)
}

/** What anyone would write by hand over the same tables: counts, median lead times and failure rates by team and day. */
export function askByHand(analytics: AnalyticsStore): () => Promise<unknown> {
  const { from, to } = executiveRequest().window
  const inWindow = "production AND anchor >= {from:DateTime64(3, 'UTC')} AND anchor < {to:DateTime64(3, 'UTC')}"
  const queries = [
    `SELECT team, toDate(anchor) AS day, countIf(outcome = 'succeeded'), countIf(failed) / count() FROM deployments FINAL WHERE ${inWindow} AND kind IN ('change', 'hotfix') GROUP BY team, day`,
    `SELECT team, toDate(anchor) AS day, quantilesExactInclusive(0.5, 0.75, 0.9, 0.95)(lead_time_ms) FROM deployed_changes FINAL WHERE ${inWindow} AND state = 'counted' GROUP BY team, day`,
    `SELECT team, toDate(anchor) AS day, count(), avg(toUnixTimestamp64Milli(mitigated_at) - toUnixTimestamp64Milli(detected_at)) FROM incidents FINAL WHERE ${inWindow} GROUP BY team, day`,
  ]
  return () => Promise.all(queries.map((sql) => analytics.query(sql, { from, to }, { do_not_merge_across_partitions_select_final: 1 })))
}

/** Wall-clock milliseconds of `runs` calls, one after the other, after two that are thrown away. */
export async function time(run: () => Promise<unknown>, runs: number): Promise<Timing> {
  const spent: number[] = []
  for (let index = -2; index < runs; index += 1) {
    const began = performance.now()
    await run()
    if (index >= 0) spent.push(performance.now() - began)
  }
  spent.sort((a, b) => a - b)
  return { median: spent[Math.floor(runs / 2)] ?? 0, p95: spent[Math.ceil(runs * 0.95) - 1] ?? 0, runs }
}
