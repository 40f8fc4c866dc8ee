import type { SeedEvent } from '../http/seed-event.js'
import { deploymentsOf, type NaiveChange, type NaiveDeployment } from './naive-deployments.js'
import { incidentsOf, type NaiveIncident } from './naive-incidents.js'
import { poissonInterval, quantile, wilsonInterval } from './naive-statistics.js'

/** One row of expected.json. Durations are seconds, ratios 0 to 1; `from` is inclusive, `to` exclusive. */
export type ExpectedRow = {
  key: string
  title: string
  of: string
  service: string | null
  from: string
  to: string
  expected: number | null
  because: string
}

type Scope = { service: string | null; from: number; to: number }
type Answers = Record<string, number | null>

const DAY_MS = 86_400_000

/** The five measures of metrics.md in the plainest way: every fact is rebuilt from all events, every answer from all facts. */
export function naiveAnswer(events: readonly SeedEvent[], row: Pick<ExpectedRow, 'key' | 'of' | 'service' | 'from' | 'to'>): number | null {
  const scope = { service: row.service, from: Date.parse(row.from), to: Date.parse(row.to) }
  const measure = measures[row.key]
  if (!measure) throw new Error(`no naive measure ${row.key}`)
  const answers = measure(events, scope)
  if (row.of.startsWith('excluded:')) return answers[row.of] ?? 0
  const answer = answers[row.of]
  if (answer === undefined) throw new Error(`${row.key} has no ${row.of}`)
  return answer
}

const measures: Record<string, (events: readonly SeedEvent[], scope: Scope) => Answers> = {
  deployment_frequency: deploymentFrequency,
  change_lead_time: changeLeadTime,
  change_failure_rate: changeFailureRate,
  time_to_mitigate: timeToMitigate,
  release_incidents: releaseIncidents,
}

function deploymentFrequency(events: readonly SeedEvent[], scope: Scope): Answers {
  const { counted, excluded } = split(productionDeployments(events, scope), (deployment) => {
    if (deployment.outcome !== 'succeeded') return 'not_succeeded'
    return isNew(deployment) ? null : deployment.kind
  })
  const count = counted.length
  const [low, high] = poissonInterval(count)
  const by = (trigger: string) => counted.filter((deployment) => deployment.trigger === trigger).length
  const perDay = count / ((scope.to - scope.from) / DAY_MS)
  return { value: count, n: count, perDay, human: by('human'), automatic: by('automatic'), low, high, ...excluded }
}

function changeFailureRate(events: readonly SeedEvent[], scope: Scope): Answers {
  const blamed = new Set(incidentsOf(events).flatMap((incident) => (incident.production ? (incident.blames ?? []) : [])))
  const { counted, excluded } = split(productionDeployments(events, scope), (deployment) => {
    if (!isNew(deployment)) return deployment.kind
    return ['succeeded', 'failed', 'rolled_back'].includes(deployment.outcome) ? null : 'not_finished'
  })
  const failed = counted.filter((deployment) => deployment.failedByItself || blamed.has(deployment.id)).length
  const [low, high] = wilsonInterval(failed, counted.length)
  return { value: counted.length === 0 ? null : failed / counted.length, n: counted.length, failed, low, high, ...excluded }
}

function changeLeadTime(events: readonly SeedEvent[], scope: Scope): Answers {
  const all = deploymentsOf(events).filter((deployment) => deployment.environment === 'production')
  const taken = new Set<string>()
  const changes: { deployment: NaiveDeployment; change: NaiveChange; seconds: number }[] = []
  for (const deployment of all) {
    if (deployment.outcome !== 'succeeded' || !isNew(deployment)) continue
    for (const change of deployment.changes) {
      const key = `${deployment.service} ${change.sha}`
      if (taken.has(key)) continue
      taken.add(key)
      changes.push({ deployment, change, seconds: (servedAt(deployment) - (change.committedAt ?? 0)) / 1000 })
    }
  }
  const inScope = changes.filter(({ deployment }) => isIn(deployment.service, servedAt(deployment), scope))
  const { counted, excluded } = split(inScope, ({ deployment, change, seconds }) => {
    if (change.isMerge) return 'merge_commit'
    if (deployment.isFirst && !deployment.declaresChanges) return 'no_baseline'
    if (change.committedAt === null) return 'no_commit_time'
    return seconds < 0 ? 'clock_skew' : null
  })
  const seconds = counted.map((entry) => entry.seconds)
  const at = (part: number) => quantile(seconds, part)
  return { value: at(0.5), p75: at(0.75), p90: at(0.9), p95: at(0.95), n: seconds.length, ...excluded }
}

function timeToMitigate(events: readonly SeedEvent[], scope: Scope): Answers {
  const inScope = productionIncidents(events).filter((incident) => isIn(incident.service, incident.mitigatedAt ?? startOf(incident), scope))
  const { counted, excluded } = split(inScope, (incident) => {
    if (incident.blames === null) return 'unrelated'
    if (incident.detectedAt === null) return 'no_detection'
    return incident.mitigatedAt === null ? 'open' : null
  })
  const seconds = counted.map((incident) => ((incident.mitigatedAt ?? 0) - (incident.detectedAt ?? 0)) / 1000)
  const mean = seconds.length === 0 ? null : seconds.reduce((sum, one) => sum + one, 0) / seconds.length
  return { value: mean, median: quantile(seconds, 0.5), p90: quantile(seconds, 0.9), n: seconds.length, ...excluded }
}

function releaseIncidents(events: readonly SeedEvent[], scope: Scope): Answers {
  const inScope = productionIncidents(events).filter((incident) => isIn(incident.service, startOf(incident), scope))
  const { counted, excluded } = split(inScope, (incident) => (incident.blames === null ? 'unrelated' : null))
  const [low, high] = poissonInterval(counted.length)
  const shareOfAll = inScope.length === 0 ? null : counted.length / inScope.length
  return { value: counted.length, n: counted.length, shareOfAll, low, high, ...excluded }
}

function productionDeployments(events: readonly SeedEvent[], scope: Scope): NaiveDeployment[] {
  return deploymentsOf(events).filter(
    (deployment) => deployment.environment === 'production' && isIn(deployment.service, deployment.finishedAt ?? deployment.startedAt, scope),
  )
}

function productionIncidents(events: readonly SeedEvent[]): NaiveIncident[] {
  return incidentsOf(events).filter((incident) => incident.production)
}

function isIn(service: string, at: number, scope: Scope): boolean {
  return (scope.service === null || scope.service === service) && at >= scope.from && at < scope.to
}

function split<T>(records: readonly T[], reasonOf: (record: T) => string | null): { counted: T[]; excluded: Record<string, number> } {
  const counted: T[] = []
  const excluded: Record<string, number> = {}
  for (const record of records) {
    const reason = reasonOf(record)
    if (reason === null) counted.push(record)
    else excluded[`excluded:${reason}`] = (excluded[`excluded:${reason}`] ?? 0) + 1
  }
  return { counted, excluded }
}

function isNew(deployment: NaiveDeployment): boolean {
  return deployment.kind === 'change' || deployment.kind === 'hotfix'
}

function servedAt(deployment: NaiveDeployment): number {
  return deployment.fullTrafficAt ?? deployment.finishedAt ?? deployment.startedAt
}

function startOf(incident: NaiveIncident): number {
  return incident.startedAt ?? incident.detectedAt ?? 0
}
