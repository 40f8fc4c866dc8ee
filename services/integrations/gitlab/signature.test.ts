import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { gitlab } from './index.js'

const rawBody = Buffer.from('{"object_kind":"push","user_name":"Grüße"}')
const now = new Date('2026-03-02T10:00:00Z')
const seconds = now.getTime() / 1000
const token = 'a long secret token'
const key = Buffer.alloc(32, 7)
const signingToken = `whsec_${key.toString('base64')}`
const ID = '3f1c0e2a-0000-4000-8000-000000000001'

function signatureOf({ id = ID, at = String(seconds), body = rawBody, by = key } = {}): string {
  return `v1,${createHmac('sha256', by).update(`${id}.${at}.`).update(body).digest('base64')}`
}

type Overrides = { headers?: Record<string, string | string[] | undefined>; rawBody?: Buffer; secret?: string; now?: Date }

function verifyToken({ headers = { 'x-gitlab-token': token }, ...rest }: Overrides) {
  return gitlab.verify({ headers, rawBody, secret: token, now, ...rest })
}

function verifySigned({ headers = {}, ...rest }: Overrides) {
  const sent = { 'webhook-id': ID, 'webhook-timestamp': String(seconds), 'webhook-signature': signatureOf(), ...headers }
  return gitlab.verify({ headers: sent, rawBody, secret: signingToken, now, ...rest })
}

const refusal = (reason: RegExp) => ({ ok: false, reason: expect.stringMatching(reason) as string })

describe('the secret token', () => {
  it('is accepted as it was set', async () => {
    expect(await verifyToken({})).toEqual({ ok: true })
  })

  it.each([
    ['no header', { headers: {} }, /header is missing/],
    ['a blank header', { headers: { 'x-gitlab-token': ' ' } }, /header is missing/],
    ['the header twice', { headers: { 'x-gitlab-token': [token, token] } }, /header is missing/],
    ['another token', { headers: { 'x-gitlab-token': 'another token' } }, /does not match/],
    ['a longer token', { headers: { 'x-gitlab-token': `${token}x` } }, /does not match/],
    ['a beginning of it', { headers: { 'x-gitlab-token': token.slice(0, -1) } }, /does not match/],
    ['no secret', { secret: '', headers: { 'x-gitlab-token': '' } }, /has no secret/],
    ['a blank secret', { secret: ' ', headers: { 'x-gitlab-token': ' ' } }, /has no secret/],
    ['an empty body', { rawBody: Buffer.alloc(0) }, /empty/],
  ])('refuses %s', async (_, overrides, reason) => {
    expect(await verifyToken(overrides)).toEqual(refusal(reason))
  })
})

describe('the signing token', () => {
  it('is accepted where id, time and body are signed with it', async () => {
    expect(await verifySigned({})).toEqual({ ok: true })
  })

  it('is accepted as one of several, while it is replaced', async () => {
    const headers = { 'webhook-signature': `${signatureOf({ by: Buffer.alloc(32, 8) })} v1a,AAAA ${signatureOf()}` }
    expect(await verifySigned({ headers })).toEqual({ ok: true })
  })

  it.each([-299, 299])('takes a clock that is %i seconds away', async (offset) => {
    expect(await verifySigned({ now: new Date(now.getTime() + offset * 1000) })).toEqual({ ok: true })
  })

  it.each([
    ['the plain token alone', { headers: { 'webhook-signature': undefined, 'x-gitlab-token': signingToken } }, /header is missing/],
    ['no id', { headers: { 'webhook-id': undefined } }, /header is missing/],
    ['no time', { headers: { 'webhook-timestamp': undefined } }, /header is missing/],
    ['a time in words', { headers: { 'webhook-timestamp': 'now' } }, /must be seconds/],
    ['a time with more behind it', { headers: { 'webhook-timestamp': `${seconds}x` } }, /must be seconds/],
    ['another id', { headers: { 'webhook-id': 'another' } }, /No signature matches/],
    ['another time', { headers: { 'webhook-timestamp': String(seconds + 1) } }, /No signature matches/],
    ['another key', { headers: { 'webhook-signature': signatureOf({ by: Buffer.alloc(32, 8) }) } }, /No signature matches/],
    ['another version', { headers: { 'webhook-signature': signatureOf().replace('v1', 'v2') } }, /No signature matches/],
    ['only the version', { headers: { 'webhook-signature': 'v1,' } }, /No signature matches/],
    ['a changed body', { rawBody: Buffer.from('{"object_kind":"push","user_name":"Gruss"}') }, /No signature matches/],
    ['a replay after more than five minutes', { now: new Date(now.getTime() + 301_000) }, /more than 5 minutes/],
    ['a time more than five minutes ahead', { now: new Date(now.getTime() - 301_000) }, /more than 5 minutes/],
    [
      'bytes that are not UTF-8',
      { rawBody: Buffer.from([0xff]), headers: { 'webhook-signature': signatureOf({ body: Buffer.from([0xff]) }) } },
      /not UTF-8/,
    ],
    ['a secret that is no Base64', { secret: 'whsec_!' }, /not Base64/],
    ['a secret without a key', { secret: 'whsec_' }, /not Base64/],
  ])('refuses %s', async (_, overrides, reason) => {
    expect(await verifySigned(overrides)).toEqual(refusal(reason))
  })
})

describe('the delivery id', () => {
  it('is what GitLab repeats when it sends again, and signs', () => {
    expect(gitlab.deliveryId({ 'webhook-id': ID, 'idempotency-key': 'k', 'x-gitlab-event-uuid': 'u' })).toBe(ID)
    expect(gitlab.deliveryId({ 'idempotency-key': 'k', 'x-gitlab-event-uuid': 'u' })).toBe('k')
  })

  it('is none of those that other deliveries share, or that change when it is sent again', () => {
    expect(gitlab.deliveryId({ 'x-gitlab-event-uuid': 'u', 'x-gitlab-webhook-uuid': 'w' })).toBeNull()
  })
})
