import betainc from '@stdlib/math-base-special-betainc'

/** Bad events of all events; either may be a fraction. */
export type BadCounts = { bad: number; total: number }

/** The same minutes of the week, some weeks earlier; a list of minutes on each side. */
export type EarlierWeek = { before: readonly BadCounts[]; after: readonly BadCounts[] }

export type Change = {
  /** Ratio of bad events after to before that the same minutes of earlier weeks had; 1 where too little is known. */
  seasonalRatio: number
  /** How many earlier weeks tell of it. */
  seasonalWeeks: number
  /** Variance of the counts of earlier weeks against that of independent events; at least 1. */
  dispersion: number
  /** The ratio of bad events that was to be expected after. */
  expected: number
  /** The ratio after less the expected one, 0 to 1 or below. */
  change: number
  /** Chance of at least so many bad events after, had nothing changed. */
  pValue: number
  isBeyondTolerance: boolean
}

/** A rise of less than this share of what was expected is none. */
export const TOLERANCE = 0.1
/** Bad events on each side of earlier weeks below which they tell nothing of a season. */
const SEASON_EVENTS = 10
const LEAST_WEEKS = 2

/** Nodes and weights of Gauss and Hermite for a standard normal variable, nine points. */
const NORMAL: readonly (readonly [number, number])[] = [
  [0, 0.406349206349206],
  [1.02325566378913, 0.244097502894939],
  [2.07684797867783, 0.049916406765217],
  [3.20542900285647, 0.00278914132123177],
  [4.512745863399783, 2.2345844007746e-5],
]

/**
 * Whether the ratio of bad events rose more than the season and chance explain. With nothing changed, a bad event falls on
 * the side after with probability s·t₁ / (s·t₁ + t₀) for exposures t₀, t₁ and the seasonal ratio s, so that the counts are
 * binomial given their sum (J. Przyborowski, H. Wilenski, Biometrika 31, 1940). Counts are divided by the dispersion of
 * earlier weeks, since errors come in bursts, and s is averaged over its own uncertainty. Null without events on both sides.
 */
export function judgeChange(before: BadCounts, after: BadCounts, weeks: readonly EarlierWeek[]): Change | null {
  if (!(before.total > 0) || !(after.total > 0)) return null
  const told = weeks.filter((week) => sum(week.before).total > 0 && sum(week.after).total > 0)
  const dispersion = dispersionOf(told)
  const season = seasonOf(told, dispersion)
  const expected = Math.min(1, (before.bad / before.total) * season.ratio)
  const ratio = after.bad / after.total
  return {
    seasonalRatio: season.ratio,
    seasonalWeeks: season.weeks,
    dispersion,
    expected,
    change: ratio - expected,
    pValue: tail(before, after, { ...season, dispersion }),
    isBeyondTolerance: ratio > expected * (1 + TOLERANCE),
  }
}

type Season = { ratio: number; weeks: number; variance: number }

function seasonOf(weeks: readonly EarlierWeek[], dispersion: number): Season {
  const before = sum(weeks.flatMap((week) => week.before))
  const after = sum(weeks.flatMap((week) => week.after))
  if (weeks.length < LEAST_WEEKS || before.bad < SEASON_EVENTS || after.bad < SEASON_EVENTS) return { ratio: 1, weeks: 0, variance: 0 }
  const ratio = after.bad / after.total / (before.bad / before.total)
  return { ratio, weeks: weeks.length, variance: dispersion * (1 / before.bad + 1 / after.bad) }
}

function tail(before: BadCounts, after: BadCounts, { ratio, variance, dispersion }: Season & { dispersion: number }): number {
  const [x, rest] = [after.bad / dispersion, before.bad / dispersion]
  if (x <= 0) return 1
  const spread = Math.sqrt(variance)
  const at = (node: number) => {
    const seasonal = ratio * Math.exp(spread * node) * after.total
    return betainc(seasonal / (seasonal + before.total), x, rest + 1, true, false)
  }
  const [[, centre] = [0, 0], ...pairs] = NORMAL
  return pairs.reduce((chance, [node, weight]) => chance + weight * (at(node) + at(-node)), centre * at(0))
}

/**
 * The larger of two estimates, at least 1: how minutes of one side of one week vary about their ratio, and how the sides of
 * the weeks vary about the ratio between them, which shows bursts that are longer than a minute (Pearson's χ² by degrees of
 * freedom).
 */
function dispersionOf(weeks: readonly EarlierWeek[]): number {
  return Math.max(1, amongMinutes(weeks) ?? 1, amongWeeks(weeks) ?? 1)
}

function amongMinutes(weeks: readonly EarlierWeek[]): number | null {
  let [chiSquare, freedom, bad] = [0, 0, 0]
  for (const side of weeks.flatMap((week) => [week.before, week.after])) {
    const minutes = side.filter(({ total }) => total > 0)
    const whole = sum(minutes)
    const ratio = whole.bad / whole.total
    if (minutes.length < 2 || !(ratio > 0 && ratio < 1)) continue
    for (const minute of minutes) chiSquare += (minute.bad - minute.total * ratio) ** 2 / (minute.total * ratio * (1 - ratio))
    freedom += minutes.length - 1
    bad += whole.bad
  }
  return freedom > 0 && bad >= SEASON_EVENTS ? chiSquare / freedom : null
}

function amongWeeks(weeks: readonly EarlierWeek[]): number | null {
  const pairs = weeks.map((week) => ({ before: sum(week.before), after: sum(week.after) }))
  const before = sum(pairs.map((pair) => pair.before))
  const after = sum(pairs.map((pair) => pair.after))
  if (pairs.length < LEAST_WEEKS || before.bad < SEASON_EVENTS || after.bad < SEASON_EVENTS) return null
  const ratio = after.bad / after.total / (before.bad / before.total)
  let chiSquare = 0
  for (const pair of pairs) {
    const n = pair.before.bad + pair.after.bad
    const share = (ratio * pair.after.total) / (ratio * pair.after.total + pair.before.total)
    if (n > 0) chiSquare += (pair.after.bad - n * share) ** 2 / (n * share * (1 - share))
  }
  return chiSquare / (pairs.length - 1)
}

function sum(counts: readonly BadCounts[]): BadCounts {
  return counts.reduce((all, { bad, total }) => ({ bad: all.bad + bad, total: all.total + total }), { bad: 0, total: 0 })
}
