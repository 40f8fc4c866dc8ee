import type { Fragment, RecordsContext } from '../measure.js'
import type { MetricOptions } from '../options.js'
import { deploymentDimensions, evidenceInstant, millisecondsBetween, recordsOf, table } from '../records.js'
import { targetsInForce } from '../targets.js'
import { definition } from './definition.js'

const ROLLBACKS = table("(SELECT * FROM deployments FINAL WHERE kind = 'rollback' OR outcome = 'rolled_back')")
const TAKEN = millisecondsBetween('decision_at', 'finished_at')

export function records(context: RecordsContext): Fragment {
  return recordsOf({
    from: ROLLBACKS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `multiIf(isNull(finished_at) OR outcome = 'running', 'not_finished', outcome NOT IN ('succeeded', 'rolled_back'), 'rollback_failed', isNull(decision_at), 'no_decision', ${TAKEN} < 0, 'clock_skew', 'counted') AS record_state`,
      `${TAKEN} AS value`,
      'id AS cluster',
      ...deploymentDimensions(context.options),
      'decision_source',
      'decision_automated',
      `${evidenceInstant('decision_at')} AS decided`,
      `${evidenceInstant('finished_at')} AS finished`,
      "multiIf(decision_source = 'decided', 'a decision', decision_source = 'start', 'its start', '') AS known_by",
      "if(decision_automated, 'automatic', 'by a person') AS decided_by",
      "if(outcome = 'rolled_back', 'in place', 'rollback') AS way",
      'version_name AS version',
    ],
    context,
  })
}

export function aggregates(options: MetricOptions): Record<string, string> {
  const most = longestWanted(options)
  const medianIf = (condition: string) => `quantileExactInclusiveIf(0.5)(assumeNotNull(value), counted AND ${condition})`
  return {
    told: "countIf(counted AND decision_source = 'decided')",
    automated: 'countIf(counted AND decision_automated)',
    automated_median: medianIf('decision_automated'),
    manual_median: medianIf('NOT decision_automated'),
    ...(most !== null && { within_target: `countIf(counted AND value <= ${most * 1000})` }),
  }
}

/** The seconds within which a rollback is to be done: the farther bound of the target; null without one. */
export function longestWanted(options: MetricOptions): number | null {
  const [target] = targetsInForce(definition, options)
  return target?.high ?? target?.low ?? null
}
