import { describe, expect, it } from 'vitest'
import { evidenceQuestion, type EvidenceTarget, readEvidence, totalEvidence, writeEvidence } from './evidence-link.js'

const window = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z', timeZone: 'UTC' }
const full: EvidenceTarget = {
  key: 'change_failure_rate',
  from: '2026-11-02T00:00:00.000Z',
  to: '2026-11-03T00:00:00.000Z',
  dimension: 'TEAM',
  dimensionValue: 'payments',
  service: 'checkout-api',
  everything: true,
  tab: 'excluded',
}

describe('the open drawer in the address', () => {
  it.each([full, totalEvidence('change_lead_time'), { ...full, dimensionValue: null, everything: false }])(
    'comes back as it was written',
    (target) => {
      expect(readEvidence(writeEvidence(new URLSearchParams('team=a'), target))).toEqual(target)
    },
  )

  it('leaves the rest of the address alone, and is gone when closed', () => {
    expect(writeEvidence(writeEvidence(new URLSearchParams('team=a'), full), null).toString()).toBe('team=a')
  })

  it('is closed for an unknown measure', () => {
    expect(readEvidence(new URLSearchParams('evidence=happiness'))).toBeNull()
  })
})

describe('evidenceQuestion', () => {
  it('asks for the window and scope of the page', () => {
    expect(evidenceQuestion(totalEvidence('release_incidents'), { teams: ['a'] }, window)).toEqual({
      keys: ['release_incidents'],
      scope: { teams: ['a'] },
      window,
      groupBy: null,
      options: null,
    })
  })

  it('counts as the page does, but where the page is left out', () => {
    const options = { profile: 'gitlab' }
    expect(evidenceQuestion(totalEvidence('release_incidents'), {}, window, options).options).toEqual(options)
    expect(evidenceQuestion({ ...totalEvidence('release_incidents'), everything: true }, {}, window, options).options).toBeNull()
  })

  it('narrows to a bucket and a group that the scope can name', () => {
    const target: EvidenceTarget = { ...full, service: null, everything: false }
    expect(evidenceQuestion(target, { services: ['s'] }, window)).toMatchObject({
      scope: { services: ['s'], teams: ['payments'] },
      window: { from: full.from, to: full.to },
      groupBy: null,
    })
  })

  it('picks a group that the scope cannot name out of the grouped answer', () => {
    const base = totalEvidence('change_failure_rate')
    expect(evidenceQuestion({ ...base, dimension: 'TIER', dimensionValue: 'critical' }, {}, window).groupBy).toEqual(['TIER'])
    expect(evidenceQuestion({ ...base, dimension: 'TEAM', dimensionValue: null }, {}, window).groupBy).toEqual(['TEAM'])
  })

  it('leaves the filters out for a number that stands apart from them', () => {
    const base = { ...totalEvidence('change_failure_rate'), everything: true }
    expect(evidenceQuestion(base, { teams: ['a'] }, window).scope).toEqual({})
    expect(evidenceQuestion({ ...base, service: 'ledger' }, { teams: ['a'] }, window).scope).toEqual({ services: ['ledger'] })
  })
})
