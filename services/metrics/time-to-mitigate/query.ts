import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'

export function records(context: RecordsContext): Fragment {
  return incidentRecords(
    context,
    'coalesce(mitigated_at, anchor)',
    "multiIf(mitigated_at IS NULL, 'open', detected_at IS NULL, 'no_detection', 'counted')",
    'toUnixTimestamp64Milli(mitigated_at) - toUnixTimestamp64Milli(detected_at)',
  )
}

export const aggregates = {
  quantiles: 'quantilesExactInclusiveIf(0.5, 0.9)(assumeNotNull(value), counted)',
  sum: 'sumIf(assumeNotNull(value), counted)',
  told: "countIf(counted AND mitigated_by = 'mitigated')",
}
