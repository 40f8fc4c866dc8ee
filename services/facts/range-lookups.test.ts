import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApiAccesses, type ApiAccesses } from '../source-control/api-access.js'
import { openClient } from '../source-control/clients.js'
import { startGithub, startGitlab, type SimulatedRepository, type Trouble } from '../source-control/simulated-provider.js'
import { event, rollout } from '../test/event-builders.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { startProjector } from './projector.js'
import { createRangeLookups, MOST_ATTEMPTS } from './range-lookups.js'
import { lookUpOnce, startRangeWorker } from './range-lookups-worker.js'
import { recordEvents } from './record-events.js'
import { createRangeAsker } from './unknown-ranges.js'

let stores: TestStores
const closing: (() => unknown)[] = []
beforeAll(async () => {
  stores = await openTestStores()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await stores.control.dataSource.query('DELETE FROM api_access')
  await stores.control.dataSource.query('DELETE FROM range_lookups')
})
afterAll(() => stores.close())

const START = Date.UTC(2026, 10, 2, 12)
const sha = (letter: string) => letter.repeat(40)
const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 8) + minute * 60_000).toISOString()

/** a, b, c, d on the main line; 1 and 2 replaced b, c and d by force. */
const repository: SimulatedRepository = {
  path: 'acme/shop',
  commits: [
    { sha: sha('a'), parents: [], at: at(0) },
    { sha: sha('b'), parents: [sha('a')], at: at(1), pull: 3 },
    { sha: sha('c'), parents: [sha('b')], at: at(2) },
    { sha: sha('d'), parents: [sha('c')], at: at(3) },
    { sha: sha('1'), parents: [sha('a')], at: at(4) },
    { sha: sha('2'), parents: [sha('1')], at: at(5) },
  ],
  pulls: [{ number: 3, openedAt: at(0.5), mergedAt: at(1), title: 'Carts', reviews: [] }],
}

let service = 0

/** One service, its provider, and a clock that stands still. */
async function set(integration: 'github' | 'gitlab' = 'github', trouble?: Trouble) {
  const name = `shop-${(service += 1)}`
  const server = await (integration === 'github' ? startGithub : startGitlab)({ ...repository, path: `acme/${name}` }, 1, trouble)
  closing.push(() => server.close())
  const time = { now: START }
  const now = () => new Date(time.now)
  const { dataSource } = stores.control
  const accesses: ApiAccesses = createApiAccesses({ dataSource, key: randomBytes(32), now })
  const lookups = createRangeLookups({ dataSource, now, random: () => 1 })
  const clock = { now: () => time.now, random: () => 1, wait: () => Promise.resolve() }
  const options = { clock, privateHosts: [server.host], timeoutMs: 2000 }
  const worker = {
    ...options,
    lookups,
    accesses,
    record: (events: Parameters<typeof recordEvents>[1][number][]) => recordEvents(stores, events),
    onError: fail,
  }
  const project = async () => {
    const projector = await startProjector(stores, {
      worker: name,
      onUnknownRanges: createRangeAsker({ lookups, accesses, onAsked: () => {} }),
      onError: fail,
    })
    await projector.idle()
    await projector.stop()
  }
  return {
    server,
    worker,
    lookups,
    time,
    project,
    save: () => accesses.save({ integration, source: 'main', token: 't-1', apiUrl: server.url }),
    deploy: (id: string, minute: number, commit: string, fields: Record<string, unknown> = {}) =>
      recordEvents(
        stores,
        rollout(at(minute), at(minute + 1), {
          deployment: `${name}-${id}`,
          service: name,
          version: id,
          commit,
          repository: `127.0.0.1/acme/${name}`,
          ...fields,
        }),
      ),
    push: (...commits: { committedAt: string; [field: string]: unknown }[]) =>
      recordEvents(
        stores,
        commits.map((commit) => event('change.committed', commit.committedAt, { repository: `127.0.0.1/acme/${name}`, ...commit }, { revision: 2 })),
      ),
    lookUp: () =>
      lookUpOnce(worker, (_host, access) => {
        const opened = openClient(access, options)
        closing.push(() => opened?.close())
        return opened?.client ?? null
      }),
    async facts() {
      const deployments = await stores.analytics.query<{ id: string; version: string; source: string }>(
        'SELECT id, version_name AS version, change_source AS source FROM deployments FINAL WHERE service = {name:String} ORDER BY anchor',
        { name },
      )
      const changes = await stores.analytics.query<{ deployment: string; sha: string }>(
        `SELECT deployment, sha FROM deployed_changes FINAL WHERE service = {name:String} AND state = 'counted' ORDER BY sha`,
        { name },
      )
      const of = (id: string) => changes.filter(({ deployment }) => deployment === id).map((change) => change.sha.slice(0, 1))
      return Object.fromEntries(deployments.map(({ id, version, source }) => [version, `${source}: ${of(id).join('')}`]))
    },
  }
}

function fail(error: unknown): void {
  throw error
}

async function comparedEvents(): Promise<number> {
  const [row] = await stores.analytics.query<{ count: string }>(
    `SELECT count() AS count FROM events FINAL WHERE startsWith(source, 'windsock/compare/')`,
  )
  return Number(row?.count)
}

describe.each(['github', 'gitlab'] as const)('a range that events do not tell, of %s', (integration) => {
  it('is asked once, and then known from events', async () => {
    const { save, deploy, project, lookUp, lookups, facts, server } = await set(integration)
    await save()
    await deploy('v1', 10, sha('a'))
    await deploy('v2', 20, sha('d'))
    await project()
    expect(await facts()).toEqual({ v1: 'head: ', v2: 'head: ' })
    expect(await lookups.list(null, 10)).toMatchObject([{ baseCommit: sha('a'), headCommit: sha('d'), state: 'pending', withFiles: false }])
    expect(await lookUp()).toBe(1)
    await project()
    expect(await facts()).toEqual({ v1: 'head: ', v2: 'range: bcd' })
    expect(await lookups.list('done', 10)).toMatchObject([{ commits: 3, reason: null, attempts: 1 }])
    const asked = server.asked.length
    expect(await lookUp()).toBe(0)
    expect(server.asked).toHaveLength(asked)
  })

  it('for a push that was not listed in full is asked, and what was listed counts meanwhile', async () => {
    const { save, deploy, project, lookUp, lookups, facts, push } = await set(integration)
    await save()
    await push({ sha: sha('c'), committedAt: at(2), historyCut: true }, { sha: sha('d'), committedAt: at(3), parents: [sha('c')] })
    await deploy('v1', 10, sha('a'))
    await deploy('v2', 20, sha('d'))
    await project()
    expect(await facts()).toEqual({ v1: 'head: ', v2: 'head: cd' })
    expect(await lookups.list(null, 10)).toMatchObject([{ baseCommit: sha('a'), headCommit: sha('d'), state: 'pending' }])
    expect(await lookUp()).toBe(1)
    await project()
    expect(await facts()).toEqual({ v1: 'head: ', v2: 'range: bcd' })
  })

  it('after a forced push is what replaced the old commits, and of an older commit nothing', async () => {
    const { save, deploy, project, lookUp, facts } = await set(integration)
    await save()
    await deploy('v1', 10, sha('c'))
    await deploy('v2', 20, sha('2'))
    await deploy('v3', 30, sha('a'))
    await project()
    expect(await lookUp()).toBe(2)
    await project()
    expect(await facts()).toEqual({ v1: 'head: ', v2: 'range: 12', v3: 'range: ' })
  })
})

it('is recorded the same when it is asked again', async () => {
  const { save, deploy, project, lookUp, lookups } = await set()
  await save()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  await lookUp()
  const events = await comparedEvents()
  await stores.control.dataSource.query(`UPDATE range_lookups SET state = 'dead'`)
  expect(await lookups.retry({ host: '127.0.0.1' })).toBe(1)
  expect(await lookUp()).toBe(1)
  expect([await comparedEvents(), await lookups.count('done')]).toEqual([events, 1])
})

it('is not asked without a token, for another environment, or of a failed rollout', async () => {
  const { save, deploy, project, lookUp, lookups } = await set()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  expect([await lookUp(), await lookups.list(null, 10)]).toEqual([0, []])
  await save()
  await deploy('v1', 10, sha('a'), { environment: 'staging' })
  await deploy('v2', 20, sha('d'), { environment: 'staging' })
  await project()
  const asked = (await lookups.list(null, 10)).map(({ headCommit }) => headCommit)
  expect(asked).toEqual([sha('d')])
})

it('is given up with the reason when the base is gone, and asked again on demand', async () => {
  const { save, deploy, project, lookUp, lookups, server } = await set()
  await save()
  await deploy('v1', 10, sha('f'))
  await deploy('v2', 20, sha('d'))
  await project()
  await lookUp()
  const [dead] = await lookups.list('dead', 10)
  expect(dead?.reason).toBe(`${server.host} answered 404: Not Found`)
  expect(await lookUp()).toBe(0)
  expect(await lookups.retry({ id: dead?.id ?? '' })).toBe(1)
  expect(await lookUp()).toBe(1)
})

it('waits for the end of a limit, which is no failed attempt', async () => {
  const limit = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(START / 1000 + 3000) } }
  let limited = true
  const { save, deploy, project, lookUp, lookups, time } = await set('github', () => (limited ? limit : undefined))
  await save()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  expect(await lookUp()).toBe(1)
  expect(await lookups.list('pending', 10)).toMatchObject([{ attempts: 0, availableAt: new Date(START + 3_000_000) }])
  expect(await lookUp()).toBe(0)
  time.now += 3_000_000
  limited = false
  expect(await lookUp()).toBe(1)
  expect(await lookups.count('done')).toBe(1)
})

it('is tried with growing pauses and given up in the end', async () => {
  const { save, deploy, project, lookUp, lookups, time } = await set('github', () => ({ status: 503 }))
  await save()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  const pauses: number[] = []
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    expect(await lookUp()).toBe(1)
    const [waiting] = await lookups.list('pending', 1)
    if (!waiting) break
    pauses.push((waiting.availableAt.getTime() - time.now) / 60_000)
    time.now = waiting.availableAt.getTime()
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64])
  expect(await lookups.list('dead', 1)).toMatchObject([{ attempts: MOST_ATTEMPTS, reason: expect.stringMatching(/answered 503$/) }])
})

it('is leased to one at a time, and to the next when the first is gone', async () => {
  const { save, deploy, project, lookups, time } = await set()
  await save()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  const other = createRangeLookups({ dataSource: stores.control.dataSource, now: () => new Date(time.now), random: () => 1 })
  const [first] = await lookups.claim(['127.0.0.1'], 5)
  expect(await other.claim(['127.0.0.1'], 5)).toEqual([])
  time.now += 11 * 60_000
  expect(await other.claim(['elsewhere'], 5)).toEqual([])
  const [second] = await other.claim(['127.0.0.1'], 5)
  expect(second).toMatchObject({ id: first?.id, attempts: 2 })
  if (first) await lookups.complete(first, 9)
  expect(await lookups.count('leased')).toBe(1)
})

it('is handed back at once when the process ends while the provider is silent', async () => {
  let heard: () => void = () => {}
  const asked = new Promise<void>((resolve) => (heard = resolve))
  const { save, deploy, project, lookups, worker } = await set('github', () => () => heard())
  await save()
  await deploy('v1', 10, sha('a'))
  await deploy('v2', 20, sha('d'))
  await project()
  const running = startRangeWorker({ ...worker, timeoutMs: 60_000 })
  await asked
  const began = Date.now()
  await running.stop()
  expect(Date.now() - began).toBeLessThan(5000)
  expect(await lookups.list('pending', 1)).toMatchObject([{ attempts: 0, reason: 'Windsock was stopped meanwhile.' }])
})
