import type { WeekStart } from '../metrics/calendar/calendar.js'
import type { Dimension, MeasureDefinition, MetricKey } from '../metrics/measure.js'
import { resolveOptions, type MetricOptions, type OptionsInput, type WorkspaceChoices } from '../metrics/options.js'
import { runMetrics, type MetricGroup, type MetricResult } from '../metrics/run-metrics.js'
import type { Scope } from '../metrics/scope.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { underKeptNames } from '../store/analytics/service-names.js'
import { digestWeeks, type DigestWeeks, type Span } from './weeks.js'

/** What a digest is asked about; none of `measures` means the usual ones. `query` is that of the address that shows it. */
export type DigestQuestion = { name: string; query: string; scope: Scope; options: OptionsInput; measures: readonly string[]; timeZone: string }

/** A value with its 95 % interval. Seconds, a ratio from 0 to 1, or a count. */
export type DigestValue = { value: number | null; n: number; low: number | null; high: number | null; coverage: number | null }

/** One measure of everything (`team` is null and `all` true) or of one team; null is the team of what has none. */
export type DigestRow = {
  all: boolean
  team: string | null
  week: DigestValue
  before: DigestValue
  /** Counts: the mean of the weeks, as far as anything was heard in them. Else the measure over the four weeks together. */
  fourWeeks: DigestValue
}

export type DigestMeasure = { definition: MeasureDefinition; immature: boolean; rows: DigestRow[] }

export type DigestContent = {
  name: string
  weeks: DigestWeeks
  timeZone: string
  weekStart: WeekStart
  query: string
  scope: Scope
  profile: string
  measures: DigestMeasure[]
}

export const USUAL_MEASURES: readonly MetricKey[] = [
  'deployment_frequency',
  'change_lead_time',
  'change_failure_rate',
  'failed_deployment_recovery_time',
  'deployment_rework_rate',
  'release_incidents',
  'approval_lead_time',
]

type Settings = WorkspaceChoices & { weekStart: WeekStart }
type Ask = { analytics: AnalyticsStore; question: DigestQuestion; options: MetricOptions; weekStart: WeekStart; now: Date }

/** The numbers of the last week that is over at `now`, beside those of the weeks before it. */
export async function gatherDigest(analytics: AnalyticsStore, asked: DigestQuestion, settings: Settings, now: Date): Promise<DigestContent> {
  const question = { ...asked, scope: await underKeptNames(analytics, asked.scope) }
  const { weekStart } = settings
  const weeks = digestWeeks(now, question.timeZone, weekStart)
  const options = resolveOptions(question.options, settings)
  const ask: Ask = { analytics, question, options, weekStart, now }
  const [all, teams] = await Promise.all([gatherGroups(ask, weeks, []), gatherGroups(ask, weeks, ['TEAM'])])
  return {
    name: question.name,
    weeks,
    timeZone: question.timeZone,
    weekStart,
    query: question.query,
    scope: question.scope,
    profile: options.profile,
    measures: all.map(({ definition, rows }, index) => ({
      definition,
      immature: weeks.week.to.getTime() > now.getTime() - definition.maturesAfterMs && definition.maturesAfterMs > 0,
      rows: [...rows, ...(teams[index]?.rows ?? [])],
    })),
  }
}

async function gatherGroups(ask: Ask, { week, before, fourWeeks }: DigestWeeks, groupBy: Dimension[]): Promise<Omit<DigestMeasure, 'immature'>[]> {
  const [current, earlier, baseline] = await Promise.all([
    measure(ask, week, groupBy),
    measure(ask, before, groupBy),
    measure(ask, fourWeeks, groupBy),
  ])
  return current.map((result, index) => {
    const [now, then, base] = [result, earlier[index], baseline[index]].map((found) => byTeam(found)) as [Groups, Groups, Groups]
    const names = [...new Set([...now.keys(), ...then.keys(), ...base.keys()])].sort((a, b) => (a < b ? -1 : 1))
    const rows = names.map((name) => ({
      all: groupBy.length === 0,
      team: name === '' ? null : name,
      week: totalOf(now.get(name)),
      before: totalOf(then.get(name)),
      fourWeeks: meanOf(base.get(name), result.definition),
    }))
    return { definition: result.definition, rows }
  })
}

type Groups = ReadonlyMap<string, MetricGroup>

function byTeam(result: MetricResult | undefined): Groups {
  return new Map((result?.groups ?? []).map((group) => [group.dimensions[0]?.value ?? '', group]))
}

function measure({ analytics, question, options, weekStart, now }: Ask, span: Span, groupBy: Dimension[]): Promise<MetricResult[]> {
  const keys = question.measures.length > 0 ? question.measures : USUAL_MEASURES
  const window = { ...span, timeZone: question.timeZone, weekStart }
  return runMetrics(analytics, { keys, scope: question.scope, window, interval: 'WEEK', groupBy, options, compare: false }, now)
}

const NOTHING: DigestValue = { value: null, n: 0, low: null, high: null, coverage: null }

function totalOf(group: MetricGroup | undefined): DigestValue {
  if (!group) return NOTHING
  const { value, n, interval, coverage } = group.total
  return { value, n, low: interval?.low ?? null, high: interval?.high ?? null, coverage }
}

/** A count of four weeks becomes that of one, over the weeks in which something was heard at all. */
function meanOf(group: MetricGroup | undefined, { unit }: MeasureDefinition): DigestValue {
  const total = totalOf(group)
  const weeks = (group?.series ?? []).filter(({ value }) => value.value !== null).length
  if (unit !== 'COUNT' || weeks === 0) return total
  const perWeek = (count: number | null) => (count === null ? null : count / weeks)
  return { ...total, value: perWeek(total.value), low: perWeek(total.low), high: perWeek(total.high) }
}
