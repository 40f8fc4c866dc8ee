import { describe, expect, it } from 'vitest'
import type { Indicator, Slo } from '../../slo/slo.js'
import { faultsOfReplacing, faultsOfSloInput, indicatorOf, sloOf } from './slo-input.js'

const objective = {
  displayName: 'most of them',
  target: 0.9,
  op: null,
  value: null,
  timeSliceTarget: 0.95,
  timeSliceSeconds: 300,
  indicator: null,
  compositeWeight: null,
}

const before: Slo = {
  name: 'a',
  displayName: 'Answers',
  description: 'of the cart',
  service: 'cart',
  indicator: 'availability',
  windowSeconds: 86_400,
  budgetingMethod: 'Timeslices',
  objectives: [objective],
  alertPolicies: ['calm'],
}

const input = { name: 'a', service: 'cart', indicator: 'availability', windowDays: 1, target: 0.9 }

describe('saving an objective', () => {
  it('keeps what is left out', () => {
    expect(sloOf(input, before)).toEqual(before)
  })

  it('empties what is given as empty', () => {
    const given = {
      displayName: '',
      description: '',
      timeSliceTarget: null,
      timeSliceSeconds: null,
      budgetingMethod: 'OCCURRENCES' as const,
      alertPolicies: [],
    }
    expect(sloOf({ ...input, ...given }, before)).toMatchObject({
      displayName: '',
      description: '',
      budgetingMethod: 'Occurrences',
      objectives: [{ timeSliceTarget: null, timeSliceSeconds: null }],
      alertPolicies: [],
    })
  })

  it('is refused where it would drop other objectives', () => {
    expect(faultsOfReplacing({ ...before, objectives: [objective, objective] }, {})).toMatchObject([
      { path: 'name', message: expect.stringContaining('2 objectives') },
    ])
    expect(faultsOfReplacing(before, {})).toEqual([])
    expect(faultsOfReplacing(null, {})).toEqual([])
  })
})

describe('saving a composite', () => {
  const [answers, waits] = [
    { indicator: 'availability', target: 0.99, weight: 3 },
    { indicator: 'queue', target: 0.9, weight: 1, op: 'LTE' as const, value: 5 },
  ]
  const whole = { name: 'a', service: 'cart', windowDays: 1 }
  const first = { ...objective, target: 0.99, indicator: 'availability', compositeWeight: 3 }
  const second = { ...objective, displayName: '', op: 'lte' as const, value: 5, indicator: 'queue', compositeWeight: 1 }

  it('gives each part its indicator and weight, and keeps what is left out', () => {
    const composite: Slo = {
      ...before,
      indicator: null,
      objectives: [
        { ...second, target: 0.5 },
        { ...first, compositeWeight: null },
      ],
    }
    expect(sloOf({ ...whole, parts: [answers, waits] }, composite)).toEqual({ ...before, indicator: null, objectives: [first, second] })
  })

  it('replaces the parts that there are, and not objectives that are judged by themselves', () => {
    const parts = [answers, waits]
    expect(faultsOfReplacing({ ...before, indicator: null, objectives: [first, second, second] }, { parts })).toEqual([])
    expect(faultsOfReplacing({ ...before, objectives: [objective, objective] }, { parts })).toHaveLength(1)
    expect(faultsOfReplacing({ ...before, indicator: null, objectives: [first, second] }, {})).toHaveLength(1)
  })

  it.each([
    [{}, ['indicator']],
    [{ indicator: 'availability' }, ['indicator']],
    [{ parts: [answers] }, ['parts']],
    [{ parts: [answers, waits], target: 0.9 }, ['parts']],
    [{ parts: [answers, { ...waits, indicator: ' ' }] }, ['parts[1].indicator']],
    [{ parts: [answers, waits] }, []],
    [{ indicator: 'availability', target: 0.9 }, []],
  ])('says what %j lacks', (more, paths) => {
    expect(faultsOfSloInput({ ...whole, ...more }).map(({ path }) => path)).toEqual(paths)
  })
})

describe('saving an indicator', () => {
  const value = { metric: 'queue_length', matchers: [] }
  const indicator: Indicator = {
    name: 'q',
    displayName: 'Queue',
    description: 'x',
    service: 'cart',
    unit: 'By',
    measure: { kind: 'gauge', value },
    labels: { service: 'app' },
  }

  it('keeps what is left out, and empties what is given as empty', () => {
    expect(indicatorOf({ name: 'q', kind: 'GAUGE', value }, indicator)).toEqual(indicator)
    expect(indicatorOf({ name: 'q', kind: 'GAUGE', value, service: null, labels: {}, displayName: '' }, indicator)).toMatchObject({
      service: null,
      labels: {},
      displayName: '',
    })
  })
})
