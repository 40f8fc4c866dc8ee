import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { between, randomFrom } from '../../../seed/random.js'
import { compileServer, startServer, type ServerProcess } from './compiled-server.js'
import { createCompany, MINUTE, type Counts, type Sending } from './telemetry-company.js'

const KILLS = Number(process.env.WINDSOCK_KILLS ?? 2)
const MINUTES = 30
const START = Math.floor(Date.now() / MINUTE) * MINUTE - MINUTES * MINUTE

let dataDir: string
let compiled: Awaited<ReturnType<typeof compileServer>>
let server: ServerProcess

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'windsock-telemetry-kill-'))
  compiled = await compileServer()
  server = await startServer(compiled.directory, dataDir)
}, 120_000)
afterAll(async () => {
  await server?.kill()
  await compiled?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

it(
  `counts every reading once, killed ${KILLS} times while telemetry comes in`,
  async () => {
    const random = randomFrom(20_261_124)
    const company = createCompany({ services: 12, minutes: MINUTES, start: START })
    await ask('mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied } }', { yaml: company.openSlo() })
    const requests = [...company.first(), ...Array.from({ length: MINUTES }, (_, minute) => company.requestsOf(minute)).flat()]
    const killAt = new Set(
      Array.from({ length: KILLS }, (_, round) => Math.floor(((round + 0.5) * requests.length) / KILLS) + between(random, -2, 2)),
    )
    let killing: Promise<void> = Promise.resolve()
    for (const [index, request] of requests.entries()) {
      // It dies while the next requests are on their way.
      if (killAt.has(index)) killing = sleep(between(random, 0, 40)).then(restart)
      await sendUntilTaken(request)
    }
    await killing
    for (const plan of company.plans) {
      for (const indicator of ['answers', 'quickness'] as const) {
        const counted = company
          .counted(plan, indicator)
          .reduce<Counts>((all, one) => ({ good: all.good + (one?.good ?? 0), total: all.total + (one?.total ?? 0) }), { good: 0, total: 0 })
        await vi.waitFor(async () => expect(await standing(`${plan.service}-${indicator}`)).toEqual(counted), { timeout: 30_000, interval: 500 })
      }
    }
  },
  120_000 + KILLS * 30_000,
)

async function restart(): Promise<void> {
  await server.kill()
  server = await startServer(compiled.directory, dataDir)
}

/** As senders do: again until it is acknowledged, in order, and nothing is dropped. */
async function sendUntilTaken({ path, headers, body }: Sending): Promise<void> {
  for (;;) {
    const { url, token } = server
    const response = await fetch(url + path, { method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, body }).catch(() => null)
    if (response?.ok) return
    // Of a server that is gone or not yet ready.
    if (response && response.status !== 503) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await sleep(100)
  }
}

async function standing(name: string): Promise<Counts | undefined> {
  const { slo } = await ask<{ slo: { objectives: Counts[] } }>('query ($name: ID!) { slo(name: $name) { objectives { good total } } }', { name })
  const [objective] = slo.objectives
  return objective && { good: Math.round(objective.good), total: Math.round(objective.total) }
}

async function ask<T>(query: string, variables: object): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.token}` }
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: T; errors?: object[] }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}
