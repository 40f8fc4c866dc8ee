import { describe, expect, it } from 'vitest'
import { isNamed } from './settings.js'

describe('a declared name', () => {
  it.each([
    ['production', 'production', true],
    ['production', 'Production', false],
    ['production/eu', 'production', false],
    ['review/retries/2', 'review/*', true],
    ['review', 'review/*', false],
    ['production/pay-eu', 'production/*-eu', true],
    ['production/-eu', 'production/*-eu', true],
    ['production-eu', 'production/*-eu', false],
    ['deploy pay to eu', '*pay*eu', true],
    ['deploy eu to pay', '*pay*eu', false],
    ['aba', 'ab*ba', false],
    ['anything', '*', true],
    ['a.b', 'a?b', false],
    ['axxb', 'a**b', true],
    ['ab', 'a*b*b', false],
  ])('%s is %s: %s', (name, pattern, expected) => {
    expect(isNamed(name, pattern)).toBe(expected)
  })
})
