import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pagerduty } from './index.js'

const secret = 'a long secret'
const rawBody = Buffer.from('{"event":{"title":"Grüße"}}')

function signed(body: Buffer, key = secret): string {
  return `v1=${createHmac('sha256', key).update(body).digest('hex')}`
}

const right = signed(rawBody)
const other = signed(rawBody, 'another')

function verify(overrides: { signature?: string | string[]; rawBody?: Buffer; secret?: string }) {
  const { signature = right, ...rest } = overrides
  const headers = 'signature' in overrides ? { 'x-pagerduty-signature': overrides.signature } : { 'x-pagerduty-signature': signature }
  return pagerduty.verify({ headers, rawBody, secret, now: new Date(0), ...rest })
}

describe('the signature', () => {
  it.each([
    ['the only one', right],
    ['the first of two, while a secret is replaced', `${right},${other}`],
    ['the last of two', `${other},${right}`],
    ['one after a blank', `${other}, ${right}`],
    ['one beside another version', `v2=${'0'.repeat(64)},${right}`],
    ['one in capital letters', `v1=${right.slice(3).toUpperCase()}`],
  ])('is accepted as %s', async (_, signature) => {
    expect(await verify({ signature })).toEqual({ ok: true })
  })

  it.each([
    ['no header', { signature: undefined }, /header is missing/],
    ['a blank header', { signature: ' ' }, /header is missing/],
    ['the header twice', { signature: [right, right] }, /header is missing/],
    ['no version', { signature: right.slice(3) }, /must be v1=/],
    ['another version', { signature: right.replace('v1', 'v2') }, /must be v1=/],
    ['a cut signature', { signature: right.slice(0, -1) }, /must be v1=/],
    ['only the prefix', { signature: 'v1=' }, /must be v1=/],
    ['another secret', { signature: other }, /No signature matches/],
    ['a right one behind more than anybody sends', { signature: `${`${other},`.repeat(20)}${right}` }, /No signature matches/],
    ['a changed body', { rawBody: Buffer.from('{"event":{"title":"Gruss"}}') }, /No signature matches/],
    ['the same JSON in other bytes', { rawBody: Buffer.from('{"event": {"title":"Grüße"}}') }, /No signature matches/],
    ['no secret', { secret: '', signature: signed(rawBody, '') }, /has no secret/],
    ['a blank secret', { secret: '  ', signature: signed(rawBody, '  ') }, /has no secret/],
    ['an empty body', { rawBody: Buffer.alloc(0), signature: signed(Buffer.alloc(0)) }, /empty/],
  ])('refuses %s', async (_, overrides, reason) => {
    expect(await verify(overrides)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string })
  })
})

describe('a delivery that is sent again', () => {
  it('has the same id', () => {
    expect(pagerduty.deliveryId({ 'x-webhook-id': 'e4cb5a23' })).toBe('e4cb5a23')
    expect(pagerduty.deliveryId({})).toBeNull()
  })

  it('gives the same events under another delivery id too', () => {
    const data = { id: 'PINC001', status: 'triggered', service: { id: 'PSVC001', summary: 'Payments' } }
    const body = { event: { id: 'E1', event_type: 'incident.triggered', occurred_at: '2026-03-02T11:00:00Z', data } }
    const run = (id: string, receivedAt: string) =>
      pagerduty.normalise({ headers: { 'x-webhook-id': id }, body, source: 'acme', receivedAt, settings: {} })
    expect(run('second', '2026-03-05T00:00:00Z')).toEqual(run('first', '2026-03-02T11:00:01Z'))
  })
})
