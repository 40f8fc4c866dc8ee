import { spanText } from '../../findings/finding.js'
import { slowRollouts, stageText } from '../../findings/slow-rollout.js'
import type { AlertRule, Condition, Look, Severity } from '../condition.js'
import { minuteText } from '../minute-text.js'

type Row = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  commit: string
  outcome: string
  kind: string
  since: string
  missing: string[]
}

const DAY_MS = 86_400_000
const WEEK_DAYS = 7
const GUARDED_MS = 5 * 60_000

/** Production deployments that were not followed by a good one of the same service and environment. */
const LATEST = `SELECT service, environment, id, release_id, version_name, commit, outcome, kind, ifNull(finished_at, started_at) AS since,
    arrayFilter(name -> name != '', [if(version_name = '', 'version', ''), if(commit = '', 'commit', ''), if(artifact_digest = '' AND max(artifact_digest != '') OVER (PARTITION BY service), 'artifact digest', '')]) AS missing
  FROM deployments FINAL
  WHERE production AND anchor >= {from:DateTime64(3)} AND anchor <= {at:DateTime64(3)} AND outcome NOT IN ('cancelled', 'skipped', 'superseded')
  ORDER BY service, environment, anchor DESC, id LIMIT 1 BY service, environment`

async function latest({ analytics, at }: Look, where: string): Promise<Row[]> {
  return await analytics.query<Row>(`SELECT * FROM (${LATEST}) WHERE ${where}`, { at, from: new Date(at.getTime() - WEEK_DAYS * DAY_MS) })
}

type Deployment = Pick<Row, 'service' | 'environment' | 'id' | 'release_id' | 'version_name' | 'commit'>

function conditionOf(row: Deployment, rule: string, severity: Severity, title: string, summary: string, hard = false): Condition {
  return {
    key: `${rule}/${row.service}/${row.environment}/${row.id}`,
    rule,
    severity,
    service: row.service,
    environment: row.environment,
    slo: null,
    release: row.release_id,
    version: row.version_name || null,
    commit: row.commit || null,
    title,
    summary,
    forSeconds: 0,
    hard,
  }
}

const nameOf = ({ version_name, id }: Deployment) => version_name || id

export const failedDeployment: AlertRule = {
  id: 'failed_deployment',
  title: 'A deployment failed',
  description:
    'The last deployment of a service to production failed or was rolled back by its own rollout. A ticket; it ends with the next one that is good, or after seven days.',
  async conditions(look) {
    const rows = await latest(look, "outcome IN ('failed', 'rolled_back') AND kind != 'rollback'")
    return rows.map((row) =>
      conditionOf(
        row,
        'failed_deployment',
        'ticket',
        `${row.service} ${nameOf(row)} failed in ${row.environment}`,
        `The deployment ${row.id} of ${row.service} ended as ${row.outcome.replace('_', ' ')}, and no good one came after it.`,
      ),
    )
  },
}

export const failedRollback: AlertRule = {
  id: 'failed_rollback',
  title: 'A rollback failed',
  description: 'The last deployment of a service to production is a rollback, and it failed. A page; it ends with the next one that is good.',
  async conditions(look) {
    const rows = await latest(look, "outcome IN ('failed', 'rolled_back') AND kind = 'rollback'")
    return rows.map((row) =>
      conditionOf(
        row,
        'failed_rollback',
        'page',
        `The rollback of ${row.service} failed in ${row.environment}`,
        `The rollback ${row.id} to ${nameOf(row)} ended as ${row.outcome.replace('_', ' ')}; the service is neither here nor there.`,
        // Whatever is tried on purpose, a way back that fails is not part of it.
        true,
      ),
    )
  },
}

export const stalledRollout: AlertRule = {
  id: 'stalled_rollout',
  title: 'A rollout stalls',
  description:
    'A stage of a rollout to production takes longer than its budget, as the finding of slow rollouts says: by how long the same stage of the service took before, or, where that is not known, as long as the workspace says, two hours unless set. A ticket; it ends when the next stage begins or the rollout ends.',
  async conditions({ analytics, thresholds, at }) {
    const from = new Date(at.getTime() - WEEK_DAYS * DAY_MS)
    const unknownStageMs = thresholds.alertStageMinutes * 60_000
    const slow = await slowRollouts({ analytics, services: null, from, to: at, now: at, unknownStageMs }, 'production')
    return slow.map(({ rollout, stage, budget, holder }) =>
      conditionOf(
        rollout,
        'stalled_rollout',
        'ticket',
        `The rollout of ${rollout.service} ${nameOf(rollout)} stalls`,
        `The deployment ${rollout.id} to ${rollout.environment} is ${stageText(stage.name)} since ${minuteText(stage.since)}, and may be for ${spanText(budget.ms)} (${budget.from}).${holder ? ` ${holder.label} ${holder.value}.` : ''}`,
      ),
    )
  },
}

export const missingMetadata: AlertRule = {
  id: 'missing_metadata',
  title: 'A release lacks its metadata',
  description:
    'The last deployment of a service to production says no version or commit, or no artifact digest where others of the week did. A ticket; it ends with the next one that says them.',
  async conditions(look) {
    const rows = await latest(look, "outcome = 'succeeded' AND notEmpty(missing)")
    return rows.map((row) =>
      conditionOf(
        row,
        'missing_metadata',
        'ticket',
        `${row.service} was deployed without ${row.missing.join(', ')}`,
        `The deployment ${row.id} to ${row.environment} says no ${row.missing.join(' and no ')}; it cannot be traced to what was built.`,
      ),
    )
  },
}

/** Rollouts that are under way and old enough to be judged. */
export async function inFlight(look: Look): Promise<Row[]> {
  return await latest(look, `outcome = 'running' AND since <= {at:DateTime64(3)} - INTERVAL ${GUARDED_MS / 1000} SECOND`)
}
