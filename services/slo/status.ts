import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import {
  burnRules,
  isBurning,
  secondsToExhaustion,
  spendingOf,
  weightedTarget,
  type BurnRule,
  type Counts,
  type Part,
  type Spending,
} from './burn.js'
import { ruleOf, type WholeAlertPolicy } from './alert-policy.js'
import { slicesOf, type SliceContext } from './slices.js'
import { isComposite, type Objective, type Slo } from './slo.js'

export type WindowBurn = Spending & { seconds: number }

/** How something with a target stands: an objective, or the composite of several. */
export type Standing = Counts & {
  target: number
  /** Whether it counts events, and not slices of time. */
  countsEvents: boolean
  /** Share that was good; null without data. */
  attainment: number | null
  budgetLeft: number | null
  burns: WindowBurn[]
  rules: (BurnRule & { burning: boolean })[]
  exhaustsAt: Date | null
}

export type ObjectiveStatus = Standing & {
  objective: Objective
  indicator: string
  /** The first and the last minute with data in the window. */
  dataFrom: Date | null
  dataTo: Date | null
}

/** `composite` is null where each objective is judged by itself. */
export type SloStatus = { slo: Slo; at: Date; from: Date; objectives: ObjectiveStatus[]; composite: Standing | null }

export function countsEvents(slo: Slo, objective: Objective): boolean {
  return slo.budgetingMethod === 'Occurrences' && objective.op === null
}

export function weightOf({ compositeWeight }: Objective): number {
  // What was saved before there were weights has none.
  return compositeWeight ?? 1
}

type Row = Record<string, string>

const DAY_SECONDS = 86_400
const FORECAST_SECONDS = DAY_SECONDS

/**
 * How an SLO stands at a time: a window holds the minutes that began in it. `environments` are those of production; the
 * windows of `policies` are looked at besides those of the default rules.
 */
export async function sloStatus(
  analytics: AnalyticsStore,
  slo: Slo,
  environments: readonly string[],
  at: Date,
  policies: readonly WholeAlertPolicy[] = [],
): Promise<SloStatus> {
  const windows = windowSecondsOf(slo, policies)
  const from = new Date(at.getTime() - Math.max(...windows) * 1000)
  const objectives = slo.objectives.map(async (objective) => {
    const indicator = objective.indicator ?? slo.indicator ?? ''
    const [row = {}] = await analytics.query<Row>(...windowsQuestion(slo, objective, indicator, { environments, from, to: at, windows }))
    return objectiveStatus({ slo, windows, at }, objective, indicator, row)
  })
  const statuses = await Promise.all(objectives)
  return {
    slo,
    at,
    from: new Date(at.getTime() - slo.windowSeconds * 1000),
    objectives: statuses,
    composite: isComposite(slo) ? compositeOf({ slo, windows, at }, statuses) : null,
  }
}

function windowSecondsOf(slo: Slo, policies: readonly WholeAlertPolicy[]): number[] {
  const rules = [...burnRules(slo.windowSeconds), ...policies.map(ruleOf)].flatMap(({ longSeconds, shortSeconds }) => [longSeconds, shortSeconds])
  return [...new Set([...rules, Math.min(FORECAST_SECONDS, slo.windowSeconds), slo.windowSeconds])].sort((a, b) => a - b)
}

function windowsQuestion(slo: Slo, objective: Objective, indicator: string, context: SliceContext & { windows: readonly number[] }) {
  const slices = slicesOf(slo, objective, indicator, context)
  const { windows } = context
  const columns = windows.flatMap((seconds) => [
    `sumIf(good_now, at >= {from_${seconds}:DateTime64(3)}) AS good_${seconds}`,
    `sumIf(all_now, at >= {from_${seconds}:DateTime64(3)}) AS total_${seconds}`,
  ])
  const starts = windows.map((seconds) => [`from_${seconds}`, new Date(context.to.getTime() - seconds * 1000)])
  const inWindow = `at >= {from_${slo.windowSeconds}:DateTime64(3)}`
  return [
    `SELECT ${columns.join(', ')}, countIf(${inWindow}) AS slices, minIf(at, ${inWindow}) AS first_at, maxIf(at, ${inWindow}) AS last_at FROM (${slices.sql})`,
    { ...slices.params, ...Object.fromEntries(starts) },
  ] as const
}

type Judging = { slo: Slo; windows: readonly number[]; at: Date }

function objectiveStatus(judging: Judging, objective: Objective, indicator: string, row: Row): ObjectiveStatus {
  const countsOf = (seconds: number): Counts => ({
    good: Number(row[`good_${seconds}`] ?? 0) / 1e6,
    total: Number(row[`total_${seconds}`] ?? 0) / 1e6,
  })
  const { target } = objective
  const hasData = Number(row.slices ?? 0) > 0
  return {
    ...standingOf(judging, { target, countsEvents: countsEvents(judging.slo, objective) }, (seconds) => [
      { ...countsOf(seconds), target, weight: 1 },
    ]),
    objective,
    indicator,
    dataFrom: hasData ? new Date(row.first_at ?? '') : null,
    dataTo: hasData ? new Date(row.last_at ?? '') : null,
  }
}

function compositeOf(judging: Judging, statuses: readonly ObjectiveStatus[]): Standing {
  const weighed = statuses.map(({ objective, burns }) => ({ burns, target: objective.target, weight: weightOf(objective) }))
  const partsIn = (seconds: number) =>
    weighed.flatMap(({ burns, target, weight }) => burns.flatMap((window) => (window.seconds === seconds ? [{ ...window, target, weight }] : [])))
  const judged = { target: weightedTarget(weighed), countsEvents: statuses.every((status) => status.countsEvents) }
  return standingOf(judging, judged, partsIn)
}

function standingOf(
  { slo, windows, at }: Judging,
  judged: Pick<Standing, 'target' | 'countsEvents'>,
  partsIn: (seconds: number) => Part[],
): Standing {
  const burns = windows.map((seconds) => ({ seconds, ...spendingOf(partsIn(seconds)) }))
  const burnOf = (seconds: number) => burns.find((window) => window.seconds === seconds)?.burn ?? null
  const { good, total, attainment, burn } = spendingOf(partsIn(slo.windowSeconds))
  const budgetLeft = burn === null ? null : 1 - burn
  const seconds = secondsToExhaustion(budgetLeft, burnOf(Math.min(FORECAST_SECONDS, slo.windowSeconds)), slo.windowSeconds)
  return {
    ...judged,
    good,
    total,
    attainment,
    budgetLeft,
    burns,
    rules: burnRules(slo.windowSeconds).map((rule) => ({ ...rule, burning: isBurning(rule, burnOf) })),
    exhaustsAt: seconds === null ? null : new Date(at.getTime() + seconds * 1000),
  }
}

/** What alerts are about: `id` is the same for as long as the SLO has these objectives. */
export type Judged = Standing & { id: string; what: string }

/** The composite, or each objective by itself. */
export function judgedOf({ objectives, composite }: SloStatus): Judged[] {
  if (composite) return [{ ...composite, id: 'composite', what: `the composite of ${objectives.length} objectives` }]
  return objectives.map((status, index) => ({ ...status, id: String(index), what: status.indicator }))
}

/** What alerts are about apart from each other, with the objectives of each. */
export function judgedApart(slo: Slo): { id: string; objectives: readonly Objective[] }[] {
  if (isComposite(slo)) return [{ id: 'composite', objectives: slo.objectives }]
  return slo.objectives.map((objective, index) => ({ id: String(index), objectives: [objective] }))
}

const NOTHING: Spending = { good: 0, total: 0, attainment: null, burn: null }

/** What was spent in one of the windows that it was looked at over. */
export function spendingOver({ burns }: Pick<Standing, 'burns'>, seconds: number): Spending {
  return burns.find((window) => window.seconds === seconds) ?? NOTHING
}

export type SloBucket = Counts & { from: Date }

/** Good and all events by hour or day of the window, for a chart; buckets without data are left out. */
export async function sloHistory(
  analytics: AnalyticsStore,
  slo: Slo,
  objective: Objective,
  { environments, from, to, seconds }: { environments: readonly string[]; from: Date; to: Date; seconds: number },
): Promise<SloBucket[]> {
  const slices = slicesOf(slo, objective, objective.indicator ?? slo.indicator ?? '', { environments, from, to })
  const sql = `SELECT toStartOfInterval(at, INTERVAL {bucket:UInt32} SECOND) AS bucket_at, sum(good_now) AS good_sum, sum(all_now) AS total_sum
    FROM (${slices.sql}) GROUP BY bucket_at ORDER BY bucket_at`
  const rows = await analytics.query<{ bucket_at: string; good_sum: string; total_sum: string }>(sql, { ...slices.params, bucket: seconds })
  return rows.map((row) => ({ from: new Date(row.bucket_at), good: Number(row.good_sum) / 1e6, total: Number(row.total_sum) / 1e6 }))
}

/** Environments of production among those that telemetry was ever stored for. */
export async function productionEnvironments(analytics: AnalyticsStore, isProduction: (environment: string) => boolean): Promise<string[]> {
  const rows = await analytics.query<{ environment: string }>(
    'SELECT environment FROM sli_minutes GROUP BY environment UNION DISTINCT SELECT environment FROM sli_hours GROUP BY environment',
  )
  return rows.map(({ environment }) => environment).filter(isProduction)
}

/** Names under which readings were kept, whoever declared them. */
export async function keptIndicators(analytics: AnalyticsStore): Promise<string[]> {
  const rows = await analytics.query<{ sli: string }>(
    'SELECT sli FROM sli_minutes GROUP BY sli UNION DISTINCT SELECT sli FROM sli_hours GROUP BY sli',
  )
  return rows.map(({ sli }) => sli).sort()
}
