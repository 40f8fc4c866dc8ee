import { describe, expect, it } from 'vitest'
import { randomFrom, shuffled } from '../../seed/random.js'
import { event } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

const rules = { ...defaultRules, quorums: new Map([['leads', 2]]) }
const about = { approval: 'a-1', service: 'checkout', environment: 'production', deployment: 'd-1' }
const at = (time: string) => Date.parse(`2026-11-02T${time}Z`)

const asked = (more: object = {}) => event('approval.requested', '08:00:00', { ...about, ...more })
const said = (decision: string, by: string, time: string, more: object = {}, revision = 0) =>
  event('approval.decided', time, { ...about, ...more, decision, by }, { revision })
const correct = (time: string, fields: object) => event('fact.corrected', time, { kind: 'approval', id: 'a-1', fields, reason: 'asked them' })

function approvalOf(...events: CanonicalEvent[]) {
  const fold = (told: readonly CanonicalEvent[]) => deriveService('checkout', told, rules).approvals[0]
  const approval = fold(events)
  for (const seed of [1, 2, 3]) expect(fold(shuffled(randomFrom(seed), [...events, ...events]))).toEqual(approval)
  return approval
}

function decided(...events: CanonicalEvent[]) {
  const approval = approvalOf(...events)
  return [approval?.decision, approval?.decidedAt]
}

describe('an approval is decided', () => {
  it('by its first refusal, whatever is said after it', () => {
    const events = [asked(), said('denied', 'ann', '09:00:00'), said('denied', 'cat', '10:00:00'), said('granted', 'bob', '12:00:00')]
    expect(decided(...events)).toEqual(['denied', at('09:00:00')])
  })

  it('by the grant that makes the quorum of its group, each approver counting once', () => {
    const group = { group: 'leads' }
    const first = [asked(group), said('granted', 'ann', '09:00:00', group), said('granted', 'ann', '09:30:00', group)]
    expect(decided(...first)).toEqual(['', null])
    const both = [...first, said('granted', 'bob', '10:00:00', group), said('granted', 'cat', '11:00:00', group)]
    expect(decided(...both)).toEqual(['granted', at('10:00:00')])
  })

  it('by one grant where no group or no quorum is known', () => {
    expect(decided(asked(), said('granted', 'ann', '09:00:00'), said('granted', 'bob', '10:00:00'))).toEqual(['granted', at('09:00:00')])
    expect(decided(asked({ group: 'others' }), said('granted', 'ann', '09:00:00', { group: 'others' }))).toEqual(['granted', at('09:00:00')])
  })

  it('by what an approver said last of all, where that is a revision', () => {
    expect(decided(asked(), said('denied', 'ann', '09:00:00'), said('granted', 'ann', '09:10:00', {}, 1))).toEqual(['granted', at('09:10:00')])
  })
})

describe('a person', () => {
  it('turns a refusal into a grant and back', () => {
    const refused = [asked(), said('denied', 'ann', '09:00:00')]
    expect(decided(...refused, correct('15:00:00', { decision: 'granted' }))).toEqual(['granted', at('09:00:00')])
    expect(decided(...refused, said('granted', 'bob', '12:00:00'), correct('15:00:00', { decision: 'granted' }))).toEqual(['granted', at('12:00:00')])
    const back = [correct('15:00:00', { decision: 'granted' }), correct('16:00:00', { decision: null })]
    expect(decided(...refused, ...back)).toEqual(['denied', at('09:00:00')])
  })

  it('decides one that waits, when they say so unless they tell when it was', () => {
    expect(decided(asked(), correct('15:00:00', { decision: 'granted' }))).toEqual(['granted', at('15:00:00')])
    const fields = { decision: 'granted', decidedAt: '2026-11-02T09:15:00Z' }
    expect(decided(asked(), correct('15:00:00', fields))).toEqual(['granted', at('09:15:00')])
    expect(decided(asked(), correct('15:00:00', { decidedAt: '2026-11-02T09:15:00Z' }))).toEqual(['', null])
  })
})
