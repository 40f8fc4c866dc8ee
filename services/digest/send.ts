import { Webhook } from 'standardwebhooks'
import { createOutgoing, OutgoingFailed, OutgoingRefused, type Outgoing } from '../source-control/outgoing.js'

/** `retryAt` in epoch milliseconds, where the other side asks for a pause. */
export type Sent =
  | { kind: 'sent'; status: number }
  | { kind: 'later'; reason: string; status?: number; retryAt?: number }
  | { kind: 'never'; reason: string; status?: number }

export type Sending = {
  url: string
  secret: string
  id: string
  body: string
  now: Date
  privateHosts: readonly string[]
  onOpen?: (outgoing: Outgoing) => void
}

const TIMEOUT_MS = 15_000
const MOST_ANSWER = 64 * 1024

/** Posts a message as Standard Webhooks has it: `id` is the same at every try, time and signature are of this one. */
export async function sendSigned({ url, secret, id, body, now, privateHosts, onOpen }: Sending): Promise<Sent> {
  if (!URL.canParse(url)) return { kind: 'never', reason: 'The address is no URL.' }
  const outgoing = createOutgoing({ hosts: [new URL(url).host], privateHosts })
  onOpen?.(outgoing)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
  try {
    const answer = await outgoing.send({ url, method: 'POST', headers, body, timeoutMs: TIMEOUT_MS, maxBytes: MOST_ANSWER })
    return judge(answer.status, answer.headers['retry-after'], now)
  } catch (error) {
    if (error instanceof OutgoingRefused) return { kind: 'never', reason: error.message }
    if (error instanceof OutgoingFailed) return { kind: 'later', reason: error.message }
    throw error
  } finally {
    outgoing.close()
  }
}

function judge(status: number, retryAfter: string | undefined, now: Date): Sent {
  if (status >= 200 && status < 300) return { kind: 'sent', status }
  const reason = `The other side answers ${status}.`
  if (status === 410) return { kind: 'never', reason: 'The other side wants no more of it: it answers 410.', status }
  const seconds = Number(retryAfter)
  return { kind: 'later', reason, status, ...(seconds > 0 ? { retryAt: now.getTime() + seconds * 1000 } : {}) }
}
