import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../auth/permissions.js'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp
const secrets = new Map<string, string>()

beforeAll(async () => {
  app = await startTestApp({ demo: true })
  for (const scope of ['INGEST', 'READ', 'GATE', 'APPROVE', 'ADMIN'])
    secrets.set(scope.toLowerCase(), (await createToken({ scopes: [scope] })).secret)
})
afterAll(() => app?.stop())

interface CreatedToken {
  secret: string
  token: { id: string; lastUsedAt: string | null }
}

async function createToken(args: { scopes: string[]; expiresAt?: string; teams?: string[] }): Promise<CreatedToken> {
  const { data, errors } = await app.graphql<{ createToken: CreatedToken }>(
    `mutation ($scopes: [TokenScope!]!, $expiresAt: DateTime, $teams: [String!]) {
      createToken(name: "test", scopes: $scopes, expiresAt: $expiresAt, teams: $teams) { secret token { id name scopes teams expiresAt lastUsedAt } }
    }`,
    args,
  )
  expect(errors).toBeUndefined()
  return data.createToken
}

/** Something that needs each permission, and what it answers. */
const asks: Record<Exclude<Scope, 'gate' | 'approve'>, (token: string | null) => Promise<number>> = {
  ingest: async (token) =>
    (await app.request('/v1/events', { method: 'POST', token, headers: { 'content-type': 'application/json' }, body: '{}' })).status,
  read: async (token) => (await app.graphql('{ pipelineStatus { events } }', {}, { token })).status,
  admin: async (token) => (await app.graphql('{ tokens { id } }', {}, { token })).status,
}

test('a token of a team that does not exist is refused', async () => {
  const { errors } = await app.graphql('mutation { createToken(name: "test", scopes: [READ], teams: ["nobody"]) { secret } }')
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toMatch(/^teams: there is no team nobody/)
})

describe('each permission is denied', () => {
  const holders = ['ingest', 'read', 'gate', 'approve', 'admin']
  const cases = Object.keys(asks).flatMap((permission) => holders.map((holder) => [permission, holder] as const))

  test.each(cases)('%s to a token for %s, unless that carries it', async (permission, holder) => {
    const status = await asks[permission as keyof typeof asks](secrets.get(holder) ?? '')
    const allowed = permission === holder || holder === 'admin'
    expect(allowed ? [200, 400] : [403]).toContain(status)
  })

  test('to a token nobody made', async () => {
    for (const ask of Object.values(asks)) expect(await ask('wsk_nobody')).toBe(401)
  })

  test('corrections to all but administrators, and nothing of the request is kept', async () => {
    const time = '2026-11-02T10:00:00Z'
    const correction = {
      id: 'c1',
      source: 'x',
      type: 'fact.corrected',
      time,
      data: { kind: 'deployment', id: 'd1', fields: { outcome: 'failed' }, reason: 'seen' },
    }
    const change = {
      id: 'c2',
      source: 'x',
      type: 'change.committed',
      time,
      data: { repository: 'git.example.com/a/b', sha: 'abcdef1', committedAt: time },
    }
    const send = async (holder: string) => {
      const init = {
        method: 'POST',
        token: secrets.get(holder) ?? '',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([change, correction]),
      }
      const answer = await app.request('/v1/events', init)
      return { status: answer.status, body: (await answer.json()) as { duplicates?: number } }
    }
    expect((await send('ingest')).status).toBe(403)
    expect(await send('admin')).toMatchObject({ status: 202, body: { accepted: 2, duplicates: 0 } })
  })

  test('to nobody, but for what the demo shows on this machine', async () => {
    expect(await asks.ingest(null)).toBe(403)
    expect(await asks.admin(null)).toBe(403)
    expect(await asks.read(null)).toBe(200)
  })
})

test('the demo shows nothing under another name, whoever points it here', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: 'rebound.example:4400', 'content-type': 'application/json' }
    const asked = httpRequest(`${app.url}/graphql`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.once('error', reject)
    asked.end(JSON.stringify({ query: '{ pipelineStatus { events } }' }))
  })
  expect(status).toBe(401)
})

describe('tokens', () => {
  test('are refused from the moment they are revoked', async () => {
    const { secret, token } = await createToken({ scopes: ['READ'] })
    expect(await asks.read(secret)).toBe(200)
    await app.graphql('mutation ($id: ID!) { revokeToken(id: $id) { revokedAt } }', { id: token.id })
    expect(await asks.read(secret)).toBe(401)
  })

  test('are refused once they have expired, and none is made that has', async () => {
    const { secret } = await createToken({ scopes: ['READ'], expiresAt: new Date(Date.now() + 400).toISOString() })
    expect(await asks.read(secret)).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await asks.read(secret)).toBe(401)
    const late = await app.graphql('mutation { createToken(name: "late", scopes: [READ], expiresAt: "2020-01-01T00:00:00Z") { secret } }')
    expect(late.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('show when they were last used, and never their secret', async () => {
    const { secret, token } = await createToken({ scopes: ['READ'] })
    expect(token.lastUsedAt).toBeNull()
    await asks.read(secret)
    const { data } = await app.graphql<{ tokens: { id: string; lastUsedAt: string | null }[] }>(
      '{ tokens { id name scopes teams createdAt expiresAt revokedAt lastUsedAt } }',
    )
    expect(data.tokens.find(({ id }) => id === token.id)?.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(data)).not.toContain(secret)
  })

  test('guessing is held up, and whoever has a good one is not', async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, (_, index) => app.request('/metrics', { token: `wsk_guess-${index}` })))
    const statuses = new Set(tries.map(({ status }) => status))
    expect(statuses).toContain(429)
    expect((await app.request('/metrics')).status).toBe(200)
    expect(await asks.read(secrets.get('read') ?? '')).toBe(200)
  })
})

describe('people', () => {
  async function signIn(login: string, role: string): Promise<{ cookie: string; link: string }> {
    const { data } = await app.graphql<{ createSignInLink: string }>(
      'mutation ($login: String!, $role: Role!) { createSignInLink(login: $login, role: $role) }',
      { login, role },
    )
    const link = data.createSignInLink
    const signedIn = await use(link)
    expect(signedIn.status).toBe(303)
    return { cookie: (signedIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '', link }
  }

  function use(link: string): Promise<Response> {
    const code = new URL(link).searchParams.get('code') ?? ''
    return app.request('/sign-in', {
      method: 'POST',
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `code=${code}`,
    })
  }

  function ask<T>(query: string, cookie: string, headers: Record<string, string> = {}) {
    return app.graphql<T>(query, {}, { token: null, headers: { cookie, ...headers } })
  }

  test('sign in once by a link, which looking at does not use up', async () => {
    const { data } = await app.graphql<{ createSignInLink: string }>(
      'mutation { createSignInLink(login: "author-17@example.invalid", role: VIEWER) }',
    )
    const link = data.createSignInLink
    for (let look = 0; look < 2; look++) {
      const page = await fetch(link)
      expect(page.status).toBe(200)
      expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+'; /)
    }
    const first = await use(link)
    expect(first.headers.get('set-cookie')).toMatch(/^windsock_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
    expect((await use(link)).status).toBe(401)
    const cookie = first.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const { data: seen } = await ask<{ viewer: object }>('{ viewer { login role scopes } }', cookie)
    expect(seen.viewer).toEqual({ login: 'author-17@example.invalid', role: 'VIEWER', scopes: ['READ'] })
  })

  test('change things only from our own page, and only as their role allows', async () => {
    const own = { origin: app.url, 'x-windsock-csrf': '1' }
    const change = 'mutation { replayDeadDeliveries }'
    const { cookie: admin } = await signIn('author-1@example.invalid', 'ADMIN')
    const { cookie: approver } = await signIn('author-2@example.invalid', 'APPROVER')
    expect((await ask(change, admin, own)).data).toEqual({ replayDeadDeliveries: 0 })
    expect((await ask(change, admin)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await ask(change, admin, { ...own, origin: 'https://elsewhere.example' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await ask(change, approver, own)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  test('are out once they have signed out', async () => {
    const { cookie } = await signIn('author-3@example.invalid', 'ADMIN')
    const headers = { cookie, origin: app.url, 'x-windsock-csrf': '1' }
    expect((await app.request('/sign-out', { method: 'POST', token: null, headers: { cookie } })).status).toBe(403)
    expect((await app.request('/sign-out', { method: 'POST', token: null, headers })).status).toBe(204)
    expect((await ask('{ tokens { id } }', cookie)).status).toBe(403)
  })

  test('get in by the link that the start prints', async () => {
    expect((await use(app.signInLink ?? '')).status).toBe(303)
  })
})

test('a page of another site cannot sign anyone in', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' }
  expect((await app.request('/sign-in', { method: 'POST', token: null, headers, body: 'code=x' })).status).toBe(403)
})

test('every mutation is in the audit log, without secrets, and the chain holds', async () => {
  const schema = await app.graphql<{ __type: { fields: { name: string }[] } }>('{ __type(name: "Mutation") { fields { name } } }')
  const calls: Record<string, string> = {
    createToken: 'createToken(name: "audited", scopes: [READ]) { secret }',
    revokeToken: 'revokeToken(id: "nothing") { id }',
    createSignInLink: 'createSignInLink(login: "author-9@example.invalid", role: VIEWER)',
    replayDelivery: 'replayDelivery(id: "d0") { id }',
    replayDeadDeliveries: 'replayDeadDeliveries(integration: "github")',
    rebuildFacts: 'rebuildFacts { services }',
    correctFact: 'correctFact(input: { kind: INCIDENT, fact: "audited", fields: { severity: "minor" }, reason: "told so" }) { id }',
    renameService: 'renameService(from: "audited-before", to: "audited-now", reason: "told so") { changed }',
    declareService: 'declareService(name: "audited", input: {}) { changed }',
    claimService: 'claimService(name: "audited", team: "checkout") { changed }',
    withdrawService: 'withdrawService(name: "audited")',
    putTeam: 'putTeam(name: "audited", input: {}) { changed }',
    deleteTeam: 'deleteTeam(name: "audited")',
    putEnvironment: 'putEnvironment(name: "audited", production: false) { changed }',
    deleteEnvironment: 'deleteEnvironment(name: "audited")',
    putApproverGroup: 'putApproverGroup(name: "audited", input: {}) { changed }',
    deleteApproverGroup: 'deleteApproverGroup(name: "audited")',
    putCalendar: 'putCalendar(name: "audited", input: { timeZone: "UTC" }) { changed }',
    deleteCalendar: 'deleteCalendar(name: "audited")',
    updateWorkspace: 'updateWorkspace(input: {}) { profile }',
    saveApiAccess: 'saveApiAccess(input: { integration: "github", source: "audited", token: "do-not-keep-this" }) { source }',
    removeApiAccess: 'removeApiAccess(integration: "github", source: "audited")',
    retryRangeLookup: 'retryRangeLookup(id: "0")',
    setAttestationTrust: 'setAttestationTrust(input: {}) { version }',
    saveView: 'saveView(input: { name: "audited", page: "/", state: "" }) { id }',
    updateView: 'updateView(id: "audited", input: {}) { id }',
    deleteView: 'deleteView(id: "audited")',
    setDefaultView: 'setDefaultView(page: "/")',
    createShareLink: 'createShareLink(view: "audited") { url }',
    revokeShareLink: 'revokeShareLink(id: "audited") { id }',
    saveDigest: 'saveDigest(input: { name: "audited", url: "https://elsewhere.example/do-not-keep-this" }) { secret }',
    deleteDigest: 'deleteDigest(id: "audited")',
    sendDigestNow: 'sendDigestNow(id: "audited") { id }',
    saveIndicator: 'saveIndicator(input: { name: "audited", kind: REPORTED }) { name }',
    deleteIndicator: 'deleteIndicator(name: "audited")',
    saveSlo: 'saveSlo(input: { name: "audited", service: "audited", indicator: "audited", target: 0.9 }) { name }',
    deleteSlo: 'deleteSlo(name: "audited")',
    deleteOpenSloObject: 'deleteOpenSloObject(kind: ALERT_POLICY, name: "audited")',
    applyOpenSlo: 'applyOpenSlo(yaml: "audited") { applied }',
    acknowledgeAlert: 'acknowledgeAlert(id: "audited") { id }',
    saveAlertRoute:
      'saveAlertRoute(input: { name: "audited", kind: "webhook", fields: [{ name: "url", value: "https://elsewhere.example/do-not-keep-this" }, { name: "secret", value: "whsec_do-not-keep-this" }] }) { id }',
    deleteAlertRoute: 'deleteAlertRoute(id: "audited")',
    testAlertRoute: 'testAlertRoute(id: "audited") { ok }',
    saveConnection: 'saveConnection(input: { integration: "github", source: "audited", secret: "do-not-keep-this" }) { source }',
    removeConnection: 'removeConnection(integration: "github", source: "audited")',
  }
  const names = schema.data.__type.fields.map(({ name }) => name)
  expect(Object.keys(calls).sort()).toEqual([...names].sort())
  for (const name of names) await app.graphql(`mutation { ${calls[name] ?? name} }`)
  const { data } = await app.graphql<{
    auditLog: { edges: { node: { action: string; actor: string; subject: string; details: object } }[] }
    verifyAudit: object
  }>('{ auditLog(first: 100) { totalCount edges { node { sequence at action actor subject details hash } } } verifyAudit { ok brokenAt } }')
  const entries = data.auditLog.edges.map(({ node }) => node)
  for (const name of names) expect(entries).toContainEqual(expect.objectContaining({ action: name, actor: 'token:local' }))
  expect(entries).toContainEqual(expect.objectContaining({ action: 'saveConnection', subject: 'github/audited' }))
  expect(entries).toContainEqual(expect.objectContaining({ action: 'replayDelivery.failed', subject: 'd0' }))
  expect(JSON.stringify(entries)).not.toContain('do-not-keep-this')
  expect(data.verifyAudit).toEqual({ ok: true, brokenAt: null })
})

test('a mutation that is not allowed is not carried out under an alias or beside one that is', async () => {
  const token = secrets.get('read')
  const { data, errors } = await app.graphql(
    'mutation { a: rebuildFacts { services } b: createToken(name: "x", scopes: [ADMIN]) { secret } }',
    {},
    { token },
  )
  expect(data).toBeNull()
  expect(errors?.every(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true)
})
