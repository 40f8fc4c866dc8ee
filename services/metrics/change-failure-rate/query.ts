import { denominatorState, failures } from '../failures.js'
import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { deploymentDimensions, recordsOf } from '../records.js'

export function records(context: RecordsContext): Fragment {
  const rollouts = rolloutRecords(context)
  const { attributionMatch, failureSignals } = context.options
  if (attributionMatch !== 'none' || !failureSignals.includes('incident')) return rollouts
  return besideIncidents(rollouts, context)
}

function rolloutRecords(context: RecordsContext): Fragment {
  const { options } = context
  const { from, failed, byIncident } = failures(options)
  return recordsOf({
    from,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `${denominatorState(options)} AS record_state`,
      `toNullable(toInt64(${failed})) AS value`,
      `${byIncident} AS by_incident`,
      'id AS cluster',
      ...deploymentDimensions(options),
      'failure_reasons',
      'version_name AS version',
      'outcome',
      "if(assumeNotNull(value) = 1, 'yes', 'no') AS has_failed",
      `arrayStringConcat(arrayFilter(reason -> reason != '', [${reasons(options, byIncident).join(', ')}]), '; ') AS why`,
    ],
    context,
  })
}

/** What says that a rollout failed, by the signals in force alone. */
function reasons({ failureSignals, rollbackBlames }: MetricOptions, byIncident: string): string[] {
  const rolledBackBy = rollbackBlames === 'replaced' ? 'rolled_back_by' : 'rolled_back_by_first_after'
  const said = (column: string, words: string) => `if(${column} = '', '', concat('${words} ', ${column}))`
  const signals = {
    outcome: "if(has(failure_reasons, 'outcome'), 'outcome', '')",
    rollback: said(rolledBackBy, 'rolled back by'),
    hotfix: said('hotfixed_by', 'hotfixed by'),
    revert: said('reverted_by', 'reverted by'),
    incident: `if(${byIncident}, concat('incident ', arrayStringConcat(incidents, ', ')), '')`,
  }
  return failureSignals.map((signal) => signals[signal])
}

const COLUMNS =
  'at, record_kind, record_id, record_title, release_id, record_state, value, by_incident, cluster, team, service, environment, regions, trigger, tier, kind, severity, approver_group, risk, failure_reasons, version, outcome, has_failed, why'

/** Where incidents are laid at nothing, each counts as a failure by itself, beside the rollouts. */
function besideIncidents(rollouts: Fragment, context: RecordsContext): Fragment {
  const incidents = incidentRecords({
    context,
    at: 'anchor',
    state: "'beside'",
    value: 'toNullable(toInt64(1))',
    columns: ['toUInt8(1) AS by_incident', "CAST([], 'Array(String)') AS failure_reasons", "'' AS version", "'' AS outcome", "'yes' AS has_failed"],
  })
  return {
    sql: `SELECT ${COLUMNS} FROM (${rollouts.sql}) UNION ALL SELECT ${COLUMNS} FROM (${incidents.sql})`,
    params: { ...incidents.params, ...rollouts.params },
  }
}

export function aggregates(): Record<string, string> {
  return {
    failed: "countIf((counted OR record_state = 'beside') AND value = 1)",
    by_outcome: "countIf(counted AND has(failure_reasons, 'outcome'))",
    by_rollback: "countIf(counted AND has(failure_reasons, 'rolled_back_by'))",
    by_hotfix: "countIf(counted AND has(failure_reasons, 'hotfix'))",
    incidents: "countIf((counted OR record_state = 'beside') AND by_incident)",
  }
}
