import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { checkWindow, type Window } from './calendar/calendar.js'
import { aggregateInForce } from './durations.js'
import { findMeasure } from './index.js'
import type { Measure, MeasureDefinition } from './measure.js'
import type { MetricOptions } from './options.js'
import { runMetrics, type MetricValue } from './run-metrics.js'
import { scopeConditions, type Scope } from './scope.js'

/** A way to count, under the name it is shown by. */
export type Side = { name: string; options: MetricOptions }

export type Comparison = { definition: MeasureDefinition; values: { side: Side; value: MetricValue }[] }

export type ComparisonRequest = { keys: readonly string[]; scope: Scope; window: Window; sides: readonly Side[] }

/** Each measure under each way to count. Ways that would ask the same of the store are asked once. */
export async function compareProfiles(
  analytics: AnalyticsStore,
  { keys, scope, window, sides }: ComparisonRequest,
  now: Date,
): Promise<Comparison[]> {
  checkWindow(window)
  const chosen = [...new Set(keys)].map(findMeasure)
  const known = new Map<string, MetricValue>()
  for (const { options } of sides) {
    const missing = chosen.filter((measure) => !known.has(questionOf(measure, options, scope, window)))
    if (missing.length === 0) continue
    const request = { keys: missing.map(({ definition }) => definition.key), scope, window, interval: null, groupBy: [], options, compare: false }
    const results = await runMetrics(analytics, request, now)
    for (const [index, measure] of missing.entries()) {
      const value = results[index]?.groups[0]?.total
      if (value) known.set(questionOf(measure, options, scope, window), value)
    }
  }
  return chosen.map((measure) => ({
    definition: measure.definition,
    values: sides.flatMap((side) => {
      const value = known.get(questionOf(measure, side.options, scope, window))
      return value ? [{ side, value }] : []
    }),
  }))
}

/** All that an answer depends on: the records, what is made of them, and the options that the measure names. */
function questionOf(measure: Measure, options: MetricOptions, scope: Scope, { from, to }: Window): string {
  const records = measure.records({ scope: scopeConditions(scope), from, to, options })
  const named = measure.definition.options.map((name) => String(options[name]))
  return JSON.stringify([measure.definition.key, records.sql, records.params, measure.aggregates(options), aggregateInForce(measure, options), named])
}
