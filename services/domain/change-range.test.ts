import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

const repository = 'github.com/acme/checkout'

/** A commit at 2026-11-02; `parents` null is what a push without parents tells. */
function commit(sha: string, at: string, parents: string[] | null, fields: Record<string, unknown> = {}): CanonicalEvent {
  const data = { repository, sha, committedAt: `2026-11-02T${at}:00Z`, ...(parents ? { parents } : {}), ...fields }
  return event('change.committed', `${at}:00`, data)
}

function deploy(id: string, at: string, sha: string | undefined, fields: Record<string, unknown> = {}): CanonicalEvent[] {
  return rollout(`${at}:00`, `${at}:30`, { deployment: id, version: id, ...(sha ? { commit: sha } : {}), repository, ...fields })
}

function derive(...events: (CanonicalEvent | CanonicalEvent[])[]) {
  return deriveService('checkout', events.flat(), defaultRules)
}

/** Of each deployment: how its changes are known, and those that count. */
function summary(facts: ReturnType<typeof derive>): Record<string, string> {
  return Object.fromEntries(
    facts.deployments.map(({ id, environment, changeSource }) => {
      const own = facts.deployedChanges.filter((row) => row.deployment === id && row.environment === environment)
      const counted = own.filter(({ state }) => state === 'counted').map(({ change }) => change.sha)
      return [id, `${changeSource}: ${counted.sort().join(' ')}`.trim()]
    }),
  )
}

describe('what a deployment brought', () => {
  const history = [commit('a1', '07:00', []), ...deploy('d1', '08:00', 'a1')]

  it('on the trunk is each commit since', () => {
    const facts = derive(
      history,
      commit('b1', '08:10', ['a1']),
      commit('c1', '08:20', ['b1']),
      deploy('d2', '09:00', 'c1'),
      deploy('d3', '10:00', 'c1'),
    )
    expect(summary(facts)).toEqual({ d1: 'head:', d2: 'range: b1 c1', d3: 'range:' })
  })

  it('after a squash is the squashed commit, whatever the branch had', () => {
    const branch = [commit('f1', '07:10', ['a1'], { branch: 'topic' }), commit('f2', '07:20', ['f1'], { branch: 'topic' })]
    const squashed = commit('b1', '08:20', ['a1'], { pullRequest: { number: 7, openedAt: '2026-11-02T07:30:00Z', mergedAt: '2026-11-02T08:20:00Z' } })
    expect(summary(derive(history, branch, squashed, deploy('d2', '09:00', 'b1')))).toMatchObject({ d2: 'range: b1' })
  })

  it('after a rebase is what was rebased, and not the commits it was made from', () => {
    const facts = derive(
      history,
      commit('f1', '07:10', ['a1'], { branch: 'topic' }),
      commit('b1', '08:10', ['a1']),
      commit('f1b', '08:20', ['b1'], { authoredAt: '2026-11-02T07:10:00Z' }),
      deploy('d2', '09:00', 'f1b'),
    )
    expect(summary(facts)).toMatchObject({ d2: 'range: b1 f1b' })
    expect(facts.deployedChanges.find(({ change }) => change.sha === 'f1b')).toMatchObject({
      leadTimeMs: 40.5 * 60_000,
      authoredLeadTimeMs: 110.5 * 60_000,
    })
  })

  it('through a merge queue is what the queue merged, its trial branches aside', () => {
    const trial = (sha: string, parents: string[]) => commit(sha, '08:25', parents, { branch: 'gh-readonly-queue/main/pr-2' })
    const facts = derive(
      history,
      commit('f1', '08:10', ['a1'], { branch: 'one' }),
      commit('g1', '08:11', ['a1'], { branch: 'two' }),
      trial('x1', ['a1', 'f1']),
      commit('m1', '08:30', ['a1', 'f1'], { branch: 'main' }),
      commit('m2', '08:31', ['m1', 'g1'], { branch: 'main' }),
      deploy('d2', '09:00', 'm2'),
    )
    expect(summary(facts)).toMatchObject({ d2: 'range: f1 g1' })
  })

  it('of an older commit is nothing, and later nothing is counted twice', () => {
    const facts = derive(
      history,
      commit('b1', '08:10', ['a1']),
      commit('c1', '08:20', ['b1']),
      commit('e1', '10:10', ['c1']),
      deploy('d2', '09:00', 'c1'),
      deploy('d3', '10:00', 'b1'),
      deploy('d4', '11:00', 'e1'),
    )
    expect(summary(facts)).toEqual({ d1: 'head:', d2: 'range: b1 c1', d3: 'range:', d4: 'range: e1' })
  })

  it('of an older commit is nothing also where only a branch is known', () => {
    const pushed = (sha: string, at: string) => commit(sha, at, null, { branch: 'main' })
    const facts = derive(
      pushed('a1', '07:00'),
      pushed('b1', '07:10'),
      pushed('c1', '07:20'),
      deploy('d1', '08:00', 'c1'),
      deploy('d2', '09:00', 'b1'),
    )
    expect(summary(facts)).toEqual({ d1: 'head:', d2: 'range:' })
  })

  it('after a forced push is what the new branch has and the old had not', () => {
    const facts = derive(
      history,
      commit('b1', '08:10', ['a1']),
      commit('b2', '09:10', ['a1']),
      commit('c2', '09:20', ['b2']),
      deploy('d2', '09:00', 'b1'),
      deploy('d3', '10:00', 'c2'),
    )
    expect(summary(facts)).toMatchObject({ d2: 'range: b1', d3: 'range: b2 c2' })
  })

  it('is not known to be all where a push was missed, until its commits are told', () => {
    const missed = commit('b1', '08:10', ['a1'])
    const known = [history, commit('c1', '08:20', ['b1']), deploy('d2', '09:00', 'c1')]
    const facts = derive(...known)
    expect(summary(facts)).toMatchObject({ d2: 'head: c1' })
    expect(facts.deployments[1]?.unknownRange).toEqual({ repository, base: 'a1', head: 'c1' })
    const told = derive(...known, missed)
    expect(summary(told)).toMatchObject({ d2: 'range: b1 c1' })
    expect(told.deployments[1]?.unknownRange).toBeNull()
  })

  it('where nothing but its commit is known is that commit', () => {
    const facts = derive(deploy('d1', '08:00', 'a1'), commit('z1', '08:30', null), deploy('d2', '09:00', 'z1'))
    expect(summary(facts)).toEqual({ d1: 'head:', d2: 'head: z1' })
    expect(facts.deployments.map(({ unknownRange }) => unknownRange)).toEqual([null, { repository, base: 'a1', head: 'z1' }])
  })

  it('is the list it came with before anything else, over several repositories, each commit once', () => {
    const other = 'github.com/acme/shared'
    const at = '2026-11-02T08:30:00Z'
    const changes = [
      { sha: 'b1' },
      { sha: 'b1' },
      { repository: other, sha: 'b1', committedAt: at },
      { repository: other, sha: 's2', committedAt: at },
    ]
    const facts = derive(
      history,
      commit('b1', '08:10', ['a1']),
      commit('c1', '08:20', ['b1']),
      deploy('d2', '09:00', 'c1', { changes }),
      deploy('d3', '10:00', 'c1'),
    )
    expect(summary(facts)).toMatchObject({ d2: 'declared: b1 b1 s2', d3: 'range:' })
    const rows = facts.deployedChanges.filter((row) => row.deployment === 'd2')
    expect(rows.map(({ change }) => `${change.repository}@${change.sha}`).sort()).toEqual([`${repository}@b1`, `${other}@b1`, `${other}@s2`])
  })

  it('follows the artifact to its commit where the deployment names none', () => {
    const published = (digest: string, sha: string) => event('artifact.published', '08:30:00', { digest, commit: sha, repository })
    const facts = derive(
      history,
      commit('b1', '08:10', ['a1']),
      commit('c1', '08:20', ['b1']),
      published('sha256:cc', 'c1'),
      deploy('d2', '09:00', undefined, { artifactDigest: 'sha256:cc' }),
    )
    expect(summary(facts)).toMatchObject({ d2: 'range: b1 c1' })
  })

  it('takes a short sha for the one commit it can mean', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string]
    const known = [commit(a, '07:00', []), commit(b, '08:10', [a]), commit(c, '08:20', [b])]
    const facts = derive(known, deploy('d1', '08:00', a.slice(0, 7)), deploy('d2', '09:00', c.slice(0, 12)))
    expect(summary(facts)).toMatchObject({ d2: `range: ${b} ${c}` })
    const twin = commit(`${'c'.repeat(12)}${'0'.repeat(28)}`, '08:21', [b])
    expect(derive(known, twin, deploy('d1', '08:00', a), deploy('d2', '09:00', c.slice(0, 12))).deployments[1]?.changeSource).toBe('head')
  })

  it('from a repository not deployed before is its commit alone, not its whole history', () => {
    const other = 'github.com/acme/moved'
    const moved = [commit('n1', '07:00', [], { repository: other }), commit('n2', '08:30', ['n1'], { repository: other })]
    const facts = derive(history, moved, deploy('d2', '09:00', 'n2', { repository: other }))
    expect(summary(facts)).toMatchObject({ d2: 'head: n2' })
  })

  it('after one whose commit nobody knows is its commit alone', () => {
    const facts = derive(commit('a1', '07:00', []), commit('b1', '08:10', ['a1']), deploy('d1', '08:00', undefined), deploy('d2', '09:00', 'b1'))
    expect(summary(facts)).toEqual({ d1: 'none:', d2: 'head: b1' })
  })
})

describe('an author who is ignored', () => {
  const authors = ['deps[bot]@users.example.invalid', 'Renovate@example.invalid', 'author-1@example.invalid', 'robot@example.invalid']
  const shas = ['b1', 'c1', 'e1', 'f1']
  const events = [
    commit('a1', '07:00', []),
    ...authors.map((author, index) => commit(shas[index] as string, `08:1${index}`, [shas[index - 1] ?? 'a1'], { author })),
    ...deploy('d1', '08:00', 'a1'),
    ...deploy('d2', '09:00', 'f1'),
  ]

  it.each<[string[], string]>([
    [[], 'b1 c1 e1 f1'],
    [['*[bot]*'], 'c1 e1 f1'],
    [['*[bot]*', 'renovate@*'], 'e1 f1'],
    [['bot', '*.example.invalid'], 'c1 e1 f1'],
    [['*'], ''],
  ])('by %j leaves %s', (ignoredAuthors, expected) => {
    const facts = deriveService('checkout', events, { ...defaultRules, ignoredAuthors })
    expect(summary(facts).d2).toBe(`range: ${expected}`.trim())
    const ignored = facts.deployedChanges.filter(({ deployment, state }) => deployment === 'd2' && state === 'ignored_author')
    expect(ignored).toHaveLength(4 - expected.split(' ').filter(Boolean).length)
  })
})

describe('a cherry-pick', () => {
  const picked = (sha: string, at: string, parents: string[], from: string) =>
    commit(sha, at, parents, { message: `Fix\n\nWhy.\n\n(cherry picked from commit ${from})` })
  const [f1, p1] = ['f'.repeat(40), 'd'.repeat(40)]
  const start = [commit('a1', '07:00', []), ...deploy('d1', '08:00', 'a1')]

  it('counts once: where it was deployed first', () => {
    const facts = derive(
      start,
      commit(f1, '08:05', ['a1']),
      picked(p1, '08:10', ['a1'], f1),
      commit('m2', '08:40', [f1]),
      deploy('d2', '08:30', p1),
      deploy('d3', '09:00', 'm2'),
    )
    expect(summary(facts)).toMatchObject({ d2: `range: ${p1}`, d3: 'range: m2' })
    expect(facts.deployedChanges.find(({ change }) => change.sha === f1)?.state).toBe('already_in_production')
  })

  it('does not count beside its original', () => {
    const facts = derive(
      start,
      commit(f1, '08:05', ['a1']),
      picked(p1, '08:10', ['a1'], f1),
      commit('m1', '08:20', [p1, f1]),
      deploy('d2', '09:00', 'm1'),
    )
    expect(summary(facts)).toMatchObject({ d2: `range: ${f1}` })
  })
})

describe('any history', () => {
  const commits = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 25 })
  const deployed = fc.array(fc.nat(), { minLength: 1, maxLength: 10 })
  const sha = (index: number) => `c${String(index).padStart(3, '0')}`
  const instant = (minute: number) => new Date(Date.UTC(2026, 10, 2) + minute * 60_000).toISOString()

  function parentsOf(history: number[][], index: number): number[] {
    return index === 0 ? [] : [...new Set((history[index] ?? []).map((choice) => choice % index))]
  }

  /** What a person would find by hand: the ancestors of this commit less those of all deployed before. */
  function ancestors(history: number[][], index: number): Set<number> {
    const found = new Set([index])
    for (const one of found) for (const parent of parentsOf(history, one)) found.add(parent)
    return found
  }

  it('gives each commit to the deployment that first took it, in whatever order it is told', () => {
    const property = fc.property(commits, deployed, fc.nat(), (history, heads, turn) => {
      const events = [
        ...history.map((_, index) =>
          event('change.committed', instant(index), {
            repository,
            sha: sha(index),
            committedAt: instant(index),
            parents: parentsOf(history, index).map(sha),
          }),
        ),
        ...heads.flatMap((head, place) =>
          rollout(instant(100 + place * 10), instant(101 + place * 10), {
            deployment: `d${place}`,
            version: `v${place}`,
            commit: sha(head % history.length),
            repository,
          }),
        ),
      ]
      const rotated = [...events.slice(turn % events.length), ...events.slice(0, turn % events.length)]
      const facts = derive(rotated)
      const shipped = new Set<number>()
      for (const [place, head] of heads.entries()) {
        const reached = ancestors(history, head % history.length)
        const expected = [...reached].filter((index) => !shipped.has(index))
        const rows = facts.deployedChanges.filter((row) => row.deployment === `d${place}`)
        // The first has no baseline: only its head is told, whatever came with it.
        if (place > 0) expect(rows.map(({ change }) => change.sha).sort()).toEqual(expected.map(sha).sort())
        for (const index of reached) shipped.add(index)
      }
    })
    fc.assert(property, { numRuns: 300, seed: 20261102 })
  })
})
