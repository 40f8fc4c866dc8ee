import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parseEvent } from '../../integrations/events/parse.js'
import { gitEvents, type SentEvent } from './git-events.js'
import { readGit, type ReadOptions } from './import-git.js'
import { at, createScratchRepository, type ScratchRepository } from './scratch-repository.js'

const created: ScratchRepository[] = []
afterEach(() => created.splice(0).forEach((repository) => repository.remove()))

function scratch(name?: string): ScratchRepository {
  const repository = createScratchRepository(name)
  created.push(repository)
  return repository
}

async function eventsOf(path: string, options: Omit<ReadOptions, 'path'> = {}): Promise<SentEvent[]> {
  const events: SentEvent[] = []
  for await (const event of gitEvents(await readGit({ path, ...options }))) events.push(event)
  for (const event of events) expect(parseEvent(event, { now: new Date('2027-01-01') })).toMatchObject({ ok: true })
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  return events
}

function dataOf(events: readonly SentEvent[], type: string): Record<string, unknown>[] {
  return events.filter((event) => event.type === type).map(({ data }) => data)
}

function deploymentsByVersion(events: readonly SentEvent[]): Record<string, Record<string, unknown>> {
  return Object.fromEntries(dataOf(events, 'deployment.finished').map((data) => [String(data.version), data]))
}

describe('the events of a git repository', () => {
  it('are its service, the commits that lead to releases and one deployment for each', async () => {
    const repository = scratch()
    const first = repository.commit('Begin', 1)
    repository.annotate('v1.0.0', 5)
    const second = repository.commit('Add carts\n\nWith a body.', 10)
    const third = repository.commit('Ärger 🎉 "quoted"', 11)
    repository.git(['tag', 'v1.1.0'])
    repository.commit('Not released', 12)

    const events = await eventsOf(repository.path)
    expect(dataOf(events, 'service.declared')).toEqual([{ service: 'shop', repository: 'shop' }])
    const changes = dataOf(events, 'change.committed')
    expect(changes).toHaveLength(3)
    expect(changes.find(({ sha }) => sha === second)).toEqual({
      repository: 'shop',
      sha: second,
      committedAt: at(10),
      authoredAt: at(10),
      parents: [first],
      author: 'author-1@example.invalid',
      message: 'Add carts',
    })
    expect(changes.find(({ sha }) => sha === third)?.message).toBe('Ärger 🎉 "quoted"')
    const deployments = events.filter(({ type }) => type === 'deployment.finished')
    const common = { source: 'git:shop', type: 'deployment.finished' }
    const release = { service: 'shop', environment: 'production', repository: 'shop', outcome: 'succeeded' }
    expect(deployments).toEqual([
      {
        ...common,
        id: 'git:shop:v1.0.0',
        time: at(5),
        data: { ...release, deployment: 'git:shop:v1.0.0', version: 'v1.0.0', commit: first, labels: ['dated-by:tagger'] },
      },
      {
        ...common,
        id: 'git:shop:v1.1.0',
        time: at(11),
        data: { ...release, deployment: 'git:shop:v1.1.0', version: 'v1.1.0', commit: third, previousCommit: first, labels: ['dated-by:committer'] },
      },
    ])
  })

  it('are the same each time they are read', async () => {
    const repository = scratch()
    repository.commit('Begin', 1)
    repository.annotate('v1.0.0', 5)
    expect(await eventsOf(repository.path)).toEqual(await eventsOf(repository.path))
  })

  it('name the repository by its remote, without credentials, and by the options given', async () => {
    const repository = scratch()
    repository.commit('Begin', 1)
    repository.git(['tag', 'v1'])
    repository.git(['remote', 'add', 'origin', 'https://someone:secret@Git.Example.invalid/Team/Shop.git'])
    const events = await eventsOf(repository.path, { service: 'carts', environment: 'staging' })
    expect(dataOf(events, 'service.declared')).toEqual([{ service: 'carts', repository: 'git.example.invalid/team/shop' }])
    expect(dataOf(events, 'deployment.finished')).toMatchObject([
      { deployment: 'git:git.example.invalid/team/shop:v1:carts:staging', service: 'carts', environment: 'staging' },
    ])
    expect(JSON.stringify(events)).not.toContain('secret')
  })

  it('do not take a path on this machine for a name', async () => {
    const [origin, clone] = [scratch('origin'), scratch('clone')]
    origin.commit('Begin', 1)
    origin.git(['tag', 'v1'])
    clone.git(['remote', 'add', 'origin', origin.path])
    clone.git(['fetch', '--quiet', '--tags', 'origin'])
    expect((await readGit({ path: clone.path })).checkout.repository).toBe('clone')
  })

  it('follow the history, not the clock of the tags', async () => {
    const repository = scratch()
    const first = repository.commit('One', 1)
    const second = repository.commit('Two', 2)
    repository.git(['checkout', '--quiet', first])
    repository.annotate('v1.0.0', 50)
    repository.git(['checkout', '--quiet', second])
    repository.annotate('v2.0.0', 40)
    const releases = (await readGit({ path: repository.path })).releases.map(({ name }) => name)
    expect(releases).toEqual(['v1.0.0', 'v2.0.0'])
  })

  it('take releases of a maintenance branch in, once each commit', async () => {
    const repository = scratch()
    repository.commit('One', 1)
    repository.annotate('v1.0.0', 1)
    repository.git(['checkout', '--quiet', '-b', 'release-1'])
    repository.commit('Fix on the branch', 200)
    repository.annotate('v1.0.1', 200)
    repository.git(['checkout', '--quiet', 'main'])
    repository.commit('Two', 100)
    repository.annotate('v2.0.0', 100)
    repository.merge('release-1', 300)
    repository.annotate('v2.1.0', 300)
    const read = await readGit({ path: repository.path })
    expect(read.releases.map(({ name }) => name)).toEqual(['v1.0.0', 'v2.0.0', 'v1.0.1', 'v2.1.0'])
    expect(dataOf(await eventsOf(repository.path), 'change.committed')).toHaveLength(4)
  })

  it('agree with git log about the changes of each release', async () => {
    const repository = scratch()
    for (let release = 1; release <= 4; release += 1) {
      repository.git(['checkout', '--quiet', '-B', `topic-${release}`])
      for (let commit = 0; commit < release; commit += 1) repository.commit(`${release}.${commit}`, release * 10 + commit)
      repository.git(['checkout', '--quiet', '-B', 'main', release === 1 ? 'HEAD' : 'main'])
      if (release > 1) repository.merge(`topic-${release}`, release * 10 + 9)
      repository.annotate(`v${release}.0.0`, release * 10 + 9)
    }
    const events = await eventsOf(repository.path)
    const logged = repository.git(['log', '--format=%H', 'v4.0.0']).split('\n').sort()
    expect(
      dataOf(events, 'change.committed')
        .map(({ sha }) => String(sha))
        .sort(),
    ).toEqual(logged)
    for (const { commit, previousCommit, version } of dataOf(events, 'deployment.finished')) {
      expect(commit).toBe(repository.git(['rev-parse', `${String(version)}^{commit}`]))
      if (version !== 'v1.0.0') expect(previousCommit).toBe(repository.git(['rev-parse', `v${Number(String(version)[1]) - 1}.0.0^{commit}`]))
    }
  })

  it('have the merges of the first parents as releases where each merge is one', async () => {
    const repository = scratch()
    repository.commit('Begin', 1)
    const merges = [1, 2].map((number) => {
      repository.git(['checkout', '--quiet', '-b', `topic-${number}`])
      repository.commit(`Topic ${number}`, number * 10)
      repository.git(['checkout', '--quiet', 'main'])
      return repository.merge(`topic-${number}`, number * 10 + 1)
    })
    const events = await eventsOf(repository.path, { each: 'merge' })
    expect(dataOf(events, 'deployment.finished')).toMatchObject([
      { version: merges[0]?.slice(0, 12), commit: merges[0], labels: ['dated-by:committer'] },
      { version: merges[1]?.slice(0, 12), commit: merges[1], previousCommit: merges[0] },
    ])
    expect(dataOf(events, 'change.committed')).toHaveLength(5)
  })

  it('say which files a commit touched only where paths are given', async () => {
    const repository = scratch()
    repository.commit('Begin', 1, { 'carts/a b.ts': '1', 'carts/ümlaut\n.ts': '1', 'pay/c.ts': '1' })
    repository.commit('Empty', 2)
    repository.commit('Pay', 3, { 'pay/c.ts': '2' })
    repository.git(['tag', 'v1'])
    const events = await eventsOf(repository.path, { paths: ['carts/**'] })
    expect(dataOf(events, 'service.declared')).toMatchObject([{ paths: ['carts/**'] }])
    const files = dataOf(events, 'change.committed').map((change) => [change.message, (change.files as string[]).toSorted()])
    expect(Object.fromEntries(files)).toEqual({ Begin: ['carts/a b.ts', 'carts/ümlaut\n.ts', 'pay/c.ts'], Empty: [], Pay: ['pay/c.ts'] })
    expect(dataOf(await eventsOf(repository.path), 'change.committed').every((change) => !('files' in change))).toBe(true)
  })
})

describe('a release is a hotfix', () => {
  it('when it reverts what an earlier release had', async () => {
    const repository = scratch()
    repository.commit('Begin', 1)
    const bad = repository.commit('Bad', 2)
    repository.git(['tag', 'v1.0.0'])
    repository.commit('Other', 200)
    repository.git(['tag', 'v1.1.0'])
    const revert = repository.commit(`Revert "Bad"\n\nThis reverts commit ${bad}.`, 400)
    repository.git(['tag', 'v1.2.0'])
    const deployments = deploymentsByVersion(await eventsOf(repository.path))
    expect(deployments['v1.2.0']).toMatchObject({
      kind: 'hotfix',
      labels: ['dated-by:committer', `reason:${revert.slice(0, 12)} reverts ${bad.slice(0, 12)}, released in v1.0.0`],
    })
    expect(deployments['v1.1.0']).not.toHaveProperty('kind')
  })

  it('but not when what it reverts was never released, or was itself a revert', async () => {
    const repository = scratch()
    const first = repository.commit('Begin', 1)
    repository.git(['tag', 'v1.0.0'])
    const bad = repository.commit('Bad', 100)
    repository.commit(`Revert "Bad"\n\nThis reverts commit ${bad}.`, 101)
    repository.git(['tag', 'v1.1.0'])
    const revert = repository.commit(`Revert "Begin"\n\nThis reverts commit ${first.slice(0, 9)}.`, 300)
    repository.git(['tag', 'v1.2.0'])
    repository.commit(`Reapply "Begin"\n\nThis reverts commit ${revert}.`, 500)
    repository.git(['tag', 'v1.3.0'])
    const deployments = deploymentsByVersion(await eventsOf(repository.path))
    const kinds = Object.entries(deployments).map(([version, { kind }]) => [version, kind])
    expect(kinds).toEqual([
      ['v1.0.0', undefined],
      ['v1.1.0', undefined],
      ['v1.2.0', 'hotfix'],
      ['v1.3.0', undefined],
    ])
  })

  it.each([
    ['v1.0.0', 'v1.0.1', 47, true],
    ['v1.0.0', 'v1.0.1', 49, false],
    ['v1.0.9', 'v1.0.10', 0.5, true],
    ['v1.0.0', 'v1.1.0', 1, false],
    ['v1.0.1', 'v2.0.2', 1, false],
    ['v1.0.1', 'v1.0.2-rc.1', 1, false],
    ['v2026.11.1', 'v2026.11.2', 24, false],
  ])('when it patches the one before it in time: %s, %s after %d h', async (before, after, hours, isHotfix) => {
    const repository = scratch()
    repository.commit('Begin', 0)
    repository.annotate(before, 10)
    repository.commit('Next', 10)
    repository.annotate(after, 10 + hours)
    const deployment = deploymentsByVersion(await eventsOf(repository.path))[after]
    expect(deployment?.kind).toBe(isHotfix ? 'hotfix' : undefined)
    if (hours === 47) expect(deployment?.labels).toEqual(['dated-by:tagger', 'reason:patch release 47 h after v1.0.0'])
  })

  it('within the window that is asked for', async () => {
    const repository = scratch()
    repository.commit('Begin', 0)
    repository.annotate('v1.0.0', 0)
    repository.annotate('v1.0.1', 60)
    expect(deploymentsByVersion(await eventsOf(repository.path, { hotfixWindowHours: 72 }))['v1.0.1']?.kind).toBe('hotfix')
  })
})

describe('what cannot be imported says why', () => {
  it('a directory that is no checkout, or is not there', async () => {
    const { root } = scratch()
    mkdirSync(join(root, 'empty'))
    await expect(readGit({ path: join(root, 'empty') })).rejects.toThrow(/is not a git checkout/)
    await expect(readGit({ path: join(root, 'nowhere') })).rejects.toThrow(/is not a git checkout/)
  })

  it('a repository without tags or without those asked for', async () => {
    const repository = scratch()
    repository.commit('Begin', 0)
    await expect(readGit({ path: repository.path })).rejects.toThrow(/has no tags.*--each merge/)
    for (let number = 1; number <= 7; number += 1) repository.annotate(`release-${number}`, number)
    await expect(readGit({ path: repository.path })).rejects.toThrow(
      'No tag matches "v*"; there are release-7, release-6, release-5, release-4, release-3 and 2 more',
    )
    await expect(readGit({ path: repository.path, each: 'merge' })).rejects.toThrow(/no merge/)
  })

  it('an empty repository', async () => {
    const repository = scratch()
    await expect(readGit({ path: repository.path })).rejects.toThrow(/has no tags/)
    await expect(readGit({ path: repository.path, each: 'merge' })).rejects.toThrow(/no merge/)
  })

  it('a shallow clone', async () => {
    const repository = scratch()
    repository.commit('One', 0)
    repository.commit('Two', 1)
    repository.git(['tag', 'v1'])
    const path = join(repository.root, 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch=v1', `file://${repository.path}`, path], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: repository.root },
    })
    await expect(readGit({ path })).rejects.toThrow(/is a shallow clone.*git fetch --unshallow/)
  })
})
