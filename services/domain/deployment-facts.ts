import { approvalState, grantedApprovals } from './approvals-of.js'
import type { ChangeSet } from './change-range.js'
import type { CanonicalEvent } from './event.js'
import type { ApprovalFact, ArtifactFact, Attribution, BlamedIncident, DeploymentFact, IncidentFact, WorkspaceRules } from './facts.js'
import { groupBy } from './fold.js'
import { compareText } from './instant.js'
import { provenanceOf } from './provenance.js'
import { remediesOf, type Remedies } from './remedies.js'
import { revertsOf } from './reverts.js'
import { decisionFor, rollbackDecisions } from './rollback-decision.js'
import { effectsOn, type SliEffects } from './sli-effect.js'
import type { Placed } from './timeline.js'
import { validationsOf } from './validations.js'

type Known = {
  /** The rollouts of one service in time order. */
  placed: readonly Placed[]
  sets: ReadonlyMap<Placed, ChangeSet>
  incidents: readonly IncidentFact[]
  artifacts: readonly ArtifactFact[]
  approvals: readonly ApprovalFact[]
  events: readonly CanonicalEvent[]
  rules: WorkspaceRules
  effects: SliEffects
}

/** The rollouts of one service with everything that their neighbours, incidents, tests and approvals say about them. */
export function deploymentFacts({ placed, sets, incidents, artifacts, approvals, events, rules, effects }: Known): DeploymentFact[] {
  const reverts = new Map([...groupBy(placed, ({ report }) => report.environment).values()].flatMap((own) => [...revertsOf(own, sets)]))
  const remedies = remediesOf(placed, reverts)
  const decisions = rollbackDecisions(events)
  const validations = validationsOf(placed, events, rules, effects)
  const byDigest = new Map(artifacts.map((artifact) => [artifact.digest, artifact]))
  const granted = grantedApprovals(approvals)
  const laidAt = groupBy(
    incidents.flatMap((incident) => incident.attributions.map((attribution) => ({ incident, attribution }))),
    ({ attribution: { service, environment, deployment } }) => placeKey({ service, environment, id: deployment }),
  )
  return placed.map((entry) => {
    const { report } = entry
    const blamedFor = (laidAt.get(placeKey(report)) ?? []).map(blamedIncident)
    const failureReasons = failureReasonsOf(entry, blamedFor.length > 0)
    const set = sets.get(entry) as ChangeSet
    return {
      production: rules.isProduction(report.environment),
      kind: entry.kind,
      kindReason: entry.kindReason,
      releaseId: entry.releaseId,
      previousVersion: entry.previousVersion,
      blames: entry.blames?.report.id ?? null,
      rolledBackBy: entry.rolledBackBy,
      rolledBackByFirstAfter: entry.rolledBackByFirstAfter,
      needsHotfixBy: entry.needsHotfixBy,
      revertedBy: reverts.get(entry)?.report.id ?? null,
      remedies: remedies.get(entry) as Remedies,
      decision: decisionFor(entry, decisions),
      validations: validations.get(entry) ?? [],
      slisSeen: [...new Set(effectsOn(effects, report).map(({ sli }) => sli))].sort(compareText),
      provenance: provenanceOf(byDigest.get(report.artifactDigest ?? '') ?? null, approvalState(report, entry.releaseId, granted)),
      incidents: blamedFor,
      failed: failureReasons.length > 0,
      failureReasons,
      changeSource: set.source,
      firstOfService: set.firstOfService,
      unknownRange: set.unknownRange,
      // Last: the engine takes a hundred times as long for what follows a spread of so many fields.
      ...report,
    }
  })
}

type Laid = { incident: IncidentFact; attribution: Attribution }

function placeKey({ service, environment, id }: { service: string; environment: string; id: string }): string {
  return `${service}\n${environment}\n${id}`
}

function blamedIncident({ incident, attribution: { confidence, method } }: Laid): BlamedIncident {
  const { id, anchor, detectedAt, mitigatedAt } = incident
  return { id, confidence, method, startedAt: anchor, detectedAt, mitigatedAt }
}

function failureReasonsOf(entry: Placed, hasIncident: boolean): string[] {
  const reasons: string[] = []
  if (entry.report.outcome === 'failed' || entry.report.outcome === 'rolled_back') reasons.push('outcome')
  if (entry.rolledBackBy !== null) reasons.push('rolled_back_by')
  if (entry.needsHotfixBy !== null) reasons.push('hotfix')
  if (hasIncident) reasons.push('incident')
  return reasons
}
