import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { scriptBeside } from './worker-file.js'

/** `host` is the directory of a Unix socket, as `pg` takes it; the socket asks for no password. */
export type EmbeddedPostgres = { host: string; port: number; user: string; database: string; close(): Promise<void> }

/**
 * Connections a pool may open. PGlite's connections share one session, and with it the one unnamed prepared statement, so
 * that statements of two connections can fall into each other; a second connection would gain nothing but that.
 */
export const embeddedPoolSize = 1

const port = 5432

/**
 * PostgreSQL (PGlite) on a directory, in a worker thread. The directory has no lock of PGlite's own: the caller must
 * hold one, or two processes lose each other's rows. With `template`, a new database is a copy of that directory, which
 * takes a tenth of the time; it is made if it is not there.
 */
export async function startEmbeddedPostgres(directory: string, template?: string): Promise<EmbeddedPostgres> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const data = join(directory, 'data')
  if (!existsSync(data)) {
    await removeUnfinished(directory)
    await (template ? copyTemplate(template, data) : initialise(data))
  }
  const host = await socketDirectory(directory)
  const worker = await startWorker(data, join(host, `.s.PGSQL.${port}`))
  return {
    host,
    port,
    user: 'postgres',
    database: 'postgres',
    async close() {
      await stopWorker(worker)
      await rm(host, { recursive: true, force: true })
    },
  }
}

async function removeUnfinished(directory: string): Promise<void> {
  const leftovers = (await readdir(directory)).filter((name) => name.startsWith('data.unfinished-'))
  await Promise.all(leftovers.map((name) => rm(join(directory, name), { recursive: true, force: true })))
}

// A database appears under its name only when it is whole: one interrupted in the middle is never taken for one.
async function initialise(data: string): Promise<void> {
  const unfinished = `${data}.unfinished-${randomUUID().slice(0, 8)}`
  await mkdir(dirname(data), { recursive: true })
  const child = fork(fileURLToPath(scriptBeside('pglite-init')), [unfinished], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The embedded control store could not be made in ${data}: ${complaint.trim().slice(-500) || `code ${code}`}`)
  await finish(unfinished, data)
}

async function copyTemplate(template: string, data: string): Promise<void> {
  if (!existsSync(template)) await initialise(template)
  const unfinished = `${data}.unfinished-${randomUUID().slice(0, 8)}`
  await cp(template, unfinished, { recursive: true })
  await finish(unfinished, data)
}

// Another process may have been faster, which is as good.
async function finish(unfinished: string, data: string): Promise<void> {
  await rename(unfinished, data).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

// The path of a Unix socket has room for about a hundred characters.
async function socketDirectory(directory: string): Promise<string> {
  const beside = join(directory, 'socket')
  if (Buffer.byteLength(beside) > 80) return await mkdtemp(join(tmpdir(), 'windsock-'))
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { mode: 0o700 })
  return beside
}

async function startWorker(directory: string, socket: string): Promise<Worker> {
  const worker = new Worker(scriptBeside('pglite-worker'), {
    workerData: { directory, socket, connections: embeddedPoolSize + 2 },
    execArgv: [],
  })
  const ended = once(worker, 'exit').then(([code]) => Promise.reject(new Error(`The embedded control store ended with code ${code}`)))
  ended.catch(() => {})
  await Promise.race([once(worker, 'message'), ended])
  return worker
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return
  const exited = once(worker, 'exit')
  worker.postMessage('close')
  await exited
}
