import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'
import { recordsOf } from '../records.js'

const COLUMNS =
  'at, record_kind, record_id, record_title, release_id, record_state, value, cluster, team, service, environment, regions, trigger, tier, kind, severity, detected, attribution, why, attribution_method'

/** Incidents, and beside them, as context, the deployments they are set against. */
export function records(context: RecordsContext): Fragment {
  const incidents = incidentRecords(context, 'anchor', "'counted'", 'toNullable(toInt64(1))')
  const deployments = recordsOf({
    from: 'deployments FINAL',
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "'' AS record_title",
      'release_id',
      `if(kind IN ('change', 'hotfix') AND outcome IN ('succeeded', 'failed', 'rolled_back'), 'context', 'ignored') AS record_state`,
      'toNullable(toInt64(0)) AS value',
      'id AS cluster',
      'team',
      'service',
      'environment',
      'regions',
      'trigger',
      'tier',
      'kind',
      "'' AS severity",
      "'' AS detected",
      "'' AS attribution",
      "'' AS why",
      "'' AS attribution_method",
    ],
    context,
  })
  return {
    sql: `SELECT ${COLUMNS} FROM (${incidents.sql}) UNION ALL SELECT ${COLUMNS} FROM (${deployments.sql})`,
    params: { ...deployments.params, ...incidents.params },
  }
}

export const aggregates = {
  deployments: "countIf(record_state = 'context')",
  recent: "countIf(counted AND attribution_method = 'recent')",
}
