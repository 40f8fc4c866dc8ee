import { dataOf } from '../../domain/event-data.js'
import type { CanonicalEvent } from '../../domain/event.js'
import { compareText } from '../../domain/instant.js'
import { distinctEvents } from '../../domain/fold.js'
import { scopeOf } from '../../domain/scopes.js'
import { eventOf, type EventRow } from '../../facts/event-rows.js'
import { inChunks } from '../../facts/in-chunks.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

export type TimelineEntry = {
  at: string
  type: string
  title: string
  detail: string | null
  source: string
  eventId: string
  environment: string | null
  url: string | null
}

export type TimelineOf = {
  deployments: { parts: { deployment: string }[]; artifactDigest: string | null; commit: string | null; repository: string | null }[]
  incidents: { id: string }[]
  approvals: { id: string }[]
}

/** Everything recorded about the things of a release, in time order; the same report twice is one entry. */
export async function releaseTimeline(analytics: AnalyticsStore, things: TimelineOf): Promise<TimelineEntry[]> {
  const scopes = [
    ...things.deployments.flatMap((deployment) => deployment.parts.map((part) => scopeOf.deployment(part.deployment))),
    ...things.deployments.flatMap((deployment) => (deployment.artifactDigest ? [scopeOf.digest(deployment.artifactDigest)] : [])),
    ...things.incidents.map((incident) => scopeOf.incident(incident.id)),
    ...things.approvals.map((approval) => scopeOf.approval(approval.id)),
  ]
  const sql = 'SELECT * FROM events_by_scope WHERE scope IN {scopes:Array(String)}'
  const rows = await inChunks([...new Set(scopes)], (chunk) => analytics.query<EventRow>(sql, { scopes: chunk }))
  return distinctEvents(rows.map(eventOf))
    .sort((a, b) => compareText(a.time, b.time) || compareText(a.type, b.type) || compareText(a.id, b.id))
    .map(entryOf)
}

function entryOf(event: CanonicalEvent): TimelineEntry {
  const data = dataOf(event)
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : null)
  return {
    at: event.time,
    type: event.type,
    title: titleOf(event.type, data),
    detail: text('reason') ?? text('note') ?? text('title') ?? text('version') ?? text('name'),
    source: event.source,
    eventId: event.id,
    environment: text('environment'),
    url: text('url') ?? text('buildUrl'),
  }
}

function titleOf(type: string, data: Record<string, unknown>): string {
  const stage = data.stage as { name?: string; trafficPercent?: number } | undefined
  const percent = stage?.trafficPercent === undefined ? '' : `, ${stage.trafficPercent} % of traffic`
  const titles: Record<string, string> = {
    'deployment.started': `Rollout to ${data.environment} started`,
    'deployment.progressed': `Stage ${stage?.name ?? ''}${percent}`.trim(),
    'deployment.finished': `Rollout to ${data.environment} ${String(data.outcome).replace('_', ' ')}`,
    'approval.requested': 'Approval asked for',
    'approval.decided': `Approval ${data.decision} by ${data.by}`,
    'approval.withdrawn': 'Approval withdrawn',
    'incident.detected': `Incident ${data.incident} detected`,
    'incident.acknowledged': `Incident ${data.incident} acknowledged`,
    'incident.mitigated': `Incident ${data.incident} mitigated`,
    'incident.resolved': `Incident ${data.incident} resolved`,
    'incident.updated': data.note === undefined ? `Incident ${data.incident} updated` : `Note on incident ${data.incident}`,
    'artifact.published': 'Artifact published',
    'artifact.promoted': `Artifact promoted from ${data.from} to ${data.to}`,
    'artifact.attested': `Artifact attested: ${data.kind}`,
  }
  return titles[type] ?? type
}
