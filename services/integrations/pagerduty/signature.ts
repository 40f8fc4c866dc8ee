import { createHmac, timingSafeEqual } from 'node:crypto'
import { headerValue, type Verification, type VerifyInput } from '../integration.js'

const HEADER = 'X-PagerDuty-Signature'
const HEX_SHA256 = /^[0-9a-f]{64}$/i
/** PagerDuty sends one signature for each secret that is valid during a rotation; nobody has more than a few. */
const MOST_SIGNATURES = 20

/** HMAC-SHA-256 of the raw bytes, compared in constant time with each signature of the header; one match is enough. */
export async function verifySignature({ headers, rawBody, secret }: VerifyInput): Promise<Verification> {
  if (secret.trim() === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  const header = headerValue(headers, HEADER)
  if (header === null) return refused(`The ${HEADER} header is missing. Only webhook subscriptions of version 3 are signed.`)
  if (rawBody.length === 0) return refused('The body is empty.')
  const signatures = signaturesOf(header)
  if (signatures.length === 0) return refused(`The ${HEADER} header must be v1=… with 64 hexadecimal digits; other versions are not accepted.`)
  const expected = createHmac('sha256', secret).update(rawBody).digest()
  const matches = signatures.filter((signature) => timingSafeEqual(signature, expected))
  return matches.length > 0
    ? { ok: true }
    : refused('No signature matches: the secret of the webhook subscription is another one, or the body was changed on the way.')
}

function signaturesOf(header: string): Buffer[] {
  const listed = header.split(',').slice(0, MOST_SIGNATURES)
  const digests = listed.map((part) => part.trim()).flatMap((part) => (part.startsWith('v1=') ? [part.slice('v1='.length)] : []))
  return digests.filter((digest) => HEX_SHA256.test(digest)).map((digest) => Buffer.from(digest, 'hex'))
}

function refused(reason: string): Verification {
  return { ok: false, reason }
}
