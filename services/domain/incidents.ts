import { correctedValue } from './corrections.js'
import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { IncidentReport, WorkspaceRules } from './facts.js'
import { groupBy } from './fold.js'
import { foldIncident } from './incident.js'
import { compareText, type Instant } from './instant.js'
import { thingsOf, type Thing } from './things.js'

const OF_A_NOTE = new Set(['incident', 'note'])

type Reported = { thing: Thing; told: IncidentReport; at: Instant; place: string | null }

/** Every incident that is told of. Those that several sources report are one where a person says so, or the rule of the workspace does. */
export function foldIncidents(events: readonly CanonicalEvent[], { incidentMergeMs }: Pick<WorkspaceRules, 'incidentMergeMs'>): IncidentReport[] {
  const counted = events.filter((event) => !isNote(event))
  const things = thingsOf(counted, 'incident.', 'incident')
  const joined = incidentMergeMs > 0 ? joinedByRule(things, incidentMergeMs) : things
  return joined.map(({ id, events: own, corrections }) => foldIncident(id, [...own, ...corrections]))
}

/** Whether an event only carries a note, which people read; on its own it makes no incident either. */
function isNote(event: CanonicalEvent): boolean {
  if (event.type !== 'incident.updated' || event.data.note === undefined) return false
  return Object.keys(dataOf(event)).every((field) => OF_A_NOTE.has(field))
}

/**
 * Joins incidents of the same services and environment that different sources report, each detected within the time after
 * another that was open then. Which are one, and under which id, rests on the times that senders told.
 */
function joinedByRule(things: readonly Thing[], withinMs: number): Thing[] {
  const byPlace = groupBy(things.map(reportedOf), ({ place }) => place ?? '')
  const groups = [...byPlace].flatMap(([place, own]) => (place === '' ? own.map((one) => [one]) : groupsOf(own, withinMs)))
  return groups.map(united).sort((a, b) => compareText(a.id, b.id))
}

/** `place`: where it may be joined with others; null where a person set it apart, or its services or its detection are not known. */
function reportedOf(thing: Thing): Reported {
  const told = foldIncident(thing.id, thing.events)
  const { services, environment } = foldIncident(thing.id, [...thing.events, ...thing.corrections])
  const isApart = correctedValue(thing.corrections, 'apart') === true
  const place = isApart || services.length === 0 || told.detectedAt === null ? null : JSON.stringify([services, environment])
  return { thing, told, at: told.detectedAt ?? 0, place }
}

function groupsOf(reported: readonly Reported[], withinMs: number): Reported[][] {
  const groups: Reported[][] = []
  let recent: Reported[][] = []
  for (const one of [...reported].sort((a, b) => a.at - b.at || compareText(a.thing.id, b.thing.id))) {
    recent = recent.filter((group) => one.at - (group.at(-1) as Reported).at <= withinMs)
    const group = recent.find((candidate) => isSameIncident(candidate, one, withinMs))
    if (group) {
      group.push(one)
      continue
    }
    const fresh = [one]
    groups.push(fresh)
    recent.push(fresh)
  }
  return groups
}

function isSameIncident(group: readonly Reported[], one: Reported, withinMs: number): boolean {
  const sources = new Set(group.flatMap(({ told }) => told.parts.map((part) => part.source)))
  const wasOpen = ({ told }: Reported) => told.resolvedAt === null || told.resolvedAt >= one.at
  return !one.told.parts.some((part) => sources.has(part.source)) && group.some((other) => one.at - other.at <= withinMs && wasOpen(other))
}

function united(group: readonly Reported[]): Thing {
  const [{ thing }] = group as [Reported]
  return { id: thing.id, events: group.flatMap((one) => one.thing.events), corrections: group.flatMap((one) => one.thing.corrections) }
}
