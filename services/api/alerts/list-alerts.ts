import { In, type FindOptionsWhere } from 'typeorm'
import { EXTERNAL_RULE, externalAlerts } from '../../alerts/external.js'
import { compareText } from '../../domain/instant.js'
import { integrations } from '../../integrations/index.js'
import { Alert } from '../../store/control/entities/alert.js'
import { badInput, toPage, type Page, type PageOf } from '../paging.js'
import type { Runtime } from '../runtime.js'
import { alertNode, externalNode, isAlertId, type AlertNode } from './alert-nodes.js'

export type AlertFilter = {
  ids?: string[] | null
  states?: string[] | null
  services?: string[] | null
  rules?: string[] | null
}

type From = Pick<Runtime, 'analytics' | 'control' | 'teamLimit' | 'now'> & { config: Pick<Runtime['config'], 'alertRetentionDays'> }
type Asked = { filter: AlertFilter; services: readonly string[] | null; after: { since: Date; id: string } | null; limit: number }
type Found = { total: number; nodes: AlertNode[] }

const DAY_MS = 86_400_000
/** Where events of alerts come from that other systems report. */
const REPORTING = integrations.filter(({ reportsAlerts }) => reportsAlerts).map(({ id }) => `${id}/`)

/** Alerts of the rules and those that other systems report, as one list, newest first. */
export async function listAlerts(from: From, filter: AlertFilter, page: Page): Promise<PageOf<AlertNode> & { totalCount: number }> {
  const { total, nodes } = await readAlerts(from, filter, page)
  return { ...toPage(nodes, page, alertKey), totalCount: total }
}

/** How many there are, and those of the page with more behind them if there is another page. */
export async function readAlerts(from: From, filter: AlertFilter, page: Page): Promise<Found> {
  const services = await from.teamLimit.within(filter.services)
  const asked = { filter, services, after: lastOf(page), limit: page.limit + 1 }
  const found = await Promise.all([ownAlerts(from, asked), reportedAlerts(from, asked)])
  return { nodes: found.flatMap(({ nodes }) => nodes).sort(newestFirst), total: found.reduce((sum, { total }) => sum + total, 0) }
}

/** What the order of the list goes by. */
export function alertKey({ pendingSince, id }: AlertNode): readonly [since: string, id: string] {
  return [pendingSince.toISOString(), id]
}

function lastOf({ after }: Page): Asked['after'] {
  if (after === null) return null
  const [since, id] = after
  if (typeof since !== 'string' || Number.isNaN(Date.parse(since)) || typeof id !== 'string')
    throw badInput('after must be a cursor from a page before.')
  return { since: new Date(since), id }
}

function newestFirst(a: AlertNode, b: AlertNode): number {
  return b.pendingSince.getTime() - a.pendingSince.getTime() || compareText(b.id, a.id)
}

async function ownAlerts({ control }: From, { filter, services, after, limit }: Asked): Promise<Found> {
  const where: FindOptionsWhere<Alert> = {
    ...(filter.ids ? { id: In(filter.ids.filter(isAlertId)) } : {}),
    ...(filter.states ? { state: In(filter.states.map((state) => state.toLowerCase())) } : {}),
    ...(filter.rules ? { rule: In(filter.rules) } : {}),
  }
  const query = control.dataSource.getRepository(Alert).createQueryBuilder('alert').where(where)
  if (services) query.andWhere("alert.condition->>'service' = ANY(:services)", { services })
  const total = await query.getCount()
  if (after)
    query.andWhere('(alert.pending_since, alert.id::text COLLATE "C") < (:since::timestamptz, :id)', { ...after, since: after.since.toISOString() })
  const found = await query.orderBy('alert.pending_since', 'DESC').addOrderBy('alert.id', 'DESC').limit(limit).getMany()
  return { total, nodes: found.map(alertNode) }
}

async function reportedAlerts({ analytics, now, config }: From, { filter, services, after, limit }: Asked): Promise<Found> {
  if (filter.rules?.includes(EXTERNAL_RULE) === false) return { total: 0, nodes: [] }
  const states = (['firing', 'resolved'] as const).filter((state) => filter.states?.includes(state.toUpperCase()) ?? true)
  if (states.length === 0) return { total: 0, nodes: [] }
  const keptSince = new Date(now().getTime() - config.alertRetentionDays * DAY_MS)
  const { total, alerts } = await externalAlerts(analytics, {
    sources: REPORTING,
    ids: filter.ids ?? null,
    states,
    services,
    keptSince,
    after,
    limit,
  })
  return { total, nodes: alerts.map(externalNode) }
}
