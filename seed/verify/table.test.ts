import { describe, expect, it } from 'vitest'
import { agrees, tableOf } from './table.js'

describe('agreement', () => {
  it('is to the rounding of a double, and to six decimals for a bound', () => {
    expect(agrees(0.1 + 0.2, 0.3, false)).toBe(true)
    expect(agrees(9900, 9900.001, false)).toBe(false)
    expect(agrees(12.216516, 12.2165164, true)).toBe(true)
    expect(agrees(12.216516, 12.2166, true)).toBe(false)
  })

  it('does not take nothing for nought', () => {
    expect(agrees(0, null, false)).toBe(false)
    expect(agrees(null, 0, false)).toBe(false)
    expect(agrees(null, null, false)).toBe(true)
  })
})

describe('the table', () => {
  it('aligns numbers and shouts where they differ', () => {
    const rows = [
      { what: 'deployment_frequency value', expected: 20, actual: 20, ok: true },
      { what: 'change_failure_rate value', expected: 9 / 23, actual: null, ok: false },
    ]
    expect(tableOf(rows).split('\n')).toEqual([
      'what                        expected  actual',
      'deployment_frequency value        20      20  ok',
      'change_failure_rate value   0.391304    null  WRONG',
    ])
  })
})
