import { createHash, timingSafeEqual } from 'node:crypto'
import { headerValue, type Verification, type VerifyInput } from '../integration.js'

const BEARER = /^Bearer (.+)$/i

/** Alertmanager signs nothing: it sends the secret as a bearer token, which is compared in constant time. */
export async function verifySignature({ headers, rawBody, secret }: VerifyInput): Promise<Verification> {
  if (secret.trim() === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  if (rawBody.length === 0) return refused('The body is empty.')
  const token = BEARER.exec(headerValue(headers, 'authorization') ?? '')?.[1]
  if (token === undefined)
    return refused('The Authorization header is missing. Set the secret of this connection as http_config.authorization.credentials of the receiver.')
  if (timingSafeEqual(digestOf(token.trim()), digestOf(secret.trim()))) return { ok: true }
  return refused('The bearer token is another one than the secret of this connection.')
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function refused(reason: string): Verification {
  return { ok: false, reason }
}
