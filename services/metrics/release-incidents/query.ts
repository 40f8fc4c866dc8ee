import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

const COLUMNS =
  'at, record_kind, record_id, record_title, release_id, record_state, value, cluster, team, service, environment, regions, trigger, tier, kind, severity, approver_group, risk, impact_customers, impact_seconds, impact_cost, impact_currency, impact, detected, attribution, why, attribution_method, recent_chance_ms'

const IMPACT = `arrayStringConcat(arrayFilter(part -> part != '', [
  ifNull(concat(toString(impact_customers), ' customers'), ''),
  ifNull(concat(toString(round(impact_seconds / 60, 1)), ' minutes'), ''),
  ifNull(concat(toString(impact_cost / 10000), ' ', impact_currency), '')
]), ', ')`

/** Incidents, and beside them, as context, the deployments they are set against. */
export function records(context: RecordsContext): Fragment {
  const incidents = incidentRecords({
    context,
    at: 'anchor',
    state: "'counted'",
    value: 'toNullable(toInt64(1))',
    columns: [
      'impact_customers',
      'impact_seconds',
      'impact_cost',
      'toString(impact_currency) AS impact_currency',
      `${IMPACT} AS impact`,
      "JSONExtractInt(detail, 'recentChanceMs') AS recent_chance_ms",
    ],
  })
  const deployments = recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "'' AS record_title",
      'release_id',
      `if(kind IN ('change', 'hotfix') AND outcome IN ('succeeded', 'failed', 'rolled_back'), 'context', 'ignored') AS record_state`,
      'toNullable(toInt64(0)) AS value',
      'id AS cluster',
      ...deploymentDimensions(context.options),
      "CAST(NULL, 'Nullable(Int64)') AS impact_customers",
      "CAST(NULL, 'Nullable(Int64)') AS impact_seconds",
      "CAST(NULL, 'Nullable(Int64)') AS impact_cost",
      "'' AS impact_currency",
      "'' AS impact",
      "'' AS detected",
      "'' AS attribution",
      "'' AS why",
      "'' AS attribution_method",
      'toInt64(0) AS recent_chance_ms',
    ],
    context,
  })
  return {
    sql: `SELECT ${COLUMNS} FROM (${incidents.sql}) UNION ALL SELECT ${COLUMNS} FROM (${deployments.sql})`,
    params: { ...deployments.params, ...incidents.params },
  }
}

export function aggregates(): Record<string, string> {
  return {
    deployments: "countIf(record_state = 'context')",
    recent: "countIf(counted AND attribution_method = 'recent')",
    recent_chance_ms_sum: 'sum(recent_chance_ms)',
    customers: 'sumIf(impact_customers, counted)',
    impact_seconds_sum: 'sumIf(impact_seconds, counted)',
    // A sum of 0 is left out, unless something is counted beside it.
    cost: 'sumMapIf([impact_currency], [toInt128(assumeNotNull(impact_cost))], [toInt128(1)], counted AND isNotNull(impact_cost))',
  }
}
