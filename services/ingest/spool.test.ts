import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { NewDelivery } from './delivery.js'
import { openSpool } from './spool.js'

let directory: string
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'spool-')), 'spool')
})

function delivery(deliveryId: string, overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    integration: 'github',
    source: 'main',
    deliveryId,
    receivedAt: new Date('2026-11-02T10:00:00.123Z'),
    headers: { 'x-github-event': 'push' },
    contentType: 'application/json',
    body: Buffer.from([0, 10, 255, 10]),
    ...overrides,
  }
}

async function drained(spool: Awaited<ReturnType<typeof openSpool>>): Promise<NewDelivery[]> {
  const deliveries: NewDelivery[] = []
  await spool.drain(async (one) => deliveries.push(one))
  return deliveries
}

test('deliveries come out as they went in, oldest first, and only once', async () => {
  const spool = await openSpool({ directory })
  await spool.add(delivery('second', { receivedAt: new Date('2026-11-02T10:00:01Z') }))
  await spool.add(delivery('first'))
  expect(spool.size().files).toBe(2)
  expect(await drained(spool)).toEqual([delivery('first'), delivery('second', { receivedAt: new Date('2026-11-02T10:00:01Z') })])
  expect(spool.size()).toEqual({ files: 0, bytes: 0 })
  expect(await drained(spool)).toEqual([])
})

test('they are there for the next process', async () => {
  await (await openSpool({ directory })).add(delivery('1'))
  await writeFile(join(directory, 'half.delivery.unfinished'), 'half')
  const spool = await openSpool({ directory })
  expect(spool.size().files).toBe(1)
  expect(await drained(spool)).toEqual([delivery('1')])
  expect(await readdir(directory)).toEqual([])
})

test('the one at which the store fails stays, with those behind it', async () => {
  const spool = await openSpool({ directory })
  for (const id of ['1', '2', '3']) await spool.add(delivery(id))
  const stored: string[] = []
  const store = async ({ deliveryId }: NewDelivery) => {
    if (deliveryId === '2') throw new Error('away')
    stored.push(deliveryId)
  }
  await expect(spool.drain(store)).rejects.toThrow('away')
  expect(stored).toEqual(['1'])
  expect((await drained(spool)).map(({ deliveryId }) => deliveryId)).toEqual(['2', '3'])
})

test('it is bounded by number and by size', async () => {
  const few = await openSpool({ directory, maxFiles: 2 })
  const adds = await Promise.all(['1', '2', '3'].map((id) => few.add(delivery(id))))
  expect(adds.sort()).toEqual([false, true, true])
  const small = await openSpool({ directory: join(directory, 'small'), maxBytes: 1_000 })
  expect(await small.add(delivery('1', { body: Buffer.alloc(900) }))).toBe(false)
  expect(await small.add(delivery('2', { body: Buffer.alloc(10) }))).toBe(true)
})

test('a torn file is set aside and holds up nothing', async () => {
  const spool = await openSpool({ directory })
  await spool.add(delivery('1'))
  const [name = ''] = await readdir(directory)
  await writeFile(join(directory, name), '{"integration":"github","size":100}\nshort')
  await spool.add(delivery('2'))
  expect((await drained(spool)).map(({ deliveryId }) => deliveryId)).toEqual(['2'])
  expect(await readdir(directory)).toEqual([`${name}.unreadable`])
})
