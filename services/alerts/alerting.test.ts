import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Slo } from '../slo/slo.js'
import { Alert, AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { evaluate, tell } from './alerting.js'
import type { Condition } from './condition.js'
import { startRecordingServer, type Answering, type RecordingServer } from './routes/recording-server.js'
import { createRouteSettings, type RouteInput } from './route-settings.js'
import { createSender } from './sender.js'

const KEY = Buffer.alloc(32, 7)
const START = Date.parse('2026-11-02T10:00:00Z')
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

let stores: TestStores
let server: RecordingServer
let answer: () => Answering
let clock: number

beforeAll(async () => {
  stores = await openTestStores()
})

afterAll(async () => {
  await stores?.close()
})

beforeEach(async () => {
  clock = START
  answer = () => ({ status: 204 })
  server = await startRecordingServer(() => answer())
  for (const table of ['sli_minutes', 'deployments', 'events', 'events_by_scope', 'services', 'approvals'])
    await stores.analytics.command(`TRUNCATE TABLE ${table}`)
  await dataSource().query('TRUNCATE alert_messages, alerts, alert_routes')
})

afterEach(async () => {
  await server?.close()
})

const dataSource = () => stores.control.dataSource
const now = () => new Date(clock)
const senderOf = () => createSender({ dataSource: dataSource(), key: KEY, now, random: () => 0.5, privateHosts: ['127.0.0.1'], sendMail: null })

async function route(name: string, more: Partial<RouteInput> = {}): Promise<AlertRoute> {
  const settings = { url: `${server.url}/${name}`, secret: SECRET }
  const input = { name, sink: 'webhook', severities: [], teams: [], mostPerHour: 60, quiet: null, fallbackId: null, enabled: true, settings, ...more }
  return await createRouteSettings({ dataSource: dataSource(), key: KEY, now }).save(null, input, 'person:author-17@example.invalid')
}

function slo(name: string, more: Partial<Slo> = {}): Slo {
  const objective = {
    displayName: '',
    target: 0.99,
    op: null,
    value: null,
    timeSliceTarget: null,
    timeSliceSeconds: null,
    indicator: null,
    compositeWeight: null,
  }
  return {
    name,
    displayName: '',
    description: '',
    service: 'cart',
    indicator: 'availability',
    windowSeconds: 30 * 86_400,
    budgetingMethod: 'Occurrences',
    objectives: [objective],
    alertPolicies: [],
    labels: {},
    annotations: {},
    ...more,
  }
}

/** Minutes of `cart`, one after the other, ending with the one before `clock`; each with a hundred events, of which so many are bad. */
async function minutes(bad: readonly number[], service = 'cart'): Promise<void> {
  const rows = bad.map((count, index) => ({
    service,
    sli: 'availability',
    environment: 'production',
    minute: new Date(clock - (bad.length - index) * 60_000).toISOString(),
    region: '',
    cohort: '',
    version_name: '',
    good: String((100 - count) * 1_000_000),
    total: '100000000',
    value_sum: '0',
    value_count: '0',
    value_min: '0',
    value_max: '0',
    cost: '0',
    bucket_index: [],
    bucket_count: [],
    samples: '1',
    version: '1',
  }))
  await stores.analytics.insert('sli_minutes', rows)
}

async function look(slos: Slo[] = [slo('cart answers')]): Promise<void> {
  const failures: unknown[] = []
  const options = {
    dataSource: dataSource(),
    analytics: stores.analytics,
    publicUrl: () => 'https://windsock.example',
    onError: (error: unknown) => failures.push(error),
  }
  await evaluate(options, { analytics: stores.analytics, at: now(), slos, environments: ['production'] })
  expect(failures).toEqual([])
}

async function send(): Promise<void> {
  const sender = senderOf()
  while ((await sender.runOnce()) > 0);
}

const told = () => server.recorded.map(({ path, body }) => `${path} ${(JSON.parse(body) as { type: string }).type}`)
const messages = () =>
  dataSource()
    .getRepository(AlertMessage)
    .find({ order: { createdAt: 'ASC', id: 'ASC' } })
const alerts = () =>
  dataSource()
    .getRepository(Alert)
    .find({ order: { pendingSince: 'ASC' } })
const later = (count: number) => (clock += count * 60_000)

async function declareExperiment(): Promise<void> {
  const data = {
    service: 'cart',
    environment: 'production',
    from: new Date(clock - 60_000).toISOString(),
    to: new Date(clock + 3_600_000).toISOString(),
    reason: 'a game day',
  }
  const event = {
    source: 'chaos',
    id: `e-${clock}`,
    content_hash: 'x',
    type: 'experiment.declared',
    time: now().toISOString(),
    revision: 0,
    received_at: now().toISOString(),
    first_seen_rank: 1,
    service: 'cart',
    scopes: ['service:cart'],
    flags: [],
    data: JSON.stringify(data),
  }
  await stores.analytics.insert('events', [event])
}

describe('a burning budget', () => {
  it('is told once while it lasts, and once when it is over', async () => {
    await route('pager', { severities: ['page'] })
    await minutes(Array.from({ length: 60 }, () => 0))
    await look()
    expect(await alerts()).toEqual([])
    later(20)
    await minutes(Array.from({ length: 20 }, () => 50))
    for (let minute = 0; minute < 3; minute += 1) await look()
    await send()
    expect(told()).toEqual(['/pager alert.firing'])
    const [firing, ...others] = await alerts()
    // Whoever is paged needs no ticket as well.
    expect(others).toEqual([])
    expect(firing).toMatchObject({ rule: 'burn_rate', severity: 'page', state: 'firing' })
    // 1,000 bad of 6,000 in the hour: 16.7 % of a budget of 1 %.
    expect((firing?.condition as Condition).summary).toContain('16.7 times as fast as allowed over 1 h')
    later(40)
    await minutes(Array.from({ length: 40 }, () => 0))
    await look()
    await look()
    await send()
    expect(told()).toEqual(['/pager alert.firing', '/pager alert.resolved'])
    const [first, second] = server.recorded.map(({ body }) => JSON.parse(body) as { data: { key: string; dashboardUrl: string } })
    expect(first?.data.key).toBe(second?.data.key)
    expect(first?.data.dashboardUrl).toBe('https://windsock.example/slo?name=cart%20answers')
  })

  it('with a handful of bad events wakes nobody', async () => {
    const few = Array.from({ length: 20 }, (_, index) => (index === 19 ? 100 : 0))
    await minutes(few)
    await look([slo('loud', { objectives: [{ ...slo('').objectives[0]!, target: 0.9999 }] })])
    expect((await alerts()).map(({ severity }) => severity)).toEqual(['page'])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    await stores.analytics.command('TRUNCATE TABLE sli_minutes')
    await minutes(few.map((bad) => (bad > 0 ? 9 : 0)))
    await look([slo('quiet', { objectives: [{ ...slo('').objectives[0]!, target: 0.9999 }] })])
    expect(await alerts()).toEqual([])
  })

  it('is suppressed while an experiment is declared, unless it is far beyond its rule', async () => {
    await route('pager')
    await declareExperiment()
    // 16 % bad: 16 times as fast, where 14.4 is allowed and 28.8 is hard.
    await minutes(Array.from({ length: 60 }, () => 16))
    await look()
    expect((await messages()).map(({ state, reason }) => [state, reason])).toEqual([['suppressed', 'an experiment is declared: a game day']])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    later(60)
    await minutes(Array.from({ length: 60 }, () => 60))
    await declareExperiment()
    await look()
    expect((await messages()).map(({ state }) => state)).toEqual(['pending'])
  })

  it('is left as it is while the store cannot be asked', async () => {
    await minutes(Array.from({ length: 60 }, () => 50))
    await look()
    const broken = {
      ...stores.analytics,
      query: <T>(sql: string, ...rest: []) =>
        sql.includes('sli_minutes') ? Promise.reject(new Error('away')) : stores.analytics.query<T>(sql, ...rest),
    }
    const failures: unknown[] = []
    const options = { dataSource: dataSource(), analytics: stores.analytics, publicUrl: () => '', onError: (error: unknown) => failures.push(error) }
    later(1)
    await evaluate(options, { analytics: broken as never, at: now(), slos: [slo('cart answers')], environments: ['production'] })
    expect(failures.length).toBeGreaterThan(0)
    expect((await alerts()).map(({ state }) => state)).toEqual(['firing'])
  })
})

describe('silence', () => {
  it('is told after a quarter of an hour, and ends with the next data', async () => {
    await route('tickets')
    await minutes([0, 0, 0])
    later(14)
    await look()
    expect(await alerts()).toEqual([])
    later(1)
    await look()
    await send()
    expect(told()).toEqual(['/tickets alert.firing'])
    later(5)
    await minutes([0])
    await look()
    await send()
    expect(told()).toEqual(['/tickets alert.firing', '/tickets alert.resolved'])
  })

  it('of an objective that never had data is no alert', async () => {
    await look()
    expect(await alerts()).toEqual([])
  })
})

async function open(severity: 'page' | 'ticket', key: string, more: Partial<Condition> = {}, team: string | null = null): Promise<Alert> {
  const condition = {
    key,
    rule: 'test',
    severity,
    service: 'cart',
    environment: 'production',
    slo: null,
    release: null,
    version: null,
    commit: null,
    title: key,
    summary: key,
    forSeconds: 0,
    hard: false,
    ...more,
  }
  return await dataSource().transaction(async (manager) => {
    const repository = manager.getRepository(Alert)
    const alert = await repository.save(
      repository.create({
        key,
        rule: 'test',
        severity,
        state: 'firing',
        condition,
        team,
        owner: null,
        runbookUrl: null,
        pendingSince: now(),
        firedAt: now(),
      }),
    )
    await tell(manager, alert, 'firing', { at: now(), publicUrl: '' })
    return alert
  })
}

const outcomes = async () => (await messages()).map(({ state, reason }) => `${state}: ${reason}`)

describe('a message', () => {
  it('goes to the routes of its team and severity alone', async () => {
    await route('all')
    await route('payments pages', { teams: ['payments'], severities: ['page'] })
    await route('off', { enabled: false })
    await open('ticket', 'a ticket', {}, 'payments')
    await open('page', 'a page', {}, 'payments')
    await open('page', 'of another team', {}, 'search')
    await send()
    expect(told().sort()).toEqual(['/all alert.firing', '/all alert.firing', '/all alert.firing', '/payments%20pages alert.firing'])
  })

  it('of the same release is grouped with the first, but a page never behind a ticket', async () => {
    await route('pager')
    await open('ticket', 'first', { release: 'cart@2' })
    clock += 1000
    await open('page', 'second', { release: 'cart@2' })
    clock += 1000
    await open('page', 'third', { release: 'cart@2' })
    clock += 1000
    await open('page', 'of another release', { release: 'cart@3' })
    expect(await outcomes()).toEqual([
      'pending: it fires',
      'pending: it fires',
      'held: grouped with second, which is of the same release and was told',
      'pending: it fires',
    ])
  })

  it('beyond the most of an hour is held, and let through in the next', async () => {
    await route('pager', { mostPerHour: 2 })
    for (const key of ['one', 'two', 'three']) {
      clock += 1000
      await open('page', key)
    }
    expect(await outcomes()).toEqual([
      'pending: it fires',
      'pending: it fires',
      'held: 2 messages in the last hour are the most that this route takes',
    ])
    later(61)
    await open('page', 'four')
    expect((await outcomes()).at(-1)).toBe('pending: it fires')
  })

  it('of a ticket waits for the end of quiet hours, and that of a page does not', async () => {
    await route('pager', { quiet: { fromHour: 22, toHour: 7, timeZone: 'Europe/Paris' } })
    clock = Date.parse('2026-11-02T23:10:00Z')
    await open('ticket', 'a ticket')
    await open('page', 'a page')
    const waits = (await messages()).map(({ availableAt, reason }) => [availableAt.toISOString(), reason]).sort()
    expect(waits).toEqual([
      ['2026-11-02T23:10:00.000Z', 'it fires'],
      // Seven in Paris is six in UTC.
      ['2026-11-03T06:00:00.000Z', 'a ticket, kept until the quiet hours are over'],
    ])
    await send()
    expect(told()).toEqual(['/pager alert.firing'])
    clock = Date.parse('2026-11-03T06:00:00Z')
    await send()
    expect(told()).toHaveLength(2)
  })

  it('that fails is tried again later, then sent by the fallback too, and holds up no other', async () => {
    const fallback = await route('fallback')
    await route('broken', { fallbackId: fallback.id, severities: ['page'], settings: { url: 'http://127.0.0.1:9/', secret: SECRET } })
    await dataSource().query('UPDATE alert_routes SET severities = $1 WHERE id = $2', [['ticket'], fallback.id])
    await open('page', 'a page')
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await send()
      later(60)
    }
    await send()
    expect(told()).toEqual(['/fallback alert.firing'])
    const [first, second] = await messages()
    expect(first).toMatchObject({ state: 'pending', attempts: 6 })
    expect(first?.error).toBeTruthy()
    expect(second).toMatchObject({ state: 'sent', reason: 'the route broken could not deliver it' })
  })

  it('that is refused for good is dead, with the reason', async () => {
    answer = () => ({ status: 400, body: 'no' })
    await route('pager')
    await open('page', 'a page')
    await send()
    expect(await messages()).toMatchObject([{ state: 'dead', attempts: 1, httpStatus: 400 }])
  })

  it('whose sender was killed is sent by the next, with the same id', async () => {
    await route('pager')
    await open('page', 'a page')
    answer = () => 'hangs'
    // Taken, sent, and never heard of again.
    void senderOf()
      .runOnce()
      .catch(() => undefined)
    while (server.recorded.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    answer = () => ({ status: 204 })
    await send()
    expect(server.recorded).toHaveLength(1)
    later(3)
    await send()
    expect(server.recorded).toHaveLength(2)
    expect(new Set(server.recorded.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })
})

it('tells a receiver again and again that would forget it, until it is over', async () => {
  await route('manager', { sink: 'alertmanager', settings: { url: server.url } })
  const alert = await open('page', 'a page')
  answer = () => ({ status: 200 })
  for (let minute = 0; minute < 3; minute += 1) {
    await send()
    await send()
    later(1)
  }
  expect(server.recorded).toHaveLength(3)
  await dataSource().query("UPDATE alerts SET state = 'resolved' WHERE id = $1", [alert.id])
  await send()
  expect(server.recorded).toHaveLength(3)
})

type Deployed = {
  id: string
  minutesAgo: number
  outcome?: string
  kind?: string
  service?: string
  version_name?: string
  commit?: string
  artifact_digest?: string
  environment?: string
}

async function deployed(...all: Deployed[]): Promise<void> {
  const rows = all.map(({ minutesAgo, ...row }, index) => {
    const anchor = new Date(clock - minutesAgo * 60_000).toISOString()
    const given = {
      service: 'cart',
      environment: 'production',
      outcome: 'succeeded',
      kind: 'change',
      version_name: '2',
      commit: 'abc',
      artifact_digest: 'sha256:1',
      ...row,
    }
    const isRunning = given.outcome === 'running'
    const facts = {
      production: given.environment === 'production',
      release_id: `${given.service}@${given.version_name}`,
      anchor,
      started_at: anchor,
      received_at: anchor,
    }
    return { ...NOTHING_DEPLOYED, ...given, ...facts, finished_at: isRunning ? null : anchor, version: index + 1 }
  })
  await stores.analytics.insert('deployments', rows)
}

const NOTHING_DEPLOYED = {
  team: '',
  tier: '',
  regions: [],
  repository: '',
  kind_reason: '',
  trigger: 'automatic',
  actor: '',
  url: '',
  full_traffic_at: null,
  previous_version: '',
  change_source: '',
  change_count: 0,
  failed: false,
  failed_without_incidents: false,
  incident_confidence: 0,
  failure_reasons: [],
  rolled_back_by: '',
  blames: '',
  incidents: [],
  detail: '{}',
  row_hash: '',
  deleted: 0,
}

const found = async () =>
  (await alerts())
    .filter(({ state }) => state === 'firing')
    .map(({ rule, severity, key }) => `${severity} ${rule} ${key.split('/').at(-1)}`)
    .sort()

describe('deployments', () => {
  it('that failed are told until a good one comes, and those of other environments are not', async () => {
    await deployed(
      { id: 'd1', minutesAgo: 50 },
      { id: 'd2', minutesAgo: 30, outcome: 'failed' },
      { id: 'd3', minutesAgo: 20, outcome: 'cancelled' },
      { id: 'd4', minutesAgo: 10, outcome: 'failed', environment: 'staging' },
    )
    await look([])
    expect(await found()).toEqual(['ticket failed_deployment d2'])
    await deployed({ id: 'd5', minutesAgo: 5, outcome: 'failed', kind: 'rollback' })
    await look([])
    expect(await found()).toEqual(['page failed_rollback d5'])
    await deployed({ id: 'd6', minutesAgo: 1 })
    await look([])
    expect(await found()).toEqual([])
  })

  it('that stall, or cannot be traced, are told', async () => {
    await deployed(
      { id: 'd1', minutesAgo: 121, outcome: 'running' },
      { id: 'p1', minutesAgo: 119, outcome: 'running', service: 'pay' },
      { id: 's1', minutesAgo: 5, service: 'search', commit: '', artifact_digest: '' },
      { id: 's0', minutesAgo: 500, service: 'search' },
      { id: 'o1', minutesAgo: 5, service: 'orders', artifact_digest: '' },
    )
    await look([])
    expect(await found()).toEqual(['ticket missing_metadata s1', 'ticket stalled_rollout d1'])
    expect((await alerts()).map(({ condition }) => (condition as Condition).title)).toContain('search was deployed without commit, artifact digest')
  })

  it('under way guard their service, with the release on the page', async () => {
    // 4 % bad: four times as fast, which alone pages nobody.
    await minutes(Array.from({ length: 60 }, () => 4))
    await deployed({ id: 'd1', minutesAgo: 4, outcome: 'running' })
    const objective = { ...slo('').objectives[0]!, target: 0.99 }
    await look([slo('cart answers', { objectives: [objective] })])
    expect((await found()).filter((one) => one.startsWith('page'))).toEqual([])
    later(1)
    await minutes([4])
    await look([slo('cart answers', { objectives: [objective] })])
    expect((await found()).filter((one) => one.startsWith('page'))).toEqual(['page release_guard 0'])
    expect((await alerts()).map(({ condition }) => (condition as Condition).release)).toContain('cart@2')
  })
})

it('tells of approvals that wait for more than a day, once for a service', async () => {
  const approval = (id: string, hours: number, decided: string | null) => ({
    service: 'cart',
    id,
    environment: 'production',
    production: true,
    team: '',
    tier: '',
    version_name: '',
    release_id: '',
    deployment: '',
    artifact_digest: '',
    group_name: 'managers',
    risk: '',
    requested_by: '',
    requested_at: new Date(clock - hours * 3_600_000).toISOString(),
    decided_at: decided,
    decision: '',
    decided_by: [],
    automated: false,
    row_hash: '',
    version: 1,
    deleted: 0,
  })
  await stores.analytics.insert('approvals', [
    approval('a1', 30, null),
    approval('a2', 25, null),
    approval('a3', 23, null),
    approval('a4', 40, now().toISOString()),
  ])
  await look([])
  const [alert, ...others] = await alerts()
  expect(others).toEqual([])
  expect((alert?.condition as Condition).summary).toBe('2 wait, the oldest (a1) since 2026-11-01 04:00 UTC, for managers.')
})

it('keeps the secrets of a route sealed, and shows none', async () => {
  const saved = await route('pager')
  expect(saved.settingsSealed.includes(Buffer.from('MfKQ9r8'))).toBe(false)
  const settings = createRouteSettings({ dataSource: dataSource(), key: KEY, now })
  expect(settings.shown(saved)).toEqual([
    { name: 'url', value: `${server.url}/pager`, set: true },
    { name: 'secret', value: null, set: true },
  ])
})
