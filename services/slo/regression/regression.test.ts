import { describe, expect, it } from 'vitest'
import { discoveries } from './false-discovery.js'
import { judgeChange, type BadCounts, type EarlierWeek } from './regression.js'

/** Five equal minutes. */
const minutes = (bad: number, total: number): BadCounts[] => Array.from({ length: 5 }, () => ({ bad: bad / 5, total: total / 5 }))
const week = (before: number, after: number, total = 1000): EarlierWeek => ({ before: minutes(before, total), after: minutes(after, total) })

describe('judging a change', () => {
  it('is the exact binomial test where nothing else is known', () => {
    // Of 4 bad events in equal traffic all 4 fall on the side after: 1 / 2⁴.
    expect(judgeChange({ bad: 0, total: 500 }, { bad: 4, total: 500 }, [])?.pValue).toBeCloseTo(1 / 16, 12)
    // At least 3 of 4: (4 + 1) / 16. Twice the traffic after makes it 2/3 each: 4·(2/3)³·(1/3) + (2/3)⁴ = 48/81.
    expect(judgeChange({ bad: 1, total: 500 }, { bad: 3, total: 500 }, [])?.pValue).toBeCloseTo(5 / 16, 12)
    expect(judgeChange({ bad: 1, total: 500 }, { bad: 3, total: 1000 }, [])?.pValue).toBeCloseTo(48 / 81, 12)
  })

  it('says nothing without events on both sides, and finds no fault where nothing is bad', () => {
    expect(judgeChange({ bad: 0, total: 0 }, { bad: 1, total: 10 }, [])).toBeNull()
    expect(judgeChange({ bad: 0, total: 10 }, { bad: 0, total: 0 }, [])).toBeNull()
    expect(judgeChange({ bad: 3, total: 10 }, { bad: 0, total: 10 }, [])).toMatchObject({ pValue: 1, isBeyondTolerance: false })
  })

  it('expects what the same minutes of earlier weeks did', () => {
    // In each of four weeks bad events doubled from 50 to 100 of 1,000.
    const weeks = [week(50, 100), week(50, 100), week(50, 100), week(50, 100)]
    const usual = judgeChange({ bad: 50, total: 1000 }, { bad: 100, total: 1000 }, weeks)
    expect(usual).toMatchObject({ seasonalRatio: 2, seasonalWeeks: 4, dispersion: 1 })
    expect(usual?.expected).toBeCloseTo(0.1, 12)
    expect(usual?.change).toBeCloseTo(0, 12)
    expect(usual?.pValue).toBeGreaterThan(0.4)
    expect(usual?.isBeyondTolerance).toBe(false)
    expect(judgeChange({ bad: 50, total: 1000 }, { bad: 100, total: 1000 }, [])?.pValue).toBeLessThan(0.001)
    // One week, or a handful of events, is no season.
    expect(judgeChange({ bad: 50, total: 1000 }, { bad: 100, total: 1000 }, [week(50, 100)])).toMatchObject({ seasonalRatio: 1, seasonalWeeks: 0 })
    expect(judgeChange({ bad: 50, total: 1000 }, { bad: 100, total: 1000 }, [week(1, 2), week(1, 2)])).toMatchObject({ seasonalWeeks: 0 })
  })

  it('discounts counts that come in bursts', () => {
    // Of five minutes of 200 events one has all 50 bad ones: each side has χ² = (40² + 4·10²) / (200·0.05·0.95) over 4 degrees of freedom.
    const burst = [50, 0, 0, 0, 0].map((bad) => ({ bad, total: 200 }))
    const judged = judgeChange({ bad: 50, total: 1000 }, { bad: 80, total: 1000 }, [
      { before: burst, after: burst },
      { before: burst, after: burst },
    ])
    expect(judged?.dispersion).toBeCloseTo((40 ** 2 + 4 * 10 ** 2) / (200 * 0.05 * 0.95) / 4, 9)
    expect(judged?.pValue).toBeGreaterThan(0.2)
    expect(judgeChange({ bad: 50, total: 1000 }, { bad: 80, total: 1000 }, [])?.pValue).toBeLessThan(0.01)
  })

  it('calls at most the asked share of steady services worse, bursts or none', () => {
    const random = numbers(20_261_124)
    for (const spread of [1, 3]) {
      const side = () => Array.from({ length: 30 }, () => ({ bad: bursty(random, 4, spread), total: 1000 }))
      const trials = 1500
      let alarms = 0
      for (let trial = 0; trial < trials; trial += 1) {
        const weeks = Array.from({ length: 4 }, () => ({ before: side(), after: side() }))
        const judged = judgeChange(total(side()), total(side()), weeks)
        if ((judged?.pValue ?? 1) <= 0.01) alarms += 1
      }
      // Of 1,500 at 1 %, 15 are expected, and more than 27 come once in five hundred times.
      expect(alarms, `variance ${spread} times Poisson's`).toBeLessThanOrEqual(27)
    }
  })
})

describe('false discoveries', () => {
  it('takes the most tests whose greatest chance is within their share', () => {
    // Sorted 0.001, 0.008, 0.039, 0.041: against 0.0125, 0.025, 0.0375, 0.05 the last within is the fourth.
    expect(discoveries([0.041, 0.001, 0.039, 0.008], 0.05)).toEqual([true, true, true, true])
    expect(discoveries([0.06, 0.001, 0.039, 0.008], 0.05)).toEqual([false, true, false, true])
    expect(discoveries([0.5, 0.2], 0.05)).toEqual([false, false])
    expect(discoveries([], 0.05)).toEqual([])
  })
})

function total(side: readonly BadCounts[]): BadCounts {
  return side.reduce((sum, { bad, total }) => ({ bad: sum.bad + bad, total: sum.total + total }))
}

/** A negative binomial number, as a Poisson one of a gamma mean; `spread` is variance by mean. */
function bursty(random: () => number, mean: number, spread: number): number {
  if (spread === 1) return poisson(random, mean)
  const [shape, scale] = [mean / (spread - 1), spread - 1]
  let gamma = 0
  for (let step = 0; step < shape; step += 1) gamma -= Math.log(random()) * scale
  return poisson(random, gamma)
}

function poisson(random: () => number, mean: number): number {
  let [count, product] = [0, random()]
  for (const limit = Math.exp(-mean); product > limit; product *= random()) count += 1
  return count
}

/** Mulberry32. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
