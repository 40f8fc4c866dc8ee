import type { Attribution, IncidentReport, WorkspaceRules } from './facts.js'
import { earliest, latest, type Instant } from './instant.js'
import { NO_EFFECTS, regressionAt, type SliEffects } from './sli-effect.js'
import { effectiveAt } from './deployment.js'
import { identityOf, latestWithin, takesEffect, type Placed } from './timeline.js'

export type Attributed = { attributions: Attribution[]; reason: string }

const RECENT_AT_ONCE = 0.6
const RECENT_AT_END = 0.5

/**
 * Which deployment an incident is laid at, best evidence first; `candidates` are the rollouts of all the services that the
 * incident names, in time order. Confidences are those of the definition: declared and person 1, remediated 0.95,
 * regression 0.9, recent 0.6 falling to 0.5 at the end of the window.
 */
export function attributeIncident(
  incident: IncidentReport,
  candidates: readonly Placed[],
  rules: WorkspaceRules,
  effects: SliEffects = NO_EFFECTS,
): Attributed {
  const scoped = candidates.filter((entry) => inScope(incident, entry, rules))
  if (incident.correctedAttribution === 'unrelated') return { attributions: [], reason: 'a person set it as unrelated to any release' }
  if (incident.correctedAttribution !== null) {
    const blamed = candidates.filter((entry) => isPartOf(entry, incident.correctedAttribution) || entry.releaseId === incident.correctedAttribution)
    if (blamed.length > 0) return attributed(blamed.slice(-1), 'person', 1, 'set by a person')
  }
  const declared = declaredBlame(incident, candidates, scoped)
  if (declared.length > 0) return attributed(declared, 'declared', 1, 'the incident names it')
  if (incident.services.length === 0) return { attributions: [], reason: 'it names no service, and no deployment or release that is known' }
  if (incident.cause === 'unrelated') return { attributions: [], reason: 'declared as unrelated to any release' }
  const remediated = remediatedBlame(incident, candidates)
  if (remediated) return attributed([remediated.blamed], 'remediated', 0.95, remediated.reason)
  return regressionBlame(incident, scoped, effects) ?? recentBlame(incident, scoped, rules)
}

export function incidentStart(incident: IncidentReport): Instant | null {
  return incident.startedAt ?? incident.detectedAt ?? earliest([incident.acknowledgedAt, incident.mitigatedAt, incident.resolvedAt])
}

function isPartOf(entry: Placed, deployment: string | null | undefined): boolean {
  return entry.report.parts.some((part) => part.deployment === deployment)
}

function inScope(incident: IncidentReport, entry: Placed, rules: WorkspaceRules): boolean {
  return incident.environment === null ? rules.isProduction(entry.report.environment) : entry.report.environment === incident.environment
}

function declaredBlame(incident: IncidentReport, candidates: readonly Placed[], scoped: readonly Placed[]): Placed[] {
  if (incident.deployment !== null) {
    const named = candidates.filter((entry) => isPartOf(entry, incident.deployment))
    const preferred = named.filter((entry) => scoped.includes(entry))
    return (preferred.length > 0 ? preferred : named).slice(-1)
  }
  const version = incident.services.length > 0 ? incident.version : null
  if (incident.release === null && version === null) return []
  const start = incidentStart(incident)
  const matching = scoped.filter(
    (entry) => takesEffect(entry.report) && (entry.releaseId === incident.release || (version !== null && entry.report.version === version)),
  )
  const before = matching.filter((entry) => start === null || effectiveAt(entry.report) <= start)
  return (before.length > 0 ? before : matching).slice(-1)
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
  if (!recent) return { attributions: [], reason: `no deployment of its services in the ${hours} hours before it` }
  const confidence = RECENT_AT_ONCE - (RECENT_AT_ONCE - RECENT_AT_END) * (recent.ageMs / rules.attributionWindowMs)
  const minutes = Math.round(recent.ageMs / 60_000)
  return attributed([recent.entry], 'recent', confidence, `latest deployment of the service, ${minutes} minutes before`)
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
