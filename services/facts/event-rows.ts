import type { CanonicalEvent } from '../domain/event.js'
import { scopesOf } from '../domain/scopes.js'

/** A row of `events`, or of `events_by_scope` without `scopes`. */
export type EventRow = {
  source: string
  id: string
  content_hash: string
  type: string
  time: string
  revision: number | string
  received_at: string
  service: string
  flags: string[]
  data: string
}

const FIRST_SEEN_ORIGIN = 2 ** 52

export function eventRow(event: CanonicalEvent): EventRow & { scopes: string[]; first_seen_rank: number } {
  const { service, scopes } = scopesOf(event)
  return {
    source: event.source,
    id: event.id,
    content_hash: event.contentHash,
    type: event.type,
    time: event.time,
    revision: event.revision,
    received_at: event.receivedAt,
    first_seen_rank: FIRST_SEEN_ORIGIN - Date.parse(event.receivedAt),
    service,
    scopes,
    flags: event.flags,
    data: JSON.stringify(event.data),
  }
}

/** The stored event; its shape was checked before it was stored, and the store spells times as events do. */
export function eventOf(row: EventRow): CanonicalEvent {
  return {
    source: row.source,
    id: row.id,
    contentHash: row.content_hash,
    type: row.type,
    time: row.time,
    revision: Number(row.revision),
    receivedAt: row.received_at,
    flags: row.flags,
    data: JSON.parse(row.data),
  } as CanonicalEvent
}
