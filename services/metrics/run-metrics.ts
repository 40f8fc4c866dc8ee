import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { paramsOf, whereOf } from '../store/analytics/page.js'
import { aggregate, dimensionValues, WHOLE_WINDOW } from './aggregate.js'
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
  firsts: readonly FirstEvent[]
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
  return {
    definition: measure.definition,
    options: request.options,
    groups: groups.map((group) => ({
      dimensions: request.groupBy.map((dimension, index) => ({ dimension, value: group[index] || null })),
      total: valueOf(run, group, request.window, cells.get(keyOf(group, WHOLE_WINDOW))),
      previous: request.compare ? valueOf(run, group, before, earlier.get(keyOf(group, WHOLE_WINDOW))) : null,
      series: series.map((bucket) => ({
        ...bucket,
        immature: bucket.to.getTime() > run.now.getTime() - measure.definition.maturesAfterMs && measure.definition.maturesAfterMs > 0,
        value: valueOf(run, group, bucket, cells.get(keyOf(group, bucket.from.getTime()))),
      })),
    })),
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

function indexRows(rows: readonly AggregateRow[], { groupBy }: MetricsRequest): Map<string, AggregateRow> {
  return new Map(rows.map((row) => [keyOf(dimensionValues(row, groupBy.length), Number(row.bucket)), row]))
}

function keyOf(group: readonly string[], bucket: number): string {
  return JSON.stringify([bucket, ...group])
}

function valueOf(run: Run, group: readonly string[], span: { from: Date; to: Date }, row: AggregateRow = {}): MetricValue {
  const { request, now, measure } = run
  const { definition, summarise } = measure
  const summary = summarise(row, { from: span.from, to: span.to, now, options: request.options })
  const context = { scope: scopeConditions(request.scope), from: span.from, to: span.to, options: request.options }
  const nothingYet = definition.unit === 'COUNT' && beforeFirstEvent(run, group, span)
  return {
    ...summary,
    ...(nothingYet ? { value: null, interval: null, stats: unknownStats(summary) } : {}),
    definition,
    excluded: definition.exclusions
      .map(({ reason, description }) => ({ reason, description, count: Number(row[`excluded_${reason}`] ?? 0) }))
      .filter(({ count }) => count > 0),
    evidence: { measure, context, groupBy: request.groupBy, group },
  }
}

function unknownStats({ stats }: Summary): Summary['stats'] {
  return Object.fromEntries(Object.keys(stats).map((name) => [name, null]))
}

type FirstEvent = { team: string; service: string; first_event_at: string }

async function firstEvents(analytics: AnalyticsStore, scope: Scope): Promise<FirstEvent[]> {
  const conditions = serviceConditions(scope)
  return analytics.query<FirstEvent>(`SELECT team, service, first_event_at FROM services FINAL ${whereOf(conditions)}`, paramsOf(conditions))
}

/** A count is unknown, not zero, where nothing had been heard of the scope, and where time has not come to. */
function beforeFirstEvent({ request, firsts, now }: Run, group: readonly string[], span: { from: Date; to: Date }): boolean {
  if (span.from > now) return true
  const team = group[request.groupBy.indexOf('TEAM')]
  const service = group[request.groupBy.indexOf('SERVICE')]
  const heard = firsts.filter((first) => (team === undefined || first.team === team) && (service === undefined || first.service === service))
  return !heard.some((first) => Date.parse(first.first_event_at) < span.to.getTime())
}
