import { describe, expect, it } from 'vitest'
import { event } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import { defaultRules } from './facts.js'

const DIGEST = `sha256:${'a'.repeat(64)}`
const OTHER = `sha256:${'b'.repeat(64)}`
const place = { service: 'checkout', environment: 'production' }

function approvalField(approval: Record<string, unknown>, { source = 'ci', decision = 'granted', digest = DIGEST as string | null } = {}) {
  const events = [
    event('deployment.finished', '2026-10-05T12:00:00Z', {
      ...place,
      deployment: 'd-1',
      version: '2',
      outcome: 'succeeded',
      ...(digest === null ? {} : { artifactDigest: digest }),
    }),
    event(
      'approval.decided',
      '2026-10-05T11:00:00Z',
      { ...place, approval: 'a-1', decision, by: 'author-17@example.invalid', ...approval },
      { source },
    ),
  ]
  const rules = { ...defaultRules, isTrustedSource: (name: string) => name === 'approvals' }
  return deriveService('checkout', events, rules).deployments[0]?.provenance.approval
}

describe('the approval of a deployment is', () => {
  it('present when a grant names it, its digest or its version', () => {
    expect(approvalField({ deployment: 'd-1' })).toBe('present')
    expect(approvalField({ artifactDigest: DIGEST })).toBe('present')
    expect(approvalField({ version: '2' })).toBe('present')
  })

  it('verified when a trusted source told of the grant', () => {
    expect(approvalField({ deployment: 'd-1', artifactDigest: DIGEST }, { source: 'approvals' })).toBe('verified')
  })

  it('invalid when it was given to another artifact', () => {
    expect(approvalField({ deployment: 'd-1', artifactDigest: OTHER })).toBe('invalid')
    expect(approvalField({ deployment: 'd-1', artifactDigest: OTHER }, { source: 'approvals' })).toBe('invalid')
  })

  it('not judged by a digest that the deployment does not tell', () => {
    expect(approvalField({ deployment: 'd-1', artifactDigest: OTHER }, { digest: null })).toBe('present')
  })

  it('absent when it was denied, or names something else', () => {
    expect(approvalField({ deployment: 'd-1' }, { decision: 'denied' })).toBe('absent')
    expect(approvalField({ deployment: 'd-2' })).toBe('absent')
    expect(approvalField({ artifactDigest: OTHER })).toBe('absent')
  })
})
