/** What measures of durations show. */
const SHOWN = [0.5, 0.75, 0.9, 0.95]
/** Half of the normal quantile of 0.975, so that a median's interval ends about this many √n ranks from the middle. */
const REACH = 0.98
const AROUND = [-1, 0, 1]
const FEWEST = 6

/**
 * The type 7 levels to ask of the durations of a sample worth `n` independent records: those shown, and of the ranks between
 * which the median's interval ends, three on either side, of which `orderStatisticLevels` names the exact one.
 */
export function quantileLevels(n: number): number[] {
  if (n < FEWEST) return SHOWN
  const middle = Math.floor(n / 2 - REACH * Math.sqrt(n))
  const lows = AROUND.map((step) => Math.max(1, Math.min(n, middle + step)))
  return [...SHOWN, ...[...lows, ...lows.map((rank) => n + 1 - rank)].map((rank) => (rank - 1) / (n - 1))]
}

/** The places of the levels that a median and its interval are read from. A rank of the interval may lie just at a level that is shown. */
export function levelsOfMedian(levels: readonly number[], ends: { low: number; high: number } | null): number[] {
  return [0.5, ...(ends ? [ends.low, ends.high] : [])].map((level) => levels.indexOf(level))
}

/** `quantileLevels` as SQL over an integer expression. */
export function quantileLevelsSql(n: string): string {
  const lows = `arrayMap(step -> greatest(1, least(toInt64(${n}), toInt64(floor(${n} / 2 - ${REACH} * sqrt(${n}))) + step)), [${AROUND.join(', ')}])`
  const ranks = `arrayConcat(${lows}, arrayMap(rank -> toInt64(${n}) + 1 - rank, ${lows}))`
  return `arrayConcat([${SHOWN.join(', ')}], if(${n} < ${FEWEST}, [], arrayMap(rank -> (rank - 1) / (toInt64(${n}) - 1), ${ranks})))`
}
