import { groupBy } from '../domain/fold.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { spansOf, type Period, type Span } from './spans.js'

/** A deployment to production as the facts have it now. Times are epoch milliseconds. */
type Rollout = {
  service: string
  environment: string
  id: string
  release: string
  version: string
  commit: string
  kind: string
  hasDigest: boolean
  /** How it ended; `running` where it goes on. */
  outcome: string
  /** Null where nobody told of it before its end. */
  beganAt: number | null
  settledAt: number | null
}

/** The rollouts of one service that bear on a period, and when the last with a digest was that was over before it. */
export type ServiceRollouts = { rollouts: Rollout[]; digestAt: number }

/** The last rollout of a service to an environment as it stood at a time; `since` when it began, or ended. */
export type LatestRollout = Rollout & { key: string; since: number; missing: string[] }

/** An answer may change so long after a rollout began or ended. */
export type Delays = readonly number[]

const WEEK_MS = 7 * 86_400_000
const NOT_TOLD_OF = ['cancelled', 'skipped', 'superseded']

type Row = {
  service: string
  environment: string
  id: string
  release: string
  version_name: string
  commit: string
  kind: string
  has_digest: number
  outcome: string
  began_at: string | null
  settled_at: string | null
  digest_at: string
}

/** Of those that were over before the period only the last of each service and environment matters. */
const DURING = `SELECT service, environment, id, release_id AS release, version_name, commit, kind, artifact_digest != '' AS has_digest, outcome,
    if(outcome = 'running', anchor, started_at) AS began_at, if(outcome = 'running', NULL, anchor) AS settled_at,
    maxIf(anchor, has_digest AND settled_at <= {from:DateTime64(3)}) OVER (PARTITION BY service) AS digest_at
  FROM deployments FINAL
  WHERE production AND anchor >= {since:DateTime64(3)} AND ifNull(least(anchor, started_at), anchor) <= {to:DateTime64(3)}
    AND NOT (outcome IN {notToldOf:Array(String)} AND anchor <= {from:DateTime64(3)})
  ORDER BY service, environment, anchor DESC, id
  LIMIT 1 BY service, environment, if(ifNull(settled_at <= {from:DateTime64(3)}, false), '', id)`

/** The rollouts to production that alert rules go by in a period, service by service. */
export async function rolloutsDuring(analytics: AnalyticsStore, { from, to }: Period): Promise<ServiceRollouts[]> {
  const rows = await analytics.query<Row>(DURING, { from, to, since: new Date(from.getTime() - WEEK_MS), notToldOf: NOT_TOLD_OF })
  return [...groupBy(rows, ({ service }) => service).values()].map((own) => ({
    rollouts: own.map(rolloutOf),
    digestAt: Date.parse(own[0]?.digest_at ?? ''),
  }))
}

function rolloutOf(row: Row): Rollout {
  const { service, environment, id, release, commit, kind, outcome } = row
  return {
    service,
    environment,
    id,
    release,
    version: row.version_name,
    commit,
    kind,
    hasDigest: Boolean(row.has_digest),
    outcome,
    beganAt: row.began_at === null ? null : Date.parse(row.began_at),
    settledAt: row.settled_at === null ? null : Date.parse(row.settled_at),
  }
}

type Then = Rollout & { since: number }

/** As it stood at a time, by what is known now; null where it was not to be seen, or was over in a way that says nothing. */
function thenOf(rollout: Rollout, at: number): Then | null {
  const { beganAt, settledAt, outcome } = rollout
  if (settledAt !== null && settledAt <= at)
    return isRecent(settledAt, at) && !NOT_TOLD_OF.includes(outcome) ? { ...rollout, since: settledAt } : null
  return beganAt !== null && beganAt <= at && isRecent(beganAt, at) ? { ...rollout, outcome: 'running', since: beganAt } : null
}

function isRecent(since: number, at: number): boolean {
  return since >= at - WEEK_MS
}

/** The last rollout of the week before in each environment. */
export function latestAt({ rollouts, digestAt }: ServiceRollouts, at: number): LatestRollout[] {
  const then = rollouts.flatMap((rollout) => thenOf(rollout, at) ?? [])
  const othersSayDigest = isRecent(digestAt, at) || then.some(({ hasDigest }) => hasDigest)
  return [...groupBy(then, ({ environment }) => environment).values()].map((own) => {
    const last = own.reduce((latest, one) => (one.since > latest.since || (one.since === latest.since && one.id < latest.id) ? one : latest))
    return { ...last, key: `${last.environment}/${last.id}`, missing: missingOf(last, othersSayDigest) }
  })
}

function missingOf({ version, commit, hasDigest }: Rollout, othersSayDigest: boolean): string[] {
  return [...(version === '' ? ['version'] : []), ...(commit === '' ? ['commit'] : []), ...(!hasDigest && othersSayDigest ? ['artifact digest'] : [])]
}

/** When something held of the last rollout of an environment, whatever is asked of it. */
export function spansOfLatest<What extends { key: string }>(
  all: readonly ServiceRollouts[],
  period: Period,
  { delays, ask }: { delays: Delays; ask: (latest: LatestRollout, at: number) => What | null },
): Span<What>[] {
  return all.flatMap((own) => {
    const instants = own.rollouts.flatMap(({ beganAt, settledAt }) => [beganAt ?? [], settledAt ?? []].flat())
    const turns = [...instants, own.digestAt].flatMap((instant) => [0, WEEK_MS, ...delays].map((delay) => instant + delay))
    return spansOf(turns, period, (at) => latestAt(own, at).flatMap((latest) => ask(latest, at) ?? []))
  })
}
