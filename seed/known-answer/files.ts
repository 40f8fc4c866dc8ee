import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the known-answer data set. */
export function readKnownAnswerFile(name: string): string {
  return readFileSync(join(folder(), name), 'utf8')
}

/** The outermost such folder above: a copy beside compiled code may be older than its source. */
function folder(): string {
  let found: string | null = null
  for (let above = dirname(fileURLToPath(import.meta.url)); dirname(above) !== above; above = dirname(above)) {
    const candidate = join(above, 'known-answer')
    if (existsSync(join(candidate, 'events.ndjson'))) found = candidate
  }
  if (found === null) throw new Error('known-answer/events.ndjson was not found')
  return found
}
