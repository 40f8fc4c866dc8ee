import { shuffled, type Random } from '../../../seed/random.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Approval, Change, Deployment, Facts, Incident, Place } from './facts.js'

type Row = Record<string, unknown>
type Table = 'services' | 'deployments' | 'deployed_changes' | 'change_sets' | 'incidents' | 'approvals'

/** What happened to a fact before it came to be as it is. */
export type Past = 'fresh' | 'repeated' | 'replaced' | 'moved' | 'deleted'

const TABLES: readonly Table[] = ['services', 'deployments', 'deployed_changes', 'change_sets', 'incidents', 'approvals']
const KEYS: Record<Table, readonly string[]> = {
  services: ['service'],
  deployments: ['service', 'anchor', 'environment', 'id'],
  deployed_changes: ['service', 'anchor', 'environment', 'deployment', 'repository', 'sha'],
  change_sets: ['service', 'anchor', 'environment', 'deployment'],
  incidents: ['service', 'id'],
  approvals: ['service', 'id'],
}
const MOVED_MS = 45 * 86_400_000

export async function emptyTables(analytics: AnalyticsStore): Promise<void> {
  for (const table of TABLES) await analytics.command(`TRUNCATE TABLE ${table}`)
}

/** Inserts the facts with the pasts they are given, all rows of all versions in any order and in several blocks. */
export async function storeFacts(analytics: AnalyticsStore, facts: Facts, pastOf: () => Past, random: Random): Promise<void> {
  const tables: [Table, Row[]][] = [
    ['services', facts.services.map(({ service, team, firstEventAt }) => ({ service, team, first_event_at: iso(firstEventAt) }))],
    ['deployments', facts.deployments.map(deploymentRow)],
    ['deployed_changes', facts.changes.map(changeRow)],
    ['change_sets', changeSetRows(facts)],
    ['incidents', facts.incidents.map(incidentRow)],
    ['approvals', facts.approvals.map(approvalRow)],
  ]
  for (const [table, rows] of tables) {
    const ghosts = table === 'services' ? [] : rows.filter(() => pastOf() === 'deleted').flatMap((row) => deleted(table, ghostOf(table, row)))
    const all = shuffled(random, [...rows.flatMap((row) => versions(table, row, pastOf())), ...ghosts])
    const block = Math.ceil(all.length / 3)
    for (let start = 0; start < all.length; start += block) await analytics.insert(table, all.slice(start, start + block))
  }
}

function versions(table: Table, row: Row, past: Past): Row[] {
  const now = { ...row, version: 3, deleted: 0 }
  if (past === 'repeated') return [now, now, now]
  if (past === 'replaced') return [now, { ...other(table, row), version: 1, deleted: 0 }, { ...keyOf(table, row), version: 2, deleted: 1 }]
  if (past === 'moved' && 'anchor' in keyOf(table, row)) {
    const before = { ...other(table, row), anchor: iso(Date.parse(String(row.anchor)) - MOVED_MS) }
    return [now, ...deleted(table, before)]
  }
  return [now]
}

/** A row and the row that took it away. */
function deleted(table: Table, row: Row): Row[] {
  return [
    { ...row, version: 1, deleted: 0 },
    { ...keyOf(table, row), version: 2, deleted: 1 },
  ]
}

/** Under the same key, with everything that measures look at the other way round. */
function other(table: Table, row: Row): Row {
  if (table === 'services') return { ...row, first_event_at: iso(Date.UTC(2200, 0)) }
  const opposite: Row = {
    production: !row.production,
    outcome: 'succeeded',
    kind: 'change',
    state: 'counted',
    lead_time_ms: 1,
    unknown_changes: 1,
    regions: ['eu', 'us'],
    team: 'former',
    team_then: 'former',
    automated: false,
    decided_at: row.requested_at,
    rolled_back_by: 'someone',
    validations: [],
    artifact_digest: '',
    attribution_method: 'declared',
    attribution_confidence: 1,
  }
  return { ...row, ...Object.fromEntries(Object.entries(opposite).filter(([column]) => column in row)) }
}

function ghostOf(table: Table, row: Row): Row {
  const key = { deployed_changes: 'sha', change_sets: 'deployment' }[table as string] ?? 'id'
  return { ...row, [key]: `ghost of ${row[key]}` }
}

function keyOf(table: Table, row: Row): Row {
  return Object.fromEntries(KEYS[table].map((column) => [column, row[column]]))
}

function placeRow({ service, team, tier, environment, production, regions, trigger, kind }: Place): Row {
  return { service, team, tier, environment, production, regions, trigger, kind }
}

function deploymentRow(deployment: Deployment): Row {
  const { id, anchor, startedAt, outcome, blamedFor, validations } = deployment
  const reasons = failureReasonsOf(deployment)
  return {
    ...placeRow(deployment),
    id,
    anchor: iso(anchor),
    started_at: iso(startedAt),
    finished_at: outcome === 'running' ? null : iso(anchor),
    received_at: iso(anchor),
    outcome,
    commit: deployment.commit,
    artifact_digest: deployment.digest,
    risk: deployment.risk,
    team_then: deployment.teamThen,
    failure_reasons: reasons,
    failed: reasons.length > 0,
    failed_without_incidents: reasons.some((reason) => reason !== 'incident'),
    rolled_back_by: deployment.rolledBackBy,
    rolled_back_by_first_after: deployment.rolledBackByFirstAfter,
    hotfixed_by: deployment.hotfixedBy,
    reverted_by: deployment.revertedBy,
    rolled_back_at: isoOrNull(deployment.rolledBackAt),
    rolled_back_first_after_at: isoOrNull(deployment.rolledBackFirstAfterAt),
    hotfixed_at: isoOrNull(deployment.hotfixedAt),
    reverted_at: isoOrNull(deployment.revertedAt),
    restored_at: isoOrNull(deployment.restoredAt),
    decision_at: isoOrNull(deployment.decisionAt),
    decision_source: deployment.decisionSource,
    decision_automated: deployment.decisionAutomated,
    incident_confidence: Math.max(0, ...blamedFor.map(({ confidence }) => confidence)),
    incidents: blamedFor.map((incident) => incident.id),
    incident_confidences: blamedFor.map(({ confidence }) => confidence),
    incident_starts: blamedFor.map((incident) => iso(incident.startedAt)),
    incident_detections: blamedFor.map(({ detectedAt }) => isoOrNull(detectedAt)),
    incident_mitigations: blamedFor.map(({ mitigatedAt }) => isoOrNull(mitigatedAt)),
    validations: validations.map(({ name }) => name),
    validations_first: validations.map(({ first }) => first),
    validations_last: validations.map(({ last }) => last),
    slis_expected: deployment.slis,
    provenance: deployment.provenance,
  }
}

function failureReasonsOf({ outcome, rolledBackBy, hotfixedBy, blamedFor }: Deployment): string[] {
  const reasons = {
    outcome: outcome === 'failed' || outcome === 'rolled_back',
    rolled_back_by: rolledBackBy !== '',
    hotfix: hotfixedBy !== '',
    incident: blamedFor.length > 0,
  }
  return Object.entries(reasons).flatMap(([reason, holds]) => (holds ? [reason] : []))
}

const STAGE_COLUMNS = ['coding', 'review', 'merge_wait', 'build', 'approval_wait', 'deploy_wait', 'rollout']
const STAGE_NAMES = ['coding', 'review', 'mergeWait', 'build', 'approvalWait', 'deployWait', 'rollout']
const LEFT_OUT = ['no_baseline', 'merge_commit', 'clock_skew', 'no_commit_time', 'path_filtered', 'ignored_author', 'already_in_production']

function changeSetRows({ changes, deployments }: Facts): Row[] {
  const keyOf = ({ service, environment, deployment, anchor }: Pick<Change, 'service' | 'environment' | 'deployment' | 'anchor'>) =>
    JSON.stringify([service, environment, deployment, anchor])
  const served = deployments.map((rollout) => ({ ...rollout, deployment: rollout.id }))
  const [lacking, lackingHere] = [served.filter(({ unknownChanges }) => unknownChanges), served.filter((one) => one.unknownInEnvironment)]
  const rollouts = new Map([...changes, ...lacking, ...lackingHere].map((one) => [keyOf(one), one]))
  const [keysLacking, keysLackingHere] = [new Set(lacking.map(keyOf)), new Set(lackingHere.map(keyOf))]
  return [...rollouts].map(([key, { deployment, anchor, risk, teamThen, ...place }]) => {
    const own = changes.filter((change) => keyOf(change) === key)
    const counted = own.filter(({ state }) => state === 'counted')
    const stages = STAGE_COLUMNS.flatMap((name, index) => {
      const withStage = counted.filter(({ knownStages }) => knownStages[index])
      const sum = withStage.reduce((total, one) => total + (one.stages[index] as number), 0)
      return [
        [`${name}_ms`, sum],
        [`${name}_known`, withStage.length],
      ]
    })
    return {
      ...placeRow(place),
      deployment,
      anchor: iso(anchor),
      risk,
      team_then: teamThen,
      lead_times: counted.map(({ leadTimeMs }) => leadTimeMs).sort((a, b) => a - b),
      ...Object.fromEntries(stages),
      ...Object.fromEntries(LEFT_OUT.map((reason) => [reason, own.filter(({ state }) => state === reason).length])),
      unknown_changes: Number(keysLacking.has(key)),
      unknown_in_environment: Number(keysLackingHere.has(key)),
    }
  })
}

function changeRow(change: Change): Row {
  const { deployment, sha, anchor, state, leadTimeMs, authoredLeadTimeMs, clusterSize, stages } = change
  return {
    ...placeRow(change),
    deployment,
    repository: 'shop/all',
    sha,
    anchor: iso(anchor),
    state,
    environment_state: change.environmentState,
    lead_time_ms: leadTimeMs,
    authored_lead_time_ms: authoredLeadTimeMs,
    team_then: change.teamThen,
    risk: change.risk,
    committed_at: isoOrNull(change.committedAt),
    pull_request: change.pullRequest,
    opened_at: isoOrNull(change.openedAt),
    merged_at: isoOrNull(change.mergedAt),
    cluster_size: clusterSize,
    leads_cluster: change.leadsCluster,
    ...Object.fromEntries(STAGE_COLUMNS.map((name, index) => [`${name}_ms`, stages[index]])),
    known_stages: STAGE_NAMES.filter((_, index) => change.knownStages[index]),
  }
}

function incidentRow(incident: Incident): Row {
  return {
    ...placeRow(incident),
    id: incident.id,
    anchor: iso(incident.anchor),
    severity: incident.severity,
    detected_at: isoOrNull(incident.detectedAt),
    mitigated_at: isoOrNull(incident.mitigatedAt),
    mitigated_by: incident.mitigatedBy,
    attribution_method: incident.method,
    attribution_confidence: incident.confidence,
    attributed_deployments: incident.deployments,
    attributed_service: incident.attributedService,
    attributed_team: incident.attributedTeam,
    attributed_tier: incident.attributedTier,
    team_then: incident.teamThen,
    attributed_team_then: incident.attributedTeamThen,
    attributed_environment: incident.attributedEnvironment,
    declared_unrelated: incident.declaredUnrelated,
    detail: JSON.stringify({ recentChanceMs: incident.recentChanceMs }),
    impact_customers: incident.impact?.customers ?? null,
    impact_seconds: incident.impact?.seconds ?? null,
    impact_cost: incident.impact?.cost ?? null,
    impact_currency: incident.impact?.currency ?? '',
  }
}

function approvalRow({ service, team, teamThen, tier, environment, production, ...approval }: Approval): Row {
  return {
    service,
    team,
    team_then: teamThen,
    tier,
    environment,
    production,
    id: approval.id,
    group_name: approval.group,
    risk: approval.risk,
    requested_at: isoOrNull(approval.requestedAt),
    decided_at: isoOrNull(approval.decidedAt),
    withdrawn_at: isoOrNull(approval.withdrawnAt),
    decision: approval.decision,
    automated: approval.automated,
  }
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : iso(instant)
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
