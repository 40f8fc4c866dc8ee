import { existsSync, readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { settingsProblem, type RouteSettings } from './contract.js'
import { exampleContext, exampleNotification } from './examples.js'
import { findRoute, routes } from './index.js'
import { startRecordingServer, type Answering, type RecordingServer } from './recording-server.js'

const root = new URL('./', import.meta.url)
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

const settingsAt: Record<string, (url: string) => RouteSettings> = {
  alertmanager: (url) => ({ url, authorization: 'Bearer hidden-value-1' }),
  'github-issues': (url) => ({ repository: 'example-org/operations', token: 'hidden-value-1', url }),
  'gitlab-issues': (url) => ({ project: 'example-group/operations', token: 'hidden-value-1', url }),
  pagerduty: (url) => ({ routingKey: 'hidden-value-1', url: `${url}/v2/enqueue` }),
  slack: (url) => ({ url: `${url}/services/T0/B0/hidden-value-1` }),
  webhook: (url) => ({ url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
}
const overHttp = routes.filter(({ id }) => id in settingsAt)

let server: RecordingServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

async function sendTo(id: string, answer: Answering, timeoutMs = 2_000) {
  server = await startRecordingServer(() => answer)
  return await findRoute(id)?.send(exampleNotification(), settingsAt[id]?.(server.url) ?? {}, exampleContext({ timeoutMs }))
}

describe('the registry', () => {
  it('is the directory', () => {
    expect(folders.length).toBeGreaterThan(5)
    expect(routes.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  })

  it.each(folders)('%s has its route, its tests and its setup', async (folder) => {
    const module = (await import(new URL(`${folder}/route.ts`, root).pathname)) as Record<string, unknown>
    expect(Object.values(module)).toContain(findRoute(folder))
    expect(existsSync(new URL(`${folder}/README.md`, root))).toBe(true)
    expect(existsSync(new URL(`${folder}/route.test.ts`, root))).toBe(true)
  })

  it('finds nothing under a name nobody has', () => {
    expect(findRoute('constructor')).toBeNull()
  })

  it('has every route but e-mail below', () => {
    expect(overHttp.map(({ id }) => id)).toEqual(routes.map(({ id }) => id).filter((id) => id !== 'email'))
  })
})

describe.each(routes)('$id asks for its settings', ({ fields, send }) => {
  it('with an example that it takes', () => {
    expect(settingsProblem(fields, Object.fromEntries(fields.map(({ name, example }) => [name, example])))).toBeNull()
    for (const { title, example } of fields) expect([title, example]).not.toContain('')
  })

  it('and sends nothing without what it needs', async () => {
    const required = fields.filter((field) => field.required)
    expect(required.length).toBeGreaterThan(0)
    for (const missing of required) {
      const settings = Object.fromEntries(required.filter(({ name }) => name !== missing.name).map(({ name, example }) => [name, example]))
      const result = await send(exampleNotification(), settings, exampleContext())
      expect(result).toEqual({ ok: false, retryable: false, status: null, message: `${missing.title} is missing.`, retryAfterSeconds: null })
    }
  })

  it('and takes no line break in them', async () => {
    const settings = Object.fromEntries(fields.map(({ name, example }) => [name, `${example}\r\nx: y`]))
    expect(await send(exampleNotification(), settings, exampleContext())).toMatchObject({ ok: false, retryable: false, status: null })
  })
})

describe.each(overHttp)('$id', ({ id, send }) => {
  it.each([400, 401, 403, 404, 410, 422])('gives up after %i, and shows no secret', async (status) => {
    const secret = id === 'webhook' ? 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' : 'hidden-value-1'
    const result = await sendTo(id, { status, body: { message: `No: ${secret}` } })
    expect(result).toMatchObject({ ok: false, retryable: false, status, retryAfterSeconds: null })
    expect(result).toMatchObject({ message: expect.stringContaining(`${server?.host} answers ${status}: No`) as string })
    expect(JSON.stringify(result)).not.toContain(secret)
    expect(server?.recorded).toHaveLength(1)
  })

  it.each([
    ['seconds', '37', 37],
    ['a date', 'Mon, 02 Mar 2026 10:17:30 GMT', 90],
    ['nothing', undefined, null],
    ['nonsense', '-5', null],
  ])('waits after 429 as long as it is told by %s', async (_, header, seconds) => {
    const result = await sendTo(id, { status: 429, ...(header === undefined ? {} : { headers: { 'retry-after': header } }) })
    expect(result).toMatchObject({ ok: false, retryable: true, status: 429, retryAfterSeconds: seconds })
  })

  it.each([500, 503])('tries again after %i', async (status) => {
    const result = await sendTo(id, { status, body: 'oops' })
    expect(result).toMatchObject({ ok: false, retryable: true, status, message: `${server?.host} answers ${status}: oops`, retryAfterSeconds: null })
  })

  it('is not led to another host', async () => {
    const result = await sendTo(id, { status: 307, headers: { location: 'http://127.0.0.2:9/' } })
    expect(result).toMatchObject({ ok: false, retryable: false })
  })

  it('tries again when nobody listens', async () => {
    const gone = await startRecordingServer(() => 'hangs')
    await gone.close()
    const result = await send(exampleNotification(), settingsAt[id]?.(gone.url) ?? {}, exampleContext())
    expect(result).toEqual({
      ok: false,
      retryable: true,
      status: null,
      message: `${gone.host} could not be asked: ECONNREFUSED.`,
      retryAfterSeconds: null,
    })
  })

  it('tries again when no answer comes', async () => {
    const result = await sendTo(id, 'hangs', 150)
    expect(result).toMatchObject({ ok: false, retryable: true, status: null, message: `${server?.host} did not answer within 150 ms.` })
    expect(server?.recorded).toHaveLength(1)
  })

  it('goes to no private address that is not allowed', async () => {
    server = await startRecordingServer(() => ({ status: 200 }))
    const result = await send(exampleNotification(), settingsAt[id]?.(server.url) ?? {}, exampleContext({ privateHosts: [] }))
    expect(result).toMatchObject({ ok: false, retryable: false, status: null })
    expect(server.recorded).toEqual([])
  })

  it('gives up on an address that is no URL', async () => {
    const result = await send(exampleNotification(), settingsAt[id]?.('nowhere') ?? {}, exampleContext())
    expect(result).toMatchObject({ ok: false, retryable: false, message: 'The address is no URL.' })
  })
})
