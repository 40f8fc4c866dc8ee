import { incidentRecords } from '../incident-records.js'
import type { Fragment, RecordsContext } from '../measure.js'
import { millisecondsBetween } from '../records.js'

const TAKEN = millisecondsBetween('detected_at', 'mitigated_at')

export function records(context: RecordsContext): Fragment {
  return incidentRecords({
    context,
    at: 'coalesce(mitigated_at, anchor)',
    state: `multiIf(mitigated_at IS NULL, 'open', detected_at IS NULL, 'no_detection', ${TAKEN} < 0, 'clock_skew', 'counted')`,
    value: TAKEN,
  })
}

export function aggregates(): Record<string, string> {
  return { told: "countIf(counted AND mitigated_by = 'mitigated')" }
}
