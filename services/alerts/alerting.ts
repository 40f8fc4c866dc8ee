import type { DataSource, EntityManager } from 'typeorm'
import { Alert } from '../store/control/entities/alert.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { Condition, Look } from './condition.js'
import { experiments, measuredEnvironments, recentRollouts, serviceContexts } from './context.js'
import { keepLasting, type Lasting } from './lasting.js'
import { rules } from './rules/index.js'
import { tellFiring, tellThoseTold, tellWhatWasKeptBack, type Telling } from './telling.js'
import { transitions, type OpenAlert, type Transition } from './transitions.js'

export type AlertingOptions = { dataSource: DataSource; analytics: AnalyticsStore; publicUrl: () => string; onError(error: unknown): void }

type Surroundings = {
  contexts: Awaited<ReturnType<typeof serviceContexts>>
  rollouts: Awaited<ReturnType<typeof recentRollouts>>
  environments: Awaited<ReturnType<typeof measuredEnvironments>>
}

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
    environments: await measuredEnvironments(analytics, ofAllProduction(conditions), look),
  }
  const telling = {
    at: look.at,
    publicUrl: publicUrl(),
    production: look.environments,
    experiments: await experiments(analytics, services, look.at),
  }
  return await dataSource.transaction(async (manager) => {
    const ongoing = (
      await manager.getRepository(Alert).find({ where: [{ state: 'pending' }, { state: 'firing' }, { state: 'acknowledged' }] })
    ).filter(({ rule }) => !blind.has(rule))
    const known = new Map(ongoing.map((alert) => [alert.id, alert]))
    const placed = conditions.map((condition) => underRelease(inPlace(condition, surroundings), surroundings))
    const found = transitions(ongoing.map(toOpen), placed, look.at.getTime())
    const isAnew = await applyAll(manager, found, { known, surroundings, telling })
    return isAnew || found.some(({ kind }) => kind !== 'keep')
  })
}

function toOpen({ id, key, state, pendingSince }: Alert): OpenAlert {
  return { id, key, state: state as OpenAlert['state'], pendingSince: pendingSince.getTime() }
}

function ofAllProduction(conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.filter(({ environment }) => environment === '').map(({ service }) => service))]
}

function inPlace(condition: Condition, { environments }: Surroundings): Condition {
  return condition.environment === '' ? { ...condition, environments: environments.get(condition.service) ?? [] } : condition
}

/** An alert of a service that was just released is of that release. */
function underRelease(condition: Condition, { rollouts }: Surroundings): Condition {
  const rollout = rollouts.get(condition.service)
  if (condition.release !== null || !rollout) return condition
  return { ...condition, release: rollout.release, version: rollout.version, commit: rollout.commit }
}

type Applying = { known: ReadonlyMap<string, Alert>; surroundings: Surroundings; telling: Telling }

/** Answers whether anything is decided anew of what was held or suppressed. */
async function applyAll(manager: EntityManager, found: readonly Transition[], context: Applying): Promise<boolean> {
  const lasting: Lasting[] = []
  for (const transition of found) {
    const alert = 'alert' in transition ? context.known.get(transition.alert.id) : undefined
    if (!alert) continue
    if (transition.kind === 'drop') await manager.getRepository(Alert).delete({ id: alert.id })
    if (transition.kind === 'resolve') await resolve(manager, alert, context)
    if (transition.kind === 'keep') lasting.push({ alert, condition: transition.condition })
  }
  // What is over makes room for what was held behind it, and that comes before what is new.
  const firing = (await keepLasting(manager, lasting)).filter(({ state }) => state === 'firing')
  const isAnew = await tellWhatWasKeptBack(manager, firing, context.telling)
  for (const transition of found) {
    if (transition.kind === 'open') await open(manager, transition, context)
    if (transition.kind === 'fire') await fire(manager, transition, context)
  }
  return isAnew
}

async function resolve(manager: EntityManager, alert: Alert, { telling }: Applying): Promise<void> {
  const resolved = await manager.getRepository(Alert).save({ ...alert, state: 'resolved' as const, resolvedAt: telling.at })
  await tellThoseTold(manager, resolved, 'resolved', telling)
}

async function fire(
  manager: EntityManager,
  { alert, condition }: Extract<Transition, { kind: 'fire' }>,
  { known, telling }: Applying,
): Promise<void> {
  const found = known.get(alert.id)
  if (!found) return
  const firing = await manager.getRepository(Alert).save({ ...found, condition, state: 'firing' as const, firedAt: telling.at })
  await tellFiring(manager, firing, telling)
}

async function open(
  manager: EntityManager,
  { condition, state }: Extract<Transition, { kind: 'open' }>,
  { surroundings, telling }: Applying,
): Promise<void> {
  const repository = manager.getRepository(Alert)
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
    pendingSince: telling.at,
    firedAt: state === 'firing' ? telling.at : null,
  })
  const saved = await repository.save(alert)
  if (state === 'firing') await tellFiring(manager, saved, telling)
}
