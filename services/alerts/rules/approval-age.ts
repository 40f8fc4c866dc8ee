import type { AlertRule } from '../condition.js'
import { longText } from '../long-text.js'
import { minuteText } from '../minute-text.js'

type Row = { service: string; environment: string; waiting: string; oldest: string; oldest_id: string; groups: string[] }

export const approvalAge: AlertRule = {
  id: 'approval_age',
  title: 'Approvals wait too long',
  description:
    'Approvals of a service have waited for longer than the workspace says, 24 hours unless set. A ticket for each service and environment; it ends when all are decided.',
  async conditions({ analytics, thresholds, at }) {
    const oldSeconds = Math.round(thresholds.alertApprovalHours * 3_600)
    const sql = `SELECT service, environment, count() AS waiting, min(requested_at) AS oldest, argMin(id, requested_at) AS oldest_id,
        arraySort(groupUniqArrayIf(toString(group_name), group_name != '')) AS groups
      FROM approvals FINAL
      WHERE decided_at IS NULL AND requested_at > {at:DateTime64(3)} - INTERVAL 30 DAY AND requested_at <= {at:DateTime64(3)} - INTERVAL {old:UInt32} SECOND
      GROUP BY service, environment ORDER BY service, environment`
    const rows = await analytics.query<Row>(sql, { at, old: oldSeconds })
    return rows.map(({ service, environment, waiting, oldest, oldest_id, groups }) => ({
      key: `approval_age/${service}/${environment}`,
      rule: 'approval_age',
      severity: 'ticket',
      service,
      environment,
      slo: null,
      release: null,
      version: null,
      commit: null,
      title: `Approvals of ${service} wait for more than ${longText(oldSeconds)}`,
      summary: `${waiting} wait, the oldest (${oldest_id}) since ${minuteText(oldest)}${groups.length > 0 ? `, for ${groups.join(', ')}` : ''}.`,
      forSeconds: 0,
      hard: false,
    }))
  },
}
