import { asName, asText, at, clip } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { Normalised } from '../../result.js'
import type { Envelope } from '../payload.js'

export const NOTE = 'incident.annotated'
/** As long as a text may be. */
const LONGEST = 2000

/** A note is for people to read. Its payload names the incident, and no service. */
export function normaliseNote({ id, occurredAt, data }: Envelope, source: string): Normalised {
  const incident = identifier('pagerduty', asName(at(data, 'incident', 'id')))
  const note = clip(asText(at(data, 'content')), LONGEST)
  return { events: [{ id: identifier('event', id), source, type: 'incident.updated', time: occurredAt, data: { incident, note } }] }
}
