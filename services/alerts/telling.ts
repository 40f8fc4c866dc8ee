import { In, type EntityManager } from 'typeorm'
import { Alert, AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import type { Condition } from './condition.js'
import type { Experiment } from './context.js'
import { dispatch, takes, type Dispatch } from './dispatch.js'
import { namedRoutes } from './named-routes.js'
import { notificationOf, type Notification } from './notification.js'

/** What decides, at a time, who is told. */
export type Telling = {
  at: Date
  publicUrl: string
  /** Environments of production that are measured. */
  production: readonly string[]
  /** What is declared now, by service. */
  experiments: ReadonlyMap<string, readonly Experiment[]>
}

const HOUR_MS = 3_600_000
const KEPT_BACK: AlertMessage['state'][] = ['held', 'suppressed']

/** Writes down for each route that takes the alert that it fires, or why it is not told. */
export async function tellFiring(manager: EntityManager, alert: Alert, telling: Telling): Promise<void> {
  const { at, publicUrl } = telling
  for (const route of await takersOf(manager, alert)) {
    const decided = decidedOf(await decide(manager, { alert, route, telling }), at)
    await insert(manager, { alertId: alert.id, routeId: route.id, status: 'firing', body: notificationOf(alert, 'firing', publicUrl), ...decided })
  }
}

/** Looks again at what was held or suppressed of alerts that still fire; answers whether anything is decided anew. */
export async function tellWhatWasKeptBack(manager: EntityManager, alerts: readonly Alert[], telling: Telling): Promise<boolean> {
  const messages = manager.getRepository(AlertMessage)
  const kept = await messages.findBy({ alertId: In(alerts.map(({ id }) => id)), status: 'firing', state: In(KEPT_BACK) })
  let isAnew = false
  for (const alert of alerts.toSorted(byUrgency)) {
    const own = kept.filter(({ alertId }) => alertId === alert.id)
    if (own.length === 0) continue
    const takers = await takersOf(manager, alert)
    for (const message of own) {
      const route = takers.find(({ id }) => id === message.routeId)
      if (!route) continue
      const decided = decidedOf(await decide(manager, { alert, route, telling }), telling.at)
      if (decided.state === message.state && decided.reason === message.reason) continue
      const earlier = [...message.earlier, { at: message.createdAt.toISOString(), state: message.state, reason: message.reason }]
      await messages.save({ ...message, ...decided, earlier, body: notificationOf(alert, 'firing', telling.publicUrl) })
      isAnew = true
    }
  }
  return isAnew
}

/** Tells those who were told of the alert, whatever the routes take now. */
export async function tellThoseTold(
  manager: EntityManager,
  alert: Alert,
  status: 'acknowledged' | 'resolved',
  { at, publicUrl }: Pick<Telling, 'at' | 'publicUrl'>,
): Promise<void> {
  if (status === 'resolved' && (alert.condition as Condition).endIsTold === false) return
  const told = (await manager.query(
    `SELECT DISTINCT route_id AS id FROM alert_messages WHERE alert_id = $1 AND route_id IS NOT NULL AND state IN ('pending', 'leased', 'sent')`,
    [alert.id],
  )) as { id: string }[]
  const body = notificationOf(alert, status, publicUrl)
  const decided = decidedOf({ kind: 'send', at, reason: `told when it fired, so told that it is ${status}` }, at)
  for (const { id } of told) await insert(manager, { alertId: alert.id, routeId: id, status, body, ...decided })
}

/** Pages first, then what fired first. */
function byUrgency(a: Alert, b: Alert): number {
  if (a.severity !== b.severity) return a.severity === 'page' ? -1 : 1
  return (a.firedAt?.getTime() ?? 0) - (b.firedAt?.getTime() ?? 0)
}

/** Routes that are named by the alert, or else those that take it. */
async function takersOf(manager: EntityManager, alert: Alert): Promise<AlertRoute[]> {
  const all = await manager.getRepository(AlertRoute).find({ order: { name: 'ASC' } })
  const named = namedRoutes(all, (alert.condition as Condition).targets)
  return (named.length > 0 ? named : all.filter((route) => takes(route, alert))).filter(({ enabled }) => enabled)
}

type Deciding = { alert: Alert; route: AlertRoute; telling: Telling }

async function decide(manager: EntityManager, { alert, route, telling }: Deciding): Promise<Dispatch> {
  const condition = alert.condition as Condition
  return dispatch(alert.severity, {
    route,
    sentInLastHour: await sentSince(manager, route.id, new Date(telling.at.getTime() - HOUR_MS)),
    groupedWith: await toldOfRelease(manager, route.id, alert),
    experiment: experimentFor(condition, telling),
    hard: condition.hard,
    at: telling.at,
  })
}

/** What is about all of production is suppressed by experiments there alone. */
function experimentFor({ service, environment }: Condition, { experiments, production }: Telling): string | null {
  const declared = experiments.get(service) ?? []
  const bears = environment === '' ? (at: string) => production.includes(at) : (at: string) => at === environment
  return declared.find((experiment) => bears(experiment.environment))?.reason ?? null
}

const STATES = { send: 'pending', hold: 'held', suppress: 'suppressed' } as const

function decidedOf(decision: Dispatch, at: Date) {
  const isSent = decision.kind === 'send'
  return {
    state: STATES[decision.kind],
    reason: decision.reason,
    createdAt: at,
    availableAt: isSent ? decision.at : at,
    finishedAt: isSent ? null : at,
  }
}

type Written = ReturnType<typeof decidedOf> & { alertId: string; routeId: string; status: Notification['status']; body: Notification }

async function insert(manager: EntityManager, message: Written): Promise<void> {
  await manager.getRepository(AlertMessage).upsert(message as never, ['alertId', 'routeId', 'status'])
}

async function sentSince(manager: EntityManager, routeId: string, since: Date): Promise<number> {
  const [row] = (await manager.query(
    `SELECT count(*)::int AS count FROM alert_messages WHERE route_id = $1 AND created_at > $2 AND status = 'firing' AND state IN ('pending', 'leased', 'sent')`,
    [routeId, since],
  )) as { count: number }[]
  return row?.count ?? 0
}

/** The title of another open alert of the same release, which this route was told of. */
async function toldOfRelease(manager: EntityManager, routeId: string, alert: Alert): Promise<string | null> {
  const { release, service } = alert.condition as Condition
  if (release === null) return null
  const [row] = (await manager.query(
    `SELECT alerts.condition->>'title' AS title FROM alert_messages JOIN alerts ON alerts.id = alert_messages.alert_id
     WHERE alert_messages.route_id = $1 AND alert_messages.status = 'firing' AND alert_messages.state IN ('pending', 'leased', 'sent')
       AND alerts.id <> $2 AND alerts.state IN ('firing', 'acknowledged') AND alerts.condition->>'release' = $3 AND alerts.condition->>'service' = $4
       AND (alerts.severity = 'page' OR $5 = 'ticket')
     ORDER BY alerts.fired_at, alerts.id LIMIT 1`,
    [routeId, alert.id, release, service, alert.severity],
  )) as { title: string }[]
  return row?.title ?? null
}
