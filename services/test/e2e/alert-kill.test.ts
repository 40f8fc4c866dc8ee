import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startRecordingServer, type RecordingServer } from '../../alerts/routes/recording-server.js'
import { compileServer, START_MS, startServer, type ServerProcess } from './compiled-server.js'

const SERVICES = 30
/** It dies while these messages, of sixty and what comes again, are on their way: their receiver has them, and it never hears so. */
const KILLED_AT = [4, 25, 40]
const ENV = { WINDSOCK_OUTGOING_PRIVATE_HOSTS: '127.0.0.1' }
/** A minute is judged 15 seconds after it ended. */
const JUDGED_MS = 80_000
/** Each time it dies it may take as long to come back as any start may. */
const SENT_MS = 60_000 + KILLED_AT.length * START_MS

let dataDir: string
let compiled: Awaited<ReturnType<typeof compileServer>>
let server: ServerProcess
let receiver: RecordingServer
let restarts: Promise<void> = Promise.resolve()

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'windsock-alert-kill-'))
  compiled = await compileServer()
  server = await startServer(compiled.directory, dataDir, ENV)
  receiver = await startRecordingServer((_request, number) => {
    if (!KILLED_AT.includes(number)) return { status: 200 }
    restarts = restarts.then(async () => {
      await server.kill()
      server = await startServer(compiled.directory, dataDir, ENV)
    })
    return 'hangs'
  })
}, 120_000)
afterAll(async () => {
  await restarts
  await server?.kill()
  await receiver?.close()
  await compiled?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

it(
  `tells of every alert, killed ${KILLED_AT.length} times while it tells, and never twice where that can be seen`,
  async () => {
    const services = Array.from({ length: SERVICES }, (_, index) => `service-${index}`)
    await saveRoute('hook', 'webhook', [
      { name: 'url', value: `${receiver.url}/hook` },
      { name: 'secret', value: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    ])
    await saveRoute('chat', 'slack', [{ name: 'url', value: `${receiver.url}/chat` }])
    await post('/v1/events', services.map(failedDeployment))
    await vi.waitFor(async () => expect((await messages()).length).toBe(2 * SERVICES), { timeout: JUDGED_MS, interval: 500 })
    await vi.waitFor(async () => expect((await messages()).filter(({ state }) => state !== 'SENT')).toEqual([]), { timeout: SENT_MS, interval: 500 })
    await restarts

    const hooks = receiver.recorded.filter(({ path }) => path === '/hook')
    // What comes again has the id and the text that it had before.
    const distinct = new Map(hooks.map(({ headers, body }) => [`${String(headers['webhook-id'])} ${body}`, body]))
    expect([...distinct.values()].map(serviceOf).sort()).toEqual([...services].sort())

    const logged = await messages()
    const chats = receiver.recorded.filter(({ path }) => path === '/chat').map(({ body }) => body)
    for (const service of services) {
      const heard = chats.filter((body) => body.includes(`${service} `)).length
      const mayRepeat = logged.find((message) => message.route === 'chat' && message.service === service)?.mayRepeat
      expect(heard, service).toBeGreaterThanOrEqual(1)
      if (!mayRepeat) expect(heard, service).toBe(1)
    }
    // What was on its way when it was killed came again.
    expect(receiver.recorded.length).toBeGreaterThanOrEqual(2 * SERVICES + KILLED_AT.length)
    expect(logged.some(({ mayRepeat }) => mayRepeat)).toBe(true)
  },
  JUDGED_MS + SENT_MS + 60_000,
)

function failedDeployment(service: string) {
  const at = new Date(Date.now() - 60_000).toISOString()
  return {
    id: `failed ${service}`,
    source: 'ci',
    type: 'deployment.finished',
    time: at,
    data: { service, environment: 'production', deployment: `${service}-1`, version: '1.0.0', outcome: 'failed', finishedAt: at },
  }
}

function serviceOf(body: string): string {
  return (JSON.parse(body) as { data: { service: string } }).data.service
}

async function saveRoute(name: string, kind: string, fields: { name: string; value: string }[]): Promise<void> {
  const input = { name, kind, fields, mostPerHour: 1_000 }
  await ask('mutation ($input: AlertRouteInput!) { saveAlertRoute(input: $input) { id } }', { input })
}

type Message = { service: string; route: string; state: string; mayRepeat: boolean }

async function messages(): Promise<Message[]> {
  type Answer = { alerts: { edges: { node: { service: string; messages: Omit<Message, 'service'>[] } }[] } }
  const { alerts } = await ask<Answer>(
    '{ alerts(first: 200, filter: { rules: ["failed_deployment"] }) { edges { node { service messages { route state mayRepeat } } } } }',
    {},
  )
  return alerts.edges.flatMap(({ node }) => node.messages.map((message) => ({ ...message, service: node.service })))
}

async function ask<T>(query: string, variables: object): Promise<T> {
  const { data, errors } = (await (await post('/graphql', { query, variables })).json()) as { data: T; errors?: object[] }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.token}` }
  return await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}
