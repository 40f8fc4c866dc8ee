import type { Fragment, RecordsContext } from '../measure.js'
import { evidenceInstant, millisecondsBetween, recordsOf, table, teamColumn } from '../records.js'
import { businessMilliseconds } from './business-hours.js'

const UNDECIDED = "multiIf(isNotNull(withdrawn_at), 'withdrawn', isNull(requested_at), 'no_request', 'open')"

export function records(context: RecordsContext): Fragment {
  const { options } = context
  const business = options.approvalClock === 'business' ? businessMilliseconds('requested_at', 'decided_at', options.businessHours) : null
  const taken = business?.sql ?? millisecondsBetween('requested_at', 'decided_at')
  const { sql, params } = recordsOf({
    from: table('approvals FINAL'),
    // What still waits belongs to the window whose queue it stands in, however long ago it was asked for.
    at: "coalesce(decided_at, withdrawn_at, greatest(assumeNotNull(requested_at), {from:DateTime64(3, 'UTC')}))",
    columns: [
      "'approval' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `multiIf(isNull(decided_at), ${UNDECIDED}, automated, 'automated', isNull(requested_at), 'no_request', ${millisecondsBetween('requested_at', 'decided_at')} < 0, 'clock_skew', 'counted') AS record_state`,
      `${taken} AS value`,
      'id AS cluster',
      `${teamColumn(options)} AS team`,
      'service',
      'environment',
      "CAST([], 'Array(String)') AS regions",
      "'' AS trigger",
      'tier',
      "'' AS kind",
      "'' AS severity",
      'group_name AS approver_group',
      'risk',
      'decision',
      'requested_at',
      `${evidenceInstant('requested_at')} AS requested`,
      `${evidenceInstant('decided_at')} AS decided`,
      'requested_by',
      "arrayStringConcat(decided_by, ', ') AS decided_by_text",
    ],
    context: { ...context, scope: context.scope.filter(({ sql: condition }) => !/regions|trigger/.test(condition)) },
  })
  return { sql, params: { ...params, ...business?.params } }
}

export function aggregates(): Record<string, string> {
  return {
    granted: "countIf(counted AND decision = 'granted')",
    denied: "countIf(counted AND decision = 'denied')",
  }
}

/** When what still waits was asked for. */
export const lists = { open_requests: "groupArrayIf(toUnixTimestamp64Milli(assumeNotNull(requested_at)), record_state = 'open')" }
