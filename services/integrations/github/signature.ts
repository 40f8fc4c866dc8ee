import { isUtf8 } from 'node:buffer'
import { verify } from '@octokit/webhooks-methods'
import { headerValue, type Verification, type VerifyInput } from '../integration.js'

const HEADER = 'X-Hub-Signature-256'

/** HMAC-SHA-256 of the raw bytes, compared in constant time. */
export async function verifySignature({ headers, rawBody, secret }: VerifyInput): Promise<Verification> {
  if (secret.trim() === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  const signature = headerValue(headers, HEADER)
  if (signature === null) return refused(`The ${HEADER} header is missing. Set the secret of this connection on the webhook.`)
  if (!signature.startsWith('sha256=')) return refused(`The ${HEADER} header must be sha256=…; other algorithms are not accepted.`)
  if (rawBody.length === 0) return refused('The body is empty.')
  // The library signs text. Bytes that are no UTF-8 would be replaced on the way, and then others could pass for them.
  if (!isUtf8(rawBody)) return refused('The body is not UTF-8.')
  const matches = await verify(secret, rawBody.toString('utf8'), signature)
  return matches
    ? { ok: true }
    : refused('The signature does not match: the secret on the webhook is another one, or the body was changed on the way.')
}

function refused(reason: string): Verification {
  return { ok: false, reason }
}
