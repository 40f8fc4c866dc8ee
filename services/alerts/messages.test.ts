import { describe, expect, it } from 'vitest'
import { createRouteSettings } from './route-settings.js'
import { tellThoseTold } from './telling.js'
import { KEY, SECRET, dataSource, later, messages, now, open, outcomes, route, send, senderOf, told, useAlerting, world } from '../test/alerting.js'

useAlerting()

describe('a message', () => {
  it('goes to the routes of its team and severity alone', async () => {
    await route('all')
    await route('payments pages', { teams: ['payments'], severities: ['page'] })
    await route('off', { enabled: false })
    await open('ticket', 'a ticket', {}, 'payments')
    await open('page', 'a page', {}, 'payments')
    await open('page', 'of another team', {}, 'search')
    await send()
    expect(told().sort()).toEqual(['/all alert.firing', '/all alert.firing', '/all alert.firing', '/payments%20pages alert.firing'])
  })

  it('of the same release is grouped with the first, but a page never behind a ticket', async () => {
    await route('pager')
    await open('ticket', 'first', { release: 'cart@2' })
    world.clock += 1000
    await open('page', 'second', { release: 'cart@2' })
    world.clock += 1000
    await open('page', 'third', { release: 'cart@2' })
    world.clock += 1000
    await open('page', 'of another release', { release: 'cart@3' })
    expect(await outcomes()).toEqual([
      'pending: it fires',
      'pending: it fires',
      'held: grouped with second, which is of the same release and was told',
      'pending: it fires',
    ])
  })

  it('that it is over goes only where it was told that it fires', async () => {
    await route('pager')
    await route('full', { mostPerHour: 1 })
    world.clock += 1000
    await open('page', 'one')
    world.clock += 1000
    const alert = await open('page', 'two')
    await route('made later')
    await dataSource().transaction((manager) => tellThoseTold(manager, alert, 'resolved', { at: now(), publicUrl: '' }))
    await send()
    expect(told().sort()).toEqual(['/full alert.firing', '/pager alert.firing', '/pager alert.firing', '/pager alert.resolved'])
  })

  it('beyond the most of an hour is held, and let through in the next', async () => {
    await route('pager', { mostPerHour: 2 })
    for (const key of ['one', 'two', 'three']) {
      world.clock += 1000
      await open('page', key)
    }
    expect(await outcomes()).toEqual([
      'pending: it fires',
      'pending: it fires',
      'held: 2 messages in the last hour are the most that this route takes',
    ])
    later(61)
    await open('page', 'four')
    expect((await outcomes()).at(-1)).toBe('pending: it fires')
  })

  it('of a ticket waits for the end of quiet hours, and that of a page does not', async () => {
    await route('pager', { quiet: { fromHour: 22, toHour: 7, timeZone: 'Europe/Paris' } })
    world.clock = Date.parse('2026-11-02T23:10:00Z')
    await open('ticket', 'a ticket')
    await open('page', 'a page')
    const waits = (await messages()).map(({ availableAt, reason }) => [availableAt.toISOString(), reason]).sort()
    expect(waits).toEqual([
      ['2026-11-02T23:10:00.000Z', 'it fires'],
      // Seven in Paris is six in UTC.
      ['2026-11-03T06:00:00.000Z', 'a ticket, kept until the quiet hours are over'],
    ])
    await send()
    expect(told()).toEqual(['/pager alert.firing'])
    world.clock = Date.parse('2026-11-03T06:00:00Z')
    await send()
    expect(told()).toHaveLength(2)
  })

  it('that fails is tried again later, then sent by the fallback too, and holds up no other', async () => {
    const fallback = await route('fallback')
    await route('broken', { fallbackId: fallback.id, severities: ['page'], settings: { url: 'http://127.0.0.1:9/', secret: SECRET } })
    await dataSource().query('UPDATE alert_routes SET severities = $1 WHERE id = $2', [['ticket'], fallback.id])
    await open('page', 'a page')
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await send()
      later(60)
    }
    await send()
    expect(told()).toEqual(['/fallback alert.firing'])
    const [first, second] = await messages()
    expect(first).toMatchObject({ state: 'pending', attempts: 6 })
    expect(first?.error).toBeTruthy()
    expect(second).toMatchObject({ state: 'sent', reason: 'the route broken could not deliver it' })
  })

  it('that is refused for good is dead, with the reason', async () => {
    world.answer = () => ({ status: 400, body: 'no' })
    await route('pager')
    await open('page', 'a page')
    await send()
    expect(await messages()).toMatchObject([{ state: 'dead', attempts: 1, httpStatus: 400 }])
  })

  it('whose sender was killed is sent by the next, with the same id', async () => {
    await route('pager')
    await open('page', 'a page')
    world.answer = () => 'hangs'
    // Taken, sent, and never heard of again.
    const killed = senderOf()
    const [id = ''] = await killed.due()
    void killed.sendTo(id).catch(() => undefined)
    while (world.server.recorded.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    world.answer = () => ({ status: 204 })
    await send()
    expect(world.server.recorded).toHaveLength(1)
    later(3)
    await send()
    expect(world.server.recorded).toHaveLength(2)
    expect(new Set(world.server.recorded.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })
})

it('tells a receiver again and again that would forget it, until it is over', async () => {
  await route('manager', { sink: 'alertmanager', settings: { url: world.server.url } })
  const alert = await open('page', 'a page')
  world.answer = () => ({ status: 200 })
  for (let minute = 0; minute < 3; minute += 1) {
    await send()
    await send()
    later(1)
  }
  expect(world.server.recorded).toHaveLength(3)
  await dataSource().query("UPDATE alerts SET state = 'resolved' WHERE id = $1", [alert.id])
  await send()
  expect(world.server.recorded).toHaveLength(3)
})

it('keeps the secrets of a route sealed, and shows none', async () => {
  const saved = await route('pager')
  expect(saved.settingsSealed.includes(Buffer.from('MfKQ9r8'))).toBe(false)
  const settings = createRouteSettings({ dataSource: dataSource(), key: KEY, now })
  expect(settings.shown(saved)).toEqual([
    { name: 'url', value: `${world.server.url}/pager`, set: true },
    { name: 'secret', value: null, set: true },
  ])
})

it('keeps in the log what a removed route was told, and sends it nothing more', async () => {
  const pager = await route('pager')
  await open('page', 'told')
  await send()
  later(1)
  await open('page', 'untold')
  const settings = createRouteSettings({ dataSource: dataSource(), key: KEY, now })
  expect(await settings.remove(pager.id)).toBe(true)
  expect(await settings.remove(pager.id)).toBe(false)
  await send()
  expect(told()).toHaveLength(1)
  const removedRoute = { name: 'pager', sink: 'webhook' }
  expect(await messages()).toMatchObject([
    { routeId: null, removedRoute, state: 'sent' },
    { routeId: null, removedRoute, state: 'dead', error: 'The route was removed.' },
  ])
})
