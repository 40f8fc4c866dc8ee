import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const MINUTE = 60_000
const START = Math.floor(Date.now() / MINUTE) * MINUTE - 120 * MINUTE
const SERVED = START + 4 * MINUTE
const iso = (at: number) => new Date(at).toISOString()

/** A minute of a thousand requests. */
const reading = (service: string, at: number, good: number) => ({
  id: `${service} ${at}`,
  source: 'test',
  type: 'sli.sampled',
  time: iso(at + MINUTE),
  data: { service, environment: 'production', sli: 'availability', from: iso(at), to: iso(at + MINUTE), good, total: 1000 },
})

let app: TestApp
async function send(events: object[]) {
  const headers = { 'content-type': 'application/json' }
  expect((await app.request('/v1/events', { method: 'POST', body: JSON.stringify(events), headers })).status).toBe(202)
  await app.settled()
}
beforeAll(async () => {
  app = await startTestApp()
  const rollout = { service: 'cart', environment: 'production', deployment: 'd1', version: '2.0' }
  const minutes = Array.from({ length: 30 }, (_, index) => index * MINUTE)
  await send([
    { id: 'declared', source: 'test', type: 'service.declared', time: iso(START - 86_400_000), data: { service: 'cart', team: 'shop' } },
    { id: 'started', source: 'test', type: 'deployment.started', time: iso(START), data: rollout },
    { id: 'finished', source: 'test', type: 'deployment.finished', time: iso(SERVED), data: { ...rollout, outcome: 'succeeded' } },
    ...minutes.map((at) => reading('cart', START - 30 * MINUTE + at, 990)),
    ...minutes.map((at) => reading('cart', SERVED + at, 950)),
  ])
  const objective = 'saveSlo(input: { name: "cart-answers", service: "cart", indicator: "availability", target: 0.9, windowDays: 30 }) { name }'
  const made = await app.graphql(`mutation { saveIndicator(input: { name: "availability", kind: REPORTED }) { name } ${objective} }`)
  expect(made.errors).toBeUndefined()
  await app.settled()
})
afterAll(() => app?.stop())

const rename = async (from: string, to: string) => {
  const { errors } = await app.graphql(`mutation { renameService(from: "${from}", to: "${to}", reason: "as it is called now") { changed } }`)
  expect(errors).toBeUndefined()
  await app.settled()
}

type Total = { value: number | null }
type Answer = {
  metrics: { groups: { dimensions: { value: string }[]; total: Total }[] }[]
  slos: { edges: { node: { name: string; service: string; objectives: { good: number; total: number }[] } }[] }
  indicatorHistory: { points: { total: number }[] }[]
  deployments: { edges: { node: { blindSpots: string[]; effects: { change: number }[] } }[] }
}

/** What telemetry says of the service under a name: by the measures, on its page and on the page of its objectives. */
async function told(service: string) {
  const window = `{ from: "${iso(START - 86_400_000)}", to: "${iso(START + 86_400_000)}" }`
  const { data } = await app.graphql<Answer>(`{
    metrics(keys: [post_deploy_sli_change, slo_attainment], scope: { services: ["${service}"] }, window: ${window}, groupBy: [TEAM, SERVICE]) {
      groups { dimensions { value } total { value } } }
    slos(filter: { services: ["${service}"] }) { edges { node { name service objectives { good total } } } }
    indicatorHistory(service: "${service}", from: "${iso(START - 60 * MINUTE)}", to: "${iso(START + 90 * MINUTE)}") { points { total } }
    deployments(filter: { services: ["${service}"] }) { edges { node { blindSpots effects { change } } } } }`)
  const [change, attainment] = data.metrics.map(({ groups }) =>
    groups.map(({ dimensions, total }) => [...dimensions.map(({ value }) => value), total.value]),
  )
  return {
    change,
    attainment,
    objectives: data.slos.edges.map(({ node }) => [node.name, node.service, ...node.objectives.map(({ good, total }) => `${good} of ${total}`)]),
    events: data.indicatorHistory.flatMap(({ points }) => points).reduce((sum, { total }) => sum + total, 0),
    rollouts: data.deployments.edges.map(({ node }) => [node.blindSpots, node.effects.map(({ change: one }) => one)]),
  }
}

/** 300 bad of 30,000 before the rollout and 1,500 after it, and then so many good of so many more. */
const expected = (service: string, moreGood: number, more: number) => ({
  change: [['shop', service, expect.closeTo(0.04, 12)]],
  attainment: [['shop', service, expect.closeTo((58_200 + moreGood) / (60_000 + more), 12)]],
  objectives: [['cart-answers', service, `${58_200 + moreGood} of ${60_000 + more}`]],
  events: 60_000 + more,
  rollouts: [[[], [expect.closeTo(0.04, 12)]]],
})

it('takes its telemetry and its objectives along, whatever name they are sent and declared under', async () => {
  expect(await told('cart')).toEqual(expected('cart', 0, 0))
  await rename('cart', 'basket')
  expect(await told('basket')).toEqual(expected('basket', 0, 0))
  expect(await told('cart')).toEqual(expected('basket', 0, 0))
  await send([reading('basket', SERVED + 40 * MINUTE, 0), reading('cart', SERVED + 41 * MINUTE, 1000)])
  expect(await told('basket')).toEqual(expected('basket', 1000, 2000))
  await rename('basket', 'cart')
  expect(await told('cart')).toEqual(expected('cart', 1000, 2000))
})
