import { describe, expect, it } from 'vitest'
import { alertmanager } from './index.js'

const secret = 'a long secret'

function verify(authorization: string | string[] | undefined, overrides: { secret?: string; rawBody?: Buffer } = {}) {
  return alertmanager.verify({ headers: { authorization }, rawBody: Buffer.from('{}'), secret, now: new Date(0), ...overrides })
}

describe('the bearer token', () => {
  it.each([`Bearer ${secret}`, `bearer ${secret}`, `Bearer ${secret} `])('is accepted as %s', async (authorization) => {
    expect(await verify(authorization)).toEqual({ ok: true })
  })

  it.each([
    ['no header', undefined, {}, /header is missing/],
    ['the header twice', [`Bearer ${secret}`, `Bearer ${secret}`], {}, /header is missing/],
    ['another scheme', `Basic ${secret}`, {}, /header is missing/],
    ['another token', 'Bearer another', {}, /another one/],
    ['a longer token', `Bearer ${secret}s`, {}, /another one/],
    ['no secret', 'Bearer ', { secret: '' }, /has no secret/],
    ['no body', `Bearer ${secret}`, { rawBody: Buffer.alloc(0) }, /body is empty/],
  ])('is refused with %s', async (_, authorization, overrides, reason) => {
    const verdict = await verify(authorization, overrides)
    expect(verdict.ok).toBe(false)
    expect(verdict).toMatchObject({ reason: expect.stringMatching(reason) as string })
  })
})
