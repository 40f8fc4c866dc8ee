import { describe, expect, it } from 'vitest'
import type { Condition } from './condition.js'
import { transitions, type OpenAlert } from './transitions.js'

const MINUTE = 60_000

function holds(key: string, forSeconds = 0): Condition {
  const nothing = { slo: null, release: null, version: null, commit: null }
  return { ...nothing, key, rule: 'test', severity: 'page', service: 'cart', environment: '', title: key, summary: '', forSeconds, hard: false }
}

function known(key: string, state: OpenAlert['state'], pendingSince = 0): OpenAlert {
  return { id: `id of ${key}`, key, state, pendingSince }
}

const kinds = (open: OpenAlert[], conditions: Condition[], at = 10 * MINUTE) =>
  transitions(open, conditions, at).map((one) => `${one.kind} ${one.kind === 'open' ? `${one.condition.key} ${one.state}` : one.alert.key}`)

describe('an alert', () => {
  it('fires at once where nothing is to be waited for, and waits otherwise', () => {
    expect(kinds([], [holds('a'), holds('b', 300)])).toEqual(['open a firing', 'open b pending'])
  })

  it('that waits fires at the moment it has held long enough, and is dropped unsaid where it did not', () => {
    expect(kinds([known('a', 'pending')], [holds('a', 300)], 5 * MINUTE - 1)).toEqual(['keep a'])
    expect(kinds([known('a', 'pending')], [holds('a', 300)], 5 * MINUTE)).toEqual(['fire a'])
    expect(kinds([known('a', 'pending')], [])).toEqual(['drop a'])
  })

  it('that was told goes on, acknowledged or not, and is resolved when it no longer holds', () => {
    expect(kinds([known('a', 'firing'), known('b', 'acknowledged')], [holds('a'), holds('b')])).toEqual(['keep a', 'keep b'])
    expect(kinds([known('a', 'firing'), known('b', 'acknowledged')], [])).toEqual(['resolve a', 'resolve b'])
  })

  it('that two rules give under one key is one', () => {
    expect(kinds([], [holds('a'), holds('a')])).toEqual(['open a firing'])
  })
})
