import type { Alert } from '../store/control/entities/alert.js'
import { environmentOf, type Condition } from './condition.js'

/** What an alert tells people, wherever it is sent. Times are ISO 8601 in UTC. */
export type Notification = {
  /** The same for every message about one problem; receivers with a deduplication key get this one. */
  key: string
  status: 'firing' | 'acknowledged' | 'resolved'
  severity: 'page' | 'ticket'
  /** Id of the rule: `burn_rate`, `absence`, `failed_deployment`, … */
  rule: string
  title: string
  /** One sentence with the numbers. */
  summary: string
  startedAt: string
  resolvedAt: string | null
  service: string
  /** Several with commas between them, and empty where none is known. */
  environment: string
  team: string | null
  slo: string | null
  release: string | null
  version: string | null
  commit: string | null
  owner: string | null
  runbookUrl: string | null
  dashboardUrl: string
}

/** What became of one try. `retryable` failures are tried again with back-off; `retryAfterSeconds` where the receiver said so. */
export type SendResult =
  | { ok: true; receipt: string | null }
  | { ok: false; retryable: boolean; status: number | null; message: string; retryAfterSeconds: number | null }

/** How a secret or address of a route is asked for on its page, and checked before it is kept. */
export type RouteField = { name: string; title: string; secret: boolean; required: boolean; example: string }

export function notificationOf(alert: Alert, status: Notification['status'], publicUrl: string): Notification {
  const condition = alert.condition as Condition
  const { rule, severity, title, summary, service, slo, release, version, commit } = condition
  return {
    key: `windsock-${alert.id}`,
    status,
    severity,
    rule,
    title,
    summary,
    startedAt: (alert.firedAt ?? alert.pendingSince).toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
    service,
    environment: environmentOf(condition),
    team: alert.team,
    slo,
    release,
    version,
    commit,
    owner: alert.owner,
    runbookUrl: alert.runbookUrl,
    dashboardUrl: slo === null ? `${publicUrl}/alerts?id=${alert.id}` : `${publicUrl}/slo?name=${encodeURIComponent(slo)}`,
  }
}
