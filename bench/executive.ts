import { performance } from 'node:perf_hooks'
import { resolveOptions } from '@windsock/services/metrics/options.js'
import { runMetrics, type MetricsRequest } from '@windsock/services/metrics/run-metrics.js'
import { makeChangedDays, makeMissingDays } from '@windsock/services/metrics/days/make-days.js'
import type { AnalyticsStore } from '@windsock/services/store/analytics/analytics-store.js'

const DAY_MS = 86_400_000

export type Timing = { median: number; p95: number; runs: number }

/** The executive question as the dashboard asks it: the five measures in daily buckets over 90 days, grouped by team, up to an instant. */
export function executiveRequest(to: Date): MetricsRequest {
  const today = Math.floor(to.getTime() / DAY_MS) * DAY_MS
  return {
    keys: ['deployment_frequency', 'change_lead_time', 'change_failure_rate', 'failed_deployment_recovery_time', 'deployment_rework_rate'],
    scope: {},
    window: { from: new Date(today - 89 * DAY_MS), to, timeZone: 'UTC', weekStart: 'MONDAY' },
    interval: 'DAY',
    groupBy: ['TEAM'],
    options: resolveOptions(null),
    compare: false,
    stats: false,
  }
}

/** Makes the days of measures as the worker of a Windsock does; answers the milliseconds it took. */
export async function keepDays(analytics: AnalyticsStore): Promise<number> {
  const began = performance.now()
  await makeMissingDays({ analytics, options: resolveOptions(null), zones: ['UTC'] })
  return performance.now() - began
}

export function askExecutive(analytics: AnalyticsStore, end: Date): () => Promise<unknown> {
  return () => runMetrics(analytics, executiveRequest(end), end)
}

/** The same of a store that was never asked before, so that nothing is remembered of it. */
export function askFirst(analytics: AnalyticsStore, end: Date): () => Promise<unknown> {
  return () => runMetrics({ ...analytics }, executiveRequest(end), end)
}

/** The same up to an instant in the middle of a past day, so much earlier each time that no answer is remembered. */
export function askPast(analytics: AnalyticsStore, end: Date): () => Promise<unknown> {
  const noon = (Math.floor(end.getTime() / DAY_MS) - 6.5) * DAY_MS
  let asked = 0
  return () => runMetrics(analytics, executiveRequest(new Date(noon - (asked += 1))), end)
}

/** Writes a fact that no measure of the question reads, as events do that come in between: no answer is remembered after it. */
export async function writeFact(analytics: AnalyticsStore): Promise<void> {
  await analytics.insert('artifacts', [{ service: 'of-nobody', digest: 'sha256:00', version: Date.now() }])
}

/** Makes today of a service anew, as a Windsock does after each of its events: today is another day to every question after it. */
export async function remakeToday(analytics: AnalyticsStore, end: Date): Promise<void> {
  await makeChangedDays({ analytics, options: resolveOptions(null), zones: ['UTC'] }, { services: ['service-7'], days: [dayOf(end)] })
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** Marks today of some services, as if their days had not been made anew yet after a change. */
export async function markToday(analytics: AnalyticsStore, end: Date, services: number): Promise<void> {
  const marks = Array.from({ length: services }, (_, index) => ({ service: `service-${index}`, day: dayOf(end), version: Date.now(), deleted: 0 }))
  await analytics.insert('changed_days', marks)
}

/** What anyone would write by hand over the same tables: counts, median lead times and failure rates by team and day. */
export function askByHand(analytics: AnalyticsStore, end: Date): () => Promise<unknown> {
  const { from, to } = executiveRequest(end).window
  const inWindow = "production AND anchor >= {from:DateTime64(3, 'UTC')} AND anchor < {to:DateTime64(3, 'UTC')}"
  const queries = [
    `SELECT team, toDate(anchor) AS day, countIf(outcome = 'succeeded'), countIf(failed) / count() FROM deployments FINAL WHERE ${inWindow} AND kind IN ('change', 'hotfix') GROUP BY team, day`,
    `SELECT team, toDate(anchor) AS day, quantilesExactInclusive(0.5, 0.75, 0.9, 0.95)(lead_time_ms) FROM deployed_changes FINAL WHERE ${inWindow} AND state = 'counted' GROUP BY team, day`,
    `SELECT team, toDate(anchor) AS day, count(), avg(toUnixTimestamp64Milli(mitigated_at) - toUnixTimestamp64Milli(detected_at)) FROM incidents FINAL WHERE ${inWindow} GROUP BY team, day`,
  ]
  return () => Promise.all(queries.map((sql) => analytics.query(sql, { from, to }, { do_not_merge_across_partitions_select_final: 1 })))
}

/** Wall-clock milliseconds of `runs` calls, one after the other, after two that are thrown away; `before` each is not timed. */
export async function time(run: () => Promise<unknown>, runs: number, before?: () => Promise<void>): Promise<Timing> {
  const spent: number[] = []
  for (let index = -2; index < runs; index += 1) {
    await before?.()
    const began = performance.now()
    await run()
    if (index >= 0) spent.push(performance.now() - began)
  }
  spent.sort((a, b) => a - b)
  return { median: spent[Math.floor(runs / 2)] ?? 0, p95: spent[Math.ceil(runs * 0.95) - 1] ?? 0, runs }
}
