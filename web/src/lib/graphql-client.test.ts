import { afterEach, expect, it, vi } from 'vitest'
import { TypedDocumentString } from '../generated/graphql.js'
import { type ApiError, request } from './graphql-client.js'

const document = new TypedDocumentString<{ n: number }, Record<string, never>>('query { n }')

function answer(body: unknown, init: ResponseInit = {}): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), init)))
}

async function failure(): Promise<ApiError> {
  return request(document, {}).then(
    () => Promise.reject(new Error('it should have failed')),
    (error: ApiError) => error,
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('gives the data', async () => {
  answer({ data: { n: 3 } })
  expect(await request(document, {})).toEqual({ n: 3 })
})

it('fails as a whole when a part failed', async () => {
  answer({ data: { n: 3 }, errors: [{ message: 'The store is away.', extensions: { code: 'STORE_UNAVAILABLE' } }] })
  expect(await failure()).toMatchObject({ kind: 'unavailable', message: 'The store is away.' })
})

it.each([
  [{ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }, 200, 'unauthenticated'],
  ['', 401, 'unauthenticated'],
  [{ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }, 200, 'forbidden'],
  [{ errors: [{ message: 'too long', extensions: { code: 'BAD_USER_INPUT' } }] }, 400, 'refused'],
  ['<html>', 502, 'broken'],
  [{ data: null }, 200, 'broken'],
])('names the kind of failure: %j with %d is %s', async (body, status, kind) => {
  answer(body, { status })
  expect((await failure()).kind).toBe(kind)
})

it('carries how long to wait', async () => {
  answer('', { status: 503, headers: { 'retry-after': '5' } })
  expect(await failure()).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 5 })
})

it('tells an unreachable server apart', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
  expect((await failure()).kind).toBe('offline')
})
