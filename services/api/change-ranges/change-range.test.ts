import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGitlab } from '../../source-control/simulated-provider.js'
import type { ScriptedServer } from '../../source-control/scripted-server.js'
import { rollout } from '../../test/event-builders.js'
import { startTestApp, type TestApp } from '../../test/app.js'

const sha = (letter: string) => letter.repeat(40)
const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 8) + minute * 60_000).toISOString()
const TOKEN = 'glpat-1234567890'

let provider: ScriptedServer
let app: TestApp
beforeAll(async () => {
  const commits = ['a', 'b', 'c'].map((letter, index, all) => ({ sha: sha(letter), parents: all.slice(index - 1, index).map(sha), at: at(index) }))
  provider = await startGitlab({ path: 'acme/shop', commits })
  app = await startTestApp({ outgoingPrivateHosts: [provider.host] })
})
afterAll(async () => {
  await app?.stop()
  await provider?.close()
})

const save = (input: object, token?: string) =>
  app.graphql<{ saveApiAccess: object }>(
    'mutation ($input: SaveApiAccessInput!) { saveApiAccess(input: $input) { integration source apiUrl host } }',
    { input: { integration: 'gitlab', source: 'main', token: TOKEN, ...input } },
    { token },
  )

async function lookups(state: string | null) {
  const query = 'query ($state: RangeLookupState) { rangeLookups(state: $state) { id repository service state attempts commits reason } }'
  return (await app.graphql<{ rangeLookups: { id: string }[] }>(query, { state })).data.rangeLookups
}

it.each([
  [{ integration: 'cdevents' }, /not asked of cdevents/],
  [{ apiUrl: 'https://someone:secret@git.example.com/api/v4' }, /without user/],
  [{ apiUrl: 'file:///etc/passwd' }, /http or https/],
  [{ token: 'with a space' }, /visible characters/],
  [{ source: '../x' }, /source must be/],
])('refuses %j', async (input, reason) => {
  const { errors } = await save(input)
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringMatching(reason) })
})

it('asks for ranges once a token is there, also of what came before it', async () => {
  const deployments = [['v1', 10, sha('a')] as const, ['v2', 20, sha('c')] as const].flatMap(([version, minute, commit]) =>
    rollout(at(minute), at(minute + 1), { deployment: version, service: 'shop', version, commit, repository: '127.0.0.1/acme/shop' }),
  )
  const events = deployments.map(({ id, source, type, time, data }) => ({ id, source, type, time, data }))
  const sent = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  expect(sent.status).toBe(202)
  await app.settled()
  expect([await lookups(null), provider.asked]).toEqual([[], []])

  expect((await save({ apiUrl: `${provider.url}/` })).data.saveApiAccess).toEqual({
    integration: 'gitlab',
    source: 'main',
    apiUrl: `${provider.url}/`,
    host: '127.0.0.1',
  })
  await expect
    .poll(() => lookups('DONE'), { timeout: 20_000 })
    .toMatchObject([{ repository: '127.0.0.1/acme/shop', service: 'shop', attempts: 1, commits: 2, reason: null }])
  expect(provider.headers[0]?.authorization).toBe(`Bearer ${TOKEN}`)
  await app.settled()
  const { data } = await app.graphql<{ deployments: { edges: { node: { version: string; changeCount: number } }[] } }>(
    '{ deployments { edges { node { version changeCount } } } }',
  )
  expect(Object.fromEntries(data.deployments.edges.map(({ node }) => [node.version, node.changeCount]))).toEqual({ v1: 1, v2: 2 })
}, 60_000)

it('never shows the token, nor keeps it in the audit log', async () => {
  const { data } = await app.graphql('{ apiAccesses { integration source host } auditLog { edges { node { action details } } } }')
  expect(JSON.stringify(data)).toContain('saveApiAccess')
  expect(JSON.stringify(data)).not.toContain(TOKEN)
})

it('is forgotten when it is removed, and lookups are asked again only when there are some', async () => {
  const remove = 'mutation { removeApiAccess(integration: "gitlab", source: "main") }'
  expect((await app.graphql<{ removeApiAccess: boolean }>(remove)).data.removeApiAccess).toBe(true)
  expect((await app.graphql<{ removeApiAccess: boolean }>(remove)).data.removeApiAccess).toBe(false)
  const retry = (id: string) => app.graphql<{ retryRangeLookup: boolean }>('mutation ($id: ID!) { retryRangeLookup(id: $id) }', { id })
  expect((await retry('nonsense')).data.retryRangeLookup).toBe(false)
  const [done] = await lookups('DONE')
  expect((await retry(done?.id ?? '')).data.retryRangeLookup).toBe(false)
})

it('is for administrators', async () => {
  for (const scopes of ['READ', 'INGEST']) {
    const { data } = await app.graphql<{ createToken: { secret: string } }>(`mutation { createToken(name: "t", scopes: [${scopes}]) { secret } }`)
    expect((await save({}, data.createToken.secret)).status).toBe(403)
  }
})
