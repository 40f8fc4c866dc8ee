import { describe, expect, it } from 'vitest'
import { dataText, spanOf, standingOf, targetText } from './objective-words.js'

const rule = (severity: 'PAGE' | 'TICKET', burning: boolean) => ({
  severity,
  longSeconds: 3600,
  shortSeconds: 300,
  factor: 14.4,
  burning,
  reachable: true,
})

const AT = '2026-11-02T12:00:00Z'

describe('standingOf', () => {
  it.each([
    ['no data yet', { attainment: null, budgetLeft: null, rules: [] }],
    ['burning', { attainment: 0.9, budgetLeft: -9, rules: [rule('TICKET', true), rule('PAGE', true)] }],
    ['spent', { attainment: 0.9, budgetLeft: 0, rules: [rule('TICKET', true)] }],
    ['burning slowly', { attainment: 0.995, budgetLeft: 0.5, rules: [rule('TICKET', true)] }],
    ['low', { attainment: 0.991, budgetLeft: 0.1, rules: [rule('PAGE', false)] }],
    ['healthy', { attainment: 1, budgetLeft: 1, rules: [rule('PAGE', false)] }],
  ])('is %s', (word, objective) => {
    expect(standingOf(objective, spanOf(AT, [{ dataTo: '2026-11-02T11:59:00Z' }])).word).toBe(word)
  })

  it.each([
    ['2026-11-02T11:44:00Z', 60, 'silent since'],
    ['2026-11-02T11:45:00Z', 60, 'healthy'],
    // The last slice of an hour goes on until noon.
    ['2026-11-02T11:00:00Z', 3_600, 'healthy'],
    ['2026-11-02T10:00:00Z', 3_600, 'silent since'],
  ])('with data last at %s in slices of %d s is %s', (dataTo, timeSliceSeconds, word) => {
    const standing = standingOf({ attainment: 1, budgetLeft: 1, rules: [] }, spanOf(AT, [{ dataTo, timeSliceSeconds }]))
    expect(standing.word).toBe(word)
    expect(standing.since).toBe(word === 'healthy' ? undefined : dataTo)
  })
})

it('says a target with its window, and with what a good value is', () => {
  const spaced = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(spaced(targetText({ target: 0.9995, op: null, value: null }, 2_592_000))).toBe('99.95 % over 30 d')
  expect(spaced(targetText({ target: 0.99, op: 'LTE', value: 500 }, 604_800))).toBe('99 % at most 500 over 7 d')
})

it('says over how little data a budget is', () => {
  const over = (dataFrom: string, windowSeconds: number) => dataText(spanOf(AT, [{ dataFrom }]), windowSeconds)?.replaceAll('\u00a0', ' ')
  expect(over('2026-11-02T10:30:00Z', 2_592_000)).toMatch(/^over .+ of data$/)
  expect(over('2026-10-03T12:00:00Z', 2_592_000)).toBeUndefined()
  expect(dataText(spanOf(AT, [{}]), 2_592_000)).toBeNull()
})

it('has the span of all parts of a composite', () => {
  const parts = [
    { dataFrom: '2026-11-02T10:00:00Z', dataTo: '2026-11-02T11:00:00Z' },
    { dataFrom: null, dataTo: null },
    { dataTo: '2026-11-02T11:30:00Z' },
  ]
  expect(spanOf(AT, parts)).toEqual({ at: AT, dataFrom: '2026-11-02T10:00:00Z', dataTo: '2026-11-02T11:30:00Z', sliceSeconds: 60 })
})
