import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { IncidentReport } from './facts.js'
import { claimOf, compareClaims, correctedNames, CORRECTION_REVISION, foldClaims, groupBy, type Claim } from './fold.js'
import { incidentContradictions, namedIn } from './incident-contradictions.js'
import { compareText, earliest, instantOf, type Instant } from './instant.js'

type Fields = {
  incident: string
  service: string
  services: string[]
  environment: string
  title: string
  severity: string
  url: string
  startedAt: Instant
  detectedAt: Instant
  acknowledgedAt: Instant
  mitigatedAt: Instant
  resolvedAt: Instant
  deployment: string
  version: string
  release: string
  cause: 'release' | 'unrelated'
  mitigation: { kind: string; deployment?: string }
  impact: Record<string, unknown>
  attribution: string
  retracts: Stage[]
}

type Stage = 'acknowledged' | 'mitigated' | 'resolved'

const MILESTONE: Record<string, 'detectedAt' | 'acknowledgedAt' | 'mitigatedAt' | 'resolvedAt'> = {
  'incident.detected': 'detectedAt',
  'incident.acknowledged': 'acknowledgedAt',
  'incident.mitigated': 'mitigatedAt',
  'incident.resolved': 'resolvedAt',
}
/** What goes with a stage that is taken back. */
const RETRACTED: Record<Stage, (keyof Fields)[]> = {
  acknowledged: ['acknowledgedAt'],
  mitigated: ['mitigatedAt', 'mitigation'],
  resolved: ['resolvedAt'],
}
const INSTANTS = ['startedAt', 'detectedAt', 'acknowledgedAt', 'mitigatedAt', 'resolvedAt'] as const

/** Folds the events of one incident, and the corrections of it. */
export function foldIncident(id: string, events: readonly CanonicalEvent[]): IncidentReport {
  const claims = withoutRetracted(events.map((event) => claimOf<Fields>(event, incidentFields(event))))
  const { fields, receivedAt, contradictions } = foldClaims(claims, ['deployment', 'cause'])
  const services = servicesOf(claims)
  return {
    id,
    services,
    environment: fields.environment ?? null,
    title: fields.title ?? '',
    severity: fields.severity ?? '',
    url: fields.url ?? '',
    startedAt: fields.startedAt ?? null,
    detectedAt: byHand(claims).detectedAt ?? firstDetection(claims),
    acknowledgedAt: fields.acknowledgedAt ?? null,
    mitigatedAt: fields.mitigatedAt ?? null,
    resolvedAt: fields.resolvedAt ?? null,
    deployment: fields.deployment ?? null,
    version: fields.version ?? null,
    release: fields.release ?? null,
    cause: fields.cause ?? null,
    mitigation: fields.mitigation ?? null,
    impact: fields.impact ?? null,
    correctedAttribution: fields.attribution ?? null,
    receivedAt,
    contradictions: [...contradictions, ...incidentContradictions(claims, services)],
    parts: partsOf(events),
    corrected: correctedNames(events),
  }
}

/** Those that a person says, else all that any sender does. */
function servicesOf(claims: readonly Claim<Fields>[]): string[] {
  const { services } = byHand(claims)
  return services ? [...new Set(services)].sort(compareText) : namedIn(claims)
}

function byHand(claims: readonly Claim<Fields>[]): Partial<Fields> {
  return foldClaims(claims.filter(({ revision }) => revision === CORRECTION_REVISION)).fields
}

/** Of incidents that are one, whoever noticed it first did. */
function firstDetection(claims: readonly Claim<Fields>[]): Instant | null {
  const byId = groupBy(claims, ({ fields }) => fields.incident)
  return earliest([...byId.values()].map((own) => foldClaims(own).fields.detectedAt ?? null))
}

function partsOf(events: readonly CanonicalEvent[]): IncidentReport['parts'] {
  const told = events
    .filter((event) => event.type !== 'fact.corrected')
    .map((event) => ({ source: event.source, incident: String(dataOf(event).incident) }))
  const parts = new Map(told.map((part) => [`${part.source}\n${part.incident}`, part]))
  return [...parts].sort(([a], [b]) => compareText(a, b)).map(([, part]) => part)
}

/** An incident that is reopened goes back: what was said before of the stages it leaves is dropped, what is said after it stays. */
function withoutRetracted(claims: readonly Claim<Fields>[]): Claim<Fields>[] {
  const retracted = new Set<keyof Fields>()
  const latestFirst = [...claims].sort((a, b) => compareClaims(b, a))
  return latestFirst.map((claim) => {
    const kept = Object.entries(claim.fields).filter(([name]) => !retracted.has(name as keyof Fields))
    for (const stage of claim.fields.retracts ?? []) for (const name of RETRACTED[stage] ?? []) retracted.add(name)
    return { ...claim, fields: Object.fromEntries(kept) as Partial<Fields> }
  })
}

function incidentFields(event: CanonicalEvent): Partial<Fields> {
  const data = dataOf(event)
  const raw = (event.type === 'fact.corrected' ? data.fields : data) as Record<string, unknown>
  const fields = { ...raw } as Partial<Fields>
  if (event.type !== 'incident.updated') delete fields.retracts
  for (const name of INSTANTS) if (name in raw) fields[name] = instantOf(raw[name]) ?? undefined
  const milestone = MILESTONE[event.type]
  if (milestone) fields[milestone] = instantOf(event.time) ?? undefined
  return fields
}
