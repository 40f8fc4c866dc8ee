import { describe, expect, it } from 'vitest'
import { defaultAlertThresholds } from '../domain/alert-thresholds.js'
import { evaluate } from './alerting.js'
import type { Condition } from './condition.js'
import {
  alerts,
  dataSource,
  declareExperiment,
  later,
  look,
  messages,
  minutes,
  now,
  route,
  send,
  slo,
  told,
  useAlerting,
  world,
} from '../test/alerting.js'

useAlerting()

describe('a burning budget', () => {
  it('is told once while it lasts, and once when it is over', async () => {
    await route('pager', { severities: ['page'] })
    await minutes(Array.from({ length: 60 }, () => 0))
    await look()
    expect(await alerts()).toEqual([])
    later(20)
    await minutes(Array.from({ length: 20 }, () => 50))
    for (let minute = 0; minute < 3; minute += 1) await look()
    await send()
    expect(told()).toEqual(['/pager alert.firing'])
    const [firing, ...others] = await alerts()
    // Whoever is paged needs no ticket as well.
    expect(others).toEqual([])
    expect(firing).toMatchObject({ rule: 'burn_rate', severity: 'page', state: 'firing' })
    // 1,000 bad of 6,000 in the hour: 16.7 % of a budget of 1 %.
    expect((firing?.condition as Condition).summary).toContain('16.7 times as fast as allowed over 1 h')
    later(40)
    await minutes(Array.from({ length: 40 }, () => 0))
    await look()
    await look()
    await send()
    expect(told()).toEqual(['/pager alert.firing', '/pager alert.resolved'])
    const [first, second] = world.server.recorded.map(({ body }) => JSON.parse(body) as { data: { key: string; dashboardUrl: string } })
    expect(first?.data.key).toBe(second?.data.key)
    expect(first?.data.dashboardUrl).toBe('https://windsock.example/slo?name=cart%20answers')
  })

  it('says in which environments of production it was measured, from its start to its end', async () => {
    await route('pager', { severities: ['page'] })
    await minutes(
      Array.from({ length: 60 }, () => 50),
      { environment: 'production-eu' },
    )
    const everywhere = ['production-eu', 'production-us']
    await look(undefined, [], everywhere)
    later(60)
    for (const environment of everywhere)
      await minutes(
        Array.from({ length: 60 }, () => 0),
        { environment },
      )
    await look(undefined, [], everywhere)
    await send()
    const heard = world.server.recorded.map(({ body }) => (JSON.parse(body) as { data: { environment: string } }).data.environment)
    expect(heard).toEqual(['production-eu', 'production-eu'])
  })

  it('with a handful of bad events wakes nobody', async () => {
    const few = Array.from({ length: 20 }, (_, index) => (index === 19 ? 100 : 0))
    await minutes(few)
    await look([slo('loud', { objectives: [{ ...slo('').objectives[0]!, target: 0.9999 }] })])
    expect((await alerts()).map(({ severity }) => severity)).toEqual(['page'])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    await world.stores.analytics.command('TRUNCATE TABLE sli_minutes')
    await minutes(few.map((bad) => (bad > 0 ? 9 : 0)))
    await look([slo('quiet', { objectives: [{ ...slo('').objectives[0]!, target: 0.9999 }] })])
    expect(await alerts()).toEqual([])
  })

  it('is suppressed while an experiment is declared, unless it is far beyond its rule', async () => {
    await route('pager')
    await declareExperiment()
    // 16 % bad: 16 times as fast, where 14.4 is allowed and 28.8 is hard.
    await minutes(Array.from({ length: 60 }, () => 16))
    await look()
    expect((await messages()).map(({ state, reason }) => [state, reason])).toEqual([['suppressed', 'an experiment is declared: a game day']])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    later(60)
    await minutes(Array.from({ length: 60 }, () => 60))
    await declareExperiment()
    await look()
    expect((await messages()).map(({ state }) => state)).toEqual(['pending'])
  })

  it('of a composite is told as one, by the weights of its parts', async () => {
    const [part] = slo('').objectives
    const composite = (weight: number) =>
      slo('checkout', {
        indicator: null,
        objectives: [
          { ...part!, indicator: 'availability', compositeWeight: weight },
          { ...part!, indicator: 'latency', compositeWeight: null },
        ],
      })
    await minutes(Array.from({ length: 60 }, () => 0))
    await minutes(
      Array.from({ length: 60 }, () => 40),
      { sli: 'latency' },
    )
    // Bad are 40 % of one part in ten: 4 times as fast as allowed, where 14.4 and 6 are told.
    await look([composite(9)])
    expect((await alerts()).filter(({ severity }) => severity === 'page')).toEqual([])
    // Of two parts alike: 20 times.
    await look([composite(1)])
    const [page, ...others] = (await alerts()).filter(({ severity }) => severity === 'page')
    expect(others).toEqual([])
    expect((page?.condition as Condition).summary).toContain('the composite of 2 objectives burned 20.0 times as fast as allowed over 1 h')
  })

  it('is left as it is while the store cannot be asked', async () => {
    await minutes(Array.from({ length: 60 }, () => 50))
    await look()
    const broken = {
      ...world.stores.analytics,
      query: <T>(sql: string, ...rest: []) =>
        sql.includes('sli_minutes') ? Promise.reject(new Error('away')) : world.stores.analytics.query<T>(sql, ...rest),
    }
    const failures: unknown[] = []
    const options = {
      dataSource: dataSource(),
      analytics: world.stores.analytics,
      publicUrl: () => '',
      onError: (error: unknown) => failures.push(error),
    }
    later(1)
    await evaluate(options, {
      analytics: broken as never,
      at: now(),
      slos: [slo('cart answers')],
      policies: new Map(),
      environments: ['production'],
      thresholds: defaultAlertThresholds,
    })
    expect(failures.length).toBeGreaterThan(0)
    expect((await alerts()).map(({ state }) => state)).toEqual(['firing'])
  })
})

describe('silence', () => {
  it('is told after a quarter of an hour, and ends with the next data', async () => {
    await route('tickets')
    await minutes([0, 0, 0])
    later(14)
    await look()
    expect(await alerts()).toEqual([])
    later(1)
    await look()
    await send()
    expect(told()).toEqual(['/tickets alert.firing'])
    later(5)
    await minutes([0])
    await look()
    await send()
    expect(told()).toEqual(['/tickets alert.firing', '/tickets alert.resolved'])
  })

  it('is not where readings come that say that nothing happened', async () => {
    await minutes([0])
    later(60)
    await minutes(
      Array.from({ length: 60 }, () => 0),
      { total: 0 },
    )
    await look()
    expect(await alerts()).toEqual([])
  })

  it('of one environment or region of several is told of that one', async () => {
    const places = [
      { environment: 'production-eu' },
      { environment: 'production-us', region: 'east' },
      { environment: 'production-us', region: 'west' },
    ]
    for (const place of places) await minutes([0], place)
    later(20)
    await minutes([0], { environment: 'production-us', region: 'west' })
    await look(undefined, [], ['production-eu', 'production-us'])
    const titles = (await alerts()).map(({ condition }) => (condition as Condition).title)
    expect(titles.sort()).toEqual([
      'cart no longer reports availability from production-eu',
      'cart no longer reports availability from production-us, region east',
    ])
    later(1)
    await minutes([0], { environment: 'production-eu' })
    await minutes([0], { environment: 'production-us', region: 'west' })
    await look(undefined, [], ['production-eu', 'production-us'])
    expect((await alerts()).filter(({ state }) => state === 'firing')).toHaveLength(1)
  })

  it('is told as early as the workspace says', async () => {
    await minutes([0])
    later(5)
    await look(undefined, [], undefined, { alertSilentMinutes: 6 })
    expect(await alerts()).toEqual([])
    await look(undefined, [], undefined, { alertSilentMinutes: 5 })
    expect(await alerts()).toHaveLength(1)
  })

  it('of an objective that never had data is no alert', async () => {
    await look()
    expect(await alerts()).toEqual([])
  })
})
