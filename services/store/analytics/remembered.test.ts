import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import type { AnalyticsStore } from './analytics-store.js'
import { rememberedAnswers } from './remembered.js'

const COUNT = 'SELECT count() AS n, sum(length(team)) AS letters FROM services FINAL WHERE team != {not:String}'

let stores: TestStores
let watched: AnalyticsStore
let asked: string[]

beforeAll(async () => {
  stores = await openTestStores()
})
beforeEach(async () => {
  await stores.analytics.command('TRUNCATE TABLE services')
  await addService('payments', 1)
  asked = []
  // A store of its own for each test, so that nothing is remembered from the one before.
  watched = {
    ...stores.analytics,
    query: (sql, params, settings) => {
      if (!/system\.(parts|tables)/.test(sql)) asked.push(sql)
      return stores.analytics.query(sql, params, settings)
    },
  }
})
afterAll(() => stores.close())

async function addService(service: string, version: number, deleted = false): Promise<void> {
  const row = { service, team: 'checkout', first_event_at: '2026-10-01T00:00:00Z', version, deleted }
  await stores.analytics.insert('services', [row])
}

async function count(not = 'nobody'): Promise<number> {
  const [row] = await (await rememberedAnswers(watched)).query<{ n: string }>(COUNT, { not })
  return Number(row?.n)
}

it('answers the same question about the same facts without asking the store', async () => {
  expect([await count(), await count(), await count()]).toEqual([1, 1, 1])
  expect(asked).toHaveLength(1)
})

it('asks again for other parameters', async () => {
  expect([await count(), await count('checkout')]).toEqual([1, 0])
  expect(asked).toHaveLength(2)
})

it.each<[string, () => Promise<unknown>, number]>([
  ['a new row', () => addService('ledger', 1), 2],
  ['a row that is deleted', () => addService('payments', 2, true), 0],
  ['a table that is emptied', () => stores.analytics.command('TRUNCATE TABLE services'), 0],
  ['a mutation', () => stores.analytics.command('ALTER TABLE services DELETE WHERE true', {}, { mutations_sync: '1' }), 0],
])('asks again after %s', async (_what, change, expected) => {
  expect(await count()).toBe(1)
  await change()
  expect(await count()).toBe(expected)
})

it('gives the right answer after a merge', async () => {
  await addService('payments', 2)
  expect(await count()).toBe(1)
  await stores.analytics.command('OPTIMIZE TABLE services FINAL')
  expect(await count()).toBe(1)
})

it('asks once for those who ask at the same time', async () => {
  expect(await Promise.all(Array.from({ length: 10 }, () => count()))).toEqual(Array.from({ length: 10 }, () => 1))
  expect(asked).toHaveLength(1)
})

it('does not remember a refusal', async () => {
  const bad = async () => (await rememberedAnswers(watched)).query('SELECT nothing_of_this_name FROM services')
  await expect(bad()).rejects.toThrow()
  await expect(bad()).rejects.toThrow()
  expect(asked).toHaveLength(2)
})

it('keeps the answers of two stores apart', async () => {
  expect(await count()).toBe(1)
  const other: AnalyticsStore = { ...watched }
  await (await rememberedAnswers(other)).query(COUNT, { not: 'nobody' })
  expect(asked).toHaveLength(2)
})

it('remembers nothing where rows may lie on other servers', async () => {
  await stores.analytics.command('CREATE TABLE elsewhere (n UInt8) ENGINE = Memory')
  try {
    expect([await count(), await count()]).toEqual([1, 1])
    expect(asked).toHaveLength(2)
  } finally {
    await stores.analytics.command('DROP TABLE elsewhere')
  }
})
