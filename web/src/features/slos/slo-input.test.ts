import { describe, expect, it } from 'vitest'
import { percentOf, sloInputOf } from './slo-input.js'

function formOf(more: Record<string, string>): FormData {
  const form = new FormData()
  const given = { name: 'a', service: 'cart', indicator: 'i', target: '99.9', windowDays: '30', budgetingMethod: 'OCCURRENCES', ...more }
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return form
}

describe('what the form of an objective says', () => {
  it('empties what is empty', () => {
    expect(sloInputOf(formOf({}))).toEqual({
      name: 'a',
      displayName: '',
      description: '',
      service: 'cart',
      indicator: 'i',
      target: 0.999,
      windowDays: 30,
      op: null,
      value: null,
      budgetingMethod: 'OCCURRENCES',
      timeSliceSeconds: null,
      timeSliceTarget: null,
      alertPolicies: [],
    })
  })

  it.each([
    [
      { budgetingMethod: 'TIMESLICES', timeSliceMinutes: '5', timeSliceTarget: '95' },
      { timeSliceSeconds: 300, timeSliceTarget: 0.95 },
    ],
    [
      { budgetingMethod: 'RATIO_TIMESLICES', timeSliceMinutes: '1' },
      { timeSliceSeconds: 60, timeSliceTarget: null },
    ],
    [
      { op: 'LTE', value: '5' },
      { op: 'LTE', value: 5 },
    ],
    [{ alertPolicies: 'calm, loud' }, { alertPolicies: ['calm', 'loud'] }],
  ])('of %j', (more, expected) => {
    expect(sloInputOf(formOf(more))).toMatchObject(expected)
  })
})

it('shows a share as it was typed', () => {
  expect([0.999, 0.07, 0.9995].map(percentOf)).toEqual([99.9, 7, 99.95])
})
