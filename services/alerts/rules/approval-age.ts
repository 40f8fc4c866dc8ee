import { groupBy } from '../../domain/fold.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { AlertRule, Condition, Look } from '../condition.js'
import { longText } from '../long-text.js'
import { minuteText } from '../minute-text.js'
import { spansOf, type Period } from '../spans.js'

/** What waits for longer than this is forgotten. */
const FORGOTTEN_MS = 30 * 86_400_000

type Approval = { id: string; service: string; environment: string; group: string; requestedAt: number; decidedAt: number }

export const approvalAge: AlertRule = {
  id: 'approval_age',
  title: 'Approvals wait too long',
  description:
    'Approvals of a service have waited for longer than the workspace says, 24 hours unless set. A ticket for each service and environment; it ends when all are decided.',
  async conditions({ analytics, thresholds, at }) {
    const oldMs = oldMsOf(thresholds)
    return conditionsAt(await approvalsDuring(analytics, { from: at, to: at }, oldMs), at.getTime(), oldMs)
  },
  async history({ analytics, thresholds, from, to }) {
    const oldMs = oldMsOf(thresholds)
    const places = groupBy(await approvalsDuring(analytics, { from, to }, oldMs), placeOf)
    return [...places.values()].flatMap((own) => {
      const turns = own.flatMap(({ requestedAt, decidedAt }) => [requestedAt + oldMs, requestedAt + FORGOTTEN_MS, decidedAt])
      return spansOf(turns, { from, to }, (at) => conditionsAt(own, at, oldMs))
    })
  },
}

/** Those that were old enough in a period, and neither decided nor withdrawn before it. */
async function approvalsDuring(analytics: AnalyticsStore, { from, to }: Period, oldMs: number): Promise<Approval[]> {
  const sql = `SELECT id, service, environment, toString(group_name) AS group, requested_at AS requested, coalesce(least(decided_at, withdrawn_at), decided_at, withdrawn_at) AS decided FROM approvals FINAL
    WHERE requested_at > {first:DateTime64(3)} AND requested_at <= {last:DateTime64(3)} AND (decided IS NULL OR decided > {from:DateTime64(3)})
    ORDER BY service, environment, requested_at, id`
  const rows = await analytics.query<Omit<Approval, 'requestedAt' | 'decidedAt'> & { requested: string; decided: string | null }>(sql, {
    from,
    first: new Date(from.getTime() - FORGOTTEN_MS),
    last: new Date(to.getTime() - oldMs),
  })
  return rows.map(({ requested, decided, ...row }) => ({
    ...row,
    requestedAt: Date.parse(requested),
    decidedAt: decided === null ? Infinity : Date.parse(decided),
  }))
}

function oldMsOf({ alertApprovalHours }: Look['thresholds']): number {
  return Math.round(alertApprovalHours * 3_600) * 1_000
}

function placeOf({ service, environment }: Approval): string {
  return `${service}/${environment}`
}

/** `approvals` are the oldest first. */
function conditionsAt(approvals: readonly Approval[], at: number, oldMs: number): Condition[] {
  const waiting = approvals.filter(({ requestedAt, decidedAt }) => requestedAt <= at - oldMs && requestedAt > at - FORGOTTEN_MS && decidedAt > at)
  return [...groupBy(waiting, placeOf).values()].map((own) => conditionOf(own, oldMs))
}

function conditionOf(waiting: readonly Approval[], oldMs: number): Condition {
  const [{ service, environment, id, requestedAt }] = waiting as [Approval]
  const groups = [...new Set(waiting.map(({ group }) => group).filter((group) => group !== ''))].sort()
  return {
    key: `approval_age/${service}/${environment}`,
    rule: 'approval_age',
    severity: 'ticket',
    service,
    environment,
    slo: null,
    release: null,
    version: null,
    commit: null,
    title: `Approvals of ${service} wait for more than ${longText(oldMs / 1000)}`,
    summary: `${waiting.length} wait, the oldest (${id}) since ${minuteText(requestedAt)}${groups.length > 0 ? `, for ${groups.join(', ')}` : ''}.`,
    forSeconds: 0,
    hard: false,
  }
}
