import type { DataSource, EntityManager } from 'typeorm'
import { Alert, AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { Condition, Look } from './condition.js'
import { experiments, recentRollouts, serviceContexts } from './context.js'
import { dispatch, type Dispatch } from './dispatch.js'
import { namedRoutes } from './named-routes.js'
import type { Notification } from './notification.js'
import { rules } from './rules/index.js'
import { transitions, type OpenAlert, type Transition } from './transitions.js'

export type AlertingOptions = { dataSource: DataSource; analytics: AnalyticsStore; publicUrl: () => string; onError(error: unknown): void }

type Surroundings = {
  contexts: Awaited<ReturnType<typeof serviceContexts>>
  rollouts: Awaited<ReturnType<typeof recentRollouts>>
  experiments: Awaited<ReturnType<typeof experiments>>
}

const HOUR_MS = 3_600_000

/**
 * Looks at all rules once: opens, fires and resolves alerts, and writes down every message that follows. All or nothing.
 * Answers whether anything but what is known was found.
 */
export async function evaluate({ dataSource, analytics, publicUrl, onError }: AlertingOptions, look: Look): Promise<boolean> {
  const found = await Promise.all(rules.map((rule) => rule.conditions(look).catch((error: unknown) => (onError(error), null))))
  // A rule that could not look leaves its alerts as they are: silence of the store is no recovery.
  const blind = new Set(rules.filter((_, index) => found[index] === null).map(({ id }) => id))
  const conditions = found.flatMap((one) => one ?? [])
  const services = [...new Set(conditions.map(({ service }) => service))]
  const surroundings = {
    contexts: await serviceContexts(analytics, services),
    rollouts: await recentRollouts(analytics, services, look.at),
    experiments: await experiments(analytics, services, look.at),
  }
  return await dataSource.transaction(async (manager) => {
    const open = (await manager.getRepository(Alert).find({ where: [{ state: 'pending' }, { state: 'firing' }, { state: 'acknowledged' }] })).filter(
      ({ rule }) => !blind.has(rule),
    )
    const known = new Map(open.map((alert) => [alert.id, alert]))
    const grouped = conditions.map((condition) => underRelease(condition, surroundings))
    const found = transitions(open.map(toOpen), grouped, look.at.getTime())
    for (const transition of found) await apply(manager, transition, { known, surroundings, at: look.at, publicUrl: publicUrl() })
    return found.some(({ kind }) => kind !== 'keep')
  })
}

function toOpen({ id, key, state, pendingSince }: Alert): OpenAlert {
  return { id, key, state: state as OpenAlert['state'], pendingSince: pendingSince.getTime() }
}

/** An alert of a service that was just released is of that release. */
function underRelease(condition: Condition, { rollouts }: Surroundings): Condition {
  const rollout = rollouts.get(condition.service)
  if (condition.release !== null || !rollout) return condition
  return {
    ...condition,
    release: rollout.release,
    version: rollout.version,
    commit: rollout.commit,
    environment: condition.environment || rollout.environment,
  }
}

type Applying = { known: ReadonlyMap<string, Alert>; surroundings: Surroundings; at: Date; publicUrl: string }

async function apply(manager: EntityManager, transition: Transition, context: Applying): Promise<void> {
  const repository = manager.getRepository(Alert)
  const { at, surroundings } = context
  if (transition.kind === 'open') {
    const { condition, state } = transition
    const who = surroundings.contexts.get(condition.service)
    const alert = repository.create({
      key: condition.key,
      rule: condition.rule,
      severity: condition.severity,
      state,
      condition,
      team: who?.team ?? null,
      owner: who?.owner ?? null,
      runbookUrl: who?.runbookUrl ?? null,
      pendingSince: at,
      firedAt: state === 'firing' ? at : null,
    })
    const saved = await repository.save(alert)
    if (state === 'firing') await tell(manager, saved, 'firing', context)
    return
  }
  const alert = context.known.get(transition.alert.id)
  if (!alert) return
  if (transition.kind === 'drop') return void (await repository.delete({ id: alert.id }))
  if (transition.kind === 'resolve') {
    const resolved = await repository.save({ ...alert, state: 'resolved' as const, resolvedAt: at })
    return await tell(manager, resolved, 'resolved', context)
  }
  // Grouped with the release it fired under, whatever is deployed since.
  const { release, version, commit, environment } = alert.condition as Condition
  const condition =
    transition.kind === 'keep' && release !== null ? { ...transition.condition, release, version, commit, environment } : transition.condition
  const saved = await repository.save({ ...alert, condition, ...(transition.kind === 'fire' ? { state: 'firing' as const, firedAt: at } : {}) })
  if (transition.kind === 'fire') await tell(manager, saved, 'firing', context)
}

/** Writes down for each route what it is told, or why not. */
export async function tell(
  manager: EntityManager,
  alert: Alert,
  status: Notification['status'],
  { at, publicUrl, surroundings }: Pick<Applying, 'at' | 'publicUrl'> & { surroundings?: Pick<Surroundings, 'experiments'> },
): Promise<void> {
  const messages = manager.getRepository(AlertMessage)
  const body = notificationOf(alert, status, publicUrl)
  const condition = alert.condition as Condition
  const experiment = surroundings?.experiments.get(condition.service)
  if (status === 'resolved' && condition.endIsTold === false) return
  const all = await manager.getRepository(AlertRoute).find({ order: { name: 'ASC' } })
  const named = namedRoutes(all, condition.targets)
  for (const route of named.length > 0 ? named : all) {
    const decision = dispatch(body, {
      route,
      isNamed: named.length > 0,
      sentInLastHour: await sentSince(manager, route.id, new Date(at.getTime() - HOUR_MS)),
      toldBefore: await messages.existsBy([
        { alertId: alert.id, routeId: route.id, status: 'firing', state: 'pending' },
        { alertId: alert.id, routeId: route.id, status: 'firing', state: 'leased' },
        { alertId: alert.id, routeId: route.id, status: 'firing', state: 'sent' },
      ]),
      groupedWith: status === 'firing' ? await toldOfRelease(manager, route.id, alert) : null,
      experiment: experiment && (condition.environment === '' || condition.environment === experiment.environment) ? experiment.reason : null,
      hard: condition.hard,
      at,
    })
    await write(messages, decision, { alertId: alert.id, routeId: route.id, status, body, createdAt: at })
  }
}

type MessageIdentity = { alertId: string; routeId: string; status: Notification['status']; body: Notification; createdAt: Date }

async function write(messages: ReturnType<EntityManager['getRepository']>, decision: Dispatch, identity: MessageIdentity): Promise<void> {
  if (decision.kind === 'none') return
  const { createdAt } = identity
  const state = { send: 'pending', hold: 'held', suppress: 'suppressed' }[decision.kind]
  const rest = decision.kind === 'send' ? { availableAt: decision.at } : { availableAt: createdAt, finishedAt: createdAt }
  await messages.upsert({ ...identity, state, reason: decision.reason, ...rest } as never, ['alertId', 'routeId', 'status'])
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

export function notificationOf(alert: Alert, status: Notification['status'], publicUrl: string): Notification {
  const { rule, severity, title, summary, service, environment, slo, release, version, commit } = alert.condition as Condition
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
    environment,
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
