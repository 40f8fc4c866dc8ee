import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultAlertThresholds } from '../domain/alert-thresholds.js'
import { slo, useAlerting, world } from '../test/alerting.js'
import { approvalRow, deploymentRow, type DeploymentGiven } from '../test/fact-rows.js'
import { storeMinutes } from '../test/telemetry-rows.js'
import type { AlertRule, Foretold } from './condition.js'
import { absence } from './rules/absence.js'
import { approvalAge } from './rules/approval-age.js'
import { failedDeployment, failedRollback, missingMetadata, stalledRollout } from './rules/deployments.js'
import { releaseGuard } from './rules/release-guard.js'
import type { Span } from './spans.js'

useAlerting()

const START = Date.parse('2026-11-02T00:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60
const SLOS = [slo('cart answers')]
const at = (minute: number) => new Date(START + minute * MINUTE)
const rest = { slos: SLOS, policies: new Map(), environments: ['production'], thresholds: defaultAlertThresholds }

async function historyOf(rule: AlertRule, from: number, to: number): Promise<Span<Foretold>[]> {
  const found = await rule.history?.({ analytics: world.stores.analytics, from: at(from), to: at(to), ...rest })
  if (!found) throw new Error(`${rule.id} has no history`)
  return found
}

const shown = (spans: readonly Span<Foretold>[]) =>
  spans.map(({ what, from, to }) => [what.key.split('/').at(-1), minuteOf(from), to && minuteOf(to)])
const minuteOf = (time: Date) => (time.getTime() - START) / MINUTE

/** Compares history and rule on both sides of each change, and at some minutes between; answers how often something held. */
async function compare(rule: AlertRule, [from, to]: readonly [number, number], minutes: readonly number[]): Promise<number> {
  const spans = await historyOf(rule, from, to)
  const sides = spans.flatMap(({ from: begin, to: end }) => [begin, end ?? at(to)].map(minuteOf)).flatMap((minute) => [minute - 1, minute])
  let held = 0
  for (const minute of new Set([...sides, ...minutes].filter((one) => one >= from && one <= to))) {
    const live = await rule.conditions({ analytics: world.stores.analytics, at: at(minute), ...rest })
    const told = spans.filter((span) => span.from <= at(minute) && (span.to === null || at(minute) < span.to))
    const named = (all: readonly Foretold[]) => all.map(({ key, severity, title }) => `${severity} ${key} ${title}`).sort()
    expect(named(told.map(({ what }) => what)), `${rule.id} at ${at(minute).toISOString()}`).toEqual(named(live))
    held += live.length
  }
  return held
}

async function deployments(
  ...all: (Omit<DeploymentGiven, 'startedAt' | 'finishedAt'> & { start: number | null; end: number | null })[]
): Promise<void> {
  const rows = all.map(({ start, end, ...given }, index) =>
    deploymentRow({ ...given, startedAt: start === null ? null : at(start), finishedAt: end === null ? null : at(end) }, index + 1),
  )
  await world.stores.analytics.insert('deployments', rows)
}

describe('deployments as they stood', () => {
  it('tell of a failure until the next one begins, and of it again where that one is cancelled', async () => {
    await deployments(
      { id: 'd1', start: 0, end: 10, outcome: 'failed' },
      { id: 'd2', start: 30, end: 50, outcome: 'cancelled' },
      { id: 'd3', start: 100, end: 120, outcome: 'succeeded' },
      { id: 'd4', start: 200.5, end: 210.5, outcome: 'failed', kind: 'rollback' },
    )
    expect(shown(await historyOf(failedDeployment, -DAY, DAY))).toEqual([
      ['d1', 10, 30],
      ['d1', 50, 100],
    ])
    expect(shown(await historyOf(failedRollback, -DAY, DAY))).toEqual([['d4', 211, null]])
    expect(shown(await historyOf(failedDeployment, -DAY, 9 * DAY))).toHaveLength(2)
  })

  it('stalled while a stage was past its budget at the time, whatever became of it', async () => {
    const stages = (...all: [string, number, string?][]) =>
      JSON.stringify({ stages: all.map(([name, minute, status]) => ({ name, at: at(minute).getTime(), status })) })
    await deployments(
      // Nothing is known: two hours. It stalls in the canary from minute 131, and again after it from 321 until it fails.
      { id: 'd1', start: 0, end: 400, outcome: 'failed', detail: stages(['canary', 10], ['canary', 200, 'succeeded']) },
      // Three that took 20 minutes each: from the end of the third on the budget is 30, before it two hours.
      { id: 'q1', service: 'quick', start: 0, end: 20 },
      { id: 'q2', service: 'quick', start: 100, end: 120 },
      { id: 'q3', service: 'quick', start: 200, end: 220 },
      { id: 'q4', service: 'quick', start: 150, end: 250 },
      { id: 'q5', service: 'quick', start: 300, end: 329, outcome: 'failed' },
      { id: 'q6', service: 'quick', start: 400, end: 500, outcome: 'cancelled' },
      // It goes on, and is looked at for a week.
      { id: 'r1', service: 'slow', start: 1000, end: null, outcome: 'running' },
      // Of this one nobody told before its end, and this one is not of production.
      { id: 'u1', service: 'late', start: null, end: 500 },
      { id: 's1', service: 'staged', start: 0, end: 500, environment: 'staging' },
    )
    const spans = shown(await historyOf(stalledRollout, 0, 9 * DAY)).sort()
    expect(spans).toEqual([
      ['d1', 131, 200],
      ['d1', 321, 400],
      // Seventy minutes under way when the third ends.
      ['q4', 221, 250],
      // q4 took 100 minutes: 95 % of four is all of them, so that q6 may take 150.
      ['r1', 1121, 1000 + 7 * DAY + 1],
    ])
    // What goes on now is told of by the rule itself just as it is by its history.
    const live = await stalledRollout.conditions({ analytics: world.stores.analytics, at: at(1121), ...rest })
    expect(live.map(({ key, title }) => [key, title])).toEqual([['stalled_rollout/slow/production/r1', 'The rollout of slow 2 stalls']])
    expect(await stalledRollout.conditions({ analytics: world.stores.analytics, at: at(1120), ...rest })).toEqual([])
  })

  it('are told of for a week at most, and from the first minute where it began to hold before', async () => {
    await deployments({ id: 'd3', start: 0, end: 90, outcome: 'failed', service: 'search' })
    expect(shown(await historyOf(failedDeployment, 0, 9 * DAY))).toEqual([['d3', 90, 90 + 7 * DAY + 1]])
    expect(shown(await historyOf(failedDeployment, 130, 150))).toEqual([['d3', 130, null]])
  })

  const given = fc.record({
    service: fc.constantFrom('cart', 'search'),
    environment: fc.constantFrom('production', 'production-eu'),
    start: fc.integer({ min: -2 * DAY, max: 10 * DAY }),
    length: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 2 * DAY })),
    outcome: fc.constantFrom('succeeded', 'succeeded', 'failed', 'rolled_back', 'running', 'cancelled', 'superseded'),
    kind: fc.constantFrom('change', 'change', 'rollback'),
    told: fc.boolean(),
    digest: fc.constantFrom('', 'sha256:1'),
    commit: fc.constantFrom('', 'abc', 'abc'),
  })

  it.each([failedDeployment, failedRollback, missingMetadata])(
    'says of each minute what the rule $id says then',
    async (rule) => {
      let held = 0
      const history = fc.array(given, { minLength: 1, maxLength: 14 })
      const looks = fc.uniqueArray(fc.integer({ min: DAY, max: 14 * DAY }), { minLength: 6, maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(history, looks, async (all, minutes) => {
          await world.stores.analytics.command('TRUNCATE TABLE deployments')
          await deployments(
            ...all.map(({ start, length, told, digest, ...one }, index) => ({
              ...one,
              id: `d${index}`,
              start: told || one.outcome === 'running' ? start + 0.25 * (index % 3) : null,
              end: one.outcome === 'running' ? null : start + length + 0.25 * (index % 2),
              artifact_digest: digest,
            })),
          )
          held += await compare(rule, [DAY, 14 * DAY], minutes)
        }),
        { numRuns: 15, seed: 20_261_130 },
      )
      expect(held).toBeGreaterThan(20)
    },
    120_000,
  )
})

describe('approvals as they waited', () => {
  it('are told of from a day on until they are decided', async () => {
    const row = (id: string, requested: number, decided: number | null) =>
      approvalRow({ id, requestedAt: at(requested), decidedAt: decided === null ? null : at(decided) })
    await world.stores.analytics.insert('approvals', [row('a1', 0, 2 * DAY), row('a2', DAY, 4 * DAY), row('a3', 0, 60), row('a4', 6 * DAY, null)])
    // a2 is old enough when a1 is decided, so that it is one alert.
    expect(shown(await historyOf(approvalAge, 0, 8 * DAY))).toEqual([
      ['production', DAY, 4 * DAY],
      ['production', 7 * DAY, null],
    ])
    expect(await compare(approvalAge, [0, 40 * DAY], [0, DAY - 1, 3 * DAY, 36 * DAY - 1, 36 * DAY])).toBeGreaterThan(4)
  })
})

describe('silence as it was', () => {
  const spoken = (...minutes: number[]) =>
    storeMinutes(
      world.stores.analytics,
      minutes.map((minute) => ({ minute: at(minute).toISOString(), good: 1, total: 1 })),
    )

  it('is told of after a quarter of an hour, and is over with the next data or after a week', async () => {
    await spoken(0, 1, 2, 16, 17, 40)
    // A minute is over one later: silent for fifteen from 3 on, but there is data at 16, seen at 17.
    expect(shown(await historyOf(absence, 0, 9 * DAY))).toEqual([
      ['', 33, 41],
      ['', 56, 40 + 7 * DAY + 1],
    ])
  })

  it('says of each minute what the rule says then', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: -DAY, max: 3 * DAY }), { maxLength: 60 }), async (minutes) => {
        await world.stores.analytics.command('TRUNCATE TABLE sli_minutes')
        if (minutes.length > 0) await spoken(...minutes)
        held += await compare(absence, [0, 9 * DAY], minutes.slice(0, 5))
      }),
      { numRuns: 10, seed: 20_261_130 },
    )
    expect(held).toBeGreaterThan(30)
  }, 120_000)
})

describe('harm under way', () => {
  it('is told of while the rollout lasts and the budget burns, no longer', async () => {
    const bad = (minute: number) => (minute >= 100 && minute < 130 ? 10 : 0)
    await storeMinutes(
      world.stores.analytics,
      Array.from({ length: 300 }, (_, minute) => ({ minute: at(minute).toISOString(), good: 100 - bad(minute), total: 100 })),
    )
    await deployments({ id: 'd1', start: 90, end: 125, outcome: 'succeeded' }, { id: 'd2', start: 126, end: 300, outcome: 'succeeded' })
    // 19 of 60 minutes at 10 % are the first above 3 %; what began at 126 is old enough at 131, and the last five minutes are calm from 134 on.
    expect(shown(await historyOf(releaseGuard, 0, 299))).toEqual([
      ['0', 119, 125],
      ['0', 131, 134],
    ])
    expect(await compare(releaseGuard, [0, 299], [90, 100, 110, 126, 200])).toBe(4)
  })
})
