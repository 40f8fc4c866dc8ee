import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestStores, type TestStores } from '../test/stores.js'
import { startWebhookReceiver, type WebhookReceiver } from '../test/webhook-receiver.js'
import { MOST_TRIES } from './deliveries.js'
import type { DigestInput } from './digest-settings.js'
import { createDigests, type Digests } from './digests.js'
import { startDigestWorker } from './worker.js'

const WEEK_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000

let stores: TestStores
let receiver: WebhookReceiver
let at: number

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores?.close())
beforeEach(async () => {
  receiver = await startWebhookReceiver()
  at = Date.parse('2026-10-21T12:00:00Z')
})
afterEach(async () => {
  await stores.control.dataSource.query('DELETE FROM digests')
  await receiver.close()
})

/** One process; several see the same store. */
function startProcess(privateHosts: readonly string[] = [receiver.host]): Digests {
  return createDigests({
    dataSource: stores.control.dataSource,
    analytics: stores.analytics,
    key: Buffer.alloc(32, 7),
    publicUrl: () => 'https://windsock.example',
    privateHosts,
    now: () => new Date(at),
    random: () => 1,
  })
}

const input = (over: Partial<DigestInput> = {}): DigestInput => ({
  name: 'Weekly',
  viewId: null,
  state: 'zone=Europe/Berlin',
  measures: [],
  weekday: 1,
  hour: 8,
  timeZone: 'Europe/Berlin',
  url: receiver.url,
  enabled: true,
  ...over,
})

/** Runs until nothing waits any more. */
async function runOut(digests: Digests): Promise<void> {
  while ((await digests.runOnce()) > 0);
}

async function deliveriesOf(digests: Digests, id: string) {
  return (await digests.deliveries.list(id, 100)).map(({ state, attempts, status, reason }) => ({ state, attempts, status, reason }))
}

describe('a digest on its schedule', () => {
  it('is sent once a week, when its hour has come in its zone, over the end of summer time', async () => {
    const digests = startProcess()
    const { digest } = await digests.settings.create(input(), 'person:root')
    expect(digest.nextAt).toEqual(new Date('2026-10-26T07:00:00Z'))
    at = Date.parse('2026-10-26T06:59:59Z')
    await runOut(digests)
    expect(receiver.received).toHaveLength(0)
    for (let minutes = 1; minutes < 60; minutes += 10) {
      at = Date.parse('2026-10-26T07:00:00Z') + minutes * 60_000
      await runOut(digests)
    }
    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { period: object }).period)).toEqual([
      { from: '2026-10-18T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z', timeZone: 'Europe/Berlin', weekStart: 'MONDAY' },
    ])
    expect(await digests.settings.find(digest.id)).toMatchObject({
      nextAt: new Date('2026-11-02T07:00:00Z'),
      lastSentAt: expect.any(Date),
      lastError: null,
    })
  })

  it('is sent once by several workers at once', async () => {
    const processes = [startProcess(), startProcess(), startProcess(), startProcess()]
    const { digest } = await (processes[0] as Digests).settings.create(input(), 'person:root')
    at += WEEK_MS
    await Promise.all(processes.map(runOut))
    expect(receiver.received).toHaveLength(1)
    at += WEEK_MS
    await Promise.all(processes.map(runOut))
    expect(receiver.received).toHaveLength(2)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
    expect(await deliveriesOf(processes[1] as Digests, digest.id)).toHaveLength(2)
  })

  it('that was missed for weeks is sent late once, about the last of them', async () => {
    const digests = startProcess()
    await digests.settings.create(input(), 'person:root')
    at = Date.parse('2026-11-20T15:00:00Z')
    await runOut(startProcess())
    await runOut(digests)
    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { period: { from: string } }).period.from)).toEqual(['2026-11-08T23:00:00.000Z'])
  })

  it('is not sent a second time in a week whose schedule is changed, nor while it is switched off', async () => {
    const digests = startProcess()
    const { digest } = await digests.settings.create(input(), 'person:root')
    at = Date.parse('2026-10-26T08:00:00Z')
    await runOut(digests)
    await digests.settings.update(digest.id, input({ weekday: 2 }), false)
    at = Date.parse('2026-10-27T08:00:00Z')
    await runOut(digests)
    expect(receiver.received).toHaveLength(1)
    await digests.settings.update(digest.id, input({ enabled: false }), false)
    at += 3 * WEEK_MS
    await runOut(digests)
    expect(receiver.received).toHaveLength(1)
  })

  it('is sent by the worker that runs by itself, which ends when it is told to', async () => {
    const digests = startProcess()
    await digests.settings.create(input(), 'person:root')
    at += WEEK_MS
    const worker = startDigestWorker({ digests, onError: (error) => expect(error).toBeUndefined(), everyMs: 20 })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 5000)
    await worker.stop()
  })
})

describe('what could not be delivered', () => {
  async function sendFirst(digests: Digests) {
    const created = await digests.settings.create(input(), 'person:root')
    at = Date.parse('2026-10-26T08:00:00Z')
    await runOut(digests)
    return created
  }

  it('is tried again after pauses that grow, with the same id and body and a signature of its own', async () => {
    const digests = startProcess()
    receiver.answers.push({ status: 500 }, { status: 503 }, { status: 302, headers: { location: 'http://127.0.0.1:1/' } })
    const { digest, secret } = await sendFirst(digests)
    expect(await deliveriesOf(digests, digest.id)).toMatchObject([{ state: 'pending', attempts: 1, status: 500 }])
    expect((await digests.settings.find(digest.id))?.lastError).toBe('The other side answers 500.')
    const tried: number[] = []
    for (let minute = 1; minute <= 10; minute++) {
      at += 30_000
      const before = receiver.received.length
      await runOut(digests)
      if (receiver.received.length > before) tried.push(minute)
    }
    // After 30 s, then 60 s, then 120 s.
    expect(tried).toEqual([1, 3, 7])
    expect(await deliveriesOf(digests, digest.id)).toEqual([{ state: 'sent', attempts: 4, status: 204, reason: null }])
    expect((await digests.settings.find(digest.id))?.lastError).toBeNull()
    const [first, ...others] = receiver.received
    for (const { headers, body } of others) {
      expect([headers['webhook-id'], body]).toEqual([first?.headers['webhook-id'], first?.body])
      expect(headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
      vi.useFakeTimers({ now: Number(headers['webhook-timestamp']) * 1000, toFake: ['Date'] })
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'digest', id: headers['webhook-id'] })
      vi.useRealTimers()
    }
  })

  it('waits as long as it is asked to', async () => {
    const digests = startProcess()
    receiver.answers.push({ status: 429, headers: { 'retry-after': '3600' } })
    await sendFirst(digests)
    at += HOUR_MS - 1
    await runOut(digests)
    expect(receiver.received).toHaveLength(1)
    at += 1
    await runOut(digests)
    expect(receiver.received).toHaveLength(2)
  })

  it('is given up after many tries, and the week after is sent none the less', async () => {
    const digests = startProcess()
    receiver.answers.push(...Array.from({ length: MOST_TRIES }, () => ({ status: 500 })))
    const { digest } = await sendFirst(digests)
    for (let hours = 0; hours < 4 * 24; hours++) {
      at += HOUR_MS
      await runOut(digests)
    }
    expect(receiver.received).toHaveLength(MOST_TRIES)
    expect(await deliveriesOf(digests, digest.id)).toMatchObject([{ state: 'dead', attempts: MOST_TRIES }])
    at = Date.parse('2026-11-02T08:00:00Z')
    await runOut(digests)
    expect(await deliveriesOf(digests, digest.id)).toMatchObject([{ state: 'sent' }, { state: 'dead' }])
  })

  it('is given up at once where the other side wants no more', async () => {
    const digests = startProcess()
    receiver.answers.push({ status: 410 })
    const { digest } = await sendFirst(digests)
    expect(await deliveriesOf(digests, digest.id)).toMatchObject([{ state: 'dead', attempts: 1, status: 410 }])
  })

  it('is not sent where it may not be: to private addresses that were not allowed', async () => {
    const careful = startProcess([])
    await expect(careful.settings.create(input(), 'person:root')).rejects.toThrow('url must begin with https')
    const { digest } = await startProcess().settings.create(input(), 'person:root')
    at += WEEK_MS
    await runOut(careful)
    expect(receiver.received).toHaveLength(0)
    expect(await deliveriesOf(careful, digest.id)).toMatchObject([{ state: 'dead', reason: expect.stringContaining('by https only') }])
    const local = await careful.settings.create(input({ url: 'https://127.0.0.1/hook' }), 'person:root')
    at += WEEK_MS
    await runOut(careful)
    expect(await deliveriesOf(careful, local.digest.id)).toMatchObject([{ state: 'dead', reason: expect.stringContaining('private address') }])
  })

  it('of a process that died is taken over once its lease is over', async () => {
    const { digest } = await startProcess().settings.create(input(), 'person:root')
    at = Date.parse('2026-10-26T08:00:00Z')
    const digests = startProcess()
    receiver.answers.push({ status: 500 })
    await runOut(digests)
    await stores.control.dataSource.query(
      `UPDATE digest_deliveries SET state = 'leased', leased_by = 'one that died', lease_until = $1 WHERE digest_id = $2`,
      [new Date(at + 60_000), digest.id],
    )
    await runOut(digests)
    expect(receiver.received).toHaveLength(1)
    at += 60_001
    await runOut(digests)
    expect(receiver.received).toHaveLength(2)
    expect(receiver.received[1]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id'])
  })
})
