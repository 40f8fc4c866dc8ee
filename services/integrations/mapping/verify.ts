import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { Webhook } from 'standardwebhooks'
import { asFlag, asName, at, type Field, optional } from '../fields.js'
import { headerValue, IntegrationError, type Verification, type VerifyInput } from '../integration.js'

/** How a sender proves itself. */
export type Scheme =
  | { scheme: 'token'; header: string }
  | { scheme: 'hmac-sha256'; header: string; prefix: string; encoding: 'hex' | 'base64' }
  | { scheme: 'standard-webhooks' }

const SCHEMES = ['token', 'hmac-sha256', 'standard-webhooks']
const HEADER = 'X-Windsock-Token'

/** `verification` of the settings: the secret itself in a header unless it says otherwise. */
export function readScheme(root: Field): Scheme {
  const given = at(root, 'verification')
  const scheme = optional(at(given, 'scheme'), asName) ?? 'token'
  if (scheme === 'standard-webhooks') return { scheme }
  const header = optional(at(given, 'header'), asName) ?? (scheme === 'token' ? HEADER : 'X-Signature')
  if (scheme === 'token') return { scheme, header }
  if (scheme !== 'hmac-sha256')
    throw new IntegrationError('bad_settings', `verification.scheme must be one of ${SCHEMES.join(', ')}, but is "${scheme}".`)
  const isBase64 = optional(at(given, 'base64'), asFlag) ?? false
  return { scheme, header, prefix: optional(at(given, 'prefix'), asName) ?? '', encoding: isBase64 ? 'base64' : 'hex' }
}

/** Over the raw bytes, in constant time; without a secret nothing is let in. */
export function verifyBy(scheme: Scheme, input: VerifyInput): Verification {
  if (input.secret.trim() === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  if (input.rawBody.length === 0) return refused('The body is empty.')
  if (scheme.scheme === 'standard-webhooks') return verifyStandard(input)
  const sent = headerValue(input.headers, scheme.header)
  if (sent === null) return refused(`The ${scheme.header} header is missing.`)
  const expected = scheme.scheme === 'token' ? input.secret.trim() : signature(scheme, input)
  if (isEqual(sent, expected)) return { ok: true }
  return refused(`The ${scheme.header} header does not match: the sender has another secret, or the body was changed on the way.`)
}

function signature({ prefix, encoding }: Extract<Scheme, { scheme: 'hmac-sha256' }>, { rawBody, secret }: VerifyInput): string {
  return `${prefix}${createHmac('sha256', secret).update(rawBody).digest(encoding)}`
}

/** Signature over id, time and body, with the time within five minutes of ours: https://www.standardwebhooks.com */
function verifyStandard({ headers, rawBody, secret, now }: VerifyInput): Verification {
  if (!isUtf8(rawBody)) return refused('The body is not UTF-8.')
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerValue(headers, name))
  if (!id || !time || !signatures) return refused('The webhook-id, webhook-timestamp or webhook-signature header is missing.')
  if (!/^\d{1,12}$/.test(time) || Math.abs(now.getTime() / 1000 - Number(time)) > 300)
    return refused('The webhook-timestamp header is more than 5 minutes away from the clock of this server.')
  try {
    const expected = new Webhook(secret).sign(id, new Date(Number(time) * 1000), rawBody.toString('utf8'))
    const matches = signatures.split(' ', 20).filter((one) => isEqual(one, expected))
    return matches.length > 0 ? { ok: true } : refused('No signature matches.')
  } catch {
    return refused('The secret of this connection is no signing secret: it begins with whsec_, and Base64 follows.')
  }
}

function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function refused(reason: string): Verification {
  return { ok: false, reason }
}
