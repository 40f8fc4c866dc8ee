import { environmentOf, type Condition } from '../../alerts/condition.js'
import { EXTERNAL_RULE, type ExternalAlert } from '../../alerts/external.js'
import type { Notification } from '../../alerts/notification.js'
import type { RouteInput } from '../../alerts/route-settings.js'
import { findRoute } from '../../alerts/routes/index.js'
import type { Alert, AlertMessage, AlertRoute } from '../../store/control/entities/alert.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether it may be the id of an alert of Windsock's own. */
export function isAlertId(id: string): boolean {
  return UUID.test(id)
}

export type AlertNode = ReturnType<typeof alertNode> | ReturnType<typeof externalNode>

export function alertNode(alert: Alert) {
  const condition = alert.condition as Condition
  const { title, summary, service, slo, release, version, commit } = condition
  const { id, rule, team, owner, runbookUrl, pendingSince, firedAt, acknowledgedAt, acknowledgedBy, resolvedAt } = alert
  const facts = { id, rule, team, owner, runbookUrl, pendingSince, firedAt, acknowledgedAt, acknowledgedBy, resolvedAt }
  const about = { title, summary, service, environment: environmentOf(condition), slo, release, version, commit }
  return { ...facts, ...about, source: null, url: null, severity: alert.severity.toUpperCase(), state: alert.state.toUpperCase() }
}

/** Those for which a sender wants a person at once. */
const PAGING = new Set(['critical', 'page'])

export function externalNode({ id, source, service, environment, title, severity, url, startedAt, resolvedAt }: ExternalAlert) {
  const nobody = { team: null, owner: null, runbookUrl: null, acknowledgedAt: null, acknowledgedBy: null }
  const unrelated = { slo: null, release: null, version: null, commit: null }
  return {
    ...nobody,
    ...unrelated,
    id,
    source,
    url: url || null,
    rule: EXTERNAL_RULE,
    title: title || id,
    summary: `Reported by ${source}${severity === '' ? '' : ` as ${severity}`}.`,
    service,
    environment,
    severity: PAGING.has(severity.toLowerCase()) ? 'PAGE' : 'TICKET',
    state: resolvedAt === null ? 'FIRING' : 'RESOLVED',
    pendingSince: startedAt,
    firedAt: startedAt,
    resolvedAt,
  }
}

export function messageNode(
  { id, status, state, reason, earlier, attempts, error, createdAt, availableAt, finishedAt }: AlertMessage,
  route: Pick<AlertRoute, 'name' | 'sink'> | null,
) {
  const isWaiting = state === 'pending' || state === 'leased'
  return {
    id,
    route: route?.name ?? '',
    status: status.toUpperCase(),
    state: state === 'leased' ? 'SENDING' : state.toUpperCase(),
    reason,
    earlier: earlier.map((decision) => ({ ...decision, at: new Date(decision.at), state: decision.state.toUpperCase() })),
    attempts,
    mayRepeat: attempts > 1 && findRoute(route?.sink ?? '')?.deduplicates === false,
    error,
    createdAt,
    nextTryAt: isWaiting ? availableAt : null,
    finishedAt,
  }
}

export type RouteInputArgument = {
  name: string
  kind: string
  fields: { name: string; value: string }[]
  severities?: ('PAGE' | 'TICKET')[] | null
  teams?: string[] | null
  mostPerHour?: number | null
  quiet?: { fromHour: number; toHour: number; timeZone: string } | null
  fallback?: string | null
  enabled?: boolean | null
}

export function routeInput({ name, kind, fields, severities, teams, mostPerHour, quiet, fallback, enabled }: RouteInputArgument): RouteInput {
  return {
    name,
    sink: kind,
    settings: Object.fromEntries(fields.map((field) => [field.name, field.value])),
    severities: (severities ?? []).map((severity) => severity.toLowerCase() as 'page' | 'ticket'),
    teams: teams ?? [],
    mostPerHour: mostPerHour ?? 60,
    quiet: quiet ?? null,
    fallbackId: fallback ?? null,
    enabled: enabled ?? true,
  }
}

/** Says of itself that it is a test, and is over at once. */
export function testNotification(now: Date, publicUrl: string): Notification {
  return {
    key: `windsock-test-${now.getTime()}`,
    status: 'firing',
    severity: 'ticket',
    rule: 'test',
    title: 'A test of this route',
    summary: 'Someone tried this route in Windsock. There is nothing to do.',
    startedAt: now.toISOString(),
    resolvedAt: null,
    service: 'windsock',
    environment: '',
    team: null,
    slo: null,
    release: null,
    version: null,
    commit: null,
    owner: null,
    runbookUrl: null,
    dashboardUrl: `${publicUrl}/alerts`,
  }
}
