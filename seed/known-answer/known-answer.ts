import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseNdjson, type SeedEvent } from '../http/seed-event.js'
import type { ExpectedRow } from './naive.js'

/** The events of the known-answer data set, repeats included, in the order of the file. */
export function knownAnswerEvents(): SeedEvent[] {
  return parseNdjson(readFileSync(join(folder(), 'events.ndjson'), 'utf8'))
}

export function expectedRows(): ExpectedRow[] {
  return JSON.parse(readFileSync(join(folder(), 'expected.json'), 'utf8')) as ExpectedRow[]
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
