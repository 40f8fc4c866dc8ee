import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { paramsOf, whereOf } from '../store/analytics/page.js'
import { aggregate, dimensionValues, groupKey, WHOLE_WINDOW } from './aggregate.js'
import { buckets, checkWindow, previousWindow, type Bucket, type Interval, type Window } from './calendar/calendar.js'
import type { EvidenceOf } from './evidence.js'
import { findMeasure } from './index.js'
import type { AggregateRow, Dimension, Measure, MeasureDefinition, Summary } from './measure.js'
import { MetricError } from './metric-error.js'
import type { MetricOptions } from './options.js'
import { scopeConditions, serviceConditions, type Scope } from './scope.js'

export type MetricsRequest = {
  keys: readonly string[]
  scope: Scope
  window: Window
  interval: Interval | null
  groupBy: readonly Dimension[]
  options: MetricOptions
  compare: boolean
}

export type MetricValue = Summary & {
  definition: MeasureDefinition
  excluded: { reason: string; count: number; description: string }[]
  evidence: EvidenceOf
}
export type MetricBucket = Bucket & { immature: boolean; value: MetricValue }
export type MetricGroup = {
  dimensions: { dimension: Dimension; value: string | null }[]
  total: MetricValue
  previous: MetricValue | null
  series: MetricBucket[]
}
export type MetricResult = { definition: MeasureDefinition; options: MetricOptions; groups: MetricGroup[] }

const MOST_GROUPS = 500
const MOST_VALUES = 50_000

/** Answers a question about measures. Numbers are exact, and depend on nothing but the facts and the question. */
export async function runMetrics(analytics: AnalyticsStore, request: MetricsRequest, now: Date): Promise<MetricResult[]> {
  checkWindow(request.window)
  const series = request.interval ? buckets(request.window, request.interval, now) : []
  const chosen = [...new Set(request.keys)].map(findMeasure)
  const firsts = await firstEvents(analytics, request.scope)
  return Promise.all(chosen.map((measure) => runMeasure({ analytics, request, now, series, firsts, measure })))
}

type Run = {
  analytics: AnalyticsStore
  request: MetricsRequest
  now: Date
  series: readonly Bucket[]
  firsts: FirstEvents
  measure: Measure
}

async function runMeasure(run: Run): Promise<MetricResult> {
  const { request, measure, series } = run
  const before = previousWindow(request.window)
  const [current, previous] = await Promise.all([ask(run, request.window, series), request.compare ? ask(run, before, []) : []])
  const groups = groupsOf(request, [...current, ...previous])
  checkSize(groups.length, series.length)
  const cells = indexRows(current, request)
  const earlier = indexRows(previous, request)
  const valueOf = valuesOf(run)
  return {
    definition: measure.definition,
    options: request.options,
    groups: groups.map((group) => {
      const key = groupKey(group)
      const own = cells.get(key)
      return {
        dimensions: request.groupBy.map((dimension, index) => ({ dimension, value: group[index] || null })),
        total: valueOf(group, request.window, own?.get(WHOLE_WINDOW)),
        previous: request.compare ? valueOf(group, before, earlier.get(key)?.get(WHOLE_WINDOW)) : null,
        series: series.map((bucket) => ({
          ...bucket,
          immature: bucket.to.getTime() > run.now.getTime() - measure.definition.maturesAfterMs && measure.definition.maturesAfterMs > 0,
          value: valueOf(group, bucket, own?.get(bucket.from.getTime())),
        })),
      }
    }),
  }
}

function ask({ analytics, request, measure }: Run, span: { from: Date; to: Date }, series: readonly Bucket[]): Promise<AggregateRow[]> {
  const context = { scope: scopeConditions(request.scope), from: span.from, to: span.to, options: request.options }
  const bounds = series.map((bucket) => bucket.from.getTime())
  return aggregate(analytics, { measure, context, groupBy: request.groupBy, bounds, timeZone: request.window.timeZone })
}

function groupsOf({ groupBy }: MetricsRequest, rows: readonly AggregateRow[]): string[][] {
  if (groupBy.length === 0) return [[]]
  const found = new Map(rows.map((row) => dimensionValues(row, groupBy.length)).map((group) => [JSON.stringify(group), group]))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function checkSize(groups: number, cells: number): void {
  if (groups > MOST_GROUPS || groups * cells > MOST_VALUES) {
    throw new MetricError(
      'TOO_MANY_GROUPS',
      `That is ${groups} groups of ${cells} buckets; at most ${MOST_GROUPS} groups and ${MOST_VALUES} values are given at once. Narrow the scope or widen the interval.`,
    )
  }
}

/** Rows by their group and the start of their bucket. */
function indexRows(rows: readonly AggregateRow[], { groupBy }: MetricsRequest): Map<string, Map<number, AggregateRow>> {
  const index = new Map<string, Map<number, AggregateRow>>()
  for (const row of rows) {
    const key = groupKey(dimensionValues(row, groupBy.length))
    const own = index.get(key)
    if (own) own.set(Number(row.bucket), row)
    else index.set(key, new Map([[Number(row.bucket), row]]))
  }
  return index
}

type ValueOf = (group: readonly string[], span: { from: Date; to: Date }, row?: AggregateRow) => MetricValue

/** From rows of aggregates to values; what all values of a measure share is made once. */
function valuesOf({ request, now, measure, firsts }: Run): ValueOf {
  const { definition, summarise } = measure
  const { options, groupBy } = request
  const scope = scopeConditions(request.scope)
  const reasons = definition.exclusions.map(({ reason, description }) => ({ reason, description, column: `excluded_${reason}` }))
  return (group, span, row = {}) => {
    const { from, to } = span
    const summary = summarise(row, { from, to, now, options })
    const nothingYet = definition.unit === 'COUNT' && (from > now || !firsts.hasBefore(request, group, to))
    const excluded = reasons.flatMap(({ reason, description, column }) => {
      const count = Number(row[column] ?? 0)
      return count > 0 ? [{ reason, description, count }] : []
    })
    return {
      ...summary,
      ...(nothingYet ? { value: null, interval: null, stats: unknownStats(summary) } : {}),
      definition,
      excluded,
      evidence: { measure, context: { scope, from, to, options }, groupBy, group },
    }
  }
}

function unknownStats({ stats }: Summary): Summary['stats'] {
  return Object.fromEntries(Object.keys(stats).map((name) => [name, null]))
}

type FirstEvents = {
  /** Whether anything had been heard of a group before an instant: a count is unknown, not zero, where nothing had. */
  hasBefore(request: MetricsRequest, group: readonly string[], to: Date): boolean
}

async function firstEvents(analytics: AnalyticsStore, scope: Scope): Promise<FirstEvents> {
  const conditions = serviceConditions(scope)
  const rows = await analytics.query<{ team: string; service: string; first_event_at: string }>(
    `SELECT team, service, first_event_at FROM services FINAL ${whereOf(conditions)}`,
    paramsOf(conditions),
  )
  const heard = rows.map(({ team, service, first_event_at }) => ({ team, service, at: Date.parse(first_event_at) }))
  const earliest = new Map<string, number>()
  return {
    hasBefore({ groupBy }, group, to) {
      const [team, service] = [group[groupBy.indexOf('TEAM')], group[groupBy.indexOf('SERVICE')]]
      const key = `${team}\0${service}`
      const known = earliest.get(key)
      if (known !== undefined) return known < to.getTime()
      const own = heard.filter((first) => (team === undefined || first.team === team) && (service === undefined || first.service === service))
      const first = own.reduce((least, { at }) => Math.min(least, at), Infinity)
      earliest.set(key, first)
      return first < to.getTime()
    },
  }
}
