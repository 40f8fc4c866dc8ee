import { deriveService } from '../domain/derive.js'
import { contentHash, type CanonicalEvent } from '../domain/event.js'
import type { DeploymentFact, IncidentFact, WorkspaceRules } from '../domain/facts.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { loadServiceEvents } from './load-service.js'

export type MergeRules = { slackMs?: number; sourceOfRecord?: string }

export type MergePreview = { rolloutsNow: number; rollouts: number; joined: { rollout: DeploymentFact; newlyJoined: boolean }[] }

/** What the rollouts of a service would be under other rules of merging. Reads the real events, writes nothing. */
export async function previewMerge(analytics: AnalyticsStore, service: string, asked: MergeRules, rules: WorkspaceRules): Promise<MergePreview> {
  const events = await loadServiceEvents(analytics, service)
  const now = deriveService(service, events, rules).deployments
  const recorded = [...events, ...declaredSource(service, asked.sourceOfRecord)]
  const then = deriveService(service, recorded, { ...rules, mergeSlackMs: asked.slackMs ?? rules.mergeSlackMs }).deployments
  const known = new Set(now.map(partsKey))
  const joined = then.filter(({ parts }) => parts.length > 1).map((rollout) => ({ rollout, newlyJoined: !known.has(partsKey(rollout)) }))
  return { rolloutsNow: now.length, rollouts: then.length, joined }
}

export type IncidentMergePreview = { incidentsNow: number; incidents: number; joined: { incident: IncidentFact; newlyJoined: boolean }[] }

/** What the incidents of a service would be if those of several sources were joined within this time. Reads the real events, writes nothing. */
export async function previewIncidentMerge(
  analytics: AnalyticsStore,
  service: string,
  withinMs: number | undefined,
  rules: WorkspaceRules,
): Promise<IncidentMergePreview> {
  const events = await loadServiceEvents(analytics, service)
  const now = deriveService(service, events, rules).incidents
  const then = deriveService(service, events, { ...rules, incidentMergeMs: withinMs ?? rules.incidentMergeMs }).incidents
  const known = new Set(now.map(({ parts }) => JSON.stringify(parts)))
  const joined = then
    .filter(({ parts }) => new Set(parts.map(({ incident }) => incident)).size > 1)
    .map((incident) => ({ incident, newlyJoined: !known.has(JSON.stringify(incident.parts)) }))
  return { incidentsNow: now.length, incidents: then.length, joined }
}

function partsKey({ environment, parts }: DeploymentFact): string {
  return JSON.stringify([environment, ...parts.map(({ source, deployment }) => [source, deployment]).sort()])
}

/** As if the service had been declared with this source last of all, whether or not it is declared. */
function declaredSource(service: string, sourceOfRecord: string | undefined): CanonicalEvent[] {
  if (sourceOfRecord === undefined) return []
  const [type, time, revision, data] = ['service.declared' as const, new Date(0).toISOString(), Number.MAX_SAFE_INTEGER, { service, sourceOfRecord }]
  const hash = contentHash({ type, time, revision, data })
  return [{ id: 'preview', source: 'windsock/preview', type, time, revision, data, receivedAt: time, contentHash: hash, flags: [] }]
}
