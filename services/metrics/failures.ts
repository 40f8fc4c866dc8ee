import { attributedIncidents, isStored } from './attributed-incidents.js'
import type { Fragment } from './measure.js'
import type { FailureSignal, MetricOptions } from './options.js'
import { DEPLOYMENTS } from './records.js'

/** Rollouts, and what in a row of them says that one failed, by the options in force. */
export type Failures = {
  from: Fragment
  /** Whether it failed. */
  failed: string
  /** Whether each signal in force says so. */
  signals: Readonly<Partial<Record<FailureSignal, string>>>
  /** Whether an incident laid at it with enough confidence says so. */
  byIncident: string
  /** Of such incidents: the ids, the first start and detection, the last mitigation, and how many are not mitigated. */
  incidentIds: string
  incidentStart: string
  incidentDetection: string
  incidentMitigation: string
  incidentsOpen: string
}

export function failures(options: MetricOptions): Failures {
  const heard = options.failureSignals.includes('incident')
  const source = !heard ? withoutIncidents : isStored(options) ? storedIncidents(options) : lookedUpIncidents(options)
  const signals = signalsInForce(options, source.byIncident)
  return { ...source, signals, failed: failedSql(options, signals) }
}

const BY_DEFAULT = ['outcome', 'rollback', 'hotfix', 'incident']

function failedSql({ failureSignals, rollbackBlames }: MetricOptions, signals: Failures['signals']): string {
  const isDefault = BY_DEFAULT.every((signal) => failureSignals.some((given) => given === signal)) && failureSignals.length === BY_DEFAULT.length
  if (isDefault && rollbackBlames === 'replaced') return `(failed_without_incidents OR ${signals.incident})`
  return `(${Object.values(signals).join(' OR ')})`
}

function signalsInForce({ failureSignals, rollbackBlames }: MetricOptions, byIncident: string): Failures['signals'] {
  const signals = {
    outcome: "outcome IN ('failed', 'rolled_back')",
    rollback: `${rolledBackBy(rollbackBlames)} != ''`,
    hotfix: "hotfixed_by != ''",
    revert: "reverted_by != ''",
    incident: byIncident,
  }
  return Object.fromEntries(failureSignals.map((signal) => [signal, signals[signal]]))
}

/** The column that names the rollback which blames a rollout. */
export function rolledBackBy(rollbackBlames: MetricOptions['rollbackBlames']): string {
  return rollbackBlames === 'replaced' ? 'rolled_back_by' : 'rolled_back_by_first_after'
}

type Source = Omit<Failures, 'failed' | 'signals'>

export const NO_INSTANT = "CAST(NULL, 'Nullable(DateTime64(3, \\'UTC\\'))')"

/** Where incidents are no signal of failure they say nothing of its start and end either. */
const withoutIncidents: Source = {
  from: DEPLOYMENTS,
  byIncident: 'false',
  incidentIds: "CAST([], 'Array(String)')",
  incidentStart: NO_INSTANT,
  incidentDetection: NO_INSTANT,
  incidentMitigation: NO_INSTANT,
  incidentsOpen: '0',
}

function storedIncidents({ minConfidence }: MetricOptions): Source {
  const confident = (column: string) => `arrayFilter((one, confidence) -> confidence >= {minConfidence:Float64}, ${column}, incident_confidences)`
  const byIncident = '(incident_confidence > 0 AND incident_confidence >= {minConfidence:Float64})'
  const reduced = (reduce: string, column: string) => `if(${byIncident}, arrayReduce('${reduce}', ${confident(column)}), NULL)`
  return {
    from: { sql: DEPLOYMENTS.sql, params: { minConfidence } },
    byIncident,
    incidentIds: confident('incidents'),
    incidentStart: reduced('min', 'incident_starts'),
    incidentDetection: reduced('min', 'incident_detections'),
    incidentMitigation: reduced('max', 'incident_mitigations'),
    incidentsOpen: `arrayCount(one -> isNull(one), ${confident('incident_mitigations')})`,
  }
}

function lookedUpIncidents(options: MetricOptions): Source {
  const incidents = attributedIncidents(options)
  const sql = `(SELECT d.*, l.laid_incidents AS laid_incidents, l.laid_ids AS laid_ids, l.first_start AS first_start, l.first_detection AS first_detection,
      l.last_mitigation AS last_mitigation, l.open_incidents AS open_incidents
    FROM (SELECT * FROM deployments FINAL) AS d
    LEFT JOIN (
      SELECT attributed_service, attributed_environment, arrayJoin(attributed_deployments) AS deployment, count() AS laid_incidents, arraySort(groupArray(id)) AS laid_ids,
        toNullable(min(anchor)) AS first_start, min(detected_at) AS first_detection, max(mitigated_at) AS last_mitigation,
        countIf(mitigated_at IS NULL) AS open_incidents
      FROM ${incidents.sql}
      WHERE attribution_method != 'unrelated' AND attribution_confidence >= {minConfidence:Float64}
      GROUP BY attributed_service, attributed_environment, deployment
    ) AS l ON d.service = l.attributed_service AND d.environment = l.attributed_environment AND d.id = l.deployment)`
  return {
    from: { sql, params: { ...incidents.params, minConfidence: options.minConfidence } },
    byIncident: '(laid_incidents > 0)',
    incidentIds: 'laid_ids',
    incidentStart: 'first_start',
    incidentDetection: 'first_detection',
    incidentMitigation: 'last_mitigation',
    incidentsOpen: 'open_incidents',
  }
}

const ENDED = "outcome IN ('succeeded', 'failed', 'rolled_back')"

/** 'counted' for the rollouts that failures are divided by, or the reason against one. */
export function denominatorState({ failureDenominator }: MetricOptions): string {
  if (failureDenominator === 'succeeded') return "if(outcome = 'succeeded', 'counted', 'not_succeeded')"
  if (failureDenominator === 'non_rollback') return `multiIf(kind = 'rollback', 'rollback', NOT (${ENDED}), 'not_finished', 'counted')`
  const unknown = failureDenominator === 'with_known_commit' ? "commit = '', 'no_commit', " : ''
  return `multiIf(kind = 'rollback', 'rollback', kind = 'redeploy', 'redeploy', NOT (${ENDED}), 'not_finished', ${unknown}'counted')`
}

export const DENOMINATOR_EXCLUSIONS = [
  { reason: 'not_finished', description: 'The rollout was cancelled, superseded or skipped, or still runs.' },
  { reason: 'rollback', description: 'A rollback counts against the change it replaces, not by itself.' },
  { reason: 'redeploy', description: 'The version was already running.' },
  { reason: 'not_succeeded', description: 'Only rollouts that succeeded are counted under this denominator.' },
  { reason: 'no_commit', description: 'Only rollouts whose commit is known are counted under this denominator.' },
] as const
