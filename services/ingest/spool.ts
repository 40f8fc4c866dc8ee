import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewDelivery } from './delivery.js'

/** Deliveries on this machine's disk while the control store is away. */
export interface Spool {
  /** Resolves once the delivery is on the disk; false if there is no room. */
  add(delivery: NewDelivery): Promise<boolean>
  /** Gives the kept deliveries to `store`, oldest first, and forgets each that it took. Stops at the first error. */
  drain(store: (delivery: NewDelivery) => Promise<unknown>): Promise<number>
  size(): { files: number; bytes: number }
}

export interface SpoolOptions {
  directory: string
  maxFiles?: number
  maxBytes?: number
}

const SUFFIX = '.delivery'

export async function openSpool({ directory, maxFiles = 10_000, maxBytes = 256 * 1024 * 1024 }: SpoolOptions): Promise<Spool> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await removeUnfinished(directory)
  const sizes = await measure(directory)
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  let sequence = 0

  function reserve(name: string, size: number): boolean {
    if (sizes.size >= maxFiles || bytes + size > maxBytes) return false
    sizes.set(name, size)
    bytes += size
    return true
  }

  function forget(name: string): void {
    bytes -= sizes.get(name) ?? 0
    sizes.delete(name)
  }

  return {
    async add(delivery) {
      const name = nameOf(delivery.receivedAt, sequence++)
      const content = encode(delivery)
      if (!reserve(name, content.length)) return false
      try {
        await writeDurably(directory, name, content)
        return true
      } catch (error) {
        forget(name)
        throw error
      }
    },
    async drain(store) {
      let drained = 0
      for (const name of (await readdir(directory)).filter(isDelivery).sort()) {
        const path = join(directory, name)
        const delivery = decode(await readFile(path))
        // A torn file was never acknowledged; it is kept under another name for a person to look at.
        if (delivery === null) await rename(path, `${path}.unreadable`)
        else await store(delivery)
        if (delivery !== null) await rm(path, { force: true })
        forget(name)
        drained++
      }
      return drained
    },
    size: () => ({ files: sizes.size, bytes }),
  }
}

function isDelivery(name: string): boolean {
  return name.endsWith(SUFFIX)
}

/** Sorts by time of arrival, and within a millisecond by the order in this process. */
function nameOf(receivedAt: Date, sequence: number): string {
  return `${String(receivedAt.getTime()).padStart(15, '0')}-${String(sequence).padStart(9, '0')}-${randomUUID().slice(0, 8)}${SUFFIX}`
}

async function removeUnfinished(directory: string): Promise<void> {
  const unfinished = (await readdir(directory)).filter((name) => name.endsWith('.unfinished'))
  for (const name of unfinished) await rm(join(directory, name), { force: true })
}

async function measure(directory: string): Promise<Map<string, number>> {
  const names = (await readdir(directory)).filter(isDelivery)
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(directory, name))).size] as const)))
}

async function writeDurably(directory: string, name: string, content: Buffer): Promise<void> {
  const unfinished = join(directory, `${name}.unfinished`)
  const file = await open(unfinished, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(directory, name))
  const folder = await open(directory, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A line of JSON about the delivery, then its body as it is. */
function encode({ body, ...about }: NewDelivery): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...about, size: body.length })}\n`), body])
}

function decode(content: Buffer): NewDelivery | null {
  const end = content.indexOf(0x0a)
  if (end === -1) return null
  try {
    const { size, receivedAt, ...about } = JSON.parse(content.toString('utf8', 0, end)) as Omit<NewDelivery, 'body' | 'receivedAt'> & {
      size: number
      receivedAt: string
    }
    const body = content.subarray(end + 1)
    return body.length === size ? { ...about, receivedAt: new Date(receivedAt), body } : null
  } catch {
    return null
  }
}
