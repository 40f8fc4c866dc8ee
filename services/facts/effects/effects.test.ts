import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Slo } from '../../slo/slo.js'
import { event, rollout } from '../../test/event-builders.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { startProjector } from '../projector.js'
import { recordEvents } from '../record-events.js'
import { startEffectsWorker } from './effects-worker.js'
import type { Declared } from './refresh-effects.js'

let stores: TestStores
let clock = 0
let declared: Declared = { indicators: [], slos: [] }

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(async () => {
  for (const table of ['sli_minutes', 'release_effects', 'deployments', 'events', 'events_by_scope', 'services', 'incidents'])
    await stores.analytics.command(`TRUNCATE TABLE ${table}`)
  await stores.control.dataSource.query("DELETE FROM settings WHERE key = 'effects.seen'")
  declared = { indicators: [], slos: [] }
  clock = at('12:00')
})

const at = (time: string, week = 0) => Date.parse(`2026-11-02T${time}:00Z`) - week * 7 * 86_400_000

type Minutes = {
  from: string
  count: number
  bad: number
  week?: number
  sli?: string
  region?: string
  cohort?: string
  buckets?: [number, number][]
  version?: number
}

/** So many minutes of a hundred events each, so many of them bad. */
async function minutes(...spans: Minutes[]): Promise<void> {
  const rows = spans.flatMap(({ from, count, bad, week = 0, sli = 'availability', region = '', cohort = '', buckets = [], version }) =>
    Array.from({ length: count }, (_, index) => ({
      service: 'checkout',
      sli,
      environment: 'production',
      minute: new Date(at(from, week) + index * 60_000).toISOString(),
      region,
      cohort,
      version_name: '',
      good: String((100 - bad) * 1e6),
      total: String(100e6),
      value_sum: '0',
      value_count: 0,
      value_min: '0',
      value_max: '0',
      cost: '0',
      bucket_index: buckets.map(([place]) => place),
      bucket_count: buckets.map(([, number]) => number),
      samples: 1,
      version: version ?? clock,
    })),
  )
  await stores.analytics.insert('sli_minutes', rows)
}

/** Facts and effects until neither has anything to say to the other. */
async function settle(): Promise<void> {
  const { analytics, control } = stores
  const projector = await startProjector(stores, { worker: 'test' })
  const fail = (error: unknown) => {
    throw error
  }
  const worker = startEffectsWorker({
    analytics,
    dataSource: control.dataSource,
    declared: async () => declared,
    now: () => new Date(clock),
    onMarked: projector.nudge,
    onError: fail,
  })
  for (let round = 0; round < 2; round += 1) {
    await projector.idle()
    await worker.settled()
  }
  await projector.idle()
  await Promise.all([projector.stop(), worker.stop()])
}

type Row = Record<string, unknown> & { sli: string; part_kind: string; part: string; deployment: string }

async function effects(): Promise<Row[]> {
  return await stores.analytics.query<Row>(
    'SELECT * EXCEPT (row_hash, version) FROM release_effects FINAL ORDER BY anchor, deployment, sli, part_kind, part',
  )
}

const record = (events: Parameters<typeof recordEvents>[1]) => recordEvents(stores, events)

function objective(target: number): Slo {
  const bare = { displayName: '', op: null, value: null, timeSliceTarget: null, timeSliceSeconds: null, indicator: null, compositeWeight: null }
  return {
    name: 'checkout-available',
    displayName: '',
    description: '',
    service: 'checkout',
    indicator: 'availability',
    windowSeconds: 30 * 86_400,
    budgetingMethod: 'Occurrences',
    objectives: [{ ...bare, target }],
    alertPolicies: [],
  }
}

describe('effects of releases', () => {
  it('sets the half hour after a rollout against the one before', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    // The rollout's own four minutes belong to neither side.
    await minutes({ from: '09:20', count: 40, bad: 1 }, { from: '10:00', count: 4, bad: 50 }, { from: '10:04', count: 40, bad: 5 })
    await settle()
    // Before: 30 of 3,000. After: 150 of 3,000. The ratio rose by 0.04.
    expect(await effects()).toMatchObject([
      {
        deployment: 'd1',
        sli: 'availability',
        part_kind: 'all',
        good_before: '2970000000',
        total_before: '3000000000',
        good_after: '2850000000',
        total_after: '3000000000',
        change: '40000000',
        settled: true,
        regressed: true,
      },
    ])
  })

  it('cuts its minutes where another rollout begins or ends', async () => {
    await record([
      ...rollout('09:40:00', '09:45:00', { deployment: 'd1', version: '1.1' }),
      ...rollout('10:00:00', '10:04:00', { deployment: 'd2', version: '1.2' }),
      ...rollout('10:20:30', '10:22:00', { deployment: 'd3', version: '1.3', outcome: 'failed' }),
    ])
    await minutes({ from: '09:00', count: 120, bad: 1 })
    await settle()
    const [, second] = await effects()
    expect(second).toMatchObject({
      deployment: 'd2',
      before_from: '2026-11-02T09:45:00Z',
      before_to: '2026-11-02T10:00:00Z',
      after_from: '2026-11-02T10:04:00Z',
      after_to: '2026-11-02T10:20:00Z',
      total_before: '1500000000',
      total_after: '1600000000',
    })
    expect((await effects()).map(({ deployment }) => deployment)).toEqual(['d1', 'd2'])
  })

  it('finds a regression in one region that the whole hides', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    for (const region of ['eu', 'us', 'ap', 'sa'])
      await minutes({ from: '09:30', count: 30, bad: 10, region }, { from: '10:04', count: 30, bad: region === 'eu' ? 14 : 10, region })
    await settle()
    const found = await effects()
    expect(found.map(({ part_kind, part, regressed }) => [part_kind, part, regressed])).toEqual([
      ['all', '', false],
      ['region', 'ap', false],
      ['region', 'eu', true],
      ['region', 'sa', false],
      ['region', 'us', false],
    ])
  })

  it('knows the season', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    for (const week of [0, 1, 2, 3, 4]) await minutes({ from: '09:30', count: 30, bad: 2, week }, { from: '10:04', count: 30, bad: 6, week })
    await settle()
    expect(await effects()).toMatchObject([{ seasonal_weeks: 4, seasonal_ratio: 3, change: '0', regressed: false }])
  })

  it('says nothing of an indicator of which only earlier weeks were told', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    await minutes({ from: '09:30', count: 90, bad: 1 }, { from: '09:30', count: 90, bad: 1, week: 1, sli: 'gone' })
    await settle()
    expect((await effects()).map(({ sli }) => sli)).toEqual(['availability'])
  })

  it('gives quantiles of latency in the unit of the indicator', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    // All requests in the bucket up to 2^(8/8) = 2, then in that up to 2^(16/8) = 4.
    await minutes(
      { from: '09:30', count: 30, bad: 0, sli: 'latency', buckets: [[8, 100]] },
      { from: '10:04', count: 30, bad: 0, sli: 'latency', buckets: [[16, 100]] },
    )
    await settle()
    const [row] = await effects()
    const [low, high] = [2 ** (7 / 8), 2]
    expect((row?.quantiles_before as string[]).map(Number)).toEqual([0.5, 0.95, 0.99].map((level) => Math.round((low + (high - low) * level) * 1e6)))
    expect(Number((row?.quantiles_after as string[])[0])).toBe(Math.round(((2 ** (15 / 8) + 4) / 2) * 1e6))
  })

  it('waits with its verdict until the minutes are over', async () => {
    clock = at('10:20')
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    await minutes({ from: '09:30', count: 30, bad: 0 }, { from: '10:04', count: 16, bad: 30 })
    await settle()
    expect(await effects()).toMatchObject([{ settled: false, regressed: false, total_after: '1600000000' }])
    clock = at('10:37')
    await settle()
    expect(await effects()).toMatchObject([{ settled: true, regressed: true }])
  })

  it('is the same in whatever order deployments, minutes and late minutes come', async () => {
    const deployments = () =>
      record([
        ...rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }, { id: 'a' }),
        ...rollout('10:30:00', '10:31:00', { deployment: 'd2', version: '1.2' }, { id: 'b' }),
      ])
    const season = () =>
      minutes({ from: '09:30', count: 90, bad: 3, week: 2, version: clock }, { from: '09:30', count: 90, bad: 4, week: 1, version: clock })
    const current = () => minutes({ from: '09:30', count: 90, bad: 2, version: clock })
    const late = () => minutes({ from: '10:10', count: 5, bad: 9, version: clock })
    const results: Row[][] = []
    for (const order of [
      [deployments, season, current, late],
      [season, current, deployments, late],
      [current, late, season, deployments],
    ]) {
      for (const table of ['sli_minutes', 'release_effects', 'deployments', 'events', 'events_by_scope'])
        await stores.analytics.command(`TRUNCATE TABLE ${table}`)
      await stores.control.dataSource.query("DELETE FROM settings WHERE key = 'effects.seen'")
      for (const step of order) {
        clock += 1000
        await step()
        await settle()
      }
      results.push(await effects())
    }
    expect(results[0]).toHaveLength(2)
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
  })

  it('follows the neighbours of a rollout, however late they are told of, moved or withdrawn', async () => {
    const afterOf = async () => (await effects()).filter(({ deployment }) => deployment === 'd1').map(({ after_to }) => after_to)
    clock = at('20:00')
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    await minutes({ from: '09:30', count: 400, bad: 1 })
    await settle()
    expect(await afterOf()).toEqual(['2026-11-02T10:34:00Z'])
    await record(rollout('10:20:00', '10:22:00', { deployment: 'd2', version: '1.2' }))
    await settle()
    expect(await afterOf()).toEqual(['2026-11-02T10:20:00Z'])
    const told = { deployment: 'd2', service: 'checkout', environment: 'production', version: '1.2' }
    await record([
      event('deployment.started', '15:00:00', told, { revision: 1 }),
      event('deployment.finished', '15:02:00', { ...told, outcome: 'succeeded' }, { revision: 1 }),
    ])
    await settle()
    expect(await afterOf()).toEqual(['2026-11-02T10:34:00Z'])
    expect((await effects()).map(({ deployment, after_from }) => [deployment, after_from])).toEqual([
      ['d1', '2026-11-02T10:04:00Z'],
      ['d2', '2026-11-02T15:02:00Z'],
    ])
    await record([event('deployment.finished', '10:10:00', { ...told, deployment: 'd3', outcome: 'failed' })])
    await settle()
    expect(await afterOf()).toEqual(['2026-11-02T10:10:00Z'])
    await record([event('deployment.finished', '10:10:00', { ...told, deployment: 'd3', outcome: 'cancelled' }, { revision: 2 })])
    await settle()
    expect(await afterOf()).toEqual(['2026-11-02T10:34:00Z'])
  })

  it('marks services again whose verdicts were written just before it was stopped', async () => {
    await record(rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }))
    await minutes({ from: '09:30', count: 30, bad: 0 }, { from: '10:04', count: 30, bad: 20 })
    await settle()
    const validations = async () => await stores.analytics.query("SELECT validations FROM deployments FINAL WHERE id = 'd1'")
    expect(await validations()).toEqual([{ validations: ['availability'] }])
    // As if it had been stopped between the two: the effects are there, and the deployment does not know of them.
    await stores.analytics.command(
      "INSERT INTO deployments SELECT * REPLACE ([] AS validations, 'other' AS row_hash, version + 1 AS version) FROM deployments FINAL WHERE id = 'd1'",
    )
    await stores.control.dataSource.query(`UPDATE settings SET value = value || '{"lookedAt": 0}' WHERE key = 'effects.seen'`)
    expect(await validations()).toEqual([{ validations: [] }])
    await settle()
    expect(await validations()).toEqual([{ validations: ['availability'] }])
  })

  it('deletes the effects of a deployment that turns out to have failed', async () => {
    const events = rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' })
    await record(events)
    await minutes({ from: '09:30', count: 70, bad: 1 })
    await settle()
    expect(await effects()).toHaveLength(1)
    await record([
      event(
        'deployment.finished',
        '10:04:00',
        { deployment: 'd1', service: 'checkout', environment: 'production', outcome: 'failed' },
        { revision: 2 },
      ),
    ])
    await settle()
    expect(await effects()).toEqual([])
  })

  it('lays an incident at the regression it began in, and validates the release', async () => {
    declared = { indicators: [], slos: [objective(0.99)] }
    await record([
      ...rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1' }),
      ...rollout('11:00:00', '11:04:00', { deployment: 'd2', version: '1.2' }),
      event('incident.detected', '10:20:00', { incident: 'i1', service: 'checkout', startedAt: '2026-11-02T10:15:00Z' }),
      event('incident.detected', '11:10:00', { incident: 'i2', service: 'checkout', startedAt: '2026-11-02T11:10:00Z' }),
    ])
    await minutes({ from: '09:30', count: 30, bad: 0 }, { from: '10:04', count: 30, bad: 20 }, { from: '10:34', count: 70, bad: 0 })
    await settle()
    const incidents = await stores.analytics.query(
      'SELECT id, attribution_method AS method, attribution_confidence AS confidence, attribution_reason AS reason FROM incidents FINAL ORDER BY id',
    )
    expect(incidents).toEqual([
      { id: 'i1', method: 'regression', confidence: 0.9, reason: 'its indicator availability regressed after that deployment, and it began then' },
      expect.objectContaining({ id: 'i2', method: 'recent' }),
    ])
    const deployments = await stores.analytics.query(
      'SELECT id, validations, validations_last AS passed, slis_seen FROM deployments FINAL ORDER BY id',
    )
    expect(deployments).toEqual([
      { id: 'd1', validations: ['availability'], passed: [false], slis_seen: ['availability'] },
      { id: 'd2', validations: ['availability'], passed: [true], slis_seen: ['availability'] },
    ])
    // A looser objective is met by 80 of 100.
    declared = { indicators: [], slos: [objective(0.75)] }
    await settle()
    expect(await stores.analytics.query("SELECT validations_last AS passed FROM deployments FINAL WHERE id = 'd1'")).toEqual([{ passed: [true] }])
  })
})
