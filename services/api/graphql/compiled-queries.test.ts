import { createRequire } from 'node:module'
import { parse, type OperationDefinitionNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { compiledQueries } from './compiled-queries.js'

// The library that compiles knows only classes that it has loaded itself.
const { buildSchema } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

describe('a compiled question', () => {
  const schema = buildSchema('type Query { metrics(keys: [String!]): [Int!]! fails: Int other: Int }')
  const root = schema.getQueryType()?.getFields() ?? {}
  let times = 0
  Object.assign(root.metrics ?? {}, { resolve: () => [(times += 1)] })
  Object.assign(root.fails ?? {}, {
    resolve() {
      throw new Error('no')
    },
  })

  async function answerOf(source: string, variables: Record<string, unknown> = {}) {
    const document = parse(source)
    const operation = document.definitions[0] as OperationDefinitionNode
    const listener = await compiledQueries().requestDidStart?.({} as never)
    const given = { schema, document, source, operation, operationName: operation.name?.value ?? null, contextValue: {}, request: { variables } }
    const answer = await listener?.responseForOperation?.(given as never)
    return answer?.body.kind === 'single' ? answer.body.singleResult : answer
  }

  it('is one of measures, carried out once', async () => {
    times = 0
    expect(await answerOf('query Q($keys: [String!]) { metrics(keys: $keys) }', { keys: ['a'] })).toEqual({ data: { metrics: [1] } })
    expect(times).toBe(1)
  })

  it('is no other, and gives none that has errors', async () => {
    expect(await answerOf('{ other }')).toBeNull()
    expect(await answerOf('{ metrics fails }')).toBeNull()
    expect(await answerOf('query ($keys: [String!]) { metrics(keys: $keys) }', { keys: 7 })).toBeNull()
  })
})

describe('over HTTP', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    const data = { deployment: 'd-1', service: 'payments', environment: 'production', version: '1.0.0', trigger: 'human', region: 'eu' }
    const events = [
      { id: 'started', source: 'ci', type: 'deployment.started', time: '2026-10-02T10:00:00Z', data },
      { id: 'finished', source: 'ci', type: 'deployment.finished', time: '2026-10-02T10:10:00Z', data: { ...data, outcome: 'succeeded' } },
    ]
    await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
    await app.settled()
  })
  afterAll(() => app?.stop())

  const EVERYTHING = `query Q($window: WindowInput!, $without: Boolean!) {
    metrics(keys: [deployment_frequency, change_lead_time], window: $window, interval: DAY, groupBy: [SERVICE, TRIGGER], compare: true) {
      __typename key
      definition { key title unit exclusions { reason description } options { name value } }
      groups {
        dimensions { dimension value }
        previous { ...Value }
        total { ...Value level { name edition } evidence(first: 5) { totalCount edges { cursor node { id kind at service title } } pageInfo { hasNextPage } } }
        days: series @skip(if: $without) { from to partial immature value { ...Value } }
      }
    }
    REST
  }
  fragment Value on MetricValue { value unit n low high coverage excluded { reason count } stats { name value } }`
  const window = { from: '2026-10-01T00:00:00Z', to: '2026-10-04T00:00:00Z' }

  it.each([true, false])('says what the usual way says, with series left out: %s', async (without) => {
    const ask = (rest: string) => app.graphql(EVERYTHING.replace('REST', rest), { window, without })
    const compiled = await ask('')
    // One field with an error and the whole is carried out the usual way.
    const usual = await ask('alertPreview(rule: "absence", from: "2026-10-02T00:00:00Z", to: "2026-10-01T00:00:00Z") { pages }')
    expect(compiled.errors).toBeUndefined()
    expect(usual.errors).toHaveLength(1)
    const { metrics } = compiled.data as { metrics: { groups: { total: { n: number; evidence: { totalCount: number } }; days?: unknown[] }[] }[] }
    expect(metrics[0]?.groups[0]?.total).toMatchObject({ n: 1, evidence: { totalCount: 1 } })
    expect(metrics[0]?.groups[0]?.days?.length).toBe(without ? undefined : 3)
    expect(compiled.data).toEqual({ metrics: (usual.data as { metrics: unknown }).metrics })
  })
})
