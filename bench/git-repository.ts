import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'

export type RepositorySize = { commits: number; seed: number }

const START = Date.UTC(2021, 0, 4) / 1000
const SECONDS_A_COMMIT = 1500
const FOLDERS = 40
const BATCH = 1000

/**
 * A git repository with a made-up history, the same for the same seed: topic branches of up to six commits merged into the
 * main line, some commits straight on it, reverts, cherry-picks, a release tag about every hundred commits and release
 * candidates among them.
 */
export async function writeRepository(directory: string, { commits, seed }: RepositorySize): Promise<void> {
  await mkdir(directory, { recursive: true })
  await git(directory, ['init', '--quiet', '--bare', '--initial-branch=main'])
  const child = spawn('git', ['-C', directory, 'fast-import', '--quiet', '--force'], { stdio: ['pipe', 'inherit', 'inherit'] })
  const closed = once(child, 'close')
  let batch: string[] = []
  for (const command of history(commits, randomOf(seed))) {
    batch.push(command)
    if (batch.length < BATCH) continue
    if (!child.stdin.write(batch.join(''))) await once(child.stdin, 'drain')
    batch = []
  }
  child.stdin.end(batch.join(''))
  const [code] = (await closed) as [number]
  if (code !== 0) throw new Error(`git fast-import ended with ${code}.`)
}

async function git(directory: string, args: readonly string[]): Promise<void> {
  const [code] = (await once(spawn('git', ['-C', directory, ...args], { stdio: 'inherit' }), 'close')) as [number]
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}.`)
}

function* history(commits: number, random: () => number): Generator<string> {
  let mark = 0
  let head = 0
  let sinceTag = 0
  let minor = 0
  while (mark < commits) {
    const length = random() < 0.6 ? 0 : 1 + Math.floor(random() * 6)
    let tip = head
    for (let step = 0; step < length && mark < commits - 1; step += 1) {
      tip = ++mark
      yield commit({ mark, branch: 'topic', from: step === 0 ? head : tip - 1, random })
    }
    const previous = head
    head = ++mark
    yield commit({ mark, branch: 'main', from: previous, merge: tip === previous ? 0 : tip, random })
    sinceTag += length + 1
    if (sinceTag < 100) continue
    sinceTag = 0
    minor += 1
    if (minor % 5 === 0) yield tag(`v1.${minor}.0-rc.1`, head)
    yield tag(`v1.${minor}.0`, head)
  }
}

type NewCommit = { mark: number; branch: string; from: number; merge?: number; random: () => number }

function commit({ mark, branch, from, merge = 0, random }: NewCommit): string {
  const person = `author-${Math.floor(random() * 60)}`
  const at = START + mark * SECONDS_A_COMMIT
  const who = (role: string, seconds: number) => `${role} ${person} <${person}@example.invalid> ${seconds} +0000\n`
  const message = messageOf(mark, merge, random)
  const path = `services/part-${Math.floor(random() * FOLDERS)}/file-${Math.floor(random() * 25)}.ts`
  const file = `M 100644 inline ${path}\n${data(`export const value = ${mark}\n`)}`
  const parents = (from > 0 ? `from :${from}\n` : '') + (merge > 0 ? `merge :${merge}\n` : '')
  const authored = at - Math.floor(random() * 4 * SECONDS_A_COMMIT)
  return `commit refs/heads/${branch}\nmark :${mark}\n${who('author', authored)}${who('committer', at)}${data(message)}${parents}${merge > 0 ? '' : file}\n`
}

function messageOf(mark: number, merge: number, random: () => number): string {
  if (merge > 0) return `Merge topic ${merge}\n`
  const kind = random()
  const words = `Change ${mark} of part ${mark % FOLDERS}\n\n${'It says why, in some words. '.repeat(1 + Math.floor(random() * 4))}\n`
  return kind < 0.004 ? `Revert "Change ${mark}"\n\nThis reverts commit ${hex(mark)}.\n` : words
}

/** A sha that no commit has, since those of a generated history are not known while it is written. */
function hex(mark: number): string {
  return mark.toString(16).padStart(40, '0')
}

function tag(name: string, mark: number): string {
  const at = START + mark * SECONDS_A_COMMIT + 900
  return `tag ${name}\nfrom :${mark}\ntagger releaser <releaser@example.invalid> ${at} +0000\n${data(name)}`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

/** mulberry32: small, and the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
