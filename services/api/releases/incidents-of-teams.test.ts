import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const at = (minute: string) => `2026-10-03T11:${minute}:00Z`
let serial = 0
function event(type: string, time: string, data: object): object {
  serial += 1
  return { id: `e${serial}`, source: 'ci', type, time, data }
}

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const events = [
    event('service.declared', at('00'), { service: 'cart', team: 'shop' }),
    event('service.declared', at('00'), { service: 'basket', team: 'shop' }),
    event('service.declared', at('00'), { service: 'ledger', team: 'money' }),
    event('deployment.finished', at('01'), { deployment: 'l-1', service: 'ledger', environment: 'production', version: '1', outcome: 'succeeded' }),
    event('incident.detected', at('10'), { incident: 'i-cart', service: 'cart' }),
    event('incident.detected', at('20'), { incident: 'i-both', services: ['basket', 'ledger'] }),
    event('incident.detected', at('30'), { incident: 'i-laid', deployment: 'l-1' }),
    event('incident.detected', at('40'), { incident: 'i-nobody', service: 'stray' }),
  ]
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app?.stop())

it.each([
  ['teams: ["shop"]', 'teams=shop', ['i-cart', 'i-both']],
  // It names a rollout of the ledger alone.
  ['teams: ["money"]', 'teams=money', ['i-both', 'i-laid']],
  ['teams: ["shop", "money"]', 'teams=shop,money', ['i-cart', 'i-both', 'i-laid']],
  ['teams: ["shop"], services: ["ledger"]', 'teams=shop&services=ledger', ['i-both']],
  ['teams: ["nobody"]', 'teams=nobody', []],
])('the incidents of a team are those of its services: %s', async (filter, parameters, ids) => {
  const { data, errors } = await app.graphql<{ incidents: { totalCount: number; edges: { node: { id: string } }[] } }>(
    `{ incidents(filter: { ${filter} }) { totalCount edges { node { id } } } }`,
  )
  expect(errors).toBeUndefined()
  expect(data.incidents.edges.map(({ node }) => node.id)).toEqual(ids.toReversed())
  expect(data.incidents.totalCount).toBe(ids.length)
  const csv = await app.request(`/v1/export/incidents.csv?from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z&${parameters}`)
  const rows = parse(await csv.text(), { columns: true }) as { id: string }[]
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.toSorted())
})
