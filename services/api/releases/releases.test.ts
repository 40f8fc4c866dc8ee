import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { contradiction, REPOSITORY, sha, story } from '../../test/release-story.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const response = await app.request('/v1/events', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([...story, contradiction].reverse()),
  })
  expect([response.status, ((await response.json()) as { rejected: object[] }).rejected]).toEqual([202, []])
  await app.settled()
})
afterAll(() => app?.stop())

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await app.graphql<T>(query, variables)
  expect(errors).toBeUndefined()
  return data
}

type Nodes<K extends string, N> = Record<
  K,
  { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: N }[] }
>

async function idsOf(list: string, fields = 'id'): Promise<Record<string, unknown>[]> {
  const [name = ''] = list.split('(')
  const data = await ask<Nodes<string, Record<string, unknown>>>(`{ ${list} { edges { node { ${fields} } } } }`)
  return data[name]?.edges.map(({ node }) => node) ?? []
}

describe('services', () => {
  it('are listed with what was declared of them and where they stand', async () => {
    const services = await idsOf('services', 'id team tier repository declared environments openIncidents lastDeployment { id }')
    expect(services.sort((a, b) => String(a.id).localeCompare(String(b.id)))).toEqual([
      {
        id: 'payments',
        team: 'checkout',
        tier: '1',
        repository: REPOSITORY.replace('https://', ''),
        declared: true,
        environments: ['production'],
        openIncidents: 0,
        lastDeployment: { id: 'pay-3' },
      },
      {
        id: 'storefront',
        team: 'shop',
        tier: null,
        repository: null,
        declared: true,
        environments: ['production', 'staging'],
        openIncidents: 0,
        lastDeployment: { id: 'web-4' },
      },
    ])
  })

  it('are found by text and by team', async () => {
    expect(await idsOf('services(filter: { search: "PAY" })')).toEqual([{ id: 'payments' }])
    expect(await idsOf('services(filter: { teams: ["shop"] })')).toEqual([{ id: 'storefront' }])
    expect(await idsOf('services(filter: { teams: [] })')).toEqual([])
    expect(await idsOf('teams', 'id services { id }')).toEqual(
      expect.arrayContaining([
        { id: 'checkout', services: [{ id: 'payments' }] },
        { id: 'shop', services: [{ id: 'storefront' }] },
      ]),
    )
  })
})

describe('releases', () => {
  it('are one for each version of a service, newest first', async () => {
    expect(await idsOf('releases', 'id status failed environments')).toEqual([
      { id: 'storefront@9.0.0', status: 'succeeded', failed: false, environments: ['staging'] },
      { id: 'payments@1.0.0', status: 'succeeded', failed: false, environments: ['production'] },
      { id: 'payments@2.0.0', status: 'succeeded', failed: true, environments: ['production'] },
      { id: 'storefront@4.0.0', status: 'failed', failed: true, environments: ['production'] },
      expect.objectContaining({ id: expect.stringMatching(/^storefront@3\.0\.[01]?$/) }),
      expect.objectContaining({ id: 'storefront@2.0.0' }),
      expect.objectContaining({ id: 'storefront@1.0.0' }),
      expect.objectContaining({ id: 'storefront@0.0.0' }),
    ])
  })

  it.each([
    ['{ services: ["payments"] }', ['payments@1.0.0', 'payments@2.0.0']],
    ['{ teams: ["checkout"], failed: true }', ['payments@2.0.0']],
    ['{ failed: true }', ['payments@2.0.0', 'storefront@4.0.0']],
    ['{ environments: ["staging"] }', ['storefront@9.0.0']],
    ['{ search: "STOREFRONT@2" }', ['storefront@2.0.0']],
    ['{ from: "2026-10-06T04:30:00Z", to: "2026-10-06T06:10:00Z" }', ['storefront@4.0.0']],
    ['{ from: "2026-10-06T04:30:00Z", to: "2026-10-06T06:10:00.001Z" }', ['payments@2.0.0', 'storefront@4.0.0']],
  ])('are filtered by %s', async (filter, ids) => {
    expect((await idsOf(`releases(filter: ${filter})`)).map(({ id }) => id)).toEqual(ids)
  })

  it('come in pages that hold each of them once', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { releases }: Nodes<'releases', { id: string }> = await ask(
        'query ($after: String) { releases(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { after },
      )
      expect(releases.totalCount).toBe(8)
      seen.push(...releases.edges.map(({ node }) => node.id))
      after = releases.pageInfo.hasNextPage ? releases.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual((await idsOf('releases')).map(({ id }) => id))
  })

  it.each(['nonsense', Buffer.from('["only one"]').toString('base64url'), Buffer.from('["no time","x"]').toString('base64url')])(
    'refuse a cursor that is none with a code: %s',
    async (after) => {
      for (const list of ['releases', 'services', 'deployments', 'incidents', 'approvals', 'teams']) {
        const { errors } = await app.graphql(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, { after })
        // The list of teams has one text for a key, so one text is a cursor of it.
        if (list === 'teams' && after === Buffer.from('["only one"]').toString('base64url')) continue
        expect([list, errors?.[0]?.extensions.code]).toEqual([list, 'BAD_USER_INPUT'])
      }
    },
  )

  it.each(['releases(first: 0)', 'deployments(first: 501)', 'incidents(first: -1)'])('refuse a page of no sensible size: %s', async (list) => {
    const { errors } = await app.graphql(`{ ${list} { edges { cursor } } }`)
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('and deployments that nobody has heard of are null', async () => {
    expect(await ask('{ release(id: "payments@7") { id } deployment(id: "pay-7") { id } }')).toEqual({ release: null, deployment: null })
  })
})

describe('the page of a release', () => {
  const PAGE = `{ release(id: "payments@2.0.0") {
    service version firstDeployedAt latestDeployedAt
    changes { totalCount edges { node { sha title author state leadTimeSeconds } } }
    incidents { id status mitigatedBy mitigatedAt attribution { deployment releaseId method confidence } }
    approvals { id decision decidedBy requestedAt decidedAt group automated }
    artifacts { digest builder provenance { field state } }
    deployments { id }
    timeline { at type title detail source eventId environment }
  } }`
  type Page = {
    release: Record<string, unknown> & {
      artifacts: { provenance: { field: string; state: string }[] }[]
      timeline: { at: string; type: string; source: string; eventId: string; title: string; detail: string | null }[]
    }
  }

  it('says what it brought, who approved it, and what it caused', async () => {
    const { release } = await ask<Page>(PAGE)
    expect(release).toMatchObject({
      service: 'payments',
      version: '2.0.0',
      latestDeployedAt: '2026-10-06T06:10:00.000Z',
      deployments: [{ id: 'pay-2' }],
      approvals: [
        {
          id: 'approval-1',
          decision: 'granted',
          decidedBy: ['author-18@example.invalid'],
          requestedAt: '2026-10-06T05:00:00.000Z',
          decidedAt: '2026-10-06T05:30:00.000Z',
          group: 'approvers',
          automated: false,
        },
      ],
      incidents: [{ id: 'inc-1', status: 'mitigated', mitigatedBy: 'mitigated', mitigatedAt: '2026-10-06T06:45:00.000Z' }],
    })
    expect((release.incidents as { attribution: object[] }[])[0]?.attribution[0]).toEqual({
      deployment: 'pay-2',
      releaseId: 'payments@2.0.0',
      method: 'declared',
      confidence: 1,
    })
    expect(release.changes).toEqual({
      totalCount: 2,
      edges: ['3', '2'].map((digit) => ({
        node: {
          sha: sha(digit),
          title: `Change ${digit}`,
          author: 'author-17@example.invalid',
          state: 'counted',
          leadTimeSeconds: digit === '3' ? 7800 : 11_400,
        },
      })),
    })
    const states = Object.fromEntries((release.artifacts[0]?.provenance ?? []).map(({ field, state }) => [field, state]))
    expect(states).toEqual({
      commit: 'present',
      repository: 'present',
      build: 'present',
      builder: 'present',
      provenance: 'absent',
      signature: 'absent',
      sbom: 'present',
      tests: 'absent',
      scan: 'absent',
    })
  })

  it('tells everything in the order in which it happened, each report once', async () => {
    const { timeline } = (await ask<Page>(PAGE)).release
    expect(timeline.map(({ at, type, source }) => `${at.slice(11, 16)} ${type} ${source}`)).toEqual([
      '04:30 artifact.published ci/payments',
      '04:31 artifact.attested ci/payments',
      '05:00 approval.requested ci/payments',
      '05:30 approval.decided ci/payments',
      '06:00 deployment.started ci/payments',
      '06:01 deployment.started argo',
      '06:09 deployment.finished argo',
      '06:10 deployment.finished ci/payments',
      '06:30 incident.detected pager',
      '06:40 incident.updated pager',
      '06:45 incident.mitigated pager',
    ])
    expect(new Set(timeline.map(({ source, eventId }) => `${source} ${eventId}`)).size).toBe(timeline.length)
    expect(timeline.at(7)?.title).toBe('Rollout to production succeeded')
    expect(timeline.at(9)).toMatchObject({ title: 'Note on incident inc-1', detail: 'Rolling back' })
  })
})

describe('deployments', () => {
  it('reported by two sources are one, and say so', async () => {
    expect(
      await ask(
        '{ deployment(id: "pay-2") { kind failed failureReasons rolledBackBy previousVersion changeCount startedAt finishedAt parts { source deployment } contradictions { field } } }',
      ),
    ).toEqual({
      deployment: {
        kind: 'change',
        failed: true,
        failureReasons: expect.arrayContaining(['rolled_back_by', 'incident']),
        rolledBackBy: 'pay-3',
        previousVersion: '1.0.0',
        changeCount: 2,
        startedAt: '2026-10-06T06:00:00.000Z',
        finishedAt: '2026-10-06T06:10:00.000Z',
        parts: expect.arrayContaining([
          { source: 'ci/payments', deployment: 'pay-2' },
          { source: 'argo', deployment: 'argo-2' },
        ]),
        contradictions: [],
      },
    })
  })

  it('of which one source says two things list what was dropped', async () => {
    const { deployment } = await ask<{
      deployment: { version: string; contradictions: { field: string; kept: string; dropped: string; source: string }[] }
    }>('{ deployment(id: "web-3") { version contradictions { field kept dropped source } } }')
    const [dropped] = ['3.0.0', '3.0.1'].filter((version) => version !== deployment.version)
    expect(deployment.contradictions).toEqual([{ field: 'version', kept: deployment.version, dropped, source: 'ci/payments' }])
  })

  it.each([
    ['{ services: ["payments"] }', ['pay-3', 'pay-2', 'pay-1']],
    ['{ kinds: ["rollback"] }', ['pay-3']],
    ['{ outcomes: ["failed"] }', ['web-4']],
    ['{ environments: ["staging"], teams: ["shop"] }', ['web-staging']],
  ])('are filtered by %s', async (filter, ids) => {
    expect((await idsOf(`deployments(filter: ${filter})`)).map(({ id }) => id)).toEqual(ids)
  })
})

describe('incidents, approvals and environments', () => {
  it('are listed and filtered', async () => {
    expect(await idsOf('incidents(filter: { services: ["payments"], attributed: true })', 'id title services')).toEqual([
      { id: 'inc-1', title: 'Cards are declined', services: ['payments'] },
    ])
    expect(await idsOf('incidents(filter: { attributed: false })')).toEqual([])
    expect(await idsOf('incidents(filter: { status: "open" })')).toEqual([])
    expect(await idsOf('approvals(open: true)')).toEqual([])
    expect(await idsOf('approvals(services: ["payments"], open: false)', 'id risk')).toEqual([{ id: 'approval-1', risk: 'normal' }])
    expect(await ask('{ environments { id production } }')).toEqual({
      environments: [
        { id: 'production', production: true },
        { id: 'staging', production: false },
      ],
    })
  })
})
