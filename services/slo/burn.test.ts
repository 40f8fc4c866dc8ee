import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../seed/random.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { burnRules, secondsToExhaustion, spendingOf, weightedTarget } from './burn.js'
import type { Slo } from './slo.js'
import { sloStatus } from './status.js'

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

const SERIES = 1_000
const MINUTES = 600
const END = Date.parse('2026-11-02T12:00:00Z')
const TARGET = 0.99

type Minute = { good: number; total: number }

/** Quiet, with spells of trouble, gaps, and minutes without a request. */
function randomSeries(seed: number): (Minute | null)[] {
  const random = randomFrom(seed)
  let trouble = 0
  return Array.from({ length: MINUTES }, () => {
    if (random() < 0.01) trouble = random() < 0.5 ? 0 : random() * 0.6
    if (random() < 0.03) return null
    const total = random() < 0.02 ? 0 : Math.floor(random() * 200)
    const bad = Math.min(total, Math.round(total * (trouble + (random() < 0.05 ? 0.02 : 0))))
    return { good: total - bad, total }
  })
}

/** Whether a pair burns at the end of minute `end`, added up again from every minute. */
function naivelyBurns(series: readonly (Minute | null)[], end: number, longMinutes: number, shortMinutes: number, factor: number): boolean {
  const burns = [longMinutes, shortMinutes].map((length) => {
    let [good, total] = [0, 0]
    for (let minute = Math.max(0, end - length); minute < end; minute += 1) {
      good += series[minute]?.good ?? 0
      total += series[minute]?.total ?? 0
    }
    return total === 0 ? 0 : (total - good) / total / (1 - TARGET)
  })
  return burns.every((burn) => burn > factor)
}

/** The minutes on both sides of the first or the second change of a rule, where an error of one minute would show; else the last. */
function edgesOf(states: readonly boolean[], which: number): number[] {
  const changes = states.flatMap((state, end) => (end > 0 && state !== states[end - 1] ? [end] : []))
  const change = changes[which] ?? changes[0]
  return change === undefined ? [states.length - 1] : [change - 1, change]
}

describe('burn rules over a thousand random series', () => {
  let stores: TestStores

  beforeAll(async () => {
    stores = await openTestStores()
  })

  afterAll(async () => {
    await stores?.close()
  })

  it('fire and end at the minute that adding up again gives', { timeout: 400_000 }, async () => {
    const all = Array.from({ length: SERIES }, (_, index) => randomSeries(index + 1))
    for (let start = 0; start < SERIES; start += 100) {
      const rows = all
        .slice(start, start + 100)
        .flatMap((series, index) => series.flatMap((minute, at) => (minute === null ? [] : [rowOf(`s${start + index}`, at, minute)])))
      await stores.analytics.insert('sli_minutes', rows)
    }
    const rules = burnRules(30 * 86_400).slice(0, 2)
    let fired = 0
    for (const [index, series] of all.entries()) {
      const naive = rules.map(({ longSeconds, shortSeconds, factor }) =>
        Array.from({ length: MINUTES + 1 }, (_, end) => naivelyBurns(series, end, longSeconds / 60, shortSeconds / 60, factor)),
      )
      for (const end of new Set(naive.flatMap((states) => edgesOf(states, index % 2)))) {
        const at = new Date(END - (MINUTES - end) * 60_000)
        const { objectives } = await sloStatus(stores.analytics, sloOf(`s${index}`), ['production'], at)
        const found = objectives[0]?.rules.slice(0, 2).map(({ burning }) => burning)
        expect(found, `series ${index + 1} at minute ${end}`).toEqual(naive.map((states) => states[end]))
      }
      if (naive.some((states) => states.includes(true))) fired += 1
    }
    // Of series that never burn nothing would be learnt.
    expect(fired).toBeGreaterThan(SERIES / 4)
    expect(fired).toBeLessThan(SERIES)
  })
})

function rowOf(service: string, at: number, { good, total }: Minute) {
  const nothing = {
    region: '',
    cohort: '',
    version_name: '',
    value_sum: '0',
    value_count: '0',
    value_min: '0',
    value_max: '0',
    cost: '0',
    bucket_index: [],
    bucket_count: [],
  }
  const minute = new Date(END - (MINUTES - at) * 60_000).toISOString()
  return {
    ...nothing,
    service,
    sli: 'availability',
    environment: 'production',
    minute,
    good: `${good}000000`,
    total: `${total}000000`,
    samples: '1',
    version: '1',
  }
}

function sloOf(service: string): Slo {
  const objective = {
    displayName: '',
    target: TARGET,
    op: null,
    value: null,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    indicator: null,
    compositeWeight: null,
  }
  const named = {
    name: service,
    displayName: '',
    description: '',
    service,
    indicator: 'availability',
  }
  return { ...named, windowSeconds: 30 * 86_400, budgetingMethod: 'Occurrences', objectives: [objective], alertPolicies: [] }
}
