import type { Fragment, RecordsContext } from '../measure.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

/** Records hold changes of ratios in these. */
export const BILLIONTHS = 1e9

const EFFECTS = `SELECT service AS effect_service, environment AS effect_environment, deployment, sli, any_regressed, settled,
    total_before, total_after, good_before, good_after, expected, p_value, change, unit, quantiles_before, quantiles_after
  FROM release_effects FINAL
  LEFT JOIN (
    SELECT service, environment, deployment, sli, max(regressed) AS any_regressed FROM release_effects FINAL
    WHERE anchor >= {from:DateTime64(3, 'UTC')} AND anchor < {to:DateTime64(3, 'UTC')} GROUP BY service, environment, deployment, sli
  ) AS parts USING (service, environment, deployment, sli)
  WHERE part_kind = 'all' AND anchor >= {from:DateTime64(3, 'UTC')} AND anchor < {to:DateTime64(3, 'UTC')}`

/** Each rollout with each of its indicators; once by itself where it has none. */
export function records(context: RecordsContext): Fragment {
  const rollouts = recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id',
      'version_name AS version',
      'release_id',
      `multiIf(kind = 'rollback', 'rollback', kind = 'redeploy', 'redeploy', outcome != 'succeeded', 'not_succeeded', '') AS left_out`,
      ...deploymentDimensions(context.options),
    ],
    context,
  })
  const share = (good: string, total: string) => `if(${total} > 0, concat(toString(round(100 * (1 - ${good} / ${total}), 3)), ' %'), '')`
  const columns = [
    "if(sli = '', id, concat(id, ' ', sli)) AS record_id",
    "concat(service, ' ', version, ' ', sli) AS record_title",
    "concat(service, '\\n', environment, '\\n', id) AS cluster",
    `multiIf(left_out != '', left_out, sli = '', 'no_telemetry', total_before = 0 AND total_after = 0, 'no_events', isNull(change), 'one_sided', NOT settled, 'open', 'counted') AS record_state`,
    'change AS value',
    "countIf(record_state = 'counted') OVER (PARTITION BY service, environment, id) AS counted_with_it",
    ...[1, 2, 3].map((place) => `${microseconds(place)} AS latency_change_${place}`),
    'sli AS indicator',
    `${share('good_before', 'total_before')} AS bad_before`,
    `${share('good_after', 'total_after')} AS bad_after`,
    "ifNull(concat(toString(round(100 * expected, 3)), ' %'), '') AS bad_expected",
    "ifNull(concat(toString(round(100 * p_value, 2)), ' %'), '') AS chance",
    "if(empty(quantiles_before) OR empty(quantiles_after), '', concat(toString(round(quantiles_before[2] / 1e6, 3)), ' → ', toString(round(quantiles_after[2] / 1e6, 3)), ' ', unit)) AS latency",
    "multiIf(record_state != 'counted', '', any_regressed, 'regressed', 'no worse') AS verdict",
  ]
  return {
    sql: `SELECT *, ${columns.join(', ')} FROM (${rollouts.sql}) AS rollouts
      LEFT JOIN (${EFFECTS}) AS effects ON effect_service = service AND effect_environment = environment AND deployment = id`,
    params: rollouts.params,
  }
}

/** From millionths of the indicator's unit of time. */
function microseconds(place: number): string {
  const change = `(quantiles_after[${place}] - quantiles_before[${place}])`
  const known = "notEmpty(quantiles_before) AND notEmpty(quantiles_after) AND unit IN ('s', 'ms')"
  return `if(${known}, toNullable(if(unit = 's', ${change}, intDiv(${change}, 1000))), NULL)`
}

const MEASURED = "record_state NOT IN ('rollback', 'redeploy', 'not_succeeded', 'open')"

export function aggregates(): Record<string, string> {
  const median = (place: number) =>
    `quantileExactInclusiveIf(0.5)(assumeNotNull(latency_change_${place}), counted AND isNotNull(latency_change_${place}))`
  return {
    size_squares: 'sumIf(counted_with_it, counted)',
    deployments: 'uniqExactIf(cluster, counted)',
    regressed_deployments: "uniqExactIf(cluster, counted AND verdict = 'regressed')",
    released: `uniqExactIf(cluster, ${MEASURED})`,
    latencies: 'countIf(counted AND isNotNull(latency_change_1))',
    latency_p50: median(1),
    latency_p95: median(2),
    latency_p99: median(3),
  }
}
