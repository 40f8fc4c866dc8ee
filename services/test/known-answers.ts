import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CanonicalEvent } from '../domain/event.js'
import { startProjector } from '../facts/projector.js'
import { recordEvents } from '../facts/record-events.js'
import { parseEvent } from '../integrations/events/parse.js'
import type { MetricKey } from '../metrics/measure.js'
import { resolveOptions } from '../metrics/options.js'
import type { MetricsRequest } from '../metrics/run-metrics.js'
import { openTestStores, type TestStores } from './stores.js'

const NOW = new Date('2026-11-02T00:00:00Z')
const WINDOW = { from: '2026-10-05T00:00:00Z', to: '2026-10-26T00:00:00Z' }
const folder = join(import.meta.dirname, '../../seed/known-answer')

export type KnownAnswers = {
  stores: TestStores
  now: Date
  /** Asks for totals over the three weeks of the data, or another window. */
  request(keys: string[], window?: { from: string; to: string }): MetricsRequest
  close(): Promise<void>
}

/** A file of the known-answer data set. */
export function readKnownAnswerFile(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

export function knownAnswerEvents(): CanonicalEvent[] {
  return readKnownAnswerFile('events.ndjson').trim().split('\n').map(toEvent)
}

function toEvent(line: string): CanonicalEvent {
  const parsed = parseEvent(JSON.parse(line), { now: NOW })
  if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.errors)}`)
  return { ...parsed.event, receivedAt: NOW.toISOString() } as CanonicalEvent
}

/** Stores that hold the facts of the known-answer data set. */
export async function openKnownAnswers(): Promise<KnownAnswers> {
  const stores = await openTestStores()
  const projector = await startProjector(stores, { worker: 'test' })
  await recordEvents(stores, knownAnswerEvents())
  await projector.idle()
  return { stores, now: NOW, request, close: () => projector.stop().then(() => stores.close()) }
}

function request(keys: string[], { from, to } = WINDOW): MetricsRequest {
  return {
    keys: keys as MetricKey[],
    scope: {},
    window: { from: new Date(from), to: new Date(to), timeZone: 'UTC', weekStart: 'MONDAY' },
    interval: null,
    groupBy: [],
    options: resolveOptions(null),
    compare: false,
  }
}
