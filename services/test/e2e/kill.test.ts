import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { between, chance, randomFrom, shuffled, type Random } from '../../../seed/random.js'
import { startTestApp } from '../app.js'
import { compileServer, startServer, type ServerProcess } from './compiled-server.js'
import { GITHUB_SECRET, hookRequest, rolloutDeliveries, rolloutWindow, type GithubDelivery } from './github-deliveries.js'

const KILLS = Number(process.env.WINDSOCK_KILLS ?? 5)
const SEED = Number(process.env.WINDSOCK_KILL_SEED ?? 20_261_102)
const ROLLOUTS_A_ROUND = 100
const SENDERS = 8

let dataDir: string
let compiled: Awaited<ReturnType<typeof compileServer>>
let server: ServerProcess | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'windsock-kill-'))
  compiled = await compileServer()
  const app = await startTestApp({ dataDir })
  await app.graphql('mutation ($secret: String!) { saveConnection(input: { integration: "github", source: "main", secret: $secret }) { url } }', {
    secret: GITHUB_SECRET,
  })
  await app.stop()
})
afterAll(async () => {
  await server?.kill()
  await compiled?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

it(
  `loses and doubles nothing that it acknowledged, killed ${KILLS} times while webhooks come in`,
  async () => {
    const random = randomFrom(SEED)
    const acknowledged = new Set<string>()
    const sent = new Set<string>()
    for (let round = 0; round < KILLS; round += 1) {
      server = await startServer(compiled.directory, dataDir)
      await sendUntilKilled(server, deliveriesOf(random, round), {
        acknowledged,
        sent,
        killAfter: between(random, 1, ROLLOUTS_A_ROUND * 3),
        delayMs: between(random, 0, 60),
      })
    }
    server = await startServer(compiled.directory, dataDir)
    await untilSettled()
    const deliveries = await listAll<{ deliveryId: string; state: string }>('deliveries', 'deliveryId state')
    const kept = deliveries.map(({ deliveryId }) => deliveryId)
    expect(deliveries.filter(({ state }) => state !== 'DONE')).toEqual([])
    expect(new Set(kept).size).toBe(kept.length)
    expect([...acknowledged].filter((id) => !kept.includes(id))).toEqual([])
    expect(kept.filter((id) => !sent.has(id))).toEqual([])
    // Each of these deliveries gives one event.
    expect(await ask('{ pipelineStatus { events pendingDeliveries deadDeliveries } }')).toEqual({
      pipelineStatus: { events: kept.length, pendingDeliveries: 0, deadDeliveries: 0 },
    })
    await expectRollouts(new Set(kept), acknowledged)
    expect(acknowledged.size).toBeGreaterThan(KILLS)
  },
  60_000 + KILLS * 30_000,
)

/** The rollouts of a round, each told in any order, some of it twice. */
function deliveriesOf(random: Random, round: number): GithubDelivery[] {
  const numbers = Array.from({ length: ROLLOUTS_A_ROUND }, (_, index) => round * ROLLOUTS_A_ROUND + index)
  return numbers.flatMap((number) =>
    shuffled(
      random,
      Object.values(rolloutDeliveries(number)).flatMap((delivery) => (chance(random, 0.2) ? [delivery, delivery] : [delivery])),
    ),
  )
}

type Load = { acknowledged: Set<string>; sent: Set<string>; killAfter: number; delayMs: number }

/** Several senders post until the server is killed, which happens once it has acknowledged so many. */
async function sendUntilKilled(
  running: ServerProcess,
  deliveries: readonly GithubDelivery[],
  { acknowledged, sent, killAfter, delayMs }: Load,
): Promise<void> {
  const waiting = [...deliveries]
  let accepted = 0
  let killing: Promise<void> | null = null
  const sender = async () => {
    for (let delivery = waiting.shift(); delivery && !killing; delivery = waiting.shift()) {
      sent.add(delivery.id)
      const response = await fetch(`${running.url}/v1/hooks/github/main`, await hookRequest(delivery)).catch(() => null)
      if (!response) continue
      expect(response.status).toBe(202)
      acknowledged.add(delivery.id)
      accepted += 1
      if (accepted >= killAfter) killing ??= sleep(delayMs).then(() => running.kill())
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  await (killing ?? running.kill())
}

/** In the numbers once: what was acknowledged must be there, what was sent may be, nothing else is. */
async function expectRollouts(kept: ReadonlySet<string>, acknowledged: ReadonlySet<string>): Promise<void> {
  const deployments = await listAll<{ version: string; outcome: string; kind: string }>('deployments', 'version outcome kind')
  const versions = deployments.map(({ version }) => version)
  expect(new Set(versions).size).toBe(versions.length)
  const told = (event: string, ids: ReadonlySet<string>) =>
    [...ids].filter((id) => id.startsWith(`${event}-`)).map((id) => `1.${id.slice(event.length + 1)}.0`)
  expect([...versions].sort()).toEqual([...new Set([...told('deployment', kept), ...told('deployment_status', kept)])].sort())
  const succeeded = deployments.filter(({ outcome }) => outcome === 'succeeded').map(({ version }) => version)
  expect(succeeded.sort()).toEqual(told('deployment_status', kept).sort())
  expect(told('deployment_status', acknowledged).filter((version) => !succeeded.includes(version))).toEqual([])
  const { metrics } = await ask<{ metrics: { groups: { total: { value: number; n: number } }[] }[] }>(
    'query ($from: DateTime!, $to: DateTime!) { metrics(keys: [deployment_frequency], window: { from: $from, to: $to }) { groups { total { value n } } } }',
    rolloutWindow,
  )
  expect(metrics[0]?.groups[0]?.total).toEqual({ value: succeeded.length, n: succeeded.length })
}

async function untilSettled(): Promise<void> {
  const settled = { pipelineStatus: { pendingDeliveries: 0, pendingServices: 0 } }
  await vi.waitFor(async () => expect(await ask('{ pipelineStatus { pendingDeliveries pendingServices } }')).toEqual(settled), {
    timeout: 45_000,
    interval: 200,
  })
}

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { url, token } = server as ServerProcess
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: T; errors?: object[] }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function listAll<Node>(list: string, fields: string): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  do {
    type Page = Record<string, { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: Node }[] }>
    const data: Page = await ask(
      `query ($after: String) { ${list}(first: 400, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`,
      { after },
    )
    const page = data[list] as Page[string]
    nodes.push(...page.edges.map(({ node }) => node))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}
