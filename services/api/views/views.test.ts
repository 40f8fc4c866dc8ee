import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownAnswerEvents } from '../../test/known-answers.js'
import { prepareKnownAnswers } from '../../../seed/known-answer/prepare.js'
import { startTestApp, type GraphqlAnswer, type TestApp } from '../../test/app.js'
import { expectedRows } from '../../test/e2e/known-answers.js'

let app: TestApp
const cookies = new Map<string, string>()

beforeAll(async () => {
  app = await startTestApp({ demo: true })
  await prepareKnownAnswers({ url: app.url, token: app.localToken })
  const events = knownAnswerEvents()
    .map((event) => JSON.stringify(event))
    .join('\n')
  const sent = await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: events })
  expect(sent.status).toBe(202)
  await app.settled()
  for (const [name, role] of [
    ['ada', 'VIEWER'],
    ['bob', 'VIEWER'],
    ['root', 'ADMIN'],
  ] as const)
    cookies.set(name, await signIn(name, role))
})
afterAll(() => app?.stop())

async function signIn(name: string, role: string): Promise<string> {
  const { data } = await app.graphql<{ createSignInLink: string }>(`mutation { createSignInLink(login: "${name}@example.invalid", role: ${role}) }`)
  const code = new URL(data.createSignInLink).searchParams.get('code') ?? ''
  const form = { method: 'POST', token: null, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `code=${code}` }
  return (await app.request('/sign-in', form)).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

function as<T>(name: string, query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
  const headers = { cookie: cookies.get(name) ?? '', origin: app.url, 'x-windsock-csrf': '1' }
  return app.graphql<T>(query, variables, { token: null, headers })
}

const codeOf = ({ errors }: GraphqlAnswer<unknown>) => errors?.[0]?.extensions.code

const weeks = 'window=custom&from=2026-10-05T00:00:00.000Z&to=2026-10-26T00:00:00.000Z&zone=UTC'

async function save(name: string, input: object = {}): Promise<string> {
  const answer = await as<{ saveView: { id: string } }>(name, 'mutation ($input: SavedViewInput!) { saveView(input: $input) { id } }', {
    input: { name: `view of ${name}`, page: '/', state: weeks, ...input },
  })
  expect(answer.errors).toBeUndefined()
  return answer.data.saveView.id
}

async function share(name: string, view: string, days = 7): Promise<{ token: string; id: string }> {
  const { data, errors } = await as<{ createShareLink: { url: string; link: { id: string } } }>(
    name,
    'mutation ($view: ID!, $days: Int) { createShareLink(view: $view, expiresInDays: $days) { url link { id expiresAt } } }',
    { view, days },
  )
  expect(errors).toBeUndefined()
  return { token: new URL(data.createShareLink.url).hash.slice(1), id: data.createShareLink.link.id }
}

const open = (token: string | null) => app.request('/v1/shared', { token })

const names = async (name: string) => (await as<{ savedViews: { id: string }[] }>(name, '{ savedViews { id } }')).data.savedViews.map(({ id }) => id)

describe('a saved view', () => {
  it('keeps a page as it was set, for who saved it', async () => {
    const state = 'team=checkout&window=90d&zone=Europe%2FBerlin&interval=week&group=service&profile=gitlab'
    const id = await save('ada', { name: ' Checkout ', description: 'The quarter', state })
    const { data } = await as<{ savedView: object }>(
      'ada',
      `{ savedView(id: "${id}") { name description page state owner visibility isDefault mine } }`,
    )
    const owner = 'person:ada@example.invalid'
    expect(data.savedView).toEqual({
      name: 'Checkout',
      description: 'The quarter',
      page: '/',
      state,
      owner,
      visibility: 'PRIVATE',
      isDefault: false,
      mine: true,
    })
    expect(await names('ada')).toContain(id)
  })

  it('is seen by others once it is the workspace’s, and changed by its owner and administrators alone', async () => {
    const id = await save('ada')
    const seen = `{ savedView(id: "${id}") { mine } }`
    const rename = `mutation { updateView(id: "${id}", input: { name: "Renamed" }) { name } }`
    const changes = [rename, `mutation { deleteView(id: "${id}") }`, `mutation { createShareLink(view: "${id}") { url } }`]
    expect((await as('bob', seen)).data).toEqual({ savedView: null })
    expect(await names('bob')).not.toContain(id)
    for (const change of changes) expect(codeOf(await as('bob', change))).toBe('BAD_USER_INPUT')
    await as('ada', `mutation { updateView(id: "${id}", input: { visibility: WORKSPACE }) { id } }`)
    expect((await as('bob', seen)).data).toEqual({ savedView: { mine: false } })
    expect(await names('bob')).toContain(id)
    for (const change of changes) expect(codeOf(await as('bob', change))).toBe('BAD_USER_INPUT')
    expect((await as('root', rename)).data).toEqual({ updateView: { name: 'Renamed' } })
    expect((await as('ada', `mutation { deleteView(id: "${id}") }`)).data).toEqual({ deleteView: true })
  })

  it('is kept for nobody who has not signed in, nor for a token that only reads', async () => {
    const mutation = `mutation { saveView(input: { name: "x", page: "/", state: "" }) { id } }`
    const own = { origin: app.url, 'x-windsock-csrf': '1' }
    expect(codeOf(await app.graphql(mutation, {}, { token: null, headers: own }))).toBe('FORBIDDEN')
    const { data } = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "reader", scopes: [READ]) { secret } }')
    const token = data.createToken.secret
    for (const change of [
      mutation,
      'mutation { setDefaultView(page: "/") }',
      'mutation { deleteView(id: "x") }',
      'mutation { revokeShareLink(id: "x") { id } }',
      'mutation { createShareLink(view: "x") { url } }',
      'mutation { updateView(id: "x", input: {}) { id } }',
    ])
      expect(codeOf(await app.graphql(change, {}, { token }))).toBe('FORBIDDEN')
    expect((await app.graphql(mutation)).errors).toBeUndefined()
  })

  it.each([
    ['no name', { name: '  ' }],
    ['a page without filters', { page: '/settings' }],
    ['another site', { page: 'https://elsewhere.example/' }],
    ['a parameter that is not known', { state: 'window=90d&sql=x' }],
    ['a window that is not known', { state: 'window=91d' }],
    ['a window that ends before it begins', { state: 'window=custom&from=2026-10-26T00:00:00Z&to=2026-10-05T00:00:00Z' }],
    ['a zone that is none', { state: 'zone=Europe/Nowhere' }],
    ['a grouping that is not known', { state: 'group=moon' }],
    ['a state without end', { state: `team=${'x'.repeat(4000)}` }],
  ])('is refused with %s', async (_case, input) => {
    const answer = await as('ada', 'mutation ($input: SavedViewInput!) { saveView(input: $input) { id } }', {
      input: { name: 'bad', page: '/', state: weeks, ...input },
    })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  })

  it('opens its page, for whoever says so', async () => {
    const id = await save('ada', { visibility: 'WORKSPACE' })
    const set = (view: string | null, page = '/') =>
      as('bob', 'mutation ($page: String!, $view: ID) { setDefaultView(page: $page, view: $view) }', { page, view })
    const isDefault = async (name: string) =>
      (await as<{ savedView: { isDefault: boolean } }>(name, `{ savedView(id: "${id}") { isDefault } }`)).data.savedView.isDefault
    expect(codeOf(await set(id, '/releases'))).toBe('BAD_USER_INPUT')
    await set(id)
    expect([await isDefault('bob'), await isDefault('ada')]).toEqual([true, false])
    await set(null)
    expect(await isDefault('bob')).toBe(false)
  })
})

describe('a share link', () => {
  type Shared = { name: string; profile: string; window: object; measures: { key: string; total: { value: number | null; n: number } }[] }

  it('shows the measures of its view without signing in, and they are those worked by hand', async () => {
    const { token } = await share('ada', await save('ada', { name: 'Three weeks' }))
    const answer = await open(token)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const shared = (await answer.json()) as Shared
    expect(shared).toMatchObject({
      name: 'Three weeks',
      profile: 'default',
      window: { from: '2026-10-05T00:00:00.000Z', to: '2026-10-26T00:00:00.000Z', timeZone: 'UTC' },
    })
    const rows = expectedRows.filter(
      (row) => row.of === 'value' && row.service === null && row.from.startsWith('2026-10-05') && row.to.startsWith('2026-10-26'),
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const { key, expected } of rows) {
      const value = shared.measures.find((measure) => measure.key === key)?.total.value
      expect([key, value?.toFixed(5)]).toEqual([key, expected?.toFixed(5)])
    }
  })

  it('counts by the scope and the profile of its view, whatever is asked beside it', async () => {
    const { token } = await share('ada', await save('ada', { state: `service=search&profile=datadog&${weeks}` }))
    const plain = (await (await open(token)).json()) as Shared
    const value = plain.measures.find(({ key }) => key === 'deployment_frequency')?.total.value
    expect([plain.profile, value]).toEqual(['datadog', 6])
    const widened = await app.request('/v1/shared?service=payments&team=checkout&profile=gitlab&view=other', { token })
    expect(await widened.json()).toEqual(plain)
  })

  it('opens nothing else', async () => {
    const { token } = await share('ada', await save('ada'))
    expect((await app.graphql('{ services { edges { node { id } } } }', {}, { token })).status).toBe(401)
    expect((await app.request('/metrics', { token })).status).toBe(401)
    expect((await app.request('/v1/shared', { token, method: 'POST' })).status).toBe(404)
    const body = await (await open(token)).text()
    for (const record of ['pay-101', 'author', 'git.example.com']) expect(body).not.toContain(record)
  })

  it('is 404 where it is not known, 410 once it is revoked, and gone with its view', async () => {
    expect((await open('wss_unknown')).status).toBe(404)
    expect((await open(null)).status).toBe(404)
    expect((await app.request('/v1/shared')).status).toBe(404)
    const view = await save('ada')
    const [revoked, lost] = [await share('ada', view), await share('ada', view)]
    expect(codeOf(await as('bob', `mutation { revokeShareLink(id: "${revoked.id}") { id } }`))).toBe('BAD_USER_INPUT')
    expect((await open(revoked.token)).status).toBe(200)
    await as('ada', `mutation { revokeShareLink(id: "${revoked.id}") { revokedAt } }`)
    const gone = await open(revoked.token)
    expect([gone.status, gone.headers.get('content-type')]).toEqual([410, 'application/problem+json'])
    await as('ada', `mutation { deleteView(id: "${view}") }`)
    expect((await open(lost.token)).status).toBe(404)
  })

  it('is listed with its last use and without its token, and says how long it may last', async () => {
    const view = await save('ada')
    const { token, id } = await share('ada', view)
    await open(token)
    const list = `{ shareLinks(view: "${view}") { id view createdBy revokedAt lastUsedAt } }`
    const { data } = await as<{ shareLinks: { id: string; lastUsedAt: string | null }[] }>('ada', list)
    expect(data.shareLinks).toMatchObject([{ id, view, createdBy: 'person:ada@example.invalid', revokedAt: null }])
    expect(data.shareLinks[0]?.lastUsedAt).not.toBeNull()
    expect((await as('bob', list)).data).toEqual({ shareLinks: [] })
    for (const days of [0, 367])
      expect(codeOf(await as('ada', `mutation { createShareLink(view: "${view}", expiresInDays: ${days}) { url } }`))).toBe('BAD_USER_INPUT')
    const audit = await app.graphql<{ auditLog: { edges: { node: { action: string; actor: string } }[] } }>(
      '{ auditLog(first: 200) { edges { node { action actor subject details } } } }',
    )
    const entries = audit.data.auditLog.edges.map(({ node }) => node)
    for (const action of ['saveView', 'updateView', 'deleteView', 'createShareLink', 'revokeShareLink', 'setDefaultView'])
      expect(entries.some((entry) => entry.action === action && entry.actor.startsWith('person:'))).toBe(true)
    expect(JSON.stringify(entries)).not.toContain(token)
  })

  it('cannot be guessed at will', async () => {
    const statuses = []
    for (let guess = 0; guess < 30; guess++) statuses.push((await open(`wss_guess-${guess}`)).status)
    expect(statuses).toContain(429)
  })
})
