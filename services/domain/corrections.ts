import type { CanonicalEvent } from './event.js'
import { compareClaims, claimOf, groupBy } from './fold.js'
import { compareText } from './instant.js'

export type Correction = {
  kind: string
  id: string
  service?: string
  environment?: string
  fields: Record<string, unknown>
  reason: string
  by?: string
}

type Identity = { id: string; service?: string; environment?: string }

/** The corrections of one kind of fact, by what they correct. */
export type Corrections = ReadonlyMap<string, CanonicalEvent[]>

/**
 * The corrections of one kind that are in force, by the id of the fact. Of each field the last one holds; one that sets a field
 * to null gives it back to what the senders say.
 */
export function correctionsOf(events: readonly CanonicalEvent[], kind: string): Corrections {
  const own = events.filter((event) => event.type === 'fact.corrected' && correctionIn(event).kind === kind)
  const byFact = groupBy(own, (event) => {
    const { id, service = '', environment = '' } = correctionIn(event)
    return `${id}\n${service}\n${environment}`
  })
  return groupBy([...byFact.values()].flatMap(inForce), (event) => correctionIn(event).id)
}

/** Those that are about this very fact: an id may be one of several services or environments. */
export function correctionsAbout(corrections: Corrections, { id, service, environment }: Identity): CanonicalEvent[] {
  return (corrections.get(id) ?? []).filter((event) => {
    const about = correctionIn(event)
    return (about.service ?? service) === service && (about.environment ?? environment) === environment
  })
}

/** The value that a correction in force gives one field of a fact. */
export function correctedValue(corrections: readonly CanonicalEvent[], field: string): unknown {
  return corrections.map((event) => correctionIn(event).fields[field]).findLast((value) => value !== undefined)
}

function inForce(corrections: readonly CanonicalEvent[]): CanonicalEvent[] {
  const decided = new Set<string>()
  const latestFirst = [...corrections].sort((a, b) => compareClaims(claimOf(b, {}), claimOf(a, {})))
  const kept = latestFirst.flatMap((event) => {
    const fresh = Object.entries(correctionIn(event).fields).filter(([name]) => !decided.has(name))
    for (const [name] of fresh) decided.add(name)
    const fields = Object.fromEntries(fresh.filter(([, value]) => value !== null).sort(([a], [b]) => compareText(a, b)))
    return Object.keys(fields).length === 0 ? [] : [{ ...event, data: { ...event.data, fields } } as CanonicalEvent]
  })
  return kept.reverse()
}

export function correctionIn(event: CanonicalEvent): Correction {
  return event.data as Correction
}
