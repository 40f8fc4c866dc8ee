import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const reported = (source: string, minute: string, deployment: string) => ({
  id: `${source}-${minute}`,
  source,
  type: 'incident.detected',
  time: `2026-10-03T11:${minute}:00Z`,
  data: { incident: 'i-1', service: 'payments', deployment },
})
const worse = {
  id: 'desk-worse',
  source: 'desk',
  type: 'incident.updated',
  time: '2026-10-03T12:30:00Z',
  data: { incident: 'i-3', severity: 'SEV1', services: ['ledger', 'payments'], startedAt: '2026-10-03T12:00:00Z' },
}
const milder = {
  id: 'pager-milder',
  source: 'pager',
  type: 'incident.detected',
  time: '2026-10-03T12:20:00Z',
  data: { incident: 'i-3', severity: 'SEV2', service: 'ledger', startedAt: '2026-10-03T12:10:00Z' },
}
const agreed = { id: 'i-2', source: 'pager', type: 'incident.detected', time: '2026-10-03T12:00:00Z', data: { incident: 'i-2', service: 'payments' } }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const body = JSON.stringify([reported('pager', '00', 'd-1'), reported('desk', '05', 'd-2'), agreed, worse, milder])
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  await app.settled()
})
afterAll(() => app?.stop())

test('an incident lists what its reports say differently: the later holds', async () => {
  type Answer = { incidents: { edges: { node: { id: string; contradictions: object[] } }[] } }
  const { data } = await app.graphql<Answer>('{ incidents { edges { node { id contradictions { field kept dropped source } } } } }')
  const byId = Object.fromEntries(data.incidents.edges.map(({ node }) => [node.id, node.contradictions]))
  expect(byId).toEqual({
    'i-1': [
      { field: 'deployment', kept: 'd-2', dropped: 'd-1', source: 'pager' },
      // Nor has payments a deployment of that name.
      { field: 'deployment', kept: 'no deployment', dropped: 'd-2', source: 'desk, pager' },
    ],
    'i-2': [],
    'i-3': [
      { field: 'severity', kept: 'SEV1', dropped: 'SEV2', source: 'pager' },
      { field: 'startedAt', kept: '2026-10-03T12:00:00.000Z', dropped: '2026-10-03T12:10:00.000Z', source: 'pager' },
      { field: 'services', kept: 'ledger, payments', dropped: 'ledger', source: 'pager' },
    ],
  })
})

test('contradictions are a list of their own, by service, kind and window, page by page', async () => {
  const rollout = (source: string, minute: string, version: string) => ({
    id: `${source} ${version}`,
    source,
    type: 'deployment.finished',
    time: `2026-10-04T11:${minute}:00Z`,
    data: { deployment: 'w-1', service: 'web', environment: 'production', version, outcome: 'succeeded' },
  })
  const body = JSON.stringify([rollout('ci', '00', '1'), rollout('ci', '05', '2')])
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  await app.settled()
  type Page = { contradictions: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: object }[] } }
  const list = async (args: string) =>
    (
      await app.graphql<Page>(
        `{ contradictions${args} { totalCount pageInfo { endCursor } edges { node { kind fact service environment field kept dropped source at } } } }`,
      )
    ).data.contradictions
  const all = await list('')
  expect(all.edges.map(({ node }) => node)).toMatchObject([
    { kind: 'DEPLOYMENT', fact: 'w-1', service: 'web', environment: 'production', field: 'version', kept: '2', dropped: '1', source: 'ci' },
    ...['services', 'startedAt', 'severity'].map((field) => ({ kind: 'INCIDENT', fact: 'i-3', service: 'ledger', field })),
    { kind: 'INCIDENT', fact: 'i-1', service: 'payments', field: 'deployment', kept: 'no deployment', dropped: 'd-2', source: 'desk, pager' },
    { kind: 'INCIDENT', fact: 'i-1', service: 'payments', field: 'deployment', kept: 'd-2', dropped: 'd-1', source: 'pager' },
  ])
  const first = await list('(first: 1)')
  expect([first.totalCount, first.edges[0]]).toEqual([6, all.edges[0]])
  expect((await list(`(first: 1, after: "${first.pageInfo.endCursor}")`)).edges).toEqual([all.edges[1]])
  expect((await list('(filter: { services: ["web"] })')).edges).toEqual([all.edges[0]])
  expect((await list('(filter: { kinds: [INCIDENT] })')).edges).toEqual(all.edges.slice(1))
  expect((await list('(filter: { from: "2026-10-04T00:00:00Z" })')).edges).toEqual([all.edges[0]])
})
