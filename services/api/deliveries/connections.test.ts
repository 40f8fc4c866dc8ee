import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.stop())

type Saved = { saveConnection: { source: string; settings: object; open: boolean } }

function save(input: object) {
  const mutation = 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { source settings open } }'
  return app.graphql<Saved>(mutation, { input })
}

async function settingsOf(source: string): Promise<object | undefined> {
  const { data } = await app.graphql<{ connections: { source: string; settings: object }[] }>('{ connections { source settings } }')
  return data.connections.find((connection) => connection.source === source)?.settings
}

function send(integration: string, source: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return app.request(`/v1/hooks/${integration}/${source}`, { method: 'POST', headers, body: '{"object_kind":"push"}', token: null })
}

test('settings that cannot be read, or have a key that is not known, are refused, and what was saved stays', async () => {
  const settings = { deployJobs: [{ name: 'deploy', environment: 'production' }] }
  expect((await save({ integration: 'gitlab', source: 'checked', open: true, settings })).data.saveConnection.settings).toEqual(settings)
  for (const [wrong, message] of [
    [{ deployjobs: [] }, 'In the settings of this connection: deployjobs is not known; did you mean deployJobs?'],
    [{ deployJobs: [{ environment: 'production' }] }, 'In the settings of this connection: deployJobs[0].name must be a text, but is missing.'],
    [[], 'settings must be an object.'],
  ]) {
    const { errors } = await save({ integration: 'gitlab', source: 'checked', open: true, settings: wrong })
    expect(errors).toEqual([expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })])
  }
  expect(await settingsOf('checked')).toEqual(settings)
  expect((await save({ integration: 'gitlab', source: 'checked', open: true })).data.saveConnection.settings).toEqual(settings)
})

test('a connection that was removed takes nothing more, and what it took stays', async () => {
  await save({ integration: 'gitlab', source: 'leaving', open: true })
  expect((await send('gitlab', 'leaving')).status).toBe(202)
  const remove = 'mutation { removeConnection(integration: "gitlab", source: "leaving") }'
  expect((await app.graphql(remove)).data).toEqual({ removeConnection: true })
  expect((await app.graphql(remove)).data).toEqual({ removeConnection: false })
  expect((await send('gitlab', 'leaving')).status).toBe(401)
  expect(await settingsOf('leaving')).toBeUndefined()
  const { data } = await app.graphql<{ deliveries: { edges: { node: { source: string; state: string } }[] } }>(
    '{ deliveries { edges { node { source state } } } }',
  )
  const states = data.deliveries.edges.map(({ node: { source, state } }) => [source, state === 'REFUSED'])
  expect(states).toEqual([
    ['leaving', true],
    ['leaving', false],
  ])
})
