import type { AlertRule, Condition, HistoryLook, Look } from '../condition.js'
import { latestAt, rolloutsDuring, spansOfLatest, type Delays, type LatestRollout } from '../rollouts.js'
import type { Span } from '../spans.js'

const STALLED_MS = 2 * 3_600_000
const GUARDED_MS = 5 * 60_000

type About = Pick<Condition, 'severity' | 'title' | 'summary'>
type DeploymentRule = Pick<AlertRule, 'id' | 'title' | 'description'> & {
  delays?: Delays
  /** What is wrong with the last rollout of an environment at a time; null for nothing. */
  faultOf(latest: LatestRollout, at: number): About | null
}

function deploymentRule({ id, title, description, delays = [], faultOf }: DeploymentRule): AlertRule {
  function conditionOf(latest: LatestRollout, at: number): Condition | null {
    const about = faultOf(latest, at)
    const { service, environment, release, version, commit } = latest
    return (
      about && {
        key: `${id}/${service}/${environment}/${latest.id}`,
        rule: id,
        service,
        environment,
        slo: null,
        release,
        version: version || null,
        commit: commit || null,
        forSeconds: 0,
        hard: false,
        ...about,
      }
    )
  }
  return {
    id,
    title,
    description,
    conditions: async (look) => (await latestRollouts(look)).flatMap((latest) => conditionOf(latest, look.at.getTime()) ?? []),
    history: async ({ analytics, ...period }) => spansOfLatest(await rolloutsDuring(analytics, period), period, { delays, ask: conditionOf }),
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
    }
  },
})

export const stalledRollout = deploymentRule({
  id: 'stalled_rollout',
  title: 'A rollout stalls',
  description: 'A deployment to production is under way for more than two hours. A ticket; it ends when the deployment does.',
  delays: [STALLED_MS],
  faultOf(latest, at) {
    if (latest.outcome !== 'running' || latest.since > at - STALLED_MS) return null
    const since = new Date(latest.since).toISOString().slice(0, 16).replace('T', ' ')
    return {
      severity: 'ticket',
      title: `The rollout of ${latest.service} ${nameOf(latest)} stalls`,
      summary: `The deployment ${latest.id} to ${latest.environment} is under way since ${since} UTC.`,
    }
  },
})

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
