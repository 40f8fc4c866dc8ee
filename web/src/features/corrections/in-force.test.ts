import { expect, test } from 'vitest'
import { changedFields, fieldsInForce, stepsOutOfRollout } from './in-force.js'

test('of each field of a fact the last correction holds, and null gives it back', () => {
  const latestFirst = [
    { id: '4', fact: 'b', fields: { kind: 'change' } },
    { id: '3', fact: 'a', fields: { kind: null } },
    { id: '2', fact: 'a', fields: { outcome: 'failed', kind: 'hotfix' } },
    { id: '1', fact: 'a', fields: { outcome: 'succeeded', apart: true } },
  ]
  expect(fieldsInForce(latestFirst)).toEqual([
    { correction: '4', fact: 'b', name: 'kind', value: 'change' },
    { correction: '2', fact: 'a', name: 'outcome', value: 'failed' },
    { correction: '1', fact: 'a', name: 'apart', value: true },
  ])
})

test('a report leaves a rollout by standing apart, and by nothing that a person said joining it any more', () => {
  expect(stepsOutOfRollout('b', [])).toEqual([{ fact: 'b', fields: { apart: true } }])
  expect(stepsOutOfRollout('b', [{ id: '1', fact: 'b', fields: { mergeWith: 'a' } }])).toEqual([
    { fact: 'b', fields: { apart: true, mergeWith: null } },
  ])
  expect(stepsOutOfRollout('b', [{ id: '1', fact: 'c', fields: { mergeWith: 'b' } }])).toEqual([
    { fact: 'b', fields: { apart: true } },
    { fact: 'c', fields: { mergeWith: null } },
  ])
})

test('only what was changed is set', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ outcome: 'failed', kind: 'change', startedAt: ' ', apart: 'on', reason: 'x' })) form.set(name, value)
  const stood = { outcome: 'succeeded', kind: 'change', startedAt: '2026-10-01T00:00:00Z' }
  expect(changedFields(form, stood, ['apart', 'flag'])).toEqual({ outcome: 'failed', apart: true })
})
