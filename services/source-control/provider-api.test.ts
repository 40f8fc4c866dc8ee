import { afterEach, describe, expect, it } from 'vitest'
import { createOutgoing } from './outgoing.js'
import { createProviderApi, type Clock, type ProviderApi } from './provider-api.js'
import { startScriptedServer, type Reply, type ScriptedServer } from './scripted-server.js'

const START = Date.UTC(2026, 10, 2, 8)
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Set = { api: ProviderApi; server: ScriptedServer; waited: number[]; clock: Clock & { at: number } }

/** Answers one after the other; the last again and again. Time passes only by waiting. */
async function script(...replies: Reply[]): Promise<Set> {
  let served = 0
  const server = await startScriptedServer(() => replies[Math.min(served++, replies.length - 1)] as Reply)
  const waited: number[] = []
  const clock = {
    at: START,
    now: () => clock.at,
    random: () => 1,
    async wait(milliseconds: number) {
      waited.push(milliseconds)
      clock.at += milliseconds
    },
  }
  const outgoing = createOutgoing({ hosts: [server.host], privateHosts: [server.host] })
  closing.push(
    () => outgoing.close(),
    () => server.close(),
  )
  const api = createProviderApi({ outgoing, baseUrl: server.url, headers: { authorization: 'Bearer t-1' }, clock, timeoutMs: 200 })
  return { api, server, waited, clock }
}

const good: Reply = { body: { fine: true } }
const seconds = (ahead: number) => String(START / 1000 + ahead)

describe('what may work later is tried again', () => {
  it.each<[string, Reply, number]>([
    ['502', { status: 502, body: 'Bad gateway' }, 500],
    ['429 with seconds', { status: 429, headers: { 'retry-after': '7' } }, 7000],
    ['429 with a date', { status: 429, headers: { 'retry-after': new Date(START + 9000).toUTCString() } }, 9000],
    ['403 with the limit used up', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(12) } }, 12_000],
    [
      '403 of a secondary limit',
      { status: 403, headers: { 'retry-after': '3' }, body: { message: 'You have exceeded a secondary rate limit' } },
      3000,
    ],
    ['429 with GitLab names', { status: 429, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': seconds(5) } }, 5000],
    ['half a JSON text', (response) => void response.end('{"fine": tr'), 500],
    ['a broken connection', (response) => void response.destroy(), 500],
    ['silence', () => {}, 500],
  ])('%s', async (_name, reply, expected) => {
    const { api, waited } = await script(reply, good)
    expect((await api.get('/x')).body).toEqual({ fine: true })
    expect(waited).toEqual([expected])
  })

  it('five times, with pauses that double', async () => {
    const { api, server, waited, clock } = await script({ status: 503 })
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'later', message: `${server.host}: answered 503` })
    expect(server.asked).toHaveLength(5)
    expect(waited).toEqual([500, 1000, 2000, 4000])
    expect(clock.now()).toBe(START + 7500)
  })
})

describe('a limit', () => {
  it('that lasts long is left to the queue with its end', async () => {
    const { api, server, waited } = await script({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(1800) } })
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'limited', retryAt: START + 1_800_000 })
    await expect(script({ status: 403, body: { message: 'API rate limit exceeded' } }).then((set) => set.api.get('/x'))).rejects.toMatchObject({
      retryAt: START + 60_000,
    })
    expect([server.asked.length, waited]).toEqual([1, []])
  })

  it('that an answer used up is waited for before the next question', async () => {
    const usedUp = { body: 1, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds(10) } }
    const { api, waited } = await script(usedUp, good)
    await api.get('/x')
    expect(waited).toEqual([])
    await api.get('/y')
    expect(waited).toEqual([10_000])
  })

  it('is not seen in a plain refusal', async () => {
    const { api, server } = await script({ status: 403, headers: { 'x-ratelimit-remaining': '59' }, body: { message: 'Resource not accessible' } })
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'refused', message: `${server.host} answered 403: Resource not accessible` })
    expect(server.asked).toHaveLength(1)
  })
})

it.each([
  [401, 'refused'],
  [404, 'gone'],
  [422, 'gone'],
  [418, 'refused'],
])('%d is final: %s', async (status, code) => {
  const { api, server } = await script({ status, body: { message: 'No' } }, good)
  await expect(api.get('/x')).rejects.toMatchObject({ code, retryAt: null })
  expect(server.asked).toHaveLength(1)
})

it('asks with the token, and again for what it knows only whether that is still so', async () => {
  const { api, server } = await script({ body: [1], headers: { etag: '"v1"' } }, { status: 304 }, { body: [2], headers: { etag: '"v2"' } })
  expect([(await api.get('/x')).body, (await api.get('/x')).body, (await api.get('/x')).body]).toEqual([[1], [1], [2]])
  expect(server.headers.map((headers) => headers['if-none-match'])).toEqual([undefined, '"v1"', '"v1"'])
  expect(server.headers.every(({ authorization }) => authorization === 'Bearer t-1')).toBe(true)
})

describe('pages', () => {
  async function items(api: ProviderApi): Promise<unknown[]> {
    const found: unknown[] = []
    for await (const item of api.items('/list?per_page=2')) found.push(item)
    return found
  }

  it('are followed by their links, relative or whole', async () => {
    const { api, server } = await script(
      { body: [1, 2], headers: { link: '</list?page=1>; rel="first", </list?page=2,5>; rel="next"; title="x"' } },
      { body: [3, 4], headers: { link: '<?page=3>; rel=next, </list?page=9>; rel="last"' } },
      { body: [5], headers: { link: '</list?page=1>; rel="prev"' } },
    )
    expect(await items(api)).toEqual([1, 2, 3, 4, 5])
    expect(server.asked).toEqual(['GET /list?per_page=2', 'GET /list?page=2,5', 'GET /list?page=3'])
  })

  it('of another host are not', async () => {
    const { api } = await script({ body: [1], headers: { link: '<https://elsewhere.example.com/list>; rel="next"' } })
    expect(await items(api)).toEqual([1])
  })

  it('without a list are no answer', async () => {
    const { api } = await script({ body: { message: 'hm' } })
    await expect(items(api)).rejects.toMatchObject({ code: 'bad_answer' })
  })
})
