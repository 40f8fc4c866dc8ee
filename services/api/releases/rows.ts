import type { Attribution, StageReport } from '../../domain/facts.js'
import type { Contradiction } from '../../domain/fold.js'

type Texts<K extends string> = Record<K, string>
type Instants<K extends string> = Record<K, string | null>

export type DeploymentRow = Texts<
  | 'service'
  | 'team'
  | 'environment'
  | 'id'
  | 'release_id'
  | 'version_name'
  | 'commit'
  | 'repository'
  | 'artifact_digest'
  | 'outcome'
  | 'kind'
  | 'kind_reason'
  | 'trigger'
  | 'actor'
  | 'url'
  | 'previous_version'
  | 'change_source'
  | 'rolled_back_by'
  | 'received_at'
  | 'anchor'
  | 'detail'
> &
  Instants<'started_at' | 'full_traffic_at' | 'finished_at'> & {
    production: boolean
    failed: boolean
    regions: string[]
    failure_reasons: string[]
    change_count: number
    incidents: string[]
    slis_expected: string[]
  }

export type IncidentRow = Texts<'service' | 'id' | 'environment' | 'title' | 'severity' | 'status' | 'url' | 'mitigated_by' | 'anchor' | 'detail'> &
  Instants<'started_at' | 'detected_at' | 'acknowledged_at' | 'mitigated_at' | 'resolved_at'> & {
    services: string[]
    attributed_deployments: string[]
    attributed_release: string
  }

export type ChangeRow = Texts<
  'service' | 'deployment' | 'environment' | 'repository' | 'sha' | 'author' | 'title' | 'url' | 'state' | 'lead_time_ms' | 'release_id' | 'anchor'
> &
  Instants<'committed_at' | 'authored_at'> & { pull_request: number }

export type ApprovalRow = Texts<
  'service' | 'id' | 'environment' | 'version_name' | 'group_name' | 'risk' | 'requested_by' | 'decision' | 'release_id'
> &
  Instants<'requested_at' | 'decided_at' | 'withdrawn_at'> & { decided_by: string[]; automated: boolean }

export type ArtifactRow = Texts<
  'service' | 'digest' | 'name' | 'version_name' | 'commit' | 'repository' | 'build_url' | 'builder' | 'release_id' | 'detail'
> &
  Instants<'published_at'>

export type ServiceRow = Texts<'service' | 'title' | 'team' | 'tier' | 'repository' | 'owner' | 'runbook_url'> & {
  declared: boolean
  environments: string[]
  aliases: string[]
  depends_on: string[]
  slis: string[]
}

export type ReleaseRow = Texts<'release_id' | 'service' | 'version_name' | 'status' | 'latest_at' | 'first_at'> & {
  environments: string[]
  failed: boolean
}

type DeploymentDetail = { stages: StageReport[]; parts: { source: string; deployment: string }[]; contradictions: Contradiction[] }

type IncidentDetail = { attributions: Attribution[]; contradictions: Contradiction[]; parts?: { source: string; incident: string }[] }

const orNull = (text: string) => (text === '' ? null : text)

export function deploymentNode(row: DeploymentRow) {
  const detail = JSON.parse(row.detail) as DeploymentDetail
  return {
    id: row.id,
    service: row.service,
    team: orNull(row.team),
    environment: row.environment,
    production: row.production,
    regions: row.regions,
    version: orNull(row.version_name),
    commit: orNull(row.commit),
    repository: orNull(row.repository),
    artifactDigest: orNull(row.artifact_digest),
    releaseId: row.release_id,
    outcome: row.outcome,
    kind: row.kind,
    kindReason: row.kind_reason,
    trigger: row.trigger.toUpperCase(),
    actor: orNull(row.actor),
    url: orNull(row.url),
    startedAt: row.started_at,
    fullTrafficAt: row.full_traffic_at,
    finishedAt: row.finished_at,
    receivedAt: row.received_at,
    previousVersion: orNull(row.previous_version),
    changeSource: row.change_source,
    changeCount: row.change_count,
    failed: row.failed,
    failureReasons: row.failure_reasons,
    rolledBackBy: orNull(row.rolled_back_by),
    slisExpected: row.slis_expected,
    parts: detail.parts,
    contradictions: detail.contradictions,
    stages: detail.stages.map((stage) => ({ ...stage, at: new Date(stage.at).toISOString() })),
  }
}
export type DeploymentNode = ReturnType<typeof deploymentNode>

export function incidentNode(row: IncidentRow) {
  // Rows that were written before parts were told have none.
  const { attributions, contradictions, parts = [] } = JSON.parse(row.detail) as IncidentDetail
  return {
    id: row.id,
    title: orNull(row.title),
    services: row.services,
    environment: orNull(row.environment),
    severity: orNull(row.severity),
    status: row.status,
    startedAt: row.started_at,
    detectedAt: row.detected_at,
    acknowledgedAt: row.acknowledged_at,
    mitigatedAt: row.mitigated_at,
    mitigatedBy: orNull(row.mitigated_by),
    resolvedAt: row.resolved_at,
    url: orNull(row.url),
    attribution: attributions,
    contradictions,
    parts,
  }
}

export function changeNode(row: ChangeRow) {
  return {
    id: `${row.repository}@${row.sha}`,
    repository: row.repository,
    sha: row.sha,
    committedAt: row.committed_at,
    authoredAt: row.authored_at,
    author: orNull(row.author),
    title: orNull(row.title),
    pullRequest: row.pull_request === 0 ? null : row.pull_request,
    url: orNull(row.url),
    leadTimeSeconds: row.state === 'counted' ? Number(row.lead_time_ms) / 1000 : null,
    state: row.state,
  }
}

export function approvalNode(row: ApprovalRow) {
  return {
    id: row.id,
    service: row.service,
    environment: row.environment,
    version: orNull(row.version_name),
    group: orNull(row.group_name),
    risk: orNull(row.risk),
    requestedBy: orNull(row.requested_by),
    requestedAt: row.requested_at,
    decidedAt: row.decided_at,
    withdrawnAt: row.withdrawn_at,
    decision: orNull(row.decision),
    decidedBy: row.decided_by,
    automated: row.decision === '' ? null : row.automated,
  }
}

const PROVENANCE_FIELDS = ['provenance', 'signature', 'sbom', 'tests', 'scan']

export function artifactNode(row: ArtifactRow) {
  const detail = JSON.parse(row.detail) as {
    promotions: { from: string; to: string; by: string; at: number }[]
    attestations: { kind: string; status: string }[]
  }
  const stated = (value: string) => (value === '' ? 'absent' : 'present')
  return {
    digest: row.digest,
    name: orNull(row.name),
    version: orNull(row.version_name),
    commit: orNull(row.commit),
    repository: orNull(row.repository),
    buildUrl: orNull(row.build_url),
    builder: orNull(row.builder),
    publishedAt: row.published_at,
    promotions: detail.promotions.map((promotion) => ({ ...promotion, at: new Date(promotion.at).toISOString() })),
    provenance: [
      { field: 'commit', state: stated(row.commit) },
      { field: 'repository', state: stated(row.repository) },
      { field: 'build', state: stated(row.build_url) },
      { field: 'builder', state: stated(row.builder) },
      ...PROVENANCE_FIELDS.map((field) => ({
        field,
        state: detail.attestations.find((attestation) => attestation.kind === field)?.status ?? 'absent',
      })),
    ],
  }
}

export function serviceNode(row: ServiceRow) {
  return {
    id: row.service,
    title: row.title,
    team: orNull(row.team),
    tier: orNull(row.tier),
    repository: orNull(row.repository),
    owner: orNull(row.owner),
    runbookUrl: orNull(row.runbook_url),
    declared: row.declared,
    environments: row.environments,
    aliases: row.aliases,
    dependsOn: row.depends_on,
    slis: row.slis,
  }
}
export type ServiceNode = ReturnType<typeof serviceNode>

export function releaseNode(row: ReleaseRow) {
  return {
    id: row.release_id,
    service: row.service,
    version: orNull(row.version_name),
    firstDeployedAt: row.first_at,
    latestDeployedAt: row.latest_at,
    environments: row.environments,
    status: row.status,
    failed: row.failed,
  }
}
export type ReleaseNode = ReturnType<typeof releaseNode>
