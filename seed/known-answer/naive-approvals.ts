import type { SeedEvent } from '../http/seed-event.js'
import { groups, inOrder, merged } from './naive-deployments.js'
import { isIn, split, type Answers, type Scope } from './naive-scope.js'
import { quantile } from './naive-statistics.js'

type NaiveApproval = { service: string; requestedAt: number | null; decidedAt: number | null; automated: boolean; decision: string }

export function approvalLeadTime(events: readonly SeedEvent[], scope: Scope): Answers {
  const inScope = approvalsOf(events).filter(({ service, requestedAt, decidedAt }) => isIn(service, decidedAt ?? requestedAt ?? 0, scope))
  const { counted, excluded } = split(inScope, ({ requestedAt, decidedAt, automated }) => {
    if (decidedAt === null) return 'open'
    if (automated) return 'automated'
    return requestedAt === null ? 'no_request' : null
  })
  const seconds = counted.map(({ requestedAt, decidedAt }) => ((decidedAt ?? 0) - (requestedAt ?? 0)) / 1000)
  const by = (decision: string) => counted.filter((approval) => approval.decision === decision).length
  return {
    value: quantile(seconds, 0.5),
    n: seconds.length,
    p95: quantile(seconds, 0.95),
    granted: by('granted'),
    denied: by('denied'),
    automated: excluded['excluded:automated'] ?? 0,
    queue: excluded['excluded:open'] ?? 0,
    ...excluded,
  }
}

function approvalsOf(events: readonly SeedEvent[]): NaiveApproval[] {
  const told = inOrder(events.filter(({ type }) => type.startsWith('approval.')))
  return groups(told, ({ data }) => String(data.approval)).map((own) => {
    const data = merged(own)
    const timeOf = (type: string) => Date.parse(own.findLast((event) => event.type === type)?.time ?? '') || null
    return {
      service: String(data.service),
      requestedAt: timeOf('approval.requested'),
      decidedAt: timeOf('approval.decided'),
      automated: data.automated === true,
      decision: String(data.decision),
    }
  })
}
