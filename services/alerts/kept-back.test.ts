import { describe, expect, it } from 'vitest'
import type { AlertMessage } from '../store/control/entities/alert.js'
import {
  acknowledge,
  change,
  declareExperiment,
  deployed,
  later,
  look,
  messages,
  minutes,
  open,
  route,
  send,
  slo,
  told,
  useAlerting,
  world,
} from '../test/alerting.js'

useAlerting()

const decisions = async () =>
  (await messages()).map(({ state, reason, earlier }) => [...earlier, { state, reason }].map((one) => `${one.state}: ${one.reason}`))
const SUPPRESSED = 'suppressed: an experiment is declared: a game day'
/** So many of each hundred are bad, where one is allowed. */
const steady = async (bad: number, count = 60) => await minutes(Array.from({ length: count }, () => bad))

async function pass(count: number, bad: number): Promise<void> {
  later(count)
  await steady(bad, count)
  await look()
}

describe('an experiment', () => {
  it('in staging keeps no page of production back', async () => {
    await route('pager')
    await declareExperiment('staging')
    await steady(16)
    await look()
    expect(await decisions()).toEqual([['pending: it fires']])
  })

  it('in production keeps it back though another is declared in staging', async () => {
    await route('pager')
    await declareExperiment()
    await declareExperiment('staging')
    await steady(16)
    await look()
    expect(await decisions()).toEqual([[SUPPRESSED]])
  })

  it('in another environment keeps no alert of a deployment back', async () => {
    await route('tickets')
    await declareExperiment('staging')
    await deployed({ id: 'd1', minutesAgo: 5, outcome: 'failed' })
    await look([])
    expect(await decisions()).toEqual([['pending: it fires']])
  })

  it('that ends while it still burns lets it be told, once', async () => {
    await route('pager')
    await declareExperiment('production', 10)
    await steady(16)
    await look()
    await pass(9, 16)
    expect(await decisions()).toEqual([[SUPPRESSED]])
    await pass(1, 16)
    await pass(1, 16)
    await send()
    await pass(1, 16)
    await send()
    expect(await decisions()).toEqual([[SUPPRESSED, 'sent: it fires']])
    expect(told()).toEqual(['/pager alert.firing'])
  })

  it('does not keep it back once it burns beyond the hard threshold', async () => {
    await route('pager')
    await declareExperiment()
    await steady(16)
    await look()
    await pass(40, 60)
    await send()
    expect(await decisions()).toEqual([[SUPPRESSED, 'sent: it fires beyond the hard threshold, although an experiment is declared: a game day']])
    // It says how it burns now, not how it did when it was kept back.
    expect(world.server.recorded[0]?.body).toContain('burned 45.3 times')
  })

  it('keeps no failed rollback back', async () => {
    await route('pager')
    await declareExperiment()
    await deployed({ id: 'd1', minutesAgo: 5, outcome: 'failed', kind: 'rollback' })
    await look([])
    expect((await messages()).map(({ state }) => state)).toEqual(['pending'])
  })

  it('says nothing more where somebody takes care of it', async () => {
    await route('pager')
    await declareExperiment('production', 10)
    await steady(16)
    await look()
    await acknowledge()
    await pass(11, 16)
    expect(await decisions()).toEqual([[SUPPRESSED]])
  })
})

it('of two alerts of a release the second is told when the first is over', async () => {
  await route('pager', { severities: ['page'] })
  await minutes(Array.from({ length: 60 }, () => 16))
  await minutes(
    Array.from({ length: 60 }, () => 16),
    { sli: 'latency' },
  )
  await deployed({ id: 'd1', minutesAgo: 3 })
  const both = [slo('answers'), slo('fast', { indicator: 'latency' })]
  await look(both)
  const HELD = 'held: grouped with answers burns its error budget, which is of the same release and was told'
  await send()
  expect((await decisions()).map((all) => all.at(-1)).sort()).toEqual([HELD, 'sent: it fires'])
  later(60)
  await steady(0)
  await minutes(
    Array.from({ length: 60 }, () => 16),
    { sli: 'latency' },
  )
  await look(both)
  await send()
  const second = (await decisions()).find(([first]) => first === HELD)
  expect(second).toEqual([HELD, 'sent: it fires'])
  expect(told().sort()).toEqual(['/pager alert.firing', '/pager alert.firing', '/pager alert.resolved'])
})

it('beyond the most of an hour pages are told later, before tickets and each when there is room', async () => {
  await route('pager', { mostPerHour: 1 })
  const failed = (id: string, service: string, kind: string) => ({ id, service, kind, minutesAgo: 5, outcome: 'failed' })
  await deployed(failed('d1', 'one', 'rollback'))
  await look([])
  await deployed(failed('d2', 'two', 'change'), failed('d3', 'three', 'rollback'))
  later(1)
  await look([])
  const FULL = 'held: 1 messages in the last hour are the most that this route takes'
  const byTitle = async () =>
    Object.fromEntries(
      (await messages()).map((message): [string, AlertMessage['state']] => [(message.body as { service: string }).service, message.state]),
    )
  expect((await decisions()).flat().sort()).toEqual([FULL, FULL, 'pending: it fires'])
  later(60)
  await look([])
  expect(await byTitle()).toEqual({ one: 'pending', two: 'held', three: 'pending' })
  later(60)
  await look([])
  expect(await byTitle()).toEqual({ one: 'pending', two: 'pending', three: 'pending' })
})

describe('whoever was told', () => {
  it('by a fallback hears that it is acknowledged and over, whatever the fallback takes itself', async () => {
    const fallback = await route('fallback', { severities: ['ticket'] })
    await route('broken', { fallbackId: fallback.id, severities: ['page'] })
    await deployed({ id: 'd1', minutesAgo: 5, outcome: 'failed', kind: 'rollback' })
    world.answer = ({ path }) => ({ status: path === '/broken' ? 400 : 204 })
    await look([])
    await send()
    await acknowledge()
    await send()
    later(1)
    await deployed({ id: 'd2', minutesAgo: 0 })
    await look([])
    await send()
    expect(told().filter((one) => one.startsWith('/fallback'))).toEqual([
      '/fallback alert.firing',
      '/fallback alert.acknowledged',
      '/fallback alert.resolved',
    ])
  })

  it('by a fallback after it was over hears both', async () => {
    const fallback = await route('fallback', { severities: ['ticket'] })
    await route('broken', { fallbackId: fallback.id, severities: ['page'] })
    world.answer = ({ path }) => ({ status: path === '/broken' ? 400 : 204 })
    await deployed({ id: 'd1', minutesAgo: 5, outcome: 'failed', kind: 'rollback' })
    await look([])
    later(1)
    await deployed({ id: 'd2', minutesAgo: 0 })
    await look([])
    await send()
    expect(told().filter((one) => one.startsWith('/fallback'))).toEqual(['/fallback alert.firing', '/fallback alert.resolved'])
  })

  it('by a route that takes such alerts no longer hears that it is over', async () => {
    const pager = await route('pager')
    await open('page', 'a page', { rule: 'failed_rollback' })
    await send()
    await change(pager, { severities: ['ticket'], enabled: false })
    later(1)
    await look([])
    await send()
    expect(told()).toEqual(['/pager alert.firing', '/pager alert.resolved'])
  })
})

it('that it is over is never told before that it fires', async () => {
  let isDown = true
  world.answer = () => ({ status: isDown ? 503 : 204 })
  await route('pager')
  await deployed({ id: 'd1', minutesAgo: 5, outcome: 'failed' })
  await look([])
  await send()
  await deployed({ id: 'd2', minutesAgo: 0 })
  later(0.1)
  await look([])
  isDown = false
  await send()
  expect(told()).toEqual(['/pager alert.firing'])
  later(1)
  await send()
  expect(told()).toEqual(['/pager alert.firing', '/pager alert.firing', '/pager alert.resolved'])
})
