import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { event } from '../test/event-builders.js'
import type { CanonicalEvent } from './event.js'
import { foldIncident } from './incident.js'

const at = (time: string) => Date.parse(`2026-11-02T${time}Z`)
const said = (type: string, time: string, data = {}) => event(`incident.${type}` as CanonicalEvent['type'], time, { incident: 'i1', ...data })

const detected = said('detected', '09:00:00', { service: 'checkout' })
const acknowledged = said('acknowledged', '09:02:00')
const mitigated = said('mitigated', '09:20:00', { mitigation: { kind: 'rollback', deployment: 'd3' } })
const resolved = said('resolved', '09:30:00')
const reopened = said('updated', '10:00:00', { retracts: ['acknowledged', 'mitigated', 'resolved'] })

function stages(...events: CanonicalEvent[]) {
  const { acknowledgedAt, mitigatedAt, resolvedAt, mitigation } = foldIncident('i1', events)
  return { acknowledgedAt, mitigatedAt, resolvedAt, mitigation }
}

const OPEN = { acknowledgedAt: null, mitigatedAt: null, resolvedAt: null, mitigation: null }

describe('an incident that is reopened', () => {
  it('is open again, and was still detected when it was', () => {
    expect(stages(detected, acknowledged, mitigated, resolved, reopened)).toEqual(OPEN)
    expect(foldIncident('i1', [detected, resolved, reopened])).toMatchObject({ detectedAt: at('09:00:00'), services: ['checkout'] })
  })

  it('goes through the stages again', () => {
    const again = [said('acknowledged', '10:01:00'), said('resolved', '11:00:00')]
    expect(stages(detected, acknowledged, mitigated, resolved, reopened, ...again)).toEqual({
      ...OPEN,
      acknowledgedAt: at('10:01:00'),
      resolvedAt: at('11:00:00'),
    })
  })

  it('keeps the stages that were not taken back', () => {
    expect(stages(detected, acknowledged, resolved, said('updated', '10:00:00', { retracts: ['resolved'] }))).toMatchObject({
      acknowledgedAt: at('09:02:00'),
      resolvedAt: null,
    })
  })

  it('is resolved by a correction nevertheless', () => {
    const correction = event('fact.corrected', '12:00:00', {
      kind: 'incident',
      id: 'i1',
      fields: { resolvedAt: '2026-11-02T09:45:00Z' },
      reason: 'noise',
    })
    expect(stages(detected, resolved, reopened, correction).resolvedAt).toBe(at('09:45:00'))
  })

  it('is not reopened by a correction that names what is no field', () => {
    const correction = event('fact.corrected', '12:00:00', { kind: 'incident', id: 'i1', fields: { retracts: 7 }, reason: 'slip' })
    expect(stages(detected, resolved, correction).resolvedAt).toBe(at('09:30:00'))
  })

  it('depends neither on order nor on repetition', () => {
    const all = [detected, acknowledged, mitigated, resolved, reopened, said('resolved', '11:00:00')]
    const expected = stages(...all)
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (shuffled) => {
        expect(stages(...shuffled)).toEqual(expected)
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
