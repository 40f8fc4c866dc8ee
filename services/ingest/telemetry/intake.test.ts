import { beforeEach, describe, expect, it } from 'vitest'
import type { Indicator } from '../../slo/slo.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { createTelemetryIntake, type TelemetryIntake } from './intake.js'
import { createCollector, seriesOf, type Decoded, type Refusal, type TelemetryPoint } from './point.js'
import { createSeriesList } from './series-list.js'

const NOW = new Date('2026-11-02T10:00:00Z')
const requests: Indicator = {
  name: 'requests',
  displayName: '',
  description: '',
  service: null,
  unit: '1',
  measure: { kind: 'ratio', good: null, bad: { metric: 'errors_total', matchers: [] }, total: { metric: 'requests_total', matchers: [] } },
  labels: {},
}

function pointOf(metric: string, more: Record<string, string>, at = NOW.getTime()): TelemetryPoint {
  const labels = { service: 'cart', ...more }
  return { metric, labels, series: seriesOf(metric, labels), at, startAt: null, temporality: 'cumulative', value: 1, distribution: null }
}

const pods = (metric: string, count: number) => Array.from({ length: count }, (_, pod) => pointOf(metric, { pod: String(pod) }))

const decoded = (points: TelemetryPoint[], refused: Refusal[] = []): Decoded => ({ points, refused })

let stored: Record<string, object[]>
let fails = false
const analytics = {
  async insert(table: string, rows: object[]) {
    if (fails) throw new Error('away')
    stored[table] = [...(stored[table] ?? []), ...rows]
  },
} as unknown as AnalyticsStore

let intake: TelemetryIntake

beforeEach(() => {
  stored = {}
  fails = false
  intake = createTelemetryIntake({ analytics, indicators: async () => INDICATORS, now: () => NOW, seriesLimit: 60 })
})

const INDICATORS = [requests]

describe('the limit of series', () => {
  it('counts only series that an indicator asks for', async () => {
    expect(await intake.take(decoded(pods('unrelated', 80)), 'shop')).toEqual([])
    expect(await intake.take(decoded(pods('requests_total', 60)), 'shop')).toEqual([])
    expect(stored.sli_samples).toHaveLength(60)
    expect(await intake.take(decoded([...pods('requests_total', 62), ...pods('unrelated', 80)]), 'shop')).toMatchObject([{ count: 2 }])
    expect(intake.sources()).toMatchObject([{ source: 'shop', series: 60, refused: 2 }])
  })

  it('is of each source', async () => {
    await intake.take(decoded(pods('requests_total', 60)), 'shop')
    expect(await intake.take(decoded(pods('requests_total', 60)), 'other')).toEqual([])
  })
})

describe('what is told of a source', () => {
  it('counts every refusal by its reason, with the last example', async () => {
    const send = async (...values: number[]) => {
      const collector = createCollector(NOW)
      for (const value of values) collector.add({ ...pointOf('requests_total', { pod: String(value) }), value })
      return await intake.take(collector.result(), 'shop')
    }
    await send(1, -1, -2, NaN)
    await send(-3)
    intake.refuse('The body is no snappy block.', 'shop')
    const [{ refusals, ...source }] = intake.sources() as [ReturnType<TelemetryIntake['sources']>[number]]
    expect(source).toMatchObject({ source: 'shop', points: 6, stored: 1, refused: 5, series: 1, lastReadingAt: NOW })
    expect(refusals).toEqual([
      { reason: 'The body is no snappy block.', count: 1, example: '', lastAt: NOW },
      {
        reason: 'requests_total: a negative count',
        count: 3,
        example: 'requests_total{service="cart", pod="-3"} -3 at 2026-11-02T10:00:00.000Z',
        lastAt: NOW,
      },
      { reason: 'requests_total: NaN or infinity', count: 1, example: expect.stringContaining('NaN'), lastAt: NOW },
    ])
  })

  it('holds the last fifty reasons', async () => {
    for (let number = 0; number < 60; number += 1) intake.refuse(`reason ${number}`, 'shop')
    const [source] = intake.sources()
    expect(source?.refused).toBe(60)
    expect(source?.refusals.map(({ reason }) => reason)).toEqual(Array.from({ length: 50 }, (_, index) => `reason ${59 - index}`))
  })
})

describe('the list of series', () => {
  const list = () => createSeriesList({ analytics, now: () => NOW, mostUnasked: 5 })

  it('has room for so many that nobody asks for, and for all that an indicator asks for', async () => {
    const one = list()
    await one.note({ asked: pods('requests_total', 20), unasked: pods('unrelated', 20) }, 'shop')
    await one.note({ asked: pods('requests_total', 20), unasked: pods('unrelated', 20) }, 'shop')
    expect(stored.telemetry_series).toHaveLength(25)
  })

  it('has a series once though it comes several times in one request', async () => {
    await list().note({ asked: [pointOf('requests_total', {}), pointOf('requests_total', {}, NOW.getTime() - 1)], unasked: [] }, 'shop')
    expect(stored.telemetry_series).toHaveLength(1)
  })

  it('lists later what could not be stored', async () => {
    const one = list()
    fails = true
    await expect(one.note({ asked: pods('requests_total', 2), unasked: [] }, 'shop')).rejects.toThrow('away')
    fails = false
    await one.note({ asked: pods('requests_total', 2), unasked: [] }, 'shop')
    expect(stored.telemetry_series).toHaveLength(2)
  })
})
