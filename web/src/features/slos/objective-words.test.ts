import { describe, expect, it } from 'vitest'
import { standingOf, targetText } from './objective-words.js'

const rule = (severity: 'PAGE' | 'TICKET', burning: boolean) => ({
  severity,
  longSeconds: 3600,
  shortSeconds: 300,
  factor: 14.4,
  burning,
  reachable: true,
})

describe('standingOf', () => {
  it.each([
    ['no data yet', { attainment: null, budgetLeft: null, rules: [] }],
    ['burning', { attainment: 0.9, budgetLeft: -9, rules: [rule('TICKET', true), rule('PAGE', true)] }],
    ['spent', { attainment: 0.9, budgetLeft: 0, rules: [rule('TICKET', true)] }],
    ['burning slowly', { attainment: 0.995, budgetLeft: 0.5, rules: [rule('TICKET', true)] }],
    ['low', { attainment: 0.991, budgetLeft: 0.1, rules: [rule('PAGE', false)] }],
    ['healthy', { attainment: 1, budgetLeft: 1, rules: [rule('PAGE', false)] }],
  ])('is %s', (word, objective) => {
    expect(standingOf(objective).word).toBe(word)
  })
})

it('says a target with its window, and with what a good value is', () => {
  const spaced = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(spaced(targetText({ target: 0.9995, op: null, value: null }, 2_592_000))).toBe('99.95 % over 30 d')
  expect(spaced(targetText({ target: 0.99, op: 'LTE', value: 500 }, 604_800))).toBe('99 % at most 500 over 7 d')
})
