import type { SeedEvent } from '../http/seed-event.js'
import { deploymentsOf, type NaiveDeployment } from './naive-deployments.js'
import { incidentsOf, type NaiveIncident } from './naive-incidents.js'
import { hasEnded, isIn, isNew, productionDeployments, split, startOf, type Answers, type Scope } from './naive-scope.js'
import { mean, quantile, wilsonInterval } from './naive-statistics.js'

type Failure = { deployment: NaiveDeployment; incidents: NaiveIncident[]; began: number; recovered: number | null }

export function recoveryTime(events: readonly SeedEvent[], scope: Scope): Answers {
  const failures = failuresOf(events).filter(({ deployment, recovered }) => isIn(deployment.service, recovered ?? endOf(deployment), scope))
  const { counted, excluded } = split(failures, ({ recovered }) => (recovered === null ? 'not_recovered' : null))
  const seconds = counted.map(({ began, recovered }) => ((recovered ?? 0) - began) / 1000)
  const byIncident = counted.filter(({ incidents }) => incidents.length > 0).length
  const stats = { mean: mean(seconds), p90: quantile(seconds, 0.9), byIncident, open: failures.length - counted.length }
  return { value: quantile(seconds, 0.5), n: seconds.length, ...stats, ...excluded }
}

function failuresOf(events: readonly SeedEvent[]): Failure[] {
  const deployments = deploymentsOf(events).filter(({ environment }) => environment === 'production')
  const all = incidentsOf(events).filter(({ production }) => production)
  return deployments
    .filter((deployment) => isNew(deployment) && hasEnded(deployment.outcome))
    .map((deployment) => {
      const incidents = all.filter(({ blames }) => blames === deployment.id)
      const decided = deployment.outcome === 'rolled_back' ? decisionAbout(deployment, deployment, events) : undefined
      const faults = [endOf(deployment), ...incidents.map(startOf), ...(decided ? [decided.at] : [])]
      const recovered = incidents.length > 0 ? lastMitigation(incidents) : mendedAt(deployment, deployments)
      return { deployment, incidents, began: Math.min(...faults), recovered }
    })
    .filter(({ deployment, incidents }) => deployment.failedByItself || incidents.length > 0)
}

function lastMitigation(incidents: readonly NaiveIncident[]): number | null {
  const mitigated = incidents.map(({ mitigatedAt }) => mitigatedAt)
  return mitigated.includes(null) ? null : Math.max(...(mitigated as number[]))
}

/** Aborted in place at its own end; else by what rolled it back or fixed it, or the next success after a failed rollout. */
function mendedAt(deployment: NaiveDeployment, all: readonly NaiveDeployment[]): number | null {
  if (deployment.outcome === 'rolled_back') return deployment.finishedAt
  const later = all.filter(
    (other) =>
      other.service === deployment.service &&
      other.outcome === 'succeeded' &&
      (other.id === deployment.mendedBy || (deployment.outcome === 'failed' && other.startedAt > deployment.startedAt)),
  )
  return later.length === 0 ? null : Math.min(...later.map(endOf))
}

export function deploymentRework(events: readonly SeedEvent[], scope: Scope): Answers {
  const { counted, excluded } = split(productionDeployments(events, scope), ({ kind, outcome }) => {
    if (kind === 'rollback' || kind === 'redeploy') return kind
    return hasEnded(outcome) ? null : 'not_finished'
  })
  const hotfixes = counted.filter(({ kind }) => kind === 'hotfix').length
  const [low, high] = wilsonInterval(hotfixes, counted.length)
  return { value: counted.length === 0 ? null : hotfixes / counted.length, n: counted.length, hotfixes, low, high, ...excluded }
}

export function timeToRollback(events: readonly SeedEvent[], scope: Scope): Answers {
  const all = deploymentsOf(events)
  const back = productionDeployments(events, scope).filter(({ kind, outcome }) => kind === 'rollback' || outcome === 'rolled_back')
  const { counted, excluded } = split(back, ({ outcome }) =>
    outcome === 'failed' ? 'rollback_failed' : outcome === 'running' ? 'not_finished' : null,
  )
  const taken = counted.map((deployment) => {
    const bad = deployment.outcome === 'rolled_back' ? deployment : all.find(({ id }) => id === deployment.blames)
    const decision = decisionAbout(deployment, bad ?? deployment, events)
    const automated = decision?.automated ?? deployment.trigger === 'automatic'
    return { seconds: (endOf(deployment) - (decision?.at ?? deployment.startedAt)) / 1000, automated }
  })
  const seconds = taken.map((one) => one.seconds)
  const of = (automated: boolean) => taken.filter((one) => one.automated === automated).map((one) => one.seconds)
  return {
    value: quantile(seconds, 0.5),
    n: seconds.length,
    p95: quantile(seconds, 0.95),
    automated: of(true).length,
    manual: of(false).length,
    automatedMedian: quantile(of(true), 0.5),
    manualMedian: quantile(of(false), 0.5),
    withinTarget: mean(seconds.map((one) => (one <= 600 ? 1 : 0))),
    ...excluded,
  }
}

type Decision = { at: number; automated: boolean; deployment: string }

/** The first call for a rollback, or about what it takes back, from when that began until the rollback ended. */
function decisionAbout(rollback: NaiveDeployment, bad: NaiveDeployment, events: readonly SeedEvent[]): Decision | undefined {
  return decisionsIn(events).find(({ at, deployment }) => [rollback.id, bad.id].includes(deployment) && at >= bad.startedAt && at <= endOf(rollback))
}

function decisionsIn(events: readonly SeedEvent[]): Decision[] {
  const decided = events.filter(({ type }) => type === 'rollback.decided')
  const decisions = decided.map(({ data, time }) => ({
    at: Date.parse(time),
    automated: data.automated === true,
    deployment: String(data.deployment),
  }))
  return decisions.sort((a, b) => a.at - b.at)
}

function endOf({ finishedAt, startedAt }: NaiveDeployment): number {
  return finishedAt ?? startedAt
}
