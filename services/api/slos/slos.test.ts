import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(async () => {
  await app?.stop()
})

const FILE = `apiVersion: openslo/v1
kind: SLI
metadata: { name: availability }
spec:
  ratioMetric:
    bad: { metricSource: { spec: { query: 'requests_total{code=~"5.."}' } } }
    total: { metricSource: { spec: { query: requests_total } } }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: cart-availability }
spec:
  service: cart
  indicatorRef: availability
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.995 }]
`

type Outcome = { applyOpenSlo: { applied: boolean; slos: string[]; problems: { line: number; message: string }[] } }
const APPLY = 'mutation ($yaml: String!, $dryRun: Boolean) { applyOpenSlo(yaml: $yaml, dryRun: $dryRun) { applied slos problems { line message } } }'

async function names(): Promise<string[]> {
  const { data } = await app.graphql<{ slos: { edges: { node: { name: string } }[] } }>('{ slos { edges { node { name } } } }')
  return data.slos.edges.map(({ node }) => node.name)
}

describe('OpenSLO files', () => {
  it('are tried, refused whole with their lines, applied, and given back', async () => {
    const tried = await app.graphql<Outcome>(APPLY, { yaml: FILE, dryRun: true })
    expect(tried.data.applyOpenSlo).toEqual({ applied: false, slos: ['cart-availability'], problems: [] })
    const refused = await app.graphql<Outcome>(APPLY, { yaml: FILE.replace('0.995', '99.5') })
    expect(refused.data.applyOpenSlo).toMatchObject({ applied: false, problems: [{ line: 17 }] })
    expect(await names()).toEqual([])
    expect((await app.graphql<Outcome>(APPLY, { yaml: FILE })).data.applyOpenSlo.applied).toBe(true)
    expect(await names()).toEqual(['cart-availability'])
    const written = (await app.graphql<{ openSlo: string }>('{ openSlo(services: ["cart"]) }')).data.openSlo
    expect((await app.graphql<Outcome>(APPLY, { yaml: written })).data.applyOpenSlo).toMatchObject({ applied: true, problems: [] })
    expect((await app.graphql<{ openSlo: string }>('{ openSlo }')).data.openSlo).toBe(written)
  })

  it('of a composite are judged together, and tried whole or in part', async () => {
    const composite = `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-composite }
spec:
  service: checkout
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { target: 0.99, indicatorRef: availability, compositeWeight: 3 }
    - { target: 0.9, indicatorRef: latency }
`
    expect((await app.graphql<Outcome>(APPLY, { yaml: composite })).data.applyOpenSlo).toMatchObject({ applied: true, problems: [] })
    const now = Math.floor(Date.now() / 60_000) * 60_000
    const reading = (sli: string, minutesAgo: number, good: number, total: number) => ({
      id: `composite ${sli} ${minutesAgo}`,
      source: 'probe',
      type: 'sli.sampled',
      time: new Date(now - minutesAgo * 60_000).toISOString(),
      data: {
        service: 'checkout',
        sli,
        environment: 'production',
        from: new Date(now - (minutesAgo + 1) * 60_000).toISOString(),
        to: new Date(now - minutesAgo * 60_000).toISOString(),
        good,
        total,
      },
    })
    const events = [2, 3, 4].flatMap((minute) => [reading('availability', minute, 95, 100), reading('latency', minute, 8, 10)])
    await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
    await app.settled()
    type Composite = { slo: { composite: { target: number; attainment: number; budgetLeft: number }; objectives: { weight: number }[] } }
    const { data } = await app.graphql<Composite>(
      '{ slo(name: "checkout-composite") { composite { target attainment budgetLeft } objectives { weight } } }',
    )
    expect(data.slo.objectives).toEqual([{ weight: 3 }, { weight: 1 }])
    // (3 × 0.99 + 0.9) / 4; (3 × 0.95 + 0.8) / 4; 3 × 5 % + 20 % bad of 3 × 1 % + 10 % allowed.
    expect(data.slo.composite.target).toBeCloseTo(0.9675, 12)
    expect(data.slo.composite.attainment).toBeCloseTo(0.9125, 12)
    expect(data.slo.composite.budgetLeft).toBeCloseTo(1 - 0.35 / 0.13, 9)
    type Tried = { burnPreview: { firings: { burn: number }[] } }
    const tried = async (objective: string) => {
      const rules = '[{ severity: PAGE, longSeconds: 300, shortSeconds: 60, factor: 1.5 }]'
      const { data: answer } = await app.graphql<Tried>(
        `{ burnPreview(slo: "checkout-composite"${objective}, rules: ${rules}) { firings { burn } } }`,
      )
      return answer.burnPreview.firings.map(({ burn }) => Math.round(burn * 1_000) / 1_000)
    }
    // The composite, one part by itself, and the other, of which six bad events are too few.
    expect(await tried('')).toEqual([2.692])
    expect(await tried(', objective: 0')).toEqual([5])
    expect(await tried(', objective: 1')).toEqual([])
  })

  it('need an administrator', async () => {
    const made = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "reader", scopes: [READ]) { secret } }')
    const { errors } = await app.graphql(APPLY, { yaml: FILE }, { token: made.data.createToken.secret })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

describe('reported readings', () => {
  it('are in the objective, once, however often and in whatever order they come, and a correction replaces them', async () => {
    const at = (minutesAgo: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - minutesAgo * 60_000).toISOString()
    const reading = (id: string, minutesAgo: number, good: number, more: object = {}) => ({
      id,
      source: 'probe',
      type: 'sli.sampled',
      time: at(minutesAgo),
      data: { service: 'cart', sli: 'availability', environment: 'production', from: at(minutesAgo + 1), to: at(minutesAgo), good, total: 100 },
      ...more,
    })
    const send = async (...events: object[]) => {
      const body = JSON.stringify(events)
      const answer = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      expect(answer.status).toBe(202)
      await app.settled()
    }
    const counted = async () => {
      const { data } = await app.graphql<{ slo: { objectives: { good: number; total: number; budgetLeft: number }[] } }>(
        '{ slo(name: "cart-availability") { objectives { good total budgetLeft } } }',
      )
      return data.slo.objectives[0]
    }
    await send(reading('b', 3, 90), reading('a', 5, 100))
    await send(reading('a', 5, 100))
    // 10 bad of 200, where half a per cent may be: ten times the budget.
    expect(await counted()).toMatchObject({ good: 190, total: 200 })
    expect((await counted())?.budgetLeft).toBeCloseTo(-9, 9)
    await send(reading('b', 3, 99, { revision: 1 }))
    expect(await counted()).toMatchObject({ good: 199, total: 200 })
    await send(reading('b', 3, 90))
    expect(await counted()).toMatchObject({ good: 199, total: 200 })
  })
})
