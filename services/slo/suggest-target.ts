import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { QUANTILES } from './histogram.js'
import { indicatorHistory } from './indicator-history.js'
import type { Objective, Slo } from './slo.js'
import { sloHistory, type SloBucket } from './status.js'

/** A target to begin with, and why. Null where the past says too little, or where none of the usual ones was kept. */
export type Suggestion = {
  target: number | null
  reasons: string[]
  /** The days it rests on. */
  days: SloBucket[]
  /** Of an indicator with histograms: what share was at most this, in its unit. */
  thresholds: { share: number; value: number }[]
}

export const USUAL_TARGETS = [0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999] as const
const DAY_SECONDS = 86_400
const DAYS = 30
const LEAST_DAYS = 7
const LEAST_TOTAL = 1000
/** How much of its budget a target may have spent: a promise that only just held will not hold. */
const MOST_SPENT = 0.7

type Asked = { service: string; indicator: string; environments: readonly string[]; op: Objective['op']; value: number | null; to: Date }

/** Suggests a target from the last 30 days of an indicator. */
export async function suggestObjective(analytics: AnalyticsStore, { service, indicator, environments, op, value, to }: Asked): Promise<Suggestion> {
  const objective: Objective = {
    displayName: '',
    target: 0.5,
    op,
    value,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    indicator: null,
    compositeWeight: null,
  }
  const slo: Slo = {
    name: '',
    displayName: '',
    description: '',
    service,
    indicator,
    windowSeconds: DAYS * DAY_SECONDS,
    budgetingMethod: 'Occurrences',
    objectives: [objective],
    alertPolicies: [],
  }
  const from = new Date(to.getTime() - DAYS * DAY_SECONDS * 1000)
  const [days, history] = await Promise.all([
    sloHistory(analytics, slo, objective, { environments, from, to, seconds: DAY_SECONDS }),
    indicatorHistory(analytics, { service, environments, from, to, stepSeconds: DAYS * DAY_SECONDS, minutesSince: from }),
  ])
  return {
    ...suggestTarget(days, op === null ? 'events' : 'minutes'),
    days,
    thresholds: thresholdsOf(history.filter((series) => series.indicator === indicator)),
  }
}

/** The highest usual target that would have left three tenths of its budget. `what` names what is counted. */
export function suggestTarget(days: readonly SloBucket[], what: 'events' | 'minutes'): Pick<Suggestion, 'target' | 'reasons'> {
  const told = days.filter(({ total }) => total > 0)
  const total = told.reduce((sum, day) => sum + day.total, 0)
  const bad = told.reduce((sum, day) => sum + day.total - day.good, 0)
  if (told.length < LEAST_DAYS || total < LEAST_TOTAL) {
    return {
      target: null,
      reasons: [
        `${told.length} days with ${number(total)} ${what} are too little to suggest from; it takes ${LEAST_DAYS} days and ${number(LEAST_TOTAL)}.`,
      ],
    }
  }
  const share = 1 - bad / total
  const reasons = [
    `${percent(share)} of ${number(total)} ${what} in ${told.length} days were good; on the worst day ${percent(Math.min(...told.map((day) => day.good / day.total)))}.`,
  ]
  const spentBy = (target: number) => bad / (total * (1 - target))
  const target = USUAL_TARGETS.findLast((candidate) => spentBy(candidate) <= MOST_SPENT) ?? null
  if (target === null)
    return {
      target,
      reasons: [
        ...reasons,
        `Even ${percent(USUAL_TARGETS[0])} would have spent its budget: mend the service, or what is called good, before promising.`,
      ],
    }
  const missed = told.filter((day) => day.good / day.total < target).length
  const perMonth =
    what === 'events' ? `${number((total / told.length) * DAYS * (1 - target))} bad events` : `${number(DAYS * 1440 * (1 - target))} bad minutes`
  reasons.push(
    `${percent(target)} would have spent ${percent(spentBy(target))} of its budget, and ${missed} of the days alone missed it. It allows ${perMonth} in ${DAYS} days.`,
  )
  const next = USUAL_TARGETS.find((candidate) => candidate > target)
  if (next !== undefined) reasons.push(`${percent(next)} would have spent ${percent(spentBy(next))}, and leaves nothing to spare.`)
  return { target, reasons }
}

function thresholdsOf(history: Awaited<ReturnType<typeof indicatorHistory>>): Suggestion['thresholds'] {
  const [whole] = history.flatMap(({ points }) => points.slice(-1))
  return (whole?.quantiles ?? []).map(({ value }, index) => ({ share: QUANTILES[index]?.level ?? 0, value }))
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: share > 0.99 && share < 1 ? 3 : 1 })} %`
}

function number(count: number): string {
  return count.toLocaleString('en-GB', { maximumFractionDigits: count < 10 ? 1 : 0 })
}
