import { describe, expect, it } from 'vitest'
import { randomFrom, shuffled } from '../../seed/random.js'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

const about = { approval: 'a-1', service: 'checkout', environment: 'production', deployment: 'd-1' }
const at = (time: string) => Date.parse(`2026-11-02T${time}Z`)

const asked = (more: object = {}) => event('approval.requested', '08:00:00', { ...about, ...more })
const granted = (time: string) => event('approval.decided', time, { ...about, decision: 'granted', by: 'ann' })
const correct = (time: string, fields: object) => event('fact.corrected', time, { kind: 'approval', id: 'a-1', fields, reason: 'asked them' })

function approvalOf(...events: CanonicalEvent[]) {
  const fold = (told: readonly CanonicalEvent[]) => deriveService('checkout', told, defaultRules).approvals[0]
  const approval = fold(events)
  for (const seed of [1, 2, 3]) expect(fold(shuffled(randomFrom(seed), [...events, ...events]))).toEqual(approval)
  return approval
}

function decided(...events: CanonicalEvent[]) {
  const approval = approvalOf(...events)
  return [approval?.decision, approval?.decidedAt]
}

describe('an approval that nobody decides is no longer waited for', () => {
  const ended = (outcome: string) => event('deployment.finished', '10:00:00', { ...about, version: '1', outcome })
  const withdrawn = (...events: CanonicalEvent[]) => approvalOf(...events)?.withdrawnAt

  it.each(['cancelled', 'superseded', 'skipped', 'succeeded', 'failed'])('once its deployment is %s', (outcome) => {
    expect(withdrawn(asked(), ended(outcome))).toBe(at('10:00:00'))
    expect(withdrawn(asked(), granted('11:00:00'), ended(outcome))).toBeNull()
    expect(decided(asked(), ended(outcome), correct('15:00:00', { decision: 'denied' }))).toEqual(['denied', at('15:00:00')])
  })

  it('but while it runs', () => {
    expect(withdrawn(asked(), event('deployment.started', '09:00:00', { ...about, version: '1' }))).toBeNull()
  })

  it('once the deployments of its release have ended that began after it was asked for', () => {
    const release = { deployment: undefined, version: '1' }
    const before = rollout('06:00:00', '07:00:00', { deployment: 'd-0', version: '1', outcome: 'failed' })
    expect(withdrawn(asked(release), ...before)).toBeNull()
    expect(withdrawn(asked(release), ...before, ended('cancelled'))).toBe(at('10:00:00'))
    expect(
      withdrawn(asked(release), ended('cancelled'), ...rollout('10:30:00', '', { deployment: 'd-2', version: '1', outcome: 'running' })),
    ).toBeNull()
  })

  it('once its sender takes it back, until it is asked for again', () => {
    const { deployment: _deployment, ...place } = about
    const back = event('approval.withdrawn', '09:00:00', { ...place, reason: 'expired' })
    expect(withdrawn(asked(), back)).toBe(at('09:00:00'))
    expect(decided(asked(), back, correct('15:00:00', { decision: 'granted' }))).toEqual(['granted', at('15:00:00')])
    expect(withdrawn(asked(), back, event('approval.requested', '09:30:00', about))).toBeNull()
  })
})
