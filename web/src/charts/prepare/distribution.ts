export interface DistributionBar {
  above: number
  upTo: number
  count: number
}

export interface DistributionRow extends DistributionBar {
  /** Of all values. */
  share: number
  /** Of all values, those in this bar or below. */
  shareUpTo: number
}

/** What a chart and a table show of a distribution. */
export function prepareDistribution(bars: readonly DistributionBar[]): { total: number; rows: DistributionRow[] } {
  const total = bars.reduce((sum, { count }) => sum + count, 0)
  let below = 0
  const rows = bars.map((bar) => {
    below += bar.count
    return { ...bar, share: bar.count / total, shareUpTo: below / total }
  })
  return { total, rows: total === 0 ? [] : rows }
}
