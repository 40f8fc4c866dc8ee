/** A deployment of `cart` to production, unless said otherwise. */
export type DeploymentGiven = {
  id: string
  outcome?: string
  kind?: string
  service?: string
  environment?: string
  version_name?: string
  commit?: string
  artifact_digest?: string
  /** JSON with the stages. */
  detail?: string
  startedAt: Date | null
  /** Null where it runs. */
  finishedAt: Date | null
}

/** A row of `deployments`; of two with one key the higher version stands. */
export function deploymentRow({ startedAt, finishedAt, ...row }: DeploymentGiven, version: number) {
  const given = {
    service: 'cart',
    environment: 'production',
    outcome: 'succeeded',
    kind: 'change',
    version_name: '2',
    commit: 'abc',
    artifact_digest: 'sha256:1',
    ...row,
  }
  const anchor = (finishedAt ?? startedAt ?? new Date(0)).toISOString()
  return {
    ...NOTHING_DEPLOYED,
    ...given,
    production: given.environment.startsWith('production'),
    release_id: `${given.service}@${given.version_name}`,
    anchor,
    received_at: anchor,
    started_at: startedAt?.toISOString() ?? null,
    finished_at: finishedAt?.toISOString() ?? null,
    version,
  }
}

const NOTHING_DEPLOYED = {
  team: '',
  tier: '',
  regions: [],
  repository: '',
  kind_reason: '',
  trigger: 'automatic',
  actor: '',
  url: '',
  full_traffic_at: null,
  previous_version: '',
  change_source: '',
  change_count: 0,
  failed: false,
  failed_without_incidents: false,
  incident_confidence: 0,
  failure_reasons: [],
  rolled_back_by: '',
  blames: '',
  incidents: [],
  detail: '{}',
  row_hash: '',
  deleted: 0,
}

/** A row of `approvals`: one of `cart` that managers are asked for. */
export function approvalRow({ id, requestedAt, decidedAt }: { id: string; requestedAt: Date; decidedAt: Date | null }) {
  return {
    service: 'cart',
    id,
    environment: 'production',
    production: true,
    team: '',
    tier: '',
    version_name: '',
    release_id: '',
    deployment: '',
    artifact_digest: '',
    group_name: 'managers',
    risk: '',
    requested_by: '',
    requested_at: requestedAt.toISOString(),
    decided_at: decidedAt?.toISOString() ?? null,
    withdrawn_at: null,
    decision: '',
    decided_by: [],
    automated: false,
    row_hash: '',
    version: 1,
    deleted: 0,
  }
}
