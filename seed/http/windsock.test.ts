import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { graphql, pauseMs, postEvents, postGithub, postTelemetry } from './windsock.js'

type Request = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }
type Reply = { status: number; headers?: Record<string, string>; body?: unknown }

const event = { id: 'e-1', source: 'test', type: 'service.declared', time: '2026-10-05T00:00:00Z', data: { service: 'basket' } }
let server: Server | undefined

afterEach(() => server?.close())

/** A listener that gives these replies in turn and keeps what it was asked. */
async function listening(...replies: Reply[]) {
  const requests: Request[] = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() })
      const reply = replies[Math.min(requests.length, replies.length) - 1] as Reply
      response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body ?? {}))
    })
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { windsock: { url: `http://127.0.0.1:${port}`, token: 'secret-token' }, requests }
}

describe('sending events', () => {
  const accepted = { status: 202, body: { accepted: 1, duplicates: 0, rejected: [] } }

  it('sends NDJSON with the token', async () => {
    const { windsock, requests } = await listening(accepted)
    expect(await postEvents(windsock, [event, event])).toEqual(accepted.body)
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/v1/events', body: `${JSON.stringify(event)}\n${JSON.stringify(event)}\n` })
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token', 'content-type': 'application/x-ndjson' })
  })

  it('comes back when a store is away, after the time it was told', async () => {
    const { windsock, requests } = await listening(
      { status: 503, headers: { 'retry-after': '0' } },
      { status: 503, headers: { 'retry-after': '0' } },
      accepted,
    )
    expect(await postEvents(windsock, [event])).toEqual(accepted.body)
    expect(requests).toHaveLength(3)
  })

  it('does not try again what was refused', async () => {
    const { windsock, requests } = await listening({ status: 401, body: { title: 'Unauthorised' } })
    await expect(postEvents(windsock, [event])).rejects.toThrow(/401.*Unauthorised/)
    expect(requests).toHaveLength(1)
  })

  it('names the event of a batch that was refused', async () => {
    const { windsock } = await listening({ status: 202, body: { accepted: 0, duplicates: 0, rejected: [{ index: 0, error: 'no team' }] } })
    await expect(postEvents(windsock, [event])).rejects.toThrow(/e-1.*no team/)
  })
})

describe('sending telemetry', () => {
  it('sends it as JSON with the token', async () => {
    const { windsock, requests } = await listening({ status: 200 })
    await postTelemetry(windsock, { resourceMetrics: [] })
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/v1/otlp/v1/metrics', body: '{"resourceMetrics":[]}' })
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token', 'content-type': 'application/json' })
  })

  it('names why points were refused', async () => {
    const { windsock } = await listening({
      status: 200,
      body: { partialSuccess: { rejectedDataPoints: '1', errorMessage: 'a time too long ago (1)' } },
    })
    await expect(postTelemetry(windsock, {})).rejects.toThrow('a time too long ago')
  })
})

describe('sending webhooks', () => {
  /** Secret, body and signature are the example in GitHub's documentation on validating deliveries. */
  it('signs as GitHub does', async () => {
    const { windsock, requests } = await listening({ status: 202 })
    await postGithub(windsock, 'company', "It's a Secret to Everybody", { event: 'push', id: 'd-1', body: 'Hello, World!' })
    expect(requests[0]?.url).toBe('/v1/hooks/github/company')
    expect(requests[0]?.headers).toMatchObject({
      'x-github-event': 'push',
      'x-github-delivery': 'd-1',
      'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    })
  })
})

describe('asking', () => {
  it('gives the data', async () => {
    const { windsock } = await listening({ status: 200, body: { data: { viewer: 1 } } })
    expect(await graphql(windsock, '{ viewer }')).toEqual({ viewer: 1 })
  })

  it('never takes an error for an answer', async () => {
    const { windsock } = await listening({ status: 200, body: { data: { viewer: null }, errors: [{ message: 'the store is away' }] } })
    await expect(graphql(windsock, '{ viewer }')).rejects.toThrow('the store is away')
  })
})

describe('the pause before another attempt', () => {
  const now = Date.parse('2026-10-05T00:00:00Z')

  it('is what Retry-After says, in seconds or as a date', () => {
    expect(pauseMs('3', 1, now)).toBe(3000)
    expect(pauseMs('Mon, 05 Oct 2026 00:00:07 GMT', 1, now)).toBe(7000)
    expect(pauseMs('Sun, 04 Oct 2026 00:00:00 GMT', 1, now)).toBe(0)
  })

  it('else doubles, and never exceeds half a minute', () => {
    expect([1, 2, 3].map((attempt) => pauseMs(null, attempt, now))).toEqual([200, 400, 800])
    expect(pauseMs(null, 20, now)).toBe(30_000)
    expect(pauseMs('86400', 1, now)).toBe(30_000)
    expect(pauseMs('soon', 1, now)).toBe(200)
  })
})
