const PER_UNIT = 100_000
const FINEST = 50
/** By how much the distance between levels grows away from the median, the one quantile that has an interval. */
const GROWTH = 1.25
const SHOWN = [50_000, 75_000, 90_000, 95_000]

/**
 * Ascending quantile levels, 0 and 1 and those that measures show among them, which every quantile query asks for: the level of an
 * interval's end depends on the number of records, which is known only when the query has run.
 */
export const quantileGrid: readonly number[] = gridLevels()

/** The closest levels of the grid that enclose the given ones: the interval gets wider, never narrower. */
export function outward({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low: quantileGrid.findLast((level) => level <= low) ?? 0, high: quantileGrid.find((level) => level >= high) ?? 1 }
}

function gridLevels(): number[] {
  const levels = [...SHOWN, ...levelsAround(50_000)]
  const inside = levels.filter((level) => level > 0 && level < PER_UNIT)
  return [...new Set([0, ...inside, PER_UNIT])].sort((a, b) => a - b).map((level) => level / PER_UNIT)
}

function levelsAround(centre: number): number[] {
  const levels: number[] = []
  for (let distance = FINEST; distance < PER_UNIT / 2; distance *= GROWTH) levels.push(centre - Math.round(distance), centre + Math.round(distance))
  return levels
}
