import { expect, test } from 'vitest'
import { changedFields, fieldsInForce } from './in-force.js'

test('of each field the last correction holds, and null gives it back', () => {
  const latestFirst = [
    { at: '2026-10-03T00:00:00Z', fields: { kind: null } },
    { at: '2026-10-02T00:00:00Z', fields: { outcome: 'failed', kind: 'hotfix' } },
    { at: '2026-10-01T00:00:00Z', fields: { outcome: 'succeeded', apart: true } },
  ]
  expect([...fieldsInForce(latestFirst)]).toEqual([
    ['outcome', 'failed'],
    ['apart', true],
  ])
})

test('only what was changed is set', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ outcome: 'failed', kind: 'change', startedAt: ' ', apart: 'on', reason: 'x' })) form.set(name, value)
  const stood = { outcome: 'succeeded', kind: 'change', startedAt: '2026-10-01T00:00:00Z' }
  expect(changedFields(form, stood, ['apart', 'flag'])).toEqual({ outcome: 'failed', apart: true })
})
