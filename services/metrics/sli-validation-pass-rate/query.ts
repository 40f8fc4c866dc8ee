import type { Fragment, RecordsContext } from '../measure.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

export function records(context: RecordsContext): Fragment {
  return recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `multiIf(kind = 'rollback', 'rollback', kind = 'redeploy', 'redeploy', outcome NOT IN ('succeeded', 'failed', 'rolled_back'), 'not_finished', empty(validations), 'not_validated', 'counted') AS record_state`,
      'toNullable(toInt64(arrayAll(one -> one, validations_last))) AS value',
      'id AS cluster',
      ...deploymentDimensions(context.options),
      'arrayAll(one -> one, validations_first) AS passed_first',
      'arrayFilter(sli -> NOT has(validations, sli) AND NOT has(slis_seen, sli), slis_expected) AS unseen',
      'slis_expected',
      'version_name AS version',
      "arrayStringConcat(validations, ', ') AS validated_by",
      "arrayStringConcat(arrayFilter((name, passed) -> NOT passed, validations, validations_last), ', ') AS failing",
      "arrayStringConcat(unseen, ', ') AS never_seen",
      "if(passed_first, 'yes', 'no') AS first_try",
    ],
    context,
  })
}

export function aggregates(): Record<string, string> {
  const released = "(counted OR record_state = 'not_validated')"
  return {
    passed: 'countIf(counted AND value = 1)',
    passed_first_try: 'countIf(counted AND passed_first)',
    expected: `sumIf(length(slis_expected), ${released})`,
    never_seen_slis: `sumIf(length(unseen), ${released})`,
  }
}
