import DataLoader from 'dataloader'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { groupBy } from '../../domain/fold.js'
import {
  approvalNode,
  artifactNode,
  deploymentNode,
  incidentNode,
  serviceNode,
  type ApprovalRow,
  type ArtifactRow,
  type DeploymentRow,
  type IncidentRow,
  type ServiceRow,
} from './rows.js'

type ByRelease<Node> = DataLoader<string, Node[]>

export type ReleaseLoaders = {
  deployments: ByRelease<ReturnType<typeof deploymentNode>>
  incidents: ByRelease<ReturnType<typeof incidentNode>>
  approvals: ByRelease<ReturnType<typeof approvalNode>>
  artifacts: ByRelease<ReturnType<typeof artifactNode>>
  lastDeployment: DataLoader<string, ReturnType<typeof deploymentNode> | null>
  openIncidents: DataLoader<string, number>
  teamServices: DataLoader<string, ReturnType<typeof serviceNode>[]>
}

const loadersByRequest = new WeakMap<object, ReleaseLoaders>()

/** The loaders of one GraphQL request, made on first use. */
export function loadersOf(context: object, analytics: AnalyticsStore): ReleaseLoaders {
  const known = loadersByRequest.get(context)
  if (known) return known
  const made = createLoaders(analytics)
  loadersByRequest.set(context, made)
  return made
}

function createLoaders(analytics: AnalyticsStore): ReleaseLoaders {
  return {
    deployments: grouped(
      analytics,
      'SELECT * FROM deployments FINAL WHERE release_id IN {keys:Array(String)} ORDER BY anchor DESC, id',
      (row: DeploymentRow) => row.release_id,
      deploymentNode,
    ),
    incidents: grouped(
      analytics,
      'SELECT * FROM incidents FINAL WHERE attributed_release IN {keys:Array(String)} ORDER BY anchor DESC, id',
      (row: IncidentRow) => row.attributed_release,
      incidentNode,
    ),
    approvals: grouped(
      analytics,
      'SELECT * FROM approvals FINAL WHERE release_id IN {keys:Array(String)} ORDER BY requested_at DESC, id',
      (row: ApprovalRow) => row.release_id,
      approvalNode,
    ),
    artifacts: grouped(
      analytics,
      `SELECT artifacts.*, deployed.release_id AS deployed_release FROM artifacts FINAL INNER JOIN (
         SELECT DISTINCT service, artifact_digest AS digest, release_id FROM deployments FINAL WHERE release_id IN {keys:Array(String)}
       ) AS deployed USING (service, digest) ORDER BY published_at DESC, digest`,
      (row: ArtifactRow & { deployed_release: string }) => row.deployed_release,
      artifactNode,
    ),
    teamServices: grouped(
      analytics,
      'SELECT * FROM services FINAL WHERE team IN {keys:Array(String)} ORDER BY service',
      (row: ServiceRow) => row.team,
      serviceNode,
    ),
    lastDeployment: single(
      analytics,
      'SELECT * FROM deployments FINAL WHERE service IN {keys:Array(String)} ORDER BY production DESC, anchor DESC LIMIT 1 BY service',
      (row: DeploymentRow) => row.service,
      deploymentNode,
      null,
    ),
    openIncidents: single(
      analytics,
      `SELECT arrayJoin(services) AS service, uniqExact(id) AS count FROM incidents FINAL WHERE hasAny(services, {keys:Array(String)}) AND status IN ('open', 'acknowledged') GROUP BY service`,
      (row: { service: string; count: string }) => row.service,
      (row) => Number(row.count),
      0,
    ),
  }
}

function grouped<Row extends object, Node>(
  analytics: AnalyticsStore,
  sql: string,
  keyOf: (row: Row) => string,
  toNode: (row: Row) => Node,
): ByRelease<Node> {
  return new DataLoader(async (keys) => {
    const groups = groupBy(await analytics.query<Row>(sql, { keys: [...keys] }), keyOf)
    return keys.map((key) => (groups.get(key) ?? []).map(toNode))
  })
}

function single<Row extends object, Node>(
  analytics: AnalyticsStore,
  sql: string,
  keyOf: (row: Row) => string,
  toNode: (row: Row) => Node,
  missing: Node | null,
): DataLoader<string, Node> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await analytics.query<Row>(sql, { keys: [...keys] })).map((row) => [keyOf(row), toNode(row)]))
    return keys.map((key) => rows.get(key) ?? (missing as Node))
  })
}
