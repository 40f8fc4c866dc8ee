import type { SeedEvent } from '../http/seed-event.js'
import { approvalLeadTime } from './naive-approvals.js'
import { deploymentsOf, type NaiveChange, type NaiveDeployment } from './naive-deployments.js'
import { incidentsOf } from './naive-incidents.js'
import { provenanceCompleteness } from './naive-provenance.js'
import { deploymentRework, recoveryTime, timeToRollback } from './naive-remedies.js'
import {
  hasEnded,
  isIn,
  isNew,
  productionDeployments,
  productionIncidents,
  servedAt,
  split,
  startOf,
  type Answers,
  type Scope,
} from './naive-scope.js'
import { mean, poissonInterval, quantile, wilsonInterval } from './naive-statistics.js'
import { postDeployChange, sloAttainment } from './naive-telemetry.js'
import { validationPassRate } from './naive-validations.js'

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

const DAY_MS = 86_400_000

/** The measures of docs/measures.md in the plainest way: every fact is rebuilt from all events, every answer from all facts. */
export function naiveAnswer(events: readonly SeedEvent[], row: Pick<ExpectedRow, 'key' | 'of' | 'service' | 'from' | 'to'>): number | null {
  const answers = naiveAnswers(events, row.key, { service: row.service, from: Date.parse(row.from), to: Date.parse(row.to) })
  if (row.of.startsWith('excluded:')) return answers[row.of] ?? 0
  const answer = answers[row.of]
  if (answer === undefined) throw new Error(`${row.key} has no ${row.of}`)
  return answer
}

/** All numbers of a measure: its value, n, low and high, its stats, and what it excludes, as excluded:<reason>. */
export function naiveAnswers(events: readonly SeedEvent[], key: string, scope: Scope): Answers {
  const measure = measures[key]
  if (!measure) throw new Error(`no naive measure ${key}`)
  return measure(events, scope)
}

const measures: Record<string, (events: readonly SeedEvent[], scope: Scope) => Answers> = {
  deployment_frequency: deploymentFrequency,
  change_lead_time: changeLeadTime,
  change_failure_rate: changeFailureRate,
  failed_deployment_recovery_time: recoveryTime,
  deployment_rework_rate: deploymentRework,
  time_to_mitigate: timeToMitigate,
  time_to_rollback: timeToRollback,
  release_incidents: releaseIncidents,
  approval_lead_time: approvalLeadTime,
  sli_validation_pass_rate: validationPassRate,
  provenance_completeness: provenanceCompleteness,
  post_deploy_sli_change: postDeployChange,
  slo_attainment: sloAttainment,
}

function deploymentFrequency(events: readonly SeedEvent[], scope: Scope): Answers {
  const { counted, excluded } = split(productionDeployments(events, scope), (deployment) => {
    if (!isNew(deployment)) return deployment.kind
    return deployment.outcome === 'succeeded' ? null : 'not_succeeded'
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
    return hasEnded(deployment.outcome) ? null : 'not_finished'
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
  return { value: mean(seconds), median: quantile(seconds, 0.5), p90: quantile(seconds, 0.9), n: seconds.length, ...excluded }
}

function releaseIncidents(events: readonly SeedEvent[], scope: Scope): Answers {
  const inScope = productionIncidents(events).filter((incident) => isIn(incident.service, startOf(incident), scope))
  const { counted, excluded } = split(inScope, (incident) => (incident.blames === null ? 'unrelated' : null))
  const [low, high] = poissonInterval(counted.length)
  const shareOfAll = inScope.length === 0 ? null : counted.length / inScope.length
  const judged = productionDeployments(events, scope).filter(({ kind, outcome }) => ['change', 'hotfix'].includes(kind) && hasEnded(outcome)).length
  const per100Deployments = judged === 0 ? null : (counted.length / judged) * 100
  const impacts = counted.flatMap(({ impact }) => impact ?? [])
  const sum = (field: 'customers' | 'minutes' | 'cost') => impacts.reduce((total, impact) => total + impact[field], 0)
  const impact: Answers = impacts.length === 0 ? {} : { customers: sum('customers'), impactTime: sum('minutes') * 60, 'cost.EUR': sum('cost') }
  return { value: counted.length, n: counted.length, shareOfAll, per100Deployments, low, high, ...impact, ...excluded }
}
