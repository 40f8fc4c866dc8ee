import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const REPOSITORY = 'git.example.com/shop/cart'
const at = (time: string) => `2026-10-05T${time}:00Z`
let serial = 0
function event(type: string, time: string, data: object): object {
  serial += 1
  return { id: `e${serial}`, source: 'ci', type, time: at(time), data }
}
const committed = (sha: string, time: string, parent: string | null) =>
  event('change.committed', time, { repository: REPOSITORY, sha, committedAt: at(time), parents: parent === null ? [] : [parent], branch: 'main' })
const deployed = (environment: string, time: string, commit: string) =>
  event('deployment.finished', time, {
    deployment: `${environment}-${commit}`,
    service: 'cart',
    environment,
    repository: REPOSITORY,
    commit,
    version: commit,
    outcome: 'succeeded',
  })

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const events = [
    committed('a1a1a1a1', '08:00', null),
    deployed('prod-eu', '08:10', 'a1a1a1a1'),
    deployed('prod-us', '08:20', 'a1a1a1a1'),
    committed('b1b1b1b1', '09:00', 'a1a1a1a1'),
    committed('c1c1c1c1', '09:30', 'b1b1b1b1'),
    // Europe takes b1 after an hour and c1 after two and a half, America both at noon, after three and two and a half.
    deployed('prod-eu', '10:00', 'b1b1b1b1'),
    deployed('prod-us', '12:00', 'c1c1c1c1'),
    deployed('prod-eu', '12:30', 'c1c1c1c1'),
    // Staging is no production: it counts for neither.
    deployed('staging', '12:40', 'c1c1c1c1'),
  ]
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app?.stop())

type Total = {
  value: number
  n: number
  excluded: { reason: string; count: number }[]
  evidence: { edges: { node: { title: string; environment: string } }[] }
}

async function leadTime(options: string, groupBy = '') {
  const query = `{ metrics(keys: [change_lead_time], window: { from: "2026-10-05T00:00:00Z", to: "2026-10-06T00:00:00Z" }${options}${groupBy}) {
    groups { dimensions { value } total { value n excluded { reason count } evidence { edges { node { title environment } } } } } } }`
  const { data, errors } = await app.graphql<{ metrics: { groups: { dimensions: { value: string }[]; total: Total }[] }[] }>(query)
  expect(errors).toBeUndefined()
  return data.metrics[0]?.groups ?? []
}
const each = ', options: { productionEnvironments: EACH }'

it('a change counts once, where it came to production first', async () => {
  const [group] = await leadTime('')
  // b1 to Europe in 1 h, c1 to America in 2.5 h.
  expect([group?.total.n, group?.total.value]).toEqual([2, 1.75 * 3600])
  expect(group?.total.excluded).toEqual([
    { reason: 'no_baseline', count: 1 },
    { reason: 'already_in_production', count: 3 },
  ])
})

it('by option it counts once in each', async () => {
  const [group] = await leadTime(each)
  // 1 and 3 h in Europe, 3 and 2.5 h in America.
  expect([group?.total.n, group?.total.value]).toEqual([4, 2.75 * 3600])
  expect(group?.total.excluded).toEqual([{ reason: 'no_baseline', count: 2 }])
  expect(group?.total.evidence.edges.map(({ node: { title, environment } }) => `${title} ${environment}`).sort()).toEqual([
    `${REPOSITORY}@b1b1b1b1 prod-eu`,
    `${REPOSITORY}@b1b1b1b1 prod-us`,
    `${REPOSITORY}@c1c1c1c1 prod-eu`,
    `${REPOSITORY}@c1c1c1c1 prod-us`,
  ])
  const byEnvironment = await leadTime(each, ', groupBy: [ENVIRONMENT]')
  expect(byEnvironment.map(({ dimensions, total }) => [dimensions[0]?.value, total.n, total.value])).toEqual([
    ['prod-eu', 2, 2 * 3600],
    ['prod-us', 2, 2.75 * 3600],
  ])
})
