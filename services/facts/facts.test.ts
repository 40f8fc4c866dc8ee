import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanonicalEvent } from '../domain/event.js'
import { event, rollout } from '../test/event-builders.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { renewFacts } from './derivation.js'
import { FACT_TABLES } from './fact-rows.js'
import { rebuildFacts, startProjector, type Projector } from './projector.js'
import { recordEvents } from './record-events.js'

let stores: TestStores
let projector: Projector
const failures: unknown[] = []

beforeAll(async () => {
  stores = await openTestStores()
  projector = await startProjector(stores, { worker: 'test', onError: (error) => failures.push(error) })
})

afterAll(async () => {
  await projector.stop()
  await stores.close()
})

async function record(events: CanonicalEvent[]): Promise<void> {
  await recordEvents(stores, events)
  await projector.idle()
  expect(failures).toEqual([])
}

/** The rows of a service with its name and what names the writing left out. */
async function factsOf(service: string): Promise<string> {
  const tables = await Promise.all(
    FACT_TABLES.map(async (table) => {
      const rows = await stores.analytics.query<Record<string, unknown>>(
        `SELECT * FROM ${table} FINAL WHERE service = {service:String} ORDER BY ALL`,
        { service },
      )
      return rows.map(({ row_hash: _hash, version: _version, ...row }) => row)
    }),
  )
  return JSON.stringify(tables).replaceAll(service, 'S')
}

function story(service: string): CanonicalEvent[] {
  const of = (deployment: string, version: string, extra: Record<string, unknown> = {}) => ({
    service,
    deployment: `${service}-${deployment}`,
    version,
    ...extra,
  })
  return [
    event('service.declared', '07:00:00', { service, team: 'payments', tier: '1', repository: `github.com/acme/${service}` }),
    event('change.committed', '07:10:00', {
      repository: `github.com/acme/${service}`,
      sha: 'aaaaaaa',
      committedAt: '2026-11-02T07:10:00Z',
      parents: [],
    }),
    event('change.committed', '08:10:00', {
      repository: `github.com/acme/${service}`,
      sha: 'bbbbbbb',
      committedAt: '2026-11-02T08:10:00Z',
      parents: ['aaaaaaa'],
    }),
    ...rollout('08:00:00', '08:10:00', of('d1', 'V1', { commit: 'aaaaaaa' })),
    ...rollout('09:00:00', '09:10:00', of('d2', 'V2', { commit: 'bbbbbbb' })),
    ...rollout('10:00:00', '10:05:00', of('d3', 'V1', { commit: 'aaaaaaa' })),
    event('incident.detected', '09:30:00', { incident: `${service}-i1`, service }),
    event('incident.mitigated', '10:05:00', { incident: `${service}-i1`, mitigation: { kind: 'rollback', deployment: `${service}-d3` } }),
    event('approval.requested', '08:40:00', { approval: `${service}-a1`, service, environment: 'production', version: 'V2' }),
    event('approval.decided', '08:50:00', {
      approval: `${service}-a1`,
      service,
      environment: 'production',
      version: 'V2',
      decision: 'granted',
      by: 'author-3@example.invalid',
    }),
  ]
}

describe('facts in the stores', () => {
  it('follow from events whose own words do not name the service', async () => {
    await record(story('ordered'))
    const rows = await stores.analytics.query(
      `SELECT id, kind, failed, failure_reasons, team FROM deployments FINAL WHERE service = 'ordered' ORDER BY anchor`,
    )
    expect(rows).toEqual([
      { id: 'ordered-d1', kind: 'change', failed: false, failure_reasons: [], team: 'payments' },
      { id: 'ordered-d2', kind: 'change', failed: true, failure_reasons: ['rolled_back_by', 'incident'], team: 'payments' },
      { id: 'ordered-d3', kind: 'rollback', failed: false, failure_reasons: [], team: 'payments' },
    ])
    const changes = await stores.analytics.query(
      `SELECT sha, state, lead_time_ms FROM deployed_changes FINAL WHERE service = 'ordered' AND deployment = 'ordered-d2'`,
    )
    expect(changes).toEqual([{ sha: 'bbbbbbb', state: 'counted', lead_time_ms: String(60 * 60_000) }])
    const incidents = await stores.analytics.query(
      `SELECT attribution_method, attributed_deployments, mitigated_by FROM incidents FINAL WHERE service = 'ordered'`,
    )
    expect(incidents).toEqual([{ attribution_method: 'remediated', attributed_deployments: ['ordered-d2'], mitigated_by: 'mitigated' }])
  })

  it('are the same from the last event to the first, one at a time, each twice', async () => {
    for (const single of story('reversed').reverse()) await record([single, single])
    expect(await factsOf('reversed')).toBe(await factsOf('ordered'))
  })

  it('move when a later event moves their anchor, and leave nothing behind', async () => {
    await record(rollout('2026-09-30T10:00:00Z', '2026-09-30T10:10:00Z', { deployment: 'moving-d1', service: 'moving', version: 'V1' }))
    await record([
      event(
        'deployment.finished',
        '2026-10-02T10:00:00Z',
        { deployment: 'moving-d1', service: 'moving', environment: 'production', outcome: 'failed' },
        { revision: 1 },
      ),
    ])
    const rows = await stores.analytics.query(
      `SELECT id, outcome, anchor FROM deployments FINAL WHERE service = 'moving'`,
      {},
      { do_not_merge_across_partitions_select_final: 1 },
    )
    expect(rows).toEqual([{ id: 'moving-d1', outcome: 'failed', anchor: '2026-10-02T10:00:00.000Z' }])
  })

  it('of an incident on two services are laid at one, whichever service hears last', async () => {
    await record([event('incident.detected', '12:30:00', { incident: 'shared-i1', services: ['shared-a', 'shared-b'] })])
    await record(rollout('12:00:00', '12:10:00', { deployment: 'shared-d1', service: 'shared-b', version: 'V1' }))
    const incidents = await stores.analytics.query(
      `SELECT service, attributed_service, attributed_deployments FROM incidents FINAL WHERE id = 'shared-i1'`,
    )
    expect(incidents).toEqual([{ service: 'shared-a', attributed_service: 'shared-b', attributed_deployments: ['shared-d1'] }])
    const deployments = await stores.analytics.query(`SELECT failed FROM deployments FINAL WHERE id = 'shared-d1'`)
    expect(deployments).toEqual([{ failed: true }])
  })

  it.each(['incident', 'deployment', 'correction'])(
    'of an incident that a person lays at another service are both right if the %s is told last',
    async (last) => {
      const of = (name: string) => `${name}-${last}`
      const told: Record<string, CanonicalEvent[]> = {
        incident: [event('incident.detected', '12:30:00', { incident: of('INC'), service: of('front') })],
        deployment: rollout('12:00:00', '12:10:00', { deployment: of('run'), service: of('back'), version: 'V2' }),
        correction: [event('fact.corrected', '13:00:00', { kind: 'incident', id: of('INC'), fields: { attribution: of('run') }, reason: 'seen' })],
      }
      for (const name of ['incident', 'deployment', 'correction']) if (name !== last) await record(told[name] as CanonicalEvent[])
      await record(told[last] as CanonicalEvent[])
      const laid = () =>
        stores.analytics.query(`SELECT service, attributed_service, attributed_deployments, kind FROM incidents FINAL WHERE id = {id:String}`, {
          id: of('INC'),
        })
      const row = { service: of('front'), attributed_service: of('back'), attributed_deployments: [of('run')] }
      expect(await laid()).toEqual([{ ...row, kind: 'change' }])
      expect(await stores.analytics.query('SELECT failed FROM deployments FINAL WHERE id = {id:String}', { id: of('run') })).toEqual([
        { failed: true },
      ])
      // What came before makes it a rollback.
      await record([
        ...rollout('10:00:00', '10:10:00', { deployment: of('first'), service: of('back'), version: 'V2' }),
        ...rollout('11:00:00', '11:10:00', { deployment: of('second'), service: of('back'), version: 'V3' }),
      ])
      expect(await laid()).toEqual([{ ...row, kind: 'rollback' }])
    },
  )

  it('are the same after a rebuild from nothing', async () => {
    const before = await factsOf('ordered')
    for (const table of FACT_TABLES) await stores.analytics.command(`TRUNCATE TABLE ${table}`)
    expect(await factsOf('ordered')).not.toBe(before)
    expect((await rebuildFacts(stores)).services).toBeGreaterThanOrEqual(5)
    await projector.idle()
    expect(await factsOf('ordered')).toBe(before)
  })
})

describe('facts that another version derived', () => {
  it('are derived again once, and stay as they are after that', async () => {
    await record(story('renewed'))
    const before = await factsOf('renewed')
    await stores.analytics.command(
      "ALTER TABLE deployments UPDATE outcome = 'unknown', row_hash = '' WHERE service = 'renewed' SETTINGS mutations_sync = 1",
    )
    expect(await factsOf('renewed')).not.toBe(before)
    expect(await renewFacts(stores)).toBe(true)
    await projector.idle()
    expect(await factsOf('renewed')).toBe(before)
    expect(await renewFacts(stores)).toBe(false)
  })
})
