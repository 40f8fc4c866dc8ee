import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterRobustMean, effectiveSampleSize, orderStatisticLevels, poissonExact, wilson } from './intervals.js'

const LOG_FACTORIALS = Array.from({ length: 2001 }).reduce<number[]>((logs, _, n) => [...logs, n === 0 ? 0 : (logs[n - 1] ?? 0) + Math.log(n)], [])
const logFactorial = (n: number) => LOG_FACTORIALS[n] ?? Number.NaN

function binomial(k: number, n: number, p: number): number {
  return Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p))
}

function poissonAtMost(count: number, mean: number): number {
  let total = 0
  for (let k = 0; k <= count; k += 1) total += Math.exp(k * Math.log(mean) - mean - logFactorial(k))
  return total
}

/** The chance that the p-quantile lies from the low to the high rank: that low to high - 1 of n records fall below it. */
function coverage(n: number, p: number, low: number, high: number): number {
  let total = 0
  for (let k = low; k < high; k += 1) total += binomial(k, n, p)
  return total
}

function ranks(n: number, p: number): [number, number] | null {
  const levels = orderStatisticLevels(n, p)
  return levels && [Math.round(levels.low * (n - 1)) + 1, Math.round(levels.high * (n - 1)) + 1]
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence of 32 bits). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('wilson', () => {
  it('agrees with published intervals, and with the quadratic solved for 0 of 10', () => {
    expect(wilson(0, 10)?.high).toBeCloseTo(1.959964 ** 2 / (10 + 1.959964 ** 2), 6)
    expect(wilson(3, 10)?.low).toBeCloseTo(0.1078, 4)
    expect(wilson(3, 10)?.high).toBeCloseTo(0.6032, 4)
    expect(wilson(81, 263)?.low).toBeCloseTo(0.2553, 4)
    expect(wilson(81, 263)?.high).toBeCloseTo(0.3662, 4)
  })

  it('rises with the successes and narrows with the trials', () => {
    for (let successes = 1; successes <= 50; successes += 1) {
      expect(wilson(successes, 50)?.low).toBeGreaterThan(wilson(successes - 1, 50)?.low ?? 1)
      const [few, many] = [wilson(successes, 50), wilson(successes * 10, 500)]
      expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 1))
    }
  })

  it('is refused for what cannot be counted', () => {
    for (const [successes, n] of [
      [-1, 10],
      [11, 10],
      [1, Number.NaN],
    ] as const)
      expect(wilson(successes, n)).toBeNull()
  })

  it('solves the score equation at both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(share * n)
        const interval = wilson(successes, n)
        for (const end of [interval?.low ?? -1, interval?.high ?? -1]) {
          if (end === 0 || end === 1) continue
          expect(Math.abs(successes / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959964, 4)
        }
      }),
    )
  })

  it('is exact at none and all, and null of nothing', () => {
    expect(wilson(0, 10)?.low).toBe(0)
    expect(wilson(10, 10)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('poissonExact', () => {
  it('agrees with the published limits', () => {
    expect(poissonExact(0).high).toBeCloseTo(-Math.log(0.025), 10)
    expect(poissonExact(1).low).toBeCloseTo(-Math.log(0.975), 10)
    expect(poissonExact(10).low).toBeCloseTo(4.7954, 4)
    expect(poissonExact(10).high).toBeCloseTo(18.3904, 4)
  })

  it('leaves 2.5 % on either side', () => {
    for (let count = 0; count < 200; count += 7) {
      const { low, high } = poissonExact(count)
      expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 8)
      if (count > 0) expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 8)
    }
  })
})

describe('orderStatisticLevels', () => {
  it('enclose the true median in at least 95 % of many samples, read off as type 7 quantiles', () => {
    const random = randomNumbers(11)
    const [n, samples] = [25, 3000]
    const levels = orderStatisticLevels(n, 0.5) ?? { low: 0, high: 0 }
    let covered = 0
    for (let sample = 0; sample < samples; sample += 1) {
      const sorted = Array.from({ length: n }, () => -Math.log(1 - random())).sort((a, b) => a - b)
      const [low, high] = [sorted[Math.round(levels.low * (n - 1))] ?? 0, sorted[Math.round(levels.high * (n - 1))] ?? 0]
      if (low <= Math.LN2 && Math.LN2 <= high) covered += 1
    }
    expect(covered / samples).toBeGreaterThanOrEqual(0.95)
  })

  it('finds the ranks of the published tables for the median', () => {
    const tabled: [number, number, number][] = [
      [6, 1, 6],
      [8, 1, 8],
      [9, 2, 8],
      [10, 2, 9],
      [15, 4, 12],
      [20, 6, 15],
      [25, 8, 18],
    ]
    for (const [n, low, high] of tabled) expect(ranks(n, 0.5)).toEqual([low, high])
  })

  it('is null only where the outermost records enclose the quantile too rarely', () => {
    expect(orderStatisticLevels(5, 0.5)).toBeNull()
    expect([orderStatisticLevels(58, 0.95), ranks(59, 0.95)?.[1]]).toEqual([null, 59])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        const possible = n >= 2 && coverage(n, p, 1, n) >= 0.95
        expect(orderStatisticLevels(n, p) !== null).toBe(possible)
      }),
    )
  })

  it('covers at least 95 %, and no more than its tails allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 2000 }), fc.constantFrom(0.5, 0.75, 0.9, 0.95), (n, p) => {
        const found = ranks(n, p)
        if (found === null) return
        const [low, high] = found
        expect(coverage(n, p, low, high)).toBeGreaterThanOrEqual(0.95 - 1e-9)
        if (low > 1 && high < n) expect(coverage(n, p, low + 1, high - 1)).toBeLessThan(0.95)
      }),
    )
  })

  it('approaches the normal interval for very many records', () => {
    for (const n of [1_000_000, 50_000_000]) {
      const half = 1.959964 * Math.sqrt(0.25 / n)
      const levels = orderStatisticLevels(n, 0.5)
      expect((0.5 - (levels?.low ?? 0)) / half).toBeCloseTo(1, 2)
      expect(((levels?.high ?? 0) - 0.5) / half).toBeCloseTo(1, 2)
    }
  })
})

describe('effectiveSampleSize', () => {
  it('is n for single records, the number of clusters for equal ones, and 1 for one cluster', () => {
    expect(effectiveSampleSize(40, 40)).toBe(40)
    expect(effectiveSampleSize(40, 8 * 5 ** 2)).toBe(8)
    expect(effectiveSampleSize(40, 40n ** 2n)).toBe(1)
    expect(effectiveSampleSize(0, 0)).toBe(0)
  })

  it('lies between one and the number of clusters', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (sizes) => {
        const effective = effectiveSampleSize(
          sizes.reduce((a, b) => a + b),
          sizes.reduce((a, b) => a + b * b, 0),
        )
        expect(effective).toBeGreaterThanOrEqual(1)
        expect(effective).toBeLessThanOrEqual(sizes.length)
      }),
    )
  })
})

describe('clusterRobustMean', () => {
  function sumsOf(clusters: bigint[][]) {
    const each = clusters.map((values) => ({ s: values.reduce((a, b) => a + b, 0n), m: BigInt(values.length) }))
    const total = (of: (cluster: { s: bigint; m: bigint }) => bigint) => each.reduce((sum, cluster) => sum + of(cluster), 0n)
    return {
      n: total(({ m }) => m),
      clusters: BigInt(each.length),
      sum: total(({ s }) => s),
      sumSquares: total(({ s }) => s * s),
      sumTimesSize: total(({ s, m }) => s * m),
      sizeSquares: total(({ m }) => m * m),
    }
  }

  it('is the interval of Student for clusters of one: 2, 4, 6 give 4 ± 4.302653 · 2 / √3', () => {
    const { mean, interval } = clusterRobustMean(sumsOf([[2n], [4n], [6n]]))
    expect(mean).toBe(4)
    expect(interval?.low).toBeCloseTo(4 - (4.30265273 * 2) / Math.sqrt(3), 6)
    expect(interval?.high).toBeCloseTo(4 + (4.30265273 * 2) / Math.sqrt(3), 6)
  })

  it('does not narrow when every record is repeated within its cluster', () => {
    const once = clusterRobustMean(sumsOf([[2n], [4n], [9n]]))
    const often = clusterRobustMean(
      sumsOf([
        [2n, 2n, 2n],
        [4n, 4n, 4n],
        [9n, 9n, 9n],
      ]),
    )
    expect(often.interval?.low).toBeCloseTo(once.interval?.low ?? 0, 9)
    expect(often.interval?.high).toBeCloseTo(once.interval?.high ?? 0, 9)
  })

  it('agrees with the definition computed from residuals', () => {
    const values = fc.array(fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 9 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(values, (clusters) => {
        const { mean, interval } = clusterRobustMean(sumsOf(clusters))
        const flat = clusters.flat().map(Number)
        const average = flat.reduce((a, b) => a + b) / flat.length
        const residuals = clusters.map((cluster) => cluster.reduce((sum, value) => sum + Number(value) - average, 0))
        const variance = ((clusters.length / (clusters.length - 1)) * residuals.reduce((sum, e) => sum + e * e, 0)) / flat.length ** 2
        const [half, other] = [(interval?.high ?? 0) - average, average - (interval?.low ?? 0)]
        expect(mean).toBeCloseTo(average, 6)
        expect(half).toBeCloseTo(other, 3)
        expect(half).toBeGreaterThanOrEqual(1.9599 * Math.sqrt(variance) - 1e-3)
        expect(half).toBeLessThanOrEqual(12.7063 * Math.sqrt(variance) + 1e-3)
      }),
    )
  })

  it('takes plain numbers as well', () => {
    const plain = { n: 3, clusters: 3, sum: 12, sumSquares: 56, sumTimesSize: 12, sizeSquares: 3 }
    expect(clusterRobustMean(plain)).toEqual(clusterRobustMean(sumsOf([[2n], [4n], [6n]])))
  })

  it('has no interval with one cluster, and no mean without a value', () => {
    expect(clusterRobustMean(sumsOf([[1n, 2n]]))).toEqual({ mean: 1.5, interval: null })
    expect(clusterRobustMean(sumsOf([]))).toEqual({ mean: null, interval: null })
  })
})
