import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CanonicalEvent } from '../../domain/event.js'
import { indicatorHistory } from '../../slo/indicator-history.js'
import { readKept } from '../../slo/kept.js'
import { LONG_KEPT, openTestStores, type TestStores } from '../../test/stores.js'
import { storeMinutes, type MinuteRow } from '../../test/telemetry-rows.js'
import { makeHours } from './hours.js'
import { keepTelemetry } from './keep-telemetry.js'
import { recordSamples } from './record-samples.js'
import { changedPlaces, rollUp } from './roll-up.js'

let stores: TestStores
const NOW = new Date('2026-11-09T10:20:00Z')
const DAYS = { readings: 3, minutes: 100, hours: 800 }

beforeAll(async () => {
  stores = await openTestStores()
})

afterAll(async () => {
  await stores?.close()
})

beforeEach(async () => {
  for (const table of ['sli_samples', 'sli_minutes', 'sli_hours']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
  await stores.control.dataSource.query(`DELETE FROM settings WHERE key = 'telemetry.hours'`)
})

const options = () => ({ analytics: stores.analytics, dataSource: stores.control.dataSource, minutesDays: 100 })

type Hour = { sli: string; region: string; hour: string; good: number; total: number; values: number; count: number }

const hours = () =>
  stores.analytics.query<Hour>(
    `SELECT sli, region, formatDateTime(hour, '%Y-%m-%dT%H', 'UTC') AS hour, toFloat64(good) / 1e6 AS good, toFloat64(total) / 1e6 AS total,
       toFloat64(value_sum) / 1e6 AS values, toUInt32(value_count) AS count
     FROM sli_hours FINAL ORDER BY sli, region, hour`,
  )

/** As one would by hand: each minute of a place, of which no more is good than there was. */
function naive(rows: readonly MinuteRow[]): Hour[] {
  const found = new Map<string, Hour>()
  for (const { sli = 'availability', region = '', minute, good = 0, total = 0, value } of rows) {
    const hour = minute.slice(0, 13)
    const key = [sli, region, hour].join(' ')
    const own = found.get(key) ?? { sli, region, hour, good: 0, total: 0, values: 0, count: 0 }
    found.set(key, {
      ...own,
      good: own.good + Math.min(good, total),
      total: own.total + total,
      values: own.values + (value ?? 0),
      count: own.count + (value === undefined ? 0 : 1),
    })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hour]) => hour)
}

describe('hours', () => {
  it('hold what their minutes do, over random minutes that come in any portions', async () => {
    const row = fc.record({
      sli: fc.constantFrom('availability', 'queue'),
      region: fc.constantFrom('east', 'west'),
      at: fc.integer({ min: 0, max: 3 * 1_440 - 1 }),
      good: fc.nat(20),
      total: fc.nat(20),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { maxLength: 40 }), { maxLength: 3 }), async (portions) => {
        for (const table of ['sli_minutes', 'sli_hours']) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
        await stores.control.dataSource.query(`DELETE FROM settings WHERE key = 'telemetry.hours'`)
        const all = new Map<string, MinuteRow>()
        for (const [index, portion] of portions.entries()) {
          const version = NOW.getTime() + index * 60_000
          const rows = new Map(portion.map((one) => [`${one.sli} ${one.region} ${one.at}`, rowOf(one, version)]))
          for (const [key, one] of rows) all.set(key, one)
          await storeMinutes(stores.analytics, [...rows.values()])
          await makeHours(options(), new Date(version + 30_000))
        }
        expect(await hours()).toEqual(naive([...all.values()]))
      }),
      { numRuns: 25, seed: 20_261_124 },
    )
  })

  it('stay as they are once some of their minutes may be gone', async () => {
    const old = '2026-08-01T10:05:00Z'
    await storeMinutes(stores.analytics, [{ minute: old, good: 9, total: 10 }])
    await makeHours({ ...options(), minutesDays: 200 }, NOW)
    expect(await hours()).toMatchObject([{ good: 9, total: 10 }])
    // Of ten only the one that came again is left.
    await storeMinutes(stores.analytics, [{ minute: old, good: 1, total: 1, version: NOW.getTime() + 60_000 }])
    await makeHours(options(), new Date(NOW.getTime() + 60_000))
    expect(await hours()).toMatchObject([{ good: 9, total: 10 }])
  })

  it('are read where minutes are about to go, from a day on of which all minutes are there', async () => {
    expect((await readKept(stores.control.dataSource)).minutesSince).toEqual(new Date(0))
    await makeHours(options(), NOW)
    // 98 days before the ninth of November.
    expect((await readKept(stores.control.dataSource)).minutesSince).toEqual(new Date('2026-08-03T00:00:00Z'))
  })

  it('go on in the history of an indicator where its minutes end', async () => {
    await storeMinutes(stores.analytics, [
      { minute: '2026-11-01T10:05:00Z', good: 90, total: 100 },
      { minute: '2026-11-01T10:06:00Z', good: 99, total: 100 },
      { minute: '2026-11-02T00:00:00Z', good: 50, total: 50 },
    ])
    const asked = { service: 'cart', environments: ['production'], from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-03T00:00:00Z') }
    const history = async (minutesSince: Date) =>
      (await indicatorHistory(stores.analytics, { ...asked, stepSeconds: 3_600, minutesSince })).flatMap(({ points }) =>
        points.map(({ at, good, total }) => [at.toISOString(), good, total]),
      )
    const byMinutes = await history(asked.from)
    expect(byMinutes).toEqual([
      ['2026-11-01T10:00:00.000Z', 189, 200],
      ['2026-11-02T00:00:00.000Z', 50, 50],
    ])
    await makeHours(options(), NOW)
    await stores.analytics.command(`DELETE FROM sli_minutes WHERE minute < toDateTime('2026-11-02', 'UTC')`)
    expect(await history(new Date('2026-11-02T00:00:00Z'))).toEqual(byMinutes)
  })
})

const rowOf = ({ sli, region, at, good, total }: { sli: string; region: string; at: number; good: number; total: number }, version: number) => {
  const minute = new Date(Date.parse('2026-11-03T00:00:00Z') + at * 60_000).toISOString()
  return sli === 'queue' ? { sli, region, minute, value: good, version } : { sli, region, minute, good, total, version }
}

describe('what is kept', () => {
  it('is changed only where it is to be another', async () => {
    await keepTelemetry(stores.analytics, { readings: 5, minutes: 120, hours: 900 })
    const sent: string[] = []
    const watched = {
      ...stores.analytics,
      command: (sql: string) => {
        sent.push(sql)
        return stores.analytics.command(sql)
      },
    }
    await keepTelemetry(watched, { readings: 5, minutes: 120, hours: 900 })
    expect(sent).toEqual([])
    await keepTelemetry(watched, { readings: 5, minutes: 120, hours: 800 })
    expect(sent).toEqual(['ALTER TABLE sli_hours MODIFY TTL hour + toIntervalDay(800)'])
    await keepTelemetry(stores.analytics, LONG_KEPT)
  })

  it('are minutes and hours of so many days, and no more', async () => {
    await keepTelemetry(stores.analytics, DAYS)
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    await storeMinutes(stores.analytics, [{ minute: ago(99) }, { minute: ago(101) }])
    await stores.analytics.command('OPTIMIZE TABLE sli_minutes FINAL')
    expect(await stores.analytics.query('SELECT count() AS minutes FROM sli_minutes')).toEqual([{ minutes: '1' }])
    await keepTelemetry(stores.analytics, LONG_KEPT)
  })

  it('of reported readings is enough to correct one of many days ago beside another of its minute', async () => {
    await keepTelemetry(stores.analytics, DAYS)
    const to = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 20 * 86_400_000)
    const reported = (source: string, good: number, revision = 0) => {
      const from = new Date(to.getTime() - 60_000).toISOString()
      const data = { service: 'cart', sli: 'availability', environment: 'production', from, to: to.toISOString(), good, total: 100 }
      return {
        id: source,
        source,
        type: 'sli.sampled',
        time: to.toISOString(),
        revision,
        receivedAt: to.toISOString(),
        data,
      } as unknown as CanonicalEvent
    }
    const minute = async () =>
      await stores.analytics.query('SELECT toFloat64(good) / 1e6 AS good, toFloat64(total) / 1e6 AS total FROM sli_minutes FINAL')
    await recordSamples(stores.analytics, [reported('one', 90), reported('other', 70)])
    await stores.analytics.command('ALTER TABLE sli_samples UPDATE received_at = at WHERE true SETTINGS mutations_sync = 2')
    await stores.analytics.command('OPTIMIZE TABLE sli_samples FINAL')
    await rollUp(stores.analytics, await changedPlaces(stores.analytics, new Date(0)), NOW)
    expect(await minute()).toEqual([{ good: 160, total: 200 }])
    await recordSamples(stores.analytics, [reported('other', 80, 1)])
    await rollUp(stores.analytics, await changedPlaces(stores.analytics, new Date(Date.now() - 60_000)), new Date(NOW.getTime() + 1))
    expect(await minute()).toEqual([{ good: 170, total: 200 }])
    await keepTelemetry(stores.analytics, LONG_KEPT)
  })
})
