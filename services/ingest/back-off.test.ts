import { expect, test } from 'vitest'
import { delayMs } from './back-off.js'

test('the wait doubles from a second to five minutes', () => {
  expect([1, 2, 3, 8, 9, 10, 50].map((attempts) => delayMs(attempts, 1))).toEqual([1_000, 2_000, 4_000, 128_000, 256_000, 300_000, 300_000])
})

test('chance takes off up to half', () => {
  expect(delayMs(3, 0)).toBe(2_000)
  expect(delayMs(3, 0.5)).toBe(3_000)
})
