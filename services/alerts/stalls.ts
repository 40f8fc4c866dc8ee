import { groupBy } from '../domain/fold.js'
import { budgetOf, durationOf, HISTORY_DAYS, MOST_HISTORY, openStage, stagesOf } from '../findings/slow-rollout.js'
import type { HistoryLook } from './condition.js'
import { spansOf, type Span } from './spans.js'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

type Row = {
  service: string
  environment: string
  id: string
  release_id: string
  version_name: string
  commit: string
  outcome: string
  anchor: string
  /** Null where nobody told of it before its end. */
  began_at: string | null
  /** When it began, or else ended. */
  started_at: string
  finished_at: string | null
  detail: string
}

type Stalled = Row & { key: string }

const ROLLOUTS = `SELECT service, environment, id, release_id, version_name, commit, outcome, anchor, detail,
    if(outcome = 'running', anchor, deployments.started_at) AS began_at, ifNull(deployments.started_at, anchor) AS started_at, finished_at
  FROM deployments FINAL
  WHERE production AND anchor >= {since:DateTime64(3)} AND ifNull(least(anchor, deployments.started_at), anchor) <= {to:DateTime64(3)}
  ORDER BY anchor DESC, id`

/**
 * When rollouts to production were past the budget of the stage they were at, by the times of stages that were told of and by
 * the rollouts that were over before then. A rollout that was told of at its end alone is not seen.
 */
export async function stalls({ analytics, thresholds, from, to }: HistoryLook): Promise<Span<Stalled>[]> {
  const rows = await analytics.query<Row>(ROLLOUTS, { since: new Date(from.getTime() - HISTORY_DAYS * DAY_MS), to })
  const unknownStageMs = thresholds.alertStageMinutes * 60_000
  return [...groupBy(rows, ({ service, environment }) => `${service}\n${environment}`).values()].flatMap((own) => {
    const budgetAt = budgetsOf(own, unknownStageMs)
    return own.flatMap((rollout) =>
      spansOf(turnsOf(rollout, own, budgetAt), { from, to }, (at) => (isStalled(rollout, at, budgetAt) ? [{ ...rollout, key: rollout.id }] : [])),
    )
  })
}

type BudgetAt = (stage: string, at: number) => number

/** Of the stages of one service and environment, as they were at a time, in milliseconds. */
function budgetsOf(rollouts: readonly Row[], unknownStageMs: number): BudgetAt {
  const past = rollouts.filter(({ outcome }) => outcome === 'succeeded')
  const known = new Map<string, { endedAt: number; durations: number[] }[]>()
  return (stage, at) => {
    const all = known.get(stage) ?? past.map((rollout) => ({ endedAt: Date.parse(rollout.anchor), durations: durationOf(stage, rollout) }))
    known.set(stage, all)
    const before = all.filter(({ endedAt }) => endedAt < at && endedAt >= at - HISTORY_DAYS * DAY_MS).slice(0, MOST_HISTORY)
    return budgetOf(
      before.flatMap(({ durations }) => durations),
      unknownStageMs,
    ).ms
  }
}

/** From when until when it was under way, as far as alerts look at it; null where nobody told of it in time. */
function flightOf({ began_at, outcome, anchor }: Row): { beganAt: number; endedAt: number } | null {
  if (began_at === null) return null
  const beganAt = Date.parse(began_at)
  return { beganAt, endedAt: outcome === 'running' ? Infinity : Date.parse(anchor) }
}

function isStalled(rollout: Row, at: number, budgetAt: BudgetAt): boolean {
  const flight = flightOf(rollout)
  if (flight === null || at < flight.beganAt || at >= flight.endedAt || flight.beganAt < at - WEEK_MS) return false
  const { name, since } = openStage(rollout, at)
  return at - since > budgetAt(name, at)
}

/** A stage begins, the rollout ends or is no longer looked at, or a budget is spent; which changes when others end or are long over. */
function turnsOf(rollout: Row, others: readonly Row[], budgetAt: BudgetAt): number[] {
  const flight = flightOf(rollout)
  if (flight === null) return []
  const last = Math.min(flight.endedAt, flight.beganAt + WEEK_MS)
  const changes = others.flatMap(({ anchor }) => [Date.parse(anchor), Date.parse(anchor) + HISTORY_DAYS * DAY_MS])
  const begins = [flight.beganAt, ...stagesOf(rollout.detail).map(({ at }) => at), ...changes].filter((at) => at >= flight.beganAt && at <= last)
  const spent = begins.flatMap((at) => {
    // What is over at an instant counts from just after it on.
    const { name, since } = openStage(rollout, at)
    return [at, at + 1].map((from) => since + budgetAt(name, from))
  })
  return [...begins, ...spent, last].filter((at) => Number.isFinite(at))
}
