import { afterAll, beforeEach, expect, it } from 'vitest'
import { randomFrom } from '../../../seed/random.js'
import { emptyDays } from '../../test/naive-measures/kept-days.js'
import { plainDeployment } from '../../test/naive-measures/plain-facts.js'
import { emptyTables, storeFacts } from '../../test/naive-measures/stored.js'
import { watchedAnalytics } from '../../test/watched-analytics.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { teamView } from '../../store/analytics/team-view.js'
import { resolveOptions } from '../options.js'
import { runMetrics, type MetricsRequest } from '../run-metrics.js'
import { makeChangedDays, makeMissingDays } from './make-days.js'

const NOW = new Date('2026-11-20T12:00:00Z')
const options = resolveOptions(null)
const stores: TestStores = await openTestStores()
afterAll(() => stores.close())

let read: string[]
let store: AnalyticsStore

beforeEach(async () => {
  await emptyTables(stores.analytics)
  await emptyDays(stores.analytics)
  read = []
  store = watchedAnalytics(stores.analytics, (sql, { bounds }) => {
    if (sql.startsWith('SELECT moment AS bucket')) read.push(...((bounds ?? []) as number[]).map(dayOf))
  })
  await deploy('first', '2026-11-03')
  await deploy('second', '2026-11-17')
  await makeMissingDays({ analytics: stores.analytics, options, zones: ['UTC'] })
})

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** At nine, unless the day says a time itself. */
async function deploy(id: string, day: string, service = 'payments'): Promise<void> {
  const deployment = plainDeployment(id, Date.parse(day.includes('T') ? day : `${day}T09:00:00Z`), { service })
  const services = [{ service, team: 'checkout', firstEventAt: Date.parse('2026-10-01T00:00:00Z') }]
  await storeFacts(stores.analytics, { services, deployments: [deployment], changes: [], incidents: [], approvals: [] }, () => 'fresh', randomFrom(1))
}

async function mark(day: string, deleted: 0 | 1): Promise<void> {
  await stores.analytics.insert('changed_days', [{ service: 'payments', day, version: 1, deleted }])
}

async function makeAnew(day: string): Promise<void> {
  await makeChangedDays({ analytics: stores.analytics, options, zones: ['UTC'] }, { services: ['payments'], days: [day] })
  await mark(day, 1)
}

/** How many deployments there were from a day until now, and the buckets in which they were looked for. */
async function ask(from = '2026-11-01', asked: Partial<MetricsRequest> = {}, analytics = store, to = NOW) {
  read = []
  const window = { from: new Date(`${from}T00:00:00Z`), to, timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const keys = ['deployment_frequency', 'change_lead_time']
  const request: MetricsRequest = { keys, scope: {}, window, interval: 'DAY', groupBy: [], options, compare: false, ...asked }
  const [frequency] = await runMetrics(analytics, request, NOW)
  const { total, series } = frequency?.groups[0] ?? { total: null, series: [] }
  const days = series.flatMap(({ from: start, value }) => (value.n > 0 ? [`${dayOf(start.getTime())}: ${value.n}`] : []))
  return { total: total?.n, days, read: [...read].sort() }
}

function daysFrom(first: number): string[] {
  return Array.from({ length: 21 - first }, (_, index) => `2026-11-${String(first + index).padStart(2, '0')}`)
}

it('reads all buckets once, and then the one in which a day was made anew', async () => {
  const days = ['2026-11-03: 1', '2026-11-17: 1']
  expect(await ask()).toEqual({ total: 2, days, read: daysFrom(1) })
  expect(await ask()).toEqual({ total: 2, days, read: [] })
  await mark('2026-11-20', 0)
  await deploy('today', '2026-11-20')
  await makeAnew('2026-11-20')
  expect(await ask()).toEqual({ total: 3, days: [...days, '2026-11-20: 1'], read: ['2026-11-20'] })
})

it('reads today once, whenever it is asked for, unless something lies behind the end of the window', async () => {
  const at = (time: string) => ask('2026-11-01', {}, store, new Date(`2026-11-20T${time}:00Z`))
  const until = (time: string) => at(time).then(({ total, read: buckets }) => ({ total, read: buckets }))
  expect(await until('12:00')).toEqual({ total: 2, read: daysFrom(1) })
  expect(await until('12:30')).toEqual({ total: 2, read: [] })
  await mark('2026-11-20', 0)
  await deploy('later', '2026-11-20T12:15:00Z')
  await makeAnew('2026-11-20')
  expect(await until('12:30')).toEqual({ total: 3, read: ['2026-11-20'] })
  expect(await until('12:00')).toEqual({ total: 2, read: ['2026-11-20'] })
  expect(await until('13:00')).toEqual({ total: 3, read: [] })
  expect(await until('12:15')).toMatchObject({ total: 2 })
})

it('reads a marked day and all on which its records may lie, and the day alone once it is made anew', async () => {
  await ask()
  await mark('2026-11-17', 0)
  await deploy('third', '2026-11-17')
  const days = ['2026-11-03: 1', '2026-11-17: 2']
  expect(await ask()).toEqual({ total: 3, days, read: daysFrom(17) })
  await makeAnew('2026-11-17')
  expect(await ask()).toEqual({ total: 3, days, read: ['2026-11-17'] })
  expect(await ask()).toMatchObject({ total: 3, days })
})

it('reads the days by which a window is longer, and none twice that lies between', async () => {
  await ask('2026-11-10')
  await ask('2026-11-05')
  expect(read).toEqual(daysFrom(5).slice(0, 5))
  for (const day of ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-08']) {
    await mark(day, 0)
    await deploy(`on ${day}`, day)
    await makeAnew(day)
  }
  const days = ['02', '03', '04', '06', '08'].map((day) => `2026-11-${day}: 1`)
  expect(await ask()).toMatchObject({ total: 6, days: [...days, '2026-11-17: 1'] })
})

it('keeps apart what is asked for in another scope, by another grouping, or by whom not all is shown', async () => {
  await deploy('other', '2026-11-05', 'search')
  await makeChangedDays({ analytics: stores.analytics, options, zones: ['UTC'] }, { services: ['search'], days: ['2026-11-05'] })
  const of = async (asked: Partial<MetricsRequest>, analytics?: AnalyticsStore) => (await ask('2026-11-01', asked, analytics)).total
  const nobody = teamView(store, () => ['nobody'])
  for (let times = 0; times < 2; times += 1) {
    expect(await of({})).toBe(3)
    expect(await of({ scope: { services: ['search'] } })).toBe(1)
    expect(await of({ groupBy: ['SERVICE'] })).toBe(2)
    expect(await of({}, nobody)).toBe(0)
  }
})

it('leaves out what lies behind the end of a window on the same day of a zone, though on the UTC day after', async () => {
  const days = { analytics: stores.analytics, options, zones: ['America/Los_Angeles'] }
  // 18:00 of the 17th in Los Angeles; the other of that day is at 01:00 there.
  await deploy('evening', '2026-11-18T02:00:00Z')
  await makeMissingDays(days)
  for (const interval of ['DAY', null] as const) {
    const until = async (to: string) => {
      const window = { from: new Date('2026-11-01T08:00:00Z'), to: new Date(to), timeZone: 'America/Los_Angeles', weekStart: 'MONDAY' as const }
      return (await ask('2026-11-01', { window, interval })).total
    }
    expect(await until('2026-11-17T20:00:00Z')).toBe(2)
    expect(await until('2026-11-18T04:00:00Z')).toBe(3)
    expect(await until('2026-11-17T20:00:00Z')).toBe(2)
  }
})
