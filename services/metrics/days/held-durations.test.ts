import { afterAll, beforeEach, expect, it } from 'vitest'
import { randomFrom } from '../../../seed/random.js'
import { emptyDays } from '../../test/naive-measures/kept-days.js'
import { plainChange, plainDeployment } from '../../test/naive-measures/plain-facts.js'
import { emptyTables, storeFacts } from '../../test/naive-measures/stored.js'
import { watchedAnalytics } from '../../test/watched-analytics.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { resolveOptions } from '../options.js'
import { runMetrics } from '../run-metrics.js'
import { startOfBin, withBins } from './day-rows.js'
import { makeMissingDays } from './make-days.js'

const NOW = new Date('2026-11-20T12:00:00Z')
const HOUR_MS = 3_600_000
const options = resolveOptions(null)
const stores: TestStores = await openTestStores()
afterAll(() => stores.close())

let read: string[]
let store: AnalyticsStore

beforeEach(async () => {
  await emptyTables(stores.analytics)
  await emptyDays(stores.analytics)
  store = watchedAnalytics(stores.analytics, (sql, { bounds }) => {
    if (sql.startsWith('SELECT id, CAST')) read.push(...(bounds as number[]).map((bound) => new Date(bound).toISOString().slice(8, 10)))
  })
})

/** A rollout at nine of a day of November, with changes of these lead times in hours. */
function rollout(day: number, hours: readonly number[]) {
  const anchor = Date.parse('2026-11-01T09:00:00Z') + (day - 1) * 24 * HOUR_MS
  const id = `on ${day}`
  const changes = hours.map((lead, index) => plainChange(`${day} ${index}`, anchor, { deployment: id, leadTimeMs: Math.round(lead * HOUR_MS) }))
  return { deployment: plainDeployment(id, anchor), changes }
}

async function deploy(leads: ReadonlyMap<number, readonly number[]>): Promise<void> {
  const rollouts = [...leads].map(([day, hours]) => rollout(day, hours))
  const facts = {
    services: [{ service: 'payments', team: 'checkout', firstEventAt: Date.parse('2026-10-01T00:00:00Z') }],
    deployments: rollouts.map(({ deployment }) => deployment),
    changes: rollouts.flatMap(({ changes }) => changes),
    incidents: [],
    approvals: [],
  }
  await storeFacts(stores.analytics, facts, () => 'fresh', randomFrom(1))
  await makeMissingDays({ analytics: stores.analytics, options, zones: ['UTC'] })
}

/** The median lead time in hours from a day of November until now, and the days whose durations were looked at. */
async function ask(from: number) {
  read = []
  const window = { from: new Date(Date.UTC(2026, 10, from)), to: NOW, timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const request = { keys: ['change_lead_time'], scope: {}, window, interval: 'DAY' as const, groupBy: [], options, compare: false, stats: false }
  const [result] = await runMetrics(store, request, NOW)
  return { median: (result?.groups[0]?.total.value ?? Number.NaN) / 3600, read: read.sort() }
}

/** All days until now. */
function daysFrom(first: number): string[] {
  return Array.from({ length: 21 - first }, (_, index) => String(first + index).padStart(2, '0'))
}

/** So that no answer as a whole is given again. */
async function changeSomethingElse(version: number): Promise<void> {
  await stores.analytics.insert('artifacts', [{ service: 'of-nobody', digest: 'sha256:00', version }])
}

const FIRST = [1, 2, 3]
const LATER = [40, 41, 42]

it('looks at the durations of days once, and again only where others of them are wanted', async () => {
  await deploy(new Map([...[1, 2, 3, 4, 5, 20].map((day) => [day, FIRST] as const), ...[11, 12].map((day) => [day, LATER] as const)]))
  expect(await ask(1)).toEqual({ median: 2.5, read: daysFrom(1) })
  await changeSomethingElse(1)
  expect(await ask(1)).toEqual({ median: 2.5, read: [] })
  // From the 10th on the median is another; the few durations around the first were looked at with it.
  expect(await ask(10)).toEqual({ median: 40, read: [] })
})

it('looks at them again where more of them are wanted than were held', async () => {
  const many = (from: number, step: number) => Array.from({ length: 3_000 }, (_, index) => from + index * step)
  await deploy(new Map([1, 2, 3, 11, 12, 20].map((day) => [day, day < 10 ? many(1, 0.001) : many(100, 0.01)])))
  // Of 18,000 the middle two are 3.999 and 100 hours; of the last 9,000, of which each is there three times, 114.99 and 115.
  const [ofAll, ofLast] = [expect.closeTo(51.9995, 6) as number, expect.closeTo(114.995, 6) as number]
  expect(await ask(1)).toEqual({ median: ofAll, read: daysFrom(1) })
  expect(await ask(10)).toEqual({ median: ofLast, read: ['11', '12', '20'] })
  await changeSomethingElse(1)
  expect(await ask(10)).toEqual({ median: ofLast, read: [] })
  expect(await ask(1)).toEqual({ median: ofAll, read: [] })
})

it('puts durations into the bins that the engine puts them into', async () => {
  // As far as numbers are exact, which is 140,000 years.
  const starts = Array.from({ length: 280 }, (_, index) => startOfBin(index + 2))
  const durations = [-5, 0, ...starts.flatMap((start) => [start - 1, start])]
  const [row] = await stores.analytics.query<{ bins: number[] }>(withBins('SELECT {durations:Array(Int64)} AS durations'), { durations })
  // The first holds what is negative, 0, and what lies just before the second; the others what begins them and ends them.
  expect(row?.bins.map(Number)).toEqual([3, ...starts.slice(1).map(() => 2), 1])
})
