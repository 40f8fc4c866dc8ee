import { groupBy } from '../domain/fold.js'
import { scopeOf } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { everyName, keptName } from '../store/analytics/service-names.js'

export type ServiceContext = { team: string | null; owner: string | null; runbookUrl: string | null }

/** Who answers for these services, and how. */
export async function serviceContexts(analytics: AnalyticsStore, services: readonly string[]): Promise<Map<string, ServiceContext>> {
  if (services.length === 0) return new Map()
  const rows = await analytics.query<{ service: string; team: string; owner: string; runbook_url: string }>(
    'SELECT service, team, owner, runbook_url FROM services FINAL WHERE service IN {services:Array(String)}',
    { services },
  )
  return new Map(
    rows.map(({ service, team, owner, runbook_url }) => [service, { team: team || null, owner: owner || null, runbookUrl: runbook_url || null }]),
  )
}

export type Rollout = { release: string; version: string | null; commit: string | null; environment: string }

/** The last rollout of each service to production that began in the hour before; alerts of a service are grouped under it. */
export async function recentRollouts(analytics: AnalyticsStore, services: readonly string[], at: Date): Promise<Map<string, Rollout>> {
  if (services.length === 0) return new Map()
  const sql = `SELECT service, release_id, version_name, commit, environment FROM deployments FINAL
    WHERE service IN {services:Array(String)} AND production AND anchor >= {at:DateTime64(3)} - INTERVAL 1 DAY AND anchor <= {at:DateTime64(3)}
      AND outcome NOT IN ('cancelled', 'skipped', 'superseded')
      AND (outcome = 'running' OR ifNull(finished_at, anchor) >= {at:DateTime64(3)} - INTERVAL 1 HOUR)
    ORDER BY service, anchor DESC, id LIMIT 1 BY service`
  const rows = await analytics.query<{ service: string; release_id: string; version_name: string; commit: string; environment: string }>(sql, {
    services,
    at,
  })
  return new Map(
    rows.map(({ service, release_id, version_name, commit, environment }) => [
      service,
      { release: release_id, version: version_name || null, commit: commit || null, environment },
    ]),
  )
}

/** When harm is expected, and where. */
export type Experiment = { environment: string; reason: string }
type Declared = Experiment & { service: string; from: string; to: string }

/** Experiments that are declared for these services at a time, by service. */
export async function experiments(analytics: AnalyticsStore, services: readonly string[], at: Date): Promise<Map<string, Experiment[]>> {
  if (services.length === 0) return new Map()
  const sql = `SELECT service, JSONExtractString(data, 'environment') AS environment, JSONExtractString(data, 'from') AS from,
      JSONExtractString(data, 'to') AS to, JSONExtractString(data, 'reason') AS reason
    FROM events_by_scope FINAL WHERE scope IN {scopes:Array(String)} AND type = 'experiment.declared' ORDER BY time, id`
  const rows = await analytics.query<Declared>(sql, { scopes: services.map(scopeOf.service) })
  return groupBy(
    rows.filter(({ from, to }) => Date.parse(from) <= at.getTime() && at.getTime() < Date.parse(to)),
    ({ service }) => service,
  )
}

/** Of these environments those for which there is telemetry of the last seven days, by service. */
export async function measuredEnvironments(
  analytics: AnalyticsStore,
  services: readonly string[],
  { environments, at }: { environments: readonly string[]; at: Date },
): Promise<Map<string, string[]>> {
  if (services.length === 0 || environments.length === 0) return new Map()
  const sql = `SELECT ${keptName('told_as')} AS service, arraySort(groupUniqArrayArray(told_of)) AS environments FROM (
    SELECT service AS told_as, groupUniqArray(toString(environment)) AS told_of FROM sli_minutes
    WHERE service IN (${everyName('{services:Array(String)}')}) AND environment IN {environments:Array(String)}
      AND minute >= {at:DateTime64(3)} - INTERVAL 7 DAY AND minute < {at:DateTime64(3)}
    GROUP BY told_as
  ) GROUP BY service`
  const rows = await analytics.query<{ service: string; environments: string[] }>(sql, { services, environments, at })
  return new Map(rows.map((row) => [row.service, row.environments]))
}
