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
  await look([])
  const [alert, ...others] = await alerts()
  expect(others).toEqual([])
  expect((alert?.condition as Condition).summary).toBe('2 wait, the oldest (a1) since 2026-11-01 04:00 UTC, for managers.')
})
