import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { Webhook } from 'standardwebhooks'
import { asFlag, asName, at, type Field, optional } from '../fields.js'
import { headerValue, IntegrationError, type Verification, type VerifyInput } from '../integration.js'

/** How a sender proves itself. */
export type Scheme =
  | { scheme: 'token'; header: string }
  | { scheme: 'hmac-sha256'; header: string; prefix: string; encoding: 'hex' | 'base64'; timestamp: Timestamp | null }
  | { scheme: 'standard-webhooks' }

/** Where a signed time stands, and what stands between it and the body in what is signed. */
type Timestamp = { header: string; prefix: string; separator: string }

const SCHEMES = ['token', 'hmac-sha256', 'standard-webhooks']
const HEADER = 'X-Windsock-Token'
const FARTHEST_SECONDS = 300
/** Of one header. */
const MOST_SIGNATURES = 20

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
  const timestamp = optional(at(given, 'timestamp'), (field) => readTimestamp(field, header)) ?? null
  return { scheme, header, prefix: optional(at(given, 'prefix'), asName) ?? '', encoding: isBase64 ? 'base64' : 'hex', timestamp }
}

function readTimestamp(field: Field, ofSignature: string): Timestamp {
  return {
    header: optional(at(field, 'header'), asName) ?? ofSignature,
    prefix: optional(at(field, 'prefix'), asName) ?? '',
    separator: optional(at(field, 'separator'), asName) ?? '.',
  }
}

/** Over the raw bytes, in constant time; without a secret nothing is let in. */
export function verifyBy(scheme: Scheme, input: VerifyInput): Verification {
  if (input.secret.trim() === '') return refused('This connection has no secret, so nothing it receives can be trusted. Set one.')
  if (input.rawBody.length === 0) return refused('The body is empty.')
  if (scheme.scheme === 'standard-webhooks') return verifyStandard(input)
  if (scheme.scheme === 'hmac-sha256') return verifyHmac(scheme, input)
  const sent = headerValue(input.headers, scheme.header)
  if (sent === null) return refused(`The ${scheme.header} header is missing.`)
  return isEqual(sent, input.secret.trim()) ? { ok: true } : doesNotMatch(scheme.header)
}

/** A header may hold several signatures, with commas between. */
function verifyHmac(scheme: Extract<Scheme, { scheme: 'hmac-sha256' }>, { headers, rawBody, secret, now }: VerifyInput): Verification {
  const { header, prefix, encoding, timestamp } = scheme
  const sent = partsOf(headers, header)
  if (sent.length === 0) return refused(`The ${header} header is missing.`)
  const hmac = createHmac('sha256', secret)
  if (timestamp) {
    const [time, ...more] = partsOf(headers, timestamp.header).filter((part) => part.startsWith(timestamp.prefix))
    if (time === undefined || more.length > 0) return refused(`The ${timestamp.header} header has no time, or several.`)
    const seconds = time.slice(timestamp.prefix.length)
    if (!isNear(seconds, now)) return refused(farFromNow(timestamp.header))
    hmac.update(`${seconds}${timestamp.separator}`)
  }
  const expected = `${prefix}${hmac.update(rawBody).digest(encoding)}`
  return sent.filter((part) => isEqual(part, expected)).length > 0 ? { ok: true } : doesNotMatch(header)
}

function partsOf(headers: VerifyInput['headers'], name: string): string[] {
  const value = headerValue(headers, name)
  return value === null ? [] : value.split(',', MOST_SIGNATURES).map((part) => part.trim())
}

function isNear(seconds: string, now: Date): boolean {
  return /^\d{1,12}$/.test(seconds) && Math.abs(now.getTime() / 1000 - Number(seconds)) <= FARTHEST_SECONDS
}

function farFromNow(header: string): string {
  return `The ${header} header is more than 5 minutes away from the clock of this server.`
}

function doesNotMatch(header: string): Verification {
  return refused(`The ${header} header does not match: the sender has another secret, or the body was changed on the way.`)
}

/** Signature over id, time and body, with the time within five minutes of ours: https://www.standardwebhooks.com */
function verifyStandard({ headers, rawBody, secret, now }: VerifyInput): Verification {
  if (!isUtf8(rawBody)) return refused('The body is not UTF-8.')
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerValue(headers, name))
  if (!id || !time || !signatures) return refused('The webhook-id, webhook-timestamp or webhook-signature header is missing.')
  if (!isNear(time, now)) return refused(farFromNow('webhook-timestamp'))
  try {
    const expected = new Webhook(secret).sign(id, new Date(Number(time) * 1000), rawBody.toString('utf8'))
    const matches = signatures.split(' ', MOST_SIGNATURES).filter((one) => isEqual(one, expected))
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
