import { scopeOf } from '../domain/scopes.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'

/** What the rule of alerts is called that others found. */
export const EXTERNAL_RULE = 'external'

/** An alert that another system reports of: Windsock shows its state, and neither judges it nor tells anyone. */
export type ExternalAlert = {
  id: string
  /** The integration and the connection that it came by. */
  source: string
  /** Empty where the report names none; likewise the environment, the severity and the address. */
  service: string
  environment: string
  title: string
  /** In the words of its sender. */
  severity: string
  url: string
  startedAt: Date
  resolvedAt: Date | null
}

type Asked = {
  /** What the sources of events begin with that report alerts. */
  sources: readonly string[]
  /** Null for all, as each of these. */
  ids: readonly string[] | null
  states: readonly ('firing' | 'resolved')[] | null
  services: readonly string[] | null
  /** Those that were over before are left out. */
  keptSince: Date
  /** When the last of the page before began, and its id. */
  after: { since: Date; id: string } | null
  limit: number
}

type Row = Omit<ExternalAlert, 'id' | 'startedAt' | 'resolvedAt'> & { alert: string; started_at: string; resolved_at: string | null }

/** The latest first. An alert is over once any report said so, in whatever order and however often reports came. */
export async function externalAlerts(analytics: AnalyticsStore, asked: Asked): Promise<{ total: number; alerts: ExternalAlert[] }> {
  const { sources, ids, states, services, keptSince, after, limit } = asked
  const params = {
    ...Object.fromEntries(sources.map((source, index) => [`source${index}`, source])),
    keptSince,
    limit,
    ...(ids && { ids }),
    ...(services && { services }),
    ...(after && { since: after.since, last: after.id }),
  }
  const list = listOf(sources.map((_, index) => `startsWith(source, {source${index}:String})`).join(' OR '))
  const wanted = [
    '(resolved_at IS NULL OR resolved_at >= {keptSince:DateTime64(3)})',
    ...(ids ? ['alert IN {ids:Array(String)}'] : []),
    ...(services ? ['service IN {services:Array(String)}'] : []),
    ...(states && !states.includes('firing') ? ['resolved_at IS NOT NULL'] : []),
    ...(states && !states.includes('resolved') ? ['resolved_at IS NULL'] : []),
  ].join(' AND ')
  const later = after ? ' AND (started_at, alert) < ({since:DateTime64(3)}, {last:String})' : ''
  const [[counted], rows] = await Promise.all([
    analytics.query<{ total: string }>(`SELECT count() AS total FROM (${list}) WHERE ${wanted}`, params),
    analytics.query<Row>(`SELECT * FROM (${list}) WHERE ${wanted}${later} ORDER BY started_at DESC, alert DESC LIMIT {limit:UInt32}`, params),
  ])
  return { total: Number(counted?.total ?? 0), alerts: rows.map(alertOf) }
}

/** One row for each alert, from the events themselves: an incident may be of several alerts, and be corrected by a person. */
const listOf = (fromSources: string) => `SELECT alert, told_by AS source, if(kept_service = '', told_service, kept_service) AS service,
    ${['environment', 'title', 'severity', 'url'].map((fact) => `JSONExtractString(said, '${fact}') AS ${fact}`).join(', ')}, started_at, resolved_at
  FROM (
    SELECT JSONExtractString(data, 'incident') AS alert, min(source) AS told_by,
      argMaxIf(data, (revision, received_at, content_hash), type = 'incident.detected') AS said, JSONExtractString(said, 'service') AS told_service,
      minIf(time, type = 'incident.detected') AS started_at, maxOrNullIf(time, type = 'incident.resolved') AS resolved_at
    FROM events_by_scope WHERE startsWith(scope, '${scopeOf.incident('')}') AND (${fromSources}) AND type IN ('incident.detected', 'incident.resolved')
    GROUP BY alert HAVING said != ''
  ) AS told
  LEFT JOIN (SELECT service AS kept_service, arrayJoin(aliases) AS alias FROM services FINAL) AS kept ON alias = told_service`

function alertOf({ alert, started_at, resolved_at, ...row }: Row): ExternalAlert {
  return { ...row, id: alert, startedAt: new Date(started_at), resolvedAt: resolved_at === null ? null : new Date(resolved_at) }
}
