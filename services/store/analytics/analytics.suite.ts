import { randomUUID } from 'node:crypto'
import { TupleParam } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnalyticsQueryError } from './analytics-errors.js'
import type { AnalyticsStore } from './analytics-store.js'
import { toInteger } from './integers.js'

/** What every analytics store must do, run once for each kind. */
export function describeAnalyticsStore(open: () => Promise<AnalyticsStore>): void {
  let store: AnalyticsStore

  beforeAll(async () => {
    store = await open()
  })

  afterAll(async () => {
    await store.close()
  })

  const echo = async (type: string, value: unknown): Promise<unknown> => {
    const [row] = await store.query<{ value: unknown }>(`SELECT {value:${type}} AS value`, { value })
    return row?.value
  }

  async function freshTable(columns: string, rest: string): Promise<string> {
    const table = `t_${randomUUID().replaceAll('-', '')}`
    await store.command(`CREATE TABLE ${table} (${columns}) ENGINE = ${rest}`)
    return table
  }

  describe('parameters', () => {
    const instant = new Date('2026-03-29T01:59:59.987Z')
    it.each<[string, unknown, unknown]>([
      ['UInt8', 255, 255],
      ['Int64', '-9223372036854775808', '-9223372036854775808'],
      ['UInt64', 18446744073709551615n, '18446744073709551615'],
      ['Int32', -7, -7],
      ['Float64', 0.1, 0.1],
      ['Bool', true, true],
      ['String', '', ''],
      ['Nullable(String)', null, null],
      ['UUID', '0b5ae5d5-38a0-4b5b-9d5c-6c7e0fb4e1a2', '0b5ae5d5-38a0-4b5b-9d5c-6c7e0fb4e1a2'],
      ["DateTime64(3, 'UTC')", instant, '2026-03-29T01:59:59.987Z'],
      ["DateTime64(3, 'UTC')", new Date(0), '1970-01-01T00:00:00.000Z'],
      ["DateTime64(3, 'UTC')", new Date(-4500), '1969-12-31T23:59:55.500Z'],
      ["DateTime('UTC')", new Date('2026-03-29T01:59:59.000Z'), '2026-03-29T01:59:59Z'],
      ["Array(DateTime64(3, 'UTC'))", [instant, new Date(1)], ['2026-03-29T01:59:59.987Z', '1970-01-01T00:00:00.001Z']],
      ['Array(String)', [], []],
      ['Array(String)', ["it's", 'a"b', 'c\\d', 'e,f', '[g]'], ["it's", 'a"b', 'c\\d', 'e,f', '[g]']],
      ['Array(Array(Int32))', [[1], [], [2, 3]], [[1], [], [2, 3]]],
      ['Array(Nullable(String))', ['a', null], ['a', null]],
      ['Tuple(UInt8, String)', new TupleParam([7, "x'y"]), [7, "x'y"]],
      ['Map(String, UInt8)', { "k'1": 1, k2: 2 }, { "k'1": 1, k2: 2 }],
    ])('%s (%#)', async (type, value, expected) => {
      expect(await echo(type, value)).toEqual(expected)
    })

    it.each([
      "'; DROP TABLE events; --",
      "\\'; SELECT 1; --",
      "\\\\' OR 1=1 --",
      'back\\slash and \\N and \\0',
      'tab\t newline\n return\r end',
      'zero\0byte',
      'Grüße, 東京, שלום, 🛬, e\u0301, \u2028',
      '{value:String} ${x} {{y}} %s ?',
      '/* comment */ -- line # hash',
      `long ${'ä'.repeat(20_000)}`,
    ])('give text back unchanged (%#)', async (text) => {
      expect(await echo('String', text)).toBe(text)
      expect(await echo('Array(String)', [text, text])).toEqual([text, text])
    })

    it('refuse a name that is not a name', async () => {
      await expect(store.query('SELECT 1', { 'a = 1; SET param_b': 1 })).rejects.toThrow()
    })

    it('refuse a value of another type, saying which', async () => {
      await expect(echo('UInt8', 'seven')).rejects.toThrow(AnalyticsQueryError)
    })

    it('of one statement are unknown to the next', async () => {
      await echo('String', 'kept?')
      await expect(store.query('SELECT {value:String}')).rejects.toMatchObject({ type: 'UNKNOWN_QUERY_PARAMETER' })
    })
  })

  describe('statements', () => {
    it('keep their settings to themselves', async () => {
      const read = async (settings = {}) =>
        (await store.query<{ limit: string }>("SELECT toString(getSetting('max_result_rows')) AS limit", {}, settings))[0]?.limit
      const before = await read()
      expect(await read({ max_result_rows: '4321' })).toBe('4321')
      expect(await read()).toBe(before)
      expect(before).not.toBe('4321')
    })

    it('run beside each other without mixing parameters or settings', async () => {
      const sql = "SELECT {n:UInt32} AS n, {s:String} AS s, toUInt32(getSetting('max_result_rows')) AS setting, sleep(0.1) AS z"
      const ask = async (n: number) => {
        const [row] = await store.query(sql, { n, s: `s${n}` }, { max_result_rows: String(1000 + n) })
        return row
      }
      const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(n)))
      expect(answers).toEqual(Array.from({ length: 16 }, (_, n) => ({ n, s: `s${n}`, setting: 1000 + n, z: 0 })))
    })

    it('are one at a time: a second after a semicolon is refused', async () => {
      await expect(store.query('SELECT 1; SELECT 2')).rejects.toThrow(AnalyticsQueryError)
    })

    it('that fail say why, with the code', async () => {
      await expect(store.query('SELECT * FROM no_such_table')).rejects.toMatchObject({
        name: 'AnalyticsQueryError',
        code: '60',
        type: 'UNKNOWN_TABLE',
      })
      await expect(store.command('CREATE NONSENSE x')).rejects.toMatchObject({ type: 'SYNTAX_ERROR' })
    })

    it('that fail after rows were made give no rows', async () => {
      const sql = 'SELECT number, throwIf(number = 250000) AS bad FROM numbers(300000)'
      await expect(store.query(sql, {}, { max_block_size: '1000' })).rejects.toThrow(AnalyticsQueryError)
    })

    it('that give nothing give an empty list', async () => {
      expect(await store.query('SELECT 1 AS one WHERE 0')).toEqual([])
    })

    it('may be SHOW and DESCRIBE', async () => {
      const table = await freshTable('id UInt64', 'MergeTree ORDER BY id')
      const [shown] = await store.query<{ statement: string }>(`SHOW CREATE TABLE ${table}`)
      expect(shown?.statement).toContain(table)
      expect(await store.query(`DESCRIBE TABLE ${table}`)).toMatchObject([{ name: 'id', type: 'UInt64' }])
    })
  })

  describe('streams', () => {
    it('give every row in batches, in order', async () => {
      let [expected, batches] = [0, 0]
      for await (const rows of store.stream<{ number: number }>('SELECT toUInt32(number) AS number FROM numbers({n:UInt32}) ORDER BY number', {
        n: 400_000,
      })) {
        batches += 1
        for (const row of rows) if (row.number === expected) expected += 1
      }
      expect(expected).toBe(400_000)
      expect(batches).toBeGreaterThan(1)
    })

    it('may be left early, and the store goes on', async () => {
      for await (const rows of store.stream('SELECT number FROM numbers(50000000)')) {
        expect(rows.length).toBeGreaterThan(0)
        break
      }
      expect(await store.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    })

    it('that fail in the middle throw', async () => {
      const read = async () => {
        for await (const rows of store.stream('SELECT number, throwIf(number = 900000) AS bad FROM numbers(1000000)')) void rows
      }
      await expect(read()).rejects.toThrow(/throwIf/)
    })
  })

  describe('inserts', () => {
    const columns = "id UInt64, at DateTime64(3, 'UTC'), labels Array(String), note Nullable(String), version UInt64"

    it('give back what went in, to the millisecond and the last digit', async () => {
      const table = await freshTable(columns, 'MergeTree ORDER BY id')
      const row = { id: '18446744073709551615', at: '2026-10-25T01:30:00.123Z', labels: ["a'b", '東京'], note: null, version: '1' }
      await store.insert(table, [row])
      expect(await store.query(`SELECT * FROM ${table}`)).toEqual([row])
    })

    it('take Date, bigint and other offsets', async () => {
      const table = await freshTable(columns, 'MergeTree ORDER BY id')
      const at = new Date('2026-10-25T01:30:00.120Z')
      await store.insert(table, [
        { id: 1n, at, labels: [], version: 1 },
        { id: 2n, at: '2026-10-25T03:30:00.120+02:00', labels: [], version: 1 },
      ])
      const rows = await store.query<{ at: string }>(`SELECT at FROM ${table} WHERE at = {at:DateTime64(3, 'UTC')}`, { at })
      expect(rows).toEqual([{ at: at.toISOString() }, { at: at.toISOString() }])
    })

    it('refuse an unknown column, null where there is none, and a wrong value, leaving nothing', async () => {
      const table = await freshTable('id UInt64, name String', 'MergeTree ORDER BY id')
      await expect(store.insert(table, [{ id: 1, nmae: 'x' }])).rejects.toThrow(AnalyticsQueryError)
      await expect(store.insert(table, [{ id: 1, name: null }])).rejects.toThrow(AnalyticsQueryError)
      await expect(
        store.insert(table, [
          { id: 1, name: 'x' },
          { id: 'two', name: 'y' },
        ]),
      ).rejects.toThrow(AnalyticsQueryError)
      expect(await store.query(`SELECT * FROM ${table}`)).toEqual([])
    })

    it('refuse a table name that is not one', async () => {
      await expect(store.insert('t (id) VALUES (1); --', [{ id: 1 }])).rejects.toThrow(/not a table's name/)
    })

    it('of no rows do nothing', async () => {
      await store.insert('no_such_table', [])
    })

    it('again replace, by ReplacingMergeTree, and the newest version wins', async () => {
      const table = await freshTable('id UInt64, name String, version UInt64', 'ReplacingMergeTree(version) ORDER BY id')
      await store.insert(table, [{ id: 1, name: 'new', version: 2 }])
      await store.insert(table, [{ id: 1, name: 'old', version: 1 }])
      await store.insert(table, [{ id: 1, name: 'new', version: 2 }])
      expect(await store.query(`SELECT id, name FROM ${table} FINAL`)).toEqual([{ id: '1', name: 'new' }])
    })

    it('with the same token count once, in the table and in the target of its view', async () => {
      const window = 'SETTINGS non_replicated_deduplication_window = 1000'
      const table = await freshTable('id UInt64', `MergeTree ORDER BY id ${window}`)
      const target = await freshTable('n UInt64', `MergeTree ORDER BY n ${window}`)
      await store.command(`CREATE MATERIALIZED VIEW ${table}_view TO ${target} AS SELECT id * 2 AS n FROM ${table}`)
      for (const token of ['one', 'one', 'two']) await store.insert(table, [{ id: 1 }, { id: 2 }], { token })
      const count = async (name: string) => (await store.query<{ n: string }>(`SELECT count() AS n FROM ${name}`))[0]?.n
      expect([await count(table), await count(target)]).toEqual(['4', '4'])
    })

    it('of lines are as of rows', async () => {
      const table = await freshTable('id UInt64, name String', 'MergeTree ORDER BY id')
      await store.insertLines(table, Buffer.from('{"id":"1","name":"; SELECT 1"}\n{"id":2,"name":"ü"}\n'))
      expect(await store.query(`SELECT * FROM ${table} ORDER BY id`)).toEqual([
        { id: '1', name: '; SELECT 1' },
        { id: '2', name: 'ü' },
      ])
    })

    it('of distinct rows are there whole, and replace what was there', async () => {
      const table = await freshTable('id UInt64, version UInt64', 'ReplacingMergeTree(version) ORDER BY id')
      const insert = (lines: string) => store.insertLines(table, Buffer.from(lines), { distinct: true })
      await insert('{"id":2,"version":1}\n{"id":1,"version":1}')
      await insert('{"id":2,"version":2}')
      expect(await store.query(`SELECT * FROM ${table} FINAL ORDER BY id`)).toEqual([
        { id: '1', version: '1' },
        { id: '2', version: '2' },
      ])
    })

    it('run beside each other', async () => {
      const table = await freshTable('id UInt64', 'MergeTree ORDER BY id')
      const batch = (n: number) => Array.from({ length: 500 }, (_, i) => ({ id: n * 500 + i }))
      await Promise.all(Array.from({ length: 8 }, (_, n) => store.insert(table, batch(n))))
      const [row] = await store.query<{ n: string; unique: string }>(`SELECT count() AS n, uniqExact(id) AS unique FROM ${table}`)
      expect([toInteger(row!.n), toInteger(row!.unique)]).toEqual([4000, 4000])
    })
  })
}
