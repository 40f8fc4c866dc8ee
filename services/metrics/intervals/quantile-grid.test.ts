import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderStatisticLevels } from './intervals.js'
import { outward, quantileGrid } from './quantile-grid.js'

it('ascends, from 0 to 1, with the levels that measures show', () => {
  expect(quantileGrid.every((level, index) => index === 0 || level > (quantileGrid[index - 1] ?? 1))).toBe(true)
  expect([quantileGrid[0], quantileGrid.at(-1)]).toEqual([0, 1])
  expect(quantileGrid).toEqual(expect.arrayContaining([0.5, 0.75, 0.9, 0.95]))
  expect(quantileGrid.length).toBeLessThan(80)
})

it('encloses any levels with levels of its own', () => {
  const level = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(level, level, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const found = outward({ low, high })
      expect(quantileGrid).toEqual(expect.arrayContaining([found.low, found.high]))
      expect(found.low).toBeLessThanOrEqual(low)
      expect(found.high).toBeGreaterThanOrEqual(high)
    }),
  )
})

it('keeps its own levels', () => {
  for (const level of quantileGrid) expect(outward({ low: level, high: level })).toEqual({ low: level, high: level })
})

it('widens the interval of a median by less than a third on either side', () => {
  for (let n = 20; n < 500_000; n = Math.ceil(n * 1.3)) {
    const exact = orderStatisticLevels(n, 0.5) ?? { low: 0, high: 1 }
    const { low, high } = outward(exact)
    expect(0.5 - low).toBeLessThanOrEqual((0.5 - exact.low) * 1.34)
    expect(high - 0.5).toBeLessThanOrEqual((exact.high - 0.5) * 1.34)
  }
})
