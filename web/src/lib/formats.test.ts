import { describe, expect, it } from 'vitest'
import { describeChange, explainMissing, formatDuration, formatExactly, formatInstant, formatRatio, formatValue, utcTitle } from './formats.js'

function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.25, '250 ms'],
    [7.5, '7.5 s'],
    [59, '59 s'],
    [59.9, '1 min'],
    [61, '1 min 1 s'],
    [1800, '30 min'],
    [3599, '1 h'],
    [5400, '1 h 30 min'],
    [86_399, '1 d'],
    [97_200, '1 d 3 h'],
    [40 * 86_400, '40 d'],
    [-90, '−1 min 30 s'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(spaced(formatDuration(seconds))).toBe(text)
  })
})

describe('formatExactly', () => {
  it.each([
    [3825, 'SECONDS', '1 h 3 min 45 s'],
    [-90_000.25, 'SECONDS', '−1 d 1 h 0.25 s'],
    [0, 'SECONDS', '0 s'],
    [0.39131, 'RATIO', '39.131 %'],
    [12.345, 'COUNT', '12.345'],
  ])('says %d in %s as %s', (value, unit, text) => {
    expect(spaced(formatExactly(value, unit))).toBe(text)
  })
})

describe('formatValue', () => {
  it('shows a missing value as a dash, never as zero', () => {
    expect(formatValue(null, 'COUNT')).toBe('—')
    expect(formatValue(undefined, 'RATIO')).toBe('—')
    expect(formatValue(0, 'COUNT')).toBe('0')
  })

  it('shows a ratio as a percentage', () => {
    expect(spaced(formatRatio(0.125))).toBe('12.5 %')
    expect(spaced(formatRatio(0.0042))).toBe('0.42 %')
    expect(spaced(formatRatio(0))).toBe('0 %')
  })
})

describe('describeChange', () => {
  it.each([
    [12, 10, 'COUNT', 'HIGHER_IS_BETTER', '+20 %', 'better'],
    [8, 10, 'COUNT', 'HIGHER_IS_BETTER', '−20 %', 'worse'],
    [7200, 3600, 'SECONDS', 'LOWER_IS_BETTER', '+100 %', 'worse'],
    [0.1, 0.15, 'RATIO', 'LOWER_IS_BETTER', '−5 points', 'better'],
    [5, 5, 'COUNT', 'LOWER_IS_BETTER', 'unchanged', 'same'],
    [6, 5, 'COUNT', 'NEUTRAL', '+20 %', 'neutral'],
    [3, 0, 'COUNT', 'LOWER_IS_BETTER', '+3', 'worse'],
  ] as const)('%d after %d (%s, %s) is %s, %s', (value, previous, unit, direction, text, sense) => {
    const change = describeChange(value, previous, unit, direction)
    expect(spaced(change?.text ?? '')).toBe(text)
    expect(change?.sense).toBe(sense)
  })

  it('says nothing when either side is missing', () => {
    expect(describeChange(null, 5, 'COUNT', 'NEUTRAL')).toBeNull()
    expect(describeChange(5, null, 'COUNT', 'NEUTRAL')).toBeNull()
  })
})

describe('explainMissing', () => {
  it('tells no data, nothing to divide by and all left out apart', () => {
    expect(explainMissing({ n: 0, unit: 'COUNT', excluded: [] }).short).toBe('no data')
    expect(explainMissing({ n: 0, unit: 'RATIO', excluded: [] }).short).toBe('nothing to divide by')
    expect(explainMissing({ n: 0, unit: 'SECONDS', excluded: [{ count: 3 }] }).short).toBe('all left out')
  })
})

describe('instants', () => {
  it('are told in the zone, with UTC beside', () => {
    expect(formatInstant('2026-11-02T23:30:00.000Z', 'Europe/Paris')).toBe('3 Nov 2026, 00:30')
    expect(utcTitle('2026-11-03T00:30:00+01:00')).toBe('2026-11-02 23:30:00.000 UTC')
  })
})
