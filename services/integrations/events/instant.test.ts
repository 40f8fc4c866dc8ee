import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from './instant.js'

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T23:00:00-01:00', 0],
    ['1970-01-01t00:00:01.5z', 1500],
    ['1970-01-01T00:00:00.123456789Z', 123],
    ['1970-01-01T00:00:00.9999Z', 999],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
    ['2016-12-31T23:59:60Z', 1_483_228_800_000],
    ['2016-12-31T18:59:60-05:00', 1_483_228_800_000],
  ])('%s is %d ms', (text, expected) => {
    expect(parseInstant(text)).toBe(expected)
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T12:00:60Z',
    '2026-01-01T00:00:61Z',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+0100',
    '2026-01-01',
    '2026-01-01 00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '1970-01-01T00:00:00+00:01',
    '2299-12-31T23:59:59-00:01',
    '2300-01-01T00:00:00Z',
    '10000-01-01T00:00:00Z',
    '-2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.Z',
    '',
    'now',
    '1767225600',
  ])('%s is no time', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  it('reads every instant of its range as the platform writes it', () => {
    const range = { min: new Date(0), max: new Date('2299-12-31T23:59:59.999Z'), noInvalidDate: true }
    fc.assert(fc.property(fc.date(range), (date) => parseInstant(date.toISOString()) === date.getTime()))
  })
})
