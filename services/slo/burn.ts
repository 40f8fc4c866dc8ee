/** Good events of all events, as numbers; either may be a fraction where time slices are counted. */
export type Counts = { good: number; total: number }

/** Of the rules by default: one failed request in a quiet night is no outage. */
export const FEWEST_BAD = 10

/** One rule of the alert table: both windows must burn at least `factor` times as fast as the budget allows. */
export type BurnRule = {
  severity: 'page' | 'ticket'
  longSeconds: number
  shortSeconds: number
  factor: number
  budgetShare: number
  /** How long it must burn so before anyone is told. */
  forSeconds: number
  /** With fewer bad events than this in the long window nobody is told; slices of time have no such limit. */
  fewestBad: number
}

const HOUR = 3_600
const DAY = 86_400

const TABLE: readonly Omit<BurnRule, 'factor' | 'forSeconds' | 'fewestBad'>[] = [
  { severity: 'page', longSeconds: HOUR, shortSeconds: 300, budgetShare: 0.02 },
  { severity: 'page', longSeconds: 6 * HOUR, shortSeconds: 1_800, budgetShare: 0.05 },
  { severity: 'ticket', longSeconds: DAY, shortSeconds: 2 * HOUR, budgetShare: 0.1 },
  { severity: 'ticket', longSeconds: 3 * DAY, shortSeconds: 6 * HOUR, budgetShare: 0.1 },
]

/**
 * The rules for an objective's window: a rule fires where its long window alone would spend its share of the budget, which for
 * 30 days are the factors 14.4, 6, 3 and 1 (Site Reliability Workbook, chapter 5). Rules longer than the window are left out.
 */
export function burnRules(windowSeconds: number): BurnRule[] {
  return TABLE.filter(({ longSeconds }) => longSeconds < windowSeconds).map((rule) => ({
    ...rule,
    factor: Number(((rule.budgetShare * windowSeconds) / rule.longSeconds).toPrecision(12)),
    forSeconds: 0,
    fewestBad: FEWEST_BAD,
  }))
}

/** Share of good events; null where there were none. */
export function attainment({ good, total }: Counts): number | null {
  return total > 0 ? Math.min(1, Math.max(0, good / total)) : null
}

/** What counts of an objective: one that is judged alone has weight 1, those of a composite have their own. */
export type Part = Counts & { target: number; weight: number }

/**
 * What a window holds of all parts: their events added up, the weighted mean of their shares of good events, and how many
 * times as fast as allowed the budget is spent. Parts without events do not weigh; both are null where no part has any.
 */
export type Spending = Counts & { attainment: number | null; burn: number | null }

export function spendingOf(parts: readonly Part[]): Spending {
  let [good, total, weight, attained, bad, allowed] = [0, 0, 0, 0, 0, 0]
  for (const part of parts) {
    const share = attainment(part)
    if (share === null) continue
    good += part.good
    total += part.total
    weight += part.weight
    attained += part.weight * share
    bad += part.weight * (1 - share)
    allowed += part.weight * (1 - part.target)
  }
  return { good, total, attainment: weight > 0 ? attained / weight : null, burn: weight > 0 ? bad / allowed : null }
}

/** The target that a composite of these has. */
export function weightedTarget(parts: readonly Pick<Part, 'target' | 'weight'>[]): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  return parts.reduce((sum, part) => sum + part.weight * part.target, 0) / weight
}

/** The fastest that this objective can burn, when nothing is good. A rule above it can never fire. */
export function fastestBurn(target: number): number {
  return 1 / (1 - target)
}

/** Seconds until the budget is spent if it goes on as in `recent`; null where it is not being spent faster than it comes back. */
export function secondsToExhaustion(left: number | null, recentBurn: number | null, windowSeconds: number): number | null {
  if (left === null || recentBurn === null || recentBurn <= 1) return null
  return Math.max(0, (left * windowSeconds) / recentBurn)
}

/** Whether both windows of a rule burn faster than its factor. */
export function isBurning({ longSeconds, shortSeconds, factor }: BurnRule, burnOf: (seconds: number) => number | null): boolean {
  const [long, short] = [burnOf(longSeconds), burnOf(shortSeconds)]
  return long !== null && short !== null && long > factor && short > factor
}

/**
 * The rule that someone is told by, or null: of those that burn, of which a target that low could burn at all, and with bad
 * events enough, the first; pages before tickets. `countsEvents` is false where slices of time are counted.
 */
export function firingRule(
  rules: readonly BurnRule[],
  { target, countsEvents }: { target: number; countsEvents: boolean },
  spendingIn: (seconds: number) => Spending,
): BurnRule | null {
  const burnOf = (seconds: number) => spendingIn(seconds).burn
  const enough = ({ longSeconds, fewestBad }: BurnRule) => !countsEvents || spendingIn(longSeconds).total - spendingIn(longSeconds).good >= fewestBad
  const telling = rules.filter((rule) => fastestBurn(target) > rule.factor && isBurning(rule, burnOf) && enough(rule))
  return telling.find(({ severity }) => severity === 'page') ?? telling[0] ?? null
}
