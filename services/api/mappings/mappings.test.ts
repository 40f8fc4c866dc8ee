import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

type Preview = {
  previewMapping: {
    rules: {
      type: string
      matched: boolean
      events: Record<string, unknown>[]
      problems: { path: string; expression: string; position: number | null; message: string; value: unknown }[]
    }[]
    problems: { path: string; message: string }[]
  }
}

const QUERY = `query ($input: PreviewMappingInput!) {
  previewMapping(input: $input) { rules { type matched events problems { path expression position message value } } problems { path message } }
}`
const MAPPING = {
  mapping: [
    {
      type: 'deployment.finished',
      when: 'state = "done"',
      id: 'job',
      time: 'finished',
      data: { deployment: 'job', service: 'app', environment: '$settings.environment', outcome: 'ok ? "succeeded" : "failed"' },
    },
  ],
  constants: { environment: 'production' },
}
const PAYLOAD = { state: 'done', job: 'run-7', finished: '2026-03-02T11:00:00Z', app: 'mapped', ok: true }

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function preview(settings: string, payload: unknown, integration = 'generic-ci') {
  const { data, errors } = await app.graphql<Preview>(QUERY, {
    input: { integration, settings, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) },
  })
  expect(errors).toBeUndefined()
  return data.previewMapping
}

describe('trying a mapping', () => {
  it('shows the events that it would make', async () => {
    const { rules, problems } = await preview(JSON.stringify(MAPPING), PAYLOAD)
    expect(problems).toEqual([])
    expect(rules).toEqual([
      {
        type: 'deployment.finished',
        matched: true,
        problems: [],
        events: [
          {
            id: 'deployment.finished run-7',
            source: 'generic-ci/preview',
            type: 'deployment.finished',
            time: '2026-03-02T11:00:00Z',
            data: { deployment: 'run-7', service: 'mapped', environment: 'production', outcome: 'succeeded' },
          },
        ],
      },
    ])
  })

  it('takes YAML', async () => {
    const { rules } = await preview('preset: grafana\n', { alerts: [] }, 'generic-incident')
    expect(rules.map(({ type, matched }) => [type, matched])).toEqual([
      ['incident.detected', false],
      ['incident.resolved', false],
    ])
  })

  it('shows the expression and the value of what does not fit', async () => {
    const { rules } = await preview(JSON.stringify(MAPPING), { ...PAYLOAD, app: 7 })
    expect(rules[0]?.events).toEqual([])
    expect(rules[0]?.problems).toEqual([expect.objectContaining({ path: 'data.service', expression: 'app', value: 7 })])
  })

  it.each([
    ['{', '{}', 'settings'],
    ['{}', '{}', 'settings'],
    ['[]', '{}', 'settings'],
    ['preset: jenkins', '{"a":', 'payload'],
    ['preset: jenkins', '[]', 'payload'],
  ])('says of %j with %j which cannot be read: the %s', async (settings, payload, path) => {
    expect((await preview(settings, payload)).problems.map((problem) => problem.path)).toContain(path)
  })

  it('is for administrators, and for integrations that have mappings', async () => {
    const { data } = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "r", scopes: [READ]) { secret } }')
    const input = { integration: 'generic-ci', settings: '{}', payload: '{}' }
    expect((await app.graphql(QUERY, { input }, { token: data.createToken.secret })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await app.graphql(QUERY, { input: { ...input, integration: 'github' } })).errors?.[0]?.message).toContain(
      'generic-ci and generic-incident',
    )
  })
})

describe('a connection with a mapping', () => {
  const headers = { 'content-type': 'application/json', 'x-windsock-token': 'a secret' }
  const post = (body: unknown) => app.request('/v1/hooks/generic-ci/mine', { method: 'POST', token: null, headers, body: JSON.stringify(body) })

  it('becomes a deployment, and what cannot be read a dead letter that can be replayed once the mapping is mended', async () => {
    const save = 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { settings } }'
    const input = { integration: 'generic-ci', source: 'mine', secret: 'a secret', settings: MAPPING }
    const { data } = await app.graphql<{ saveConnection: { settings: unknown } }>(save, { input })
    expect(data.saveConnection.settings).toEqual(MAPPING)
    expect((await post(PAYLOAD)).status).toBe(202)
    expect((await post({ ...PAYLOAD, job: 'run-8', app: undefined, name: 'mapped' })).status).toBe(202)
    expect(
      (await app.request('/v1/hooks/generic-ci/mine', { method: 'POST', token: null, headers: { ...headers, 'x-windsock-token': 'no' }, body: '{}' }))
        .status,
    ).toBe(401)
    await app.settled()
    const count = async () => {
      const answer = await app.graphql<{ deployments: { totalCount: number } }>('{ deployments(filter: { services: ["mapped"] }) { totalCount } }')
      return answer.data.deployments.totalCount
    }
    expect(await count()).toBe(1)
    const dead = await app.graphql<{ deliveries: { edges: { node: { id: string; error: string } }[] } }>(
      '{ deliveries(filter: { states: [DEAD] }) { edges { node { id error } } } }',
    )
    const [letter] = dead.data.deliveries.edges.map(({ node }) => node)
    expect(letter?.error).toMatch(/^Rule 1, deployment\.finished, data\.service|service/)
    const mended = { ...MAPPING, mapping: [{ ...MAPPING.mapping[0], data: { ...MAPPING.mapping[0]?.data, service: 'app ? app : name' } }] }
    await app.graphql(save, { input: { ...input, settings: mended } })
    await app.graphql('mutation ($id: ID!) { replayDelivery(id: $id) { state } }', { id: letter?.id })
    await app.settled()
    expect(await count()).toBe(2)
  })
})
