import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { randomFrom } from '../../seed/random.js'
import type { Facts, Incident } from '../test/naive-measures/facts.js'
import { plainDeployment, plainIncident } from '../test/naive-measures/plain-facts.js'
import { emptyTables, storeFacts } from '../test/naive-measures/stored.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { readEvidence } from './evidence.js'
import type { Dimension, MetricKey } from './measure.js'
import { resolveOptions } from './options.js'
import { runMetrics, type MetricGroup, type MetricValue } from './run-metrics.js'

const HOUR_MS = 3_600_000
const at = (day: number) => Date.UTC(2026, 9, day, 12)
const NOW = new Date(at(30))
let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
beforeEach(() => emptyTables(stores.analytics))
afterAll(() => stores.close())

function incident(id: string, day: number, service: string, deployment: string, hours: number): Incident {
  return plainIncident(id, at(day), {
    service,
    detectedAt: at(day),
    mitigatedAt: at(day) + hours * HOUR_MS,
    deployments: [deployment],
    attributedService: service,
    attributedTeam: 'checkout',
  })
}

function store(facts: Partial<Facts>): Promise<void> {
  const services = facts.services ?? [{ service: 'payments', team: 'checkout', firstEventAt: at(1) }]
  return storeFacts(
    stores.analytics,
    { deployments: [], changes: [], incidents: [], approvals: [], ...facts, services },
    () => 'fresh',
    randomFrom(1),
  )
}

async function ask(key: MetricKey, groupBy: Dimension[] = []): Promise<MetricGroup[]> {
  const window = { from: new Date(at(1)), to: new Date(at(28)), timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const request = { keys: [key], scope: {}, window, interval: null, groupBy, options: resolveOptions(null), compare: false }
  const [result] = await runMetrics(stores.analytics, request, NOW)
  return result?.groups ?? []
}

async function timeToMitigate(incidents: Incident[]): Promise<MetricValue> {
  await emptyTables(stores.analytics)
  await store({ incidents })
  return (await ask('time_to_mitigate'))[0]?.total as MetricValue
}

it('holds incidents of one deployment together, but not those of two services whose deployments have the same id', async () => {
  const others = [incident('c', 5, 'payments', 'run-3', 3), incident('d', 6, 'payments', 'run-4', 5)]
  const two = (service: string, deployment: string) => [incident('a', 3, 'payments', 'run-1', 1), incident('b', 4, service, deployment, 1), ...others]
  const apart = await timeToMitigate(two('search', 'run-2'))
  const sameId = await timeToMitigate(two('search', 'run-1'))
  const together = await timeToMitigate(two('payments', 'run-1'))
  expect(apart.value).toBe(2.5 * 3600)
  // By hand, in hours: deviations -1.5, -1.5, 0.5, 2.5 are four clusters; 4/3 of the sum of squares 11 / 16; t of 3 degrees is 3.1824.
  const half = 3.182446305 * Math.sqrt(((4 / 3) * 11) / 16) * 3600
  // More than the mean itself, and no incident lasts less than nothing.
  expect(half).toBeGreaterThan(apart.value as number)
  expect(apart.interval?.low).toBe(0)
  expect(apart.interval?.high).toBeCloseTo((apart.value as number) + half, 2)
  expect(sameId.interval).toEqual(apart.interval)
  // The first two are one cluster of deviation -3: 3/2 of the sum of squares 15.5 / 16; t of 2 degrees is 4.3027.
  const wide = 4.30265273 * Math.sqrt(((3 / 2) * 15.5) / 16) * 3600
  expect(together.interval?.high).toBeCloseTo((together.value as number) + wide, 2)
})

it('shows times to the millisecond, so that the value of a record can be worked out from them', async () => {
  const early = { ...incident('a', 3, 'payments', 'run-1', 1), detectedAt: at(3) + 999, mitigatedAt: at(3) + 60_001 }
  const value = await timeToMitigate([early])
  const { edges } = await readEvidence(stores.analytics, value.evidence, 'COUNTED', {})
  const fields = Object.fromEntries((edges[0]?.node.fields ?? []).map((field) => [field.name, field.value]))
  expect([fields.detected, fields.mitigated]).toEqual(['2026-10-03T12:00:00.999Z', '2026-10-03T12:01:00.001Z'])
  expect(edges[0]?.node.value).toBe((Date.parse(fields.mitigated as string) - Date.parse(fields.detected as string)) / 1000)
})

it.each([
  [500, undefined],
  [501, 'TOO_MANY_GROUPS'],
])('of %i groups says %s', async (count, code) => {
  const names = Array.from({ length: count }, (_, index) => `service-${index}`)
  await store({
    services: names.map((service) => ({ service, team: 'checkout', firstEventAt: at(1) })),
    deployments: names.map((service) => plainDeployment('run-1', at(3), { service })),
  })
  const answer = ask('deployment_frequency', ['SERVICE'])
  if (code) await expect(answer).rejects.toMatchObject({ code })
  else expect(await answer).toHaveLength(count)
})
