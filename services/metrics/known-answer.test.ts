import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanonicalEvent } from '../domain/event.js'
import { startProjector, type Projector } from '../facts/projector.js'
import { recordEvents } from '../facts/record-events.js'
import { parseEvent } from '../integrations/events/parse.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { resolveOptions } from './options.js'
import { runMetrics, type MetricValue } from './run-metrics.js'

type Expected = { key: string; title: string; of: string; service: string | null; from: string; to: string; expected: number }

const NOW = new Date('2026-11-02T00:00:00Z')
const folder = join(import.meta.dirname, '../../seed/known-answer')
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[]
const events = readFileSync(join(folder, 'events.ndjson'), 'utf8').trim().split('\n').map(toEvent)

let stores: TestStores
let projector: Projector

function toEvent(line: string): CanonicalEvent {
  const parsed = parseEvent(JSON.parse(line), { now: NOW })
  if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.errors)}`)
  return { ...parsed.event, receivedAt: NOW.toISOString() } as CanonicalEvent
}

/** A value, a stat, n, a bound, or the count of an exclusion, by its name in the table. */
function pick(value: MetricValue, of: string): number | null {
  if (of.startsWith('excluded:')) return value.excluded.find(({ reason }) => `excluded:${reason}` === of)?.count ?? 0
  if (of === 'value' || of === 'n') return value[of]
  if (of === 'low' || of === 'high') return value.interval?.[of] ?? null
  return value.stats[of] ?? null
}

beforeAll(async () => {
  stores = await openTestStores()
  projector = await startProjector(stores, { worker: 'test' })
  await recordEvents(stores, events)
  await projector.idle()
})

afterAll(async () => {
  await projector.stop()
  await stores.close()
})

describe('the known-answer data', () => {
  it('holds enough to mean something', () => {
    expect(expected.length).toBeGreaterThan(60)
    expect(events.length).toBeGreaterThan(100)
  })

  it.each(expected)('$title: $key $of of $service is $expected', async (row) => {
    const request = {
      keys: [row.key],
      scope: { services: row.service ? [row.service] : null },
      window: { from: new Date(row.from), to: new Date(row.to), timeZone: 'UTC', weekStart: 'MONDAY' as const },
      interval: null,
      groupBy: [],
      options: resolveOptions(null),
      compare: false,
    }
    const [result] = await runMetrics(stores.analytics, request, NOW)
    expect(pick(result?.groups[0]?.total as MetricValue, row.of)).toBeCloseTo(row.expected, 5)
  })
})
