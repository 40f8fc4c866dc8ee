import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { paramsOf, whereOf, type Condition } from '../store/analytics/page.js'
import { rememberedAnswers, type Asks } from '../store/analytics/remembered.js'
import { WHOLE_WINDOW } from './aggregate.js'
import { buckets, checkWindow, previousWindow, type Bucket, type Interval, type Window } from './calendar/calendar.js'
import type { EvidenceOf } from './evidence.js'
import { groupKey } from './grouped-rows.js'
import { findMeasure } from './index.js'
import type { AggregateRow, Dimension, Measure, MeasureDefinition, Summary } from './measure.js'
import { measureRows, type RowsInParts } from './measure-rows.js'
import { MetricError } from './metric-error.js'
import type { MetricOptions } from './options.js'
import { scopeConditions, serviceConditions, type Scope } from './scope.js'
import { ownTurn } from './turns.js'

export type MetricsRequest = {
  keys: readonly string[]
  scope: Scope
  window: Window
  interval: Interval | null
  groupBy: readonly Dimension[]
  options: MetricOptions
  compare: boolean
  /** False where nobody asks for stats or levels, which then say nothing; they take much of the time. */
  stats?: boolean
}

type Excluded = { reason: string; count: number; description: string }
export type MetricValue = Readonly<Summary> & {
  readonly definition: MeasureDefinition
  readonly excluded: readonly Excluded[]
  readonly evidence: EvidenceOf
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
  const asking = rememberedAnswers(analytics)
  const before = request.compare ? previousWindow(request.window) : null
  const question = { ...request, stats: request.stats ?? true, measures: chosen, series, now }
  const [firsts, current, previous] = await Promise.all([
    asking.then((asks) => firstEvents(asks, request)),
    measureRows(analytics, asking, question),
    before ? measureRows(analytics, asking, { ...question, window: before, interval: null, series: [] }) : new Map<string, RowsInParts>(),
  ])
  const results: MetricResult[] = []
  for (const measure of chosen) {
    const { key } = measure.definition
    results.push(
      await runMeasure({ request, now, series, firsts, measure, before, current: current.get(key) ?? [], previous: previous.get(key) ?? [] }),
    )
  }
  return results
}

type Run = {
  request: MetricsRequest
  now: Date
  series: readonly Bucket[]
  firsts: FirstEvents
  measure: Measure
  before: Span | null
  /** Rows of aggregates in the window, and in the one before it. */
  current: RowsInParts
  previous: RowsInParts
}

async function runMeasure(run: Run): Promise<MetricResult> {
  const { request, measure, series, now, before, current, previous } = run
  const groups = groupsOf(request, [...current, ...previous])
  checkSize(groups.length, series.length)
  const { definition } = measure
  const mature = definition.maturesAfterMs > 0 ? now.getTime() - definition.maturesAfterMs : Infinity
  const values = new Values(run)
  const made: MetricGroup[] = []
  for (const group of groups) {
    await ownTurn()
    const key = groupKey(group)
    const own = rowsOf(current, key)
    const rowOf = measure.carry ? carried(own, measure.carry) : own
    made.push({
      dimensions: request.groupBy.map((dimension, index) => ({ dimension, value: group[index] || null })),
      total: values.of(group, request.window, own(WHOLE_WINDOW)),
      previous: before ? values.of(group, before, rowsOf(previous, key)(WHOLE_WINDOW)) : null,
      series: series.map((bucket) => {
        const { from, to, partial } = bucket
        return { from, to, partial, immature: to.getTime() > mature, value: values.of(group, bucket, rowOf(from.getTime())) }
      }),
    })
  }
  return { definition, options: request.options, groups: made }
}

function groupsOf({ groupBy }: MetricsRequest, parts: RowsInParts): (readonly string[])[] {
  if (groupBy.length === 0) return [[]]
  const found = new Map(parts.flatMap((part) => [...part].map(([key, { group }]) => [key, group] as const)))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The rows of a group by the start of their bucket, which are mostly asked for in their order. */
function rowsOf(parts: RowsInParts, key: string): (bucket: number) => AggregateRow | undefined {
  const own = parts.flatMap((part) => part.get(key)?.rows ?? [])
  let last = 0
  return (bucket) => {
    for (let tries = 0; tries < own.length; tries += 1) {
      const row = own[last]?.get(bucket)
      if (row) return row
      last = (last + 1) % own.length
    }
    return undefined
  }
}

/** The rows of buckets, asked for in their order, each with what stands since an earlier one. */
function carried(rowOf: (bucket: number) => AggregateRow | undefined, carry: NonNullable<Measure['carry']>): (bucket: number) => AggregateRow {
  let before = NO_ROW
  return (bucket) => {
    before = carry(before, rowOf(bucket) ?? NO_ROW)
    return before
  }
}

function checkSize(groups: number, cells: number): void {
  if (groups > MOST_GROUPS || groups * cells > MOST_VALUES) {
    throw new MetricError(
      'TOO_MANY_GROUPS',
      `That is ${groups} groups of ${cells} buckets; at most ${MOST_GROUPS} groups and ${MOST_VALUES} values are given at once. Narrow the scope or widen the interval.`,
    )
  }
}

type Span = { from: Date; to: Date }

/** From rows of aggregates to values; what all values of a measure share is made once. */
class Values {
  readonly scope: Condition[]
  readonly definition: MeasureDefinition
  private readonly columns: readonly string[]
  /** What a summary depends on beside its row and its span. */
  private readonly made: string

  constructor(readonly run: Run) {
    this.definition = run.measure.definition
    this.made = JSON.stringify([this.definition.key, run.request.options])
    this.scope = scopeConditions(run.request.scope)
    this.columns = this.definition.exclusions.map(({ reason }) => `excluded_${reason}`)
  }

  of(group: readonly string[], span: Span, row: AggregateRow = NO_ROW): MetricValue {
    const { request, now, firsts } = this.run
    const summary = this.summaryOf(row, span)
    const nothingYet = this.definition.unit === 'COUNT' && (span.from > now || !firsts.hasBefore(request, group, span.to))
    return new Value(this, nothingYet ? unknown(summary) : summary, group, span, row)
  }

  /** Of a bucket that is over, a measure kept by day says the same whenever it is asked for, and its row may be given again. */
  private summaryOf(row: SummarisedRow, { from, to }: Span): Summary {
    const { measure, now, request } = this.run
    const isOver = measure.byDay === true && to <= now
    const known = isOver ? row[SUMMARY] : undefined
    if (known?.made === this.made && known.from === from.getTime() && known.to === to.getTime()) return known.summary
    const summary = measure.summarise(row, { from, to, now, options: request.options })
    if (isOver) row[SUMMARY] = { made: this.made, from: from.getTime(), to: to.getTime(), summary }
    return summary
  }

  excluded(row: AggregateRow): Excluded[] {
    return this.definition.exclusions.flatMap(({ reason, description }, index) => {
      const count = Number(row[this.columns[index] ?? ''] ?? 0)
      return count > 0 ? [{ reason, description, count }] : []
    })
  }
}

const NO_ROW: AggregateRow = {}

const SUMMARY = Symbol('summary')

/** With what it was summarised to last. It stands in the row, since an answer has ten thousand of them to look up. */
type SummarisedRow = AggregateRow & { [SUMMARY]?: { made: string; from: number; to: number; summary: Summary } }

/** What is not always shown is made when it is asked for: an answer can have tens of thousands of values. */
class Value implements MetricValue {
  readonly value: number | null
  readonly n: number
  readonly interval: Summary['interval']
  readonly coverage: number | null

  constructor(
    private readonly values: Values,
    private readonly summary: Summary,
    private readonly group: readonly string[],
    private readonly span: Span,
    private readonly row: AggregateRow,
  ) {
    this.value = summary.value
    this.n = summary.n
    this.interval = summary.interval
    this.coverage = summary.coverage
  }

  get stats(): Summary['stats'] {
    return this.summary.stats
  }

  get definition(): MeasureDefinition {
    return this.values.definition
  }

  get excluded(): Excluded[] {
    return this.values.excluded(this.row)
  }

  get evidence(): EvidenceOf {
    const { scope, run } = this.values
    const { options, groupBy } = run.request
    return { measure: run.measure, context: { scope, from: this.span.from, to: this.span.to, options }, groupBy, group: this.group }
  }
}

function unknown(summary: Summary): Summary {
  return { ...summary, value: null, interval: null, stats: unknownStats(summary) }
}

function unknownStats({ stats }: Summary): Summary['stats'] {
  return Object.fromEntries(Object.keys(stats).map((name) => [name, null]))
}

type FirstEvents = {
  /** Whether anything had been heard of a group before an instant: a count is unknown, not zero, where nothing had. */
  hasBefore(request: MetricsRequest, group: readonly string[], to: Date): boolean
}

/** Teams that owned a service once are in its facts alone. */
const FIRST_UNDER = {
  current: 'SELECT team, service, first_event_at FROM services FINAL',
  historical: `SELECT team, service, min(at) AS first_event_at FROM (
    SELECT toString(team) AS team, service, first_event_at AS at FROM services FINAL
    UNION ALL SELECT toString(team_then), toString(service), anchor FROM deployments FINAL
    UNION ALL SELECT toString(team_then), toString(service), anchor FROM incidents FINAL
    UNION ALL SELECT toString(attributed_team_then), toString(attributed_service), anchor FROM incidents FINAL WHERE attributed_service != ''
  ) GROUP BY team, service`,
}

async function firstEvents(asks: Asks, { scope, options }: MetricsRequest): Promise<FirstEvents> {
  const conditions = serviceConditions(scope)
  const rows = await asks.query<{ team: string; service: string; first_event_at: string }>(
    `SELECT team, service, first_event_at FROM (${FIRST_UNDER[options.ownership]}) ${whereOf(conditions)}`,
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
