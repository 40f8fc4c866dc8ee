import { describe, expect, it } from 'vitest'
import { faultsOfComparisons } from './faults.js'
import type { Comparison, Indicator, Slo } from './slo.js'

const queue = { metric: 'queue_length', matchers: [] }

function indicatorOf(name: string, measure: Indicator['measure']): Indicator {
  return { name, displayName: '', description: '', service: null, unit: '1', measure, labels: {} }
}

function sloOf(indicator: string | null, ...parts: { op: Comparison | null; indicator?: string }[]): Slo {
  const objectives = parts.map(({ op, indicator: own = null }) => ({
    displayName: '',
    target: 0.9,
    op,
    value: op && 5,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    indicator: own,
    compositeWeight: null,
  }))
  const named = { name: 'a', displayName: '', description: '', service: 'cart', alertPolicies: [] }
  return { ...named, indicator, windowSeconds: 86_400, budgetingMethod: 'Occurrences', objectives }
}

const indicators = [
  indicatorOf('queue', { kind: 'gauge', value: queue }),
  indicatorOf('answers', { kind: 'ratio', good: null, bad: queue, total: queue }),
  indicatorOf('quickness', { kind: 'latency', histogram: queue, threshold: 1 }),
  indicatorOf('reported', { kind: 'reported' }),
]

describe('an objective', () => {
  it.each([
    ['a value without a comparison', sloOf('queue', { op: null }), ['objectives[0].op']],
    ['a value with one', sloOf('queue', { op: 'lte' }), []],
    ['events with a comparison', sloOf('answers', { op: 'lte' }), ['objectives[0].op']],
    ['durations with a comparison', sloOf('quickness', { op: null }, { op: 'lt' }), ['objectives[1].op']],
    ['events without one', sloOf('answers', { op: null }), []],
    ['what is reported, with and without', sloOf('reported', { op: null }, { op: 'lt' }), []],
    ['what is not declared', sloOf('other', { op: null }, { op: 'lt' }), []],
    ['parts with indicators of their own', sloOf(null, { op: null, indicator: 'answers' }, { op: null, indicator: 'queue' }), ['objectives[1].op']],
  ])('of %s', (_, slo, paths) => {
    expect(faultsOfComparisons(slo, indicators).map(({ path }) => path)).toEqual(paths)
  })
})
