import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const launcher = join(here, '..', 'launch.mjs')

interface Ran {
  code: number | null
  out: string
  err: string
}

type Lock = { packages: Record<string, object> }
interface Launching {
  isInstalled(wanted: Lock | null, installed: Lock | null): boolean
  fingerprint(sources: string[], from: string): string
}

let directory: string
let launching: Launching

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'windsock-launch-'))
  const [install, build] = ['install.mjs', 'build.mjs'].map((name) => import(join(here, name)) as Promise<Launching>)
  launching = { ...(await install), ...(await build) } as Launching
  // Builds the services where that was not done.
  expect((await run(['cli', '--version'])).code).toBe(0)
}, 120_000)

afterAll(() => rm(directory, { recursive: true, force: true }))

function run(args: readonly string[], env: Record<string, string> = {}, nodeOptions: readonly string[] = []): Promise<Ran> {
  const options = { cwd: directory, env: { ...process.env, NODE_ENV: undefined, ...env } }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...nodeOptions, launcher, ...args], options, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

describe('before anything is installed', () => {
  test('an old Node is refused in one sentence', async () => {
    const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.18.3'})"
    const ran = await run(['start'], {}, ['--import', pretend])
    expect(ran).toEqual({
      code: 1,
      out: '',
      err: 'Windsock needs Node 20.19 or later, and this is 20.18.3: install a newer one from https://nodejs.org.\n',
    })
  })

  test('a port that is taken, and a directory that cannot be written', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const port = (holder.address() as AddressInfo).port
    const taken = await run(['start', '--port', String(port)])
    expect(taken).toEqual({ code: 1, out: '', err: `Port ${port} is in use: stop what listens there or set WINDSOCK_PORT to another.\n` })
    await new Promise((resolve) => holder.close(resolve))

    await writeFile(join(directory, 'a-file'), '')
    const unwritable = await run(['start', '--data-dir', 'a-file/data', '--port', '0'])
    expect(unwritable).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The data directory .*a-file\/data cannot be written \(ENOTDIR\): .*\n$/),
    })
  })

  test('an option that does not exist', async () => {
    expect(await run(['start', '--prot', '1'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Unknown option '--prot'.*--port, --data-dir and --role\.\n$/),
    })
  })
})

describe('what is done already is not done again', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = { packages: { '': {}, 'node_modules/a': entry, 'node_modules/b': { ...entry, optional: true } } }

  test('installing', () => {
    expect(launching.isInstalled(lock, { packages: { 'node_modules/a': entry } })).toBe(true)
    expect(launching.isInstalled(lock, { packages: { 'node_modules/a': { ...entry, version: '1.0.1' } } })).toBe(false)
    expect(launching.isInstalled(lock, { packages: { 'node_modules/a': entry, 'node_modules/b': { ...entry, version: '2.0.0' } } })).toBe(false)
    expect(launching.isInstalled(lock, { packages: {} })).toBe(false)
    expect(launching.isInstalled(lock, null)).toBe(false)
  })

  test('building', async () => {
    await mkdir(join(directory, 'source', 'dist'), { recursive: true })
    await writeFile(join(directory, 'source', 'a.ts'), 'a')
    const before = launching.fingerprint(['source'], directory)
    await writeFile(join(directory, 'source', 'dist', 'a.js'), 'a')
    expect(launching.fingerprint(['source'], directory)).toBe(before)
    await utimes(join(directory, 'source', 'a.ts'), 1, 1)
    expect(launching.fingerprint(['source'], directory)).not.toBe(before)
  })
})

describe('the process it starts', () => {
  test('is reached, is alone on its directory, and ends on a signal with everything closed', async () => {
    const dataDir = join(directory, 'data')
    const first = serve(dataDir)
    const url = await firstMatch(first, /Windsock is at (http:\/\/127\.0\.0\.1:\d+) /)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)

    const second = await run(['ready', 'start', '--data-dir', dataDir, '--port', '0'])
    expect(second).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^The data directory .* is in use by process \d+: .*\n$/) })
    const demo = await run(['ready', 'demo', '--data-dir', dataDir, '--port', '0'])
    expect(demo).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^The demo already runs at /) })

    first.kill('SIGTERM')
    expect(await once(first, 'exit')).toEqual([0, null])
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    const precious = await run(['ready', 'demo', '--data-dir', dataDir, '--port', '0'])
    expect(precious).toMatchObject({ code: 1, err: expect.stringMatching(/^The demo needs a directory of its own and .* is not empty/) })
  }, 120_000)

  test('the demo shows the known answers, all as expected, and a link that works', async () => {
    const demo = spawn(process.execPath, [launcher, 'ready', 'demo', '--port', '0'], { cwd: directory, env: { ...process.env, NODE_ENV: undefined } })
    const text = await collectUntil(demo, /Sign in as administrator, once, within fifteen minutes: http\S+/)
    const [, right, all] = /^(\d+) of (\d+) as expected$/m.exec(text) ?? []
    expect(Number(all)).toBeGreaterThan(50)
    expect(right).toBe(all)
    const [, link = ''] = /within fifteen minutes: (http\S+)/.exec(text) ?? []
    expect((await fetch(link)).status).toBe(200)
    demo.kill('SIGINT')
    expect(await once(demo, 'exit')).toEqual([0, null])
  }, 180_000)
})

function serve(dataDir: string): ChildProcess {
  return spawn(process.execPath, [launcher, 'ready', 'start', '--data-dir', dataDir, '--port', '0'], {
    cwd: directory,
    env: { ...process.env, NODE_ENV: undefined },
  })
}

async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  return pattern.exec(await collectUntil(child, pattern))?.[1] ?? ''
}

function collectUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = ''
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      text += chunk.toString()
      if (pattern.test(text)) resolve(text)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('exit', (code) => reject(new Error(`It ended with ${code} and said:\n${text}`)))
  })
}
