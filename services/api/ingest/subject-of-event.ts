import type { Subject } from '../../auth/teams/owners.js'
import type { ParsedEvent } from '../../domain/event.js'
import { scopeOf, scopesOf } from '../../domain/scopes.js'

type Corrected = Extract<ParsedEvent, { type: 'fact.corrected' }>['data']

const CORRECTED: Record<Corrected['kind'], (id: string) => string> = {
  ...scopeOf,
  artifact: scopeOf.digest,
  change: (id) => scopeOf.repository(id.slice(0, id.lastIndexOf('@'))),
}

/** What an event is about, and the team that it gives a service to. */
export function subjectOfEvent(event: ParsedEvent): Subject {
  const { scopes } = scopesOf(event)
  if (event.type === 'fact.corrected') return { scopes: [...scopes, CORRECTED[event.data.kind](event.data.id)] }
  return { scopes, team: event.type === 'service.declared' ? event.data.team : null }
}
