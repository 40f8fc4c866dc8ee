import type { Normalised } from '../../result.js'
import { textOf, type Cdevent } from '../payload.js'
import { declaredBy } from './declared.js'
import { addressOf, nothing, one } from './event.js'

/** A ticket is an incident if its type or one of its labels says so. */
export function ticket(event: Cdevent, type: 'incident.detected' | 'incident.updated' | 'incident.resolved'): Normalised {
  const { id, content } = event.subject
  if (!isIncident(content)) return nothing(`the ticket ${id} is no incident (neither its ticketType nor one of its labels is "incident")`)
  const { service, environment, version } = declaredBy(event)
  return one(event, type, {
    incident: id,
    service,
    environment,
    version,
    title: textOf(content.summary),
    severity: textOf(content.priority),
    url: addressOf(event),
  })
}

function isIncident({ ticketType, labels }: Cdevent['subject']['content']): boolean {
  const words: unknown[] = [ticketType, ...(Array.isArray(labels) ? labels : [])]
  return words.some((word) => textOf(word)?.toLowerCase() === 'incident')
}
