const HOUR_MS = 3_600_000

/** Keeps a source from sending more series than there is room for. Known series go on; what is new waits for the next hour. */
export function createSeriesLimit({ most, now }: { most: number; now: () => Date }) {
  const known = new Map<string, Set<string>>()
  let began = now().getTime()

  function ofSource(source: string): Set<string> {
    if (now().getTime() - began >= HOUR_MS) {
      known.clear()
      began = now().getTime()
    }
    const series = known.get(source) ?? new Set<string>()
    known.set(source, series)
    return series
  }

  return {
    /** Whether there is room for it; what is known has. */
    admits(id: string, source: string): boolean {
      const series = ofSource(source)
      if (!series.has(id) && series.size >= most) return false
      series.add(id)
      return true
    },
    count: (source: string): number => known.get(source)?.size ?? 0,
  }
}
