import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { evaluate } from '../alerts/alerting.js'
import type { Condition } from '../alerts/condition.js'
import { startRecordingServer, type Answering, type Recorded, type RecordingServer } from '../alerts/routes/recording-server.js'
import { createRouteSettings, type RouteInput } from '../alerts/route-settings.js'
import { createSender } from '../alerts/sender.js'
import { tellFiring, tellThoseTold } from '../alerts/telling.js'
import { defaultAlertThresholds, type AlertThresholds } from '../domain/alert-thresholds.js'
import type { WholeAlertPolicy } from '../slo/alert-policy.js'
import type { Slo } from '../slo/slo.js'
import { Alert, AlertMessage, AlertRoute } from '../store/control/entities/alert.js'
import { deploymentRow, type DeploymentGiven } from './fact-rows.js'
import { openTestStores, type TestStores } from './stores.js'

export const KEY = Buffer.alloc(32, 7)
const START = Date.parse('2026-11-02T10:00:00Z')
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/** What a test of alerting has: stores, a receiver that keeps what it is sent, and a clock that only the test moves. */
export const world = {} as { stores: TestStores; server: RecordingServer; answer: (request: Recorded) => Answering; clock: number }

/** Opens them for the tests of a file, and empties them before each. */
export function useAlerting(): void {
  beforeAll(async () => {
    world.stores = await openTestStores()
  })

  afterAll(async () => {
    await world.stores?.close()
  })

  beforeEach(async () => {
    world.clock = START
    world.answer = () => ({ status: 204 })
    world.server = await startRecordingServer((request) => world.answer(request))
    for (const table of ['sli_minutes', 'deployments', 'events', 'events_by_scope', 'services', 'approvals'])
      await world.stores.analytics.command(`TRUNCATE TABLE ${table}`)
    await dataSource().query('TRUNCATE alert_messages, alerts, alert_routes')
  })

  afterEach(async () => {
    await world.server?.close()
  })
}

export const dataSource = () => world.stores.control.dataSource
export const now = () => new Date(world.clock)
export const senderOf = () =>
  createSender({ dataSource: dataSource(), key: KEY, now, random: () => 0.5, privateHosts: ['127.0.0.1'], sendMail: null })

export async function route(name: string, more: Partial<RouteInput> = {}): Promise<AlertRoute> {
  const settings = { url: `${world.server.url}/${name}`, secret: SECRET }
  const input = { name, sink: 'webhook', severities: [], teams: [], mostPerHour: 60, quiet: null, fallbackId: null, enabled: true, settings, ...more }
  return await createRouteSettings({ dataSource: dataSource(), key: KEY, now }).save(null, input, 'person:author-17@example.invalid')
}

export async function change(known: AlertRoute, more: Partial<Pick<AlertRoute, 'severities' | 'enabled'>>): Promise<void> {
  await dataSource().getRepository(AlertRoute).update({ id: known.id }, more)
}

export function slo(name: string, more: Partial<Slo> = {}): Slo {
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
    ...more,
  }
}

type Minutes = { service?: string; sli?: string; environment?: string; region?: string; total?: number }

/** Minutes of `cart`, one after the other, ending with the one before `world.clock`; each with a hundred events, of which so many are bad. */
export async function minutes(bad: readonly number[], { total = 100, ...place }: Minutes = {}): Promise<void> {
  const rows = bad.map((count, index) => ({
    service: 'cart',
    sli: 'availability',
    environment: 'production',
    minute: new Date(world.clock - (bad.length - index) * 60_000).toISOString(),
    region: '',
    ...place,
    cohort: '',
    version_name: '',
    good: String((total - count) * 1_000_000),
    total: String(total * 1_000_000),
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
  await world.stores.analytics.insert('sli_minutes', rows)
}

export async function look(
  slos: Slo[] = [slo('cart answers')],
  policies: readonly WholeAlertPolicy[] = [],
  environments: string[] = ['production'],
  changed: Partial<AlertThresholds> = {},
): Promise<void> {
  const failures: unknown[] = []
  const options = {
    dataSource: dataSource(),
    analytics: world.stores.analytics,
    publicUrl: () => 'https://windsock.example',
    onError: (error: unknown) => failures.push(error),
  }
  const thresholds = { ...defaultAlertThresholds, ...changed }
  const named = new Map(policies.map((policy) => [policy.name, policy]))
  await evaluate(options, { analytics: world.stores.analytics, at: now(), slos, policies: named, environments, thresholds })
  expect(failures).toEqual([])
}

export async function send(): Promise<void> {
  const sender = senderOf()
  const sendAll = async () => (await Promise.all((await sender.due()).map((id) => sender.sendTo(id)))).some((count) => count > 0)
  while (await sendAll());
}

export const told = () => world.server.recorded.map(({ path, body }) => `${path} ${(JSON.parse(body) as { type: string }).type}`)
export const messages = () =>
  dataSource()
    .getRepository(AlertMessage)
    .find({ order: { createdAt: 'ASC', id: 'ASC' } })
export const alerts = () =>
  dataSource()
    .getRepository(Alert)
    .find({ order: { pendingSince: 'ASC' } })
export const later = (count: number) => (world.clock += count * 60_000)

export async function declareExperiment(environment = 'production', minutes = 60): Promise<void> {
  const data = {
    service: 'cart',
    environment,
    from: new Date(world.clock - 60_000).toISOString(),
    to: new Date(world.clock + minutes * 60_000).toISOString(),
    reason: `a game day${environment === 'production' ? '' : ` in ${environment}`}`,
  }
  const event = {
    source: 'chaos',
    id: `e-${environment}-${world.clock}`,
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
  await world.stores.analytics.insert('events', [event])
}

export async function open(severity: 'page' | 'ticket', key: string, more: Partial<Condition> = {}, team: string | null = null): Promise<Alert> {
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
    await tellFiring(manager, alert, { at: now(), publicUrl: '', production: ['production'], experiments: new Map() })
    return alert
  })
}

/** Somebody takes care of all that fires. */
export async function acknowledge(): Promise<void> {
  const repository = dataSource().getRepository(Alert)
  for (const alert of await repository.findBy({ state: 'firing' })) {
    const acknowledged = await repository.save({ ...alert, state: 'acknowledged' as const, acknowledgedAt: now() })
    await tellThoseTold(dataSource().manager, acknowledged, 'acknowledged', { at: now(), publicUrl: '' })
  }
}

export const outcomes = async () => (await messages()).map(({ state, reason }) => `${state}: ${reason}`)

type Deployed = Omit<DeploymentGiven, 'startedAt' | 'finishedAt'> & {
  minutesAgo: number
  /** Where it began before. */
  tookMinutes?: number
}

export async function deployed(...all: Deployed[]): Promise<void> {
  const rows = all.map(({ minutesAgo, tookMinutes = 0, ...given }, index) => {
    const [at, startedAt] = [minutesAgo, minutesAgo + tookMinutes].map((ago) => new Date(world.clock - ago * 60_000)) as [Date, Date]
    return deploymentRow({ ...given, startedAt, finishedAt: given.outcome === 'running' ? null : at }, index + 1)
  })
  await world.stores.analytics.insert('deployments', rows)
}

export const found = async () =>
  (await alerts())
    .filter(({ state }) => state === 'firing')
    .map(({ rule, severity, key }) => `${severity} ${rule} ${key.split('/').at(-1)}`)
    .sort()
