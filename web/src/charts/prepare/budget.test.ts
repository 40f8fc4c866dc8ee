import { describe, expect, it } from 'vitest'
import { prepareBudget } from './budget.js'

describe('prepareBudget', () => {
  it('shares the bad events out of the budget of the whole window', () => {
    // 400 events at 95 %: 20 may be bad. 5, 0 and 25 are.
    const points = prepareBudget(
      [
        { from: '2026-11-01T00:00:00Z', good: 95, total: 100 },
        { from: '2026-11-02T00:00:00Z', good: 100, total: 100 },
        { from: '2026-11-04T00:00:00Z', good: 175, total: 200 },
      ],
      0.95,
    )
    const rounded = points.map(({ spent, left, bad }) => [Number(spent.toFixed(9)), Number(left.toFixed(9)), bad])
    expect(rounded).toEqual([
      [0.25, 0.75, 5],
      [0, 0.75, 0],
      [1.25, -0.5, 25],
    ])
  })

  it('of nothing is nothing', () => {
    expect(prepareBudget([], 0.99)).toEqual([])
  })
})
