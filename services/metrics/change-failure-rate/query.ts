import { denominatorState, failures, rolledBackBy, type Failures } from '../failures.js'
import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'
import type { FailureSignal, MetricOptions } from '../options.js'
import { deploymentDimensions, recordsOf } from '../records.js'

export function records(context: RecordsContext): Fragment {
  const rollouts = rolloutRecords(context)
  const { attributionMatch, failureSignals } = context.options
  if (attributionMatch !== 'none' || !failureSignals.includes('incident')) return rollouts
  return besideIncidents(rollouts, context)
}

function rolloutRecords(context: RecordsContext): Fragment {
  const { options } = context
  const found = failures(options)
  return recordsOf({
    from: found.from,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `${denominatorState(options)} AS record_state`,
      `toNullable(toInt64(${found.failed})) AS value`,
      ...SIGNALS.map((signal) => `${found.signals[signal] ?? 'toUInt8(0)'} AS by_${signal}`),
      'id AS cluster',
      ...deploymentDimensions(options),
      'version_name AS version',
      'outcome',
      "if(assumeNotNull(value) = 1, 'yes', 'no') AS has_failed",
      `arrayStringConcat(arrayFilter(reason -> reason != '', [${reasons(options, found).join(', ')}]), '; ') AS why`,
    ],
    context,
  })
}

const SIGNALS: readonly FailureSignal[] = ['outcome', 'rollback', 'hotfix', 'revert', 'incident']

/** What says that a rollout failed, by the signals in force alone. */
function reasons({ failureSignals, rollbackBlames }: MetricOptions, { signals, incidentIds }: Failures): string[] {
  const words = {
    outcome: "'outcome'",
    rollback: `concat('rolled back by ', ${rolledBackBy(rollbackBlames)})`,
    hotfix: "concat('hotfixed by ', hotfixed_by)",
    revert: "concat('reverted by ', reverted_by)",
    incident: `concat('incident ', arrayStringConcat(${incidentIds}, ', '))`,
  }
  return failureSignals.map((signal) => `if(${signals[signal]}, ${words[signal]}, '')`)
}

const COLUMNS = `at, record_kind, record_id, record_title, release_id, record_state, value, ${SIGNALS.map((signal) => `by_${signal}`).join(', ')},
  cluster, team, service, environment, regions, trigger, tier, kind, severity, approver_group, risk, version, outcome, has_failed, why`

/** Where incidents are laid at nothing, each counts as a failure by itself, beside the rollouts. */
function besideIncidents(rollouts: Fragment, context: RecordsContext): Fragment {
  const incidents = incidentRecords({
    context,
    at: 'anchor',
    state: "'beside'",
    value: 'toNullable(toInt64(1))',
    columns: [
      ...SIGNALS.map((signal) => `toUInt8(${signal === 'incident'}) AS by_${signal}`),
      "'' AS version",
      "'' AS outcome",
      "'yes' AS has_failed",
    ],
  })
  return {
    sql: `SELECT ${COLUMNS} FROM (${rollouts.sql}) UNION ALL SELECT ${COLUMNS} FROM (${incidents.sql})`,
    params: { ...incidents.params, ...rollouts.params },
  }
}

export function aggregates(): Record<string, string> {
  return {
    failed: "countIf((counted OR record_state = 'beside') AND value = 1)",
    by_outcome: 'countIf(counted AND by_outcome)',
    by_rollback: 'countIf(counted AND by_rollback)',
    by_hotfix: 'countIf(counted AND by_hotfix)',
    by_revert: 'countIf(counted AND by_revert)',
    incidents: "countIf((counted OR record_state = 'beside') AND by_incident)",
  }
}
