import { denominatorState, failures, NO_INSTANT, type Failures } from '../failures.js'
import type { Fragment, RecordsContext } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { deploymentDimensions, evidenceInstant, millisecondsBetween, recordsOf } from '../records.js'

/** A recovery counts no later than so many days after its rollout, so that a window need not look at all of history. */
const REACH_DAYS = 30
const COUNTED_AT = `least(greatest(coalesce(recovered_at, anchor), anchor), anchor + toIntervalDay(${REACH_DAYS}))`

export function records(context: RecordsContext): Fragment {
  const { options } = context
  const found = failures(options)
  const taken = millisecondsBetween('failed_at', 'recovered_at')
  const state = denominatorState(options)
  return recordsOf({
    from: failedRollouts(found, context),
    at: COUNTED_AT,
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `multiIf((${state}) != 'counted', ${state}, isNull(failed_at), 'no_failure_start', isNull(recovered_at), 'not_recovered', ${taken} < 0, 'clock_skew', 'counted') AS record_state`,
      `${taken} AS value`,
      'id AS cluster',
      ...deploymentDimensions(options),
      'has_incident',
      `${evidenceInstant('failed_at')} AS failure_began`,
      `${evidenceInstant('recovered_at')} AS recovered`,
      'version_name AS version',
      'outcome',
      "multiIf(isNull(recovered_at), '', has_incident, 'its incidents were mitigated', outcome = 'rolled_back', 'rolled back in place', 'a later rollout mended it') AS known_by",
      `arrayStringConcat(${found.incidentIds}, ', ') AS laid_incidents_text`,
    ],
    context,
  })
}

/** The rollouts that failed, with the start of the failure and the recovery. */
function failedRollouts(found: Failures, { options, from, to }: RecordsContext): Fragment {
  const remedies = remedyColumns(options)
  const mended = `arrayReduce('min', arrayFilter(at -> isNotNull(at), [${remedies.join(', ')}]))`
  const sql = `(SELECT *,
      ${found.byIncident} AS has_incident,
      ${failureStart(found, options)} AS failed_at,
      multiIf(NOT has_incident, ${mended}, ${found.incidentsOpen} > 0, NULL, ${found.incidentMitigation}) AS recovered_at
    FROM ${found.from.sql}
    WHERE ${found.failed} AND anchor >= {from:DateTime64(3, 'UTC')} - toIntervalDay(${REACH_DAYS}) AND anchor < {to:DateTime64(3, 'UTC')})`
  return { sql, params: { ...found.from.params, from, to } }
}

/** The ends of the remedies that the signals in force tell of. */
function remedyColumns({ failureSignals, rollbackBlames }: MetricOptions): string[] {
  const columns = {
    outcome: 'restored_at',
    rollback: rollbackBlames === 'replaced' ? 'rolled_back_at' : 'rolled_back_first_after_at',
    hotfix: 'hotfixed_at',
    revert: 'reverted_at',
    incident: null,
  }
  const known = failureSignals.flatMap((signal) => columns[signal] ?? [])
  return known.length > 0 ? known : [NO_INSTANT]
}

function failureStart({ incidentStart, incidentDetection }: Failures, { recoveryClock }: MetricOptions): string {
  if (recoveryClock === 'deployment_finish') return 'finished_at'
  if (recoveryClock === 'incident_start') return `coalesce(${incidentStart}, finished_at)`
  if (recoveryClock === 'detected') return `coalesce(${incidentDetection}, ${incidentStart}, finished_at)`
  // A rollout rolled back in place recovers at its end, so its fault began when the rollback was decided, at the latest.
  const instants = ['finished_at', incidentStart, "if(outcome = 'rolled_back', decision_at, NULL)"]
  return `arrayReduce('min', arrayFilter(at -> isNotNull(at), [${instants.join(', ')}]))`
}

export function aggregates(): Record<string, string> {
  return { by_incident: 'countIf(counted AND has_incident)' }
}
