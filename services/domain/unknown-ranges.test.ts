import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

const repository = 'gitlab.example/acme/checkout'
const source = 'windsock/compare/gitlab'

/** A commit of the main branch at 2026-11-02; `parents` null is what a push without parents tells. */
function commit(sha: string, at: string, parents: string[] | null, fields: Record<string, unknown> = {}): CanonicalEvent {
  return event('change.committed', `${at}:00`, dataOf(sha, at, parents, { branch: 'main', ...fields }), { revision: 2 })
}

function imported(sha: string, at: string, parents: string[]): CanonicalEvent {
  return event('change.committed', `${at}:00`, dataOf(sha, at, parents))
}

/** What the provider answers when it is asked for a range. */
function answered(sha: string, at: string, parents: string[]): CanonicalEvent {
  return event('change.committed', `${at}:00`, dataOf(sha, at, parents), { source })
}

function dataOf(sha: string, at: string, parents: string[] | null, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { repository, sha, committedAt: `2026-11-02T${at}:00Z`, ...(parents ? { parents } : {}), ...fields }
}

function deploy(id: string, at: string, sha: string): CanonicalEvent[] {
  return rollout(`${at}:00`, `${at}:30`, { deployment: id, version: id, commit: sha, repository })
}

type Known = { changes: string; missing: string | null }

/** Of the deployment: the changes that count, and between which commits more may be. */
function known(id: string, ...events: (CanonicalEvent | CanonicalEvent[])[]): Known {
  const { deployments, deployedChanges } = deriveService('checkout', events.flat(), defaultRules)
  const deployment = deployments.find((one) => one.id === id)
  const counted = deployedChanges.filter((row) => row.deployment === id && row.state === 'counted').map(({ change }) => change.sha)
  const { base, head } = deployment?.unknownRange ?? {}
  return { changes: `${deployment?.changeSource}: ${counted.sort().join(' ')}`, missing: base === undefined ? null : `${base}..${head}` }
}

const start = [commit('a1', '07:00', []), ...deploy('d1', '08:00', 'a1')]
const cut = { historyCut: true }

describe('a push that is not listed in full', () => {
  /** b1 and c1 are not told. */
  const pushed = [commit('e1', '08:20', null, cut), commit('f1', '08:25', ['e1'])]
  const untold: [string, string, string[]][] = [
    ['b1', '08:10', ['a1']],
    ['c1', '08:15', ['b1']],
    ['e1', '08:20', ['c1']],
  ]
  const rollouts = [...deploy('d2', '09:00', 'f1'), ...deploy('d3', '10:00', 'g1')]
  const next = commit('g1', '09:30', ['f1'])

  it('leaves a range of which more may be missing', () => {
    expect(known('d2', start, pushed, rollouts, next)).toEqual({ changes: 'head: e1 f1', missing: 'a1..f1' })
  })

  it('is the matter of the deployment that took it, and not of the next', () => {
    expect(known('d3', start, pushed, rollouts, next)).toEqual({ changes: 'range: g1', missing: null })
  })

  it('counts with it what was pushed before it', () => {
    const before = commit('a2', '08:05', ['a1'])
    expect(known('d2', start, before, pushed, rollouts)).toEqual({ changes: 'head: a2 e1 f1', missing: 'a1..f1' })
  })

  it('is still missing commits when only some of them are told', () => {
    const some = untold.slice(1).map((told) => imported(...told))
    expect(known('d2', start, pushed, some, rollouts)).toEqual({ changes: 'head: c1 e1 f1', missing: 'a1..f1' })
  })

  it.each([
    ['by another event', imported],
    ['by the provider', answered],
  ])('is whole once the others are told %s', (_, tell) => {
    const told = untold.map((one) => tell(...one))
    expect(known('d2', start, pushed, told, rollouts, next)).toEqual({ changes: 'range: b1 c1 e1 f1', missing: null })
    expect(known('d3', start, pushed, told, rollouts, next)).toEqual({ changes: 'range: g1', missing: null })
  })

  it('gives the same whatever is told first, and how often', () => {
    const all = [start, pushed, untold.map((one) => answered(...one)), rollouts, next].flat()
    const without = all.filter(({ source: told }) => told !== source)
    const expected = [all, without].map((events) => known('d2', events))
    const orders = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })
    const property = fc.property(orders, (events) => {
      const left = events.filter(({ source: told }) => told !== source)
      expect([events, left].map((some) => known('d2', some))).toEqual(expected)
    })
    fc.assert(property, { numRuns: 100, seed: 20261102 })
  })

  it('is not whole because its merge has parents', () => {
    const merge = commit('m1', '08:30', ['a1', 'f1'])
    const rolledOut = deploy('d2', '09:00', 'm1')
    expect(known('d2', start, pushed, merge, rolledOut)).toEqual({ changes: 'head: e1 f1', missing: 'a1..m1' })
    const told = untold.map((one) => answered(...one))
    expect(known('d2', start, pushed, merge, rolledOut, told)).toEqual({ changes: 'range: b1 c1 e1 f1', missing: null })
  })

  it('is not whole by the order on its branch either', () => {
    const [e1, f1] = [commit('e1', '08:20', null, cut), commit('f1', '08:25', null, cut)]
    expect(known('d2', start, e1, f1, rollouts)).toEqual({ changes: 'head: e1 f1', missing: 'a1..f1' })
  })
})

it('a merge whose branch was told whole is whole, though nobody tells where the branch began', () => {
  const merged = [commit('f1', '08:10', null), commit('f2', '08:15', ['f1']), commit('m1', '08:30', ['a1', 'f2'])]
  expect(known('d2', start, merged, deploy('d2', '09:00', 'm1'))).toEqual({ changes: 'range: f1 f2', missing: null })
})

describe('a push that was missed', () => {
  it('is missing also where a merge leads to what was deployed before', () => {
    const merged = [commit('f1', '08:10', ['a1']), commit('m1', '08:30', ['b1', 'f1'])]
    const rolledOut = deploy('d2', '09:00', 'm1')
    expect(known('d2', start, merged, rolledOut)).toEqual({ changes: 'head: f1', missing: 'a1..m1' })
    expect(known('d2', start, merged, rolledOut, commit('b1', '08:05', ['a1']))).toEqual({ changes: 'range: b1 f1', missing: null })
  })

  it('is missing from the merged branch', () => {
    const merged = [commit('f2', '08:20', ['f1']), commit('m1', '08:30', ['a1', 'f2'])]
    const rolledOut = deploy('d2', '09:00', 'm1')
    expect(known('d2', start, merged, rolledOut)).toEqual({ changes: 'head: f2', missing: 'a1..m1' })
    expect(known('d2', start, merged, rolledOut, commit('f1', '08:10', ['a1']))).toEqual({ changes: 'range: f1 f2', missing: null })
  })

  it('is not looked for behind what the provider compared: a fork may begin before all that is known', () => {
    const rolledOut = deploy('d2', '09:00', 'm1')
    const told = [commit('f1', '07:30', ['0ld']), commit('m1', '08:20', ['a1', 'f1'])]
    expect(known('d2', start, told, rolledOut)).toEqual({ changes: 'head: f1', missing: 'a1..m1' })
    const compared = [answered('f1', '07:30', ['0ld']), answered('m1', '08:20', ['a1', 'f1'])]
    expect(known('d2', start, told, rolledOut, compared)).toEqual({ changes: 'range: f1', missing: null })
  })
})

it('commits of the main line without parents are found by its order, though a merged branch leads to what was deployed', () => {
  const line = [commit('b1', '08:05', null), commit('b2', '08:06', null)]
  const merged = [commit('f1', '08:10', ['a1']), commit('m1', '08:30', ['b2', 'f1'])]
  expect(known('d2', start, line, merged, deploy('d2', '09:00', 'm1'))).toEqual({ changes: 'range: b1 b2 f1', missing: null })
})
