import { parseNdjson, type SeedEvent } from '../http/seed-event.js'
import { readKnownAnswerFile } from './files.js'
import type { ExpectedRow } from './naive.js'

/** The events of the known-answer data set, repeats included, in the order of the file. */
export function knownAnswerEvents(): SeedEvent[] {
  return parseNdjson(readKnownAnswerFile('events.ndjson'))
}

export function expectedRows(): ExpectedRow[] {
  return JSON.parse(readKnownAnswerFile('expected.json')) as ExpectedRow[]
}
