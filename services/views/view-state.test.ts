import { describe, expect, it } from 'vitest'
import { intervalOf, readViewState, windowOf } from './view-state.js'

const now = new Date('2026-11-23T14:30:00Z')
const windowFrom = (state: string) => windowOf(readViewState(state), now, 'MONDAY')

describe('the state of a view', () => {
  it('is the query of its address', () => {
    expect(
      readViewState(
        'team=a&team=b&service=c&environment=staging&window=7d&zone=Europe%2FBerlin&interval=day&compare=no&group=tier&profile=gitlab&option=leadTimeClock:authored&option=failureSignals:rollback,hotfix&option=attributionWindowHours:pt4h',
      ),
    ).toEqual({
      scope: { teams: ['a', 'b'], services: ['c'], environments: ['staging'] },
      window: { preset: '7d' },
      timeZone: 'Europe/Berlin',
      interval: 'DAY',
      compare: false,
      groupBy: 'TIER',
      options: { profile: 'gitlab', leadTimeClock: 'authored', failureSignals: ['rollback', 'hotfix'], attributionWindowHours: 4 },
    })
  })

  it.each(['SEVERITY', 'APPROVER_GROUP', 'RISK'])('may be grouped by %s', (groupBy) => {
    expect(readViewState(`group=${groupBy.toLowerCase()}`).groupBy).toBe(groupBy)
  })

  it('is refused with a grouping that is not known', () => {
    expect(() => readViewState('group=colour')).toThrow('group is "colour"')
  })

  it.each([
    'option=leadTimeClock:sunrise',
    'option=sql:x',
    'option=failureSignals:outcome,moon',
    'option=attributionWindowHours:-1',
    'option=minConfidence:1.1',
    'option=minConfidence:',
    'option=minConfidence:0x1',
    'option=constructor:x',
    'option=',
  ])('is refused with %s', (state) => expect(() => readViewState(state)).toThrow('is not known'))

  it.each([
    'from=2026-10-05',
    'to=2026-10-05',
    'from=2026-10-26&to=2026-10-05',
    'from=x&to=y',
    'window=custom',
    'window=custom&from=2026-10-26&to=2026-10-05',
  ])('is refused with %s, which is no window', (state) => expect(() => readViewState(state)).toThrow('the first before the second'))

  it('is refused with a profile that is not known', () => {
    expect(() => readViewState('profile=nope')).toThrow('The profile "nope" is not known.')
  })

  it.each([
    ['0', 0],
    ['0.65', 0.65],
    ['1.0', 1],
  ])('may ask for a confidence of %s', (text, minConfidence) => {
    expect(readViewState(`option=minConfidence:${text}`).options).toEqual({ minConfidence })
  })

  it('knows no end of the reach of incidents', () => {
    expect(readViewState('option=attributionWindowHours:none').options).toEqual({ attributionWindowHours: Infinity })
  })

  it('is that of the dashboard without any', () => {
    expect(readViewState('')).toMatchObject({
      scope: {},
      window: { preset: '30d' },
      timeZone: 'UTC',
      interval: null,
      compare: true,
      groupBy: null,
      options: {},
    })
  })

  it('has the service of its page as the scope', () => {
    expect(readViewState('id=payments&service=other').scope).toEqual({ services: ['payments'] })
  })

  it.each([
    // Whole days in the zone, the current one the last; Kiritimati is 14 hours ahead and has the 24th already.
    ['window=7d&zone=UTC', '2026-11-17T00:00:00Z'],
    ['window=30d&zone=UTC', '2026-10-25T00:00:00Z'],
    ['window=30d&zone=Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['window=7d&zone=Pacific/Kiritimati', '2026-11-17T10:00:00Z'],
    ['window=quarter&zone=Europe/Berlin', '2026-09-30T22:00:00Z'],
  ])('%s begins at %s and ends now', (state, from) => {
    expect(windowFrom(state)).toMatchObject({ from: new Date(from), to: now })
  })

  it('stays where it has dates', () => {
    const window = windowFrom('window=custom&from=2026-10-05T00:00:00Z&to=2026-10-26T00:00:00Z&zone=UTC')
    expect(window).toMatchObject({ from: new Date('2026-10-05T00:00:00Z'), to: new Date('2026-10-26T00:00:00Z') })
  })

  it.each([
    ['window=custom&from=2026-10-05T00:00:00Z&to=2026-10-07T00:00:00Z', 'HOUR'],
    ['window=30d', 'DAY'],
    ['window=90d', 'WEEK'],
    ['window=custom&from=2024-10-05T00:00:00Z&to=2026-10-07T00:00:00Z', 'MONTH'],
    ['window=90d&interval=quarter', 'QUARTER'],
  ])('%s is cut by %s', (state, interval) => {
    expect(intervalOf(readViewState(state), windowFrom(state))).toBe(interval)
  })
})
