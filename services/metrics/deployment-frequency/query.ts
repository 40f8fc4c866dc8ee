import type { Fragment, RecordsContext } from '../measure.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

const STATE = `multiIf(kind = 'rollback', 'rollback', kind = 'redeploy', 'redeploy', outcome != 'succeeded', 'not_succeeded', 'counted')`

export function records(context: RecordsContext): Fragment {
  return recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `${STATE} AS record_state`,
      'toNullable(toInt64(1)) AS value',
      'id AS cluster',
      ...deploymentDimensions(context.options),
      'version_name AS version',
      'outcome',
      'kind_reason AS why',
    ],
    context,
  })
}

const TRIGGERS = ['human', 'automatic', 'schedule', 'unknown']

const BY_TRIGGER = Object.fromEntries(TRIGGERS.map((trigger) => [`trigger_${trigger}`, `countIf(counted AND trigger = '${trigger}')`]))

export function aggregates(): Record<string, string> {
  return BY_TRIGGER
}

export const lists = { moments: 'groupArrayIf(toUnixTimestamp64Milli(at), counted)' }

export const ofLists = {
  days: "length(arrayDistinct(arrayMap(moment -> toDate(fromUnixTimestamp64Milli(moment, 'UTC'), {zone:String}), moments)))",
  gap: "if(length(moments) < 2, NULL, arrayReduce('quantileExactInclusive(0.5)', arrayPopFront(arrayDifference(moments))))",
}
