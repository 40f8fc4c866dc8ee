import { Webhook } from 'standardwebhooks'
import type { Notification } from '../../notification.js'
import { defineRoute, refused } from '../contract.js'
import { postJson } from '../posting.js'

export const webhook = defineRoute({
  id: 'webhook',
  title: 'Signed webhook',
  fields: [
    { name: 'url', title: 'Address', secret: false, required: true, example: 'https://hooks.example.com/windsock' },
    { name: 'secret', title: 'Signing secret', secret: true, required: true, example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  ],
  deduplicates: true,
  repeatSeconds: null,
  async send(notification, { url = '', secret = '' }, context) {
    const { id, now } = context
    const body = JSON.stringify(bodyOf(notification))
    const signature = signatureOf(secret, id, now, body)
    if (signature === null) return refused('The signing secret is not base64 after whsec_.')
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)), 'webhook-signature': signature }
    return await postJson({ url, headers, body }, context)
  },
})

/** The payload of Standard Webhooks; the same at every try. */
export function bodyOf(notification: Notification) {
  return { type: `alert.${notification.status}`, timestamp: notification.resolvedAt ?? notification.startedAt, data: notification }
}

function signatureOf(secret: string, id: string, now: Date, body: string): string | null {
  try {
    return new Webhook(secret).sign(id, now, body)
  } catch {
    return null
  }
}
