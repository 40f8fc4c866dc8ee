import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { transform, type Options } from '@swc/core'

const root = join(import.meta.dirname, '../../..')
/** A start that takes longer has failed. */
export const START_MS = 60_000

/** A server in a process of its own, which can be killed. */
export type ServerProcess = { url: string; token: string; kill(): Promise<void>; stop(): Promise<void> }

/** The services compiled as they are now, laid out in a directory as in the repository. */
export async function compileServer(): Promise<{ directory: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'windsock-compiled-'))
  const services = join(root, 'services')
  const options = { ...(JSON.parse(await readFile(join(root, '.swcrc'), 'utf8')) as Options), swcrc: false, sourceMaps: false }
  delete (options as Record<string, unknown>).$schema
  for (const file of await sourceFiles(services)) {
    const target = join(directory, 'services', 'dist', file.replace(/\.m?ts$/, '.js'))
    await mkdir(dirname(target), { recursive: true })
    if (!file.endsWith('.ts')) await cp(join(services, file), target)
    else await writeFile(target, (await transform(await readFile(join(services, file), 'utf8'), { ...options, filename: file })).code)
  }
  await cp(join(services, 'bin', 'serve.mjs'), join(directory, 'services', 'bin', 'serve.mjs'))
  await cp(join(services, 'package.json'), join(directory, 'services', 'package.json'))
  // Packages of which the root has another version lie in the folder of the services.
  const linked = ['node_modules', join('services', 'node_modules'), 'schemas', 'seed', 'package.json']
  for (const name of linked) await symlink(join(root, name), join(directory, name))
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}

async function sourceFiles(services: string): Promise<string[]> {
  const skipped = /^(node_modules|dist|bin|test)\/|\/cases\/|\.(test|suite)\.ts$/
  const entries = await readdir(services, { recursive: true })
  return entries.filter((file) => /\.(ts|mjs)$/.test(file) && !skipped.test(file))
}

/** Starts it on a data directory and a free port; resolves once it says that it is ready. */
export async function startServer(directory: string, dataDir: string, more: Record<string, string> = {}): Promise<ServerProcess> {
  const env = { ...process.env, ...more, UV_THREADPOOL_SIZE: '24', NODE_ENV: 'production', WINDSOCK_DATA_DIR: dataDir, WINDSOCK_PORT: '0' }
  const child = spawn(process.execPath, [join(directory, 'services', 'bin', 'serve.mjs')], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)))
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  const run = await untilReady(child, dataDir).catch(async (error: unknown) => {
    await end('SIGKILL')
    throw new Error(`${(error as Error).message}\n${complaint}`)
  })
  return { ...run, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function untilReady(child: ChildProcess, dataDir: string): Promise<{ url: string; token: string }> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`)
    const run = await readFile(join(dataDir, 'run.json'), 'utf8').then(parseRun, () => null)
    if (run && run.pid === child.pid && (await isReady(run.url))) return run
    await sleep(50)
  }
  throw new Error(`The server was not ready within ${START_MS / 1000} seconds.`)
}

type Run = { url: string; pid?: number; token: string }

/** Null where it is only half written. */
function parseRun(text: string): Run | null {
  try {
    return JSON.parse(text) as Run
  } catch {
    return null
  }
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}
