import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const DAY_MS = 86_400_000
const from = '2026-10-01T00:00:00Z'
const to = '2026-10-08T00:00:00Z'

/** Three days of one rollout a day, the second failed. */
const events = [0, 1, 2].flatMap((day) => {
  const at = (minutes: number) => new Date(Date.parse('2026-10-02T10:00:00Z') + day * DAY_MS + minutes * 60_000).toISOString()
  const data = {
    deployment: `d-${day}`,
    service: 'payments',
    environment: 'production',
    version: `1.${day}.0`,
    trigger: day === 0 ? 'human' : 'automatic',
    region: 'eu',
  }
  const outcome = day === 1 ? 'failed' : 'succeeded'
  return [
    { id: `started-${day}`, source: 'ci', type: 'deployment.started', time: at(0), data },
    { id: `finished-${day}`, source: 'ci', type: 'deployment.finished', time: at(10), data: { ...data, outcome } },
  ]
})

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
})
afterAll(() => app?.stop())

async function codesOf(args: string, fields = 'key'): Promise<string[]> {
  const { errors } = await app.graphql(`{ metrics(${args}) { ${fields} } }`)
  return (errors ?? []).map(({ extensions }) => extensions.code)
}

const window = `window: { from: "${from}", to: "${to}" }`
const keys = 'keys: [deployment_frequency]'

describe('a question that cannot be answered as asked is an error with a code', () => {
  it.each([
    ['an unknown measure', `keys: [lines_of_code], ${window}`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a window that ends before it begins', `${keys}, window: { from: "${to}", to: "${from}" }`, 'INVALID_WINDOW'],
    ['a window that holds no time', `${keys}, window: { from: "${from}", to: "${from}" }`, 'INVALID_WINDOW'],
    ['a zone that is none', `${keys}, window: { from: "${from}", to: "${to}", timeZone: "Europe/Nowhere" }`, 'UNKNOWN_TIME_ZONE'],
    ['too many buckets', `${keys}, window: { from: "2016-01-01T00:00:00Z", to: "${to}" }, interval: HOUR`, 'TOO_MANY_BUCKETS'],
    ['an unknown profile', `${keys}, ${window}, options: { profile: "nobody" }`, 'UNKNOWN_PROFILE'],
  ])('%s', async (_title, args, code) => {
    expect(await codesOf(args)).toEqual([code])
  })

  it('a cursor of evidence that is none', async () => {
    expect(await codesOf(`${keys}, ${window}`, 'groups { total { evidence(after: "nonsense") { totalCount edges { cursor } } } }')).toEqual([
      'BAD_USER_INPUT',
    ])
  })

  it('a level of an edition that was never published', async () => {
    expect(await codesOf(`${keys}, ${window}`, 'groups { total { level(edition: "1999") { name } } }')).toEqual(['UNKNOWN_EDITION'])
  })
})

describe('an answer', () => {
  type Total = {
    value: number | null
    n: number
    unit: string
    low: number | null
    high: number | null
    excluded: object[]
    stats: { name: string; value: number | null }[]
    level: { edition: string } | null
  }
  type Answer = {
    metrics: { key: string; groups: { dimensions: object[]; total: Total; previous: Total | null; series: { from: string; value: Total }[] }[] }[]
  }
  const TOTAL = 'value n unit low high excluded { reason count } stats { name value } level { edition }'

  it('has the number, its bounds, what was left out, and the period before', async () => {
    const { data } = await app.graphql<Answer>(
      `{ metrics(keys: [change_failure_rate, deployment_frequency], ${window}, interval: DAY, groupBy: [TRIGGER], compare: true) { key groups { dimensions { dimension value } total { ${TOTAL} } previous { ${TOTAL} } series { from value { ${TOTAL} } } } } }`,
    )
    expect(data.metrics.map(({ key }) => key)).toEqual(['change_failure_rate', 'deployment_frequency'])
    const [automatic, human] = data.metrics[0]?.groups ?? []
    expect(automatic?.dimensions).toEqual([{ dimension: 'TRIGGER', value: 'automatic' }])
    expect(automatic?.total).toMatchObject({ value: 0.5, n: 2, unit: 'RATIO', excluded: [] })
    expect(human?.total).toMatchObject({ value: 0, n: 1 })
    expect(human?.previous).toMatchObject({ value: null, n: 0, low: null, high: null })
    expect(automatic?.series.map(({ value }) => value.value)).toEqual([null, null, 1, 0, null, null, null])
    const frequency = data.metrics[1]?.groups[0]
    expect(frequency?.total).toMatchObject({ value: 1, excluded: [{ reason: 'not_succeeded', count: 1 }] })
    // Nothing had been heard of anything by then: no number, and no level either.
    expect(frequency?.previous).toMatchObject({ value: null, level: null })
    expect(frequency?.previous?.stats.map(({ value }) => value)).toEqual(frequency?.total.stats.map(() => null))
  })

  it('opens the records behind it, counted and left out, page by page', async () => {
    type Evidence = {
      metrics: {
        groups: {
          total: Record<
            'counted' | 'first' | 'excluded',
            {
              totalCount: number
              pageInfo: { hasNextPage: boolean; endCursor: string }
              edges: { node: { id: string; state: string; releaseId: string } }[]
            }
          >
        }[]
      }[]
    }
    const page = 'totalCount pageInfo { hasNextPage endCursor } edges { node { id state releaseId } }'
    const ask = async (after: string | null) => {
      const { data } = await app.graphql<Evidence>(
        `query ($after: String) { metrics(${keys}, ${window}) { groups { total { counted: evidence { ${page} } first: evidence(first: 1, after: $after) { ${page} } excluded: evidence(state: EXCLUDED) { ${page} } } } } }`,
        { after },
      )
      return data.metrics[0]?.groups[0]?.total as Evidence['metrics'][0]['groups'][0]['total']
    }
    const { counted, first, excluded } = await ask(null)
    expect(counted.edges.map(({ node }) => [node.id, node.releaseId])).toEqual([
      ['d-2', 'payments@1.2.0'],
      ['d-0', 'payments@1.0.0'],
    ])
    expect(excluded.edges.map(({ node }) => [node.id, node.state])).toEqual([['d-1', 'not_succeeded']])
    expect([first.totalCount, first.pageInfo.hasNextPage, first.edges[0]?.node.id]).toEqual([2, true, 'd-2'])
    const { first: next } = await ask(first.pageInfo.endCursor)
    expect([next.totalCount, next.pageInfo.hasNextPage, next.edges[0]?.node.id]).toEqual([2, false, 'd-0'])
  })
})
