import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sloStatus } from '../slo/status.js'
import type { Slo } from '../slo/slo.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { makeHours } from '../ingest/telemetry/hours.js'
import { storeEffects, storeMinutes, type EffectRow, type MinuteRow } from '../test/telemetry-rows.js'
import { readEvidence } from './evidence.js'
import { defaultWorkspaceChoices, resolveOptions, type ObjectiveInForce } from './options.js'
import { runMetrics, type MetricsRequest, type MetricValue } from './run-metrics.js'

let stores: TestStores
const NOW = new Date('2026-11-09T00:00:00Z')
const WEEK = { from: new Date('2026-11-02T00:00:00Z'), to: new Date('2026-11-09T00:00:00Z'), timeZone: 'UTC', weekStart: 'MONDAY' as const }

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(async () => {
  for (const table of ['sli_minutes', 'sli_hours', 'release_effects', 'deployments', 'services'])
    await stores.analytics.command(`TRUNCATE TABLE ${table}`)
})

const PRODUCTION = { sql: "environment = 'production'", params: {} }

async function ask(key: string, more: Partial<MetricsRequest> = {}, objectives: readonly ObjectiveInForce[] = [], minutesSince = new Date(0)) {
  const options = resolveOptions(null, { ...defaultWorkspaceChoices, telemetry: { objectives, production: PRODUCTION, minutesSince } })
  const request = { keys: [key], scope: {}, window: WEEK, interval: null, groupBy: [], options, compare: false, ...more }
  const [result] = await runMetrics(stores.analytics, request as MetricsRequest, NOW)
  return result?.groups ?? []
}

async function evidenceOf(value: MetricValue | undefined) {
  if (!value) throw new Error('no value')
  return (await readEvidence(stores.analytics, value.evidence, 'ALL', { first: 100 })).edges.map(({ node }) => node)
}

const bare = { position: 1, op: null, value: null, method: 'Occurrences' as const, sliceTarget: null, sliceSeconds: null }
const objective = (slo: string, service: string, target: number, more: Partial<ObjectiveInForce> = {}): ObjectiveInForce => ({
  ...bare,
  slo,
  title: slo,
  service,
  indicator: 'availability',
  target,
  ...more,
})

describe('SLO attainment', () => {
  it('pools what objectives count, and says what is left of their budgets', async () => {
    await minutes([
      { minute: '2026-11-02T10:00:00Z', good: 990, total: 1000 },
      { minute: '2026-11-03T10:00:00Z', good: 1000, total: 1000 },
      { service: 'search', minute: '2026-11-03T10:00:00Z', good: 80, total: 100 },
      // Neither is in production nor in the window.
      { environment: 'staging', minute: '2026-11-03T10:00:00Z', good: 0, total: 1000 },
      { minute: '2026-11-09T00:00:00Z', good: 0, total: 1000 },
    ])
    const objectives = [objective('cart-available', 'cart', 0.99), objective('search-available', 'search', 0.9)]
    const [whole] = await ask('slo_attainment', { interval: 'DAY' }, objectives)
    // 1,990 and 80 good of 2,000 and 100; bad 30, allowed 20 + 10.
    expect(whole?.total).toMatchObject({ value: 2070 / 2100, n: 3, stats: { good: 2070, total: 2100, burn: 1, budgetLeft: 0, objectives: 2 } })
    expect(whole?.series.map(({ value }) => value.value)).toEqual([0.99, 1080 / 1100, null, null, null, null, null])
    const groups = await ask('slo_attainment', { groupBy: ['SERVICE'] }, objectives)
    expect(groups.map(({ dimensions, total }) => [dimensions[0]?.value, total.value, total.stats.burn])).toEqual([
      ['cart', 0.995, 0.5],
      ['search', 0.8, 2],
    ])
    const evidence = await evidenceOf(whole?.total)
    expect(evidence.map(({ title, at, value }) => [title, at, value])).toEqual([
      ['search-available', '2026-11-03T10:00:00.000Z', 0.8],
      ['cart-available', '2026-11-03T10:00:00.000Z', 1],
      ['cart-available', '2026-11-02T10:00:00.000Z', 0.99],
    ])
  })

  it('counts events by the hour as it does by the minute, and leaves out what only minutes can tell', async () => {
    await minutes([
      { minute: '2026-11-02T10:01:00Z', good: 90, total: 100 },
      { minute: '2026-11-02T10:02:00Z', good: 99, total: 100, region: 'east' },
      { minute: '2026-11-02T23:59:00Z', good: 10, total: 10 },
      { minute: '2026-11-03T00:00:00Z', good: 30, total: 40 },
      { sli: 'queue', minute: '2026-11-02T10:01:00Z', value: 50 },
      { sli: 'queue', minute: '2026-11-03T10:01:00Z', value: 5 },
    ])
    const below = objective('short-queue', 'cart', 0.9, { indicator: 'queue', op: 'lt', value: 10 })
    const available = objective('cart-available', 'cart', 0.9)
    const asked = async (since: Date, ...objectives: ObjectiveInForce[]) => {
      const [whole] = await ask('slo_attainment', { interval: 'DAY' }, objectives, since)
      return [whole?.total.stats.good, whole?.total.stats.total, ...(whole?.series.slice(0, 2).map(({ value }) => value.stats.total) ?? [])]
    }
    const byMinutes = await asked(new Date(0), available)
    expect(byMinutes).toEqual([229, 250, 210, 40])
    await makeHours({ analytics: stores.analytics, dataSource: stores.control.dataSource, minutesDays: 100 }, NOW)
    await stores.analytics.command(`DELETE FROM sli_minutes WHERE minute < toDateTime('2026-11-03', 'UTC')`)
    expect(await asked(new Date('2026-11-03T00:00:00Z'), available)).toEqual(byMinutes)
    expect(await asked(new Date('2026-11-03T00:00:00Z'), below)).toEqual([1, 1, null, 1])
  })

  it('is null without data and without objectives', async () => {
    expect((await ask('slo_attainment', {}, [objective('cart-available', 'cart', 0.99)]))[0]?.total).toMatchObject({ value: null, n: 0 })
    await minutes([{ minute: '2026-11-02T10:00:00Z', good: 1, total: 1 }])
    expect((await ask('slo_attainment'))[0]?.total.value).toBeNull()
  })

  it('counts values by the minute and slices of time whole', async () => {
    await minutes([
      { sli: 'queue', minute: '2026-11-02T10:00:00Z', value: 5 },
      { sli: 'queue', minute: '2026-11-02T10:01:00Z', value: 15 },
      { sli: 'queue', minute: '2026-11-02T10:02:00Z', value: 9 },
      { minute: '2026-11-02T10:01:00Z', good: 50, total: 100 },
      { minute: '2026-11-02T10:04:00Z', good: 900, total: 900 },
      { minute: '2026-11-02T10:05:00Z', good: 89, total: 100 },
    ])
    const below = objective('short-queue', 'cart', 0.9, { indicator: 'queue', op: 'lt', value: 10 })
    expect((await ask('slo_attainment', {}, [below]))[0]?.total.value).toBeCloseTo(2 / 3, 8)
    // Slices of five minutes: 950 of 1,000 and 89 of 100, of which 0.9 must be good.
    const sliced = objective('cart-slices', 'cart', 0.9, { method: 'Timeslices', sliceTarget: 0.9, sliceSeconds: 300 })
    expect((await ask('slo_attainment', {}, [sliced]))[0]?.total).toMatchObject({ value: 0.5, stats: { good: 1, total: 2 } })
    const ratios = objective('cart-ratios', 'cart', 0.9, { method: 'RatioTimeslices', sliceSeconds: 300 })
    expect((await ask('slo_attainment', {}, [ratios]))[0]?.total.value).toBeCloseTo((0.95 + 0.89) / 2, 9)
  })

  it('is what the page of the objective says, over random minutes of every kind', async () => {
    const told = fc.array(
      fc.record({ place: fc.nat(2), minute: fc.nat(300), good: fc.nat(50), bad: fc.nat(9), value: fc.integer({ min: 0, max: 20 }) }),
      { minLength: 1, maxLength: 60 },
    )
    const methods = fc.constantFrom<Slo['budgetingMethod'][]>('Occurrences', 'Timeslices', 'RatioTimeslices')
    await fc.assert(
      fc.asyncProperty(told, methods, fc.boolean(), fc.constantFrom(60, 300, 3600), async (rows, method, isValue, seconds) => {
        await stores.analytics.command('TRUNCATE TABLE sli_minutes')
        const distinct = new Map(rows.map((row) => [`${row.place} ${row.minute}`, row]))
        await minutes(
          [...distinct.values()].map(({ place, minute, good, bad, value }) => ({
            region: `region-${place}`,
            minute: new Date(WEEK.from.getTime() + minute * 60_000).toISOString(),
            ...(isValue ? { value } : { good, total: good + bad }),
          })),
        )
        const limit = isValue ? { op: 'lte' as const, value: 8 } : { op: null, value: null }
        const declared = {
          displayName: '',
          target: 0.97,
          ...limit,
          timeSliceTarget: 0.9,
          timeSliceSeconds: seconds,
          indicator: null,
          compositeWeight: null,
        }
        const slo: Slo = {
          name: 'cart',
          displayName: '',
          description: '',
          service: 'cart',
          indicator: 'availability',
          windowSeconds: 7 * 86_400,
          budgetingMethod: method,
          objectives: [declared],
          alertPolicies: [],
        }
        const inForce = objective('cart', 'cart', 0.97, { ...limit, method, sliceTarget: 0.9, sliceSeconds: seconds })
        const status = (await sloStatus(stores.analytics, slo, ['production'], WEEK.to)).objectives[0]
        const total = (await ask('slo_attainment', { interval: 'HOUR' }, [inForce]))[0]?.total
        expect([total?.stats.good, total?.stats.total]).toEqual(status?.total === 0 ? [null, null] : [status?.good, status?.total])
        if (status?.total) expect(total?.stats.burn).toBeCloseTo(status.burns.at(-1)?.burn ?? NaN, 6)
      }),
      { numRuns: 30, seed: 20_261_124 },
    )
  })
})

const minutes = (rows: readonly MinuteRow[]) => storeMinutes(stores.analytics, rows)
const effects = (rows: readonly EffectRow[]) => storeEffects(stores.analytics, rows)

type Rollout = { id: string; service?: string; kind?: string; outcome?: string; anchor?: string; trigger?: string }

async function deployments(rows: readonly Rollout[]): Promise<void> {
  await stores.analytics.command(`INSERT INTO services (service, team, version) VALUES ('cart', 'shop', 1)`)
  for (const { id, service = 'cart', kind = 'change', outcome = 'succeeded', anchor = '2026-11-03 10:00:00', trigger = 'human' } of rows) {
    await stores.analytics.command(
      `INSERT INTO deployments (service, anchor, id, environment, production, team, version_name, outcome, kind, trigger, version)
       VALUES ({service:String}, {anchor:String}, {id:String}, 'production', true, 'shop', concat('v-', {id:String}), {outcome:String}, {kind:String}, {trigger:String}, 1)`,
      { id, service, kind, outcome, anchor, trigger },
    )
  }
}

describe('post-deploy SLI change', () => {
  it('is the median over rollouts and indicators, and counts rollouts that regressed', async () => {
    await deployments(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({
        id,
        kind: { e: 'rollback', f: 'redeploy' }[id] ?? 'change',
        outcome: id === 'g' ? 'failed' : 'succeeded',
      })),
    )
    await effects([
      { id: 'a', change: 0.01 },
      { id: 'a', sli: 'latency', change: 0.03, p95: [0.2, 0.5] },
      { id: 'b', change: 0, p95: [100, 150], unit: 'ms' },
      // A region of it regressed, the whole did not.
      { id: 'c', change: -0.01 },
      { id: 'c', change: 0.2, regressed: true, part: 'eu' },
      { id: 'd', change: 0.9, settled: false },
      { id: 'e', change: 0.9, regressed: true },
      { id: 'h', change: null, totals: [100, 0] },
      { id: 'h', sli: 'queue', change: null, totals: [0, 0] },
    ])
    const [whole] = await ask('post_deploy_sli_change', { interval: 'WEEK' })
    // Of −0.01, 0, 0.01, 0.03 the median is 0.005 and the 90th percentile 0.01 + 0.7 × 0.02.
    expect(whole?.total.value).toBeCloseTo(0.005, 12)
    expect(whole?.total).toMatchObject({ n: 4, interval: null, coverage: 3 / 4 })
    expect(whole?.total.stats).toMatchObject({ deployments: 3, regressed: 1, regressedShare: 1 / 3 })
    expect(whole?.total.stats.p90).toBeCloseTo(0.024, 12)
    // p95 rose by 0.3 s and 0.05 s, the median latency by half of each.
    expect(whole?.total.stats.latencyP95).toBeCloseTo(0.175, 9)
    expect(whole?.total.stats.latencyP50).toBeCloseTo(0.0875, 9)
    expect(whole?.series[0]?.value.value).toBeCloseTo(0.005, 12)
    expect(whole?.total.excluded.map(({ reason, count }) => [reason, count])).toEqual([
      ['one_sided', 1],
      ['no_events', 1],
      ['open', 1],
      ['not_succeeded', 1],
      ['rollback', 1],
      ['redeploy', 1],
    ])
    const evidence = await evidenceOf(whole?.total)
    expect(evidence.find(({ id }) => id === 'c availability')).toMatchObject({
      value: -0.01,
      state: 'counted',
      fields: expect.arrayContaining([{ name: 'verdict', value: 'regressed' }]),
    })
    expect(evidence).toHaveLength(10)
  })

  it('says of rollouts without telemetry that they have none', async () => {
    await deployments([{ id: 'a' }, { id: 'b', service: 'other' }])
    const [whole] = await ask('post_deploy_sli_change')
    expect(whole?.total).toMatchObject({ value: null, n: 0, coverage: 0, excluded: [{ reason: 'no_telemetry', count: 2 }] })
  })
})
