import { rolloutConditions } from '../../metrics/scope.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { underKeptNames } from '../../store/analytics/service-names.js'
import {
  given,
  paramsOf,
  readPage,
  whereOf,
  type Condition,
  type Connection,
  type PageArguments,
  type PageQuery,
} from '../../store/analytics/page.js'
import {
  approvalNode,
  changeNode,
  deploymentNode,
  incidentNode,
  releaseNode,
  serviceNode,
  type ApprovalRow,
  type ChangeRow,
  type DeploymentNode,
  type DeploymentRow,
  type IncidentRow,
  type ReleaseNode,
  type ReleaseRow,
  type ServiceNode,
  type ServiceRow,
} from './rows.js'

export type ScopeFilter = {
  teams?: string[] | null
  services?: string[] | null
  environments?: string[] | null
  regions?: string[] | null
  triggers?: string[] | null
  from?: string | null
  to?: string | null
}
export type DeploymentFilter = ScopeFilter & { outcomes?: string[] | null; kinds?: string[] | null }
export type ReleaseFilter = ScopeFilter & { search?: string | null; failed?: boolean | null }
export type IncidentFilter = ScopeFilter & { status?: string | null; attributed?: boolean | null }
export type ServiceFilter = { search?: string | null; teams?: string[] | null }

const INSTANT = "DateTime64(3, 'UTC')"

/** Facts as they stand; FINAL within partitions suffices, since a row that leaves its partition is deleted there. */
function current(table: string): string {
  return `${table} FINAL`
}

export function scopeConditions(filter: ScopeFilter, at: string): Condition[] {
  return [
    ...given(filter.teams, 'team IN {teams:Array(String)}', (teams) => ({ teams })),
    ...given(filter.services, 'service IN {services:Array(String)}', (services) => ({ services })),
    ...given(filter.environments, 'environment IN {environments:Array(String)}', (environments) => ({ environments })),
    ...rolloutConditions(filter),
    ...given(filter.from, `${at} >= {from:${INSTANT}}`, (from) => ({ from: new Date(from) })),
    ...given(filter.to, `${at} < {to:${INSTANT}}`, (to) => ({ to: new Date(to) })),
  ]
}

/** As of other facts; an incident is of every service that it names or is laid at, and of the teams of these. */
export function incidentConditions({ teams, services, attributed, ...rest }: Omit<IncidentFilter, 'status'>): Condition[] {
  const isOf = (names: string) => `hasAny(services, ${names}) OR attributed_service IN (${names})`
  return [
    ...scopeConditions(rest, 'anchor'),
    ...given(services, isOf('{services:Array(String)}'), (names) => ({ services: names })),
    ...given(teams, isOf(`(SELECT groupArray(service) FROM ${current('services')} WHERE team IN {teams:Array(String)})`), (names) => ({
      teams: names,
    })),
    ...given(attributed, 'notEmpty(attributed_deployments) = {attributed:Bool}', (isAttributed) => ({ attributed: isAttributed })),
  ]
}

export function listDeployments(analytics: AnalyticsStore, filter: DeploymentFilter, page: PageArguments): Promise<Connection<DeploymentNode>> {
  return readPage<DeploymentRow, DeploymentNode>(
    analytics,
    {
      source: `SELECT * FROM ${current('deployments')}`,
      key: [
        { column: 'anchor', type: INSTANT },
        { column: 'service', type: 'String' },
        { column: 'environment', type: 'String' },
        { column: 'id', type: 'String' },
      ],
      conditions: [
        ...scopeConditions(filter, 'anchor'),
        ...given(filter.outcomes, 'outcome IN {outcomes:Array(String)}', (outcomes) => ({ outcomes })),
        ...given(filter.kinds, 'kind IN {kinds:Array(String)}', (kinds) => ({ kinds })),
      ],
      toNode: deploymentNode,
    },
    page,
  )
}

export function listReleases(analytics: AnalyticsStore, filter: ReleaseFilter, page: PageArguments): Promise<Connection<ReleaseNode>> {
  return readPage(analytics, releasesQuery(filter), page)
}

export function releasesQuery(filter: ReleaseFilter): PageQuery<ReleaseRow, ReleaseNode> {
  const conditions = scopeConditions(filter, 'anchor')
  return {
    source: releaseSource(conditions),
    key: [
      { column: 'latest_at', type: INSTANT },
      { column: 'release_id', type: 'String' },
    ],
    conditions: [
      ...conditions.map(({ params }) => ({ sql: '1', params })),
      ...given(filter.search, "positionCaseInsensitiveUTF8(concat(release_id, ' ', version_name, ' ', service), {search:String}) > 0", (search) => ({
        search,
      })),
      ...given(filter.failed, 'failed = {failed:Bool}', (failed) => ({ failed })),
    ],
    toNode: releaseNode,
  }
}

/** Rollouts gathered by release; the status is that of the latest in production, else of the latest anywhere. */
export function releaseSource(conditions: readonly Condition[]): string {
  return `SELECT release_id, min(service) AS service, argMax(version_name, (anchor, id)) AS version_name,
      argMax(outcome, (production, anchor, id)) AS status, max(failed) AS failed, arraySort(groupUniqArray(environment)) AS environments,
      min(anchor) AS first_at, max(anchor) AS latest_at
    FROM (SELECT * FROM ${current('deployments')} ${whereOf(conditions)}) GROUP BY release_id`
}

export function listIncidents(
  analytics: AnalyticsStore,
  filter: IncidentFilter,
  page: PageArguments,
): Promise<Connection<ReturnType<typeof incidentNode>>> {
  return readPage(
    analytics,
    {
      source: `SELECT * FROM ${current('incidents')}`,
      key: [
        { column: 'anchor', type: INSTANT },
        { column: 'service', type: 'String' },
        { column: 'id', type: 'String' },
      ],
      conditions: [...incidentConditions(filter), ...given(filter.status, 'status = {status:String}', (status) => ({ status }))],
      toNode: (row: IncidentRow) => incidentNode(row),
    },
    page,
  )
}

export function listApprovals(
  analytics: AnalyticsStore,
  filter: { services?: string[] | null; open?: boolean | null },
  page: PageArguments,
): Promise<Connection<ReturnType<typeof approvalNode>>> {
  return readPage(
    analytics,
    {
      source: `SELECT *, coalesce(requested_at, decided_at, toDateTime64(0, 3, 'UTC')) AS at FROM ${current('approvals')}`,
      key: [
        { column: 'at', type: INSTANT },
        { column: 'service', type: 'String' },
        { column: 'id', type: 'String' },
      ],
      conditions: [
        ...given(filter.services, 'service IN {services:Array(String)}', (services) => ({ services })),
        ...given(filter.open, '(decided_at IS NULL AND withdrawn_at IS NULL) = {open:Bool}', (open) => ({ open })),
      ],
      toNode: (row: ApprovalRow) => approvalNode(row),
    },
    page,
  )
}

/** The changes a release brought, each once: in the environment that took it to production, else the first. */
export function listChanges(analytics: AnalyticsStore, releaseId: string, page: PageArguments): Promise<Connection<ReturnType<typeof changeNode>>> {
  return readPage(
    analytics,
    {
      source: `SELECT *, coalesce(committed_at, toDateTime64(0, 3, 'UTC')) AS at FROM ${current('deployed_changes')} WHERE release_id = {release:String}
      ORDER BY production DESC, state = 'counted' DESC, anchor LIMIT 1 BY repository, sha`,
      key: [
        { column: 'at', type: INSTANT },
        { column: 'repository', type: 'String' },
        { column: 'sha', type: 'String' },
      ],
      conditions: [{ sql: '1', params: { release: releaseId } }],
      toNode: (row: ChangeRow) => changeNode(row),
    },
    page,
  )
}

export function listServices(analytics: AnalyticsStore, filter: ServiceFilter, page: PageArguments): Promise<Connection<ServiceNode>> {
  return readPage(analytics, servicesQuery(filter), page)
}

export function servicesQuery(filter: ServiceFilter): PageQuery<ServiceRow, ServiceNode> {
  return {
    source: `SELECT * FROM ${current('services')}`,
    key: [
      { column: 'last_event_at', type: INSTANT },
      { column: 'service', type: 'String' },
    ],
    conditions: [
      ...given(filter.teams, 'team IN {teams:Array(String)}', (teams) => ({ teams })),
      ...given(filter.search, "positionCaseInsensitiveUTF8(concat(service, ' ', title, ' ', team), {search:String}) > 0", (search) => ({ search })),
    ],
    toNode: serviceNode,
  }
}

export async function findDeployment(analytics: AnalyticsStore, id: string): Promise<DeploymentNode | null> {
  const conditions = [{ sql: 'id = {id:String}', params: { id } }]
  const [row] = await analytics.query<DeploymentRow>(
    `SELECT * FROM ${current('deployments')} ${whereOf(conditions)} ORDER BY production DESC, anchor DESC LIMIT 1`,
    paramsOf(conditions),
  )
  return row ? deploymentNode(row) : null
}

/** By its id, or by the one that it had before its service was renamed. */
export async function findRelease(analytics: AnalyticsStore, id: string): Promise<ReleaseNode | null> {
  const found = await releaseOf(analytics, id)
  const [, service, version] = /^(.+)@(.*)$/s.exec(id) ?? []
  if (found || service === undefined) return found
  const { services } = await underKeptNames(analytics, { services: [service] })
  return services[0] === service ? null : releaseOf(analytics, `${services[0]}@${version}`)
}

async function releaseOf(analytics: AnalyticsStore, id: string): Promise<ReleaseNode | null> {
  const conditions = [{ sql: 'release_id = {release:String}', params: { release: id } }]
  const [row] = await analytics.query<ReleaseRow>(releaseSource(conditions), paramsOf(conditions))
  return row ? releaseNode(row) : null
}
