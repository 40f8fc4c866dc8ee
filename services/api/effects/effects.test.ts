import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const MINUTE = 60_000
/** When the rollout began; it served all traffic four minutes later. */
const START = Math.floor(Date.now() / MINUTE) * MINUTE - 120 * MINUTE
const SERVED = START + 4 * MINUTE

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const iso = (at: number) => new Date(at).toISOString()
  const place = { service: 'cart', environment: 'production' }
  const events = [
    {
      id: 'declared',
      type: 'service.declared',
      time: iso(START - 86_400_000),
      data: { service: 'cart', team: 'shop', slis: ['availability', 'freshness'] },
    },
    { id: 'started', type: 'deployment.started', time: iso(START), data: { ...place, deployment: 'd1', version: '2.0' } },
    { id: 'finished', type: 'deployment.finished', time: iso(SERVED), data: { ...place, deployment: 'd1', version: '2.0', outcome: 'succeeded' } },
    ...Array.from({ length: 30 }, (_, index) => [START - 30 * MINUTE, SERVED].map((side, after) => ({ at: side + index * MINUTE, after })))
      .flat()
      .flatMap(({ at, after }) =>
        ['eu', 'us'].map((region) => ({
          id: `reading ${region} ${at}`,
          type: 'sli.sampled',
          time: iso(at + MINUTE),
          // A thousand requests a minute; of those in the eu one in ten fails after the rollout.
          data: {
            ...place,
            sli: 'availability',
            region,
            from: iso(at),
            to: iso(at + MINUTE),
            good: after && region === 'eu' ? 450 : 499,
            total: 500,
            cost: 0.5,
          },
        })),
      ),
  ].map((event) => ({ source: 'test', ...event }))
  const answer = await app.request('/v1/events', { method: 'POST', body: JSON.stringify(events), headers: { 'content-type': 'application/json' } })
  expect(answer.status).toBe(202)
  await app.graphql('mutation ($yaml: String!) { applyOpenSlo(yaml: $yaml) { applied } }', {
    yaml: `apiVersion: openslo/v1
kind: SLI
metadata: { name: availability }
spec: { ratioMetric: { bad: { metricSource: { spec: { query: errors } } }, total: { metricSource: { spec: { query: requests } } } } }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: cart-availability }
spec:
  service: cart
  indicatorRef: availability
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.95 }]
`,
  })
  await app.settled()
})

afterAll(async () => {
  await app?.stop()
})

const DEPLOYMENT = `{ deployments(first: 5) { edges { node { id blindSpots effects {
  indicator part partName settled regressed change expectedBadRatio objectives objectivesMet
  before { from to good total badRatio costPerRequest } after { total badRatio } } } } } }`

type Side = { from: string; to: string; good: number; total: number; badRatio: number; costPerRequest: number }
type Effect = {
  indicator: string
  part: string
  partName: string | null
  settled: boolean
  regressed: boolean
  change: number
  expectedBadRatio: number
  objectives: number
  objectivesMet: number
  before: Side
  after: Side
}
type Deployments = { deployments: { edges: { node: { id: string; blindSpots: string[]; effects: Effect[] } }[] } }

describe('what a deployment did', () => {
  it('is told before and after, by region, with its blind spots', async () => {
    const { data } = await app.graphql<Deployments>(DEPLOYMENT)
    const [deployment] = data.deployments.edges.map(({ node }) => node)
    // 60 bad of 30,000 before; 15 · 2 … 1 in the us and 50 in the eu a minute after: 1,530 of 30,000.
    const [whole, eu, us] = deployment?.effects ?? []
    expect(whole).toMatchObject({
      indicator: 'availability',
      part: 'ALL',
      partName: null,
      settled: true,
      regressed: true,
      objectives: 1,
      objectivesMet: 0,
    })
    expect(whole?.before).toMatchObject({
      from: new Date(START - 30 * MINUTE).toISOString(),
      to: new Date(START).toISOString(),
      good: 29_940,
      total: 30_000,
    })
    expect(whole?.before.costPerRequest).toBeCloseTo(0.001, 12)
    expect([whole?.after.badRatio, whole?.change, whole?.expectedBadRatio]).toEqual([0.051, 0.049, 0.002].map((value) => expect.closeTo(value, 9)))
    expect([eu, us].map((effect) => [effect?.part, effect?.partName, effect?.regressed])).toEqual([
      ['REGION', 'eu', true],
      ['REGION', 'us', false],
    ])
    expect(deployment?.blindSpots).toEqual(['freshness'])
  })

  it('is in the measures', async () => {
    const window = { from: new Date(START - 86_400_000).toISOString(), to: new Date(START + 86_400_000).toISOString() }
    const { data } = await app.graphql<{
      metrics: { key: string; groups: { total: { value: number; n: number; stats: { name: string; value: number }[] } }[] }[]
    }>(
      `query ($window: WindowInput!) { metrics(keys: [post_deploy_sli_change, slo_attainment, sli_validation_pass_rate], window: $window) {
        key groups { total { value n stats { name value } } } } }`,
      { window },
    )
    const byKey = Object.fromEntries(data.metrics.map(({ key, groups }) => [key, groups[0]?.total]))
    expect(byKey.post_deploy_sli_change?.value).toBeCloseTo(0.049, 9)
    expect(byKey.post_deploy_sli_change?.stats).toContainEqual({ name: 'regressed', value: 1 })
    // 60 + 1,530 bad of 60,000.
    expect(byKey.slo_attainment?.value).toBeCloseTo(1 - 1590 / 60_000, 12)
    expect(byKey.sli_validation_pass_rate).toMatchObject({ value: 0, n: 1 })
  })

  it('is what burn rules can be tried on', async () => {
    const ask =
      'query ($rules: [BurnRuleInput!]) { burnPreview(slo: "cart-availability", rules: $rules) { pages tickets firings { severity from to burn } } }'
    type Preview = { burnPreview: { pages: number; tickets: number; firings: { severity: string; from: string; burn: number }[] } }
    // 5.1 % bad against 5 % allowed is no burn that any rule in force tells of; but it is one above 1.
    expect((await app.graphql<Preview>(ask)).data.burnPreview).toEqual({ pages: 0, tickets: 0, firings: [] })
    const rule = { severity: 'PAGE', longSeconds: 600, shortSeconds: 300, factor: 1 }
    const { burnPreview } = (await app.graphql<Preview>(ask, { rules: [rule] })).data
    expect(burnPreview).toMatchObject({ pages: 1, tickets: 0, firings: [{ severity: 'PAGE' }] })
    expect(burnPreview.firings[0]?.burn).toBeCloseTo(0.051 / 0.05, 9)
    expect((await app.graphql(ask, { rules: [{ ...rule, factor: 0 }] })).errors?.[0]?.message).toBe('A factor is above 0.')
    expect((await app.graphql(ask, { rules: [{ ...rule, shortSeconds: 900 }] })).errors?.[0]?.message).toContain('short window')
  })

  it('suggests nothing yet, and says why', async () => {
    const ask =
      'query ($op: Comparison) { suggestObjective(service: "cart", indicator: "availability", op: $op) { target reasons days { good total } } }'
    const { data } = await app.graphql<{ suggestObjective: { target: number | null; reasons: string[]; days: { total: number }[] } }>(ask)
    expect(data.suggestObjective.target).toBeNull()
    expect(data.suggestObjective.reasons[0]).toContain('60,000 events are too little')
    expect(data.suggestObjective.days.reduce((sum, { total }) => sum + total, 0)).toBe(60_000)
    expect((await app.graphql(ask, { op: 'LT' })).errors?.[0]?.message).toBe('op and value belong together.')
  })

  it('stands in the history of the indicator', async () => {
    const ask =
      'query ($from: DateTime!, $to: DateTime!) { indicatorHistory(service: "cart", from: $from, to: $to) { indicator environment stepSeconds points { at good total goodRatio } } }'
    const [from, to] = [new Date(START - 30 * MINUTE), new Date(START + 34 * MINUTE)].map((at) => at.toISOString())
    const { data } = await app.graphql<{ indicatorHistory: { stepSeconds: number; points: { good: number; total: number }[] }[] }>(ask, { from, to })
    expect(data.indicatorHistory).toMatchObject([{ indicator: 'availability', environment: 'production', stepSeconds: 60 }])
    const points = data.indicatorHistory[0]?.points ?? []
    expect(points).toHaveLength(60)
    expect(points.reduce((sum, { good }) => sum + good, 0)).toBe(58_410)
    const { errors } = await app.graphql(ask, { from: to, to: from })
    expect(errors?.[0]?.message).toContain('from must be before to')
    const far = await app.graphql(ask, { from: '2010-01-01T00:00:00Z', to })
    expect(far.errors?.[0]?.message).toContain('3650 days')
  })
})
