import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// The path of a Unix socket has room for about a hundred characters.
const LONGEST = 80

/** An empty directory for a socket that asks for no password, which nobody else may enter: there, or elsewhere if its path is too long. */
export async function socketDirectory(wanted: string): Promise<string> {
  if (Buffer.byteLength(wanted) > LONGEST) return await mkdtemp(join(tmpdir(), 'windsock-'))
  await rm(wanted, { recursive: true, force: true })
  await mkdir(wanted, { mode: 0o700 })
  return wanted
}
