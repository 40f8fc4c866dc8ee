import { expect, it } from 'vitest'
import { fieldName, readTargets, typedBound } from './target-fields.js'

const failures = {
  key: 'change_failure_rate',
  title: 'Failures',
  unit: 'RATIO',
  targets: [{ low: 0.07, high: 0.2 }],
  ownTargets: [{ low: 0.1, high: 0.15 }],
} as const
const rollback = {
  key: 'time_to_rollback',
  title: 'Rollback',
  unit: 'SECONDS',
  targets: [{ low: null, high: 600 }],
  ownTargets: [{ low: null, high: 600 }],
} as const
const frequency = { key: 'deployment_frequency', title: 'Frequency', unit: 'COUNT', targets: [], ownTargets: [] } as const
const definitions = [failures, rollback, frequency]

function form(typed: Record<string, string>): FormData {
  const data = new FormData()
  for (const { key } of definitions) for (const bound of ['low', 'high'] as const) data.set(fieldName(key, bound), typed[`${key}.${bound}`] ?? '')
  return data
}

it('bounds are typed as they are read', () => {
  const typed = definitions.map((definition) => [
    typedBound(definition, definition.targets, 'low'),
    typedBound(definition, definition.targets, 'high'),
  ])
  expect(typed).toEqual([
    ['7', '20'],
    ['', '10'],
    ['', ''],
  ])
})

it('what is typed is a target in the unit of the measure, unless it is the measure’s own', () => {
  const own = { 'change_failure_rate.low': '10', 'change_failure_rate.high': '15', 'time_to_rollback.high': '10' }
  expect(readTargets(form(own), definitions)).toEqual([])
  const typed = { 'change_failure_rate.low': '7', 'change_failure_rate.high': '15', 'deployment_frequency.low': '20' }
  expect(readTargets(form(typed), definitions)).toEqual([
    { measure: 'change_failure_rate', low: 0.07, high: 0.15 },
    { measure: 'time_to_rollback', low: null, high: null },
    { measure: 'deployment_frequency', low: 20, high: null },
  ])
})
