import type { AlertRule } from '../condition.js'

const OLD_HOURS = 24

type Row = { service: string; environment: string; waiting: string; oldest: string; oldest_id: string; groups: string[] }

export const approvalAge: AlertRule = {
  id: 'approval_age',
  title: 'Approvals wait too long',
  description: `Approvals of a service have waited for more than ${OLD_HOURS} hours. A ticket for each service and environment; it ends when all are decided.`,
  async conditions({ analytics, at }) {
    const sql = `SELECT service, environment, count() AS waiting, min(requested_at) AS oldest, argMin(id, requested_at) AS oldest_id,
        arraySort(groupUniqArrayIf(toString(group_name), group_name != '')) AS groups
      FROM approvals FINAL
      WHERE decided_at IS NULL AND withdrawn_at IS NULL AND requested_at > {at:DateTime64(3)} - INTERVAL 30 DAY AND requested_at <= {at:DateTime64(3)} - INTERVAL ${OLD_HOURS} HOUR
      GROUP BY service, environment ORDER BY service, environment`
    const rows = await analytics.query<Row>(sql, { at })
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
      title: `Approvals of ${service} wait for more than a day`,
      summary: `${waiting} wait, the oldest (${oldest_id}) since ${new Date(oldest).toISOString().slice(0, 16).replace('T', ' ')} UTC${groups.length > 0 ? `, for ${groups.join(', ')}` : ''}.`,
      forSeconds: 0,
      hard: false,
    }))
  },
}
