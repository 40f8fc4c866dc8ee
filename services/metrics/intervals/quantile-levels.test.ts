import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { orderStatisticLevels } from './intervals.js'
import { levelsAsked, quantileLevels, quantileLevelsSql } from './quantile-levels.js'

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

describe('without stats', () => {
  it('a median and its interval can be read from the levels asked for, whatever the size of the sample', () => {
    for (let n = 1; n <= 3_000; n += 1) {
      const levels = quantileLevels(n)
      const asked = levelsAsked(levels, false)
      const ends = orderStatisticLevels(n, 0.5)
      for (const level of [0.5, ...(ends ? [ends.low, ends.high] : [])]) if (!asked.includes(levels.indexOf(level))) expect.fail(`${level} of ${n}`)
    }
  })

  it('of 21 records the interval ends with the sixteenth, which is the 75th percentile that stats show', () => {
    expect(orderStatisticLevels(21, 0.5)?.high).toBe(0.75)
    expect(levelsAsked(quantileLevels(21), false)).toContain(1)
  })

  it('no level is asked for that only stats show', () => {
    expect(levelsAsked(quantileLevels(1_000), false)).toEqual([0, 4, 5, 6, 7, 8, 9])
    expect(levelsAsked(quantileLevels(1_000), true)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
