import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

export type DataDirectoryLock = { directory: string; release(): Promise<void> }

/** The directory cannot be used. The message is one sentence for the person who started the process. */
export class DataDirectoryRefused extends Error {
  override readonly name = 'DataDirectoryRefused'
}

/** `socket` is the name, in the directory, of a Unix socket on which the holder listens for as long as it lives. */
type Claim = { pid: number; socket: string | null }

const claimName = /^lock-(\d+)$/

/**
 * Makes the directory, checks that it can be written, and holds it for this process alone until `release` or the end of
 * the process, however it ends.
 *
 * Claims are files numbered upwards, each put in place whole and only if its number is free; the highest one counts. Its
 * holder is alive if its socket answers, which the kernel sees to: no stale lock, and no confusion by reused pids or by
 * containers that number their processes alike.
 */
export async function lockDataDirectory(path: string): Promise<DataDirectoryLock> {
  const directory = await prepare(path)
  const handle = await open(directory, 'r')
  const server = createServer((socket) => socket.destroy())
  const claim = { pid: process.pid, socket: `lock-${randomUUID().slice(0, 8)}.sock` } satisfies Claim
  const socket = socketPath(directory, handle.fd, claim.socket)
  try {
    await listen(server, socket)
    const number = await take(directory, handle.fd, claim)
    return { directory, release: () => release(directory, number, claim.socket, server, () => handle.close()) }
  } catch (error) {
    await closeServer(server)
    await rm(join(directory, claim.socket), { force: true })
    await handle.close()
    throw error
  }
}

async function prepare(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    const probe = join(path, `.probe-${randomUUID()}`)
    await writeFile(probe, '')
    await rm(probe)
    return await realpath(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new DataDirectoryRefused(`The data directory ${path} cannot be written (${code}): choose another or correct its owner and mode.`, {
      cause: error,
    })
  }
}

async function take(directory: string, fd: number, claim: Claim): Promise<number> {
  for (;;) {
    const highest = await highestClaim(directory)
    if (highest > 0) await refuseIfHeld(directory, fd, highest)
    const number = highest + 1
    if (!(await place(directory, number, claim))) continue
    if ((await highestClaim(directory)) !== number) {
      await rm(join(directory, `lock-${number}`), { force: true })
      continue
    }
    await removeOlder(directory, number)
    return number
  }
}

async function highestClaim(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).map((name) => Number(claimName.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

async function refuseIfHeld(directory: string, fd: number, number: number): Promise<void> {
  const claim = await readClaim(directory, number)
  if (!claim?.socket || !(await answers(socketPath(directory, fd, claim.socket)))) return
  throw new DataDirectoryRefused(`The data directory ${directory} is in use by process ${claim.pid}: stop that process or choose another directory.`)
}

async function readClaim(directory: string, number: number): Promise<Claim | null> {
  try {
    return JSON.parse(await readFile(join(directory, `lock-${number}`), 'utf8')) as Claim
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** False if another process has put its claim under this number. */
async function place(directory: string, number: number, claim: Claim): Promise<boolean> {
  const draft = join(directory, `.draft-${randomUUID()}`)
  await writeFile(draft, JSON.stringify(claim), { mode: 0o600 })
  try {
    await link(draft, join(directory, `lock-${number}`))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function removeOlder(directory: string, number: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const older = Number(claimName.exec(name)?.[1] ?? number)
    if (older >= number) continue
    const claim = await readClaim(directory, older)
    if (claim?.socket) await rm(join(directory, claim.socket), { force: true })
    await rm(join(directory, name), { force: true })
  }
}

// The claim stays, as one without a holder: numbers must never be used twice.
async function release(directory: string, number: number, socket: string, server: Server, done: () => Promise<void>): Promise<void> {
  const draft = join(directory, `.draft-${randomUUID()}`)
  await writeFile(draft, JSON.stringify({ pid: process.pid, socket: null } satisfies Claim), { mode: 0o600 })
  await rename(draft, join(directory, `lock-${number}`))
  await closeServer(server)
  await rm(join(directory, socket), { force: true })
  await done()
}

// The path of a Unix socket has room for about a hundred characters; Linux has a short way through an open directory.
function socketPath(directory: string, fd: number, name: string): string {
  const path = join(directory, name)
  if (Buffer.byteLength(path) < 100) return path
  if (process.platform === 'linux') return `/proc/self/fd/${fd}/${name}`
  throw new DataDirectoryRefused(`The path of the data directory ${directory} is too long: choose one of at most 80 characters.`)
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  server.unref()
}

async function closeServer(server: Server): Promise<void> {
  if (server.listening) await new Promise((resolve) => server.close(resolve))
}

async function answers(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(path)
    const settle = (alive: boolean) => {
      socket.destroy()
      resolve(alive)
    }
    socket.once('connect', () => settle(true))
    // A full queue of callers is a holder that is busy, not one that is gone.
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'))
  })
}
