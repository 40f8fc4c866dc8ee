import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultAlertThresholds } from '../domain/alert-thresholds.js'
import { burnRules } from '../slo/burn.js'
import { burnHistory } from '../slo/burn-history.js'
import type { Slo } from '../slo/slo.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { storeMinutes } from '../test/telemetry-rows.js'
import { burnRate } from './rules/burn-rate.js'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

const START = Date.parse('2026-11-02T00:00:00Z')
const MINUTE = 60_000
const LENGTH = 420
const objective = {
  displayName: '',
  target: 0.99,
  op: null,
  value: null,
  timeSliceTarget: null,
  timeSliceSeconds: null,
  indicator: null,
  compositeWeight: null,
}
const slo: Slo = {
  name: 'cart',
  displayName: '',
  description: '',
  service: 'cart',
  indicator: 'availability',
  windowSeconds: 30 * 86_400,
  budgetingMethod: 'Occurrences',
  objectives: [objective],
  alertPolicies: [],
}

/** Some spells of trouble in seven hours, with gaps in which nothing is told. */
const spells = fc.array(
  fc.record({ from: fc.nat(LENGTH), length: fc.integer({ min: 1, max: 90 }), bad: fc.constantFrom(1, 3, 8, 20, 60), gap: fc.boolean() }),
  { maxLength: 5 },
)
const looks = fc.uniqueArray(fc.integer({ min: 1, max: LENGTH + 60 }), { minLength: 12, maxLength: 12 })

type Spell = { from: number; length: number; bad: number; gap: boolean }

function rowsOf(all: readonly Spell[], total: number) {
  return Array.from({ length: LENGTH }, (_, minute) => {
    const own = all.filter(({ from, length }) => minute >= from && minute < from + length)
    const bad = Math.min(
      total,
      own.reduce((sum, spell) => sum + spell.bad, 0),
    )
    return own.some(({ gap }) => gap) ? [] : [{ minute: new Date(START + minute * MINUTE).toISOString(), good: total - bad, total }]
  }).flat()
}

it('says of each minute what the alert rule says then', async () => {
  let burning = 0
  await fc.assert(
    fc.asyncProperty(spells, fc.constantFrom(100, 6), looks, async (all, total, minutes) => {
      await stores.analytics.command('TRUNCATE TABLE sli_minutes')
      const rows = rowsOf(all, total)
      if (rows.length > 0) await storeMinutes(stores.analytics, rows)
      const asked = {
        slo,
        objectives: [objective],
        environments: ['production'],
        from: new Date(START),
        to: new Date(START + (LENGTH + 60) * MINUTE),
        rules: burnRules(slo.windowSeconds),
      }
      const found = await burnHistory(stores.analytics, asked)
      // At its ends and at minutes at random.
      const edges = found.flatMap(({ from, to }) => [from, to ?? asked.to].flatMap((at) => [at.getTime(), at.getTime() - MINUTE]))
      for (const time of new Set(
        [...minutes.map((minute) => START + minute * MINUTE), ...edges].filter((time) => time >= START && time <= asked.to.getTime()),
      )) {
        const live = await burnRate.conditions({
          analytics: stores.analytics,
          slos: [slo],
          policies: new Map(),
          environments: ['production'],
          thresholds: defaultAlertThresholds,
          at: new Date(time),
        })
        const told = found.filter(({ from, to }) => from.getTime() <= time && (to === null || time < to.getTime()))
        expect(
          told.map(({ rule }) => rule.severity),
          new Date(time).toISOString(),
        ).toEqual(live.map(({ severity }) => severity))
        burning += live.length
      }
    }),
    { numRuns: 25, seed: 20_261_124 },
  )
  expect(burning).toBeGreaterThan(30)
}, 120_000)

it('says of a composite what the alert rule says of it', async () => {
  const parts = [
    { ...objective, target: 0.99, indicator: 'availability', compositeWeight: 3 },
    { ...objective, target: 0.9, indicator: 'latency', compositeWeight: 1 },
  ]
  const composite: Slo = { ...slo, indicator: null, objectives: parts }
  let burning = 0
  await fc.assert(
    fc.asyncProperty(spells, spells, looks, async (first, second, minutes) => {
      await stores.analytics.command('TRUNCATE TABLE sli_minutes')
      await storeMinutes(stores.analytics, [
        ...rowsOf(first, 100),
        ...rowsOf(second, 20).map((row) => ({ ...row, sli: 'latency' })),
        { sli: 'latency', minute: new Date(START).toISOString(), good: 1, total: 1 },
      ])
      const asked = { slo: composite, objectives: parts, environments: ['production'], from: new Date(START), to: new Date(START + LENGTH * MINUTE) }
      const found = await burnHistory(stores.analytics, { ...asked, rules: burnRules(slo.windowSeconds) })
      for (const at of minutes.map((minute) => new Date(START + Math.min(minute, LENGTH) * MINUTE))) {
        const live = await burnRate.conditions({
          analytics: stores.analytics,
          slos: [composite],
          policies: new Map(),
          environments: ['production'],
          thresholds: defaultAlertThresholds,
          at,
        })
        const told = found.filter(({ from, to }) => from <= at && (to === null || at < to))
        expect(
          told.map(({ rule }) => rule.severity),
          at.toISOString(),
        ).toEqual(live.map(({ severity }) => severity))
        burning += live.length
      }
    }),
    { numRuns: 15, seed: 20_261_124 },
  )
  expect(burning).toBeGreaterThan(10)
}, 120_000)

it('counts each time it would have told, with what was worst', async () => {
  await stores.analytics.command('TRUNCATE TABLE sli_minutes')
  // All of ten minutes of an hour is bad: 16.7 % against 1 %.
  const bad = (minute: number) => minute >= 100 && minute < 110
  await storeMinutes(
    stores.analytics,
    Array.from({ length: 300 }, (_, minute) => ({
      minute: new Date(START + minute * MINUTE).toISOString(),
      good: bad(minute) ? 0 : 100,
      total: 100,
    })),
  )
  const [rule] = burnRules(slo.windowSeconds)
  const asked = {
    slo,
    objectives: [objective],
    environments: ['production'],
    from: new Date(START + 60 * MINUTE),
    to: new Date(START + 299 * MINUTE),
    rules: rule ? [rule] : [],
  }
  const found = await burnHistory(stores.analytics, asked)
  // Nine of sixty minutes are the first share above 14.4 %; the last bad one leaves the five minutes at 115.
  expect(found).toMatchObject([{ from: new Date(START + 109 * MINUTE), to: new Date(START + 115 * MINUTE) }])
  expect(found[0]?.burn).toBeCloseTo(100 * (10 / 60), 9)
})
