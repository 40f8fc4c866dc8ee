import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { Asks } from '../store/analytics/remembered.js'
import { aggregate } from './aggregate.js'
import type { Bucket, Interval, Window } from './calendar/calendar.js'
import { aggregateDays } from './days/day-aggregates.js'
import { hasDays, readKeptDays } from './days/kept-days.js'
import { groupRows, type GroupedRows } from './grouped-rows.js'
import type { Dimension, Measure } from './measure.js'
import type { MetricOptions } from './options.js'
import { scopeConditions, type Scope } from './scope.js'

export type RowsQuestion = {
  measures: readonly Measure[]
  scope: Scope
  window: Window
  interval: Interval | null
  series: readonly Bucket[]
  groupBy: readonly Dimension[]
  options: MetricOptions
  now: Date
  /** Whether anything but values and their intervals is asked for. */
  stats: boolean
}

/** Rows of a measure, in parts of which each has buckets of its own. */
export type RowsInParts = readonly GroupedRows[]

/** The rows of aggregates of each measure, by its key: from the days that are kept where they tell them, else from the records. */
export async function measureRows(analytics: AnalyticsStore, asking: Promise<Asks>, question: RowsQuestion): Promise<Map<string, RowsInParts>> {
  const { measures, scope, window, series, groupBy, options } = question
  const context = { scope: scopeConditions(scope), from: window.from, to: window.to, options }
  const asked = { context, groupBy, bounds: series.map(({ from }) => from.getTime()), timeZone: window.timeZone }
  const [asks, days] = await Promise.all([asking, measures.some(({ byDay }) => byDay) ? readKeptDays(analytics, question) : null])
  const [kept, read] = [new Set<Measure>(), new Set<Measure>()]
  for (const measure of measures) (days && hasDays(days, measure, options) ? kept : read).add(measure)
  const [fromDays, ...fromRecords] = await Promise.all([
    days && kept.size > 0 ? aggregateDays(asks, { ...asked, measures: [...kept], days, stats: question.stats }) : new Map<string, RowsInParts>(),
    ...[...read].map(async (measure) => {
      const rows = await aggregate(measure.isLive ? analytics : asks, { ...asked, measure })
      return [measure.definition.key, [groupRows(rows, groupBy.length)]] as const
    }),
  ])
  return new Map([...fromDays, ...fromRecords])
}
