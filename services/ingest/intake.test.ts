import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ControlUnavailable } from '../store/control/data-source.js'
import type { NewDelivery } from './delivery.js'
import { startIntake, type Intake } from './intake.js'
import { openSpool } from './spool.js'

let away: boolean
let stored: string[]
let tries: number
let now: number
let intake: Intake

const inbox = {
  async add({ deliveryId }: NewDelivery) {
    tries++
    if (away) throw new ControlUnavailable('away')
    stored.push(deliveryId)
    return { id: String(stored.length), duplicate: false }
  },
}

beforeEach(async () => {
  ;[away, stored, tries, now] = [false, [], 0, 0]
  const spool = await openSpool({ directory: await mkdtemp(join(tmpdir(), 'spool-')), maxFiles: 2 })
  intake = startIntake({ inbox, spool, now: () => new Date(now), onError: () => {}, drainEveryMs: 5 })
})
afterEach(() => intake.stop())

function delivery(deliveryId: string): NewDelivery {
  return { integration: 'github', source: 'main', deliveryId, receivedAt: new Date(now++), headers: {}, contentType: null, body: Buffer.from('{}') }
}

test('with the store there a delivery goes into the inbox', async () => {
  expect(await intake.accept(delivery('a'))).toEqual({ id: '1', duplicate: false })
  expect(intake.spooled().files).toBe(0)
})

test('with the store away deliveries wait on the disk until it is full, and go in when it is back', async () => {
  away = true
  expect(await intake.accept(delivery('a'))).toEqual({ id: null, duplicate: false })
  expect(await intake.accept(delivery('b'))).toEqual({ id: null, duplicate: false })
  expect(await intake.accept(delivery('c'))).toBeNull()
  expect(tries).toBe(1)
  away = false
  now += 2_000
  await vi.waitFor(() => expect(stored).toEqual(['a', 'b']))
  await vi.waitFor(() => expect(intake.spooled()).toEqual({ files: 0, bytes: 0 }))
})
