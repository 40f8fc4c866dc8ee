import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOf } from '../../slo/histogram.js'
import type { Distribution } from './point.js'
import { storedBuckets } from './stored-buckets.js'

const stored = (buckets: Distribution['buckets']) => {
  const [indices, counts] = storedBuckets({ count: 0, buckets })
  return new Map(indices.map((index, place) => [index, Number(counts[place])]))
}
const sumOf = (buckets: ReadonlyMap<number, number>) => [...buckets.values()].reduce((sum, count) => sum + count, 0)

describe('counts in stored buckets', () => {
  it('stay where they are in a bucket no wider than these, and lie evenly in a wider one', () => {
    expect([
      ...stored([
        { upper: 2 ** (7 / 8), count: 0 },
        { upper: 2, count: 5 },
      ]),
    ]).toEqual([[8, 5]])
    const even = stored([
      { upper: 1, count: 0 },
      { upper: 2, count: 6400 },
    ])
    // Of the way from 1 to 2, a bucket has as much as it is wide, to a 64th.
    for (const [index, count] of even) expect(count / 6400).toBeCloseTo(2 ** (index / 8) - 2 ** ((index - 1) / 8), 1)
    expect([...even.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('begin at 0, and above all bounds lie just above the last', () => {
    expect(stored([{ upper: 0.1, count: 64 }]).size).toBeGreaterThan(20)
    expect([
      ...stored([
        { upper: 1, count: 0 },
        { upper: Infinity, count: 3 },
      ]),
    ]).toEqual([[1, 3]])
    expect([
      ...stored([
        { upper: -1, count: 2 },
        { upper: 0, count: 1 },
      ]),
    ]).toEqual([[-400, 3]])
  })

  const bounds = fc
    .uniqueArray(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 })
    .map((all) => all.sort((a, b) => a - b))
  const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 7, maxLength: 7 })

  it('lose none, and never fall while what they are made of grows', () => {
    fc.assert(
      fc.property(bounds, counts, counts, (uppers, first, more) => {
        const of = (all: readonly number[]) => stored([...uppers, Infinity].map((upper, index) => ({ upper, count: all[index] ?? 0 })))
        const then = first.map((count, index) => count + (more[index] ?? 0))
        const [before, after] = [of(first), of(then)]
        const given = (all: readonly number[]) => all.slice(0, uppers.length + 1).reduce((sum, count) => sum + count, 0)
        expect([sumOf(before), sumOf(after)]).toEqual([given(first), given(then)])
        for (const [index, count] of before) expect(after.get(index) ?? 0).toBeGreaterThanOrEqual(count)
      }),
      { seed: 20_261_130 },
    )
  })

  it('have the quantiles of straight lines between the bounds, within a stored bucket', () => {
    const buckets = [
      { upper: 0.1, count: 100 },
      { upper: 0.25, count: 300 },
      { upper: 0.5, count: 500 },
      { upper: 1, count: 100 },
    ]
    const at = stored(buckets)
    // Half of 1,000 is 100 of 500 into the third bucket; 950 half of the fourth.
    expect(Math.abs((quantileOf(at, 0.5) ?? 0) / (0.25 + 0.25 * 0.2) - 1)).toBeLessThan(0.09)
    expect(Math.abs((quantileOf(at, 0.95) ?? 0) / 0.75 - 1)).toBeLessThan(0.09)
  })
})
