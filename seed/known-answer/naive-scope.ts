import type { SeedEvent } from '../http/seed-event.js'
import { deploymentsOf, type NaiveDeployment } from './naive-deployments.js'
import { incidentsOf, type NaiveIncident } from './naive-incidents.js'

/** Epoch milliseconds; `from` is inclusive, `to` exclusive. */
export type Scope = { service: string | null; from: number; to: number }
export type Answers = Record<string, number | null>

export function productionDeployments(events: readonly SeedEvent[], scope: Scope): NaiveDeployment[] {
  return deploymentsOf(events).filter(
    (deployment) => deployment.environment === 'production' && isIn(deployment.service, deployment.finishedAt ?? deployment.startedAt, scope),
  )
}

export function productionIncidents(events: readonly SeedEvent[]): NaiveIncident[] {
  return incidentsOf(events).filter((incident) => incident.production)
}

export function isIn(service: string, at: number, scope: Scope): boolean {
  return (scope.service === null || scope.service === service) && at >= scope.from && at < scope.to
}

export function split<T>(records: readonly T[], reasonOf: (record: T) => string | null): { counted: T[]; excluded: Record<string, number> } {
  const counted: T[] = []
  const excluded: Record<string, number> = {}
  for (const record of records) {
    const reason = reasonOf(record)
    if (reason === null) counted.push(record)
    else excluded[`excluded:${reason}`] = (excluded[`excluded:${reason}`] ?? 0) + 1
  }
  return { counted, excluded }
}

export function isNew(deployment: NaiveDeployment): boolean {
  return deployment.kind === 'change' || deployment.kind === 'hotfix'
}

/** Whether it ended in a way that says something about it. */
export function hasEnded(outcome: string): boolean {
  return ['succeeded', 'failed', 'rolled_back'].includes(outcome)
}

export function servedAt(deployment: NaiveDeployment): number {
  return deployment.fullTrafficAt ?? deployment.finishedAt ?? deployment.startedAt
}

export function startOf(incident: NaiveIncident): number {
  return incident.startedAt ?? incident.detectedAt ?? 0
}
