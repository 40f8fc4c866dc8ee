import { describe, expect, it } from 'vitest'
import { agrees, findActual, groupQuestions, isHeadline, type KnownAnswer, wholePeriod } from './known-answers.js'

const answer: KnownAnswer = {
  key: 'change_failure_rate',
  title: 'Change failure rate',
  of: 'value',
  unit: 'RATIO',
  expected: 0.2,
  because: '2 of 10',
  from: '2026-10-01T00:00:00.000Z',
  to: '2026-11-01T00:00:00.000Z',
  service: null,
}

describe('groupQuestions', () => {
  it('asks once for all measures of one period and service', () => {
    const questions = groupQuestions([answer, { ...answer, key: 'change_lead_time' }, { ...answer, of: 'p90' }, { ...answer, service: 'ledger' }])
    expect(questions.map(({ service, keys }) => [service, keys])).toEqual([
      [null, ['change_failure_rate', 'change_lead_time']],
      ['ledger', ['change_failure_rate']],
    ])
  })
})

describe('findActual', () => {
  const actuals = {
    metrics: [
      {
        key: 'change_failure_rate' as const,
        groups: [
          { total: { value: null, n: 0, low: null, high: 3.5, excluded: [{ reason: 'open', count: 2 }], stats: [{ name: 'p90', value: 4 }] } },
        ],
      },
    ],
  }

  it('tells a missing number from an unknown one', () => {
    expect(findActual(actuals, answer)).toBeNull()
    expect(findActual(actuals, { ...answer, of: 'p90' })).toBe(4)
    expect(findActual(actuals, { ...answer, of: 'n' })).toBe(0)
    expect(findActual(actuals, { ...answer, of: 'high' })).toBe(3.5)
    expect(findActual(actuals, { ...answer, of: 'excluded:open' })).toBe(2)
    expect(findActual(actuals, { ...answer, of: 'excluded:unrelated' })).toBe(0)
    expect(findActual(actuals, { ...answer, of: 'p12' })).toBeUndefined()
    expect(findActual(actuals, { ...answer, key: 'release_incidents' })).toBeUndefined()
  })
})

describe('isHeadline', () => {
  it('holds for the value of a measure over the whole period', () => {
    const week = { ...answer, to: '2026-10-08T00:00:00.000Z' }
    const whole = wholePeriod([week, answer])
    expect(whole).toEqual({ from: answer.from, to: answer.to })
    expect(isHeadline(answer, whole)).toBe(true)
    for (const part of [week, { ...answer, of: 'p90' }, { ...answer, service: 'ledger' }]) expect(isHeadline(part, whole)).toBe(false)
  })
})

describe('agrees', () => {
  it('forgives the last digits of a division and nothing more', () => {
    expect(agrees(0.3, 0.1 + 0.2)).toBe(true)
    expect(agrees(0.3, 0.3001)).toBe(false)
  })

  it('holds null equal to null only', () => {
    expect(agrees(null, null)).toBe(true)
    expect(agrees(null, 0)).toBe(false)
    expect(agrees(0, null)).toBe(false)
    expect(agrees(null, undefined)).toBe(false)
  })
})
