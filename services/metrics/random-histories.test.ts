import { afterAll, beforeAll, expect, it } from 'vitest'
import { naiveAnswers } from '../../seed/known-answer/naive.js'
import { startProjector, type Projector } from '../facts/projector.js'
import { recordEvents } from '../facts/record-events.js'
import { canonical } from '../test/known-answers.js'
import { asItComes, randomHistory, type History } from '../test/random-history.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import type { MetricKey } from './measure.js'
import { resolveOptions } from './options.js'
import { runMetrics, type MetricValue } from './run-metrics.js'

// The short form, some three minutes; WINDSOCK_HISTORIES=500, with another seed, is the long one.
const RUNS = Number(process.env.WINDSOCK_HISTORIES ?? 25)
const SEED = Number(process.env.WINDSOCK_HISTORIES_SEED ?? 4_000)
const DAY_MS = 86_400_000
const KEYS: MetricKey[] = [
  'deployment_frequency',
  'change_lead_time',
  'change_failure_rate',
  'failed_deployment_recovery_time',
  'deployment_rework_rate',
  'time_to_mitigate',
  'time_to_rollback',
  'release_incidents',
]

let stores: TestStores
let projector: Projector
const failures: unknown[] = []

beforeAll(async () => {
  stores = await openTestStores()
  projector = await startProjector(stores, { worker: 'histories', onError: (error) => failures.push(error) })
})
afterAll(async () => {
  await projector?.stop()
  await stores?.close()
})

type Asked = { service: string; from: number; to: number }

async function answersOf({ service, from, to }: Asked): Promise<Map<MetricKey, MetricValue>> {
  const window = { from: new Date(from), to: new Date(to), timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const request = { keys: KEYS, scope: { services: [service] }, window, interval: null, groupBy: [], options: resolveOptions(null), compare: false }
  const results = await runMetrics(stores.analytics, request, new Date(to + 60 * DAY_MS))
  return new Map(results.map(({ definition, groups }) => [definition.key, groups[0]?.total as MetricValue]))
}

/** A number of an answer by the name that the naive count gives it. */
function pick(value: MetricValue, name: string): number | null {
  if (name === 'value' || name === 'n') return value[name]
  if (name === 'low' || name === 'high') return value.interval?.[name] ?? null
  if (name.startsWith('excluded:')) return value.excluded.find(({ reason }) => `excluded:${reason}` === name)?.count ?? 0
  return value.stats[name] ?? null
}

function differences(history: History, asked: Asked, answers: ReadonlyMap<MetricKey, MetricValue>): string[] {
  return KEYS.flatMap((key) => {
    const value = answers.get(key) as MetricValue
    const expected = naiveAnswers(history.events, key, asked)
    // By hand, only what can have failed is looked at for its recovery.
    const excluded = key === 'failed_deployment_recovery_time' ? [] : value.excluded
    return Object.entries({ ...Object.fromEntries(excluded.map(({ reason }) => [`excluded:${reason}`, 0])), ...expected })
      .map(([name, number]) => ({ name, number, got: pick(value, name) }))
      .filter(({ number, got }) => !agree(number, got))
      .map(({ name, number, got }) => `${asked.service} ${key} ${name}: ${got}, by hand ${number}`)
  })
}

function agree(one: number | null, other: number | null): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one)))
}

it(
  'histories told in any order give what counting their events by hand gives',
  async () => {
    const wrong: string[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const history = randomHistory(SEED + run)
      for (const batch of asItComes(SEED + run, history.events)) await recordEvents(stores, batch.map(canonical))
      await projector.idle()
      expect(failures).toEqual([])
      const middle = history.from + ((history.to - history.from) * ((run % 7) + 1)) / 9
      for (const service of history.services) {
        for (const [from, to] of [[history.from, history.to] as const, [middle, history.to] as const]) {
          const asked = { service, from, to }
          wrong.push(...differences(history, asked, await answersOf(asked)))
        }
      }
    }
    expect(wrong).toEqual([])
  },
  RUNS * 15_000,
)
