import { describe, expect, it } from 'vitest'
import { readPattern } from './pattern.js'

function matches(pattern: string, value: string): boolean {
  const read = readPattern(pattern)
  if (typeof read !== 'function') throw new Error(read.fault)
  return read(value)
}

describe('a pattern', () => {
  it.each([
    ['5..', '503', true],
    ['5..', '5030', false],
    ['5..', '1503', false],
    ['a|ab', 'ab', true],
    ['a|b', 'ab', false],
    ['.*', 'two\nlines', true],
    ['', '', true],
    ['(?i)get', 'GET', true],
    ['\\p{Greek}+', 'αβγ', true],
    ['.', '𝛼', true],
    ['^5..$', '500', true],
  ])('%s of %s is %s', (pattern, value, expected) => {
    expect(matches(pattern, value)).toBe(expected)
  })

  it.each(['(a+)+b', '(a|a)*b', '(.*)*x', '(a?){30}a{30}b'])('%s takes time in proportion to the value', (pattern) => {
    const began = performance.now()
    expect(matches(pattern, 'a'.repeat(20_000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it.each([
    ['[', 'missing closing ]: `[`'],
    ['a)|(b', 'unexpected )'],
    ['(?=a)b', 'unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['(a{1000}){1000}', 'invalid repeat count'],
  ])('%s cannot be read, and the reason is told', (pattern, reason) => {
    expect(readPattern(pattern)).toEqual({ fault: expect.stringContaining(reason) })
  })
})
