import { denominatorState } from '../failures.js'
import type { Fragment, RecordsContext } from '../measure.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

export function records(context: RecordsContext): Fragment {
  const { options } = context
  return recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `${denominatorState(options)} AS record_state`,
      "toNullable(toInt64(kind = 'hotfix')) AS value",
      'id AS cluster',
      ...deploymentDimensions(options),
      'version_name AS version',
      'outcome',
      'kind_reason AS why',
      'blames',
    ],
    context,
  })
}

export function aggregates(): Record<string, string> {
  return { hotfixes: 'countIf(counted AND value = 1)' }
}
