import { describe, expect, it } from 'vitest'
import type { Condition } from './condition.js'
import { approvalRow } from '../test/fact-rows.js'
import { alerts, deployed, found, later, look, minutes, now, slo, useAlerting, world } from '../test/alerting.js'

useAlerting()

describe('deployments', () => {
  it('that failed are told until a good one comes, and those of other environments are not', async () => {
    await deployed(
      { id: 'd1', minutesAgo: 50 },
      { id: 'd2', minutesAgo: 30, outcome: 'failed' },
      { id: 'd3', minutesAgo: 20, outcome: 'cancelled' },
      { id: 'd4', minutesAgo: 10, outcome: 'failed', environment: 'staging' },
    )
    await look([])
    expect(await found()).toEqual(['ticket failed_deployment d2'])
    await deployed({ id: 'd5', minutesAgo: 5, outcome: 'failed', kind: 'rollback' })
    await look([])
    expect(await found()).toEqual(['page failed_rollback d5'])
    await deployed({ id: 'd6', minutesAgo: 1 })
    await look([])
    expect(await found()).toEqual([])
  })

  it('that stall, or cannot be traced, are told', async () => {
    await deployed(
      { id: 'd1', minutesAgo: 121, outcome: 'running' },
      { id: 'p1', minutesAgo: 119, outcome: 'running', service: 'pay' },
      { id: 's1', minutesAgo: 5, service: 'search', commit: '', artifact_digest: '' },
      { id: 's0', minutesAgo: 500, service: 'search' },
      { id: 'o1', minutesAgo: 5, service: 'orders', artifact_digest: '' },
    )
    await look([])
    expect(await found()).toEqual(['ticket missing_metadata s1', 'ticket stalled_rollout d1'])
    expect((await alerts()).map(({ condition }) => (condition as Condition).title)).toContain('search was deployed without commit, artifact digest')
  })

  it('stall by how long the service took before, or as long as the workspace says', async () => {
    const took = (id: string, service: string, minutesAgo: number) => ({ id, service, minutesAgo, tookMinutes: 20 })
    await deployed(took('q1', 'quick', 900), took('q2', 'quick', 800), took('q3', 'quick', 700))
    await deployed(
      { id: 'q4', service: 'quick', minutesAgo: 31, outcome: 'running' },
      { id: 'n1', service: 'new', minutesAgo: 31, outcome: 'running' },
      { id: 's1', service: 'staged', minutesAgo: 31, outcome: 'running', environment: 'staging' },
    )
    await look([])
    expect(await found()).toEqual(['ticket stalled_rollout q4'])
    const [alert] = await alerts()
    expect((alert?.condition as Condition).summary).toBe(
      'The deployment q4 to production is on its way since 2026-11-02 09:29 UTC, and may be for 30 min (of 3 before it 95 % took at most 20 min).',
    )
    await look([], [], undefined, { alertStageMinutes: 30 })
    expect(await found()).toEqual(['ticket stalled_rollout n1', 'ticket stalled_rollout q4'])
  })

  it('under way guard their service, with the release on the page', async () => {
    // 4 % bad: four times as fast, which alone pages nobody.
    await minutes(Array.from({ length: 60 }, () => 4))
    await deployed({ id: 'd1', minutesAgo: 4, outcome: 'running' })
    const objective = { ...slo('').objectives[0]!, target: 0.99 }
    await look([slo('cart answers', { objectives: [objective] })])
    expect((await found()).filter((one) => one.startsWith('page'))).toEqual([])
    later(1)
    await minutes([4])
    await look([slo('cart answers', { objectives: [objective] })])
    expect((await found()).filter((one) => one.startsWith('page'))).toEqual(['page release_guard 0'])
    expect((await alerts()).map(({ condition }) => (condition as Condition).release)).toContain('cart@2')
  })

  it('under way guard their service as closely as the workspace says', async () => {
    await minutes(Array.from({ length: 60 }, () => 4))
    await deployed({ id: 'd1', minutesAgo: 10, outcome: 'running' })
    const guarding = async () => (await found()).filter((one) => one.includes('release_guard'))
    await look(undefined, [], undefined, { alertGuardFactor: 4.5 })
    expect(await guarding()).toEqual([])
    await look(undefined, [], undefined, { alertGuardFactor: 3.5 })
    expect(await guarding()).toEqual(['page release_guard 0'])
  })

  it('under way are not blamed for a handful of bad events', async () => {
    await deployed({ id: 'd1', minutesAgo: 10, outcome: 'running' })
    const objective = { ...slo('').objectives[0]!, target: 0.9999 }
    const guarding = async () => (await found()).filter((one) => one.includes('release_guard'))
    await minutes([...Array.from({ length: 59 }, () => 0), 9])
    await look([slo('cart answers', { objectives: [objective] })])
    expect(await guarding()).toEqual([])
    later(1)
    await minutes([1])
    await look([slo('cart answers', { objectives: [objective] })])
    expect(await guarding()).toEqual(['page release_guard 0'])
  })
})

it('tells of approvals that wait for more than a day, once for a service', async () => {
  const approval = (id: string, hours: number, decidedAt: Date | null) =>
    approvalRow({ id, requestedAt: new Date(world.clock - hours * 3_600_000), decidedAt })
  await world.stores.analytics.insert('approvals', [
    approval('a1', 30, null),
    approval('a2', 25, null),
    approval('a3', 23, null),
    approval('a4', 40, now()),
  ])
  await look([], [], undefined, { alertApprovalHours: 48 })
  expect(await alerts()).toEqual([])
  await look([])
  const [alert, ...others] = await alerts()
  expect(others).toEqual([])
  expect((alert?.condition as Condition).summary).toBe('2 wait, the oldest (a1) since 2026-11-01 04:00 UTC, for managers.')
})
