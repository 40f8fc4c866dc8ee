import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await change('putTeam(name: "named-team", input: { members: ["author-31"] }) { changed }')
  await change('putEnvironment(name: "blue", production: true) { changed }')
  const about = { approval: 'n-1', service: 'named-by-event', environment: 'staging' }
  await send('approval.decided', { ...about, decision: 'granted', by: 'author-32' })
  await send('deployment.finished', { service: 'rolled-out', deployment: 'd1', environment: 'deployed-to', outcome: 'succeeded', version: '1' })
  await send('service.declared', { service: 'told-elsewhere', team: 'their-team', dependsOn: ['their-database'] })
})
afterAll(() => app?.stop())

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await app.graphql<T>(query, variables)
  expect(errors).toBeUndefined()
  return data
}

const change = (mutation: string) => ask<Record<string, unknown>>(`mutation { ${mutation} }`)

async function refusal(mutation: string): Promise<{ code: string | undefined; message: string | undefined }> {
  const { errors } = await app.graphql(`mutation { ${mutation} }`)
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }
}

async function send(type: string, data: object): Promise<void> {
  const event = { id: `${type}-1`, source: 'ci/test', type, time: '2026-08-01T10:00:00Z', data }
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) }
  expect((await app.request('/v1/events', init)).status).toBe(202)
  await app.settled()
}

describe('names of what does not exist', () => {
  it.each([
    [
      'declareService(name: "s", input: { team: "named-taem" }) { changed }',
      /^team: there is no team named-taem; did you mean named-team\?; declare it as a Team/,
    ],
    ['claimService(name: "named-by-event", team: "nobody-at-all") { changed }', /^team: there is no team nobody-at-all; declare it/],
    [
      'putApproverGroup(name: "g", input: { services: ["named-by-evnt"] }) { changed }',
      /^services\.named-by-evnt: there is no service named-by-evnt; did you mean named-by-event\?/,
    ],
    [
      'declareService(name: "s", input: { dependsOn: ["rolled-out", "roled-out"] }) { changed }',
      /^dependsOn\.roled-out: there is no service roled-out; did you mean rolled-out\?; no event names it, so declare it as a Service/,
    ],
    [
      'putApproverGroup(name: "g", input: { environments: ["blue", "bleu"] }) { changed }',
      /^environments\.bleu: there is no environment bleu; did you mean blue\?; nothing was deployed to it, so declare it as an Environment/,
    ],
  ])('%s is refused and says what to do', async (mutation, message) => {
    const before = await ask('{ declarations { name } }')
    expect(await refusal(mutation)).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) })
    expect(await ask('{ declarations { name } }')).toEqual(before)
  })

  it('what events name is known, and approvers may be people who were never seen', async () => {
    const group = '{ members: ["author-33"], services: ["named-by-event"], environments: ["deployed-to", "blue"] }'
    expect(await change(`putApproverGroup(name: "known-names", input: ${group}) { changed }`)).toEqual({ putApproverGroup: { changed: true } })
    await change('deleteApproverGroup(name: "known-names")')
    const service = '{ dependsOn: ["named-by-event", "rolled-out", "itself", "also-itself"], aliases: ["also-itself"] }'
    expect(await change(`declareService(name: "itself", input: ${service}) { changed }`)).toEqual({ declareService: { changed: true } })
  })

  it('what another source says a service depends on does not keep anyone from claiming it, and changing it then', async () => {
    expect(await change('claimService(name: "told-elsewhere", team: "named-team") { changed }')).toEqual({ claimService: { changed: true } })
    await app.settled()
    const again = 'declareService(name: "told-elsewhere", input: { dependsOn: ["their-database"] }) { changed }'
    expect(await change(again)).toEqual({ declareService: { changed: true } })
  })

  it('several declarations are looked at together', async () => {
    const given = [
      { kind: 'APPROVER_GROUP', name: 'a', spec: { members: ['m'], services: ['new-service', 'other'], environments: ['new-place'] } },
      { kind: 'SERVICE', name: 'new-service', spec: { team: 'new-team', dependsOn: ['newer-service'] } },
      { kind: 'SERVICE', name: 'newer-service', spec: { dependsOn: ['new-service'] } },
      { kind: 'TEAM', name: 'new-team', spec: { members: ['m'] } },
      { kind: 'ENVIRONMENT', name: 'new-place', spec: { production: false } },
      { kind: 'WORKSPACE', name: 'workspace', spec: { calendar: 'no-calendar' } },
    ]
    const query = 'query ($given: [DeclarationInput!]!) { declarationProblems(declarations: $given) { index path message } }'
    expect(await ask(query, { given })).toEqual({
      declarationProblems: [
        { index: 0, path: ['services', 'other'], message: expect.stringMatching(/^there is no service other; no event names it/) },
        { index: 5, path: ['calendar'], message: expect.stringMatching(/^there is no calendar no-calendar; declare it/) },
      ],
    })
  })

  it('a token that is limited to teams may depend on services that it does not see, and is told of none', async () => {
    const limited = 'mutation { createToken(name: "limited", scopes: [ADMIN], teams: ["named-team"]) { secret } }'
    const { createToken } = await ask<{ createToken: { secret: string } }>(limited)
    const declare = (dependsOn: string) =>
      app.graphql(
        `mutation { declareService(name: "limited", input: { team: "named-team", dependsOn: ["${dependsOn}"] }) { changed } }`,
        {},
        {
          token: createToken.secret,
        },
      )
    expect((await declare('rolled-out')).errors).toBeUndefined()
    expect((await declare('roled-out')).errors).toBeUndefined()
  })
})

describe('what is still named', () => {
  it('stays: a team that a service, a route or a token names, an environment that a group names, a calendar that the workspace goes by', async () => {
    await change('putTeam(name: "kept", input: {}) { changed }')
    await change('declareService(name: "of-kept", input: { team: "kept" }) { changed }')
    const fields = '[{ name: "url", value: "https://elsewhere.example/x" }, { name: "secret", value: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }]'
    await change(`saveAlertRoute(input: { name: "kept-pager", kind: "webhook", teams: ["kept"], fields: ${fields} }) { id }`)
    const { createToken } = (await change('createToken(name: "kept-token", scopes: [READ], teams: ["kept"]) { token { id } }')) as {
      createToken: { token: { id: string } }
    }
    await app.settled()
    const by = 'the service of-kept, the alert route kept-pager and the token kept-token'
    const message = `The team kept is still named by ${by}: take it out there first.`
    expect(await refusal('deleteTeam(name: "kept")')).toEqual({ code: 'BAD_USER_INPUT', message })
    await change(`revokeToken(id: "${createToken.token.id}") { id }`)
    await change('withdrawService(name: "of-kept")')
    expect((await refusal('deleteTeam(name: "kept")')).message).toBe(
      'The team kept is still named by the alert route kept-pager: take it out there first.',
    )
    expect(await ask('{ declarations(names: ["kept"]) { name } }')).toEqual({ declarations: [{ name: 'kept' }] })
    const { alertRoutes } = await ask<{ alertRoutes: { id: string }[] }>('{ alertRoutes { id } }')
    await change(`deleteAlertRoute(id: "${alertRoutes[0]?.id}")`)
    await app.settled()
    expect(await change('deleteTeam(name: "kept")')).toEqual({ deleteTeam: true })
  })

  it('stays for a group of approvers, unless it is there without being declared', async () => {
    await change('putEnvironment(name: "deployed-to", production: true) { changed }')
    await change('putApproverGroup(name: "releasers", input: { environments: ["blue", "deployed-to"] }) { changed }')
    expect((await refusal('deleteEnvironment(name: "blue")')).message).toBe(
      'The environment blue is still named by the approver group releasers: take it out there first.',
    )
    expect(await change('deleteEnvironment(name: "deployed-to")')).toEqual({ deleteEnvironment: true })
    await change('deleteApproverGroup(name: "releasers")')
    expect(await change('deleteEnvironment(name: "blue")')).toEqual({ deleteEnvironment: true })
  })

  it('is told before it is removed, along with what is declared', async () => {
    await change('putTeam(name: "going", input: {}) { changed }')
    for (let index = 1; index <= 7; index += 1) await change(`declareService(name: "of-going-${index}", input: { team: "going" }) { changed }`)
    await change('putCalendar(name: "north", input: { timeZone: "UTC" }) { changed }')
    await change('updateWorkspace(input: { calendar: "north" }) { profile }')
    const query = `query ($given: [DeclarationInput!]) {
      removalProblems(removed: [{ kind: TEAM, name: "going" }, { kind: CALENDAR, name: "north" }], declarations: $given) { kind name message }
    }`
    const names = Array.from({ length: 5 }, (_, index) => `the service of-going-${index + 1}`).join(', ')
    expect(await ask(query)).toEqual({
      removalProblems: [
        { kind: 'TEAM', name: 'going', message: `The team going is still named by ${names} and 2 more: take it out there first.` },
        { kind: 'CALENDAR', name: 'north', message: 'The calendar north is still named by the workspace: take it out there first.' },
      ],
    })
    const given = Array.from({ length: 7 }, (_, index) => ({ kind: 'SERVICE', name: `of-going-${index + 1}`, spec: {} }))
    const workspace = (spec: object) => ({ kind: 'WORKSPACE', name: 'workspace', spec })
    const calendar = [expect.objectContaining({ kind: 'CALENDAR' })]
    expect(await ask(query, { given: [...given, workspace({ mergeSlackMinutes: 6 })] })).toEqual({ removalProblems: calendar })
    expect(await ask(query, { given: [...given, workspace({ calendar: null })] })).toEqual({ removalProblems: [] })
  })
})
