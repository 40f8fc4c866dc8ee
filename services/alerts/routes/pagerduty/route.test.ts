import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { startRecordingServer, type RecordingServer } from '../recording-server.js'
import { eventOf, pagerduty } from './route.js'

let server: RecordingServer
const key = 'burn_rate/release-7/checkout/availability'

beforeEach(async () => {
  server = await startRecordingServer(({ body }) => {
    const event = JSON.parse(body) as { dedup_key: string }
    return { status: 202, body: { status: 'success', message: 'Event processed', dedup_key: event.dedup_key } }
  })
})
afterEach(() => server.close())

const send = (notification = exampleNotification()) =>
  pagerduty.send(notification, { routingKey: '0123456789abcdef0123456789abcdef', url: `${server.url}/v2/enqueue` }, exampleContext())
const sent = () => JSON.parse(server.recorded.at(-1)?.body ?? '') as unknown

describe('PagerDuty', () => {
  it('is told of a new problem', async () => {
    expect(await send()).toEqual({ ok: true, receipt: key })
    expect(server.recorded[0]).toMatchObject({ method: 'POST', path: '/v2/enqueue', headers: { 'content-type': 'application/json' } })
    expect(sent()).toEqual({
      routing_key: '0123456789abcdef0123456789abcdef',
      dedup_key: key,
      event_action: 'trigger',
      client: 'Windsock',
      client_url: 'https://windsock.example.com/alerts/41',
      links: [
        { href: 'https://windsock.example.com/alerts/41', text: 'Dashboard' },
        { href: 'https://runbooks.example.com/checkout', text: 'Runbook' },
      ],
      payload: {
        summary: 'Checkout spends its error budget 15 times too fast: Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.',
        source: 'checkout (production)',
        severity: 'critical',
        timestamp: '2026-03-02T10:15:00.000Z',
        component: 'checkout',
        group: 'release-7',
        class: 'burn_rate',
        custom_details: {
          summary: 'Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.',
          environment: 'production',
          team: 'payments',
          slo: 'availability',
          release: 'release-7',
          version: '2.4.1',
          commit: '3f2a9c1d',
          owner: 'author-17@example.invalid',
        },
      },
    })
  })

  it('is told of a service alone where no environment is known', () => {
    expect(eventOf(exampleNotification({ environment: '' }), 'k')).toMatchObject({ payload: { source: 'checkout' } })
  })

  it('is told that somebody looks after it, and that it is over, by the same key', async () => {
    const known = { routing_key: '0123456789abcdef0123456789abcdef', dedup_key: key }
    await send(exampleNotification({ status: 'acknowledged' }))
    expect(sent()).toEqual({ ...known, event_action: 'acknowledge' })
    await send(exampleResolved())
    expect(sent()).toEqual({ ...known, event_action: 'resolve' })
  })

  it('keeps within its limits', () => {
    const event = eventOf(exampleNotification({ severity: 'ticket', summary: 'x'.repeat(2000), key: 'k'.repeat(256), release: null }), 'k')
    expect(event).toMatchObject({ payload: { severity: 'warning' } })
    expect((event as { payload: { summary: string } }).payload.summary).toHaveLength(1024)
    expect((event as { payload: object }).payload).not.toHaveProperty('group')
    expect(event.dedup_key).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says what an event was refused for', async () => {
    await server.close()
    const body = { status: 'invalid event', message: 'Event object is invalid', errors: ["'routing_key' is invalid"] }
    server = await startRecordingServer(() => ({ status: 400, body }))
    expect(await send()).toMatchObject({ retryable: false, status: 400, message: expect.stringContaining("'routing_key' is invalid") as string })
  })
})
