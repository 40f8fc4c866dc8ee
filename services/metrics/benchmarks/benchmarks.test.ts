import { describe, expect, it } from 'vitest'
import { editions, level } from './benchmarks.js'

const HOUR = 3600
const DAY = 24 * HOUR

describe('level', () => {
  it.each([
    ['deployment_frequency', 3, '2024', 'elite'],
    ['deployment_frequency', 1, '2024', 'high'],
    ['deployment_frequency', 0.5, '2024', 'high'],
    ['deployment_frequency', 1 / 7, '2024', 'medium'],
    ['deployment_frequency', 0, '2024', 'low'],
    ['deployment_frequency', 0, '2021', 'low'],
    ['deployment_frequency', 5, '2018', 'elite or high'],
    ['deployment_frequency', 30, '2018', 'elite'],
    ['deployment_frequency', 0.1, '2023', 'medium or low'],
    ['change_lead_time', 0, '2024', 'elite'],
    ['change_lead_time', DAY, '2024', 'high'],
    ['change_lead_time', 20 * DAY, '2024', 'medium'],
    ['change_lead_time', 900 * DAY, '2024', 'low'],
    ['change_lead_time', 2 * HOUR, '2022', 'high'],
    ['change_lead_time', 2 * HOUR, '2021', 'elite'],
    ['change_failure_rate', 0, '2024', 'elite'],
    ['change_failure_rate', 0.11, '2024', 'medium'],
    ['change_failure_rate', 0.18, '2024', 'high'],
    ['change_failure_rate', 0.9, '2024', 'low'],
    ['change_failure_rate', 0.15, '2024', 'high or medium'],
    ['change_failure_rate', 0.2, '2021', 'high, medium or low'],
    ['change_failure_rate', 0.1, '2019', 'elite, high or medium'],
    ['change_failure_rate', 0.5, '2023', 'low'],
    ['failed_deployment_recovery_time', 2 * HOUR, '2024', 'high or medium'],
    ['failed_deployment_recovery_time', HOUR / 2, '2024', 'elite'],
  ])('of %s %d in %s is %s', (key, value, edition, name) => {
    expect(level(key, value, edition)).toMatchObject({ name, edition })
  })

  it('says what the cluster is', () => {
    expect(level('deployment_frequency', 0.5)).toEqual({
      name: 'high',
      edition: '2024',
      nearest: 'nearest to the high cluster: between once per day and once per week',
    })
    expect(level('change_failure_rate', 0.2, '2021')?.nearest).toBe('equally near to the high, medium and low clusters: 16 to 30 %')
  })

  it('is nothing without a value, a table of the measure, or clusters in the edition', () => {
    expect(level('change_lead_time', null)).toBeNull()
    expect(level('time_to_mitigate', 60)).toBeNull()
    expect(level('release_incidents', 3)).toBeNull()
    expect(level('change_lead_time', 60, '2025')).toBeNull()
  })

  it('refuses an edition that does not exist', () => {
    expect(() => level('change_lead_time', 60, '2020')).toThrow(expect.objectContaining({ code: 'UNKNOWN_EDITION' }))
    expect(editions).toEqual(['2018', '2019', '2021', '2022', '2023', '2024', '2025'])
  })
})
