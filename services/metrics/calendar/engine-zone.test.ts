import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { engineZone } from './engine-zone.js'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

const localTime = async (zone: string) => {
  const sql = "SELECT formatDateTime(toTimeZone(toDateTime('2026-07-01 12:00:00', 'UTC'), {zone:String}), '%H:%i') AS time"
  const [row] = await stores.analytics.query<{ time: string }>(sql, { zone: engineZone(zone) })
  return row?.time
}

it('gives names that the engine knows, of the same clocks', async () => {
  const clock = (timeZone: string) =>
    new Date('2026-07-01T12:00:00Z').toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(400)
  for (const zone of zones) expect([zone, await localTime(zone)]).toEqual([zone, clock(zone)])
})

it.each([
  ['europe/berlin', '14:00'],
  ['ASIA/KOLKATA', '17:30'],
  ['us/pacific', '05:00'],
  ['ACT', '21:30'],
])('knows %s', async (zone, time) => expect(await localTime(zone)).toBe(time))
