import { afterEach, describe, expect, it } from 'vitest'
import type { DeclaredChange } from '../domain/facts.js'
import { hostOf, openClient } from './clients.js'
import type { CompareOptions } from './compare-client.js'
import { startGithub, startGitlab, type SimulatedRepository, type Trouble } from './simulated-provider.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const sha = (index: number) => String(index).padStart(40, 'c')
const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 8) + minute * 60_000).toISOString()

/** 700 commits in a line; pull request 7 brought the last, reviewed twice. */
const repository: SimulatedRepository = {
  path: 'acme/shop',
  commits: Array.from({ length: 700 }, (_, index) => ({
    sha: sha(index),
    parents: index === 0 ? [] : [sha(index - 1)],
    at: at(index),
    files: ['b.ts', 'a.ts', `${index}.ts`],
    ...(index >= 698 ? { pull: 7 } : {}),
  })),
  pulls: [
    {
      number: 7,
      openedAt: at(690),
      mergedAt: at(699),
      title: 'Revert "Carts"',
      madeSha: sha(699),
      reviews: [
        { state: 'COMMENTED', at: at(691), by: 'author-1' },
        { state: 'COMMENTED', at: at(692), by: 'author-2' },
        { state: 'APPROVED', at: at(693), by: 'author-2' },
        { state: 'APPROVED', at: at(695), by: 'author-3' },
        { state: 'APPROVED', at: at(900), by: 'author-4' },
      ],
    },
  ],
}

const starts = { github: startGithub, gitlab: startGitlab }
const clock = { now: Date.now, random: () => 0.5, wait: () => Promise.resolve() }
const plain: CompareOptions = { files: false, pullRequests: false }

async function open(integration: keyof typeof starts, trouble?: Trouble, pageSize = 100) {
  const server = await starts[integration](repository, pageSize, trouble)
  const access = { integration, source: 'main', token: 't-1', apiUrl: `${server.url}/` }
  const opened = openClient(access, { clock, privateHosts: [server.host], timeoutMs: 300 })
  closing.push(
    () => opened?.close(),
    () => server.close(),
  )
  return {
    server,
    async compare(base: string, head: string, options = plain): Promise<DeclaredChange[]> {
      const found: DeclaredChange[] = []
      for await (const change of opened?.client.compare('127.0.0.1/acme/shop', base, head, options) ?? []) found.push(change)
      return found
    },
  }
}

describe.each(['github', 'gitlab'] as const)('a range of %s', (integration) => {
  it('has every commit, over pages', async () => {
    const { compare, server } = await open(integration)
    const changes = await compare(sha(10), sha(690))
    expect(changes.map((change) => change.sha)).toEqual(Array.from({ length: 680 }, (_, index) => sha(index + 11)))
    expect(changes[0]).toEqual({
      repository: '127.0.0.1/acme/shop',
      sha: sha(11),
      committedAt: at(11),
      authoredAt: at(11),
      author: 'author-1@example.invalid',
      message: sha(11),
      parents: [sha(10)],
    })
    expect(server.asked).toHaveLength(integration === 'github' ? 7 : 1)
  })

  it('is empty towards an older commit and the same', async () => {
    const { compare } = await open(integration)
    expect([await compare(sha(9), sha(3)), await compare(sha(9), sha(9))]).toEqual([[], []])
  })

  it('has pull requests with their reviews, asked once each, and files', async () => {
    const { compare, server } = await open(integration, undefined, 2)
    const changes = await compare(sha(696), sha(699), { files: true, pullRequests: true })
    expect(changes.map(({ files }) => files)).toEqual([697, 698, 699].map((index) => [`${index}.ts`, 'a.ts', 'b.ts'].sort()))
    expect(changes.map(({ pullRequest }) => pullRequest?.number)).toEqual([undefined, 7, 7])
    const pullRequest = {
      openedAt: at(690),
      firstReviewAt: at(692),
      approvedAt: at(695),
      mergedAt: at(699),
      title: 'Revert "Carts"',
      labels: ['fix'],
      isRevert: true,
    }
    expect(changes[2]?.pullRequest).toMatchObject(pullRequest)
    const reviews = server.asked.filter((path) => /\/(reviews|notes)\b/.test(path))
    expect(reviews).toHaveLength(new Set(reviews).size)
  })

  it.each<[string, Trouble]>([
    ['a limit', (path, asked) => (path.includes('compare') && asked === 1 ? { status: 429, headers: { 'retry-after': '1' } } : undefined)],
    ['faults', (path, asked) => (path.includes('compare') && asked < 4 ? { status: 502 } : undefined)],
    ['silence', (path, asked) => (path.includes('compare') && asked === 1 ? () => {} : undefined)],
    ['half an answer', (path, asked) => (path.includes('compare') && asked === 1 ? (response) => void response.end('{"commits": [{') : undefined)],
  ])('comes in the end, after %s', async (_name, trouble) => {
    const { compare } = await open(integration, trouble)
    expect(await compare(sha(1), sha(3))).toHaveLength(2)
  })

  it('is not there once the base is, after a forced push', async () => {
    const { compare, server } = await open(integration)
    await expect(compare('dead'.repeat(10), sha(3))).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringContaining(`${server.host} answered 404`),
    })
    expect(server.asked).toHaveLength(1)
  })

  it('is not asked of another host, of no repository, or of no commit', async () => {
    const { compare, server } = await open(integration)
    await expect(compare('HEAD', sha(3))).rejects.toMatchObject({ code: 'gone' })
    await expect(compare(`${sha(1)}/../x`, sha(3))).rejects.toMatchObject({ code: 'gone' })
    const access = { integration, source: 'main', token: 't', apiUrl: server.url }
    const opened = openClient(access, { clock, privateHosts: [server.host] })
    closing.push(() => opened?.close())
    for (const name of ['github.com/acme/shop', '127.0.0.1/acme/..', '127.0.0.1/shop']) {
      const range = opened?.client.compare(name, sha(1), sha(3), plain)[Symbol.asyncIterator]()
      await expect(range?.next()).rejects.toMatchObject({ code: 'gone' })
    }
    expect(server.asked).toEqual([])
  })

  it('with a commit that has no time is no answer', async () => {
    const commits = [{ id: sha(1), sha: sha(1), commit: {} }]
    const { compare } = await open(integration, (path) => (path.includes('compare') ? { body: { commits } } : undefined))
    await expect(compare(sha(0), sha(1))).rejects.toMatchObject({ code: 'bad_answer', message: 'The answer has a commit without a commit time.' })
  })

  it('is not asked at a private address that is not allowed', async () => {
    const { server } = await open(integration)
    const opened = openClient({ integration, source: 'main', token: 't', apiUrl: server.url }, { clock, privateHosts: [] })
    const range = opened?.client.compare('127.0.0.1/acme/shop', sha(1), sha(3), plain)[Symbol.asyncIterator]()
    await expect(range?.next()).rejects.toMatchObject({ code: 'refused' })
    expect(server.asked).toEqual([])
  })
})

it.each([
  [{ integration: 'github' }, 'github.com'],
  [{ integration: 'github', apiUrl: 'https://api.github.com/' }, 'github.com'],
  [{ integration: 'gitlab' }, 'gitlab.com'],
  [{ integration: 'gitlab', apiUrl: 'https://git.example.com:8443/api/v4' }, 'git.example.com'],
  [{ integration: 'cdevents' }, null],
  [{ integration: 'gitlab', apiUrl: 'nonsense' }, null],
])('%j is good for the repositories of %s', (access, host) => expect(hostOf(access)).toBe(host))
