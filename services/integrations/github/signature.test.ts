import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { github } from './index.js'

const secret = 'a long secret'
const rawBody = Buffer.from('{"zen":"Grüße"}')

function signed(body: Buffer, key = secret, algorithm = 'sha256'): string {
  return `${algorithm}=${createHmac(algorithm, key).update(body).digest('hex')}`
}

function verify(overrides: { signature?: string | string[]; rawBody?: Buffer; secret?: string }) {
  const signature = 'signature' in overrides ? overrides.signature : signed(rawBody)
  const headers = { 'x-hub-signature-256': signature, 'x-hub-signature': signed(rawBody, secret, 'sha1') }
  return github.verify({ headers, rawBody, secret, now: new Date(0), ...overrides })
}

describe('the signature', () => {
  it('accepts what was signed with the secret', async () => {
    expect(await verify({})).toEqual({ ok: true })
  })

  it("accepts the example of GitHub's documentation", async () => {
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
    expect(await verify({ signature, rawBody: Buffer.from('Hello, World!'), secret: "It's a Secret to Everybody" })).toEqual({ ok: true })
  })

  it.each([
    ['no header, even with a SHA-1 one', { signature: undefined }, /header is missing/],
    ['a blank header', { signature: ' ' }, /header is missing/],
    ['the header twice', { signature: [signed(rawBody), signed(rawBody)] }, /header is missing/],
    ['another algorithm', { signature: signed(rawBody, secret, 'sha1') }, /other algorithms/],
    ['another algorithm under this name', { signature: signed(rawBody, secret, 'sha1').replace('sha1', 'sha256') }, /does not match/],
    ['another secret', { signature: signed(rawBody, 'another') }, /does not match/],
    ['a changed body', { rawBody: Buffer.from('{"zen":"Gruss"}') }, /does not match/],
    ['a body that is the same JSON in other bytes', { rawBody: Buffer.from('{ "zen":"Grüße"}') }, /does not match/],
    ['a cut signature', { signature: signed(rawBody).slice(0, -1) }, /does not match/],
    ['only the prefix', { signature: 'sha256=' }, /does not match/],
    ['no secret', { secret: '', signature: signed(rawBody, '') }, /has no secret/],
    ['a blank secret', { secret: '  ', signature: signed(rawBody, '  ') }, /has no secret/],
    ['an empty body', { rawBody: Buffer.alloc(0), signature: signed(Buffer.alloc(0)) }, /empty/],
    ['bytes that are not UTF-8', { rawBody: Buffer.from([0xff]), signature: signed(Buffer.from([0xff])) }, /not UTF-8/],
    ['bytes that would decode to what was signed', { rawBody: Buffer.from([0xff]), signature: signed(Buffer.from('\ufffd')) }, /not UTF-8/],
  ])('refuses %s', async (_, overrides, reason) => {
    expect(await verify(overrides)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string })
  })
})

describe('the delivery id', () => {
  it('is the one GitHub repeats when it sends again', () => {
    expect(github.deliveryId({ 'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958' })).toBe('72d3162e-cc78-11e3-81ab-4c9367dc0958')
  })

  it('is null when there is none', () => {
    expect(github.deliveryId({})).toBeNull()
  })
})
