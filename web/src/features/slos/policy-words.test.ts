import { describe, expect, it } from 'vitest'
import { toldText, whenText } from './policy-words.js'

const policy = {
  name: 'fast',
  displayName: '',
  description: '',
  severity: 'PAGE' as const,
  threshold: 14.4,
  lookbackSeconds: 3_600,
  alertAfterSeconds: 300,
  whenBreaching: true,
  whenResolved: true,
  whenNoData: false,
  targets: [],
}
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

describe('an alert policy', () => {
  it.each([
    ['above 14.4× over 1 h, for 5 min', {}],
    ['above 14.4× over 1 h', { alertAfterSeconds: 0 }],
    ['above 14.4× over 1 h, for 5 min; no data for 1 h', { whenNoData: true }],
    ['no data for 1 h', { whenNoData: true, whenBreaching: false }],
    ['never', { whenBreaching: false }],
  ])('says when: %s', (text, more) => {
    expect(spaced(whenText({ ...policy, ...more }))).toBe(text)
  })

  it.each([
    ['the routes that take such alerts', {}],
    [
      'on-call (pagerduty), slack',
      {
        targets: [
          { name: 'on-call', target: 'pagerduty' },
          { name: 'slack', target: 'slack' },
        ],
      },
    ],
    ['on-call; not that it is over', { targets: [{ name: 'on-call', target: '' }], whenResolved: false }],
  ])('says who is told: %s', (text, more) => {
    expect(toldText({ ...policy, ...more })).toBe(text)
  })
})
