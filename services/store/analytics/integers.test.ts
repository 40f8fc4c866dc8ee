import { describe, expect, it } from 'vitest'
import { toInteger } from './integers.js'

describe('toInteger', () => {
  it('reads what a number can hold exactly', () => {
    expect(toInteger('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER)
    expect(toInteger('-42')).toBe(-42)
    expect(toInteger(7)).toBe(7)
    expect(toInteger(null)).toBeNull()
  })

  it.each(['9007199254740992', '18446744073709551615', '1.5', '', ' 1', '1e3', 'x', 1.5, Number.NaN])('refuses %j', (value) => {
    expect(() => toInteger(value)).toThrow(RangeError)
  })
})
