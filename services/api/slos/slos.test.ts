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
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: latency }
spec: { thresholdMetric: { metricSource: { spec: { reported: true } } } }
`
    const lost = await app.graphql<Outcome>(APPLY, { yaml: composite.split('---')[0] })
    expect(lost.data.applyOpenSlo).toMatchObject({
      applied: false,
      problems: [{ line: 10, message: 'there is no SLI latency, and no reading of one' }],
    })
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

  it('of a composite are declared part by part as a form does, and refused where parts are lacking', async () => {
    const save = (fields: string) =>
      app.graphql<{ saveSlo: object }>(`mutation {
        saveSlo(input: { name: "checkout-whole", service: "checkout", ${fields} }) { composite { target } objectives { indicator weight target } }
      }`)
    const availability = '{ indicator: "availability", target: 0.99, weight: 3 }'
    expect((await save(`parts: [${availability}]`)).errors?.[0]?.message).toBe('parts: A composite has at least two parts.')
    expect((await save(`parts: [${availability}, { indicator: "latency", target: 1 }]`)).errors?.[0]?.message).toContain('objectives[1].target')
    expect((await save('indicator: "availability"')).errors?.[0]?.message).toContain('has an indicator and a target, or else parts')
    const { data, errors } = await save(`parts: [${availability}, { indicator: "latency", target: 0.9 }]`)
    expect(errors).toBeUndefined()
    expect(data.saveSlo).toEqual({
      // (3 × 0.99 + 0.9) / 4.
      composite: { target: expect.closeTo(0.9675, 12) },
      objectives: [
        { indicator: 'availability', weight: 3, target: 0.99 },
        { indicator: 'latency', weight: 1, target: 0.9 },
      ],
    })
    expect((await save('indicator: "availability", target: 0.9')).errors?.[0]?.message).toContain('has 2 objectives')
    const { openSlo } = (await app.graphql<{ openSlo: string }>('{ openSlo(services: ["checkout"]) }')).data
    expect(openSlo).toContain('compositeWeight: 3')
    expect((await app.graphql('mutation { deleteSlo(name: "checkout-whole") }')).errors).toBeUndefined()
  })

  it('of alert policies are kept with what they refer to, stand on the objective, and are tried by themselves', async () => {
    const policies = `apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: fast }
spec:
  conditions: [{ conditionRef: quick }]
  notificationTargets: [{ targetRef: on-call }]
`
    const rest = `---
apiVersion: openslo/v1
kind: AlertCondition
metadata: { name: quick }
spec: { severity: critical, condition: { kind: burnrate, op: gt, threshold: 2, lookbackWindow: 5m, alertAfter: 2m } }
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: on-call }
spec: { target: pagerduty }
`
    const objective = `---
apiVersion: openslo/v1
kind: SLO
metadata: { name: parcel }
spec:
  service: parcels
  indicatorRef: availability
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  alertPolicies: [fast]
  objectives: [{ target: 0.9 }]
`
    const indicator = `---
${FILE.slice(0, FILE.indexOf('---'))}`
    const alone = await app.graphql<Outcome>(APPLY, { yaml: policies })
    expect(alone.data.applyOpenSlo).toMatchObject({
      applied: false,
      problems: [
        { line: 5, message: 'there is no AlertCondition quick' },
        { line: 6, message: 'there is no AlertNotificationTarget on-call' },
      ],
    })
    expect((await app.graphql<Outcome>(APPLY, { yaml: policies + rest + objective + indicator })).data.applyOpenSlo).toMatchObject({
      applied: true,
      problems: [],
    })
    type Policies = { slo: { alertPolicies: object[] } }
    const read = async () =>
      (
        await app.graphql<Policies>(
          '{ slo(name: "parcel") { alertPolicies { name severity threshold lookbackSeconds alertAfterSeconds targets { name target } } } }',
        )
      ).data.slo.alertPolicies
    const whole = { name: 'fast', severity: 'PAGE', threshold: 2, lookbackSeconds: 300, alertAfterSeconds: 120 }
    expect(await read()).toEqual([{ ...whole, targets: [{ name: 'on-call', target: 'pagerduty' }] }])

    const written = (await app.graphql<{ openSlo: string }>('{ openSlo(services: ["parcels"]) }')).data.openSlo
    for (const kind of ['AlertPolicy', 'AlertCondition', 'AlertNotificationTarget', 'SLO', 'SLI']) expect(written).toContain(`kind: ${kind}\n`)
    expect((await app.graphql<Outcome>(APPLY, { yaml: written })).data.applyOpenSlo).toMatchObject({ applied: true, problems: [] })
    expect((await app.graphql<{ openSlo: string }>('{ openSlo(services: ["parcels"]) }')).data.openSlo).toBe(written)

    const remove = 'mutation ($kind: OpenSloKind!, $name: ID!) { deleteOpenSloObject(kind: $kind, name: $name) }'
    const refused = await app.graphql(remove, { kind: 'ALERT_CONDITION', name: 'quick' })
    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('fast') })
    const save = `mutation ($policies: [String!]) {
      saveSlo(input: { name: "parcel", service: "parcels", indicator: "availability", target: 0.9, alertPolicies: $policies }) { alertPolicies { name } }
    }`
    const unknown = await app.graphql(save, { policies: ['slow'] })
    expect(unknown.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('slow') })
    expect((await app.graphql<{ saveSlo: object }>(save, {})).data.saveSlo).toEqual({ alertPolicies: [{ name: 'fast' }] })

    const now = Math.floor(Date.now() / 60_000) * 60_000
    const readings = Array.from({ length: 20 }, (_, index) => ({
      id: `parcel ${index}`,
      source: 'probe',
      type: 'sli.sampled',
      time: new Date(now - index * 60_000).toISOString(),
      data: {
        service: 'parcels',
        sli: 'availability',
        environment: 'production',
        from: new Date(now - (index + 1) * 60_000).toISOString(),
        to: new Date(now - index * 60_000).toISOString(),
        // A quarter of all is bad for as long as it is judged, of which a tenth is allowed.
        good: 75,
        total: 100,
      },
    }))
    await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(readings) })
    await app.settled()
    type Tried = {
      burnPreview: { pages: number; tickets: number; firings: { longSeconds: number; factor: number; burn: number; to: string | null }[] }
    }
    const tried = await app.graphql<Tried>('{ burnPreview(slo: "parcel") { pages tickets firings { longSeconds factor burn to } } }')
    expect(tried.data.burnPreview).toEqual({
      pages: 1,
      tickets: 0,
      firings: [{ longSeconds: 300, factor: 2, burn: expect.closeTo(2.5, 9), to: null }],
    })

    expect((await app.graphql<{ saveSlo: object }>(save, { policies: [] })).data.saveSlo).toEqual({ alertPolicies: [] })
    expect((await app.graphql<{ deleteOpenSloObject: boolean }>(remove, { kind: 'ALERT_POLICY', name: 'fast' })).data.deleteOpenSloObject).toBe(true)
    expect((await app.graphql<{ deleteOpenSloObject: boolean }>(remove, { kind: 'ALERT_CONDITION', name: 'quick' })).data.deleteOpenSloObject).toBe(
      true,
    )
  })

  it('need an administrator', async () => {
    const made = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "reader", scopes: [READ]) { secret } }')
    const { errors } = await app.graphql(APPLY, { yaml: FILE }, { token: made.data.createToken.secret })
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

describe('reported readings', () => {
  it('are in the objective, once, however often and in whatever order they come, and a correction replaces them', async () => {
    const minute = Math.floor(Date.now() / 60_000) * 60_000
    const at = (minutesAgo: number) => new Date(minute - minutesAgo * 60_000).toISOString()
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
