import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanonicalEvent } from '../domain/event.js'
import { startProjector } from '../facts/projector.js'
import { recordEvents } from '../facts/record-events.js'
import { event, rollout } from '../test/event-builders.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import type { MetricKey } from './measure.js'
import { resolveOptions, type OptionsInput } from './options.js'
import { runMetrics, type MetricValue } from './run-metrics.js'

const HOUR = 3600

/** Rollouts of an hour's distance, each of a quarter of an hour, from 00:00 of the day. */
function hourly(service: string, versions: string[], fields: (index: number) => Record<string, unknown> = () => ({})): CanonicalEvent[] {
  return versions.flatMap((version, index) => {
    const [day, hour] = [String(2 + Math.floor(index / 24)).padStart(2, '0'), String(index % 24).padStart(2, '0')]
    const at = (minutes: string) => `2026-11-${day}T${hour}:${minutes}:00Z`
    return rollout(at('00'), at('15'), { service, deployment: `${service}-${index}`, version, ...fields(index) })
  })
}

function incident(service: string, id: string, time: string, more: Record<string, unknown> = {}): CanonicalEvent {
  return event('incident.detected', time, { incident: id, service, environment: 'production', ...more })
}

/** Committed so many hours before its deployment was over. */
function committed(hours: readonly number[]) {
  return (index: number) => {
    const served = Date.parse(`2026-11-02T${String(index).padStart(2, '0')}:15:00Z`)
    const hoursBefore = hours[index] as number
    return {
      changes: [{ sha: `${index}`.repeat(40), repository: 'shop/any', committedAt: new Date(served - hoursBefore * HOUR * 1000).toISOString() }],
    }
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `1.${index}`)

const events = [
  ...hourly('gitlab-example', numbered(10)),
  incident('gitlab-example', 'i-1', '2026-11-02T03:20:00Z'),
  incident('gitlab-example', 'i-2', '2026-11-02T03:40:00Z'),
  incident('gitlab-example', 'i-3', '2026-11-02T07:20:00Z'),
  ...hourly('there-and-back', ['1', '2', '3', '1']),
  ...hourly('two-commits', ['1', '2'], committed([3, 4])),
  ...hourly('three-commits', ['1', '2', '3'], committed([3, 4, 8])),
  ...hourly('four-commits', ['1', '2', '3', '4'], committed([1, 2, 3, 4])),
  ...hourly('fixed', numbered(20), (index) => (index % 4 === 3 ? { kind: 'hotfix' } : {})),
  ...hourly('half-declared', ['1', '2']),
  incident('half-declared', 'i-4', '2026-11-02T00:30:00Z', { deployment: 'half-declared-0' }),
  incident('half-declared', 'i-5', '2026-11-02T01:30:00Z'),
]

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
  const projector = await startProjector(stores, { worker: 'test' })
  await recordEvents(stores, events)
  await projector.idle()
  await projector.stop()
})
afterAll(() => stores.close())

async function totalOf(service: string, key: MetricKey, choices: string | OptionsInput): Promise<MetricValue | undefined> {
  const request = {
    keys: [key],
    scope: { services: [service] },
    window: { from: new Date('2026-11-02T00:00:00Z'), to: new Date('2026-11-03T00:00:00Z'), timeZone: 'UTC', weekStart: 'MONDAY' as const },
    interval: null,
    groupBy: [],
    options: resolveOptions(typeof choices === 'string' ? { profile: choices } : choices),
    compare: false,
  }
  const [result] = await runMetrics(stores.analytics, request, new Date('2026-11-10T00:00:00Z'))
  return result?.groups[0]?.total
}

async function ask(...asked: Parameters<typeof totalOf>): Promise<number | null> {
  return (await totalOf(...asked))?.value ?? null
}

describe('what peers document of themselves', () => {
  it.each([
    ['gitlab', 0.3],
    ['default', 0.2],
  ])('ten deployments and three incidents, two of them at one deployment: %s gives %d', async (profile, expected) => {
    expect(await ask('gitlab-example', 'change_failure_rate', profile)).toBeCloseTo(expected, 12)
  })

  it.each([
    ['datadog', 'there-and-back-1'],
    ['default', 'there-and-back-2'],
  ])('V1, V2, V3, V1 again: %s blames %s', async (profile, blamed) => {
    // From the end of what is blamed to the end of the rollback at 03:15.
    const ended = { 'there-and-back-1': 1.25, 'there-and-back-2': 2.25 }[blamed] as number
    expect(await ask('there-and-back', 'change_failure_rate', profile)).toBeCloseTo(1 / 3, 12)
    expect(await ask('there-and-back', 'failed_deployment_recovery_time', profile)).toBeCloseTo((3.25 - ended) * HOUR, 6)
  })

  it.each([
    ['two-commits', 'pelorus', 3.5],
    ['two-commits', 'default', 3.5],
    ['three-commits', 'pelorus', 5],
    ['three-commits', 'default', 4],
    ['four-commits', 'default', 2.5],
  ])('%s under %s: %d h', async (service, profile, hours) => {
    expect(await ask(service, 'change_lead_time', profile)).toBeCloseTo(hours * HOUR, 6)
  })

  it('lead times of 1, 2, 3 and 4 h have the lower median 2 h', async () => {
    const choices = { profile: 'devlake-2023', leadTimeUnit: 'commit', leadTimeClock: 'committed' } as const
    expect(await ask('four-commits', 'change_lead_time', choices)).toBe(2 * HOUR)
  })

  it.each(['swarmia', 'default'])('twenty deployments, five of them fixed by later ones: %s gives a quarter', async (profile) => {
    expect(await ask('fixed', 'change_failure_rate', profile)).toBe(0.25)
  })

  it.each([
    ['four-keys', 0.5],
    ['default', 1],
  ])('an incident declared and one that nobody declared, of two deployments: %s gives %d', async (profile, expected) => {
    expect(await ask('half-declared', 'change_failure_rate', profile)).toBe(expected)
  })
})

describe('incidents laid at the latest deployment by chance', () => {
  it.each([
    // A deployment was recent from 00:00 to the incident at 01:30; the other incident is declared.
    ['default', 1.5 / (28 * 24)],
    ['four-keys', null],
  ])('under %s: %d', async (profile, expected) => {
    expect((await totalOf('half-declared', 'release_incidents', profile))?.stats.recentByChance).toBe(expected)
  })
})
