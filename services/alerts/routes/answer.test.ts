import { describe, expect, it } from 'vitest'
import { judgeAnswer, retryAfterSeconds } from './answer.js'

const now = new Date('2026-03-02T10:16:00.000Z')
const answer = (status: number, headers: Record<string, string> = {}, body = '') => ({
  status,
  headers,
  body: Buffer.from(body),
  url: 'https://hooks.example.com/a-secret-path',
})

describe('the pause asked for', () => {
  it.each([
    ['0', 0],
    ['120', 120],
    ['999999999', 6 * 3600],
    ['Mon, 02 Mar 2026 10:16:01 GMT', 1],
    ['Mon, 02 Mar 2026 10:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 6 * 3600],
    ['1.5', null],
    ['soon', null],
    ['Someday', null],
    ['2026-03-02T10:17:00Z', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds)
  })
})

describe('an answer', () => {
  it.each([200, 201, 202, 204])('%i is good', (status) => {
    expect(judgeAnswer(answer(status), now, 'receipt-1')).toEqual({ ok: true, receipt: 'receipt-1' })
  })

  it('that a limit is used up is no refusal, though it is a 403', () => {
    const resetAt = String(Date.parse('2026-03-02T10:20:00Z') / 1000)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetAt }
    expect(judgeAnswer(answer(403, headers), now)).toMatchObject({ retryable: true, retryAfterSeconds: 240 })
    expect(judgeAnswer(answer(403, {}, '{"message":"You have exceeded a secondary rate limit."}'), now)).toMatchObject({ retryable: true })
    expect(judgeAnswer(answer(403, {}, '{"message":"Forbidden"}'), now)).toMatchObject({ retryable: false, retryAfterSeconds: null })
  })

  it('of a 503 may name its pause', () => {
    expect(judgeAnswer(answer(503, { 'retry-after': '20' }), now)).toMatchObject({ retryable: true, retryAfterSeconds: 20 })
  })

  it.each([
    [answer(400, {}, '{"status":"invalid event","message":"Event object is invalid","errors":["a","b"]}'), 'Event object is invalid ["a","b"]'],
    [answer(400, {}, '"bad\\n label"'), 'bad label'],
    [answer(404, {}, 'no_service'), 'no_service'],
  ])('is told with its reason', (given, reason) => {
    expect(judgeAnswer(given, now)).toMatchObject({ message: `hooks.example.com answers ${given.status}: ${reason}` })
  })

  it('is told without pages of HTML, and not at any length', () => {
    expect(judgeAnswer(answer(502, {}, '<html>Bad gateway</html>'), now)).toMatchObject({ message: 'hooks.example.com answers 502.' })
    expect(judgeAnswer(answer(500, {}, 'x'.repeat(9000)), now)).toMatchObject({ message: `hooks.example.com answers 500: ${'x'.repeat(2000)}` })
  })
})
