import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CanonicalEvent } from '../domain/event.js'
import { AnalyticsUnavailable } from '../store/analytics/analytics-errors.js'
import { InboxEntry } from '../store/control/entities/inbox-entry.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { MAX_ATTEMPTS } from './back-off.js'
import type { NewDelivery } from './delivery.js'
import { createInbox, LEASE_MS, type Inbox } from './inbox.js'
import { workOnce, type WorkerOptions } from './worker.js'

let stores: TestStores
let inbox: Inbox
let now: Date
let recorded: CanonicalEvent[]
let record: WorkerOptions['record']

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores?.close())

beforeEach(async () => {
  await stores.control.dataSource.query('TRUNCATE inbox')
  now = new Date('2026-11-02T10:00:00Z')
  recorded = []
  record = async (events) => void recorded.push(...events)
  inbox = createInbox({ dataSource: stores.control.dataSource, now: () => now, random: () => 1 })
})

function later(milliseconds: number): void {
  now = new Date(now.getTime() + milliseconds)
}

function work(): Promise<number> {
  return workOnce({ inbox, record: (events) => record(events), settingsOf: async () => ({}), onError: () => {} })
}

function delivery(deliveryId: string, overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    integration: 'events',
    source: 'ci',
    deliveryId,
    receivedAt: now,
    headers: {},
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(eventOf(deliveryId))),
    ...overrides,
  }
}

function eventOf(id: string) {
  const data = { deployment: id, service: 'payments', environment: 'production', outcome: 'succeeded' }
  return { id, source: 'ci', type: 'deployment.finished', time: '2026-11-02T09:00:00Z', data }
}

async function entries(): Promise<InboxEntry[]> {
  return await stores.control.dataSource.getRepository(InboxEntry).find({ order: { id: 'ASC' } })
}

describe('taking in', () => {
  test('many at once are all kept, each with an id of its own', async () => {
    const accepted = await Promise.all(Array.from({ length: 450 }, (_, index) => inbox.add(delivery(`d${index}`))))
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(450)
    expect(accepted.some(({ duplicate }) => duplicate)).toBe(false)
    expect((await entries()).map(({ body }) => JSON.parse(body.toString()).id).sort()).toEqual(
      Array.from({ length: 450 }, (_, index) => `d${index}`).sort(),
    )
  })

  test('the same delivery again changes nothing, in the same commit or later, and another source has ids of its own', async () => {
    const [first, again] = await Promise.all([inbox.add(delivery('a')), inbox.add(delivery('a', { body: Buffer.from('other') }))])
    expect([first?.duplicate, again?.duplicate]).toEqual([false, true])
    expect((await inbox.add(delivery('a'))).duplicate).toBe(true)
    expect((await inbox.add(delivery('a', { source: 'other' }))).duplicate).toBe(false)
    expect(await entries()).toHaveLength(2)
  })

  test('bytes stay as they are', async () => {
    const body = Buffer.from([0, 255, 10, 13, 34, 92])
    await inbox.add(delivery('bytes', { body, headers: { 'x-github-event': 'push', quote: `'"\\` } }))
    expect((await entries())[0]).toMatchObject({ body, size: 6, headers: { 'x-github-event': 'push', quote: `'"\\` } })
  })
})

describe('working through', () => {
  test('what is good is recorded once and says what it gave', async () => {
    await inbox.add(delivery('a'))
    await work()
    expect(recorded.map(({ id, receivedAt }) => ({ id, receivedAt }))).toEqual([{ id: 'a', receivedAt: '2026-11-02T10:00:00.000Z' }])
    expect(await entries()).toMatchObject([
      {
        state: 'done',
        processedAt: now,
        outcome: { sentence: '1 event: deployment.finished ×1', events: [{ id: 'a', source: 'ci', type: 'deployment.finished' }] },
      },
    ])
    expect(await work()).toBe(0)
  })

  test('a lease keeps others away until it ends, and then someone else goes on', async () => {
    await inbox.add(delivery('a'))
    expect(await inbox.claim(10)).toHaveLength(1)
    expect(await inbox.claim(10)).toHaveLength(0)
    later(LEASE_MS + 1)
    await work()
    expect(recorded.map(({ id }) => id)).toEqual(['a'])
    expect(await entries()).toMatchObject([{ state: 'done', attempts: 2 }])
  })

  test('poison becomes a dead letter at once and holds up nothing', async () => {
    await inbox.add(delivery('poison', { body: Buffer.from('not json') }))
    await inbox.add(delivery('unknown', { integration: 'nowhere' }))
    await inbox.add(delivery('good'))
    await work()
    expect(recorded.map(({ id }) => id)).toEqual(['good'])
    const [poison, unknown, good] = await entries()
    expect(poison).toMatchObject({ state: 'dead' })
    expect(poison?.error).toMatch(/JSON/)
    expect(unknown).toMatchObject({ state: 'dead', error: 'There is no integration named nowhere.' })
    expect(good).toMatchObject({ state: 'done' })
  })

  test('what the store will not take is tried again, longer and longer, and then given up', async () => {
    record = async (events) => {
      if (events.some(({ id }) => id === 'bad')) throw new Error('refused by the store')
      recorded.push(...events)
    }
    await inbox.add(delivery('bad'))
    await inbox.add(delivery('good'))
    const waits: number[] = []
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(await work()).toBeGreaterThan(0)
      const [bad] = await entries()
      expect(bad).toMatchObject({ attempts: attempt, error: 'refused by the store' })
      waits.push((bad?.availableAt.getTime() ?? 0) - now.getTime())
      later((waits.at(-1) ?? 0) - 1)
      expect(await work()).toBe(0)
      later(1)
    }
    expect(recorded.map(({ id }) => id)).toEqual(['good'])
    expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
    expect(await entries()).toMatchObject([{ state: 'dead' }, { state: 'done' }])
  })

  test('with the store away nothing is tried in vain and nothing is lost', async () => {
    record = async () => {
      throw new AnalyticsUnavailable('away')
    }
    await inbox.add(delivery('a'))
    await expect(work()).rejects.toThrow(AnalyticsUnavailable)
    expect(await entries()).toMatchObject([{ state: 'pending', attempts: 0 }])
    later(2_000)
    record = async (events) => void recorded.push(...events)
    await work()
    expect(recorded.map(({ id }) => id)).toEqual(['a'])
  })

  test('one that ends the process every time is given up', async () => {
    await inbox.add(delivery('killer'))
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      await inbox.claim(10)
      later(LEASE_MS + 1)
    }
    await work()
    expect(await entries()).toMatchObject([{ state: 'dead', error: 'The process ended 8 times while it worked on this.' }])
    expect(recorded).toEqual([])
  })
})

describe('replaying', () => {
  test('a dead letter is worked through again from the start, one or all of an integration', async () => {
    record = async () => {
      throw new Error('not yet')
    }
    for (const id of ['a', 'b']) await inbox.add(delivery(id))
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      await work()
      later(3_600_000)
    }
    const [a] = await entries()
    record = async (events) => void recorded.push(...events)
    expect(await inbox.replay(a?.id ?? '')).toBe(true)
    await work()
    expect(await entries()).toMatchObject([{ state: 'done', error: null }, { state: 'dead' }])
    expect(await inbox.replayDead('github')).toBe(0)
    expect(await inbox.replayDead(null)).toBe(1)
    await work()
    expect(recorded.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('what someone works on just now is not replayed', async () => {
    await inbox.add(delivery('a'))
    const [claimed] = await inbox.claim(1)
    expect(await inbox.replay(claimed?.id ?? '')).toBe(false)
  })
})

test('only what is processed and old is removed', async () => {
  await inbox.add(delivery('old'))
  await work()
  await inbox.add(delivery('waiting'))
  later(1_000)
  await inbox.add(delivery('new'))
  expect(await inbox.removeOlderThan(now)).toBe(1)
  expect((await entries()).map(({ deliveryId }) => deliveryId)).toEqual(['waiting', 'new'])
})
