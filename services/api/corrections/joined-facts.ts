import { correctedValue, correctionsOf } from '../../domain/corrections.js'
import { CORRECTIONS, scopeOf } from '../../domain/scopes.js'
import { eventOf, type EventRow } from '../../facts/event-rows.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { CorrectedKind } from './correctable.js'

/** The ids of all that the fact of this id is made of, its own first. */
export async function partsOfFact(analytics: AnalyticsStore, kind: CorrectedKind, fact: string): Promise<string[]> {
  if (kind === 'approval') return [fact]
  const others = kind === 'incident' ? joinedInto(fact, await joinedIncidents(analytics)) : await joinedReports(analytics, fact)
  return [...new Set([fact, ...others])]
}

/** What a person joined into another incident, by that other. */
async function joinedIncidents(analytics: AnalyticsStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = `SELECT type, source, id, content_hash, time, revision, received_at, service, flags, data FROM events_by_scope FINAL
    WHERE scope = {scope:String} AND JSONExtractString(data, 'kind') = 'incident' AND JSONHas(data, 'fields', 'mergeInto')`
  const events = (await analytics.query<EventRow>(sql, { scope: CORRECTIONS })).map(eventOf)
  const into = new Map<string, string[]>()
  for (const [id, own] of correctionsOf(events, 'incident')) {
    const target = correctedValue(own, 'mergeInto')
    if (typeof target === 'string') into.set(target, [...(into.get(target) ?? []), id])
  }
  return into
}

/** All that was joined into it, and into that. */
function joinedInto(fact: string, into: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  const waiting = [fact]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const part of into.get(id) ?? []) {
      if (part === fact || found.has(part)) continue
      found.add(part)
      waiting.push(part)
    }
  }
  return [...found].sort()
}

async function joinedReports(analytics: AnalyticsStore, fact: string): Promise<string[]> {
  const rows = await analytics.query<{ part: string }>(
    `SELECT DISTINCT arrayJoin(JSONExtract(detail, 'parts', 'Array(Tuple(source String, deployment String))')).deployment AS part
     FROM deployments FINAL WHERE id = {fact:String} ORDER BY part`,
    { fact },
  )
  return rows.map(({ part }) => part)
}

export type JoinedIncidentReport = { id: string; title: string | null; sources: string[] }

/** The reports that an incident was joined from; none where it is one. */
export async function partsOfIncident(analytics: AnalyticsStore, id: string): Promise<JoinedIncidentReport[]> {
  const ids = await partsOfFact(analytics, 'incident', id)
  if (ids.length < 2) return []
  const rows = await analytics.query<{ scope: string; title: string; sources: string[] }>(
    `SELECT scope, argMaxIf(JSONExtractString(data, 'title'), (time, id), JSONExtractString(data, 'title') != '') AS title, arraySort(groupUniqArray(source)) AS sources
     FROM events_by_scope WHERE scope IN {scopes:Array(String)} AND startsWith(type, 'incident.') GROUP BY scope`,
    { scopes: ids.map(scopeOf.incident) },
  )
  const told = new Map(rows.map((row) => [row.scope, row]))
  return ids.map((part) => {
    const { title, sources } = told.get(scopeOf.incident(part)) ?? { title: '', sources: [] }
    return { id: part, title: title || null, sources }
  })
}
