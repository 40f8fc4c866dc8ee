import { groupBy } from '../../domain/fold.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { AlertRule, Condition } from '../condition.js'
import { spansOf, type Period } from '../spans.js'

const HOUR_MS = 3_600_000
const OLD_HOURS = 24
const OLD_MS = OLD_HOURS * HOUR_MS
/** What waits for longer than this is forgotten. */
const FORGOTTEN_MS = 30 * 24 * HOUR_MS

type Approval = { id: string; service: string; environment: string; group: string; requestedAt: number; decidedAt: number }

export const approvalAge: AlertRule = {
  id: 'approval_age',
  title: 'Approvals wait too long',
  description: `Approvals of a service have waited for more than ${OLD_HOURS} hours. A ticket for each service and environment; it ends when all are decided.`,
  conditions: async ({ analytics, at }) => conditionsAt(await approvalsDuring(analytics, { from: at, to: at }), at.getTime()),
  async history({ analytics, from, to }) {
    const places = groupBy(await approvalsDuring(analytics, { from, to }), placeOf)
    return [...places.values()].flatMap((own) => {
      const turns = own.flatMap(({ requestedAt, decidedAt }) => [requestedAt + OLD_MS, requestedAt + FORGOTTEN_MS, decidedAt])
      return spansOf(turns, { from, to }, (at) => conditionsAt(own, at))
    })
  },
}

/** Those that were old enough in a period, and not decided before it. */
async function approvalsDuring(analytics: AnalyticsStore, { from, to }: Period): Promise<Approval[]> {
  const sql = `SELECT id, service, environment, toString(group_name) AS group, requested_at AS requested, decided_at AS decided FROM approvals FINAL
    WHERE requested_at > {first:DateTime64(3)} AND requested_at <= {last:DateTime64(3)} AND (decided_at IS NULL OR decided_at > {from:DateTime64(3)})
    ORDER BY service, environment, requested_at, id`
  const rows = await analytics.query<Omit<Approval, 'requestedAt' | 'decidedAt'> & { requested: string; decided: string | null }>(sql, {
    from,
    first: new Date(from.getTime() - FORGOTTEN_MS),
    last: new Date(to.getTime() - OLD_MS),
  })
  return rows.map(({ requested, decided, ...row }) => ({
    ...row,
    requestedAt: Date.parse(requested),
    decidedAt: decided === null ? Infinity : Date.parse(decided),
  }))
}

function placeOf({ service, environment }: Approval): string {
  return `${service}/${environment}`
}

/** `approvals` are the oldest first. */
function conditionsAt(approvals: readonly Approval[], at: number): Condition[] {
  const waiting = approvals.filter(({ requestedAt, decidedAt }) => requestedAt <= at - OLD_MS && requestedAt > at - FORGOTTEN_MS && decidedAt > at)
  return [...groupBy(waiting, placeOf).values()].map(conditionOf)
}

function conditionOf(waiting: readonly Approval[]): Condition {
  const [{ service, environment, id, requestedAt }] = waiting as [Approval]
  const since = new Date(requestedAt).toISOString().slice(0, 16).replace('T', ' ')
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
    title: `Approvals of ${service} wait for more than a day`,
    summary: `${waiting.length} wait, the oldest (${id}) since ${since} UTC${groups.length > 0 ? `, for ${groups.join(', ')}` : ''}.`,
    forSeconds: 0,
    hard: false,
  }
}
