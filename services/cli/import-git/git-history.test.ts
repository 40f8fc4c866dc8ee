import { afterEach, expect, it } from 'vitest'
import { gitEvents, type SentEvent } from './git-events.js'
import { readGit, type ReadOptions } from './import-git.js'
import { at, createScratchRepository, type ScratchRepository } from './scratch-repository.js'

const created: ScratchRepository[] = []
afterEach(() => created.splice(0).forEach((repository) => repository.remove()))

function scratch(): ScratchRepository {
  const repository = createScratchRepository()
  created.push(repository)
  return repository
}

async function eventsOf(options: ReadOptions): Promise<SentEvent[]> {
  const events: SentEvent[] = []
  for await (const event of gitEvents(await readGit(options))) events.push(event)
  return events
}

it('follows tags of tags to their commit, and leaves out tags of anything else', async () => {
  const repository = scratch()
  const commit = repository.commit('Begin', 1)
  repository.annotate('v1', 2)
  repository.git(['tag', '--annotate', '--message', 'again', 'v1-again', 'v1'], 3)
  repository.git(['tag', 'v-tree', 'HEAD^{tree}'])
  repository.git(['tag', '--annotate', '--message', 'tree', 'v-annotated-tree', 'HEAD^{tree}'], 4)
  repository.git(['tag', '--annotate', '--message', 'tree', 'v-tree-again', 'v-annotated-tree'], 5)
  const { releases } = await readGit({ path: repository.path })
  expect(releases.map((release) => [release.name, release.commit, new Date(release.at * 1000).toISOString(), release.datedBy])).toEqual([
    ['v1', commit, at(2), 'tagger'],
    ['v1-again', commit, at(3), 'tagger'],
  ])
})

it('gives no id to two things that differ, however often and for however many services a repository is imported', async () => {
  const repository = scratch()
  repository.commit('Begin', 0, { 'services/pay/a': '1', 'services/ship/b': '1' })
  repository.annotate('v1.0.0', 1)
  const imports = await Promise.all([
    eventsOf({ path: repository.path }),
    eventsOf({ path: repository.path, service: 'pay', paths: ['services/pay'] }),
    eventsOf({ path: repository.path, service: 'ship', paths: ['services/ship'] }),
    eventsOf({ path: repository.path, environment: 'staging' }),
  ])
  const bodies = new Map<string, string>()
  for (const event of imports.flat()) {
    const body = JSON.stringify(event)
    expect(bodies.get(event.id) ?? body).toBe(body)
    bodies.set(event.id, body)
  }
  expect(bodies.size).toBe(4 + 2 + 3)
})

it('leaves pre-releases out unless they are asked for', async () => {
  const repository = scratch()
  repository.commit('Begin', 1)
  repository.annotate('v1.0.0-rc.1', 2)
  await expect(readGit({ path: repository.path })).rejects.toThrow(/is a pre-release, such as v1\.0\.0-rc\.1: .*--pre-releases/)
  repository.commit('Last word', 3)
  repository.annotate('v1.0.0', 4)
  expect((await readGit({ path: repository.path })).releases.map(({ name }) => name)).toEqual(['v1.0.0'])
  expect((await readGit({ path: repository.path, preReleases: true })).releases.map(({ name }) => name)).toEqual(['v1.0.0-rc.1', 'v1.0.0'])
})

it('dates deployments as long after their tags as is said, and their ids do not change', async () => {
  const repository = scratch()
  repository.commit('Begin', 1)
  repository.annotate('v1.0.0', 2)
  const [at2, at5] = [await eventsOf({ path: repository.path }), await eventsOf({ path: repository.path, lagSeconds: 3 * 3600 })]
  expect([at2.at(-1)?.time, at5.at(-1)?.time]).toEqual([at(2), at(5)])
  expect(at5.map(({ id }) => id)).toEqual(at2.map(({ id }) => id))
})

it('tells which commit is taken back or was picked, and nothing else of a message', async () => {
  const repository = scratch()
  const bad = repository.commit('Bad\n\nSecret plans.', 1)
  repository.annotate('v1.0.0', 2)
  repository.commit(`Revert "Bad"\n\nThis reverts commit ${bad}.\n\nMore secret plans.`, 3)
  repository.commit(`Picked\n\nPlans.\n(cherry picked from commit ${bad})`, 4)
  repository.annotate('v1.1.0', 5)
  const messages = (await eventsOf({ path: repository.path })).filter(({ type }) => type === 'change.committed').map(({ data }) => data.message)
  expect(messages.sort()).toEqual(['Bad', `Picked\n\n(cherry picked from commit ${bad})`, `Revert "Bad"\n\nThis reverts commit ${bad}`])
})
