import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { postEvents } from '../../test/e2e/ask-over-http.js'

type Row = Record<string, string>
type Listed<Node> = { edges: { node: Node }[] }

const MINUTE = 60_000
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE
const minutesAgo = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString()
const WINDOW = 'from=2026-10-04T00:00:00Z&to=2026-10-26T00:00:00Z'
/** More than two pages that an export reads at once. */
const REPORTED = 1_100
const OVER = 40

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const alerts = Array.from({ length: REPORTED }, (_, index) => {
    const data = { incident: `alert-${index}`, service: index % 2 === 0 ? 'cart' : 'web', title: `Alert ${index}` }
    return { id: `begin ${index}`, source: 'alertmanager/main', type: 'incident.detected', time: minutesAgo(2_000 - index), data }
  })
  const ends = alerts.slice(0, OVER).map(({ id, source, data: { incident } }) => {
    return { id: `end of ${id}`, source, type: 'incident.resolved', time: minutesAgo(10), data: { incident } }
  })
  const told = (source: string, minute: string, type: string, data: object) => ({
    id: `${source} ${minute}`,
    source,
    type,
    time: `2026-10-06T11:${minute}:00Z`,
    data,
  })
  const rollout = { deployment: 'web-1', service: 'web', environment: 'production', outcome: 'succeeded' }
  const contradicting = [
    told('ci', '00', 'deployment.finished', { ...rollout, version: '1' }),
    told('ci', '05', 'deployment.finished', { ...rollout, version: '=2' }),
    told('pager', '10', 'incident.detected', { incident: 'INC-1', service: 'cart', severity: 'SEV2' }),
    told('desk', '20', 'incident.updated', { incident: 'INC-1', severity: 'SEV1' }),
  ]
  const reading = (sli: string, good: number) => {
    const data = { service: 'cart', environment: 'production', sli, from: minutesAgo(5), to: minutesAgo(4), total: 100, good }
    return { id: sli, source: 'probe', type: 'sli.sampled', time: minutesAgo(4), data }
  }
  await postEvents(app, [...alerts, ...ends, ...contradicting, reading('answers', 95), reading('latency', 80)])
  await app.settled()
  const parts = '[{ indicator: "answers", target: 0.99, weight: 3 }, { indicator: "latency", target: 0.9 }]'
  const { errors } = await app.graphql(`mutation {
    answers: saveIndicator(input: { name: "answers", kind: REPORTED }) { name }
    latency: saveIndicator(input: { name: "latency", kind: REPORTED }) { name }
    whole: saveSlo(input: { name: "cart-whole", displayName: "Cart as a whole", service: "cart", parts: ${parts} }) { name }
    web: saveSlo(input: { name: "web-answers", service: "web", indicator: "answers", target: 0.99 }) { name } }`)
  expect(errors).toBeUndefined()
})
afterAll(() => app?.stop())

async function rowsOf(path: string): Promise<Row[]> {
  const response = await app.request(`/v1/export/${path}`)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return parse(text, { columns: true }) as Row[]
}

it('alerts are whole over many pages, the latest first, and by their filters', async () => {
  const all = await rowsOf('alerts.csv?rules=external')
  expect(all.map(({ title }) => title)).toEqual(Array.from({ length: REPORTED }, (_, index) => `Alert ${REPORTED - 1 - index}`))
  expect(all[0]).toMatchObject({ state: 'FIRING', severity: 'TICKET', source: 'alertmanager/main', rule: 'external', resolvedAt: '' })
  const over = await rowsOf('alerts.csv?rules=external&states=resolved')
  expect([over.length, over[0]?.resolvedAt]).toEqual([OVER, minutesAgo(10)])
  expect(new Set((await rowsOf('alerts.csv?rules=external&services=cart')).map(({ service }) => service))).toEqual(new Set(['cart']))
})

it('contradictions are what the list of them has, by the same filters', async () => {
  const rows = await rowsOf(`contradictions.csv?${WINDOW}`)
  const { data } = await app.graphql<{ contradictions: Listed<Row> }>(
    '{ contradictions(filter: { from: "2026-10-04T00:00:00Z", to: "2026-10-26T00:00:00Z" }) { edges { node { kind fact service field source } } } }',
  )
  const listed = data.contradictions.edges.map(({ node }) => node)
  expect(listed.map(({ kind, field }) => [kind, field])).toEqual([
    ['INCIDENT', 'severity'],
    ['DEPLOYMENT', 'version'],
  ])
  const told = ({ kind, fact, service, field, source }: Row) => [kind, fact, service, field, source]
  expect(rows.map(told)).toEqual(listed.map(told))
  // What a spreadsheet would run is not what it says.
  expect(rows[1]).toMatchObject({ kept: "'=2", dropped: '1', environment: 'production', releaseId: 'web@=2' })
  expect((await rowsOf(`contradictions.csv?${WINDOW}&kinds=deployment`)).map(({ fact }) => fact)).toEqual(['web-1'])
  expect((await rowsOf(`contradictions.csv?${WINDOW}&services=cart`)).map(({ fact }) => fact)).toEqual(['INC-1'])
})

it('objectives are a row for each, and one for the composite that they make', async () => {
  const rows = await rowsOf('objectives.csv')
  expect(rows.map(({ name, of, indicator, weight }) => [name, of, indicator, weight])).toEqual([
    ['cart-whole', 'objective', 'answers', '3'],
    ['cart-whole', 'objective', 'latency', '1'],
    ['cart-whole', 'composite', '', ''],
    ['web-answers', 'objective', 'answers', '1'],
  ])
  const numbers = ({ target, attainment, budgetLeft }: Row) => [target, attainment, budgetLeft].map((text) => Number(Number(text).toFixed(6)))
  // 5 % bad of 1 % allowed; of the whole, 3 × 5 % + 20 % bad of 3 × 1 % + 10 % allowed.
  expect(numbers(rows[0] as Row)).toEqual([0.99, 0.95, -4])
  expect(numbers(rows[2] as Row)).toEqual([0.9675, 0.9125, Number((1 - 0.35 / 0.13).toFixed(6))])
  expect(rows[3]).toMatchObject({ title: 'web-answers', attainment: '', burnLastHour: '', good: '0', dataFrom: '' })
  expect((await rowsOf('objectives.csv?services=web')).map(({ name }) => name)).toEqual(['web-answers'])
})
