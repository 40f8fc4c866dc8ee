import { describe, expect, it } from 'vitest'
import { readDifference, writeDifference } from './difference-link.js'

describe('the compared pair in the address', () => {
  it.each([
    { key: 'change_failure_rate', from: null, against: 'gitlab' },
    { key: 'change_lead_time', from: 'default', against: 'devlake-2023' },
  ] as const)('comes back as it was written', (target) => {
    expect(readDifference(writeDifference(new URLSearchParams('team=a'), target))).toEqual(target)
  })

  it('leaves the rest of the address alone, and is gone when closed', () => {
    const open = writeDifference(new URLSearchParams('team=a'), { key: 'change_lead_time', from: 'default', against: 'gitlab' })
    expect(writeDifference(open, null).toString()).toBe('team=a')
  })

  it('is none for an unknown measure, or without a second side', () => {
    expect(readDifference(new URLSearchParams('difference=happiness&against=gitlab'))).toBeNull()
    expect(readDifference(new URLSearchParams('difference=change_lead_time'))).toBeNull()
  })
})
