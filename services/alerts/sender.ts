import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import { openSecret } from '../store/control/secrets.js'
import type { Notification, SendResult } from './notification.js'
import type { RouteSettings } from './routes/contract.js'
import { findRoute, routes as kinds } from './routes/index.js'
import type { SendMail } from './routes/email/message.js'

export type SenderOptions = {
  dataSource: DataSource
  key: Buffer
  now: () => Date
  random: () => number
  privateHosts: readonly string[]
  sendMail: SendMail | null
}

export const SEAL_PURPOSE = 'alert-route'

const LEASE_MS = 2 * 60_000
/** Of one route. */
const AT_ONCE = 4
const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 30 * 60_000
const MOST_ATTEMPTS = 48
/** After so many failures the fallback route is told as well. */
const ESCALATES_AFTER = 5

type Claimed = Pick<AlertMessage, 'id' | 'alertId' | 'status' | 'attempts'> & { routeId: string; body: Notification }

/** The order in which a receiver is told. */
const STEPS = "ARRAY['firing', 'acknowledged', 'resolved']"
const IS_DUE = "((state = 'pending' AND available_at <= $1) OR (state = 'leased' AND lease_until < $1))"

/** Sends what waits, route by route. A stop loses none: what was leased is claimed again. */
export function createSender({ dataSource, key, now, random, privateHosts, sendMail }: SenderOptions) {
  const messages = dataSource.getRepository(AlertMessage)
  const worker = randomUUID()

  /** Of each alert and route one step after the other: that it is over is not told before it fired. */
  async function claim(routeId: string): Promise<Claimed[]> {
    const at = now()
    const [claimed] = (await dataSource.query(
      `UPDATE alert_messages SET state = 'leased', attempts = attempts + 1, leased_by = $2, lease_until = $3
       WHERE id IN (
         SELECT id FROM alert_messages AS candidate
         WHERE candidate.route_id = $4 AND ${IS_DUE}
           AND NOT EXISTS (SELECT 1 FROM alert_messages AS earlier WHERE earlier.alert_id = candidate.alert_id AND earlier.route_id = candidate.route_id
             AND array_position(${STEPS}, earlier.status) < array_position(${STEPS}, candidate.status) AND earlier.state IN ('pending', 'leased'))
         ORDER BY available_at, id LIMIT $5 FOR UPDATE SKIP LOCKED)
       RETURNING id, alert_id AS "alertId", route_id AS "routeId", status, attempts, body`,
      [at, worker, new Date(at.getTime() + LEASE_MS), routeId, AT_ONCE],
    )) as [Claimed[], number]
    return claimed
  }

  /** Some receivers take a problem as over that is not told again. */
  async function repeatWhatLasts(): Promise<void> {
    const at = now()
    for (const { id, repeatSeconds } of kinds) {
      if (repeatSeconds === null) continue
      await dataSource.query(
        `UPDATE alert_messages SET state = 'pending', attempts = 0, available_at = $1
         FROM alerts, alert_routes
         WHERE alert_messages.alert_id = alerts.id AND alert_messages.route_id = alert_routes.id AND alert_messages.status = 'firing'
           AND alert_messages.state = 'sent' AND alert_messages.finished_at <= $2 AND alerts.state IN ('firing', 'acknowledged')
           AND alert_routes.enabled AND alert_routes.sink = $3`,
        [at, new Date(at.getTime() - repeatSeconds * 1000), id],
      )
    }
  }

  async function finish(message: Claimed, set: Partial<Omit<AlertMessage, 'body'>>): Promise<void> {
    await messages.update(
      { id: message.id, state: 'leased', leasedBy: worker, attempts: message.attempts },
      { leaseUntil: null, leasedBy: null, ...set },
    )
  }

  async function deliver(message: Claimed): Promise<void> {
    const route = await dataSource.getRepository(AlertRoute).findOneBy({ id: message.routeId })
    if (!route) return
    const result = await send(route, message.body, message.id)
    if (result.ok) return await finish(message, { state: 'sent', error: null, finishedAt: now() })
    const isOver = !result.retryable || message.attempts >= MOST_ATTEMPTS
    const failure = { error: result.message.slice(0, 500), httpStatus: result.status }
    if (isOver || message.attempts === ESCALATES_AFTER) await escalate(message, route)
    if (isOver) return await finish(message, { ...failure, state: 'dead', finishedAt: now() })
    await finish(message, {
      ...failure,
      state: 'pending',
      availableAt: new Date(now().getTime() + pauseOf(message.attempts, result.retryAfterSeconds)),
    })
  }

  function pauseOf(attempts: number, retryAfterSeconds: number | null): number {
    const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1))
    return Math.max(grown * (0.75 + random() / 2), (retryAfterSeconds ?? 0) * 1000)
  }

  /** The fallback is told what waits to be told after it as well: whoever hears that it fires hears that it is over. */
  async function escalate({ alertId, routeId, status }: Claimed, { name, fallbackId }: AlertRoute): Promise<void> {
    if (fallbackId === null) return
    await dataSource.query(
      `INSERT INTO alert_messages (alert_id, route_id, status, state, reason, body, created_at, available_at)
       SELECT alert_id, $2::uuid, status, 'pending', $3, body, $4, $4 FROM alert_messages
       WHERE alert_id = $1 AND route_id = $5 AND array_position(${STEPS}, status) >= array_position(${STEPS}, $6) AND state IN ('pending', 'leased')
       ON CONFLICT (alert_id, route_id, status) DO UPDATE
         SET state = 'pending', reason = excluded.reason, body = excluded.body, created_at = excluded.created_at, available_at = excluded.available_at,
           finished_at = NULL,
           earlier = alert_messages.earlier || jsonb_build_object('at', alert_messages.created_at, 'state', alert_messages.state, 'reason', alert_messages.reason)
         WHERE alert_messages.state IN ('held', 'suppressed')`,
      [alertId, fallbackId, `the route ${name} could not deliver it`, now(), routeId, status],
    )
  }

  async function send(route: AlertRoute, notification: Notification, id: string): Promise<SendResult> {
    const kind = findRoute(route.sink)
    if (!kind)
      return { ok: false, retryable: false, status: null, message: `There is no kind of route named ${route.sink}.`, retryAfterSeconds: null }
    const settings = JSON.parse(openSecret(key, route.settingsSealed, SEAL_PURPOSE)) as RouteSettings
    return await kind.send(notification, settings, { id: `alert_${id}`, now: now(), privateHosts, sendMail })
  }

  return {
    /** The routes for which something waits. */
    async due(): Promise<string[]> {
      await repeatWhatLasts()
      const rows = (await dataSource.query(`SELECT DISTINCT route_id AS id FROM alert_messages WHERE ${IS_DUE}`, [now()])) as { id: string }[]
      return rows.map(({ id }) => id)
    },
    /** Sends a few messages of a route at once; answers how many it had in work. */
    async sendTo(routeId: string): Promise<number> {
      const claimed = await claim(routeId)
      await Promise.all(claimed.map(deliver))
      return claimed.length
    },
    /** One message that is written nowhere, to try a route. */
    send,
  }
}
