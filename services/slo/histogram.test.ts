import { describe, expect, it } from 'vitest'
import { barsOf, LOWEST_BUCKET, MOST_BARS } from './histogram.js'

describe('a distribution as bars', () => {
  it('has none of nothing', () => {
    expect(barsOf(new Map([[3, 0]]))).toEqual([])
  })

  it('begins with what is at most 0, and shows empty buckets between others', () => {
    const bars = barsOf(
      new Map([
        [10, 2],
        [LOWEST_BUCKET, 3],
        [8, 9],
      ]),
    )
    expect(bars).toEqual([
      { above: 0, upTo: 0, count: 3 },
      { above: 2 ** (7 / 8), upTo: 2, count: 9 },
      { above: 2, upTo: 2 ** (9 / 8), count: 0 },
      { above: 2 ** (9 / 8), upTo: 2 ** (10 / 8), count: 2 },
    ])
  })

  it('joins buckets where there are many, and loses no value', () => {
    // 80 buckets, from index 1 to 80, one value each: three to a bar, of which the last has 79 and 80.
    const bars = barsOf(new Map(Array.from({ length: 80 }, (_, index) => [index + 1, 1])))
    expect(bars).toHaveLength(27)
    expect(bars[0]).toEqual({ above: 1, upTo: 2 ** (3 / 8), count: 3 })
    expect(bars.at(-1)).toEqual({ above: 2 ** (78 / 8), upTo: 2 ** (81 / 8), count: 2 })
  })

  it.each([0, 1, -17, 5])('has at most forty above 0, wherever it begins: %i', (first) => {
    for (let length = 1; length < 400; length += 7) {
      const bars = barsOf(new Map(Array.from({ length }, (_, index) => [first + index, 1])))
      expect(bars.length).toBeLessThanOrEqual(MOST_BARS)
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(length)
    }
  })
})
