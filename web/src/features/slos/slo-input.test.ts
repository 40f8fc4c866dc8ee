import { describe, expect, it } from 'vitest'
import { fitsForm, percentOf, sloInputOf } from './slo-input.js'

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

it('of a composite has its parts in their order, and no indicator of its own', () => {
  const form = formOf({ judged: 'PARTS' })
  const fields = { partIndicator: [' answers', 'queue'], partTarget: ['99', '90'], partWeight: ['3', '1'], partOp: ['', 'LTE'], partValue: ['', '5'] }
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value)
  const input = sloInputOf(form)
  expect(input.parts).toEqual([
    { indicator: 'answers', target: 0.99, weight: 3, op: null, value: null },
    { indicator: 'queue', target: 0.9, weight: 1, op: 'LTE', value: 5 },
  ])
  expect(input).not.toHaveProperty('indicator')
  expect(input).not.toHaveProperty('target')
})

it('fits one objective, and a composite whose parts have the same slices', () => {
  const part = { timeSliceSeconds: 300, timeSliceTarget: null } as Parameters<typeof fitsForm>[0]['objectives'][number]
  const composite = {} as Parameters<typeof fitsForm>[0]['composite']
  expect(fitsForm({ composite: null, objectives: [part] })).toBe(true)
  expect(fitsForm({ composite, objectives: [part, part] })).toBe(true)
  expect(fitsForm({ composite, objectives: [part, { ...part, timeSliceSeconds: 60 }] })).toBe(false)
  expect(fitsForm({ composite: null, objectives: [part, part] })).toBe(false)
})

it('shows a share as it was typed', () => {
  expect([0.999, 0.07, 0.9995].map(percentOf)).toEqual([99.9, 7, 99.95])
})
