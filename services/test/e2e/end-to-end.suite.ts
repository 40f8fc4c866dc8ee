import { afterAll, beforeAll, expect, it } from 'vitest'
import { knownAnswerEvents } from '../../../seed/known-answer/known-answer.js'
import { prepareKnownAnswers } from '../../../seed/known-answer/prepare.js'
import { shuffledBatches } from '../../../seed/known-answer/shuffle.js'
import type { TestApp } from '../app.js'
import { askOverHttp, postEvents, wrongAnswers } from './ask-over-http.js'
import { GITHUB_SECRET, hookRequest, rolloutDeliveries, rolloutWindow, type GithubDelivery } from './github-deliveries.js'

export type Installation = { app: TestApp; stop(): Promise<void> }

type Delivery = {
  id: string
  deliveryId: string | null
  state: string
  error: string | null
  outcome: string | null
  body: string | null
  events: { type: string }[]
}

const DELIVERIES =
  '{ deliveries(filter: { integrations: ["github"] }, first: 100) { edges { node { id deliveryId state error outcome body events { type } } } } }'

/** What holds of a whole installation, on whatever stores it stands. Its tests build on each other. */
export function endToEndSuite(open: () => Promise<Installation>): void {
  let installation: Installation
  let app: TestApp

  beforeAll(async () => {
    installation = await open()
    app = installation.app
    await app.graphql('mutation ($secret: String!) { saveConnection(input: { integration: "github", source: "main", secret: $secret }) { url } }', {
      secret: GITHUB_SECRET,
    })
  })
  afterAll(() => installation?.stop())

  async function hook(delivery: GithubDelivery, secret?: string): Promise<Response> {
    return app.request('/v1/hooks/github/main', { token: null, ...(await hookRequest(delivery, secret)) })
  }

  async function githubDeliveries(): Promise<Delivery[]> {
    const { data } = await app.graphql<{ deliveries: { edges: { node: Delivery }[] } }>(DELIVERIES)
    return data.deliveries.edges.map(({ node }) => node)
  }

  async function rollouts(): Promise<number | null> {
    await app.settled()
    return (await askOverHttp(app, { key: 'deployment_frequency', service: 'ledger', ...rolloutWindow })).value
  }

  it('answers the known questions after the known events, shuffled and repeated', async () => {
    await prepareKnownAnswers({ url: app.url, token: app.localToken })
    for (const batch of shuffledBatches(knownAnswerEvents(), 97)) await postEvents(app, batch)
    await app.settled()
    expect(await wrongAnswers(app)).toEqual([])
  }, 60_000)

  it('takes the same events again as duplicates, and answers the same', async () => {
    const events = knownAnswerEvents()
    const receipt = await postEvents(app, events)
    expect(receipt).toEqual({ accepted: 0, duplicates: events.length, rejected: [] })
    await app.settled()
    expect(await wrongAnswers(app)).toEqual([])
  }, 60_000)

  it('makes a rollout of signed webhooks, whatever their order and however often they come', async () => {
    const { push, deployment, status } = rolloutDeliveries(0)
    for (const delivery of [status, push, deployment]) expect((await hook(delivery)).status).toBe(202)
    expect(await rollouts()).toBe(1)
    const again = await hook(status)
    expect([again.status, await again.json()]).toEqual([202, { accepted: true, duplicate: true, delivery: null }])
    expect(await rollouts()).toBe(1)
    const first = (await githubDeliveries()).find(({ deliveryId }) => deliveryId === status.id)
    expect(first).toMatchObject({ state: 'DONE', error: null, events: [{ type: 'deployment.finished' }] })
  })

  it('refuses what is wrongly signed, and keeps no word of it', async () => {
    const forged = { ...rolloutDeliveries(1).status, body: '{"forged":"forged content"}' }
    expect((await hook(forged, 'another secret')).status).toBe(401)
    const { data } = await app.graphql<{ deliveries: { edges: { node: Delivery }[] } }>(
      DELIVERIES.replace('integrations: ["github"]', 'states: [REFUSED]'),
    )
    expect(data.deliveries.edges.map(({ node }) => [node.state, node.body])).toEqual([['REFUSED', null]])
    expect(JSON.stringify(data)).not.toContain('forged content')
    expect(await rollouts()).toBe(1)
  })

  it('replays a delivery, and derives everything again, without counting anything twice', async () => {
    const done = (await githubDeliveries()).find(({ deliveryId }) => deliveryId === 'deployment_status-0')
    const { data } = await app.graphql<{ replayDelivery: { id: string } }>('mutation ($id: ID!) { replayDelivery(id: $id) { id } }', { id: done?.id })
    expect(data.replayDelivery.id).toBe(done?.id)
    expect(await rollouts()).toBe(1)
    const rebuilt = await app.graphql<{ rebuildFacts: { services: number } }>('mutation { rebuildFacts { services } }')
    expect(rebuilt.data.rebuildFacts.services).toBeGreaterThan(3)
    expect(await rollouts()).toBe(1)
    expect(await wrongAnswers(app)).toEqual([])
  }, 60_000)

  it('keeps a delivery that it cannot understand as a dead letter, and tries again on demand', async () => {
    const poison = { id: 'poison', event: 'deployment_status', body: '{"deployment_status":7}' }
    expect((await hook(poison)).status).toBe(202)
    await app.settled()
    const dead = (await githubDeliveries()).find(({ deliveryId }) => deliveryId === 'poison')
    expect([dead?.state, dead?.body]).toEqual(['DEAD', poison.body])
    expect(dead?.error).toBeTruthy()
    const { data } = await app.graphql<{ replayDeadDeliveries: number }>('mutation { replayDeadDeliveries(integration: "github") }')
    expect(data.replayDeadDeliveries).toBe(1)
    await app.settled()
    expect((await githubDeliveries()).find(({ deliveryId }) => deliveryId === 'poison')?.state).toBe('DEAD')
  })

  it('stores the good events of a batch and says which were not', async () => {
    const good = { id: 'good', source: 'e2e', type: 'service.declared', time: '2026-10-01T08:00:00Z', data: { service: 'good-service' } }
    const body = JSON.stringify([{ ...good, time: 'yesterday' }, good, { ...good, id: 'bad', data: {} }])
    const response = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const receipt = (await response.json()) as { accepted: number; rejected: { index: number }[] }
    expect([response.status, receipt.accepted, receipt.rejected.map(({ index }) => index)]).toEqual([202, 1, [0, 2]])
    await app.settled()
    const { data } = await app.graphql<{ services: { edges: { node: { id: string } }[] } }>(
      '{ services(filter: { search: "good-service" }) { edges { node { id } } } }',
    )
    expect(data.services.edges).toEqual([{ node: { id: 'good-service' } }])
  })
}
