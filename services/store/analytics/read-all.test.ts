import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { readAll, type PageQuery } from './page.js'

type Row = { at: string; id: number }

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores?.close())

/** 15,000 rows in the 75,000 s from 1 October, and 10,000 in as many minutes from 5 October: 1440 a day, 1360 on the last, the 11th. */
const ROWS = `SELECT toUInt32(number) AS id, if(number < 15000,
  toDateTime64('2026-10-01 00:00:00.000', 3, 'UTC') + toIntervalSecond(number * 5),
  toDateTime64('2026-10-05 00:00:00.000', 3, 'UTC') + toIntervalMinute(number - 15000)) AS at FROM numbers(25000)`

function listOf(source: string): PageQuery<Row, Row> {
  const key = [
    { column: 'at', type: "DateTime64(3, 'UTC')" },
    { column: 'id', type: 'UInt32' },
  ]
  return { source, key, conditions: [{ sql: 'id != {left_out:UInt32}', params: { left_out: 7 } }], toNode: (row) => row }
}

async function read(source: string): Promise<{ ids: number[]; asked: Record<string, unknown>[] }> {
  const asked: Record<string, unknown>[] = []
  const analytics: TestStores['analytics'] = {
    ...stores.analytics,
    query: (sql, params, settings) => {
      asked.push(params ?? {})
      return stores.analytics.query(sql, params, settings)
    },
  }
  const ids: number[] = []
  for await (const { id } of readAll(analytics, listOf(source))) ids.push(id)
  return { ids, asked }
}

describe('a list that is read whole', () => {
  it('has every row once, the newest first, whole days at a time', async () => {
    const { ids, asked } = await read(ROWS)
    expect(ids).toEqual(Array.from({ length: 25_000 }, (_, index) => 24_999 - index).filter((id) => id !== 7))
    // The 11th to the 6th hold 1360 + 5 × 1440 = 8560, and with the 5th a full page; the 1st alone holds a page and a half.
    const days = ({ spanFrom, spanTo }: Record<string, unknown>) =>
      [spanFrom, spanTo].map((day) => (day instanceof Date ? day.toISOString().slice(5, 10) : null))
    expect(asked.slice(1).map(days)).toEqual([
      ['10-06', null],
      ['10-05', '10-06'],
      [null, '10-05'],
      [null, '10-05'],
    ])
  })

  it('is empty where nothing is', async () => {
    expect((await read(`SELECT * FROM (${ROWS}) WHERE id > 25000`)).ids).toEqual([])
  })
})
