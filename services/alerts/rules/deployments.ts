import type { AlertRule, Condition, Look, Severity } from '../condition.js'

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
const STALLED_MS = 2 * 3_600_000
const GUARDED_MS = 5 * 60_000

/** Production deployments that were not followed by a good one of the same service and environment. */
const LATEST = `SELECT service, environment, id, release_id, version_name, commit, outcome, kind, ifNull(finished_at, started_at) AS since,
    arrayFilter(name -> name != '', [if(version_name = '', 'version', ''), if(commit = '', 'commit', ''), if(artifact_digest = '' AND max(artifact_digest != '') OVER (PARTITION BY service), 'artifact digest', '')]) AS missing
  FROM deployments FINAL
  WHERE production AND anchor >= {from:DateTime64(3)} AND anchor <= {at:DateTime64(3)} AND outcome NOT IN ('cancelled', 'skipped', 'superseded')
  ORDER BY service, environment, anchor DESC, id LIMIT 1 BY service, environment`

async function latest({ analytics, at }: Look, where: string, days = 7): Promise<Row[]> {
  return await analytics.query<Row>(`SELECT * FROM (${LATEST}) WHERE ${where}`, { at, from: new Date(at.getTime() - days * DAY_MS) })
}

function conditionOf(row: Row, rule: string, severity: Severity, title: string, summary: string, hard = false): Condition {
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

const nameOf = ({ version_name, id }: Row) => version_name || id

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
  description: 'A deployment to production is under way for more than two hours. A ticket; it ends when the deployment does.',
  async conditions(look) {
    const rows = await latest(look, `outcome = 'running' AND since <= {at:DateTime64(3)} - INTERVAL ${STALLED_MS / 1000} SECOND`)
    return rows.map((row) =>
      conditionOf(
        row,
        'stalled_rollout',
        'ticket',
        `The rollout of ${row.service} ${nameOf(row)} stalls`,
        `The deployment ${row.id} to ${row.environment} is under way since ${new Date(row.since).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
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
