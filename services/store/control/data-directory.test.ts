import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DataDirectoryRefused, lockDataDirectory } from './data-directory.js'

let root: string
let script: string
let directory: string
const children: ChildProcess[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'data-directory-'))
  script = await holderScript()
})

beforeEach(async () => {
  directory = join(await mkdtemp(join(root, 'case-')), 'data')
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

// A process of its own that takes the lock and says how that went.
async function holderScript(): Promise<string> {
  const source = await readFile(fileURLToPath(new URL('./data-directory.ts', import.meta.url)), 'utf8')
  const { code } = await transform(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } })
  await writeFile(join(root, 'data-directory.mjs'), code)
  const holder = join(root, 'holder.mjs')
  await writeFile(
    holder,
    `import { lockDataDirectory } from './data-directory.mjs'
     process.on('message', () => {})
     lockDataDirectory(process.argv[2]).then(() => process.send('held'), (error) => process.send(error.message))`,
  )
  return holder
}

async function hold(path: string): Promise<{ child: ChildProcess; said: string }> {
  const child = fork(script, [path], { execArgv: [] })
  children.push(child)
  const [said] = (await once(child, 'message')) as [string]
  return { child, said }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

describe('the lock on a data directory', () => {
  it('is refused to a second process, naming the first', async () => {
    const { child, said } = await hold(directory)
    expect(said).toBe('held')
    const second = lockDataDirectory(directory)
    await expect(second).rejects.toThrow(DataDirectoryRefused)
    await expect(second).rejects.toThrow(`is in use by process ${child.pid}:`)
    expect((await hold(directory)).said).toContain(`process ${child.pid}`)
  })

  it('is refused to the same process twice', async () => {
    const lock = await lockDataDirectory(directory)
    await expect(lockDataDirectory(directory)).rejects.toThrow(`process ${process.pid}`)
    await lock.release()
  })

  it('outlives no holder: after a SIGKILL the next one has it', async () => {
    const { child } = await hold(directory)
    await kill(child)
    const lock = await lockDataDirectory(directory)
    expect((await hold(directory)).said).toContain(`process ${process.pid}`)
    await lock.release()
    expect((await hold(directory)).said).toBe('held')
  })

  it('goes to one of many that take over from a dead holder at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { child } = await hold(directory)
      await kill(child)
      const answers = await Promise.all(Array.from({ length: 4 }, () => hold(directory)))
      expect(answers.filter(({ said }) => said === 'held')).toHaveLength(1)
      await Promise.all(answers.map((answer) => kill(answer.child)))
    }
  })

  it('goes to one of many that take it in turns in one process', async () => {
    let [held, most, times] = [0, 0, 0]
    const contend = async () => {
      for (let attempt = 0; attempt < 30; attempt += 1) {
        const lock = await lockDataDirectory(directory).catch(() => null)
        if (!lock) continue
        held += 1
        times += 1
        most = Math.max(most, held)
        await new Promise((resolve) => setTimeout(resolve, 1))
        held -= 1
        await lock.release()
      }
    }
    await Promise.all(Array.from({ length: 6 }, contend))
    expect(most).toBe(1)
    expect(times).toBeGreaterThan(10)
  })

  it('leaves one small file behind', async () => {
    for (let n = 0; n < 3; n += 1) await (await lockDataDirectory(directory)).release()
    expect(await readdir(directory)).toEqual(['lock-3'])
  })

  it('works in a directory with a long path', async () => {
    const long = join(directory, 'x'.repeat(80), 'y'.repeat(80))
    const lock = await lockDataDirectory(long)
    expect((await hold(long)).said).toContain(`process ${process.pid}`)
    await lock.release()
  })

  it('says in one sentence when the directory cannot be written', async () => {
    const file = join(root, 'a-file')
    await writeFile(file, '')
    await expect(lockDataDirectory(join(file, 'data'))).rejects.toThrow(/^The data directory .* cannot be written \(ENOTDIR\): [^.]*\.$/)
  })
})
