import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.js'

const rollout = (deployment: string, day: string, version: string, source = 'ci', service = 'payments') => {
  const data = { deployment, service, environment: 'production', version }
  return [
    { id: `${source}-${deployment}-started`, source, type: 'deployment.started', time: `2026-10-${day}T10:00:00Z`, data },
    {
      id: `${source}-${deployment}-finished`,
      source,
      type: 'deployment.finished',
      time: `2026-10-${day}T10:10:00Z`,
      data: { ...data, outcome: 'succeeded' },
    },
  ]
}
const incident = {
  id: 'incident',
  source: 'pager',
  type: 'incident.detected',
  time: '2026-10-03T11:00:00Z',
  data: { incident: 'i-1', service: 'payments' },
}
const request = {
  id: 'asked',
  source: 'ci',
  type: 'approval.requested',
  time: '2026-10-03T09:00:00Z',
  data: { approval: 'a-1', service: 'payments', environment: 'production', deployment: 'later' },
}
const events = [
  request,
  ...rollout('d-1', '01', '1.0.0'),
  ...rollout('d-2', '03', '2.0.0'),
  ...rollout('run-2', '03', '2.0.0', 'argo'),
  ...rollout('c-9', '01', '9', 'ci', 'cart'),
  incident,
]

let app: TestApp
let reader: string
beforeAll(async () => {
  app = await startTestApp()
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  await app.settled()
  const { data } = await app.graphql<{ createToken: { secret: string } }>(
    'mutation { createToken(name: "reader", scopes: [READ, INGEST]) { secret } }',
  )
  reader = data.createToken.secret
})
afterAll(() => app?.stop())

type Incidents = { incidents: { edges: { node: { id: string; attribution: { deployment: string; method: string }[] } }[] } }

async function blame(): Promise<[string, string][]> {
  await app.settled()
  const { data } = await app.graphql<Incidents>('{ incidents { edges { node { id attribution { deployment method } } } } }')
  return (data.incidents.edges[0]?.node.attribution ?? []).map(({ deployment, method }) => [deployment, method])
}

const correct = (fields: string, more = '') =>
  `mutation { correctFact(input: { kind: INCIDENT, fact: "i-1", fields: ${fields}, reason: "as the postmortem says" ${more} }) { id by reason } }`

test('a person lays an incident elsewhere, takes it back, and both stay on record', async () => {
  expect(await blame()).toEqual([['d-2', 'recent']])
  const { data } = await app.graphql<{ correctFact: { by: string } }>(correct('{ attribution: "d-1" }'))
  expect(data.correctFact.by).toBe('token:local')
  expect(await blame()).toEqual([['d-1', 'person']])
  await app.graphql(correct('{ attribution: "unrelated" }'))
  expect(await blame()).toEqual([])
  await app.graphql(correct('{ attribution: null }'))
  expect(await blame()).toEqual([['d-2', 'recent']])
  const listed = await app.graphql<{ corrections: { fields: object; reason: string }[] }>(
    '{ corrections(kind: INCIDENT, fact: "i-1") { fields reason } }',
  )
  expect(listed.data.corrections.map(({ fields }) => fields)).toEqual([{ attribution: null }, { attribution: 'unrelated' }, { attribution: 'd-1' }])
  const audit = await app.graphql<{ auditLog: { edges: { node: { action: string } }[] } }>('{ auditLog(first: 20) { edges { node { action } } } }')
  expect(audit.data.auditLog.edges.filter(({ node }) => node.action === 'correctFact')).toHaveLength(3)
})

test.each([
  ['{ attributon: "d-1" }', /fields\.attributon cannot be corrected/],
  ['{ mitigatedAt: "yesterday" }', /fields\.mitigatedAt must be an RFC 3339 instant/],
  ['{ services: [] }', /fields\.services must be a list of 1 to 1000 names/],
  ['{ services: ["paymens"] }', /fields\.services: there is no service paymens; did you mean payments\?/],
  ['{ environment: "mars" }', /fields\.environment: there is no environment mars/],
  ['{ detectedAt: "2150-01-01T00:00:00Z" }', /fields\.detectedAt must not be in the future/],
  ['{ impact: { customers: 1.5 } }', /fields\.impact must be an object of customers/],
  ['{}', /at least one field/],
  ['[1]', /must be an object/],
])('fields %s are refused', async (fields, message) => {
  const { errors } = await app.graphql(correct(fields))
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toMatch(message)
})

test.each([
  ['kind: INCIDENT, fact: "no-such", fields: { severity: "minor" }', /There is no incident no-such\./],
  ['kind: INCIDENT, fact: "i-1", fields: { mergeInto: "INC-TYPO" }', /There is no incident INC-TYPO to join i-1 with/],
  ['kind: INCIDENT, fact: "i-1", fields: { mergeInto: "i-1" }', /mergeInto names i-1 itself/],
  ['kind: INCIDENT, fact: "i-1", fields: { attribution: "no-such-deployment" }', /There is no deployment or release no-such-deployment/],
  ['kind: INCIDENT, fact: "i-1", fields: { resolvedAt: "2026-10-03T10:59:00Z" }', /resolvedAt .* would be before detectedAt/],
  ['kind: DEPLOYMENT, fact: "no-such", fields: { outcome: "failed" }', /There is no deployment no-such\./],
  ['kind: DEPLOYMENT, fact: "d-1", environment: "staging", fields: { outcome: "failed" }', /There is no deployment d-1 in staging\./],
  ['kind: DEPLOYMENT, fact: "d-1", service: "cart", fields: { outcome: "failed" }', /There is no deployment d-1 of cart\./],
  ['kind: DEPLOYMENT, fact: "d-1", fields: { commit: "main" }', /fields\.commit must be a commit of 7 to 64 hexadecimal digits/],
  ['kind: DEPLOYMENT, fact: "d-1", fields: { release: "cart@9" }', /The release cart@9 is of cart, not of payments\./],
  ['kind: DEPLOYMENT, fact: "d-1", fields: { mergeWith: "d-typo" }', /There is no deployment d-typo to join d-1 with/],
  ['kind: DEPLOYMENT, fact: "d-1", fields: { finishedAt: "2026-10-01T09:00:00Z" }', /finishedAt .* would be before startedAt/],
  ['kind: DEPLOYMENT, fact: "run-2", fields: { startedAt: "2026-10-03T12:00:00Z", finishedAt: "2026-10-03T11:00:00Z" }', /would be before startedAt/],
  ['kind: APPROVAL, fact: "a-1", fields: { decidedAt: "2026-10-03T12:00:00Z" }', /nobody has decided/],
  ['kind: APPROVAL, fact: "a-1", fields: { decision: "granted", decidedAt: "2026-10-01T12:00:00Z" }', /decidedAt .* would be before requestedAt/],
])('%s cannot be so and is refused', async (input, message) => {
  const { errors } = await app.graphql(`mutation { correctFact(input: { ${input}, reason: "seen" }) { id } }`)
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toMatch(message)
})

test('a reason has to be given, and the permission to approve', async () => {
  const { errors } = await app.graphql(
    'mutation { correctFact(input: { kind: INCIDENT, fact: "i-1", fields: { severity: "minor" }, reason: " " }) { id } }',
  )
  expect(errors?.[0]?.message).toMatch(/reason/)
  const long = correct('{ severity: "minor" }').replace(/reason: "[^"]*"/, `reason: "${'x'.repeat(2001)}"`)
  expect((await app.graphql(long)).errors?.[0]?.message).toBe('reason must have at most 2000 characters.')
  const refused = await app.graphql(correct('{ severity: "minor" }'), {}, { token: reader })
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  for (const names of ['from: "payments", to: "billing", reason: " "', 'from: "no-such", to: "nor-this", reason: "tidy"']) {
    const rename = await app.graphql(`mutation { renameService(${names}) { changed } }`)
    expect(rename.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  }
})

test('rules of merging are tried on the real events before they are set', async () => {
  type Preview = { mergePreview: { rolloutsNow: number; rollouts: number; joined: { parts: object[]; newlyJoined: boolean }[] } }
  const { data } = await app.graphql<Preview>(
    '{ mergePreview(service: "payments", slackMinutes: 0) { rolloutsNow rollouts joined { parts { source deployment } newlyJoined } } }',
  )
  expect([data.mergePreview.rolloutsNow, data.mergePreview.rollouts]).toEqual([2, 2])
  expect(data.mergePreview.joined).toEqual([
    {
      parts: [
        { source: 'ci', deployment: 'd-2' },
        { source: 'argo', deployment: 'run-2' },
      ],
      newlyJoined: false,
    },
  ])
  await app.graphql('mutation { correctFact(input: { kind: DEPLOYMENT, fact: "run-2", fields: { apart: true }, reason: "another cluster" }) { id } }')
  await app.settled()
  const after = await app.graphql<Preview>('{ mergePreview(service: "payments") { rolloutsNow rollouts joined { newlyJoined } } }')
  expect(after.data.mergePreview).toEqual({ rolloutsNow: 3, rollouts: 3, joined: [] })
})

/** Whoever wrote a name down before it changed finds what it was of. */
async function expectFoundUnder(service: string) {
  const window = 'from: "2026-10-01T00:00:00Z", to: "2026-10-08T00:00:00Z"'
  type Found = {
    metrics: { groups: { total: { n: number } }[] }[]
    deployments: { totalCount: number }
    incidents: { totalCount: number }
    approvals: { totalCount: number }
    release: { id: string }
  }
  const { data } = await app.graphql<Found>(`{
    metrics(keys: [deployment_frequency], scope: { services: ["${service}"] }, window: { ${window} }) { groups { total { n } } }
    deployments(filter: { services: ["${service}"] }) { totalCount } incidents(filter: { services: ["${service}"] }) { totalCount }
    approvals(services: ["${service}"]) { totalCount }
    release(id: "${service}@1.0.0") { id } }`)
  // run-2 put 2.0.0 out once more, which is no change.
  expect(data.metrics[0]?.groups[0]?.total.n).toBe(3)
  expect([data.deployments, data.incidents, data.approvals].map(({ totalCount }) => totalCount)).toEqual([4, 1, 1])
  expect(data.release.id).toBe('billing@1.0.0')
  // 1.0.0, 2.0.0 and 3.0.0 are the releases of the four rollouts.
  for (const [list, rows] of [
    ['deployments', 4],
    ['releases', 3],
  ] as const) {
    const csv = await app.request(`/v1/export/${list}.csv?from=2026-10-01T00:00:00Z&to=2026-10-08T00:00:00Z&services=${service}`)
    expect((await csv.text()).trim().split('\n')).toHaveLength(1 + rows)
  }
  expect((await app.request(`/v1/badges/${service}/deployment_frequency.svg`)).status).toBe(200)
}

test('a renamed service takes its history along, and events may go on naming it as before', async () => {
  const services = async () => {
    await app.settled()
    const { data } = await app.graphql<{ services: { edges: { node: { id: string } }[] }; deployments: { edges: { node: { service: string } }[] } }>(
      '{ services { edges { node { id } } } deployments { edges { node { service } } } }',
    )
    const rollouts = data.deployments.edges.map(({ node }) => node.service).filter((service) => service !== 'cart')
    return [data.services.edges.map(({ node }) => node.id).filter((service) => service !== 'cart'), [...new Set(rollouts)], rollouts.length]
  }
  expect(await services()).toEqual([['payments'], ['payments'], 3])
  const told = { service: 'payments', team: 'checkout', tier: '1', owner: 'checkout@example.invalid', slis: ['latency'] }
  const declared = { id: 'declared', source: 'catalogue', type: 'service.declared', time: '2026-03-01T00:00:00Z', data: told }
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(declared) })
  await app.settled()
  await app.graphql('mutation { renameService(from: "payments", to: "billing", reason: "as it is called now") { changed } }')
  expect(await services()).toEqual([['billing'], ['billing'], 3])
  const kept = await app.graphql<{ services: { edges: { node: object }[] } }>(
    '{ services(filter: { search: "billing" }) { edges { node { team tier owner aliases } } } }',
  )
  expect(kept.data.services.edges.map(({ node }) => node)).toEqual([
    { team: 'checkout', tier: '1', owner: 'checkout@example.invalid', aliases: ['payments'] },
  ])
  const late = rollout('d-3', '05', '3.0.0')
  await app.request('/v1/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(late) })
  expect(await services()).toEqual([['billing'], ['billing'], 4])
  expect(await blame()).toEqual([['d-2', 'recent']])
  await expectFoundUnder('payments')
  await app.graphql('mutation { renameService(from: "billing", to: "payments", reason: "as it is called now") { changed } }')
  expect(await services()).toEqual([['payments'], ['payments'], 4])
  await app.graphql('mutation { renameService(from: "payments", to: "invoices", reason: "as it is called now") { changed } }')
  await app.graphql('mutation { renameService(from: "invoices", to: "payments", reason: "as it is called now") { changed } }')
  expect(await services()).toEqual([['payments'], ['payments'], 4])
  await app.graphql('mutation { declareService(name: "payments", input: { aliases: [] }) { changed } }')
  expect(await services()).toEqual([['payments'], ['payments'], 4])
})
