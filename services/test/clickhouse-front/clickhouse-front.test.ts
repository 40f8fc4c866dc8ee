import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClickHouseFront, type ClickHouseFront } from './start-clickhouse-front.js'

let front: ClickHouseFront

beforeAll(async () => {
  front = await startClickHouseFront()
})

afterAll(async () => {
  await front.stop()
})

const ask = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${front.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'X-ClickHouse-User': front.username, 'X-ClickHouse-Key': front.password, ...headers },
  })

describe('the ClickHouse front', () => {
  it('answers a ping without a password', async () => {
    expect(await (await fetch(`${front.url}/ping`)).text()).toBe('Ok.\n')
  })

  it('refuses other users and passwords', async () => {
    for (const header of ['X-ClickHouse-Key', 'X-ClickHouse-User']) {
      const response = await ask('/', 'SELECT 1', { [header]: 'wrong' })
      expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([403, '516'])
    }
    expect((await fetch(front.url, { method: 'POST', body: 'SELECT 1' })).status).toBe(403)
  })

  it('takes parameters and settings from the query string, for that statement alone', async () => {
    expect(await (await ask('/?param_n=7&max_threads=3', "SELECT {n:UInt8}, getSetting('max_threads')")).text()).toBe('7\t3\n')
    const next = await ask('/', 'SELECT {n:UInt8}')
    expect([next.status, next.headers.get('x-clickhouse-exception-code')]).toEqual([500, '456'])
  })

  it('takes no more than a name for the name of a setting', async () => {
    const response = await ask(`/?${encodeURIComponent('max_threads=1; DROP TABLE x; SET y')}=1`, 'SELECT 1')
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([400, '115'])
  })

  it('compresses when asked to', async () => {
    const response = await ask('/?enable_http_compression=1', 'SELECT number FROM numbers(1000)', { 'Accept-Encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect((await response.text()).split('\n')).toHaveLength(1001)
  })

  it('says 404 and the code of a table that is not there', async () => {
    const response = await ask('/', 'SELECT * FROM no_such_table')
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([404, '60'])
    expect(await response.text()).toMatch(/^Code: 60\. DB::Exception: .*\(UNKNOWN_TABLE\)/s)
  })
})
