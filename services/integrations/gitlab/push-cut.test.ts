import { describe, expect, it } from 'vitest'
import { deriveService } from '../../domain/derive.js'
import type { CanonicalEvent } from '../../domain/event.js'
import { defaultRules } from '../../domain/facts.js'
import { event, rollout } from '../../test/event-builders.js'
import { parseEvent } from '../events/parse.js'
import { gitlab } from './index.js'

const repository = 'gitlab.example/acme/payments'
const project = { id: 42, web_url: `https://${repository}`, path_with_namespace: 'acme/payments', default_branch: 'main' }
const LISTED = 20

const sha = (index: number) => `b${index.toString(16).padStart(39, '0')}`
const at = (index: number) => new Date(Date.UTC(2026, 10, 2, 8, index)).toISOString()

/** What GitLab sends of these commits, `before` being the one before the first. */
function push(indices: number[], messages: Record<number, string> = {}): CanonicalEvent[] {
  const commits = indices.map((index) => ({ id: sha(index), message: messages[index] ?? `Change ${index}`, timestamp: at(index) }))
  const [first, last] = [indices[0] ?? 0, indices.at(-1) ?? 0]
  const range = { ref: 'refs/heads/main', ref_protected: true, before: sha(first - 1), after: sha(last) }
  const body = { object_kind: 'push', project, ...range, commits: commits.slice(-LISTED), total_commits_count: commits.length }
  const { events } = gitlab.normalise({ headers: {}, body, source: 'acme', receivedAt: at(0), settings: {} })
  return events.map((one) => {
    const parsed = parseEvent(one, { now: new Date('2026-12-01T00:00:00Z') })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    return { ...parsed.event, receivedAt: at(0) } as CanonicalEvent
  })
}

function deployed(version: string, index: number, minute: number): CanonicalEvent[] {
  return rollout(at(minute), at(minute + 1), { deployment: version, version, service: 'payments', commit: sha(index), repository })
}

/** Of 50 commits, those that are not listed, as an import tells them. */
function rest(): CanonicalEvent[] {
  return Array.from({ length: 31 }, (_, place) => place + 2).map((index) =>
    event('change.committed', at(index), { repository, sha: sha(index), committedAt: at(index), parents: [sha(index - 1)] }),
  )
}

function known(...events: CanonicalEvent[][]) {
  const { deployments, deployedChanges } = deriveService('payments', events.flat(), defaultRules)
  return deployments.map(({ id, changeSource, unknownRange }) => ({
    id,
    changeSource,
    counted: deployedChanges.filter(({ deployment, state }) => deployment === id && state === 'counted').length,
    missing: unknownRange === null ? null : [unknownRange.base, unknownRange.head],
  }))
}

const commits = Array.from({ length: 50 }, (_, place) => place + 2)
const first = [push([1]), deployed('v1', 1, 100)].flat()
const rollouts = [deployed('v2', 51, 110), push([52, 53]), deployed('v3', 53, 120)].flat()

describe.each([
  // The merge itself has no lead time: it leaves 19 of those listed, and 49 of all.
  ['of commits', {}, 20, 50],
  ['of a merge', { 51: "Merge branch 'faster' into 'main'\n\nSee merge request acme/payments!7" }, 19, 49],
])('a push of fifty commits, %s', (_, messages, listed, all) => {
  const cut = push(commits, messages)

  it('gives those that GitLab lists, and says that others are missing', () => {
    expect(known(first, cut, rollouts)).toEqual([
      { id: 'v1', changeSource: 'head', counted: 0, missing: null },
      { id: 'v2', changeSource: 'head', counted: listed, missing: [sha(1), sha(51)] },
      { id: 'v3', changeSource: 'range', counted: 2, missing: null },
    ])
  })

  it('gives all of them once they are told, before or after', () => {
    const whole = [
      { id: 'v1', changeSource: 'head', counted: 0, missing: null },
      { id: 'v2', changeSource: 'range', counted: all, missing: null },
      { id: 'v3', changeSource: 'range', counted: 2, missing: null },
    ]
    expect(known(first, cut, rollouts, rest())).toEqual(whole)
    expect(known(rest().reverse(), rollouts.toReversed(), cut.toReversed(), first)).toEqual(whole)
  })
})
