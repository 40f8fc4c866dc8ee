import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownAnswerEvents } from '../../../seed/known-answer/known-answer.js'
import { shuffledBatches } from '../../../seed/known-answer/shuffle.js'
import { groupBy } from '../../domain/fold.js'
import { FACT_TABLES } from '../../facts/fact-rows.js'
import type { Projector } from '../../facts/projector.js'
import { defaultWorkspaceChoices, resolveOptions, type MetricOptions } from '../../metrics/options.js'
import { runMetrics, type MetricValue } from '../../metrics/run-metrics.js'
import {
  canonical,
  declareObjectives,
  declareTrust,
  KNOWN_NOW,
  knownVerdicts,
  recordKnown,
  settleKnown,
  startKnownProjector,
} from '../known-answers.js'
import { openTestStores, type TestStores } from '../stores.js'
import { agrees, expectedRows, pick, type Answer, type Expected } from './known-answers.js'

// The short form; WINDSOCK_SHUFFLES=20 and more is the long one.
const SHUFFLES = Number(process.env.WINDSOCK_SHUFFLES ?? 10)
const TELEMETRY_TABLES = ['sli_samples', 'sli_minutes', 'release_effects'] as const

let stores: TestStores
let projector: Projector
let options: MetricOptions
let events: unknown[]
let inOrder: string

beforeAll(async () => {
  stores = await openTestStores()
  const trust = await declareTrust(stores)
  projector = await startKnownProjector(stores, trust)
  events = [...knownAnswerEvents(), ...knownVerdicts(trust)]
  options = resolveOptions(null, { ...defaultWorkspaceChoices, telemetry: await declareObjectives(stores) })
  inOrder = await factsAfter([events])
})

afterAll(async () => {
  await projector?.stop()
  await stores?.close()
})

/** All facts and minutes after these batches and nothing else, as text: what differs in any bit differs here. */
async function factsAfter(batches: readonly (readonly unknown[])[]): Promise<string> {
  for (const table of ['events', 'events_by_scope', ...FACT_TABLES, ...TELEMETRY_TABLES]) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
  await stores.control.dataSource.query("DELETE FROM settings WHERE key = 'effects.seen'")
  for (const batch of batches) await recordKnown(stores, batch.map(canonical))
  await settleKnown(stores, projector)
  const tables = [...FACT_TABLES, 'sli_minutes', 'release_effects'].map(async (table) => [
    table,
    await stores.analytics.query(`SELECT * EXCEPT (version) FROM ${table} FINAL ORDER BY ALL`),
  ])
  return JSON.stringify(await Promise.all(tables), null, 1)
}

async function wrongRows(): Promise<string[]> {
  const wrong: string[] = []
  // The measures of one window are asked together, as a page does.
  for (const rows of groupBy(expectedRows, ({ service, from, to }) => JSON.stringify([service, from, to])).values()) {
    const [{ service, from, to }] = rows as [Expected]
    const window = { from: new Date(from), to: new Date(to), timeZone: 'UTC', weekStart: 'MONDAY' as const }
    const scope = { services: service === null ? null : [service] }
    const keys = [...new Set(rows.map(({ key }) => key))]
    const results = await runMetrics(stores.analytics, { keys, scope, window, interval: null, groupBy: [], options, compare: false }, KNOWN_NOW)
    const answers = new Map(results.map(({ definition, groups }) => [definition.key as string, answerOf(groups[0]?.total as MetricValue)]))
    for (const row of rows) {
      const given = pick(answers.get(row.key) as Answer, row.of)
      if (!agrees(given, row.expected)) wrong.push(`${row.key} ${row.of}: ${given}`)
    }
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
      expect(await factsAfter(shuffledBatches(events, seed))).toBe(inOrder)
      expect(await wrongRows()).toEqual([])
    },
  )
})
