import type { SeedEvent } from '../http/seed-event.js'
import { objectives } from './prepare.js'
import { deploymentsOf, type NaiveDeployment } from './naive-deployments.js'
import { isIn, isNew, productionDeployments, servedAt, split, type Answers, type Scope } from './naive-scope.js'
import { quantile } from './naive-statistics.js'

const MINUTE_MS = 60_000
const SIDE_MS = 30 * MINUTE_MS
/** Below this, so many bad events after a rollout are no chance. */
const CHANCE = 0.01

type Reading = { service: string; sli: string; at: number; good: number; total: number }
type Counts = { bad: number; total: number }

export function sloAttainment(events: readonly SeedEvent[], scope: Scope): Answers {
  const told = readingsOf(events).filter(({ service, at }) => isIn(service, at, scope))
  const judged = objectives().flatMap(({ service, indicator, target }) => {
    const own = told.filter((reading) => reading.service === service && reading.sli === indicator)
    return own.length === 0 ? [] : [{ ...countsOf(own), target, readings: own.length }]
  })
  const sum = (of: (one: (typeof judged)[number]) => number) => judged.reduce((all, one) => all + of(one), 0)
  const [bad, total] = [sum((one) => one.bad), sum((one) => one.total)]
  const burn = bad / sum((one) => one.total * (1 - one.target))
  return {
    value: (total - bad) / total,
    n: sum(({ readings }) => readings),
    good: total - bad,
    total,
    objectives: judged.length,
    burn,
    budgetLeft: 1 - burn,
  }
}

/** Of each rollout one indicator was told at most. */
export function postDeployChange(events: readonly SeedEvent[], scope: Scope): Answers {
  const readings = readingsOf(events)
  const all = deploymentsOf(events)
  const rollouts = productionDeployments(events, scope).map((rollout) => ({ rollout, ...sidesOf(rollout, all, readings) }))
  const { counted, excluded } = split(rollouts, ({ rollout, before, after }) => {
    if (!isNew(rollout)) return rollout.kind
    if (rollout.outcome !== 'succeeded') return 'not_succeeded'
    if (before.total + after.total === 0) return 'no_telemetry'
    return before.total === 0 || after.total === 0 ? 'one_sided' : null
  })
  const changes = counted.map(({ before, after }) => after.bad / after.total - before.bad / before.total)
  const regressed = counted.filter(({ before, after }) => chanceOf(before, after) <= CHANCE).length
  return {
    value: quantile(changes, 0.5),
    n: changes.length,
    p90: quantile(changes, 0.9),
    low: holdsMedian(changes.length) ? Math.min(...changes) : null,
    deployments: counted.length,
    regressed,
    regressedShare: regressed / counted.length,
    ...excluded,
  }
}

/** A reading counts in the minute in which it ends; one that is told again counts once. */
function readingsOf(events: readonly SeedEvent[]): Reading[] {
  const told = new Map(events.filter(({ type }) => type === 'sli.sampled').map((event) => [`${event.source} ${event.id}`, event.data]))
  return [...told.values()].map((data) => ({
    service: String(data.service),
    sli: String(data.sli),
    at: Math.floor((Date.parse(String(data.to)) - 1) / MINUTE_MS) * MINUTE_MS,
    good: Number(data.good),
    total: Number(data.total),
  }))
}

function countsOf(readings: readonly Reading[]): Counts {
  return readings.reduce((all, { good, total }) => ({ bad: all.bad + total - good, total: all.total + total }), { bad: 0, total: 0 })
}

/** The half hours before its start and after it served all traffic, cut where another rollout was under way. */
function sidesOf(rollout: NaiveDeployment, all: readonly NaiveDeployment[], readings: readonly Reading[]): { before: Counts; after: Counts } {
  const others = all.filter((other) => other !== rollout && other.service === rollout.service && other.environment === rollout.environment)
  const earlier = others.filter(({ startedAt }) => startedAt < rollout.startedAt).map(servedAt)
  const later = others.filter(({ startedAt }) => startedAt > rollout.startedAt).map(({ startedAt }) => startedAt)
  const within = (from: number, to: number) => countsOf(readings.filter(({ service, at }) => service === rollout.service && at >= from && at < to))
  const served = servedAt(rollout)
  return {
    before: within(Math.max(rollout.startedAt - SIDE_MS, ...earlier), rollout.startedAt),
    after: within(served, Math.min(served + SIDE_MS, ...later)),
  }
}

/** Of all bad events, each as likely after as there are events after: the chance that at least so many are. */
function chanceOf(before: Counts, after: Counts): number {
  const [all, share] = [before.bad + after.bad, after.total / (before.total + after.total)]
  let [chance, term] = [0, (1 - share) ** all]
  for (let k = 0; k <= all; k += 1) {
    if (k >= after.bad) chance += term
    term *= ((all - k) / (k + 1)) * (share / (1 - share))
  }
  return chance
}

/** Whether the smallest and the greatest of so many values hold the median with 95 %. */
function holdsMedian(n: number): boolean {
  return 1 - 2 * 0.5 ** n >= 0.95
}
