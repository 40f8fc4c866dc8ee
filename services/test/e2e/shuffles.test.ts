import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownAnswerEvents } from '../../../seed/known-answer/known-answer.js'
import { shuffledBatches } from '../../../seed/known-answer/shuffle.js'
import type { CanonicalEvent } from '../../domain/event.js'
import { FACT_TABLES } from '../../facts/fact-rows.js'
import { startProjector, type Projector } from '../../facts/projector.js'
import { recordEvents } from '../../facts/record-events.js'
import { parseEvent } from '../../integrations/events/parse.js'
import { resolveOptions } from '../../metrics/options.js'
import { runMetrics, type MetricValue } from '../../metrics/run-metrics.js'
import { openTestStores, type TestStores } from '../stores.js'
import { agrees, expectedRows, pick, questionsOf, type Answer } from './known-answers.js'

const SHUFFLES = 20
const NOW = new Date('2026-11-02T00:00:00Z')
const RECEIVED_AT = NOW.toISOString()

let stores: TestStores
let projector: Projector
let inOrder: string

beforeAll(async () => {
  stores = await openTestStores()
  projector = await startProjector(stores, { worker: 'shuffles' })
  inOrder = await factsAfter([knownAnswerEvents()])
})

afterAll(async () => {
  await projector?.stop()
  await stores?.close()
})

function parsed(event: unknown): CanonicalEvent {
  const result = parseEvent(event, { now: NOW })
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return { ...result.event, receivedAt: RECEIVED_AT } as CanonicalEvent
}

/** All facts after these batches and nothing else, as text: what differs in any bit differs here. */
async function factsAfter(batches: readonly (readonly unknown[])[]): Promise<string> {
  for (const table of ['events', 'events_by_scope', ...FACT_TABLES]) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
  for (const batch of batches) await recordEvents(stores, batch.map(parsed))
  await projector.idle()
  const tables = FACT_TABLES.map(async (table) => [table, await stores.analytics.query(`SELECT * EXCEPT (version) FROM ${table} FINAL ORDER BY ALL`)])
  return JSON.stringify(await Promise.all(tables), null, 1)
}

async function wrongRows(): Promise<string[]> {
  const wrong: string[] = []
  for (const { question, rows } of questionsOf(expectedRows)) {
    const window = { from: new Date(question.from), to: new Date(question.to), timeZone: 'UTC', weekStart: 'MONDAY' as const }
    const scope = { services: question.service === null ? null : [question.service] }
    const request = { keys: [question.key], scope, window, interval: null, groupBy: [], options: resolveOptions(null), compare: false }
    const [result] = await runMetrics(stores.analytics, request, NOW)
    const answer = answerOf(result?.groups[0]?.total as MetricValue)
    wrong.push(...rows.filter((row) => !agrees(pick(answer, row.of), row.expected)).map((row) => `${row.key} ${row.of}: ${pick(answer, row.of)}`))
  }
  return wrong
}

function answerOf({ value, n, interval, stats, excluded }: MetricValue): Answer {
  return {
    value,
    n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    stats,
    excluded: Object.fromEntries(excluded.map(({ reason, count }) => [reason, count])),
  }
}

describe('the known-answer events, in any order, with repeats, in odd batches', () => {
  it('give what is expected when they come in order', async () => {
    expect(inOrder.length).toBeGreaterThan(10_000)
    expect(await wrongRows()).toEqual([])
  })

  it.each(Array.from({ length: SHUFFLES }, (_, index) => index + 1))(
    'give the same facts to the bit, and the same numbers: shuffle %i',
    async (seed) => {
      expect(await factsAfter(shuffledBatches(knownAnswerEvents(), seed))).toBe(inOrder)
      expect(await wrongRows()).toEqual([])
    },
  )
})
