import type { Attribution, IncidentReport, WorkspaceRules } from './facts.js'
import type { Contradiction } from './fold.js'
import { earliest, latest, type Instant } from './instant.js'
import { NO_EFFECTS, regressionAt, type SliEffects } from './sli-effect.js'
import { effectiveAt } from './deployment.js'
import { latestWithin, timeWithin } from './recency.js'
import { identityOf, takesEffect, type Placed } from './timeline.js'

/** `recentChanceMs` where only recency decides: for how much of the four weeks before it a rollout was recent. */
export type Attributed = { attributions: Attribution[]; reason: string; recentChanceMs?: number }

const RECENT_AT_ONCE = 0.6
const RECENT_AT_END = 0.5

/** In time order: the rollouts of all the services that an incident names, and those of every service that is known here. */
export type Rollouts = { involved: readonly Placed[]; known: readonly Placed[] }

/**
 * Which deployment an incident is laid at, best evidence first; only a person may lay it at one of a service that it does not
 * name. Confidences are those of the definition: declared and person 1, remediated 0.95, regression 0.9, recent 0.6 falling to
 * 0.5 at the end of the window.
 */
export function attributeIncident(incident: IncidentReport, rollouts: Rollouts, rules: WorkspaceRules, effects: SliEffects = NO_EFFECTS): Attributed {
  if (incident.correctedAttribution !== null) return blameByHand(incident, incident.correctedAttribution, rollouts, rules)
  const scoped = rollouts.involved.filter((entry) => inScope(incident, entry, rules))
  const declared = declaredBlame(incident, rollouts.involved, scoped)
  if (declared.length > 0) return attributed(declared, 'declared', 1, 'the incident names it')
  if (incident.services.length === 0) return { attributions: [], reason: 'it names no service, and no deployment or release that is known' }
  if (incident.cause === 'unrelated') return { attributions: [], reason: 'declared as unrelated to any release' }
  const remediated = remediatedBlame(incident, rollouts.involved)
  if (remediated) return attributed([remediated.blamed], 'remediated', 0.95, remediated.reason)
  return regressionBlame(incident, scoped, effects) ?? recentBlame(incident, scoped, rules)
}

export function incidentStart(incident: IncidentReport): Instant | null {
  return incident.startedAt ?? incident.detectedAt ?? earliest([incident.acknowledgedAt, incident.mitigatedAt, incident.resolvedAt])
}

/** A deployment that the incident names, though none of its services has it, goes unheeded: no person laid it there. */
export function unheededDeployment(incident: IncidentReport, involved: readonly Placed[], { attributions }: Attributed): Contradiction[] {
  const { deployment, services, correctedAttribution, parts } = incident
  if (deployment === null || services.length === 0 || correctedAttribution !== null) return []
  if (involved.some((entry) => isPartOf(entry, deployment))) return []
  const kept = attributions.map((attribution) => attribution.deployment).join(', ') || 'no deployment'
  return [{ field: 'deployment', kept, dropped: deployment, source: [...new Set(parts.map(({ source }) => source))].join(', ') }]
}

function isPartOf(entry: Placed, deployment: string | null | undefined): boolean {
  return entry.report.parts.some((part) => part.deployment === deployment)
}

function inScope(incident: IncidentReport, entry: Placed, rules: WorkspaceRules): boolean {
  return incident.environment === null ? rules.isProduction(entry.report.environment) : entry.report.environment === incident.environment
}

/** What a person says holds, whoever's service it is, and also where it leaves nothing to lay the incident at. */
function blameByHand(incident: IncidentReport, said: string, { involved, known }: Rollouts, rules: WorkspaceRules): Attributed {
  if (said === 'unrelated') return { attributions: [], reason: 'a person set it as unrelated to any release' }
  const found = blameNamed(incident, said, involved, rules) ?? blameNamed(incident, said, known, rules)
  return found ?? { attributions: [], reason: `a person laid it at ${said}, of which there is no rollout to ${placeOf(incident)}` }
}

function blameNamed(incident: IncidentReport, said: string, candidates: readonly Placed[], rules: WorkspaceRules): Attributed | null {
  const scoped = candidates.filter((entry) => inScope(incident, entry, rules))
  const named = rolloutOfDeployment(said, candidates, scoped)
  if (named.length > 0) return attributed(named, 'person', 1, 'set by a person')
  const { blamed, begun } = rolloutOfRelease(incident, scoped, (entry) => entry.releaseId === said)
  if (blamed.length === 0) return null
  return attributed(
    blamed,
    'person',
    1,
    begun ? 'set by a person' : `set by a person, though no rollout of ${said} to ${placeOf(incident)} began before it`,
  )
}

function placeOf({ environment }: IncidentReport): string {
  return environment ?? 'production'
}

function declaredBlame(incident: IncidentReport, candidates: readonly Placed[], scoped: readonly Placed[]): Placed[] {
  if (incident.deployment !== null) return rolloutOfDeployment(incident.deployment, candidates, scoped)
  const version = incident.services.length > 0 ? incident.version : null
  if (incident.release === null && version === null) return []
  const isMeant = (entry: Placed) => entry.releaseId === incident.release || (version !== null && entry.report.version === version)
  return rolloutOfRelease(incident, scoped, isMeant).blamed
}

/** The last rollout of this id, of those in the incident's environment if there are any. */
function rolloutOfDeployment(deployment: string, candidates: readonly Placed[], scoped: readonly Placed[]): Placed[] {
  const named = candidates.filter((entry) => isPartOf(entry, deployment))
  const preferred = named.filter((entry) => scoped.includes(entry))
  return (preferred.length > 0 ? preferred : named).slice(-1)
}

/** The last rollout of a release in the incident's environment that had begun when the incident did, else the last of all. */
function rolloutOfRelease(
  incident: IncidentReport,
  scoped: readonly Placed[],
  isMeant: (entry: Placed) => boolean,
): { blamed: Placed[]; begun: boolean } {
  const start = incidentStart(incident)
  const matching = scoped.filter((entry) => takesEffect(entry.report) && isMeant(entry))
  const before = matching.filter((entry) => start === null || effectiveAt(entry.report) <= start)
  const begun = before.length > 0
  return { blamed: (begun ? before : matching).slice(-1), begun }
}

function remediatedBlame(incident: IncidentReport, candidates: readonly Placed[]): { blamed: Placed; reason: string } | null {
  const { mitigation } = incident
  if (mitigation?.kind !== 'rollback' && mitigation?.kind !== 'hotfix') return null
  const remedy = candidates.findLast((entry) => isPartOf(entry, mitigation.deployment))
  const blamed = remedy?.blames ?? null
  if (!remedy || !blamed) return null
  return { blamed, reason: `its ${mitigation.kind} ${remedy.report.id} replaced ${identityOf(blamed.report) ?? blamed.report.id}` }
}

/** The latest rollout after which an indicator regressed in minutes in which the incident began. */
function regressionBlame(incident: IncidentReport, scoped: readonly Placed[], effects: SliEffects): Attributed | null {
  const start = incidentStart(incident)
  if (start === null || effects.size === 0) return null
  const isBlamed = (entry: Placed) => regressionAt(effects, entry.report, start)
  const entry = scoped.findLast((candidate) => takesEffect(candidate.report) && isBlamed(candidate) !== null)
  return entry ? attributed([entry], 'regression', 0.9, `its indicator ${isBlamed(entry)} regressed after that deployment, and it began then`) : null
}

function recentBlame(incident: IncidentReport, scoped: readonly Placed[], rules: WorkspaceRules): Attributed {
  const start = incidentStart(incident)
  if (start === null) return { attributions: [], reason: 'it has no start to compare with deployments' }
  const changes = scoped.filter((entry) => takesEffect(entry.report) && (entry.kind === 'change' || entry.kind === 'hotfix'))
  const recent = latestWithin(changes, start, rules.attributionWindowMs)
  const hours = rules.attributionWindowMs / 3_600_000
  const recentChanceMs = timeWithin(changes, start, rules.attributionWindowMs)
  if (!recent) return { attributions: [], reason: `no deployment of its services in the ${hours} hours before it`, recentChanceMs }
  const confidence = RECENT_AT_ONCE - (RECENT_AT_ONCE - RECENT_AT_END) * (recent.ageMs / rules.attributionWindowMs)
  const minutes = Math.round(recent.ageMs / 60_000)
  return { ...attributed([recent.entry], 'recent', confidence, `latest deployment of the service, ${minutes} minutes before`), recentChanceMs }
}

function attributed(blamed: readonly Placed[], method: Attribution['method'], confidence: number, reason: string): Attributed {
  const attributions = blamed.map(({ report, kind, releaseId }) => ({
    deployment: report.id,
    service: report.service,
    environment: report.environment,
    regions: report.regions,
    trigger: report.trigger,
    kind,
    releaseId,
    method,
    confidence,
    reason,
  }))
  return { attributions, reason }
}

/** When the harm ended, and from what that is known. */
export function mitigationOf(
  incident: IncidentReport,
  candidates: readonly Placed[],
): { at: Instant | null; by: 'mitigated' | 'remedied_by_deployment' | 'resolved' | '' } {
  if (incident.mitigatedAt !== null) return { at: incident.mitigatedAt, by: 'mitigated' }
  const remedies = candidates.filter((entry) => isPartOf(entry, incident.mitigation?.deployment))
  const remediedAt = latest(remedies.map((entry) => (entry.report.outcome === 'succeeded' ? entry.report.finishedAt : null)))
  if (remediedAt !== null) return { at: remediedAt, by: 'remedied_by_deployment' }
  return incident.resolvedAt !== null ? { at: incident.resolvedAt, by: 'resolved' } : { at: null, by: '' }
}
