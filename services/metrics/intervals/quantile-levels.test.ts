import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { orderStatisticLevels } from './intervals.js'
import { levelsOfMedian, quantileLevels, quantileLevelsSql } from './quantile-levels.js'

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

describe('a median and its interval', () => {
  it('are read from three of the levels, whatever the size of the sample', () => {
    for (let n = 1; n <= 3_000; n += 1) {
      const levels = quantileLevels(n)
      const ends = orderStatisticLevels(n, 0.5)
      const read = levelsOfMedian(levels, ends).map((place) => levels[place])
      expect(read, `n = ${n}`).toEqual([0.5, ...(ends ? [ends.low, ends.high] : [])])
    }
  })

  it('of 21 records are read from the 75th percentile too, which is the sixteenth of them', () => {
    expect(levelsOfMedian(quantileLevels(21), { low: 0.25, high: 0.75 })).toContain(1)
    expect(orderStatisticLevels(21, 0.5)?.high).toBe(0.75)
  })
})
