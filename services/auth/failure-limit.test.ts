import { expect, test } from 'vitest'
import { createFailureLimit } from './failure-limit.js'

test('an address that fails too often is held up until the window is over, and no other is', () => {
  let now = 0
  const limit = createFailureLimit({ limit: 3, windowMs: 60_000, now: () => now })
  for (let failure = 0; failure < 3; failure++) {
    expect(limit.allows('192.0.2.1')).toBe(true)
    limit.record('192.0.2.1')
  }
  expect(limit.allows('192.0.2.1')).toBe(false)
  expect(limit.allows('192.0.2.2')).toBe(true)
  now = 60_000
  expect(limit.allows('192.0.2.1')).toBe(true)
})
