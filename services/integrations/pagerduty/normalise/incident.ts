import { identifier } from '../../identifier.js'
import type { Normalised } from '../../result.js'
import { type Envelope, type Incident, readIncident } from '../payload.js'
import type { PagerdutySettings } from '../settings.js'
import { isIgnored, serviceOf, severityOf } from './naming.js'

type Said = { type: string; data?: Record<string, unknown> }

const SAID = new Map<string, (incident: Incident) => Said>([
  ['incident.triggered', () => ({ type: 'incident.detected' })],
  ['incident.acknowledged', () => ({ type: 'incident.acknowledged' })],
  ['incident.resolved', () => ({ type: 'incident.resolved' })],
  ['incident.unacknowledged', () => ({ type: 'incident.updated', data: { retracts: ['acknowledged'] } })],
  ['incident.reopened', (incident) => ({ type: 'incident.updated', data: { retracts: retractedByReopening(incident) } })],
  ['incident.priority_updated', () => ({ type: 'incident.updated' })],
  ['incident.service_updated', () => ({ type: 'incident.updated' })],
])

export function readsIncident(type: string): boolean {
  return SAID.has(type)
}

export function normaliseIncident(envelope: Envelope, source: string, settings: PagerdutySettings): Normalised {
  const { id, type, occurredAt, data } = envelope
  const incident = readIncident(data)
  const said = SAID.get(type)?.(incident)
  if (said === undefined || isIgnored(incident, settings)) return { events: [], reason: reasonToIgnore(incident) }
  const event = {
    id: identifier('event', id),
    source,
    type: said.type,
    time: occurredAt,
    data: { ...incidentData(incident, settings), ...said.data },
  }
  return { events: [event], ...notes(type, incident) }
}

function incidentData(incident: Incident, settings: PagerdutySettings): Record<string, unknown> {
  const { id, title, url } = incident
  return {
    incident: identifier('pagerduty', id),
    service: serviceOf(incident, settings),
    environment: settings.environment,
    title,
    severity: severityOf(incident, settings),
    url,
  }
}

/** Someone may already be on it again: then only its end is taken back. */
function retractedByReopening({ status }: Incident): string[] {
  return status === 'acknowledged' ? ['mitigated', 'resolved'] : ['acknowledged', 'mitigated', 'resolved']
}

function notes(type: string, { id, resolveReason }: Incident): { reason?: string } {
  if (type !== 'incident.resolved' || resolveReason !== 'merge_resolve_reason') return {}
  return { reason: `Incident ${id} was merged into another one: it ends here, and the harm goes on under the other.` }
}

function reasonToIgnore({ id, service }: Incident): string {
  const name = service?.name ?? service?.id ?? 'unknown'
  return `Incident ${id} belongs to the PagerDuty service "${name}", which ignoredServices in the settings of this connection leaves out.`
}
