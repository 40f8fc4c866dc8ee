import { describe, expect, it } from 'vitest'
import { quickCheckKeys, scoreQuickCheck, type QuickCheckKey } from './quick-check.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function partOf(key: QuickCheckKey, value: number | null) {
  return scoreQuickCheck('2025', { [key]: value }).parts.find((part) => part.key === key)
}

describe('a part of the quick check', () => {
  it.each([
    [0, 6, 10],
    [HOUR - 1, 6, 10],
    [HOUR, 5, 8],
    [DAY - 1, 5, 8],
    [DAY, 4, 6],
    [7 * DAY - 1, 4, 6],
    [7 * DAY, 3, 4],
    [30 * DAY - 1, 3, 4],
    [30 * DAY, 2, 2],
    [182.5 * DAY, 2, 2],
    [182.5 * DAY + 1, 1, 0],
  ])('a duration of %d s is category %d and scores %d', (value, category, score) => {
    expect(partOf('change_lead_time', value)).toMatchObject({ value, category, score })
    expect(partOf('failed_deployment_recovery_time', value)).toMatchObject({ value, category, score })
  })

  it.each([
    [25, 6, 10],
    [24, 5, 8],
    [1.001, 5, 8],
    [1, 4, 6],
    [0.15, 4, 6],
    [1 / 7, 3, 4],
    [0.034, 3, 4],
    [1 / 30, 2, 2],
    [1 / 182.5, 2, 2],
    [0.005, 1, 0],
    [0, 1, 0],
  ])('%d rollouts per day are category %d and score %d', (value, category, score) => {
    expect(partOf('deployment_frequency', value)).toMatchObject({ value, category, score })
  })

  it.each([
    [0, 10],
    [0.05, 9.5],
    [0.5, 5],
    [1, 0],
  ])('a share of %d scores %d', (value, score) => {
    expect(partOf('change_failure_rate', value)).toMatchObject({ value, category: null })
    expect(partOf('change_failure_rate', value)?.score).toBeCloseTo(score, 12)
    expect(partOf('deployment_rework_rate', value)?.score).toBeCloseTo(score, 12)
  })

  it('has no score without a value, nor for a share that the survey does not know', () => {
    expect(partOf('change_lead_time', null)).toMatchObject({ value: null, category: null, answer: null, score: null })
    expect(partOf('change_failure_rate', 1.2)).toMatchObject({ value: 1.2, score: null })
  })
})

describe('the score', () => {
  const values = {
    change_lead_time: 2 * HOUR, // 8
    deployment_frequency: 1, // 6
    failed_deployment_recovery_time: 20 * MINUTE, // 10
    change_failure_rate: 0.1, // 9
    deployment_rework_rate: 0.2, // 8
  }

  it('is the mean of the four of 2024 and of the five of 2025', () => {
    expect(scoreQuickCheck('2024', values)).toMatchObject({ score: 33 / 4, scored: 4 })
    expect(scoreQuickCheck('2025', values)).toMatchObject({ score: 41 / 5, scored: 5 })
    expect(quickCheckKeys('2024')).not.toContain('deployment_rework_rate')
  })

  it('says of how many parts it is the mean', () => {
    const check = scoreQuickCheck('2025', { ...values, failed_deployment_recovery_time: null })
    expect(check).toMatchObject({ score: 31 / 4, scored: 4 })
    expect(check.parts).toHaveLength(5)
    expect(scoreQuickCheck('2025', {})).toMatchObject({ score: null, scored: 0 })
  })

  it('stands beside the means of the industry', () => {
    expect(scoreQuickCheck('2025', {}).industryMean).toBeCloseTo(6.72, 12)
    expect(scoreQuickCheck('2024', {}).industryMean).toBeCloseTo(6.55, 12)
    expect(scoreQuickCheck('2025', {}).parts.map(({ industryMean }) => industryMean)).toEqual([5.5, 4.8, 7.4, 8.1, 7.8])
  })

  it('is not known of other years', () => {
    expect(() => scoreQuickCheck('2023', values)).toThrow(expect.objectContaining({ code: 'UNKNOWN_EDITION' }))
  })
})
