import { deriveService } from '../domain/derive.js'
import type { CanonicalEvent } from '../domain/event.js'
import type { DeploymentFact, WorkspaceRules } from '../domain/facts.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { loadServiceEvents } from './load-service.js'

export type MergeRules = { slackMs?: number; sourceOfRecord?: string }

export type MergePreview = { rolloutsNow: number; rollouts: number; joined: { rollout: DeploymentFact; newlyJoined: boolean }[] }

/** What the rollouts of a service would be under other rules of merging. Reads the real events, writes nothing. */
export async function previewMerge(analytics: AnalyticsStore, service: string, asked: MergeRules, rules: WorkspaceRules): Promise<MergePreview> {
  const events = await loadServiceEvents(analytics, service)
  const now = deriveService(service, events, rules).deployments
  const recorded = events.map((event) => withSource(event, service, asked.sourceOfRecord))
  const then = deriveService(service, recorded, { ...rules, mergeSlackMs: asked.slackMs ?? rules.mergeSlackMs }).deployments
  const known = new Set(now.map(partsKey))
  const joined = then.filter(({ parts }) => parts.length > 1).map((rollout) => ({ rollout, newlyJoined: !known.has(partsKey(rollout)) }))
  return { rolloutsNow: now.length, rollouts: then.length, joined }
}

function partsKey({ environment, parts }: DeploymentFact): string {
  return JSON.stringify([environment, ...parts.map(({ source, deployment }) => [source, deployment]).sort()])
}

function withSource(event: CanonicalEvent, service: string, sourceOfRecord: string | undefined): CanonicalEvent {
  if (sourceOfRecord === undefined || event.type !== 'service.declared' || event.data.service !== service) return event
  return { ...event, data: { ...event.data, sourceOfRecord } }
}
