export interface BudgetBucket {
  from: string
  good: number
  total: number
}

export interface BudgetPoint {
  at: number
  /** Share of the window's error budget that went in this bucket; may be above 1. */
  spent: number
  /** What was left of it afterwards; below 0 when overspent. */
  left: number
  bad: number
  total: number
}

/**
 * How the budget went over the window. The budget is that of all events there are in it, so that the last point is what is
 * left now.
 */
export function prepareBudget(buckets: readonly BudgetBucket[], target: number): BudgetPoint[] {
  const budget = buckets.reduce((sum, { total }) => sum + total, 0) * (1 - target)
  let left = 1
  return buckets.map(({ from, good, total }) => {
    const bad = total - good
    const spent = bad / budget
    left -= spent
    return { at: Date.parse(from), spent, left, bad, total }
  })
}
