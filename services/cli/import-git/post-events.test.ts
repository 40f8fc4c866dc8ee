import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import type { SentEvent } from './git-events.js'
import { importGit } from './import-git.js'
import { postEvents } from './post-events.js'
import { createScratchRepository } from './scratch-repository.js'

type Answer = { status: number; headers?: Record<string, string>; body?: unknown }
type Request = { headers: IncomingHttpHeaders; url: string; ids: string[]; bytes: number }

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** A server that gives the answers one after the other, then accepts all. */
async function serve(answers: Answer[] = []): Promise<{ url: string; requests: Request[] }> {
  const requests: Request[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const ids = body.split('\n').map((line) => (JSON.parse(line) as SentEvent).id)
    requests.push({ headers: request.headers, url: request.url ?? '', ids, bytes: Buffer.byteLength(body) })
    const { status, headers, body: answer } = answers.shift() ?? { status: 202, body: { accepted: ids.length, duplicates: 0, rejected: [] } }
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer ?? {}))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

async function* numbered(count: number, message = ''): AsyncGenerator<SentEvent> {
  for (let number = 0; number < count; number += 1)
    yield { id: String(number), source: 'git:shop', type: 'change.committed', time: '2026-01-01T00:00:00Z', data: { message } }
}

const token = 'wsk_test'
const ids = (count: number) => Array.from({ length: count }, (_, number) => String(number))

describe('postEvents', () => {
  it('sends lines in batches, with the token, and tells how far it is', async () => {
    const { url, requests } = await serve()
    const progress: number[] = []
    const posted = await postEvents(numbered(25), { url, token, batchSize: 10, onProgress: (sent) => progress.push(sent) })
    expect(posted).toEqual({ accepted: 25, duplicates: 0, rejected: [] })
    expect(requests.map((request) => request.ids.length)).toEqual([10, 10, 5])
    expect(requests.flatMap((request) => request.ids)).toEqual(ids(25))
    expect(requests[0]).toMatchObject({ url: '/v1/events', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' } })
    expect(progress).toEqual([10, 20, 25])
  })

  it('stays below what the server takes', async () => {
    const { url, requests } = await serve()
    await postEvents(numbered(12, 'é'.repeat(500_000)), { url, token })
    expect(requests.flatMap((request) => request.ids)).toEqual(ids(12))
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(5 * 1024 * 1024)
  })

  it('comes back when the server asks it to', async () => {
    const { url, requests } = await serve([
      { status: 503, headers: { 'retry-after': '7' } },
      { status: 429 },
      { status: 503, headers: { 'retry-after': new Date(0).toUTCString() } },
    ])
    const waits: number[] = []
    const posted = await postEvents(numbered(3), { url, token, wait: async (milliseconds) => void waits.push(milliseconds) })
    expect(posted.accepted).toBe(3)
    expect(requests.map((request) => request.ids)).toEqual([ids(3), ids(3), ids(3), ids(3)])
    expect(waits[0]).toBe(7000)
    expect(waits[1]).toBeGreaterThan(0)
    expect(waits[2]).toBe(0)
  })

  it('adds up what was known before and what was refused', async () => {
    const receipt = (accepted: number, duplicates: number, error: string) => ({
      status: 202,
      body: { accepted, duplicates, rejected: [{ index: 0, error }] },
    })
    const { url } = await serve([receipt(3, 1, 'one'), receipt(0, 4, 'two')])
    expect(await postEvents(numbered(10), { url, token, batchSize: 5 })).toEqual({ accepted: 3, duplicates: 5, rejected: ['one', 'two'] })
  })

  it('gives up with what the server says, without trying again', async () => {
    const { url, requests } = await serve([{ status: 401, body: { detail: 'The token is not known.' } }])
    await expect(postEvents(numbered(1), { url, token })).rejects.toMatchObject({ message: 'The token is not known.', exitCode: 4 })
    expect(requests).toHaveLength(1)
  })

  it('gives up on a server that stays away', async () => {
    const { url } = await serve(Array.from({ length: 50 }, () => ({ status: 503 })))
    await expect(postEvents(numbered(1), { url, token, wait: async () => undefined })).rejects.toMatchObject({
      message: expect.stringContaining('answered 503'),
      exitCode: 3,
    })
    await expect(postEvents(numbered(1), { url: 'http://127.0.0.1:1', token })).rejects.toMatchObject({ exitCode: 3 })
  })
})

describe('importGit', () => {
  it('sends the events of a repository and says what they were', async () => {
    const repository = createScratchRepository()
    try {
      repository.commit('Begin', 1)
      repository.annotate('v1.0.0', 2)
      repository.commit('Next', 3)
      repository.git(['tag', 'v1.1.0'])
      const { url, requests } = await serve()
      const progress: unknown[] = []
      const imported = await importGit({ path: repository.path, url, token, onProgress: (step) => progress.push(step) })
      expect(imported).toEqual({
        accepted: 5,
        duplicates: 0,
        rejected: [],
        releases: 2,
        changes: 2,
        service: 'shop',
        repository: 'shop',
        datedBy: { tagger: 1, committer: 1 },
      })
      expect(requests.flatMap((request) => request.ids)).toHaveLength(5)
      expect(progress).toEqual([{ sent: 5, total: 5 }])
    } finally {
      repository.remove()
    }
  })
})
