import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultAlertThresholds } from '../domain/alert-thresholds.js'
import { randomFrom } from '../../seed/random.js'
import { burnRules, FEWEST_BAD, type BurnRule } from '../slo/burn.js'
import type { Slo } from '../slo/slo.js'
import { sloStatus } from '../slo/status.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { storeMinutes } from '../test/telemetry-rows.js'
import { burnRate } from './rules/burn-rate.js'

// The short form; WINDSOCK_BURN_SERIES=1000 is the long one.
const SERIES = Number(process.env.WINDSOCK_BURN_SERIES ?? 150)
const MINUTES = 600
const END = Date.parse('2026-11-02T12:00:00Z')
const TARGET = 0.99
const RULES = burnRules(30 * 86_400)

type Minute = { good: number; total: number } | null
type State = 'page' | 'ticket' | null

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})

afterAll(async () => {
  await stores?.close()
})

/** Quiet, with spells of trouble, gaps, and minutes without a request; every third has hardly any traffic. */
function randomSeries(seed: number): Minute[] {
  const random = randomFrom(seed)
  const traffic = seed % 3 === 0 ? 2 : 200
  let trouble = 0
  return Array.from({ length: MINUTES }, () => {
    if (random() < 0.01) trouble = random() < 0.5 ? 0 : random() * 0.6
    if (random() < 0.03) return null
    const total = random() < 0.02 ? 0 : Math.floor(random() * traffic)
    const bad = Math.min(total, Math.round(total * (trouble + (random() < 0.05 ? 0.02 : 0))))
    return { good: total - bad, total }
  })
}

/** What a rule says at the end of minute `end`, added up again from every minute. */
function naively(series: readonly Minute[], end: number, { longSeconds, shortSeconds, factor }: BurnRule) {
  const [long, short] = [longSeconds, shortSeconds].map((seconds) => {
    const minutes = series.slice(Math.max(0, end - seconds / 60), end)
    const total = minutes.reduce((sum, minute) => sum + (minute?.total ?? 0), 0)
    const bad = minutes.reduce((sum, minute) => sum + (minute ? minute.total - minute.good : 0), 0)
    return { bad, burn: total === 0 ? 0 : bad / total / (1 - TARGET) }
  }) as [{ bad: number; burn: number }, { burn: number }]
  return { burning: long.burn > factor && short.burn > factor, enough: long.bad >= FEWEST_BAD }
}

type Told = { burning: boolean[]; state: State; held: boolean }

function naivelyTold(series: readonly Minute[], end: number): Told {
  const found = RULES.map((rule) => ({ ...naively(series, end, rule), severity: rule.severity }))
  const telling = found.filter(({ burning, enough }) => burning && enough).map(({ severity }) => severity)
  const state = telling.includes('page') ? 'page' : (telling[0] ?? null)
  return { burning: found.map(({ burning }) => burning), state, held: found.some(({ burning, enough }) => burning && !enough) }
}

/** The minutes on both sides of two changes, where an error of one minute would show; without a change the last. */
function edgesOf(states: readonly unknown[], seed: number): number[] {
  const changes = states.flatMap((state, end) => (end > 0 && state !== states[end - 1] ? [end] : []))
  const chosen = changes.length === 0 ? [] : [changes[seed % changes.length] ?? 1, changes[(seed * 7 + 1) % changes.length] ?? 1]
  return chosen.length === 0 ? [states.length - 1] : chosen.flatMap((change) => [change - 1, change])
}

it('alerts over random series fire and end at the minute that adding up again gives', { timeout: 120_000 + SERIES * 4_000 }, async () => {
  const all = Array.from({ length: SERIES }, (_, index) => randomSeries(index + 1))
  for (let start = 0; start < SERIES; start += 100) {
    const rows = all.slice(start, start + 100).flatMap((series, index) => rowsOf(`s${start + index}`, series))
    await storeMinutes(stores.analytics, rows)
  }
  const seen = { page: 0, ticket: 0, held: 0, quiet: 0 }
  for (const [index, series] of all.entries()) {
    const naive = Array.from({ length: MINUTES + 1 }, (_, end) => naivelyTold(series, end))
    const rule = index % RULES.length
    const byRule = naive.map(({ burning }) => burning[rule])
    const byAlert = naive.map(({ state }) => state)
    for (const end of new Set([...edgesOf(byRule, index), ...edgesOf(byAlert, index)])) {
      const expected = naive[end] as Told
      expect(await toldOf(sloOf(`s${index}`), end), `series ${index + 1} at minute ${end}`).toEqual({
        burning: expected.burning,
        state: expected.state,
      })
      seen[expected.state ?? (expected.held ? 'held' : 'quiet')] += 1
    }
  }
  // Of what never comes up nothing would be learnt.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(SERIES / 20)
})

/** As the alert worker judges it. */
async function toldOf(slo: Slo, end: number): Promise<Omit<Told, 'held'>> {
  const at = new Date(END - (MINUTES - end) * 60_000)
  const environments = ['production']
  const [status, conditions] = await Promise.all([
    sloStatus(stores.analytics, slo, environments, at),
    burnRate.conditions({ analytics: stores.analytics, slos: [slo], policies: new Map(), environments, thresholds: defaultAlertThresholds, at }),
  ])
  expect(conditions.length).toBeLessThanOrEqual(1)
  return { burning: status.objectives[0]?.rules.map(({ burning }) => burning) ?? [], state: conditions[0]?.severity ?? null }
}

function rowsOf(service: string, series: readonly Minute[]) {
  return series.flatMap((counts, at) =>
    counts === null ? [] : [{ service, minute: new Date(END - (MINUTES - at) * 60_000).toISOString(), ...counts }],
  )
}

function sloOf(service: string): Slo {
  const nothing = { displayName: '', op: null, value: null, timeSliceTarget: null, timeSliceSeconds: null, indicator: null, compositeWeight: null }
  const named = { name: service, displayName: '', description: '', service, indicator: 'availability', alertPolicies: [] }
  return { ...named, windowSeconds: 30 * 86_400, budgetingMethod: 'Occurrences', objectives: [{ ...nothing, target: TARGET }] }
}
