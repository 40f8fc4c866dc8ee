import { IN_SCOPE, scopeParams, spanText, type Finding, type FindingRule, type FindingScope } from './finding.js'

type Queue = { group_name: string; risk: string; waiting: string; oldest: string; ids: string[]; requests: string[]; services: string[] }
type Usual = { group_name: string; risk: string; decided: string; p95_ms: number }

const HOUR_MS = 3_600_000
const DEFAULT_BUDGET_MS = 4 * HOUR_MS
const LEAST_HISTORY = 5
const SHOWN = 10

export const approvalBottleneck: FindingRule = {
  kind: 'approval_bottleneck',
  code: 'F7',
  title: 'Approval bottleneck',
  description:
    'The oldest open approval of a group and risk class waits longer than 95 % of those decided in 90 days did, or than four hours where too few were decided or were decided sooner.',
  find: findBottlenecks,
}

async function findBottlenecks(scope: FindingScope): Promise<Finding[]> {
  const [queues, usual] = await Promise.all([
    scope.analytics.query<Queue>(
      `SELECT toString(group_name) AS group_name, toString(risk) AS risk, count() AS waiting, min(requested_at) AS oldest, groupUniqArray(toString(service)) AS services,
         arraySlice(arrayMap(one -> one.2, arraySort(groupArray((requested_at, id)))), 1, ${SHOWN}) AS ids,
         arraySlice(arrayMap(one -> one.1, arraySort(groupArray((requested_at, id)))), 1, ${SHOWN}) AS requests
       FROM approvals FINAL
       WHERE decided_at IS NULL AND withdrawn_at IS NULL AND requested_at <= {now:DateTime64(3)} AND requested_at > {now:DateTime64(3)} - INTERVAL 90 DAY AND ${IN_SCOPE}
       GROUP BY group_name, risk ORDER BY group_name, risk`,
      scopeParams(scope),
    ),
    scope.analytics.query<Usual>(
      `SELECT toString(group_name) AS group_name, toString(risk) AS risk, count() AS decided,
         toFloat64(quantileExactInclusive(0.95)(toUnixTimestamp64Milli(assumeNotNull(decided_at)) - toUnixTimestamp64Milli(assumeNotNull(requested_at)))) AS p95_ms
       FROM approvals FINAL
       WHERE decided_at IS NOT NULL AND requested_at IS NOT NULL AND NOT automated AND decided_at > {now:DateTime64(3)} - INTERVAL 90 DAY
       GROUP BY group_name, risk`,
      scopeParams(scope),
    ),
  ])
  return queues.flatMap((queue) => {
    const own = usual.find(({ group_name, risk }) => group_name === queue.group_name && risk === queue.risk)
    const budget = budgetOf(own ? { decided: Number(own.decided), p95Ms: own.p95_ms } : null)
    const age = scope.now.getTime() - Date.parse(queue.oldest)
    return age > budget.ms ? [findingOf(queue, age, budget)] : []
  })
}

type Budget = { ms: number; from: string }

/** How long an approval may wait, by how long they waited. */
export function budgetOf(usual: { decided: number; p95Ms: number } | null): Budget {
  if (usual === null || usual.decided < LEAST_HISTORY) return { ms: DEFAULT_BUDGET_MS, from: 'too few were decided in 90 days to say more' }
  return { ms: Math.max(DEFAULT_BUDGET_MS, usual.p95Ms), from: `of ${usual.decided} in 90 days 95 % were decided within ${spanText(usual.p95Ms)}` }
}

function findingOf({ group_name, risk, waiting, oldest, ids, requests, services }: Queue, age: number, budget: Budget): Finding {
  const who = group_name === '' ? 'No group named' : group_name
  const of = risk === '' ? '' : ` of risk ${risk}`
  return {
    id: `approval_bottleneck/${group_name}/${risk}`,
    kind: 'approval_bottleneck',
    title: `${who}: ${waiting} ${waiting === '1' ? 'approval waits' : 'approvals wait'}${of}, the oldest for ${spanText(age)}`,
    detail: `They hold ${[...services].sort().join(', ')}. Budget: ${spanText(budget.ms)}; ${budget.from}.`,
    nextStep: 'Decide the oldest; if the queue comes back, widen the group or let low risk pass by rule.',
    since: new Date(oldest),
    service: services.length === 1 ? (services[0] ?? null) : null,
    environment: null,
    release: null,
    deployment: null,
    evidence: ids.map((id, index) => ({ label: 'Approval', value: id, at: new Date(requests[index] ?? oldest) })),
  }
}
