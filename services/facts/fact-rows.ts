import { createHash } from 'node:crypto'
import { servingAt } from '../domain/deployed-changes.js'
import type { ServiceFacts } from '../domain/derive.js'
import type { ApprovalFact, ArtifactFact, DeployedChangeFact, DeploymentFact, IncidentFact } from '../domain/facts.js'
import { groupBy } from '../domain/fold.js'
import { instantOf, type Instant } from '../domain/instant.js'
import { teamAt } from '../domain/service.js'
import { releaseIdOf } from '../domain/timeline.js'
import { changeSetRow } from './change-set-rows.js'
import { iso, isoOr } from './row-instants.js'

export type FactTable = 'services' | 'deployments' | 'deployed_changes' | 'change_sets' | 'incidents' | 'approvals' | 'artifacts'
export type FactRow = Record<string, unknown>

/** The columns that tell one row of a table from another: its sorting key. */
export const FACT_KEYS: Record<FactTable, readonly string[]> = {
  services: ['service'],
  deployments: ['service', 'anchor', 'environment', 'id'],
  deployed_changes: ['service', 'anchor', 'environment', 'deployment', 'repository', 'sha'],
  change_sets: ['service', 'anchor', 'environment', 'deployment'],
  incidents: ['service', 'id'],
  approvals: ['service', 'id'],
  artifacts: ['service', 'digest'],
}

export const FACT_TABLES = Object.keys(FACT_KEYS) as FactTable[]

/** The rows that the facts of one service make, by table. Spreading so many fields into new objects would cost more than deriving them. */
export function factRows(facts: ServiceFacts, isProduction: (environment: string) => boolean): Record<FactTable, FactRow[]> {
  const { service, team, tier, ownership } = facts.service
  const common = { service, team, tier }
  const byDeployment = new Map(facts.deployments.map((deployment) => [rolloutKey(deployment.environment, deployment.id), deployment]))
  const changeSets = groupBy(facts.deployedChanges, ({ environment, deployment }) => rolloutKey(environment, deployment))
  const known = service !== '' && (facts.service.declared || facts.heardOf || facts.incidents.length > 0)
  return {
    services: known ? [serviceRow(facts)] : [],
    deployments: facts.deployments.map((deployment) =>
      Object.assign(
        deploymentRow(deployment, changeSets.get(rolloutKey(deployment.environment, deployment.id))?.length ?? 0),
        remedyColumns(deployment),
        incidentColumns(deployment),
        common,
        {
          team_then: teamAt(ownership, anchorOf(deployment)),
          slis_expected: facts.service.slis,
          slis_seen: deployment.slisSeen,
        },
      ),
    ),
    deployed_changes: facts.deployedChanges.map((change) =>
      Object.assign(changeRow(change, byDeployment.get(rolloutKey(change.environment, change.deployment)) as DeploymentFact), common, {
        team_then: teamAt(ownership, change.anchor),
      }),
    ),
    change_sets: facts.deployments.flatMap((deployment) => {
      const row = changeSetRow(changeSets.get(rolloutKey(deployment.environment, deployment.id)) ?? [], deployment)
      if (row === null) return []
      const anchor = servingAt(deployment)
      return [Object.assign(row, common, { anchor: isoOr(anchor, 0), team_then: teamAt(ownership, anchor) })]
    }),
    incidents: facts.incidents.map((incident) => ({ ...common, ...incidentRow(incident, facts), team_then: teamAt(ownership, incident.anchor) })),
    approvals: facts.approvals.map((approval) => ({
      ...common,
      ...approvalRow(approval, isProduction),
      team_then: teamAt(ownership, approval.requestedAt ?? approval.decidedAt ?? 0),
    })),
    artifacts: facts.artifacts.map((artifact) => ({ service, ...artifactRow(artifact, service) })),
  }
}

export function rowHash(row: FactRow): string {
  return jsonHash(JSON.stringify(row))
}

export function jsonHash(json: string): string {
  return createHash('sha1').update(json).digest('base64url')
}

function rolloutKey(environment: string, deployment: string): string {
  return `${environment}\n${deployment}`
}

function serviceRow(facts: ServiceFacts): FactRow {
  const { service } = facts
  return {
    service: service.service,
    title: service.title,
    team: service.team,
    tier: service.tier,
    repository: service.repositories[0] ?? '',
    owner: service.owner,
    runbook_url: service.runbookUrl,
    aliases: service.aliases,
    slis: service.slis,
    depends_on: service.dependsOn,
    declared: service.declared,
    environments: facts.environments,
    first_event_at: isoOr(facts.firstEventAt, 0),
    last_event_at: isoOr(facts.lastEventAt, 0),
  }
}

function anchorOf({ finishedAt, startedAt, receivedAt }: DeploymentFact): Instant {
  return finishedAt ?? startedAt ?? receivedAt
}

function deploymentRow(deployment: DeploymentFact, changeCount: number): FactRow {
  const { stages, parts, contradictions, labels, strategy } = deployment
  return {
    anchor: isoOr(anchorOf(deployment), 0),
    id: deployment.id,
    environment: deployment.environment,
    production: deployment.production,
    regions: deployment.regions,
    release_id: deployment.releaseId,
    version_name: deployment.version ?? '',
    commit: deployment.commit ?? '',
    repository: deployment.repository ?? '',
    artifact_digest: deployment.artifactDigest ?? '',
    outcome: deployment.outcome,
    kind: deployment.kind,
    kind_reason: deployment.kindReason,
    trigger: deployment.trigger,
    actor: deployment.actor,
    risk: deployment.risk,
    classes: deployment.classes,
    url: deployment.url,
    started_at: iso(deployment.startedAt),
    full_traffic_at: iso(deployment.fullTrafficAt),
    finished_at: iso(deployment.finishedAt),
    received_at: isoOr(deployment.receivedAt, 0),
    previous_version: deployment.previousVersion ?? '',
    change_source: deployment.changeSource,
    change_count: changeCount,
    failed: deployment.failed,
    failed_without_incidents: deployment.failureReasons.some((reason) => reason !== 'incident'),
    incident_confidence: Math.max(0, ...deployment.incidents.map((incident) => incident.confidence)),
    failure_reasons: deployment.failureReasons,
    rolled_back_by: deployment.rolledBackBy ?? '',
    blames: deployment.blames ?? '',
    provenance: deployment.provenance,
    validations: deployment.validations.map(({ name }) => name),
    validations_first: deployment.validations.map(({ first }) => first),
    validations_last: deployment.validations.map(({ last }) => last),
    contradictions: contradictions.length,
    corrected: deployment.corrected,
    detail: JSON.stringify({ stages, parts, contradictions, labels, strategy, needsHotfixBy: deployment.needsHotfixBy }),
  }
}

function remedyColumns(deployment: DeploymentFact): FactRow {
  const { remedies, decision } = deployment
  return {
    rolled_back_by_first_after: deployment.rolledBackByFirstAfter ?? '',
    hotfixed_by: deployment.needsHotfixBy ?? '',
    reverted_by: deployment.revertedBy ?? '',
    rolled_back_at: iso(remedies.rolledBackAt),
    rolled_back_first_after_at: iso(remedies.rolledBackFirstAfterAt),
    hotfixed_at: iso(remedies.hotfixedAt),
    reverted_at: iso(remedies.revertedAt),
    restored_at: iso(remedies.restoredAt),
    decision_at: iso(decision?.at ?? null),
    decision_source: decision?.source ?? '',
    decision_automated: decision?.automated ?? false,
  }
}

function incidentColumns({ incidents }: DeploymentFact): FactRow {
  return {
    incidents: incidents.map(({ id }) => id),
    incident_confidences: incidents.map(({ confidence }) => confidence),
    incident_methods: incidents.map(({ method }) => method),
    incident_starts: incidents.map(({ startedAt }) => iso(startedAt)),
    incident_detections: incidents.map(({ detectedAt }) => iso(detectedAt)),
    incident_mitigations: incidents.map(({ mitigatedAt }) => iso(mitigatedAt)),
  }
}

function changeRow(fact: DeployedChangeFact, deployment: DeploymentFact): FactRow {
  const { change, stages } = fact
  return {
    anchor: isoOr(fact.anchor, 0),
    deployment: fact.deployment,
    repository: change.repository,
    sha: change.sha,
    environment: fact.environment,
    production: deployment.production,
    regions: deployment.regions,
    trigger: deployment.trigger,
    kind: deployment.kind,
    risk: deployment.risk,
    release_id: deployment.releaseId,
    committed_at: iso(change.committedAt),
    authored_at: iso(change.authoredAt),
    opened_at: iso(instantOf(change.pullRequest?.openedAt)),
    merged_at: iso(instantOf(change.pullRequest?.mergedAt)),
    author: change.author,
    title: change.title || (change.pullRequest?.title ?? ''),
    pull_request: change.pullRequest?.number ?? 0,
    url: change.pullRequest?.url ?? '',
    state: fact.state,
    environment_state: fact.environmentState,
    lead_time_ms: fact.leadTimeMs,
    authored_lead_time_ms: fact.authoredLeadTimeMs,
    cluster_size: fact.clusterSize,
    leads_cluster: fact.leadsCluster,
    coding_ms: stages.coding,
    review_ms: stages.review,
    merge_wait_ms: stages.mergeWait,
    build_ms: stages.build,
    approval_wait_ms: stages.approvalWait,
    deploy_wait_ms: stages.deployWait,
    rollout_ms: stages.rollout,
    known_stages: fact.knownStages,
  }
}

function incidentRow(incident: IncidentFact, facts: ServiceFacts): FactRow {
  const [attribution] = incident.attributions
  const owner = attribution ? facts.owners.get(attribution.service) : undefined
  const { customers, minutes, cost, currency } = (incident.impact ?? {}) as { customers?: number; minutes?: number; cost?: number; currency?: string }
  return {
    id: incident.id,
    services: incident.services,
    environment: incident.environment ?? '',
    production: incident.production,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    url: incident.url,
    started_at: iso(incident.startedAt),
    detected_at: iso(incident.detectedAt),
    acknowledged_at: iso(incident.acknowledgedAt),
    mitigated_at: iso(incident.mitigatedAt),
    mitigated_by: incident.mitigatedBy,
    resolved_at: iso(incident.resolvedAt),
    anchor: isoOr(incident.anchor, 0),
    attribution_method: attribution?.method ?? 'unrelated',
    attribution_confidence: attribution?.confidence ?? 0,
    attributed_deployments: incident.attributions.map((candidate) => candidate.deployment),
    attributed_service: attribution?.service ?? '',
    attributed_team: owner?.team ?? '',
    attributed_team_then: owner ? teamAt(owner.ownership, incident.anchor) : '',
    attributed_tier: owner?.tier ?? '',
    attributed_environment: attribution?.environment ?? '',
    regions: attribution?.regions ?? [],
    trigger: attribution?.trigger ?? '',
    kind: attribution?.kind ?? '',
    attributed_release: attribution?.releaseId ?? '',
    attribution_reason: incident.attributionReason,
    declared_unrelated: incident.cause === 'unrelated' || (incident.correctedAttribution !== null && attribution === undefined),
    impact_customers: customers ?? null,
    impact_seconds: minutes === undefined ? null : Math.round(minutes * 60),
    impact_cost: cost === undefined ? null : Math.round(cost * 10_000),
    impact_currency: cost === undefined ? '' : (currency ?? '').toUpperCase(),
    contradictions: incident.contradictions.length,
    corrected: incident.corrected,
    detail: JSON.stringify({
      attributions: incident.attributions,
      recentChanceMs: incident.recentChanceMs,
      contradictions: incident.contradictions,
      impact: incident.impact,
      parts: incident.parts,
    }),
  }
}

function approvalRow(approval: ApprovalFact, isProduction: (environment: string) => boolean): FactRow {
  return {
    id: approval.id,
    environment: approval.environment,
    production: isProduction(approval.environment),
    version_name: approval.version ?? '',
    release_id: releaseIdOf({ ...approval, commit: null }),
    deployment: approval.deployment ?? '',
    artifact_digest: approval.artifactDigest ?? '',
    group_name: approval.group,
    risk: approval.risk,
    requested_by: approval.requestedBy,
    requested_at: iso(approval.requestedAt),
    decided_at: iso(approval.decidedAt),
    withdrawn_at: iso(approval.withdrawnAt),
    decision: approval.decision,
    decided_by: approval.decidedBy,
    automated: approval.automated,
  }
}

function artifactRow(artifact: ArtifactFact, service: string): FactRow {
  return {
    digest: artifact.digest,
    name: artifact.name,
    version_name: artifact.version ?? '',
    release_id: releaseIdOf({ id: '', service, release: null, version: artifact.version, commit: artifact.commit, artifactDigest: artifact.digest }),
    repository: artifact.repository ?? '',
    commit: artifact.commit ?? '',
    build_url: artifact.buildUrl,
    builder: artifact.builder,
    published_at: iso(artifact.publishedAt),
    detail: JSON.stringify({ promotions: artifact.promotions, attestations: artifact.attestations }),
  }
}
