import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { orderStatisticLevels } from './intervals.js'
import { quantileLevels, quantileLevelsSql } from './quantile-levels.js'

const SIZES = [...Array.from({ length: 3000 }, (_, index) => index), 9_999, 123_456, 1_000_000, 14_800_001]

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

it('has both ends of the interval of a median, whatever the size', () => {
  for (const n of SIZES) {
    const exact = orderStatisticLevels(n, 0.5)
    if (exact) expect(quantileLevels(n), `n = ${n}`).toEqual(expect.arrayContaining([exact.low, exact.high]))
    else expect(quantileLevels(n)).toEqual([0.5, 0.75, 0.9, 0.95])
  }
})

it('is the same in SQL, to the bit', async () => {
  const sql = `SELECT ${quantileLevelsSql('n')} AS levels FROM (SELECT arrayJoin({sizes:Array(UInt64)}) AS n)`
  const rows = await stores.analytics.query<{ levels: number[] }>(sql, { sizes: SIZES })
  expect(rows.map(({ levels }) => levels)).toEqual(SIZES.map(quantileLevels))
})
