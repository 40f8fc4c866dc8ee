import { isUtf8 } from 'node:buffer'
import { createHash, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { headerValue, type Headers, type Verification, type VerifyInput } from '../integration.js'

const TOKEN = 'X-Gitlab-Token'
const SIGNING_PREFIX = 'whsec_'
const SIGNING_SECRET = /^whsec_[A-Za-z0-9+/]{22,}={0,2}$/
const REPLAY_WINDOW_S = 5 * 60
/** One per signing token that is valid during a rotation; nobody has more than a few. */
const MOST_SIGNATURES = 20

/**
 * The secret decides the scheme. One that starts with whsec_ is a signing token: the signature over id, time and body must
 * match, and the plain token alone is never enough. Any other is the secret token, which is sent as it is.
 */
export async function verifySignature(input: VerifyInput): Promise<Verification> {
  const secret = input.secret.trim()
  if (secret === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  if (input.rawBody.length === 0) return refused('The body is empty.')
  return secret.startsWith(SIGNING_PREFIX) ? verifySigned({ ...input, secret }) : verifyToken(input.headers, secret)
}

function verifyToken(headers: Headers, secret: string): Verification {
  const token = headerValue(headers, TOKEN)
  if (token === null) return refused(`The ${TOKEN} header is missing. Set the secret of this connection as the secret token of the webhook.`)
  if (isEqual(token, secret)) return { ok: true }
  return refused(`The ${TOKEN} header does not match: the secret token of the webhook is another one than the secret of this connection.`)
}

function verifySigned({ headers, rawBody, secret, now }: VerifyInput): Verification {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerValue(headers, name))
  if (!id || !timestamp || !signatures) {
    return refused(
      'The webhook-id, webhook-timestamp or webhook-signature header is missing. Set the secret of this connection as the signing token.',
    )
  }
  if (!SIGNING_SECRET.test(secret)) return refused('The secret of this connection starts with whsec_, but what follows is not Base64.')
  // The library signs text. Bytes that are no UTF-8 would be replaced on the way, and then others could pass for them.
  if (!isUtf8(rawBody)) return refused('The body is not UTF-8.')
  if (!/^\d{1,12}$/.test(timestamp)) return refused('The webhook-timestamp header must be seconds since 1970.')
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > REPLAY_WINDOW_S) {
    return refused(
      'The webhook-timestamp header is more than 5 minutes away from the clock of this server: sent again by somebody, or a clock is wrong.',
    )
  }
  const expected = new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), rawBody.toString('utf8'))
  const matches = signatures.split(' ', MOST_SIGNATURES).filter((signature) => isEqual(signature, expected))
  return matches.length > 0
    ? { ok: true }
    : refused('No signature matches: the signing token of the webhook is another one, or the body was changed on the way.')
}

/** In constant time, whatever the lengths. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function refused(reason: string): Verification {
  return { ok: false, reason }
}
