import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parseEvent } from '../../integrations/events/parse.js'
import { CliError } from '../cli-error.js'
import { gitEvents, type SentEvent } from './git-events.js'
import { readGit, type ReadOptions } from './import-git.js'

const START = Date.parse('2026-03-02T08:00:00Z') / 1000
const HOUR = 3600
const directories: string[] = []

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
})

type Sandbox = {
  directory: string
  git(...args: string[]): string
  /** Commits one file `hours` after the start; gives the sha. */
  commit(hours: number, message: string, file?: string): string
  merge(hours: number, branch: string): string
  /** An annotated tag made `hours` after the start; a lightweight one without. */
  tag(name: string, hours?: number): void
}

function sandbox(name = 'shop'): Sandbox {
  const directory = join(mkdtempSync(join(tmpdir(), 'windsock-git-')), name)
  directories.push(dirname(directory))
  mkdirSync(directory)
  let clock = START
  let serial = 0
  const git = (...args: string[]) => {
    const date = `${clock} +0200`
    const person = { GIT_AUTHOR_NAME: 'author 17', GIT_AUTHOR_EMAIL: 'author-17@example.invalid', GIT_COMMITTER_NAME: 'author 17', GIT_COMMITTER_EMAIL: 'author-17@example.invalid' }
    const env = { PATH: process.env.PATH, HOME: dirname(directory), GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...person }
    return execFileSync('git', ['-C', directory, '-c', 'commit.gpgsign=false', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }
  git('init', '-q', '-b', 'main')
  return {
    directory,
    git,
    commit(hours, message, file = 'app.txt') {
      clock = START + hours * HOUR
      serial += 1
      mkdirSync(dirname(join(directory, file)), { recursive: true })
      writeFileSync(join(directory, file), `${serial}`)
      git('add', '-A')
      git('commit', '-q', '--allow-empty-message', '--cleanup=verbatim', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    merge(hours, branch) {
      clock = START + hours * HOUR
      git('merge', '-q', '--no-ff', '-m', `merge ${branch}`, branch)
      return git('rev-parse', 'HEAD')
    },
    tag(tagName, hours) {
      if (hours === undefined) git('tag', tagName)
      else {
        clock = START + hours * HOUR
        git('tag', '-a', '-m', tagName, tagName)
      }
    },
  }
}

async function eventsOf(options: ReadOptions): Promise<SentEvent[]> {
  const events: SentEvent[] = []
  for await (const event of gitEvents(await readGit(options))) events.push(event)
  return events
}

const ofType = (events: readonly SentEvent[], type: string) => events.filter((event) => event.type === type)
const deployments = (events: readonly SentEvent[]) => ofType(events, 'deployment.finished').map(({ data }) => data)
const at = (hours: number) => new Date((START + hours * HOUR) * 1000).toISOString()

describe('the events of a repository', () => {
  it('are those of the contract, each with an id of its own, and the same again', async () => {
    const repo = sandbox()
    repo.commit(0, 'first')
    repo.tag('v1.0.0', 1)
    repo.commit(2, 'second')
    repo.tag('v1.1.0')
    const events = await eventsOf({ path: repo.directory })
    for (const event of events) expect(parseEvent(event, { now: new Date(at(100)) })).toMatchObject({ ok: true })
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    expect(events.map(({ type }) => type)).toEqual(['service.declared', 'change.committed', 'change.committed', 'deployment.finished', 'deployment.finished'])
    expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['git:shop']))
    expect(await eventsOf({ path: repo.directory })).toEqual(events)
  })

  it('say by which clock a tag is dated', async () => {
    const repo = sandbox()
    const first = repo.commit(0, 'first')
    repo.tag('v1.0.0', 5)
    const second = repo.commit(6, 'second')
    repo.tag('v2.0.0')
    const events = ofType(await eventsOf({ path: repo.directory }), 'deployment.finished')
    expect(events.map(({ time }) => time)).toEqual([at(5), at(6)])
    expect(events[0]?.data).toMatchObject({ version: 'v1.0.0', commit: first, outcome: 'succeeded', environment: 'production', service: 'shop', labels: ['dated-by:tagger'] })
    expect(events[1]?.data).toMatchObject({ version: 'v2.0.0', commit: second, previousCommit: first, labels: ['dated-by:committer'] })
  })

  it('tell commits with parents and both clocks, whatever their messages hold', async () => {
    const repo = sandbox()
    const root = repo.commit(0, 'naïve 🚀 "quoted"\tand\u0001odd\n\nbody\n\nmore body')
    const empty = repo.commit(1, '')
    repo.git('checkout', '-q', '-b', 'side')
    const side = repo.commit(2, 'side', 'with space/ünïcode\tfile.txt')
    repo.git('checkout', '-q', 'main')
    repo.commit(3, 'main')
    const merge = repo.merge(4, 'side')
    repo.tag('v1')
    const changes = new Map(ofType(await eventsOf({ path: repo.directory }), 'change.committed').map(({ data }) => [data.sha, data]))
    expect(changes.size).toBe(5)
    expect(changes.get(root)).toMatchObject({ parents: [], committedAt: at(0), authoredAt: at(0), author: 'author-17@example.invalid', message: 'naïve 🚀 "quoted"\tand\u0001odd' })
    expect(changes.get(empty)).toMatchObject({ parents: [root], message: '' })
    expect(changes.get(side)).toMatchObject({ parents: [empty] })
    expect(changes.get(merge)?.parents).toEqual(repo.git('rev-parse', 'HEAD^1', 'HEAD^2').split('\n'))
    expect(changes.get(side)).not.toHaveProperty('files')
  })

  it('name the files of every commit when paths are given', async () => {
    const repo = sandbox()
    const a = repo.commit(0, 'a', 'services/pay/a b.txt')
    const b = repo.commit(1, 'b', 'services/ship/ü\n2.txt')
    const none = repo.git('commit-tree', '-p', 'HEAD', '-m', 'nothing', 'HEAD^{tree}')
    repo.git('reset', '-q', '--hard', none)
    repo.tag('v1')
    const events = await eventsOf({ path: repo.directory, service: 'pay', paths: ['services/pay'] })
    const files = new Map(ofType(events, 'change.committed').map(({ data }) => [data.sha, data.files]))
    expect(files).toEqual(new Map([[a, ['services/pay/a b.txt']], [b, ['services/ship/ü\n2.txt']], [none, []]]))
    expect(ofType(events, 'service.declared')[0]?.data).toMatchObject({ service: 'pay', paths: ['services/pay'] })
  })

  it('do not share ids between what different imports of one repository say', async () => {
    const repo = sandbox()
    repo.commit(0, 'first', 'services/pay/a')
    repo.tag('v1')
    const [pay, ship, staging] = [
      await eventsOf({ path: repo.directory, service: 'pay', paths: ['services/pay'] }),
      await eventsOf({ path: repo.directory, service: 'ship', paths: ['services/ship'] }),
      await eventsOf({ path: repo.directory, environment: 'staging' }),
    ]
    const bodies = new Map<string, string>()
    for (const event of [...pay, ...ship, ...staging]) {
      const body = JSON.stringify(event)
      expect(bodies.get(event.id) ?? body).toBe(body)
      bodies.set(event.id, body)
    }
  })

  it('put releases into the order of history, not of clocks or names', async () => {
    const repo = sandbox()
    const first = repo.commit(0, 'first')
    repo.tag('v1.9.0', 50)
    const second = repo.commit(1, 'second')
    repo.tag('v1.10.0', 2)
    repo.git('checkout', '-q', '-b', 'v1.9.x', 'v1.9.0')
    const mended = repo.commit(3, 'mended')
    repo.tag('v1.9.1', 60)
    expect(deployments(await eventsOf({ path: repo.directory })).map(({ version, commit }) => [version, commit])).toEqual([
      ['v1.9.0', first],
      ['v1.10.0', second],
      ['v1.9.1', mended],
    ])
  })

  it('take tags of tags and leave out tags of anything but commits', async () => {
    const repo = sandbox()
    const first = repo.commit(0, 'first')
    repo.tag('v1', 1)
    repo.git('tag', '-a', '-m', 'again', 'v1-again', 'v1')
    repo.git('tag', 'v-tree', 'HEAD^{tree}')
    const found = deployments(await eventsOf({ path: repo.directory }))
    expect(found.map(({ version, commit }) => [version, commit])).toEqual([['v1', first], ['v1-again', first]])
  })

  it('take merges of the first parents as releases when asked to', async () => {
    const repo = sandbox()
    repo.commit(0, 'root')
    const merges: string[] = []
    for (const [index, branch] of ['one', 'two'].entries()) {
      repo.git('checkout', '-q', '-b', branch)
      repo.commit(index * 10 + 1, branch, `${branch}.txt`)
      repo.git('checkout', '-q', 'main')
      merges.push(repo.merge(index * 10 + 2, branch))
    }
    const events = ofType(await eventsOf({ path: repo.directory, each: 'merge' }), 'deployment.finished')
    expect(events.map(({ time, data }) => [time, data.commit, data.previousCommit])).toEqual([[at(2), merges[0], undefined], [at(12), merges[1], merges[0]]])
    expect(events[0]?.data.version).toBe(merges[0]?.slice(0, 12))
  })
})

describe('failures', () => {
  it('are patch releases within the window', async () => {
    const repo = sandbox()
    repo.commit(0, 'first')
    repo.tag('v1.2.0', 0)
    repo.commit(1, 'mend')
    repo.tag('v1.2.1', 3)
    repo.commit(4, 'late mend')
    repo.tag('v1.2.2', 100)
    repo.commit(101, 'feature')
    repo.tag('v1.3.0', 102)
    const found = deployments(await eventsOf({ path: repo.directory }))
    expect(found.map(({ kind }) => kind)).toEqual([undefined, 'hotfix', undefined, undefined])
    expect(found[1]?.labels).toContain('reason:patch release 3 h after v1.2.0')
    const narrow = deployments(await eventsOf({ path: repo.directory, hotfixWindowHours: 2 }))
    expect(narrow.map(({ kind }) => kind)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('are reverts of what an earlier release had taken, and not of what none had', async () => {
    const repo = sandbox()
    const bad = repo.commit(0, 'bad')
    repo.tag('v1.0.0', 1)
    const unreleased = repo.commit(100, 'never released alone')
    repo.commit(101, `Revert "never"\n\nThis reverts commit ${unreleased}.`)
    repo.tag('v1.1.0', 102)
    const revert = repo.commit(200, `Revert "bad"\n\nThis reverts commit ${bad.slice(0, 10)}.`)
    repo.tag('v1.2.0', 201)
    repo.commit(300, `Reapply "bad"\n\nThis reverts commit ${revert}.`)
    repo.tag('v1.3.0', 301)
    const found = deployments(await eventsOf({ path: repo.directory }))
    expect(found.map(({ kind }) => kind)).toEqual([undefined, undefined, 'hotfix', undefined])
    expect(found[2]?.labels).toEqual(['dated-by:tagger', expect.stringMatching(new RegExp(`^reason:.*${bad.slice(0, 10)}.*v1\\.0\\.0`))])
  })
})

describe('what cannot be imported', () => {
  const problemOf = async (options: ReadOptions) => {
    const error = await eventsOf(options).then(() => null, (reason: unknown) => reason)
    expect(error).toBeInstanceOf(CliError)
    return (error as CliError).message
  }

  it('says what is wrong and what to do', async () => {
    const repo = sandbox()
    expect(await problemOf({ path: join(repo.directory, 'nowhere') })).toMatch(/not a git checkout/)
    expect(await problemOf({ path: dirname(repo.directory) })).toMatch(/not a git checkout/)
    repo.commit(0, 'first')
    expect(await problemOf({ path: repo.directory })).toMatch(/no tags.*--each merge/)
    expect(await problemOf({ path: repo.directory, each: 'merge' })).toMatch(/merge.*--tags/)
    repo.tag('release-1', 1)
    expect(await problemOf({ path: repo.directory })).toMatch(/v\*.*release-1.*--tags.*--each merge/)
  })

  it('is a shallow clone', async () => {
    const repo = sandbox()
    repo.commit(0, 'first')
    repo.commit(1, 'second')
    repo.tag('v1', 2)
    const clone = join(dirname(repo.directory), 'clone')
    repo.git('clone', '-q', '--depth', '1', `file://${repo.directory}`, clone)
    expect(await problemOf({ path: clone })).toMatch(/shallow.*--unshallow/)
  })
})

describe('the name of a repository', () => {
  it.each([
    ['git@git.example.invalid:Team/Shop.git', 'git.example.invalid/team/shop', 'shop'],
    ['https://user:secret@git.example.invalid/team/shop/', 'git.example.invalid/team/shop', 'shop'],
  ])('of %s', async (address, name, service) => {
    const repo = sandbox('folder')
    repo.commit(0, 'first')
    repo.tag('v1')
    repo.git('remote', 'add', 'origin', address)
    const plan = await readGit({ path: repo.directory })
    expect([plan.checkout.repository, plan.service]).toEqual([name, service])
  })
})
