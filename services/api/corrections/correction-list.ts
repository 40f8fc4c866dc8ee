import { correctionIn } from '../../domain/corrections.js'
import { CORRECTIONS } from '../../domain/scopes.js'
import { eventOf, type EventRow } from '../../facts/event-rows.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { CanonicalEvent } from '../../domain/event.js'
import type { CorrectedKind } from './correctable.js'
import { partsOfFact } from './joined-facts.js'

const MOST = 500

/** The corrections of a fact, and of those that it is made of, the latest first. */
export async function correctionsOfFact(analytics: AnalyticsStore, kind: CorrectedKind, fact: string) {
  const facts = await partsOfFact(analytics, kind, fact)
  const sql = `SELECT type, source, id, content_hash, time, revision, received_at, service, flags, data
    FROM events_by_scope FINAL
    WHERE scope = {scope:String} AND JSONExtractString(data, 'kind') = {kind:String} AND JSONExtractString(data, 'id') IN {facts:Array(String)}
    ORDER BY time DESC, id LIMIT ${MOST}`
  const rows = await analytics.query<EventRow>(sql, { scope: CORRECTIONS, kind, facts })
  return rows.map((row) => correctionNode(eventOf(row)))
}

export function correctionNode(event: Pick<CanonicalEvent, 'id' | 'time' | 'data'>) {
  const { kind, id, service, environment, fields, reason, by } = correctionIn(event as CanonicalEvent)
  return {
    id: event.id,
    at: event.time,
    by: by ?? '',
    kind: kind.toUpperCase(),
    fact: id,
    service: service ?? null,
    environment: environment ?? null,
    fields,
    reason,
  }
}
