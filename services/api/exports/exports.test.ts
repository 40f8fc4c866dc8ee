import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareKnownAnswers } from '../../../seed/known-answer/prepare.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { readKnownAnswerFile } from '../../test/known-answers.js'

type Row = Record<string, string>
type Cell = { key: string; profile: string; expected: number | null }

const WINDOW = 'from=2026-10-05T00:00:00Z&to=2026-10-26T00:00:00Z'
const HARD = '=cmd|"quoted", comma\nnew line – ünïcode'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  await prepareKnownAnswers({ url: app.url, token: app.localToken })
  const headers = { 'content-type': 'application/x-ndjson' }
  const hard = { incident: 'INC-HARD', service: 'hard', environment: 'production', title: HARD }
  const event = { id: 'hard', source: 'pager', type: 'incident.detected', time: '2026-09-01T00:00:00Z', data: hard }
  const body = `${readKnownAnswerFile('events.ndjson')}${JSON.stringify(event)}\n`
  expect((await app.request('/v1/events', { method: 'POST', headers, body })).status).toBe(202)
  await app.settled()
})
afterAll(() => app.stop())

async function rowsOf(path: string): Promise<Row[]> {
  const response = await app.request(`/v1/export/${path}`)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/csv')
  return parse(text, { columns: true }) as Row[]
}

describe('measures', () => {
  it('are under each profile what they are by hand', async () => {
    const cells = JSON.parse(readKnownAnswerFile('profiles.json')) as Cell[]
    for (const profile of new Set(cells.map((cell) => cell.profile))) {
      const own = cells.filter((cell) => cell.profile === profile)
      const rows = await rowsOf(`metrics.csv?${WINDOW}&profile=${profile}&keys=${own.map(({ key }) => key).join(',')}`)
      const values = Object.fromEntries(rows.map((row) => [row.key, row.value === '' ? null : Number(Number(row.value).toFixed(6))]))
      expect(values).toEqual(Object.fromEntries(own.map(({ key, expected }) => [key, expected === null ? null : Number(expected.toFixed(6))])))
    }
  })

  it('come in buckets and groups, with what they rest on', async () => {
    const rows = await rowsOf(`metrics.csv?${WINDOW}&keys=deployment_frequency&interval=week&groupBy=team`)
    const counts = rows.map(({ group, of, from, value }) => [group, of, (from as string).slice(5, 10), value])
    // Checkout is payments and storefront: 7, 5 and 2 by week; discovery is search: 1, 3 and 2.
    expect(counts).toEqual([
      ['team=checkout', 'total', '10-05', '14'],
      ['team=checkout', 'bucket', '10-05', '7'],
      ['team=checkout', 'bucket', '10-12', '5'],
      ['team=checkout', 'bucket', '10-19', '2'],
      ['team=discovery', 'total', '10-05', '6'],
      ['team=discovery', 'bucket', '10-05', '1'],
      ['team=discovery', 'bucket', '10-12', '3'],
      ['team=discovery', 'bucket', '10-19', '2'],
    ])
    expect(rows[0]?.definition).toContain('profile=default')
    expect(rows[0]?.excluded).toContain('not_succeeded=6')
  })

  it('heed single options', async () => {
    const [row] = await rowsOf(`metrics.csv?${WINDOW}&keys=change_failure_rate&option=failureSignals:outcome`)
    // Failed or aborted by themselves: pay-104, pay-110, sea-307 of 23.
    expect(Number(row?.value)).toBeCloseTo(3 / 23, 12)
  })

  it.each([
    // INC-2 was laid by being recent, 6 hours after, at 0.575; INC-7 by what remedied it, at 0.95; four were declared.
    ['minConfidence:0.6', 5],
    ['minConfidence:0.96', 4],
    ['attributionMethods:declared', 4],
    ['attributionMethods:declared,remediated', 5],
    ['attributionWindowHours:pt5h', 5],
  ])('heed %s', async (option, incidents) => {
    const [row] = await rowsOf(`metrics.csv?${WINDOW}&keys=release_incidents&option=${option}`)
    expect(Number(row?.value)).toBe(incidents)
  })

  it.each([
    // Rollbacks took 240, 600 and 1500 seconds.
    ['its own', '[]', 'withinTarget=0.6666666666666666'],
    ['another', '[{ measure: time_to_rollback, high: 300 }]', 'withinTarget=0.3333333333333333'],
    ['none', '[{ measure: time_to_rollback }]', null],
  ])('are held against the target in force: %s', async (_which, targets, expected) => {
    await app.graphql(`mutation { updateWorkspace(input: { targets: ${targets} }) { profile } }`)
    const [row] = await rowsOf(`metrics.csv?${WINDOW}&keys=time_to_rollback`)
    expect(row?.stats?.match(/withinTarget=[\d.]+/)?.[0] ?? null).toBe(expected)
    await app.graphql('mutation { updateWorkspace(input: { targets: [] }) { profile } }')
  })
})

describe('evidence', () => {
  it('has every record counted, and every record left out', async () => {
    const counted = await rowsOf(`evidence.csv?${WINDOW}&key=change_lead_time`)
    expect(counted).toHaveLength(24)
    expect(counted.map(({ value }) => Number(value)).sort((a, b) => a - b)[23]).toBe(94_800)
    const left = await rowsOf(`evidence.csv?${WINDOW}&key=change_lead_time&state=excluded`)
    expect(left.map(({ state }) => state).sort()).toEqual([
      'clock_skew',
      'merge_commit',
      'merge_commit',
      'no_baseline',
      'no_baseline',
      'no_baseline',
      'no_commit_time',
    ])
  })
})

describe('evidence of a group', () => {
  it('is that of the group alone', async () => {
    const own = await rowsOf(`evidence.csv?${WINDOW}&key=deployment_frequency&groupBy=team,trigger&group=discovery&group=automatic`)
    const all = await rowsOf(`evidence.csv?${WINDOW}&key=deployment_frequency&teams=discovery&triggers=automatic`)
    expect(own.length).toBeGreaterThan(0)
    expect(own.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  })
})

describe('lists', () => {
  it('of releases, services and findings are whole, by their filters', async () => {
    const releases = await rowsOf(`releases.csv?${WINDOW}&services=payments&failed=true`)
    const { data } = await app.graphql<{ releases: { edges: { node: { id: string } }[] } }>(
      '{ releases(filter: { services: ["payments"], failed: true, from: "2026-10-05T00:00:00Z", to: "2026-10-26T00:00:00Z" }) { edges { node { id } } } }',
    )
    expect(releases.map(({ id }) => id)).toEqual(data.releases.edges.map(({ node }) => node.id))
    expect((await rowsOf('services.csv?teams=discovery')).map(({ id, team }) => [id, team])).toEqual([['search', 'discovery']])
    expect(new Set((await rowsOf(`findings.csv?${WINDOW}&kinds=blind_spot`)).map(({ code }) => code))).toEqual(new Set(['F6']))
  })

  it('of deliveries have what came in, and of the audit log every entry for administrators alone', async () => {
    const [delivery] = await rowsOf('deliveries.csv?states=done')
    expect(delivery).toMatchObject({ integration: 'events', state: 'DONE' })
    expect(await rowsOf('deliveries.csv?states=dead')).toEqual([])
    const { data } = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "auditor", scopes: [READ]) { secret } }')
    expect((await rowsOf('audit.csv')).at(0)).toMatchObject({ action: 'createToken', subject: 'auditor', actor: 'token:local' })
    expect((await app.request('/v1/export/audit.csv', { token: data.createToken.secret })).status).toBe(403)
  })

  it('of profiles are a row for each measure under each', async () => {
    const rows = await rowsOf(`profiles.csv?${WINDOW}&keys=change_failure_rate&profiles=default,gitlab`)
    expect(rows.map(({ definition, value }) => [definition?.match(/profile=(\w+)/)?.[1], Number(value).toFixed(4)])).toEqual([
      ['default', '0.3913'],
      ['gitlab', '0.3478'],
    ])
  })
})

describe('facts', () => {
  it('heed region and trigger', async () => {
    const all = await rowsOf(`deployments.csv?${WINDOW}`)
    const automatic = await rowsOf(`deployments.csv?${WINDOW}&triggers=automatic`)
    expect(automatic.map(({ id }) => id)).toEqual(all.filter(({ trigger }) => trigger === 'automatic').map(({ id }) => id))
    expect(automatic.length).toBeGreaterThan(0)
    expect(await rowsOf(`deployments.csv?${WINDOW}&regions=nowhere`)).toEqual([])
  })

  it('are all there, in the window and the scope', async () => {
    const deployments = await rowsOf(`deployments.csv?${WINDOW}&environments=production`)
    expect(deployments).toHaveLength(30)
    expect(deployments.find(({ id }) => id === 'sea-303')).toMatchObject({
      service: 'search',
      outcome: 'succeeded',
      rolled_back_by: 'sea-304',
      incidents: 'INC-7',
    })
    expect(await rowsOf(`incidents.csv?${WINDOW}&services=payments`)).toHaveLength(2)
    const [first] = (await rowsOf(`incidents.csv?${WINDOW}&services=payments`)).filter(({ id }) => id === 'INC-1')
    expect(first).toMatchObject({ impact_customers: '420', impact_cost: '1800', impact_currency: 'EUR' })
    const blamedOnNone = await rowsOf(`incidents.csv?${WINDOW}&attributed=false`)
    expect(blamedOnNone.map(({ id }) => id)).toEqual(['INC-3', 'INC-4', 'INC-6'])
    expect(await rowsOf(`incidents.csv?${WINDOW}&attributed=true`)).toHaveLength(6)
    expect((await rowsOf(`approvals.csv?${WINDOW}`)).map(({ id }) => id).sort()).toEqual(
      ['approval-102', 'approval-103', 'approval-112', 'approval-207', 'approval-305', 'approval-306', 'approval-309'].sort(),
    )
    const changes = await rowsOf(`changes.csv?${WINDOW}&services=search`)
    const counted = changes.filter(({ state }) => state === 'counted')
    expect(counted.map(({ lead_time: seconds }) => Number(seconds)).sort((a, b) => a - b)).toEqual([
      3600, 3600, 7200, 7200, 14_400, 43_200, 78_600, 86_400,
    ])
  })

  it('of a release are those of its page, whenever they were', async () => {
    const { data } = await app.graphql<{ release: { approvals: { id: string }[]; changes: { edges: { node: { sha: string } }[] } } }>(
      '{ release(id: "payments@1.1.0") { approvals { id } changes { edges { node { sha } } } } }',
    )
    const release = encodeURIComponent('payments@1.1.0')
    const approvals = await rowsOf(`approvals.csv?release=${release}`)
    expect(approvals.map(({ id }) => id).sort()).toEqual(data.release.approvals.map(({ id }) => id).sort())
    expect(approvals.length).toBeGreaterThan(0)
    const changes = await rowsOf(`changes.csv?release=${release}&environments=production`)
    expect(changes.map(({ sha }) => sha).sort()).toEqual(data.release.changes.edges.map(({ node }) => node.sha).sort())
    expect(changes.length).toBeGreaterThan(0)
  })

  it('survive what spreadsheets make of text', async () => {
    const [row] = await rowsOf('incidents.csv?from=2026-09-01T00:00:00Z&to=2026-09-02T00:00:00Z')
    expect(row?.title).toBe(`'${HARD}`)
  })

  it('of nothing are a header alone', async () => {
    const response = await app.request('/v1/export/deployments.csv?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')
    expect((await response.text()).split('\r\n').filter(Boolean)).toHaveLength(1)
  })
})

describe('a bad question', () => {
  it.each([
    ['metrics.csv?from=2026-10-05T00:00:00Z', 'keys'],
    ['metrics.csv?from=2026-10-05T00:00:00Z', 'to'],
    ['metrics.csv?from=yesterday&to=2026-10-26T00:00:00Z&keys=deployment_frequency', 'from'],
    [`metrics.csv?${WINDOW}&keys=deployments`, 'keys.0'],
    [`metrics.csv?${WINDOW}&keys=deployment_frequency&colour=red`, 'colour'],
    [`metrics.csv?${WINDOW}&keys=deployment_frequency&option=leadTimeClock:sundial`, 'option'],
    [`evidence.csv?${WINDOW}&key=change_lead_time&state=some`, 'state'],
    [`deployments.csv?${WINDOW}&interval=day`, 'interval'],
    [`approvals.csv?${WINDOW}&regions=eu`, 'regions'],
    ['changes.csv?services=payments', 'from'],
    [`deployments.csv?${WINDOW}&release=payments%401.1.0`, 'release'],
    [`services.csv?${WINDOW}`, 'from'],
    [`deployments.csv?${WINDOW}&triggers=robot`, 'triggers.0'],
    [`contradictions.csv?${WINDOW}&kinds=blind_spot`, 'kinds.0'],
    [`metrics.csv?${WINDOW}&keys=`, 'keys'],
    ['alerts.csv?states=done', 'states.0'],
    ['alerts.csv?rules=burnrate', 'rules.0'],
    [`objectives.csv?${WINDOW}`, 'from'],
    [`evidence.csv?${WINDOW}&key=change_lead_time&groupBy=team`, 'group'],
  ])('%s names %s', async (path, field) => {
    const response = await app.request(`/v1/export/${path}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const { errors } = (await response.json()) as { errors: { path: string; message: string }[] }
    expect(errors.map(({ path: named }) => named)).toContain(field)
  })

  it.each([`metrics.csv?${WINDOW}&keys=deployment_frequency&profile=nobody`, `evidence.csv?${WINDOW}&key=change_lead_time&timeZone=Mars`])(
    '%s says why',
    async (path) => {
      const response = await app.request(`/v1/export/${path}`)
      expect(response.status).toBe(400)
      expect(await response.text()).toMatch(/nobody|Mars/)
    },
  )

  it('needs a token that may read', async () => {
    const path = `/v1/export/deployments.csv?${WINDOW}`
    expect((await app.request(path, { token: null })).status).toBe(401)
    const { data } = await app.graphql<{ createToken: { secret: string } }>('mutation { createToken(name: "in", scopes: [INGEST]) { secret } }')
    expect((await app.request(path, { token: data.createToken.secret })).status).toBe(403)
  })
})
