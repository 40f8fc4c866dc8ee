import { spanText } from '../../findings/finding.js'
import { slowRollouts, stageText } from '../../findings/slow-rollout.js'
import type { AlertRule, Condition, HistoryLook, Look } from '../condition.js'
import { minuteText } from '../minute-text.js'
import { latestAt, rolloutsDuring, spansOfLatest, type LatestRollout } from '../rollouts.js'
import type { Span } from '../spans.js'
import { stalls } from '../stalls.js'

const WEEK_MS = 7 * 86_400_000
const GUARDED_MS = 5 * 60_000

type About = Pick<Condition, 'severity' | 'title' | 'summary'> & { hard?: boolean }
type DeploymentRule = Pick<AlertRule, 'id' | 'title' | 'description'> & {
  /** What is wrong with the last rollout of an environment at a time; null for nothing. */
  faultOf(latest: LatestRollout, at: number): About | null
}

function deploymentRule({ id, title, description, faultOf }: DeploymentRule): AlertRule {
  function ask(latest: LatestRollout, at: number): Condition | null {
    const about = faultOf(latest, at)
    return about && { ...conditionOf(id, latest), ...about }
  }
  return {
    id,
    title,
    description,
    conditions: async (look) => (await latestRollouts(look)).flatMap((latest) => ask(latest, look.at.getTime()) ?? []),
    history: async ({ analytics, ...period }) => spansOfLatest(await rolloutsDuring(analytics, period), period, { delays: [], ask }),
  }
}

type Told = Pick<LatestRollout, 'service' | 'environment' | 'id' | 'release' | 'version' | 'commit'>

function conditionOf(rule: string, { service, environment, id, release, version, commit }: Told): Omit<Condition, keyof About> & { hard: boolean } {
  return {
    key: `${rule}/${service}/${environment}/${id}`,
    rule,
    service,
    environment,
    slo: null,
    release,
    version: version || null,
    commit: commit || null,
    forSeconds: 0,
    hard: false,
  }
}

async function latestRollouts({ analytics, at }: Look): Promise<LatestRollout[]> {
  return (await rolloutsDuring(analytics, { from: at, to: at })).flatMap((own) => latestAt(own, at.getTime()))
}

const hasFailed = ({ outcome }: LatestRollout) => outcome === 'failed' || outcome === 'rolled_back'
const nameOf = ({ version, id }: LatestRollout) => version || id
const endOf = ({ outcome }: LatestRollout) => outcome.replace('_', ' ')

export const failedDeployment = deploymentRule({
  id: 'failed_deployment',
  title: 'A deployment failed',
  description:
    'The last deployment of a service to production failed or was rolled back by its own rollout. A ticket; it ends with the next one that is good, or after seven days.',
  faultOf(latest) {
    if (!hasFailed(latest) || latest.kind === 'rollback') return null
    return {
      severity: 'ticket',
      title: `${latest.service} ${nameOf(latest)} failed in ${latest.environment}`,
      summary: `The deployment ${latest.id} of ${latest.service} ended as ${endOf(latest)}, and no good one came after it.`,
    }
  },
})

export const failedRollback = deploymentRule({
  id: 'failed_rollback',
  title: 'A rollback failed',
  description: 'The last deployment of a service to production is a rollback, and it failed. A page; it ends with the next one that is good.',
  faultOf(latest) {
    if (!hasFailed(latest) || latest.kind !== 'rollback') return null
    return {
      severity: 'page',
      title: `The rollback of ${latest.service} failed in ${latest.environment}`,
      summary: `The rollback ${latest.id} to ${nameOf(latest)} ended as ${endOf(latest)}; the service is neither here nor there.`,
      // Whatever is tried on purpose, a way back that fails is not part of it.
      hard: true,
    }
  },
})

/** By the finding of slow rollouts; the past by the times of stages. */
export const stalledRollout: AlertRule = {
  id: 'stalled_rollout',
  title: 'A rollout stalls',
  description:
    'A stage of a rollout to production takes longer than its budget, as the finding of slow rollouts says: by how long the same stage of the service took before, or, where that is not known, as long as the workspace says, two hours unless set. A ticket; it ends when the next stage begins or the rollout ends.',
  async conditions({ analytics, thresholds, at }) {
    const from = new Date(at.getTime() - WEEK_MS)
    const unknownStageMs = thresholds.alertStageMinutes * 60_000
    const slow = await slowRollouts({ analytics, services: null, from, to: at, now: at, unknownStageMs }, 'production')
    return slow.map(({ rollout, stage, budget, holder }) => ({
      ...stalledOf(rollout),
      summary: `The deployment ${rollout.id} to ${rollout.environment} is ${stageText(stage.name)} since ${minuteText(stage.since)}, and may be for ${spanText(budget.ms)} (${budget.from}).${holder ? ` ${holder.label} ${holder.value}.` : ''}`,
    }))
  },
  history: async (look) => (await stalls(look)).map(({ what, ...span }) => ({ ...span, what: stalledOf(what) })),
}

type Stalled = { service: string; environment: string; id: string; release_id: string; version_name: string; commit: string }

function stalledOf(rollout: Stalled): Omit<Condition, 'summary'> {
  return {
    ...conditionOf('stalled_rollout', { ...rollout, release: rollout.release_id, version: rollout.version_name }),
    severity: 'ticket',
    title: `The rollout of ${rollout.service} ${rollout.version_name || rollout.id} stalls`,
  }
}

export const missingMetadata = deploymentRule({
  id: 'missing_metadata',
  title: 'A release lacks its metadata',
  description:
    'The last deployment of a service to production says no version or commit, or no artifact digest where others of the week did. A ticket; it ends with the next one that says them.',
  faultOf({ outcome, missing, service, id, environment }) {
    if (outcome !== 'succeeded' || missing.length === 0) return null
    return {
      severity: 'ticket',
      title: `${service} was deployed without ${missing.join(', ')}`,
      summary: `The deployment ${id} to ${environment} says no ${missing.join(' and no ')}; it cannot be traced to what was built.`,
    }
  },
})

function guarded(latest: LatestRollout, at: number): LatestRollout | null {
  return latest.outcome === 'running' && latest.since <= at - GUARDED_MS ? latest : null
}

/** Rollouts that are under way and old enough to be judged. */
export async function inFlight(look: Look): Promise<LatestRollout[]> {
  return (await latestRollouts(look)).flatMap((latest) => guarded(latest, look.at.getTime()) ?? [])
}

/** When rollouts were so. */
export async function flights({ analytics, ...period }: HistoryLook): Promise<Span<LatestRollout>[]> {
  return spansOfLatest(await rolloutsDuring(analytics, period), period, { delays: [GUARDED_MS], ask: guarded })
}
