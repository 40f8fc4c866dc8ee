import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom } from '../../../seed/random.js'
import { plainChange } from '../../test/naive-measures/plain-facts.js'
import { storeFacts } from '../../test/naive-measures/stored.js'
import { openTestStores, type TestStores } from '../../test/stores.js'
import { resolveOptions, type OptionsInput } from '../options.js'
import { runMetrics } from '../run-metrics.js'

const MINUTE_MS = 60_000
const DEPLOYED = Date.UTC(2026, 9, 5, 12)
const [yes, no] = [true, false]
const minutes = (...stages: number[]) => stages.map((stage) => stage * MINUTE_MS)

/** Coding, review, merge wait, build, approval wait, deploy wait, rollout. */
const changes = [
  // All is known: 60 + 120 + 30 + 10 + 20 + 5 + 15 = 260 min.
  plainChange('a', DEPLOYED, {
    leadTimeMs: 260 * MINUTE_MS,
    openedAt: DEPLOYED - 200 * MINUTE_MS,
    stages: minutes(60, 120, 30, 10, 20, 5, 15),
    knownStages: [yes, yes, yes, yes, yes, yes, yes],
  }),
  // Nobody approved the pull request, and nothing tells of a build: 40 of its 100 min are coding, 10 rollout.
  plainChange('b', DEPLOYED + MINUTE_MS, {
    leadTimeMs: 100 * MINUTE_MS,
    openedAt: DEPLOYED + MINUTE_MS - 60 * MINUTE_MS,
    stages: minutes(40, 0, 20, 0, 0, 30, 10),
    knownStages: [yes, no, no, no, no, no, yes],
  }),
  // A push, of which only the end is told.
  plainChange('c', DEPLOYED + 2 * MINUTE_MS, {
    leadTimeMs: 60 * MINUTE_MS,
    stages: minutes(0, 0, 0, 0, 0, 0, 60),
    knownStages: [no, no, no, no, no, no, no],
  }),
]

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
  const service = { service: 'payments', team: 'checkout', firstEventAt: DEPLOYED }
  await storeFacts(stores.analytics, { services: [service], deployments: [], incidents: [], approvals: [], changes }, () => 'fresh', randomFrom(1))
})
afterAll(() => stores.close())

async function statsUnder(options: OptionsInput): Promise<Record<string, number | null>> {
  const window = { from: new Date('2026-10-05T00:00:00Z'), to: new Date('2026-10-06T00:00:00Z'), timeZone: 'UTC', weekStart: 'MONDAY' as const }
  const request = { keys: ['change_lead_time'], scope: {}, window, interval: null, groupBy: [], options: resolveOptions(options), compare: false }
  const [result] = await runMetrics(stores.analytics, request, new Date('2026-10-08T00:00:00Z'))
  return result?.groups[0]?.total.stats ?? {}
}

it.each<{ options: OptionsInput }>([{ options: {} }, { options: { firstDeployment: 'include' } }])(
  'the mean of 140 min divides into the stages that are known and the rest, under $options',
  async ({ options }) => {
    const stats = await statsUnder(options)
    const parts = ['coding', 'review', 'mergeWait', 'build', 'approvalWait', 'deployWait', 'rollout', 'unknownStages']
    const sums = parts.map((name) => Math.round((3 * (stats[name] as number)) / 60))
    // Of no stage: 100 - 40 - 10 of the second, and all 60 of the third.
    expect(sums).toEqual([100, 120, 30, 10, 20, 5, 25, 110])
    expect(stats.mean).toBe(140 * 60)
    expect(sums.reduce((sum, part) => sum + part)).toBe(420)
    expect([stats.codingKnown, stats.reviewKnown, stats.deployWaitKnown, stats.rolloutKnown]).toEqual([2 / 3, 1 / 3, 1 / 3, 2 / 3])
  },
)

it('from the opening of the pull request, coding is no part, and a review without an end is not known', async () => {
  const stats = await statsUnder({ leadTimeClock: 'opened' })
  // (200 + 60) / 2 = 130 min; the review of the first is 120, and of the second 60 - 10 are of no stage.
  expect([stats.mean, stats.coding, stats.codingKnown]).toEqual([130 * 60, null, 0])
  expect([stats.review, stats.reviewKnown, stats.rollout, stats.unknownStages]).toEqual([60 * 60, 1 / 2, 12.5 * 60, 25 * 60])
})

it('a stage that no change tells of is not known, and not 0', async () => {
  const stats = await statsUnder({ leadTimeUnit: 'pull_request' })
  expect([stats.coding, stats.codingKnown, stats.unknownStages]).toEqual([null, null, null])
})
