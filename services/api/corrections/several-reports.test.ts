import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const reported = (source: string, id: string, minute: string) => ({
  id,
  source,
  type: 'incident.detected',
  time: `2026-10-20T11:${minute}:00Z`,
  data: { incident: id, service: 'ledger' },
})
const rolledOut = (source: string, deployment: string, service = 'loose') => ({
  id: deployment,
  source,
  type: 'deployment.finished',
  time: '2026-10-07T10:10:00Z',
  data: { deployment, service, environment: 'production', version: '1.0.0', outcome: 'succeeded' },
})
const events = [
  reported('pager', 'page-1', '00'),
  reported('alerts', 'alert-1', '04'),
  rolledOut('ci', 'x-1'),
  rolledOut('argo', 'y-1'),
  rolledOut('ci', 'z-1', 'vault'),
]

type Incidents = { incidents: { edges: { node: { id: string } }[] } }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app?.stop())

async function incidentsOf(service: string): Promise<string[]> {
  await app.settled()
  const { data } = await app.graphql<Incidents>(`{ incidents(filter: { services: ["${service}"] }) { edges { node { id parts { incident } } } } }`)
  return data.incidents.edges.map(({ node }) => node.id)
}

test('a source of record is tried also for a service that nobody has declared', async () => {
  const preview = '{ mergePreview(service: "loose", sourceOfRecord: "argo") { rolloutsNow rollouts joined { id } } }'
  const { data } = await app.graphql<{ mergePreview: object }>(preview)
  expect(data.mergePreview).toEqual({ rolloutsNow: 1, rollouts: 1, joined: [{ id: 'y-1' }] })
})

test('incidents that several sources report are tried as one, and are one once the workspace says so', async () => {
  type Preview = { incidentMergePreview: object }
  const query =
    '{ incidentMergePreview(service: "ledger", minutes: 5) { incidentsNow incidents joined { id newlyJoined parts { source incident } } } }'
  const parts = [
    { source: 'alerts', incident: 'alert-1' },
    { source: 'pager', incident: 'page-1' },
  ]
  const tried = { incidentsNow: 2, incidents: 1, joined: [{ id: 'page-1', newlyJoined: true, parts }] }
  expect((await app.graphql<Preview>(query)).data.incidentMergePreview).toEqual(tried)
  expect(await incidentsOf('ledger')).toEqual(['alert-1', 'page-1'])
  await app.graphql('mutation { updateWorkspace(input: { incidentMergeMinutes: 5 }) { incidentMergeMinutes } }')
  expect(await incidentsOf('ledger')).toEqual(['page-1'])
  await app.graphql('mutation { updateWorkspace(input: { incidentMergeMinutes: 0 }) { incidentMergeMinutes } }')
  expect(await incidentsOf('ledger')).toEqual(['alert-1', 'page-1'])
})

test('an incident is moved to the services that a person says, and back', async () => {
  const move = (services: string) =>
    app.graphql(
      `mutation { correctFact(input: { kind: INCIDENT, fact: "alert-1", fields: { services: ${services}, impact: { customers: 9 } }, reason: "it was the vault" }) { id } }`,
    )
  await move('["vault"]')
  expect([await incidentsOf('vault'), await incidentsOf('ledger')]).toEqual([['alert-1'], ['page-1']])
  await move('null')
  expect([await incidentsOf('vault'), await incidentsOf('ledger')]).toEqual([[], ['alert-1', 'page-1']])
})

test('incidents are not joined round in a circle', async () => {
  const join = (id: string, mergeInto: string | null) =>
    app.graphql(
      'mutation ($id: ID!, $fields: JSON!) { correctFact(input: { kind: INCIDENT, fact: $id, fields: $fields, reason: "one outage" }) { id } }',
      { id, fields: { mergeInto } },
    )
  expect((await join('alert-1', 'page-1')).errors).toBeUndefined()
  await app.settled()
  expect((await join('page-1', 'alert-1')).errors?.[0]?.message).toMatch(/circle/)
  expect((await join('alert-1', null)).errors).toBeUndefined()
})
