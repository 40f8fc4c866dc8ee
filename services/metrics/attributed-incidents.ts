import type { Fragment } from './measure.js'
import type { MetricOptions } from './options.js'
import { PROFILES } from './profiles.js'
import { table, teamColumn } from './records.js'

/**
 * A table of incidents under what they are laid at by the options in force; one laid at nothing under its own service. The facts
 * hold this for the workspace's own rules; under others the latest rollout is looked up here.
 */
export function attributedIncidents(options: MetricOptions): Fragment {
  const laid = isStored(options) ? table('incidents FINAL') : relaid(options)
  const laidTeam = options.ownership === 'historical' ? 'attributed_team_then' : 'attributed_team'
  return {
    sql: `(SELECT * EXCEPT (service, team, tier),
        if(attributed_service = '', service, attributed_service) AS service,
        if(attributed_service = '', ${teamColumn(options)}, ${laidTeam}) AS team,
        if(attributed_service = '', tier, attributed_tier) AS tier
      FROM ${laid.sql})`,
    params: laid.params,
  }
}

const EVERY_METHOD = PROFILES[0]?.choices.attributionMethods ?? []

/** Whether the attributions in force are those that the facts were derived with. */
export function isStored({ attributionWindowHours, derivedWindowHours, attributionMatch, attributionMethods }: MetricOptions): boolean {
  return (
    attributionWindowHours === derivedWindowHours &&
    attributionMatch === 'service' &&
    EVERY_METHOD.every((method) => attributionMethods.includes(method))
  )
}

/** What an incident carries of what it is laid at: the stored column, and the element of a rollout that takes its place. */
const LAID: readonly { column: string; found: string; nothing: string }[] = [
  { column: 'attributed_deployments', found: '[l.rollout.id]', nothing: "CAST([], 'Array(String)')" },
  { column: 'attributed_service', found: 'l.rollout.service', nothing: "''" },
  { column: 'attributed_team', found: 'l.rollout.team', nothing: "''" },
  { column: 'attributed_team_then', found: 'l.rollout.team_then', nothing: "''" },
  { column: 'attributed_tier', found: 'l.rollout.tier', nothing: "''" },
  { column: 'attributed_environment', found: 'l.rollout.environment', nothing: "''" },
  { column: 'attributed_release', found: 'l.rollout.release_id', nothing: "''" },
  { column: 'regions', found: 'l.rollout.regions', nothing: "CAST([], 'Array(String)')" },
  { column: 'trigger', found: 'l.rollout.trigger', nothing: "''" },
  { column: 'kind', found: 'l.rollout.kind', nothing: "''" },
  { column: 'attribution_method', found: "'recent'", nothing: "'unrelated'" },
  { column: 'attribution_confidence', found: 'confidence', nothing: 'toFloat64(0)' },
]

/** Why an incident is laid where it is, in the words of the derivation. */
function reasonColumn({ attributionMatch, attributionMethods, attributionWindowHours, failureDenominator }: MetricOptions): string {
  const rollout = `${failureDenominator === 'succeeded' ? 'successful ' : ''}deployment`
  const within = Number.isFinite(attributionWindowHours) ? `in the ${attributionWindowHours} hours before it` : 'before it'
  const nothingRecent = `no ${rollout} of its ${attributionMatch === 'team' ? 'team' : 'services'} ${within}`
  const nothing =
    attributionMatch === 'none'
      ? 'incidents are laid at no release'
      : attributionMethods.includes('recent')
        ? nothingRecent
        : 'no evidence that counts'
  return `multiIf(kept OR (i.declared_unrelated AND i.attribution_method = 'unrelated'), i.attribution_reason,
        laid, concat('latest ${rollout} of the ${attributionMatch}, ', toString(intDiv(age_ms + 30000, 60000)), ' minutes before'),
        i.declared_unrelated, 'declared as unrelated to any release', '${nothing}') AS attribution_reason`
}

const ROLLOUT = ['service', 'id', 'team', 'team_then', 'tier', 'environment', 'release_id', 'regions', 'trigger', 'kind']

function relaid(options: MetricOptions): Fragment {
  const columns = LAID.map(({ column, found, nothing }) => `multiIf(kept, i.${column}, laid, ${found}, ${nothing}) AS ${column}`)
  const replaced = [...LAID.map(({ column }) => column), 'attribution_reason']
  const window = options.attributionWindowHours * 3_600_000
  const limited = Number.isFinite(window)
  const confidence = limited ? '0.6 - 0.1 * (age_ms / {blameWindowMs:Int64})' : 'toFloat64(0.5)'
  const sql = `(SELECT i.* EXCEPT (${replaced.join(', ')}),
      has({keptMethods:Array(String)}, toString(i.attribution_method)) AS kept,
      greatest(toInt64(0), toUnixTimestamp64Milli(i.anchor) - l.finished_ms) AS age_ms,
      l.incident_id != '' AND NOT i.declared_unrelated${limited ? ' AND age_ms <= {blameWindowMs:Int64}' : ''} AS laid,
      ${confidence} AS confidence,
      ${[...columns, reasonColumn(options)].join(', ')}
    FROM (SELECT * FROM incidents FINAL) AS i
    LEFT JOIN (${latestRollouts(options)}) AS l ON i.service = l.incident_service AND i.id = l.incident_id)`
  // Where incidents are laid at nothing, better evidence lays none either.
  const keptMethods = options.attributionMatch === 'none' ? [] : options.attributionMethods.filter((method) => method !== 'recent')
  return { sql, params: { keptMethods, ...(limited ? { blameWindowMs: Math.round(window) } : {}) } }
}

/** For each incident, the latest rollout that had begun when it started, of what it may be laid at. */
function latestRollouts({ attributionMatch, attributionMethods, failureDenominator }: MetricOptions): string {
  const none = attributionMatch === 'none' || !attributionMethods.includes('recent')
  const byTeam = attributionMatch === 'team'
  const began = failureDenominator === 'succeeded' ? 'finished_at' : 'coalesce(started_at, finished_at, received_at)'
  const population =
    failureDenominator === 'succeeded'
      ? "outcome = 'succeeded' AND finished_at IS NOT NULL"
      : "kind IN ('change', 'hotfix') AND outcome IN ('succeeded', 'failed', 'rolled_back', 'running')"
  const rollouts = `SELECT blame_key, began, argMax(candidate, (candidate.id, candidate.service)) AS rollout, argMax(finished, (candidate.id, candidate.service)) AS finished_ms
    FROM (
      SELECT concat(${byTeam ? 'team' : 'service'}, '\\n', place) AS blame_key, assumeNotNull(${began}) AS began,
        toUnixTimestamp64Milli(coalesce(finished_at, started_at, received_at)) AS finished,
        CAST(tuple(${ROLLOUT.join(', ')}), 'Tuple(service String, id String, team String, team_then String, tier String, environment String, release_id String, regions Array(String), trigger String, kind String)') AS candidate
      FROM deployments FINAL ARRAY JOIN if(production, ['', environment], [toString(environment)]) AS place
      WHERE ${population}${byTeam ? " AND team != ''" : ''}${none ? ' AND 0' : ''}
    ) GROUP BY blame_key, began`
  const incidents = `SELECT service AS incident_service, id AS incident_id, anchor AS incident_start, concat(name, '\\n', environment) AS blame_key
    FROM incidents FINAL ARRAY JOIN ${byTeam ? '[toString(team)]' : 'if(empty(services), [toString(service)], services)'} AS name`
  return `SELECT incident_service, incident_id, argMax(found, (began, found.id, found.service)) AS rollout, argMax(ended, (began, found.id, found.service)) AS finished_ms
    FROM (
      SELECT q.incident_service AS incident_service, q.incident_id AS incident_id, d.began AS began, d.rollout AS found, d.finished_ms AS ended
      FROM (${incidents}) AS q ASOF JOIN (${rollouts}) AS d ON q.blame_key = d.blame_key AND q.incident_start >= d.began
    ) GROUP BY incident_service, incident_id`
}
