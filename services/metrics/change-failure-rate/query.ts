import type { Fragment, RecordsContext } from '../measure.js'
import { DEPLOYMENT_DIMENSIONS, recordsOf } from '../records.js'

const STATE = `multiIf(kind = 'rollback', 'rollback', kind = 'redeploy', 'redeploy', outcome NOT IN ('succeeded', 'failed', 'rolled_back'), 'not_finished', 'counted')`
const BY_INCIDENT = '(incident_confidence > 0 AND incident_confidence >= {minConfidence:Float64})'

export function records(context: RecordsContext): Fragment {
  const { sql, params } = recordsOf({
    from: 'deployments FINAL',
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `${STATE} AS record_state`,
      `toNullable(toInt64(failed_without_incidents OR ${BY_INCIDENT})) AS value`,
      `${BY_INCIDENT} AS by_incident`,
      'id AS cluster',
      ...DEPLOYMENT_DIMENSIONS,
      'failure_reasons',
      'version_name AS version',
      'outcome',
      "if(assumeNotNull(value) = 1, 'yes', 'no') AS has_failed",
      `arrayStringConcat(arrayFilter(reason -> reason != 'incident' OR ${BY_INCIDENT}, failure_reasons), ', ') AS why`,
    ],
    context,
  })
  return { sql, params: { ...params, minConfidence: context.options.minConfidence } }
}

export const aggregates = {
  failed: 'countIf(counted AND value = 1)',
  by_outcome: "countIf(counted AND has(failure_reasons, 'outcome'))",
  by_rollback: "countIf(counted AND has(failure_reasons, 'rolled_back_by'))",
  by_hotfix: "countIf(counted AND has(failure_reasons, 'hotfix'))",
  incidents: 'countIf(counted AND by_incident)',
}
