import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp

type Answer = {
  findings: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string }
    edges: { node: { title: string; code: string; service: string } }[]
  }
}
const ASK =
  'query ($scope: ScopeInput, $kinds: [FindingKind!], $first: Int, $after: String) { findings(scope: $scope, kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { title code service } } } }'

beforeAll(async () => {
  app = await startTestApp()
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
  const place = { environment: 'production' }
  const events = ['cart', 'search', 'mail'].flatMap((service, index) => [
    { id: `${service}-declared`, type: 'service.declared', time: at(10_000), data: { service, team: index === 0 ? 'shop' : 'other' } },
    {
      id: `${service}-1`,
      type: 'deployment.finished',
      time: at(100 + index),
      data: { ...place, service, deployment: `${service}-1`, version: '1', outcome: 'succeeded' },
    },
  ])
  const held = { id: 'held', type: 'deployment.started', time: at(200), data: { ...place, service: 'cart', deployment: 'cart-2', version: '2' } }
  const body = JSON.stringify([...events, held].map((event) => ({ source: 'test', ...event })))
  expect((await app.request('/v1/events', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status).toBe(202)
  await app.settled()
})
afterAll(() => app?.stop())

it('lists what is found, by scope and kind, page by page', async () => {
  const all = (await app.graphql<Answer>(ASK)).data.findings
  expect(all.edges.map(({ node }) => [node.code, node.title.replace(/ for .*/, '')])).toEqual([
    ['F6', 'cart has no indicator'],
    ['F6', 'search has no indicator'],
    ['F6', 'mail has no indicator'],
    ['F2', 'cart 2 is held on its way'],
  ])
  const page = (await app.graphql<Answer>(ASK, { first: 3 })).data.findings
  expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([4, true])
  const rest = (await app.graphql<Answer>(ASK, { first: 3, after: page.pageInfo.endCursor })).data.findings
  expect(rest.edges.map(({ node }) => node.code)).toEqual(['F2'])
  expect((await app.graphql<Answer>(ASK, { kinds: ['slow_rollout'] })).data.findings.totalCount).toBe(1)
  const ofTeam = (await app.graphql<Answer>(ASK, { scope: { teams: ['shop'] } })).data.findings
  expect(ofTeam.edges.map(({ node }) => node.service)).toEqual(['cart', 'cart'])
  const rules = await app.graphql<{ findingRules: { code: string }[] }>('{ findingRules { code } }')
  expect(rules.data.findingRules.map(({ code }) => code)).toEqual(['F2', 'F4', 'F6', 'F7'])
})
