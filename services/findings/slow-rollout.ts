import { groupBy } from '../domain/fold.js'
import { instantOf, IN_SCOPE, scopeParams, spanText, type Evidence, type Finding, type FindingRule, type FindingScope } from './finding.js'

/** A stage of a rollout under way, and what may hold it. Times are epoch milliseconds. */
export type OpenStage = { name: string; since: number }
export type Holder = { label: string; value: string; since: number }

type Stage = { name: string; at: number; status?: string | null }
type Rollout = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  commit: string
  started_at: string
  finished_at: string | null
  outcome: string
  detail: string
}
type Waiting = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  deployment: string
  group_name: string
  requested_at: string
}

const MINUTE_MS = 60_000
const LEAST_BUDGET_MS = 30 * MINUTE_MS
const LEAST_HISTORY = 3
/** A budget goes by the last so many rollouts of so many days. */
export const MOST_HISTORY = 50
export const HISTORY_DAYS = 90
const SLACK = 1.5
const WHOLE = 'rollout'

export const slowRollout: FindingRule = {
  kind: 'slow_rollout',
  code: 'F2',
  title: 'Slow rollout',
  description:
    'A stage of a rollout under way is past its budget: one and a half times what 95 % of the same stage of the service took in 90 days, at least 30 minutes, and where that is not known as long as the workspace says, two hours unless set. It says who or what holds it.',
  async find(scope) {
    return (await slowRollouts(scope)).map(findingOf)
  },
}

type Looked = Omit<FindingScope, 'objectives'>

type SlowRollout = { rollout: Rollout; stage: OpenStage; age: number; budget: Budget; holder: Holder | null }

/** Rollouts under way whose stage is past its budget: everywhere, or those to production. */
export async function slowRollouts(scope: Looked, where: 'anywhere' | 'production' = 'anywhere'): Promise<SlowRollout[]> {
  const running = await scope.analytics.query<Rollout>(
    `SELECT service, environment, id, release_id, version_name, commit, ifNull(started_at, anchor) AS started_at, finished_at, outcome, detail FROM deployments FINAL
     WHERE outcome = 'running' AND anchor >= {from:DateTime64(3)} AND anchor < {to:DateTime64(3)} AND ${IN_SCOPE} AND (production OR {anywhere:Bool})
     ORDER BY started_at, id`,
    { ...scopeParams(scope), anywhere: where === 'anywhere' },
  )
  if (running.length === 0) return []
  const services = [...new Set(running.map(({ service }) => service))]
  const [past, waiting] = await Promise.all([pastRollouts(scope, services), openApprovals(scope, services)])
  const history = groupBy(past, ({ service, environment }) => `${service}\n${environment}`)
  return running.flatMap((rollout) => {
    const stage = openStage(rollout)
    const budget = stageBudget(stage.name, history.get(`${rollout.service}\n${rollout.environment}`) ?? [], scope.unknownStageMs)
    const age = scope.now.getTime() - stage.since
    return age > budget.ms ? [{ rollout, stage, age, budget, holder: holderOf(rollout, running, waiting) }] : []
  })
}

/** The last stage that was told of, or the rollout itself; a stage that ended hands over to what comes next. `until` is a time of which to say so. */
export function openStage({ detail, started_at }: Pick<Rollout, 'detail' | 'started_at'>, until = Infinity): OpenStage {
  const last = stagesOf(detail).findLast(({ at }) => at <= until)
  if (!last) return { name: WHOLE, since: Date.parse(started_at) }
  const isOver = /^(succeeded|finished|passed|completed?)$/i.test(last.status ?? '')
  return { name: isOver ? `after ${last.name}` : last.name, since: last.at }
}

/** In the order of their times. */
export function stagesOf(detail: string): Stage[] {
  return [...((JSON.parse(detail) as { stages?: Stage[] }).stages ?? [])].sort((a, b) => a.at - b.at)
}

type Budget = { ms: number; from: string }

/** How long a stage may take, by how long it took. */
export function stageBudget(stage: string, past: readonly Pick<Rollout, 'detail' | 'started_at' | 'finished_at'>[], unknownStageMs: number): Budget {
  return budgetOf(
    past.flatMap((rollout) => durationOf(stage, rollout)),
    unknownStageMs,
  )
}

/** By how long it took each time, in milliseconds. */
export function budgetOf(durations: readonly number[], unknownStageMs: number): Budget {
  const taken = durations.toSorted((a, b) => a - b)
  if (taken.length < LEAST_HISTORY) return { ms: unknownStageMs, from: 'too few have finished before' }
  const p95 = taken[Math.ceil(0.95 * taken.length) - 1] ?? 0
  return { ms: Math.max(LEAST_BUDGET_MS, p95 * SLACK), from: `of ${taken.length} before it 95 % took at most ${spanText(p95)}` }
}

/** In milliseconds; none where the rollout did not come by the stage, or its end is not known. */
export function durationOf(stage: string, { detail, started_at, finished_at }: Pick<Rollout, 'detail' | 'started_at' | 'finished_at'>): number[] {
  const end = instantOf(finished_at)?.getTime()
  if (end === undefined) return []
  if (stage === WHOLE) return [end - Date.parse(started_at)]
  const stages = stagesOf(detail)
  const index = stages.findLastIndex(({ name }) => name === stage || `after ${name}` === stage)
  const from = stages[index]?.at
  return from === undefined ? [] : [(stages[index + 1]?.at ?? end) - from]
}

async function pastRollouts({ analytics, now }: Looked, services: readonly string[]): Promise<Rollout[]> {
  return await analytics.query<Rollout>(
    `SELECT service, environment, id, release_id, version_name, commit, ifNull(started_at, anchor) AS started_at, finished_at, outcome, detail FROM deployments FINAL
     WHERE service IN {services:Array(String)} AND outcome = 'succeeded' AND anchor >= {now:DateTime64(3)} - INTERVAL ${HISTORY_DAYS} DAY AND anchor < {now:DateTime64(3)}
     ORDER BY anchor DESC LIMIT ${MOST_HISTORY} BY service, environment`,
    { services, now },
  )
}

async function openApprovals({ analytics, now }: Looked, services: readonly string[]): Promise<Waiting[]> {
  return await analytics.query<Waiting>(
    `SELECT service, environment, id, release_id, version_name, deployment, group_name, requested_at FROM approvals FINAL
     WHERE service IN {services:Array(String)} AND decided_at IS NULL AND withdrawn_at IS NULL AND requested_at <= {now:DateTime64(3)} ORDER BY requested_at, id`,
    { services, now },
  )
}

function holderOf(rollout: Rollout, running: readonly Rollout[], waiting: readonly Waiting[]): Holder | null {
  const approval = waiting.find((one) => one.service === rollout.service && one.environment === rollout.environment && isOf(one, rollout))
  if (approval) {
    const who = approval.group_name ? `the group ${approval.group_name}` : 'an approver'
    return { label: 'Waits for', value: `${who}, asked by approval ${approval.id}`, since: Date.parse(approval.requested_at) }
  }
  const other = running.find(
    (one) =>
      one.service === rollout.service && one.environment === rollout.environment && one.id !== rollout.id && one.started_at < rollout.started_at,
  )
  return other ? { label: 'In the way', value: `rollout ${other.id}`, since: Date.parse(other.started_at) } : null
}

function isOf(approval: Waiting, rollout: Rollout): boolean {
  if (approval.deployment !== '') return approval.deployment === rollout.id
  return approval.release_id === rollout.release_id || (approval.version_name !== '' && approval.version_name === rollout.version_name)
}

/** Where a rollout is held, within a sentence. */
export function stageText(name: string): string {
  if (name === WHOLE) return 'on its way'
  return name.startsWith('after ') ? name : `in ${name}`
}

function findingOf({ rollout, stage, age, budget, holder }: SlowRollout): Finding {
  const { service, environment, id, release_id, version_name } = rollout
  const evidence: Evidence[] = [
    { label: 'Stage', value: stage.name, at: new Date(stage.since) },
    { label: 'Budget', value: `${spanText(budget.ms)}: ${budget.from}`, at: null },
    ...(holder ? [{ label: holder.label, value: holder.value, at: new Date(holder.since) }] : []),
  ]
  return {
    id: `slow_rollout/${service}/${environment}/${id}/${stage.name}`,
    kind: 'slow_rollout',
    title: `${service} ${version_name || id} is held ${stageText(stage.name)} for ${spanText(age)}`,
    detail: holder
      ? `${holder.label} ${holder.value}, for ${spanText(stage.since + age - holder.since)}.`
      : 'Nothing that is known holds it: no open approval, and no other rollout of the service there.',
    nextStep:
      holder?.label === 'Waits for'
        ? 'Ask the group to decide, or withdraw the release.'
        : holder
          ? 'Finish or stop the rollout in the way.'
          : 'Look at the pipeline: continue it, or roll back.',
    since: new Date(stage.since),
    service,
    environment,
    release: release_id,
    deployment: id,
    evidence,
  }
}
