import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isEnumType, isNonNullType, isObjectType, isScalarType, type GraphQLField, type GraphQLOutputType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { TEAM_RULES } from '../store/analytics/team-view.js'
import { startTestApp, type TestApp } from '../test/app.js'
import { ARGUMENTS, CHANGES, ECHOES, FOREIGN, SHALLOW, WINDOW } from '../test/limited-token-arguments.js'
import { rootDirectory } from './root.js'

let app: TestApp
let token: string

const at = (day: number, hour: number) => `2026-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`

const DIGITS: Record<string, string> = { shop: 'a', [`${FOREIGN}-team`]: 'b', '': 'c' }

/** The life of one service: a change, an artifact, an approval, a rollout that fails, an incident, a correction of it. */
function lifeOf(name: string, team: string): object[] {
  const digest = `sha256:${DIGITS[team]?.repeat(64)}`
  const place = { service: name, environment: 'production' }
  const rollout = {
    ...place,
    deployment: `${name}-1`,
    version: `1.0-${name}`,
    commit: 'c'.repeat(40),
    repository: `git.example.com/${name}`,
    artifactDigest: digest,
  }
  const event = (type: string, time: string, data: object) => ({ id: `${name} ${type} ${time}`, source: `ci/${name}`, type, time, data })
  return [
    event('service.declared', at(1, 0), { service: name, team, repository: `git.example.com/${name}`, slis: ['latency'] }),
    event('change.committed', at(2, 9), {
      repository: `git.example.com/${name}`,
      sha: 'c'.repeat(40),
      committedAt: at(2, 9),
      message: `Change of ${name}`,
    }),
    event('artifact.published', at(2, 10), { digest, service: name, name: `${name}-image` }),
    event('artifact.attested', at(2, 10), { digest, kind: 'sbom', url: `https://example.com/${name}` }),
    event('approval.requested', at(2, 10), { ...place, approval: `ask-${name}`, deployment: `${name}-1` }),
    event('deployment.started', at(2, 11), rollout),
    event('deployment.finished', at(2, 12), { ...rollout, outcome: 'failed' }),
    event('deployment.finished', at(3, 12), { ...rollout, deployment: `${name}-2`, version: `2.0-${name}`, outcome: 'succeeded' }),
    event('incident.detected', at(3, 13), { incident: `INC-${name}`, service: name, title: `Trouble with ${name}` }),
    event('incident.acknowledged', at(3, 14), { incident: `INC-${name}` }),
    event('deployment.finished', at(3, 15), { ...place, deployment: `${name}-2`, version: `2.1-${name}`, outcome: 'succeeded' }),
    {
      ...event('incident.detected', at(3, 16), { incident: `alert-${name}`, service: name, title: `Alert of ${name}` }),
      source: 'alertmanager/main',
    },
    event('fact.corrected', at(4, 13), { kind: 'incident', id: `INC-${name}`, fields: { severity: 'minor' }, reason: `as ${name} says` }),
  ]
}

async function send(events: object[], asToken?: string) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events), token: asToken }
  const response = await app.request('/v1/events', init)
  await app.settled()
  return {
    status: response.status,
    ...((await response.json()) as { accepted: number; rejected: { index: number; error: string }[]; detail?: string }),
  }
}

beforeAll(async () => {
  app = await startTestApp()
  const sent = await send([...lifeOf('cart', 'shop'), ...lifeOf(`${FOREIGN}-pay`, `${FOREIGN}-team`), ...lifeOf('orphan', '')])
  expect(sent.rejected).toEqual([])
  await app.settled()
  const slo = (service: string) => `saveSlo(input: { name: "${service}-slo", service: "${service}", indicator: "latency", target: 0.9 }) { name }`
  const made = await app.graphql<{ createToken: { secret: string } }>(`mutation {
    indicator: saveIndicator(input: { name: "latency", kind: REPORTED }) { name }
    own: ${slo('cart')} foreign: ${slo(`${FOREIGN}-pay`)}
    team: putTeam(name: "${FOREIGN}-team", input: { members: ["${FOREIGN}"] }) { changed }
    createToken(name: "shop", scopes: [ADMIN], teams: ["shop"]) { secret } }`)
  expect(made.errors).toBeUndefined()
  token = made.data.createToken.secret
})
afterAll(() => app?.stop())

type Field = GraphQLField<unknown, unknown>

const schema = buildSchema(readFileSync(join(rootDirectory, 'schemas', 'graphql', 'schema.graphql'), 'utf8'))
const fieldsOf = (type: 'Query' | 'Mutation') =>
  Object.values((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})

/** Everything that can be asked of a type without arguments, some levels deep. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return ''
  const fields = Object.values(named.getFields()).filter((field) =>
    field.args.every(({ type: given, defaultValue }) => !isNonNullType(given) || defaultValue !== undefined),
  )
  const leaves = fields.filter((field) => isLeaf(field)).map(({ name }) => name)
  const deeper =
    depth === 0 ? [] : fields.filter((field) => !isLeaf(field)).map((field) => ({ name: field.name, inner: selectionOf(field.type, depth - 1) }))
  const parts = [
    ...leaves,
    ...deeper
      .filter(({ inner }) => inner !== '')
      .map(({ name, inner }) => `${name}${isConnection(named.getFields()[name]) ? '(first: 5)' : ''} ${inner}`),
  ]
  return parts.length === 0 ? '' : `{ ${parts.join(' ')} }`
}

function isLeaf({ type }: Field): boolean {
  const named = getNamedType(type)
  return isScalarType(named) || isEnumType(named)
}

function isConnection(field: Field | undefined): boolean {
  return field?.args.some(({ name }) => name === 'first') ?? false
}

function queryNamed(name: string): Field {
  return fieldsOf('Query').find((field) => field.name === name) as Field
}

async function ask(field: Field, args: string, as: string | undefined, depth: number): Promise<{ text: string; codes: string[] }> {
  const kind = fieldsOf('Mutation').includes(field) ? 'mutation ' : ''
  const { data, errors } = await app.graphql(`${kind}{ ${field.name}${args} ${selectionOf(field.type, depth)} }`, {}, { token: as })
  const codes = (errors ?? []).map(({ extensions }) => extensions.code)
  if (codes.includes('QUERY_TOO_COSTLY') || codes.includes('QUERY_TOO_DEEP')) return ask(field, args, as, depth - 1)
  return { text: JSON.stringify(data ?? null) + (errors ?? []).map(({ message }) => message).join(' '), codes }
}

/** Of these lists the other team is a part for those without a limit. */
const TELLING = [
  'alerts',
  'contradictions',
  'services',
  'releases',
  'deployments',
  'incidents',
  'approvals',
  'teams',
  'metrics',
  'findings',
  'corrections',
  'deployment',
  'release',
  'slos',
  'slo',
  'attestations',
  'openSlo',
  'mergePreview',
]

const REFUSED = [
  'alertRoutes',
  'apiAccesses',
  'approverGroups',
  'attestationTrust',
  'auditLog',
  'connections',
  'declarationProblems',
  'declarations',
  'deliveries',
  'delivery',
  'digests',
  'indicators',
  'openSlo',
  'people',
  'pipelineStatus',
  'previewDigest',
  'previewMapping',
  'rangeLookups',
  'removalProblems',
  'savedView',
  'savedViews',
  'shareLinks',
  'telemetrySources',
  'tokens',
  'tryIndicator',
  'verifyAudit',
]

describe('a token that is limited to a team', () => {
  it.each(fieldsOf('Query').map(({ name }) => name))('is not told of another by %s, which tells of its own or refuses', async (name) => {
    const field = queryNamed(name)
    const args = ARGUMENTS[name] ?? ''
    const depth = SHALLOW[name] ?? 5
    const { text, codes } = await ask(field, args, token, depth)
    expect(codes).toEqual(REFUSED.includes(name) ? ['FORBIDDEN'] : [])
    if (!ECHOES.includes(name)) expect(text).not.toContain(FOREIGN)
    if (!TELLING.includes(name)) return
    expect((await ask(field, args, undefined, depth)).text).toContain(FOREIGN)
    const own = await ask(field, args.replaceAll(`${FOREIGN}-pay`, 'cart'), token, depth)
    expect(own.codes).toEqual([])
    expect(own.text).toContain(name === 'teams' ? 'shop' : 'cart')
    expect(own.text).not.toContain('orphan')
  })

  it.each(fieldsOf('Mutation').map(({ name }) => name))('changes nothing of another or of the workspace by %s', async (name) => {
    const field = fieldsOf('Mutation').find((each) => each.name === name) as Field
    const { codes } = await ask(field, CHANGES[name] ?? '(no arguments are stated for it)', token, 1)
    expect(codes).toEqual([name === 'acknowledgeAlert' ? 'BAD_USER_INPUT' : 'FORBIDDEN'])
  })

  it('has the numbers of its services, whatever it asks for', async () => {
    const query = (
      scope: string,
    ) => `{ metrics(keys: [deployment_frequency, change_lead_time, change_failure_rate, release_incidents, time_to_mitigate, approval_lead_time,
      provenance_completeness, deployment_rework_rate], window: ${WINDOW}${scope}) { key groups { total { value n excluded { reason count } } } } }`
    const own = await app.graphql(query(''), {}, { token })
    expect(own.data).toEqual((await app.graphql(query(', scope: { services: ["cart"] }'))).data)
    const foreign = await app.graphql(query(`, scope: { services: ["${FOREIGN}-pay"] }`), {}, { token })
    expect(foreign.data).toEqual((await app.graphql(query(', scope: { services: [] }'))).data)
  })

  it('has the numbers of its services under profiles as well', async () => {
    const query = (scope: string) =>
      `{ compareProfiles(keys: [change_failure_rate], profiles: ["default", "gitlab"], window: ${WINDOW}${scope}) { values { value { value n } } }
        profileDifference(key: change_failure_rate, left: "default", right: "gitlab", window: ${WINDOW}${scope}) { totalCount edges { node { id } } } }`
    const own = await app.graphql(query(', scope: { services: ["cart"] }'))
    expect(own.errors).toBeUndefined()
    expect((await app.graphql(query(''), {}, { token })).data).toEqual(own.data)
  }, 120_000)

  it.each([
    [`/v1/export/deployments.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/incidents.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/changes.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/approvals.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/metrics.csv?keys=deployment_frequency&groupBy=service&from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/evidence.csv?key=deployment_frequency&state=all&from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/releases.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/findings.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    [`/v1/export/contradictions.csv?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z`, 200],
    ['/v1/export/alerts.csv', 200],
    ['/v1/export/objectives.csv', 200],
    ['/v1/export/services.csv', 200],
    ['/v1/export/deliveries.csv', 403],
    ['/v1/export/audit.csv', 403],
    [`/v1/badges/cart/deployment_frequency.svg`, 200],
    [`/v1/badges/${FOREIGN}-pay/deployment_frequency.svg`, 404],
    ['/metrics/measures', 403],
    ['/metrics', 403],
    ['/v1/live', 403],
  ])('over REST, %s is %i and tells of no other', async (path, status) => {
    const response = await app.request(path, { token })
    const text = await response.text()
    expect([response.status, text]).toEqual([status, expect.not.stringContaining(FOREIGN)])
    if (path.includes('.csv') && status === 200) expect(text).toContain('cart')
  })
})

describe('what a limited token sends', () => {
  const finished = (service: string, more: object = {}) => {
    const data = { service, deployment: `sent-${service}`, environment: 'production', outcome: 'succeeded', version: '9', ...more }
    return { id: `sent ${service} ${JSON.stringify(more)}`, source: 'ci', type: 'deployment.finished', time: at(20, 10), data }
  }
  const event = (type: string, data: object) => ({ id: `sent ${type} ${JSON.stringify(data)}`, source: 'ci', type, time: at(21, 10), data })
  const known = async () => {
    const { data } = await app.graphql<{ deployments: { edges: { node: { id: string } }[] } }>(
      '{ deployments(first: 100) { edges { node { id } } } }',
    )
    return data.deployments.edges.map(({ node }) => node.id).filter((id) => id.startsWith('sent-'))
  }

  it('is taken for its own services and for those that nobody owns, and refused by place for others', async () => {
    const sent = await send([finished('cart'), finished(`${FOREIGN}-pay`), finished('orphan'), finished('never-heard-of')], token)
    expect(sent).toMatchObject({ status: 202, accepted: 3 })
    expect(sent.rejected).toEqual([{ index: 1, error: `the service ${FOREIGN}-pay belongs to a team that the token is not for` }])
    expect((await known()).sort()).toEqual(['sent-cart', 'sent-never-heard-of', 'sent-orphan'])
  })

  it.each([
    ['a service of another team', finished(`${FOREIGN}-pay`, { version: '10' })],
    ['an incident of another team, by its name alone', event('incident.resolved', { incident: `INC-${FOREIGN}-pay` })],
    [
      'a commit of another team',
      event('change.committed', { repository: `git.example.com/${FOREIGN}-pay`, sha: 'd'.repeat(40), committedAt: at(21, 9) }),
    ],
    ['an artifact of another team', event('artifact.promoted', { digest: `sha256:${'b'.repeat(64)}`, from: 'staging', to: 'production' })],
    ['a service given to another team', event('service.declared', { service: 'cart', team: `${FOREIGN}-team` })],
    ['an alias that is another service', event('service.declared', { service: 'cart', team: 'shop', aliases: [`${FOREIGN}-pay`] })],
    ['a correction of another', event('fact.corrected', { kind: 'incident', id: `INC-${FOREIGN}-pay`, fields: { severity: 'major' }, reason: 'x' })],
    ['an incident at its own service and at another', event('incident.detected', { incident: 'INC-both', services: ['cart', `${FOREIGN}-pay`] })],
  ])('is refused about %s', async (_title, refused) => {
    expect(await send([refused], token)).toMatchObject({ status: 400 })
  })

  it.each([
    ['incidents', event('incident.resolved', { incident: 'INC-cart' })],
    ['commits', event('change.committed', { repository: 'git.example.com/cart', sha: 'e'.repeat(40), committedAt: at(21, 9) })],
    ['services', event('service.declared', { service: 'new-one', team: 'shop' })],
  ])('is taken about its own %s', async (_title, taken) => {
    expect(await send([taken], token)).toMatchObject({ status: 202, accepted: 1 })
  })

  it('as an attestation of an artifact of another team, or as telemetry, is refused', async () => {
    const attestation = (digit: string) =>
      app.request('/v1/attestations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          _type: 'https://in-toto.io/Statement/v1',
          subject: [{ digest: { sha256: digit.repeat(64) } }],
          predicateType: 'https://slsa.dev/provenance/v1',
          predicate: {},
        }),
        token,
      })
    expect([(await attestation('b')).status, (await attestation('a')).status]).toEqual([400, 202])
    expect(
      (await app.request('/v1/otlp/v1/metrics', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', token })).status,
    ).toBe(403)
  })

  it('as a correction or a claim is taken for its own', async () => {
    const { errors } = await app.graphql(
      `mutation {
        correctFact(input: { kind: INCIDENT, fact: "INC-cart", fields: { severity: "major" }, reason: "seen" }) { id }
        claimService(name: "orphan", team: "shop") { changed }
      }`,
      {},
      { token },
    )
    expect(errors).toBeUndefined()
    const elsewhere = await app.graphql(
      `mutation { correctFact(input: { kind: INCIDENT, fact: "INC-cart", fields: { attribution: "${FOREIGN}-pay-1" }, reason: "theirs" }) { id } }`,
      {},
      { token },
    )
    expect(elsewhere.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

test('every table has a rule for limited tokens', () => {
  const tables = readFileSync(join(rootDirectory, 'schemas', 'clickhouse', 'snapshot.sql'), 'utf8').matchAll(/^CREATE TABLE (\w+)/gm)
  expect([...tables].map(([, name]) => name).sort()).toEqual(Object.keys(TEAM_RULES).sort())
})
