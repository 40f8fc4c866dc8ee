import { asInstant, asName, asText, at, clip, type Field, optional, optionalName, optionalUrl } from '../fields.js'

/** What every delivery has around its data. */
export type Envelope = { id: string; type: string; occurredAt: string; data: Field }

export type Incident = {
  id: string
  title?: string
  status: string
  urgency?: string
  priority?: string
  service?: PagerdutyService
  url?: string
  /** What kind of resolution it was; absent while open, and for ordinary ones. */
  resolveReason?: string
}

export type PagerdutyService = { id: string; name?: string }

export function readEnvelope(root: Field): Envelope {
  const event = at(root, 'event')
  return {
    id: asName(at(event, 'id')),
    type: asName(at(event, 'event_type')),
    occurredAt: asInstant(at(event, 'occurred_at')),
    data: at(event, 'data'),
  }
}

export function readIncident(data: Field): Incident {
  const title = optional(at(data, 'title'), asText)
  return {
    id: asName(at(data, 'id')),
    title: title === undefined ? undefined : clip(title, 2000),
    status: asName(at(data, 'status')),
    urgency: optionalName(at(data, 'urgency')),
    priority: optionalName(at(data, 'priority', 'summary')),
    service: optional(at(data, 'service'), readService),
    url: optionalUrl(at(data, 'html_url')),
    resolveReason: optionalName(at(data, 'resolve_reason', 'type')),
  }
}

function readService(field: Field): PagerdutyService {
  return { id: asName(at(field, 'id')), name: optionalName(at(field, 'summary')) }
}
