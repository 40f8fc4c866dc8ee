import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordEvents } from '../facts/record-events.js'
import { startProjector } from '../facts/projector.js'
import { event, rollout } from '../test/event-builders.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { storeMinutes } from '../test/telemetry-rows.js'
import { budgetOf } from './approval-bottleneck.js'
import { mismatches } from './artifact-mismatch.js'
import type { FindingKind } from './finding.js'
import { findings } from './index.js'
import { openStage, stageBudget } from './slow-rollout.js'

let stores: TestStores
const UNKNOWN_MS = 60 * 60_000
const NOW = new Date('2026-11-02T18:00:00Z')
const FROM = new Date('2026-10-03T00:00:00Z')
const place = { service: 'checkout', environment: 'production' }

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(async () => {
  for (const table of [
    'sli_minutes',
    'release_effects',
    'deployments',
    'events',
    'events_by_scope',
    'services',
    'approvals',
    'artifacts',
    'incidents',
  ])
    await stores.analytics.command(`TRUNCATE TABLE ${table}`)
})

async function record(events: Parameters<typeof recordEvents>[1]): Promise<void> {
  await recordEvents(stores, events)
  const projector = await startProjector(stores, { worker: 'test' })
  await projector.idle()
  await projector.stop()
}

async function found(
  kind: FindingKind,
  { services = null, objectives = new Map() }: { services?: string[] | null; objectives?: Map<string, string[]> } = {},
) {
  return await findings({ analytics: stores.analytics, services, from: FROM, to: NOW, now: NOW, objectives, unknownStageMs: UNKNOWN_MS }, [kind])
}

const stage = (time: string, deployment: string, name: string, status: string, fields = {}) =>
  event('deployment.progressed', time, { ...place, deployment, stage: { name, index: 0, status }, ...fields })

describe('F2, slow rollouts', () => {
  it('names the stage past its budget and the approval that holds it', async () => {
    await record([
      ...rollout('14:00:00', '14:00:00', { deployment: 'd1', version: '1.1', outcome: 'running' }),
      stage('14:10:00', 'd1', 'canary', 'running', { version: '1.1' }),
      event('approval.requested', '14:30:00', { approval: 'a1', ...place, version: '1.1', group: 'release managers' }),
    ])
    const [finding, ...others] = await found('slow_rollout')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      id: 'slow_rollout/checkout/production/d1/canary',
      title: 'checkout 1.1 is held in canary for 3 h 50 min',
      detail: 'Waits for the group release managers, asked by approval a1, for 3 h 30 min.',
      since: new Date('2026-11-02T14:10:00Z'),
      deployment: 'd1',
    })
    expect(finding?.evidence.map(({ label }) => label)).toEqual(['Stage', 'Budget', 'Waits for'])
  })

  it('names the rollout in the way, and says where nothing is known', async () => {
    await record([
      ...rollout('12:00:00', '12:00:00', { deployment: 'd1', version: '1.1', outcome: 'running' }),
      ...rollout('13:00:00', '13:00:00', { deployment: 'd2', version: '1.2', outcome: 'running' }),
    ])
    const held = await found('slow_rollout')
    expect(held.map(({ deployment, detail }) => [deployment, detail])).toEqual([
      ['d2', 'In the way rollout d1, for 6 h.'],
      ['d1', 'Nothing that is known holds it: no open approval, and no other rollout of the service there.'],
    ])
  })

  it('leaves alone what is within its budget, finished, or of another service', async () => {
    await record([
      ...rollout('17:30:00', '17:30:00', { deployment: 'd1', outcome: 'running' }),
      ...rollout('12:00:00', '12:05:00', { deployment: 'd2', version: '1.2' }),
      ...rollout('12:00:00', '12:00:00', { deployment: 'd3', service: 'other', outcome: 'running' }),
    ])
    expect(await found('slow_rollout', { services: ['checkout'] })).toEqual([])
    expect(await found('slow_rollout')).toHaveLength(1)
  })

  it('knows stages by the last that was told, and budgets by what stages took', () => {
    const detail = (...stages: object[]) => JSON.stringify({ stages })
    const minute = (count: number) => Date.parse('2026-11-02T10:00:00Z') + count * 60_000
    const started_at = '2026-11-02T10:00:00Z'
    expect(openStage({ detail: detail(), started_at })).toEqual({ name: 'rollout', since: minute(0) })
    expect(openStage({ detail: detail({ name: 'half', at: minute(9) }, { name: 'canary', at: minute(5), status: 'running' }), started_at })).toEqual({
      name: 'half',
      since: minute(9),
    })
    expect(openStage({ detail: detail({ name: 'canary', at: minute(5), status: 'Succeeded' }), started_at })).toEqual({
      name: 'after canary',
      since: minute(5),
    })
    // Three canaries of 20, 30 and 40 minutes: one and a half times 40.
    const past = [20, 30, 40].map((length) => ({
      detail: detail({ name: 'canary', at: minute(5) }, { name: 'full', at: minute(5 + length) }),
      started_at,
      finished_at: '2026-11-02T12:00:00Z',
    }))
    expect(stageBudget('canary', past, UNKNOWN_MS).ms).toBe(UNKNOWN_MS)
    expect(stageBudget('canary', past.slice(1), UNKNOWN_MS).ms).toBe(UNKNOWN_MS)
    expect(stageBudget('full', past, UNKNOWN_MS).ms).toBe(1.5 * 95 * 60_000)
    expect(stageBudget('rollout', past, UNKNOWN_MS).ms).toBe(180 * 60_000)
    const quick = past.map((one) => ({ ...one, finished_at: '2026-11-02T10:03:00Z' }))
    expect(stageBudget('rollout', quick, UNKNOWN_MS).ms).toBe(30 * 60_000)
  })
})

describe('F4, artifact mismatches', () => {
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`
  const built = (letter: string, version: string) => event('artifact.published', '09:00:00', { digest: digest(letter), service: 'checkout', version })

  it('sets what was deployed against what was built, approved and promoted', async () => {
    await record([
      built('a', '1.1'),
      event('artifact.promoted', '09:30:00', { digest: digest('a'), from: 'staging', to: 'production' }),
      event('approval.requested', '09:40:00', { approval: 'a1', ...place, version: '1.1', artifactDigest: digest('a') }),
      event('approval.decided', '09:50:00', {
        approval: 'a1',
        ...place,
        version: '1.1',
        artifactDigest: digest('a'),
        decision: 'granted',
        by: 'author-17',
      }),
      ...rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1', artifactDigest: digest('b') }),
    ])
    const [finding] = await found('artifact_mismatch')
    expect(finding).toMatchObject({
      deployment: 'd1',
      title: 'checkout 1.1 runs in production as something that was not built, nor approved, nor promoted',
    })
    expect(finding?.evidence.map(({ label, value }) => [label, value])).toEqual([
      ['deployed', digest('b')],
      ['built', digest('a')],
      ['approved by a1', digest('a')],
      ['promoted to production', digest('a')],
    ])
  })

  it('finds nothing where they agree, or where nothing is known', async () => {
    await record([
      built('a', '1.1'),
      // For two platforms: either is right.
      built('c', '1.1'),
      ...rollout('10:00:00', '10:04:00', { deployment: 'd1', version: '1.1', artifactDigest: digest('c') }),
      ...rollout('11:00:00', '11:04:00', { deployment: 'd2', version: '1.2', artifactDigest: digest('d') }),
      ...rollout('12:00:00', '12:04:00', { deployment: 'd3', version: '1.3' }),
    ])
    expect(await found('artifact_mismatch')).toEqual([])
    expect(mismatches('x', [{ step: 'approved', digest: 'y', what: '', at: null }])).toEqual(['approved'])
    expect(mismatches('x', [])).toEqual([])
  })
})

describe('F6, blind spots', () => {
  const declared = (service: string, fields: object) => event('service.declared', '08:00:00', { service, ...fields })
  const served = (deployment: string, fields: object = {}) => rollout('10:00:00', '10:04:00', { deployment, version: '1.1', ...fields })

  it('names what a version does not send that its service declares or has objectives for', async () => {
    await record([declared('checkout', { slis: ['availability', 'freshness'] }), ...served('d1')])
    await storeMinutes(stores.analytics, [
      { service: 'checkout', sli: 'latency', minute: '2026-10-20T10:00:00Z', good: 1, total: 1 },
      { service: 'checkout', sli: 'availability', minute: '2026-11-02T10:10:00Z', good: 1, total: 1 },
    ])
    await stores.analytics.command(
      `INSERT INTO release_effects (service, anchor, environment, deployment, sli, part_kind, total_after, version) VALUES ('checkout', '2026-11-02 10:04:00', 'production', 'd1', 'availability', 'all', 1000000, 1)`,
    )
    const [finding, ...others] = await found('blind_spot', { objectives: new Map([['checkout', ['latency']]]) })
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      title: 'checkout 1.1 does not send freshness, latency',
      detail: 'Earlier versions sent latency, so a fault in it would not be seen.',
      deployment: 'd1',
    })
  })

  it('names services and dependencies without any indicator', async () => {
    await record([
      declared('checkout', { slis: ['availability'], dependsOn: ['stock', 'mail'] }),
      declared('mail', { slis: ['delivery'] }),
      ...served('d1'),
      ...served('d2', { service: 'stock' }),
    ])
    await stores.analytics.command(
      `INSERT INTO release_effects (service, anchor, environment, deployment, sli, part_kind, total_after, version) VALUES ('checkout', '2026-11-02 10:04:00', 'production', 'd1', 'availability', 'all', 1000000, 1)`,
    )
    const titles = (await found('blind_spot')).map(({ title }) => title)
    expect(titles.sort()).toEqual(['checkout depends on stock, which has no indicator', 'stock has no indicator'])
  })

  it('gives a new version its half hour', async () => {
    await record([declared('checkout', { slis: ['availability'] }), ...rollout('17:40:00', '17:45:00', { deployment: 'd1', version: '1.1' })])
    expect(await found('blind_spot')).toEqual([])
  })
})

describe('F7, approval bottlenecks', () => {
  const asked = (id: string, time: string, fields: object = {}) =>
    event('approval.requested', time, { approval: id, ...place, version: id, group: 'dba', risk: 'database-migration', ...fields })

  it('gives the length and age of each queue past its budget, the oldest first', async () => {
    await record([asked('a1', '13:00:00'), asked('a2', '09:00:00', { service: 'search' }), asked('a3', '17:00:00', { group: 'security' })])
    const [finding, ...others] = await found('approval_bottleneck')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      title: 'dba: 2 approvals wait of risk database-migration, the oldest for 9 h',
      service: null,
      since: new Date('2026-11-02T09:00:00Z'),
    })
    expect(finding?.evidence.map(({ value }) => value)).toEqual(['a2', 'a1'])
    expect(finding?.detail).toContain('They hold checkout, search. Budget: 4 h')
  })

  it('lets a queue wait as long as it usually does', () => {
    const hour = 3_600_000
    expect(budgetOf({ decided: 20, p95Ms: 10 * hour }).ms).toBe(10 * hour)
    expect(budgetOf({ decided: 20, p95Ms: hour }).ms).toBe(4 * hour)
    expect(budgetOf({ decided: 4, p95Ms: 10 * hour }).ms).toBe(4 * hour)
    expect(budgetOf(null).ms).toBe(4 * hour)
  })

  it('counts what was decided no more', async () => {
    await record([
      asked('a1', '09:00:00'),
      event('approval.decided', '10:00:00', { approval: 'a1', ...place, version: 'a1', decision: 'granted', by: 'author-17' }),
    ])
    expect(await found('approval_bottleneck')).toEqual([])
  })
})
