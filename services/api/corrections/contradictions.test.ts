import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const reported = (source: string, minute: string, deployment: string) => ({
  id: `${source}-${minute}`,
  source,
  type: 'incident.detected',
  time: `2026-10-03T11:${minute}:00Z`,
  data: { incident: 'i-1', service: 'payments', deployment },
})
const agreed = { id: 'i-2', source: 'pager', type: 'incident.detected', time: '2026-10-03T12:00:00Z', data: { incident: 'i-2', service: 'payments' } }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const body = JSON.stringify([reported('pager', '00', 'd-1'), reported('desk', '05', 'd-2'), agreed])
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  await app.settled()
})
afterAll(() => app?.stop())

test('an incident lists what its reports say differently: the later holds', async () => {
  type Answer = { incidents: { edges: { node: { id: string; contradictions: object[] } }[] } }
  const { data } = await app.graphql<Answer>('{ incidents { edges { node { id contradictions { field kept dropped source } } } } }')
  const byId = Object.fromEntries(data.incidents.edges.map(({ node }) => [node.id, node.contradictions]))
  expect(byId).toEqual({ 'i-1': [{ field: 'deployment', kept: 'd-2', dropped: 'd-1', source: 'pager' }], 'i-2': [] })
})
