import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { firingRule, spendingOf, weightedTarget, type BurnRule, type Counts, type Part } from './burn.js'
import { slicesOf } from './slices.js'
import type { Objective, Slo } from './slo.js'
import { countsEvents, weightOf } from './status.js'

/** A span in which a rule would have told someone; `to` is null where it goes on. `burn` is the worst of its long window. */
export type Firing = { rule: BurnRule; from: Date; to: Date | null; burn: number }

/** `objectives` are judged together, as those of a composite are. */
type Asked = { slo: Slo; objectives: readonly Objective[]; environments: readonly string[]; from: Date; to: Date; rules: readonly BurnRule[] }
type Slice = { at: number } & Counts
type Track = { slices: readonly Slice[]; objective: Objective }

const MINUTE_MS = 60_000
const MILLION = 1e6

/**
 * When the rules would have told of an objective, looked at once a minute over the minutes there are now, by the same rule as
 * the alerts. Slices of time are counted whole from their beginning, while an alert sees them fill.
 */
export async function burnHistory(analytics: AnalyticsStore, asked: Asked): Promise<Firing[]> {
  const { slo, objectives, environments, from, to, rules } = asked
  const longest = Math.max(0, ...rules.map(({ longSeconds }) => longSeconds))
  const context = { environments, from: new Date(from.getTime() - longest * 1000), to }
  const tracks = objectives.map(async (objective) => {
    const { sql, params } = slicesOf(slo, objective, objective.indicator ?? slo.indicator ?? '', context)
    const rows = await analytics.query<{ at: string; good_now: string; all_now: string }>(
      `SELECT at, good_now, all_now FROM (${sql}) ORDER BY at`,
      params,
    )
    return { objective, slices: rows.map((row) => ({ at: Date.parse(row.at), good: Number(row.good_now), total: Number(row.all_now) })) }
  })
  return firings(await Promise.all(tracks), asked)
}

/** Counts of slices are in millionths, so that sums are exact. */
function firings(tracks: readonly Track[], { slo, from, to, rules }: Asked): Firing[] {
  const seconds = [...new Set(rules.flatMap(({ longSeconds, shortSeconds }) => [longSeconds, shortSeconds]))]
  const parts = tracks.map(({ slices, objective }) => {
    const windows = new Map(seconds.map((length) => [length, slidingWindow(slices, length * 1000)]))
    return { windows, target: objective.target, weight: weightOf(objective) }
  })
  const judged = { target: weightedTarget(parts), countsEvents: tracks.every(({ objective }) => countsEvents(slo, objective)) }
  const spendingIn = (length: number) =>
    spendingOf(parts.map(({ windows, target, weight }): Part => ({ ...(windows.get(length)?.counts() ?? NOTHING), target, weight })))
  const found: Firing[] = []
  let open: Firing | null = null
  const first = Math.ceil(from.getTime() / MINUTE_MS) * MINUTE_MS
  let severity: BurnRule['severity'] | undefined
  let since = first
  for (let at = first; at <= to.getTime(); at += MINUTE_MS) {
    for (const { windows } of parts) for (const window of windows.values()) window.moveTo(at)
    const rule = firingRule(rules, judged, spendingIn)
    if (open && rule?.severity !== open.rule.severity) {
      open.to = new Date(at)
      open = null
    }
    if (rule?.severity !== severity) since = at
    severity = rule?.severity
    if (rule === null || at - since < rule.forSeconds * 1000) continue
    const burn: number = spendingIn(rule.longSeconds).burn ?? 0
    if (open) open.burn = Math.max(open.burn, burn)
    else {
      open = { rule, from: new Date(at), to: null, burn }
      found.push(open)
    }
  }
  return found
}

const NOTHING: Counts = { good: 0, total: 0 }

/** What began in a window that ends where it is moved to; it moves forward only. */
function slidingWindow(slices: readonly Slice[], lengthMs: number) {
  let [head, tail, good, total] = [0, 0, 0, 0]
  return {
    moveTo(at: number): void {
      for (let slice = slices[head]; slice && slice.at < at; slice = slices[(head += 1)]) {
        good += slice.good
        total += slice.total
      }
      for (let slice = slices[tail]; slice && tail < head && slice.at < at - lengthMs; slice = slices[(tail += 1)]) {
        good -= slice.good
        total -= slice.total
      }
    },
    counts: (): Counts => ({ good: good / MILLION, total: total / MILLION }),
  }
}
