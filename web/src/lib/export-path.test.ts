import { expect, test } from 'vitest'
import { evidencePath, exportPath } from './export-path.js'

const window = { from: '2026-10-05T00:00:00Z', to: '2026-10-26T00:00:00Z', timeZone: 'UTC' }
const choices = { profile: 'gitlab', options: { leadTimeClock: 'MERGED' } }

test('an export has what a list is filtered by, and nothing that is not set', () => {
  expect(exportPath('services', { teams: [], search: null })).toBe('/v1/export/services.csv')
  expect(exportPath('services', { teams: ['a', 'b'], search: 'pay' })).toBe('/v1/export/services.csv?teams=a%2Cb&search=pay')
})

test('measures have the single options of the page, as often as there are any', () => {
  const counted = { profile: null, options: { leadTimeClock: 'MERGED', emptyPeriods: 'SKIP' } }
  expect(exportPath('metrics', { keys: ['change_lead_time', 'slo_attainment'] }, counted)).toBe(
    '/v1/export/metrics.csv?keys=change_lead_time%2Cslo_attainment&option=leadTimeClock%3Amerged&option=emptyPeriods%3Askip',
  )
})

test('the evidence of a group is asked for by its value, also where it has none, under the choices of the page', () => {
  const question = { keys: ['change_lead_time' as const], scope: { services: ['payments'] }, window, groupBy: ['TIER' as const], options: {} }
  const search = new URL(evidencePath(question, { state: 'COUNTED', value: null, choices }), 'http://x').searchParams
  expect(Object.fromEntries(search)).toEqual({
    key: 'change_lead_time',
    state: 'counted',
    services: 'payments',
    from: window.from,
    to: window.to,
    timeZone: 'UTC',
    groupBy: 'TIER',
    group: '',
    profile: 'gitlab',
    option: 'leadTimeClock:merged',
  })
  const whole = evidencePath({ ...question, groupBy: null, options: null }, { state: 'EXCLUDED', value: null, choices })
  expect(whole).not.toMatch(/group|profile|option/)
})
