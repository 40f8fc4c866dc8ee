import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'
import { postEvents } from '../../test/e2e/ask-over-http.js'

const SECRET = 'the secret of this connection'
const MINUTE = 60_000
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE
const minutesAgo = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString()
const UNSET = '0001-01-01T00:00:00Z'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const connect = 'mutation ($input: SaveConnectionInput!) { saveConnection(input: $input) { hasSecret } }'
  expect((await app.graphql(connect, { input: { integration: 'alertmanager', source: 'main', secret: SECRET } })).errors).toBeUndefined()
  const declared = { service: 'payments', team: 'money', aliases: ['pay'] }
  await postEvents(app, [{ id: 'declared', source: 'test', type: 'service.declared', time: minutesAgo(600), data: declared }])
})

afterAll(() => app?.stop())

type Given = { name: string; service: string; severity?: string; startsAt: string; endsAt?: string; fingerprint: string }

/** As Alertmanager writes it: an alert that fires ends in the year 1. */
function alertOf({ name, service, severity, startsAt, endsAt = UNSET, fingerprint }: Given) {
  return {
    status: endsAt === UNSET ? 'firing' : 'resolved',
    labels: { alertname: name, service, environment: 'production', ...(severity && { severity }) },
    annotations: { summary: 'It is bad.' },
    startsAt,
    endsAt,
    generatorURL: 'https://prometheus.example/graph?g0.expr=up',
    fingerprint,
  }
}

/** One group as Alertmanager's webhook sends it. */
async function hook(...given: Given[]): Promise<void> {
  const alerts = given.map(alertOf)
  const body = {
    version: '4',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    status: alerts.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
    receiver: 'windsock',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example',
    alerts,
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${SECRET}` }
  const answer = await app.request('/v1/hooks/alertmanager/main', { method: 'POST', token: null, headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(202)
  await app.settled()
}

type Alert = { id: string; title: string; state: string; firedAt: string; resolvedAt: string | null; messages: unknown[] } & Record<string, unknown>

async function alerts(filter: object = {}, fields = ''): Promise<Alert[]> {
  const ask = `query ($filter: AlertFilter) { alerts(filter: $filter) { totalCount edges { node {
    id title state firedAt resolvedAt messages { id } ${fields} } } } }`
  const answer = await app.graphql<{ alerts: { totalCount: number; edges: { node: Alert }[] } }>(ask, { filter: { rules: ['external'], ...filter } })
  expect(answer.errors).toBeUndefined()
  expect(answer.data.alerts.totalCount).toBe(answer.data.alerts.edges.length)
  return answer.data.alerts.edges.map(({ node }) => node)
}

const errors = { name: 'HighErrorRate', service: 'pay', severity: 'critical', startsAt: minutesAgo(50), fingerprint: 'd1c7f1c0aa11bb22' }
const queue = { name: 'QueueFull', service: 'orders', startsAt: minutesAgo(40), fingerprint: '0b0b0b0b0b0b0b0b' }

describe('alerts that an Alertmanager reports', () => {
  it('fire once, however often they come, with where they come from, and nobody is told', async () => {
    await hook(errors)
    await hook(errors)
    expect(await alerts({}, 'rule source url severity summary service environment team release pendingSince')).toEqual([
      {
        id: `alertmanager:d1c7f1c0aa11bb22:${Date.parse(errors.startsAt)}`,
        rule: 'external',
        source: 'alertmanager/main',
        url: 'https://prometheus.example/graph?g0.expr=up',
        title: 'HighErrorRate',
        summary: 'Reported by alertmanager/main as critical.',
        severity: 'PAGE',
        state: 'FIRING',
        // By the name that the service is kept under.
        service: 'payments',
        environment: 'production',
        team: null,
        release: null,
        pendingSince: errors.startsAt,
        firedAt: errors.startsAt,
        resolvedAt: null,
        messages: [],
      },
    ])
  })

  it('are over once it says so, also where the end came before the beginning, and stay over', async () => {
    await hook({ ...queue, endsAt: minutesAgo(20) }, errors)
    await hook(queue, errors)
    const states = async () => (await alerts()).map(({ title, state, resolvedAt }) => [title, state, resolvedAt])
    // Newest first.
    expect(await states()).toEqual([
      ['QueueFull', 'RESOLVED', minutesAgo(20)],
      ['HighErrorRate', 'FIRING', null],
    ])
    await hook({ ...errors, endsAt: minutesAgo(10) })
    await hook({ ...errors, endsAt: minutesAgo(10) })
    expect((await states())[1]).toEqual(['HighErrorRate', 'RESOLVED', minutesAgo(10)])
  })

  it('that fire again are alerts of their own, which the filters find', async () => {
    await hook({ ...errors, startsAt: minutesAgo(5) })
    const titles = async (filter: object) => (await alerts(filter)).map(({ title, state }) => `${title} ${state}`)
    expect(await titles({ services: ['payments'] })).toEqual(['HighErrorRate FIRING', 'HighErrorRate RESOLVED'])
    expect(await titles({ states: ['FIRING'] })).toEqual(['HighErrorRate FIRING'])
    expect(await titles({ states: ['RESOLVED'], services: ['orders'] })).toEqual(['QueueFull RESOLVED'])
    expect(await titles({ states: ['ACKNOWLEDGED', 'PENDING'] })).toEqual([])
    expect(await titles({ rules: ['burn_rate'] })).toEqual([])
    const [first] = await alerts({ states: ['FIRING'] })
    expect(await titles({ ids: [first?.id] })).toEqual(['HighErrorRate FIRING'])
    const taken = await app.graphql('mutation ($id: ID!) { acknowledgeAlert(id: $id) { id } }', { id: first?.id })
    expect(taken.errors?.[0]?.message).toBe('There is no such alert.')
  })

  it('are shown to a token of a team where they are of its services', async () => {
    await hook({ name: 'Slow', service: 'payments', startsAt: minutesAgo(30), endsAt: minutesAgo(29), fingerprint: '0c0c0c0c0c0c0c0c' })
    const create = 'mutation { createToken(name: "money", scopes: [READ], teams: ["money"]) { secret } }'
    const { secret: token } = (await app.graphql<{ createToken: { secret: string } }>(create)).data.createToken
    type Seen = { alerts: { totalCount: number; edges: { node: object }[] } }
    const seen = await app.graphql<Seen>('{ alerts { totalCount edges { node { title state service } } } }', {}, { token })
    // Not the one of orders; nor those that came under an old name, which the store does not know to be of the team.
    expect(seen.data.alerts).toEqual({ totalCount: 1, edges: [{ node: { title: 'Slow', state: 'RESOLVED', service: 'payments' } }] })
  })
})
