import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { CanonicalEvent } from '../../domain/event.js'
import { resolveOptions } from '../../metrics/options.js'
import { runMetrics, type MetricResult, type MetricsRequest } from '../../metrics/run-metrics.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { teamView } from '../../store/analytics/team-view.js'
import { takeLease } from '../../store/control/lease.js'
import { event, rollout } from '../../test/event-builders.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { markDirty } from '../dirty-services.js'
import { startProjector, type Projector } from '../projector.js'
import { recordEvents } from '../record-events.js'
import { markedDays } from './changed-days.js'
import { startDaysWorker, type DaysWorker } from './days-worker.js'

// Each look reads and makes the days of five measures in two zones.
vi.setConfig({ testTimeout: 120_000 })

const NOW = new Date('2026-11-20T12:00:00Z')
const failures: unknown[] = []
let stores: TestStores
let projector: Projector
let worker: DaysWorker

beforeAll(async () => {
  stores = await openTestStores()
  projector = await startProjector(stores, { worker: 'test', onError: (error) => failures.push(error) })
  worker = startDays(stores)
})

afterAll(async () => {
  await worker.stop()
  await projector.stop()
  await stores.close()
})

function startDays({ analytics, control }: TestStores): DaysWorker {
  return startDaysWorker({
    analytics,
    dataSource: control.dataSource,
    inForce: async () => ({ options: resolveOptions(null), timeZone: 'Europe/Berlin' }),
    now: () => NOW,
    onError: (error) => failures.push(error),
  })
}

async function record(...events: CanonicalEvent[]): Promise<void> {
  await recordEvents(stores, events)
  await projector.idle()
  expect(failures).toEqual([])
}

function question(service: string, timeZone = 'Europe/Berlin'): MetricsRequest {
  return {
    keys: ['deployment_frequency', 'change_lead_time', 'change_failure_rate', 'failed_deployment_recovery_time', 'deployment_rework_rate'],
    scope: { services: [service] },
    window: { from: new Date('2026-10-31T23:00:00Z'), to: new Date('2026-11-20T12:00:00Z'), timeZone, weekStart: 'MONDAY' },
    interval: 'DAY',
    groupBy: ['TRIGGER'],
    options: resolveOptions(null),
    compare: true,
  }
}

type Watched = { analytics: AnalyticsStore; days: () => number }

/** The store, but for what one kind of statement reads, and how often rows of days were asked for. */
function watched(hidden: string, store: AnalyticsStore): Watched {
  let days = 0
  const analytics: AnalyticsStore = {
    ...store,
    query: async (sql, params, settings) => {
      if (sql.includes('FINAL') && sql.includes('{dayMeasures:')) days += 1
      return sql.includes(hidden) ? [] : store.query(sql, params, settings)
    },
  }
  return { analytics, days: () => days }
}

/** One for each store, so that what was given before may be given again. */
const asking = new WeakMap<AnalyticsStore, Watched>()

function askingOf(store: AnalyticsStore): Watched {
  const known = asking.get(store) ?? watched('nothing', store)
  asking.set(store, known)
  return known
}

/** The same question of all services together, and of windows that cut days in which there are rollouts. */
function widened(asked: MetricsRequest): MetricsRequest[] {
  const cut = { ...asked.window, from: new Date('2026-11-03T09:05:00Z'), to: new Date('2026-11-10T09:05:00Z') }
  return [
    { ...asked, scope: {} },
    { ...asked, scope: {}, window: cut, interval: null },
    { ...asked, window: cut, interval: null },
  ]
}

/** The numbers from the days, which must be those from the records. */
async function numbersOf(asked: MetricsRequest, store = stores.analytics): Promise<unknown> {
  const [fromDays, fromRecords] = [askingOf(store), watched('FROM kept_days', store)]
  const [given, wanted] = [await runMetrics(fromDays.analytics, asked, NOW), await runMetrics(fromRecords.analytics, asked, NOW)]
  expect(fromDays.days()).toBeGreaterThan(0)
  expect(fromRecords.days()).toBe(0)
  expect(shown(given)).toEqual(shown(wanted))
  const valuesAlone = await runMetrics(fromDays.analytics, { ...asked, stats: false }, NOW)
  expect(valuesOf(valuesAlone)).toEqual(valuesOf(wanted))
  return shown(given)
}

function shown(results: readonly MetricResult[]) {
  const value = ({ value: number, n, interval, coverage, stats, excluded }: MetricResult['groups'][number]['total']) => ({
    number,
    n,
    interval,
    coverage,
    stats,
    excluded,
  })
  return results.map(({ groups }) =>
    groups.map(({ dimensions, total, previous, series }) => [
      dimensions,
      value(total),
      previous && value(previous),
      series.map((bucket) => value(bucket.value)),
    ]),
  )
}

function valuesOf(results: readonly MetricResult[]) {
  return results.map(({ groups }) =>
    groups.flatMap(({ total, series }) => [total, ...series.map(({ value }) => value)].map(({ value, n, interval }) => [value, n, interval])),
  )
}

async function countOf(asked: MetricsRequest): Promise<number> {
  const [frequency] = await runMetrics(stores.analytics, { ...asked, groupBy: [] }, NOW)
  return frequency?.groups[0]?.total.n ?? -1
}

const marks = async () => (await stores.analytics.query('SELECT * FROM changed_days FINAL')).length

it('days tell what the records tell, before and after they are made, and after every kind of change', async () => {
  const service = 'harbour'
  const on = (day: string, time: string) => `2026-11-${day}T${time}Z`
  await record(
    event('change.committed', on('02', '08:00:00'), {
      repository: 'github.com/acme/harbour',
      sha: 'aaaaaaa',
      committedAt: on('02', '08:00:00'),
      parents: [],
    }),
    ...rollout(on('02', '22:50:00'), on('02', '23:30:00'), {
      service,
      deployment: 'h1',
      version: '1',
      commit: 'aaaaaaa',
      repository: 'github.com/acme/harbour',
    }),
    ...rollout(on('03', '09:00:00'), on('03', '09:10:00'), { service, deployment: 'h2', version: '2', trigger: 'human' }),
    ...rollout(on('05', '09:00:00'), on('05', '09:10:00'), { service, deployment: 'h3', version: '3', outcome: 'failed' }),
  )
  expect(await marks()).toBeGreaterThan(0)
  await worker.settled()
  expect(await marks()).toBe(0)
  await numbersOf(question(service))
  expect(await countOf(question(service))).toBe(2)

  // A late one, and one that mends the failure days later: the recovery counts on a day of its own.
  await record(
    ...rollout(on('04', '09:00:00'), on('04', '09:10:00'), { service, deployment: 'h4', version: '2.1' }),
    ...rollout(on('07', '09:00:00'), on('07', '09:10:00'), { service, deployment: 'h5', version: '2.1', kind: 'rollback' }),
  )
  expect(await marks()).toBeGreaterThan(0)
  const beforeMade = await numbersOf(question(service))
  await worker.settled()
  expect(await marks()).toBe(0)
  expect(await numbersOf(question(service))).toEqual(beforeMade)

  // Corrected to another day, and to another trigger: nothing may stay where it was.
  await record(
    event(
      'deployment.finished',
      on('10', '09:10:00'),
      { service, environment: 'production', deployment: 'h2', version: '2', outcome: 'succeeded' },
      { revision: 1 },
    ),
    event(
      'deployment.started',
      on('04', '09:00:00'),
      { service, environment: 'production', deployment: 'h4', version: '2.1', trigger: 'automatic' },
      { revision: 1 },
    ),
    event('service.declared', on('01', '00:00:00'), { service, team: 'shipping' }),
  )
  const corrected = await numbersOf(question(service))
  for (const other of widened(question(service))) await numbersOf(other)
  await worker.settled()
  for (const other of widened(question(service))) await numbersOf(other)
  for (const other of widened(question(service)))
    await numbersOf(
      other,
      teamView(stores.analytics, () => ['shipping']),
    )
  expect(await numbersOf(question(service))).toEqual(corrected)
  expect(await countOf(question(service))).toBe(3)
  expect(await countOf({ ...question(service), scope: { teams: ['shipping'] } })).toBe(3)
  expect(failures).toEqual([])
})

it('a zone is kept from when it was first asked for', async () => {
  await record(...rollout('10:00:00', '10:10:00', { service: 'jetty', deployment: 'j1', version: '1' }))
  await worker.settled()
  const asked = question('jetty', 'Asia/Kathmandu')
  const before = watched('nothing', stores.analytics)
  await runMetrics(before.analytics, asked, NOW)
  expect(before.days()).toBe(0)
  await worker.settled()
  await numbersOf(asked)
})

it('the day of a service that is still to be derived keeps its mark, since its facts may not be written yet', async () => {
  await projector.stop()
  await stores.analytics.insert('changed_days', [{ service: 'buoy', day: '2026-11-02', version: 1, deleted: 0 }])
  await markDirty(stores.control.dataSource, ['buoy'])
  expect((await markedDays(stores.analytics, stores.control.dataSource)).services).toEqual([])
  await worker.settled()
  expect(await marks()).toBe(1)
  await stores.control.dataSource.query('DELETE FROM dirty_services')
  await worker.settled()
  expect(await marks()).toBe(0)
})

it('one process makes days at a time, and another goes on once it has stopped', async () => {
  expect(await takeLease(stores.control.dataSource, 'days', 'another')).toBe(false)
  const second = startDays(stores)
  await stores.analytics.insert('changed_days', [{ service: 'pier', day: '2026-11-02', version: 2, deleted: 0 }])
  await second.settled()
  expect(await marks()).toBe(1)
  await worker.stop()
  await second.settled()
  expect(await marks()).toBe(0)
  await second.stop()
})
