import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { startRecordingServer, type RecordingServer } from '../recording-server.js'
import { webhook } from './route.js'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
let server: RecordingServer
beforeEach(async () => {
  server = await startRecordingServer(() => ({ status: 204 }))
})
afterEach(() => server.close())

const send = (notification = exampleNotification(), now = new Date(), signedWith = secret) =>
  webhook.send(notification, { url: `${server.url}/windsock`, secret: signedWith }, exampleContext({ now }))

function header(name: string, at = 0): string {
  return String(server.recorded[at]?.headers[name])
}

describe('a signed webhook', () => {
  it('is one that a receiver can verify', async () => {
    const now = new Date()
    expect(await send(exampleNotification(), now)).toEqual({ ok: true, receipt: null })
    const [request] = server.recorded
    expect(request).toMatchObject({ method: 'POST', path: '/windsock', headers: { 'content-type': 'application/json' } })
    const verified = new Webhook(secret).verify(request?.body ?? '', request?.headers as Record<string, string>)
    expect(verified).toEqual({ type: 'alert.firing', timestamp: '2026-03-02T10:15:00.000Z', data: exampleNotification() })
    expect(header('webhook-timestamp')).toBe(String(Math.floor(now.getTime() / 1000)))
    expect(() =>
      new Webhook('whsec_b3RoZXIgc2VjcmV0IG9mIGFub3RoZXI=').verify(request?.body ?? '', request?.headers as Record<string, string>),
    ).toThrow()
  })

  it('tells the end', async () => {
    await send(exampleResolved())
    expect(JSON.parse(server.recorded[0]?.body ?? '')).toEqual({
      type: 'alert.resolved',
      timestamp: '2026-03-02T10:40:00.000Z',
      data: exampleResolved(),
    })
  })

  it('has the same id and body at every try, and a signature of its own time', async () => {
    await send(exampleNotification(), new Date('2026-03-02T10:16:00Z'))
    await send(exampleNotification(), new Date('2026-03-02T10:26:00Z'))
    expect(header('webhook-id', 0)).toBe('message-1')
    expect(header('webhook-id', 1)).toBe('message-1')
    expect(server.recorded[1]?.body).toBe(server.recorded[0]?.body)
    expect(header('webhook-signature', 1)).not.toBe(header('webhook-signature', 0))
  })

  it('is not sent with a secret that cannot sign', async () => {
    const result = await send(exampleNotification(), new Date(), 'whsec_???')
    expect(result).toMatchObject({ ok: false, retryable: false, message: 'The signing secret is not base64 after whsec_.' })
    expect(server.recorded).toEqual([])
  })
})
