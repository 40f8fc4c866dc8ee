import { aliasesOf, underKeptNames } from './aliases.js'
import { foldApproval } from './approval.js'
import { withoutWaitingInVain } from './approvals-withdrawn.js'
import { foldArtifact } from './artifact.js'
import { attributeIncident, incidentStart, mitigationOf, unheededDeployment } from './attribution.js'
import { changeClaims, changeKey, foldChanges } from './change.js'
import { changeSets } from './change-range.js'
import { correctionsAbout, correctionsOf } from './corrections.js'
import { deployedChanges } from './deployed-changes.js'
import { foldDeployment } from './deployment.js'
import { deploymentFacts } from './deployment-facts.js'
import type { CanonicalEvent } from './event.js'
import type {
  ApprovalFact,
  ArtifactFact,
  ChangeFact,
  DeployedChangeFact,
  DeploymentFact,
  DeploymentReport,
  IncidentFact,
  IncidentReport,
  ServiceFact,
  WorkspaceRules,
} from './facts.js'
import { distinctEvents, groupBy } from './fold.js'
import { hotfixReason } from './hotfix-rule.js'
import { foldIncidents } from './incidents.js'
import { compareText, earliest, instantOf, latest, type Instant } from './instant.js'
import { mergeReports } from './join-reports.js'
import { foldService } from './service.js'
import { NO_EFFECTS, type SliEffects } from './sli-effect.js'
import { thingsOf } from './things.js'
import { placeOnTimeline, type Placed } from './timeline.js'

/** Everything known about one service, derived from its events alone. */
export type ServiceFacts = {
  service: ServiceFact
  environments: string[]
  /** Whether any event but a declaration or a correction names it. */
  heardOf: boolean
  firstEventAt: Instant | null
  lastEventAt: Instant | null
  deployments: DeploymentFact[]
  deployedChanges: DeployedChangeFact[]
  incidents: IncidentFact[]
  /** The services that share an incident with this one, and itself. */
  owners: ReadonlyMap<string, ServiceFact>
  approvals: ApprovalFact[]
  artifacts: ArtifactFact[]
}

/**
 * Derives the facts of one service. `events` are its own, those of its repositories and artifacts, and the deployments and
 * incidents of services that share an incident with it; in any order, with any repeats. `effects` are those of the
 * deployments of all these services.
 */
export function deriveService(
  service: string,
  events: Iterable<CanonicalEvent>,
  rules: WorkspaceRules,
  effects: SliEffects = NO_EFFECTS,
): ServiceFacts {
  const given = distinctEvents(events)
  const aliases = aliasesOf(given)
  // Everything of an old name is kept under the new one.
  const distinct = aliases.has(service) ? [] : underKeptNames(given, aliases)
  const own = distinct.filter((event) => concerns(event, service))
  const folded = foldService(
    service,
    own.filter((event) => event.type === 'service.declared'),
    deployedRepositories(own),
  )
  const incidents = foldIncidents(distinct, rules)
  const changes = changesOf(distinct, folded)
  const placed = placeAll(distinct, incidents, folded, changes, rules)
  const ownPlaced = placed.filter((entry) => entry.report.service === service)
  const mine = incidents.map((report) => incidentFact(report, placed, rules, effects)).filter((incident) => touches(incident, service))
  const artifacts = foldThings(distinct, 'artifact.', 'digest', (digest, own) => foldArtifact(digest, own, rules.isTrustedSource))
  const corrections = distinct.filter((event) => event.type === 'fact.corrected')
  const asked = foldThings([...new Set([...own, ...corrections])], 'approval.', 'approval', (id, own) => foldApproval(id, own, rules))
  const approvals = withoutWaitingInVain(asked, ownPlaced)
  const sets = new Map(
    [...groupBy(ownPlaced, (entry) => entry.report.environment).values()].flatMap((group) => [...changeSets(group, changes, artifacts)]),
  )
  const deployments = deploymentFacts({ placed: ownPlaced, sets, incidents: mine, artifacts, approvals, events: distinct, rules, effects })
  return {
    service: folded,
    environments: [...new Set(deployments.map((deployment) => deployment.environment))].sort(compareText),
    heardOf: own.some((event) => event.type !== 'service.declared' && event.type !== 'fact.corrected'),
    firstEventAt: earliest(own.map((event) => instantOf(event.time))),
    lastEventAt: latest(own.map((event) => instantOf(event.time))),
    deployments,
    deployedChanges: deployedChanges(deployments, sets, folded, artifacts, approvals, rules),
    incidents: mine.filter((incident) => ownerOf(incident) === service),
    owners: ownersOf(distinct),
    approvals,
    artifacts,
  }
}

/** The one service under which an incident is kept: the one it is laid at, else the first it names. */
export function ownerOf(incident: IncidentFact): string {
  return incident.services[0] ?? incident.attributions[0]?.service ?? ''
}

function ownersOf(events: readonly CanonicalEvent[]): Map<string, ServiceFact> {
  const declarations = groupBy(
    events.filter((event) => event.type === 'service.declared'),
    (event) => (event.data as { service: string }).service,
  )
  return new Map([...declarations].map(([service, own]) => [service, foldService(service, own, [])]))
}

/** An incident that names no service belongs to the one it is laid at, or to none, kept under the empty name. */
function touches(incident: IncidentFact, service: string): boolean {
  if (incident.services.length === 0 && incident.attributions.length === 0) return service === ''
  return incident.services.includes(service) || incident.attributions.some((attribution) => attribution.service === service)
}

function concerns(event: CanonicalEvent, service: string): boolean {
  const { service: named, services } = event.data as { service?: string; services?: string[] }
  return named === service || (services?.includes(service) ?? false)
}

function deployedRepositories(events: readonly CanonicalEvent[]): Set<string> {
  const deployments = events.filter((event) => event.type.startsWith('deployment.'))
  return new Set(deployments.flatMap((event) => (event.data as { repository?: string }).repository ?? []))
}

function foldThings<T>(events: readonly CanonicalEvent[], family: string, idField: string, fold: (id: string, events: CanonicalEvent[]) => T): T[] {
  return thingsOf(events, family, idField).map((thing) => fold(thing.id, [...thing.events, ...thing.corrections]))
}

function placeAll(
  events: readonly CanonicalEvent[],
  incidents: readonly IncidentReport[],
  folded: ServiceFact,
  changes: readonly ChangeFact[],
  rules: WorkspaceRules,
): Placed[] {
  const heads = new Map(changes.map((change) => [changeKey(change.repository, change.sha), change]))
  const hotfixByRule = (report: DeploymentReport) => hotfixReason(report, heads.get(changeKey(report.repository ?? '', report.commit ?? '')), rules)
  const corrections = correctionsOf(events, 'deployment')
  const deployments = events.filter((event) => event.type.startsWith('deployment.'))
  const reports = [...groupBy(deployments, deploymentKey).values()].map((group) => {
    const { deployment, service, environment } = group[0]?.data as { deployment: string; service: string; environment: string }
    return foldDeployment(group, correctionsAbout(corrections, { id: deployment, service, environment }))
  })
  const byService = groupBy(reports, (report) => report.service)
  return [...byService]
    .flatMap(([service, own]) => {
      const merged = mergeReports(own, service === folded.service ? folded.sourceOfRecord : null, rules)
      return placeOnTimeline(
        merged.map((report) => withRepository(report, folded)),
        incidents,
        hotfixByRule,
      )
    })
    .sort((a, b) => comparePlaced(a, b) || compareText(a.report.service, b.report.service))
}

function comparePlaced(a: Placed, b: Placed): number {
  return (a.report.startedAt ?? a.report.finishedAt ?? 0) - (b.report.startedAt ?? b.report.finishedAt ?? 0) || compareText(a.report.id, b.report.id)
}

function deploymentKey(event: CanonicalEvent): string {
  const { service, environment, deployment } = event.data as { service: string; environment: string; deployment: string }
  return `${service}\n${environment}\n${deployment}`
}

function withRepository(report: DeploymentReport, folded: ServiceFact): DeploymentReport {
  if (report.repository !== null || report.service !== folded.service || folded.repositories.length !== 1) return report
  return { ...report, repository: folded.repositories[0] ?? null }
}

function changesOf(events: readonly CanonicalEvent[], folded: ServiceFact): ChangeFact[] {
  const fallback = folded.repositories.length === 1 ? (folded.repositories[0] ?? '') : ''
  return foldChanges(events.filter(carriesChanges).flatMap((event) => changeClaims(event, fallback)))
}

function carriesChanges(event: CanonicalEvent): boolean {
  return event.type === 'change.committed' || event.type.startsWith('deployment.')
}

function incidentFact(report: IncidentReport, placed: readonly Placed[], rules: WorkspaceRules, effects: SliEffects): IncidentFact {
  const involved = placed.filter((entry) => report.services.length === 0 || report.services.includes(entry.report.service))
  const laid = attributeIncident(report, { involved, known: placed }, rules, effects)
  const mitigation = mitigationOf(report, involved)
  return {
    ...report,
    production: report.environment === null || rules.isProduction(report.environment),
    status: report.resolvedAt !== null ? 'resolved' : mitigation.at !== null ? 'mitigated' : report.acknowledgedAt !== null ? 'acknowledged' : 'open',
    anchor: incidentStart(report) ?? report.receivedAt,
    mitigatedAt: mitigation.at,
    mitigatedBy: mitigation.by,
    attributions: laid.attributions,
    attributionReason: laid.reason,
    recentChanceMs: laid.recentChanceMs ?? 0,
    contradictions: [...report.contradictions, ...unheededDeployment(report, involved, laid)],
  }
}
