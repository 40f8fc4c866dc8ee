import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

let app: TestApp
let reader: string
beforeAll(async () => {
  app = await startTestApp()
  const { createToken } = await ask<{ createToken: { secret: string } }>('mutation { createToken(name: "reader", scopes: [READ]) { secret } }')
  reader = createToken.secret
})
afterAll(() => app?.stop())

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await app.graphql<T>(query, variables)
  expect(errors).toBeUndefined()
  return data
}

async function refusal(query: string, token?: string): Promise<{ code: string | undefined; message: string | undefined }> {
  const { errors } = await app.graphql(query, {}, { token })
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }
}

async function send(...events: object[]): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) }
  const response = await app.request('/v1/events', init)
  expect([response.status, ((await response.json()) as { rejected: object[] }).rejected]).toEqual([202, []])
  await app.settled()
}

let serial = 0
function event(type: string, time: string, data: object): object {
  serial += 1
  return { id: `e${serial}`, source: 'ci/test', type, time, data }
}

function rollout(service: string, deployment: string, environment: string, finishedAt: string, more: object = {}): object {
  return event('deployment.finished', finishedAt, { service, deployment, environment, outcome: 'succeeded', version: deployment, ...more })
}

type Declared = { changed: boolean; declaration: { kind: string; name: string; spec: Record<string, unknown> } }

describe('permissions', () => {
  const mutations = [
    'declareService(name: "x", input: {}) { changed }',
    'claimService(name: "x", team: "y") { changed }',
    'withdrawService(name: "x")',
    'putTeam(name: "x", input: {}) { changed }',
    'deleteTeam(name: "x")',
    'putEnvironment(name: "x", production: true) { changed }',
    'deleteEnvironment(name: "x")',
    'putApproverGroup(name: "x", input: {}) { changed }',
    'deleteApproverGroup(name: "x")',
    'putCalendar(name: "x", input: { timeZone: "UTC" }) { changed }',
    'deleteCalendar(name: "x")',
    'updateWorkspace(input: {}) { profile }',
  ]

  it.each(mutations)('a reader is refused %s', async (mutation) => {
    expect((await refusal(`mutation { ${mutation} }`, reader)).code).toBe('FORBIDDEN')
  })

  it('let a reader read, and nothing was written', async () => {
    const query = '{ declarations { kind } workspace { profile ownership } approverGroups { id } calendars { id } undeclaredServices { totalCount } }'
    const { data, errors } = await app.graphql<{ declarations: { kind: string }[] }>(query, {}, { token: reader })
    expect(errors).toBeUndefined()
    expect(data.declarations).toEqual([{ kind: 'WORKSPACE' }])
  })
})

describe('teams, groups, calendars', () => {
  it('are kept once, in a normal form, and say whether anything changed', async () => {
    const put = 'mutation { putTeam(name: "money", input: { title: "Money", members: ["b", "a", "b"] }) { changed declaration { kind name spec } } }'
    const declaration = { kind: 'TEAM', name: 'money', spec: { title: 'Money', members: ['a', 'b'] } }
    expect((await ask<{ putTeam: Declared }>(put)).putTeam).toEqual({ changed: true, declaration })
    expect((await ask<{ putTeam: Declared }>(put)).putTeam).toEqual({ changed: false, declaration })
    const { teams } = await ask<{ teams: { edges: { node: object }[] } }>(
      '{ teams { edges { node { id title members declared services { id } } } } }',
    )
    expect(teams.edges.map(({ node }) => node)).toContainEqual({ id: 'money', title: 'Money', members: ['a', 'b'], declared: true, services: [] })
    expect(await ask('mutation { first: deleteTeam(name: "money") second: deleteTeam(name: "money") }')).toEqual({ first: true, second: false })
  })

  it('are paged by name', async () => {
    for (const name of ['page-a', 'page-b', 'page-c']) await ask(`mutation { putTeam(name: "${name}", input: {}) { changed } }`)
    const seen: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { teams }: { teams: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await ask(
        'query ($after: String) { teams(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      seen.push(...teams.edges.map(({ node }) => node.id))
      ;({ endCursor: after, hasNextPage: more } = teams.pageInfo)
    }
    expect(seen.filter((id) => id.startsWith('page-'))).toEqual(['page-a', 'page-b', 'page-c'])
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('approver groups have their quorum and their reach', async () => {
    await ask('mutation { putTeam(name: "data", input: { members: ["x"] }) { changed } }')
    await ask('mutation { putApproverGroup(name: "dba", input: { members: ["x"], quorum: 2, risks: ["database-migration"] }) { changed } }')
    expect(await ask('{ approverGroups { id title members quorum services environments risks } }')).toEqual({
      approverGroups: [{ id: 'dba', title: 'dba', members: ['x'], quorum: 2, services: [], environments: [], risks: ['database-migration'] }],
    })
  })

  it('the quorum of an approver group decides what was asked of it, before and after it is set', async () => {
    const about = { approval: 'q-1', service: 'asked', environment: 'production', group: 'leads' }
    await send(
      event('approval.requested', '2026-10-01T09:00:00Z', about),
      event('approval.decided', '2026-10-01T10:00:00Z', { ...about, decision: 'granted', by: 'ann' }),
    )
    const decided = async () => {
      await app.settled()
      return (await ask<{ approvals: { edges: { node: object }[] } }>('{ approvals(services: ["asked"]) { edges { node { decision } } } }')).approvals
    }
    expect((await decided()).edges).toEqual([{ node: { decision: 'granted' } }])
    await ask('mutation { putApproverGroup(name: "leads", input: { quorum: 2 }) { changed } }')
    expect((await decided()).edges).toEqual([{ node: { decision: null } }])
    await send(event('approval.decided', '2026-10-01T11:00:00Z', { ...about, decision: 'granted', by: 'bob' }))
    expect((await decided()).edges).toEqual([{ node: { decision: 'granted' } }])
    await ask('mutation { deleteApproverGroup(name: "leads") }')
    await ask('mutation { putTeam(name: "ops", input: {}) { changed } }')
    await ask('mutation { claimService(name: "asked", team: "ops") { changed } }')
  })

  it('a calendar that the workspace goes by stays', async () => {
    await ask('mutation { putCalendar(name: "north", input: { timeZone: "Europe/Stockholm", days: [5, 1], holidays: ["2026-12-25"] }) { changed } }')
    await ask('mutation { updateWorkspace(input: { calendar: "north" }) { calendar } }')
    expect((await refusal('mutation { deleteCalendar(name: "north") }')).message).toMatch(
      /^The calendar north is still named by the workspace: take it out there first\.$/,
    )
    await ask('mutation { updateWorkspace(input: { calendar: null }) { calendar } }')
    expect(await ask('mutation { deleteCalendar(name: "north") }')).toEqual({ deleteCalendar: true })
  })

  it.each([
    ['putCalendar(name: "c", input: { timeZone: "Mars/Olympus" }) { changed }', /timeZone: it must be an IANA time zone/],
    ['putCalendar(name: "c", input: { timeZone: "UTC", from: "18:00" }) { changed }', /to must be later than from/],
    ['putCalendar(name: "c", input: { timeZone: "UTC", holidays: ["2026-02-30"] }) { changed }', /holidays\.0: it must be a day/],
    ['putApproverGroup(name: "g", input: { quorum: 0 }) { changed }', /quorum: it must be >= 1/],
    ['putTeam(name: " ", input: {}) { changed }', /name must have/],
    ['declareService(name: "s", input: { runbookUrl: "javascript:alert(1)" }) { changed }', /runbookUrl: it must be an http/],
    ['updateWorkspace(input: { profile: "gitlub" }) { profile }', /did you mean gitlab\?/],
    ['updateWorkspace(input: { calendar: "nowhere" }) { profile }', /There is no calendar nowhere/],
    ['updateWorkspace(input: { alertGuardFactor: 0 }) { profile }', /alertGuardFactor: it must be > 0/],
    ['updateWorkspace(input: { attributionWindowHours: 0 }) { profile }', /attributionWindowHours: it must be > 0/],
    ['claimService(name: "never-heard-of", team: "money") { changed }', /No event names the service never-heard-of/],
  ])('%s is refused with a reason', async (mutation, message) => {
    expect(await refusal(`mutation { ${mutation} }`)).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) })
  })
})

describe('services', () => {
  const service = (id: string) =>
    ask<{ services: { edges: { node: Record<string, unknown> }[] } }>(
      'query ($id: String) { services(filter: { search: $id }) { edges { node { id title team tier declared aliases runbookUrl } } } }',
      { id },
    ).then(({ services }) => services.edges.map(({ node }) => node).find((node) => node.id === id))

  it('declared twice make one event; a field left out is taken back', async () => {
    const declare = (input: string) =>
      ask<{ declareService: Declared }>(`mutation { declareService(name: "cart", input: ${input}) { changed declaration { spec } } }`)
    const full =
      '{ team: "shop", tier: "1", aliases: ["basket"], runbookUrl: "https://docs.example.com/cart", repository: "https://git.example.com/shop/cart.git" }'
    await ask('mutation { putTeam(name: "shop", input: {}) { changed } }')
    const events = async () => (await ask<{ pipelineStatus: { events: number } }>('{ pipelineStatus { events } }')).pipelineStatus.events
    const before = await events()
    const first = await declare(full)
    expect(first.declareService).toMatchObject({ changed: true, declaration: { spec: { repository: 'git.example.com/shop/cart' } } })
    expect((await declare(full)).declareService.changed).toBe(false)
    await app.settled()
    expect((await events()) - before).toBe(1)
    expect(await service('cart')).toEqual({
      id: 'cart',
      title: 'cart',
      team: 'shop',
      tier: '1',
      declared: true,
      aliases: ['basket'],
      runbookUrl: 'https://docs.example.com/cart',
    })
    await declare('{ team: "shop", title: "Cart" }')
    await app.settled()
    expect(await service('cart')).toEqual({ id: 'cart', title: 'Cart', team: 'shop', tier: null, declared: true, aliases: [], runbookUrl: null })
    expect(await ask('mutation { withdrawService(name: "cart") }')).toEqual({ withdrawService: true })
    await app.settled()
    expect(await service('cart')).toBeUndefined()
    await declare(full)
    await app.settled()
    expect(await service('cart')).toMatchObject({ declared: true, team: 'shop' })
  })

  it('seen and not declared are listed with their likely team, until they are claimed', async () => {
    await send(
      event('service.declared', '2026-10-01T10:00:00Z', { service: 'known', team: 'ops', repository: 'git.example.com/infra/tools' }),
      rollout('stray', 'stray-1', 'production', '2026-10-02T10:00:00Z', { repository: 'git.example.com/infra/tools' }),
      rollout('lost', 'lost-1', 'staging', '2026-10-03T10:00:00Z'),
    )
    type Page = { undeclaredServices: { totalCount: number; edges: { node: Record<string, unknown> }[] } }
    const list = () => ask<Page>('{ undeclaredServices { totalCount edges { node { id environments repository lastEventAt likelyTeam } } } }')
    const { undeclaredServices } = await list()
    expect(undeclaredServices.edges.map(({ node }) => node)).toEqual([
      { id: 'lost', environments: ['staging'], repository: null, lastEventAt: '2026-10-03T10:00:00.000Z', likelyTeam: null },
      {
        id: 'stray',
        environments: ['production'],
        repository: 'git.example.com/infra/tools',
        lastEventAt: '2026-10-02T10:00:00.000Z',
        likelyTeam: 'ops',
      },
    ])
    expect(undeclaredServices.totalCount).toBe(2)
    const claim = 'mutation { claimService(name: "stray", team: "ops", tier: "2") { changed declaration { spec } } }'
    expect((await ask<{ claimService: Declared }>(claim)).claimService).toMatchObject({
      changed: true,
      declaration: { spec: { team: 'ops', tier: '2', repository: 'git.example.com/infra/tools' } },
    })
    await app.settled()
    expect((await list()).undeclaredServices.edges.map(({ node }) => node.id)).toEqual(['lost'])
    await send(
      event('approval.requested', '2026-09-01T10:00:00Z', { approval: 'a', service: 'only-asked-for', environment: 'production' }),
      event('test.finished', '2026-09-02T10:00:00Z', { service: 'only-tested', name: 'smoke', status: 'passed' }),
      event('artifact.published', '2026-09-03T10:00:00Z', { service: 'only-built', digest: `sha256:${'a'.repeat(64)}` }),
    )
    const known = ['lost', 'only-built', 'only-tested', 'only-asked-for']
    expect((await list()).undeclaredServices.edges.map(({ node }) => node.id)).toEqual(known)
    expect(await ask('mutation { claimService(name: "only-asked-for", team: "ops") { changed } }')).toEqual({ claimService: { changed: true } })
  })
})

describe('settings', () => {
  const window = 'window: { from: "2026-09-01T00:00:00Z", to: "2026-09-08T00:00:00Z" }'
  const value = async (key: string) => {
    const query = `{ metrics(keys: [${key}], scope: { services: ["clock"] }, ${window}) { groups { total { value n } } } }`
    const { metrics } = await ask<{ metrics: { groups: { total: { value: number | null; n: number } }[] }[] }>(query)
    return metrics[0]?.groups[0]?.total
  }
  const set = async (input: string) => {
    await ask(`mutation { updateWorkspace(input: ${input}) { profile } }`)
    await app.settled()
  }

  it('the attribution window moves the change failure rate', async () => {
    await send(
      rollout('clock', 'c1', 'production', '2026-09-02T10:00:00Z'),
      rollout('clock', 'c2', 'production', '2026-09-04T10:00:00Z'),
      event('incident.detected', '2026-09-05T16:00:00Z', {
        incident: 'i1',
        service: 'clock',
        environment: 'production',
        startedAt: '2026-09-05T16:00:00Z',
      }),
    )
    expect(await value('change_failure_rate')).toEqual({ value: 0, n: 2 })
    await set('{ attributionWindowHours: 48 }')
    expect(await value('change_failure_rate')).toEqual({ value: 0.5, n: 2 })
    await set('{ attributionWindowHours: 24 }')
    expect(await value('change_failure_rate')).toEqual({ value: 0, n: 2 })
  })

  it('what is production moves the deployment frequency; a declaration outranks a pattern', async () => {
    await send(rollout('clock', 'c3', 'blue', '2026-09-06T10:00:00Z'))
    const count = async () => (await value('deployment_frequency'))?.value
    expect(await count()).toBe(2)
    await set('{ productionPatterns: ["prod", "production", "live", "bl*"] }')
    expect(await count()).toBe(3)
    await ask('mutation { putEnvironment(name: "blue", production: false) { changed } }')
    await app.settled()
    expect(await count()).toBe(2)
    const { environments } = await ask<{ environments: object[] }>('{ environments { id production declared } }')
    expect(environments).toContainEqual({ id: 'blue', production: false, declared: true })
    expect(environments).toContainEqual({ id: 'production', production: true, declared: false })
    await ask('mutation { deleteEnvironment(name: "blue") }')
    await app.settled()
    expect(await count()).toBe(3)
  })

  it('are kept whole and audited', async () => {
    await set(
      '{ requiredProvenance: { default: ["commit"], byTier: [{ tier: "1", fields: ["sbom", "commit"] }] }, hotfix: { tags: ["*-hotfix.*"] }, ownership: HISTORICAL, weekStart: SUNDAY }',
    )
    const { workspace } = await ask<{ workspace: object }>(
      '{ workspace { requiredProvenance { default byTier { tier fields } } hotfix { labels branches tags } ownership weekStart timeZone } }',
    )
    expect(workspace).toEqual({
      requiredProvenance: { default: ['commit'], byTier: [{ tier: '1', fields: ['commit', 'sbom'] }] },
      hotfix: { labels: [], branches: [], tags: ['*-hotfix.*'] },
      ownership: 'HISTORICAL',
      weekStart: 'SUNDAY',
      timeZone: 'UTC',
    })
    const { auditLog } = await ask<{ auditLog: { edges: { node: { action: string } }[] } }>('{ auditLog(first: 100) { edges { node { action } } } }')
    const actions = new Set(auditLog.edges.map(({ node }) => node.action))
    for (const action of ['updateWorkspace', 'putTeam', 'declareService', 'claimService', 'putEnvironment']) expect(actions).toContain(action)
  })
})
