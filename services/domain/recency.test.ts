import { describe, expect, it } from 'vitest'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import { defaultRules } from './facts.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The incident, with the time in which a rollout was recent before it. */
function incidentAfter(rollouts: readonly [start: string, finish: string][], fields: object = {}, at = '2026-11-30T12:00:00Z') {
  const told = rollouts.flatMap(([start, finish], index) => rollout(start, finish, { deployment: `d-${index}`, version: `V${index}` }))
  const broken = event('incident.detected', at, { incident: 'i-1', service: 'checkout', ...fields })
  return deriveService('checkout', [...told, broken], defaultRules).incidents[0]
}

describe('how long a rollout was recent in the four weeks before an incident', () => {
  it('is a day after the end of each, and from its start', () => {
    expect(incidentAfter([['2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z']])?.recentChanceMs).toBe(25 * HOUR_MS)
  })

  it('counts time once where rollouts follow closely', () => {
    const close = incidentAfter([
      ['2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z'],
      ['2026-11-10T15:00:00Z', '2026-11-10T15:30:00Z'],
    ])
    // From 09:00 to 15:30 of the next day.
    expect(close?.recentChanceMs).toBe(30.5 * HOUR_MS)
  })

  it('ends with the incident and begins four weeks before it', () => {
    const cut = incidentAfter([
      ['2026-11-01T20:00:00Z', '2026-11-01T20:00:00Z'],
      ['2026-11-30T08:00:00Z', '2026-11-30T09:00:00Z'],
    ])
    // Of the first what is after 12:00 of 2 November: 8 hours; of the second from 08:00 to 12:00.
    expect(cut?.attributions).toMatchObject([{ deployment: 'd-1', method: 'recent' }])
    expect(cut?.recentChanceMs).toBe(12 * HOUR_MS)
  })

  it('is all of the time where there is a rollout every day, and none without any', () => {
    const daily = Array.from({ length: 40 }, (_, day): [string, string] => {
      const at = new Date(Date.UTC(2026, 9, 22 + day)).toISOString()
      return [at, at]
    })
    expect(incidentAfter(daily)?.recentChanceMs).toBe(28 * DAY_MS)
    expect(incidentAfter([])?.recentChanceMs).toBe(0)
  })

  it('is asked only where nothing better is known', () => {
    const one: [string, string][] = [['2026-11-10T09:00:00Z', '2026-11-10T10:00:00Z']]
    expect(incidentAfter(one, { deployment: 'd-0' })?.recentChanceMs).toBe(0)
    expect(incidentAfter(one, { cause: 'unrelated' })?.recentChanceMs).toBe(0)
  })
})
