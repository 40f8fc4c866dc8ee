import { measures } from '../metrics/index.js'
import { resolveOptions } from '../metrics/options.js'
import { runMetrics, type MetricResult, type MetricValue } from '../metrics/run-metrics.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { underKeptNames } from '../store/analytics/service-names.js'
import type { SavedView } from '../store/control/entities/saved-view.js'
import type { MeasureSettings } from '../workspace/measure-settings.js'
import { intervalOf, readViewState, windowOf } from './view-state.js'

export type SharedAnswer = Awaited<ReturnType<typeof answerView>>

/** The measures of a view at `now`, by its own state and nothing else; no records. */
export async function answerView(analytics: AnalyticsStore, view: SavedView, settings: MeasureSettings, now: Date) {
  const state = readViewState(view.state)
  const window = windowOf(state, now, settings.weekStart)
  const options = resolveOptions(state.options, settings)
  const interval = intervalOf(state, window)
  const keys = measures.map(({ definition }) => definition.key)
  const scope = await underKeptNames(analytics, state.scope)
  const ask = { keys, scope, window, options, compare: state.compare }
  const [results, grouped] = await Promise.all([
    runMetrics(analytics, { ...ask, interval, groupBy: [] }, now),
    state.groupBy ? runMetrics(analytics, { ...ask, interval: null, groupBy: [state.groupBy], compare: false }, now) : [],
  ])
  return {
    name: view.name,
    description: view.description,
    computedAt: now.toISOString(),
    window: { from: window.from.toISOString(), to: window.to.toISOString(), timeZone: window.timeZone },
    scope,
    interval,
    groupBy: state.groupBy,
    profile: options.profile,
    /** Options over the profile, as `name:value`. */
    options: new URLSearchParams(view.state).getAll('option'),
    measures: results.map((result, index) => measureOf(result, grouped[index])),
  }
}

function measureOf({ definition, groups }: MetricResult, grouped: MetricResult | undefined) {
  const { key, title, unit, direction, version, summary } = definition
  const [all] = groups
  return {
    key,
    title,
    unit,
    direction,
    version,
    summary,
    total: all ? plainValue(all.total) : null,
    previous: all?.previous ? plainValue(all.previous) : null,
    series: (all?.series ?? []).map(({ from, to, partial, value }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      partial,
      ...plainValue(value),
    })),
    groups: (grouped?.groups ?? []).map(({ dimensions, total }) => ({ name: dimensions[0]?.value ?? null, ...plainValue(total) })),
  }
}

function plainValue({ value, n, interval, coverage }: MetricValue) {
  return { value, n, low: interval?.low ?? null, high: interval?.high ?? null, coverage }
}
