import type { CanonicalEvent } from './event.js'
import { compareText, instantOf, type Instant } from './instant.js'

/** What one event says about one thing: some fields, and the stamp that orders it against other claims. */
export type Claim<T> = {
  fields: Partial<T>
  revision: number
  time: Instant
  contentHash: string
  receivedAt: Instant
  source: string
  eventId: string
}

export type Contradiction = { field: string; kept: string; dropped: string; source: string }

export type Folded<T> = {
  fields: Partial<T>
  receivedAt: Instant
  firstTime: Instant
  lastTime: Instant
  contradictions: Contradiction[]
}

/** A person's correction outranks every sender's revision. */
export const CORRECTION_REVISION = Number.MAX_SAFE_INTEGER

export function claimOf<T>(event: CanonicalEvent, fields: Partial<T>): Claim<T> {
  return {
    fields: definedOnly(fields),
    revision: event.type === 'fact.corrected' ? CORRECTION_REVISION : event.revision,
    time: instantOf(event.time) ?? 0,
    contentHash: event.contentHash,
    receivedAt: instantOf(event.receivedAt) ?? 0,
    source: event.source,
    eventId: event.id,
  }
}

/**
 * Field by field the greatest (revision, time, content hash) wins, so neither order nor repetition of the claims matters.
 * `contradictable` names the fields whose differing values, at the winner's revision, are listed.
 */
export function foldClaims<T>(claims: readonly Claim<T>[], contradictable: readonly (keyof T & string)[] = []): Folded<T> {
  const ordered = [...claims].sort(compareClaims)
  const fields: Partial<T> = {}
  for (const claim of ordered) Object.assign(fields, claim.fields)
  return {
    fields,
    receivedAt: Math.min(...ordered.map((claim) => claim.receivedAt)),
    firstTime: Math.min(...ordered.map((claim) => claim.time)),
    lastTime: Math.max(...ordered.map((claim) => claim.time)),
    contradictions: contradictable.flatMap((field) => contradictionsOf(ordered, field)),
  }
}

export function compareClaims<T>(a: Claim<T>, b: Claim<T>): number {
  return (
    a.revision - b.revision ||
    a.time - b.time ||
    compareText(a.contentHash, b.contentHash) ||
    compareText(a.source, b.source) ||
    compareText(a.eventId, b.eventId)
  )
}

function contradictionsOf<T>(ordered: readonly Claim<T>[], field: keyof T & string): Contradiction[] {
  const saying = ordered.filter((claim) => field in claim.fields)
  const winner = saying.at(-1)
  if (!winner) return []
  const kept = String(winner.fields[field])
  const dropped = new Map<string, Contradiction>()
  for (const claim of saying) {
    const value = String(claim.fields[field])
    if (claim.revision === winner.revision && value !== kept) {
      dropped.set(`${value}\n${claim.source}`, { field, kept, dropped: value, source: claim.source })
    }
  }
  return [...dropped.values()]
}

function definedOnly<T>(fields: Partial<T>): Partial<T> {
  const isGiven = (value: unknown) => value !== undefined && value !== null
  if (Object.values(fields).every(isGiven)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isGiven(value))) as Partial<T>
}

/** The fields that corrections among these events set, in order. */
export function correctedNames(events: readonly CanonicalEvent[]): string[] {
  const corrections = events.filter((event) => event.type === 'fact.corrected')
  return [...new Set(corrections.flatMap((event) => Object.keys((event.data as { fields?: object }).fields ?? {})))].sort(compareText)
}

/** The first copy of each (source, id, body), keeping the earliest arrival; so a repeated event is one event. */
export function distinctEvents(events: Iterable<CanonicalEvent>): CanonicalEvent[] {
  const kept = new Map<string, CanonicalEvent>()
  for (const event of events) {
    const key = `${event.source}\n${event.id}\n${event.contentHash}`
    const known = kept.get(key)
    if (!known || event.receivedAt < known.receivedAt) kept.set(key, event)
  }
  return [...kept.values()]
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | null | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null || key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
