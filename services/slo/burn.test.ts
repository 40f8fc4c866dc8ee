import { describe, expect, it } from 'vitest'
import { burnRules, secondsToExhaustion, spendingOf, weightedTarget } from './burn.js'

describe('the rules of a window', () => {
  it('have the usual factors for 30 days, and spend the same shares of others', () => {
    expect(burnRules(30 * 86_400).map(({ severity, longSeconds, shortSeconds, factor }) => [severity, longSeconds, shortSeconds, factor])).toEqual([
      ['page', 3_600, 300, 14.4],
      ['page', 21_600, 1_800, 6],
      ['ticket', 86_400, 7_200, 3],
      ['ticket', 259_200, 21_600, 1],
    ])
    // 2 % of 7 days in an hour: 0.02 × 168.
    expect(burnRules(7 * 86_400).map(({ factor }) => factor)).toEqual([3.36, 1.4, 0.7, 0.233333333333])
    expect(burnRules(86_400).map(({ longSeconds }) => longSeconds)).toEqual([3_600, 21_600])
  })
})

describe('a budget', () => {
  it.each([
    [{ good: 999, total: 1000 }, 0.999, 1],
    [{ good: 1000, total: 1000 }, 0.999, 0],
    [{ good: 990, total: 1000 }, 0.999, 10],
  ])('of %o at %d burns at %d', (counts, target, burn) => {
    expect(spendingOf([{ ...counts, target, weight: 1 }]).burn).toBeCloseTo(burn, 9)
  })

  it('of nothing is unknown, and never 0 or whole', () => {
    expect(spendingOf([{ good: 0, total: 0, target: 0.9, weight: 1 }])).toEqual({ good: 0, total: 0, attainment: null, burn: null })
  })

  it('of a composite weighs shares and not events, and leaves out what has no data', () => {
    const many = { good: 98_000, total: 100_000, target: 0.99, weight: 3 }
    const few = { good: 6, total: 10, target: 0.95, weight: 1 }
    // Good: (3 × 0.98 + 0.6) / 4. Bad: 3 × 0.02 + 0.4 of 3 × 0.01 + 0.05 that is allowed.
    const { attainment: share, burn, good, total } = spendingOf([many, few])
    expect([good, total]).toEqual([98_006, 100_010])
    expect(share).toBeCloseTo(0.885, 12)
    expect(burn).toBeCloseTo(0.46 / 0.08, 12)
    expect(weightedTarget([many, few])).toBeCloseTo(0.98, 12)
    expect(spendingOf([many, { ...few, good: 0, total: 0 }]).burn).toBeCloseTo(2, 12)
  })

  it('is spent after what is left of it at the pace it goes', () => {
    // Half of a 30-day budget at twice the pace: 7.5 days.
    expect(secondsToExhaustion(0.5, 2, 30 * 86_400)).toBe(7.5 * 86_400)
    expect(secondsToExhaustion(0.5, 1, 30 * 86_400)).toBeNull()
    expect(secondsToExhaustion(-1, 5, 30 * 86_400)).toBe(0)
    expect(secondsToExhaustion(null, 5, 30 * 86_400)).toBeNull()
  })
})
