import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEvent } from '../integrations/events/parse.js'
import { CompareError } from './compare-client.js'
import { createGithubClient } from './github.js'
import { createGitlabClient } from './gitlab.js'
import type { ProviderApi } from './provider-api.js'

const SHA = 'ab'.repeat(20)
const NOW = new Date('2026-11-02T12:00:00Z')

/** Every field that is read, each right, missing, or of any shape. */
const text = fc.oneof(
  fc.constant('2026-11-02T08:00:00Z'),
  fc.constant(SHA),
  fc.constant('a\u0000b'),
  fc.constant('\ud800'),
  fc.constant('x'.repeat(20_000)),
  fc.string(),
)
const anything = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })
const KEYS = [
  'sha',
  'id',
  'commit',
  'committer',
  'author',
  'date',
  'email',
  'login',
  'message',
  'title',
  'parents',
  'parent_ids',
  'committed_date',
  'authored_date',
  'author_email',
  'merged_at',
  'created_at',
  'number',
  'iid',
  'labels',
  'submitted_at',
  'state',
  'system',
  'body',
  'approved_by',
  'approved_at',
  'html_url',
  'web_url',
  'merge_commit_sha',
  'filename',
  'new_path',
]
const { item } = fc.letrec<{ item: Record<string, unknown>; field: unknown }>((tie) => ({
  item: fc.dictionary(fc.constantFrom(...KEYS), tie('field'), { maxKeys: 20 }),
  field: fc.oneof({ maxDepth: 3, depthSize: 'small' }, anything, tie('item'), fc.array(fc.oneof(anything, tie('item')), { maxLength: 3 })),
}))
const commit = fc.tuple(item, fc.boolean()).map(([fields, isWhole]) => {
  if (!isWhole) return fields
  return { ...fields, sha: SHA, id: SHA, committed_date: '2026-11-02T08:00:00Z', commit: { ...fields, committer: { date: '2026-11-02T08:00:00Z' } } }
})

function apiOf(commits: unknown[], others: unknown[]): ProviderApi {
  return {
    get: async () => ({ body: others[0], next: null }),
    async *items(path) {
      yield* path.includes('compare') ? commits : others
    },
  }
}

it.each([
  ['github', createGithubClient],
  ['gitlab', createGitlabClient],
] as const)('whatever %s answers, it gives changes that an event may hold, or says what is wrong', async (_name, create) => {
  let read = 0
  const property = fc.asyncProperty(
    fc.array(commit, { maxLength: 3 }),
    fc.array(fc.oneof(item, anything), { maxLength: 3 }),
    async (commits, others) => {
      const client = create(apiOf(commits, others), 'git.example.com')
      try {
        for await (const change of client.compare('git.example.com/acme/shop', SHA, SHA, { files: true, pullRequests: true })) {
          read += 1
          const parsed = parseEvent({ id: 'x', source: 'y', type: 'change.committed', time: change.committedAt, data: change }, { now: NOW })
          expect(parsed).toMatchObject({ ok: true })
        }
      } catch (error) {
        if (!(error instanceof CompareError)) throw error
        expect(error.code).toBe('bad_answer')
      }
    },
  )
  await fc.assert(property, { numRuns: 1000, seed: 20261102 })
  expect(read).toBeGreaterThan(300)
})
