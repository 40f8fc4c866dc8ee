import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../seed/random.js'
import type { Approval, Change, Deployment, Facts, Incident } from '../test/naive-measures/facts.js'
import { plainApproval, plainChange as change, plainDeployment as deployment, plainIncident as incident } from '../test/naive-measures/plain-facts.js'
import { storeFacts } from '../test/naive-measures/stored.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import { storeEffects, storeMinutes, type EffectRow, type MinuteRow } from '../test/telemetry-rows.js'
import { readEvidence, type EvidenceRecord, type EvidenceState } from './evidence.js'
import { findMeasure, measures } from './index.js'
import type { Dimension, MetricKey } from './measure.js'
import { defaultWorkspaceChoices, resolveOptions, type ObjectiveInForce, type OptionsInput } from './options.js'
import { runMetrics, type MetricsRequest, type MetricValue } from './run-metrics.js'

const HOUR_MS = 3_600_000
const at = (day: number, hour = 12) => Date.UTC(2026, 9, day, hour)
const FIRST = at(1)
const NOW = new Date(at(30))
/** Every outcome and kind, several at one instant. */
const deployments: Deployment[] = [
  ...['succeeded', 'failed', 'rolled_back', 'cancelled', 'superseded', 'skipped', 'running'].map((outcome, index) =>
    deployment(`d-${outcome}`, at(5 + index), { outcome, restoredAt: outcome === 'failed' ? at(5 + index, 15) : null }),
  ),
  deployment('d-rollback', at(12), { kind: 'rollback', decisionAt: at(12, 11), decisionSource: 'decided' }),
  deployment('d-rollback-undecided', at(12), { kind: 'rollback' }),
  deployment('d-rollback-failed', at(12), { kind: 'rollback', outcome: 'failed' }),
  deployment('d-rollback-running', at(12), { kind: 'rollback', outcome: 'running' }),
  deployment('d-rollback-skewed', at(12), { kind: 'rollback', decisionAt: at(12, 13), decisionSource: 'decided' }),
  deployment('d-redeploy', at(12), { kind: 'redeploy' }),
  deployment('d-hotfix', at(12), { kind: 'hotfix', unknownChanges: true }),
  deployment('d-blamed', at(13), {
    blamedFor: [{ id: 'i-blamed', confidence: 0.55, startedAt: at(13), detectedAt: at(13), mitigatedAt: at(13, 14) }],
    validations: [{ name: 'smoke', first: false, last: true }],
  }),
  ...Array.from({ length: 12 }, (_, index) =>
    deployment(`d-many-${index}`, at(14 + Math.floor(index / 5)), { service: index % 2 === 0 ? 'payments' : 'storefront' }),
  ),
  deployment('d-staging', at(14), { environment: 'staging', production: false }),
]

const changes: Change[] = [
  ...['counted', 'no_baseline', 'merge_commit', 'clock_skew', 'no_commit_time', 'path_filtered', 'already_in_production', 'ignored_author'].map(
    (state, index) =>
      change(`c-${state}`, at(5 + index), { state, leadTimeMs: state === 'clock_skew' ? -HOUR_MS : state === 'no_commit_time' ? 0 : 2 * HOUR_MS }),
  ),
  ...Array.from({ length: 5 }, (_, index) => change(`c-many-${index}`, at(14), { leadTimeMs: (index + 1) * HOUR_MS, clusterSize: 5 })),
]

const incidents: Incident[] = [
  incident('i-declared', at(5), { method: 'declared', confidence: 1 }),
  incident('i-recent', at(6), { method: 'recent', confidence: 0.5625 }),
  incident('i-unrelated', at(7), { method: 'unrelated', confidence: 0, deployments: [] }),
  incident('i-weak', at(8), { method: 'recent', confidence: 0.4 }),
  incident('i-open', at(9), { mitigatedAt: null, mitigatedBy: '' }),
  incident('i-unseen', at(10), { detectedAt: null }),
  incident('i-skewed', at(11), { mitigatedAt: at(11, 12) }),
]

const approvals: Approval[] = [
  plainApproval('a-granted', at(5)),
  plainApproval('a-open', at(6), { decidedAt: null, decision: '' }),
  plainApproval('a-withdrawn', at(6), { decidedAt: null, decision: '', withdrawnAt: at(6, 15) }),
  plainApproval('a-automated', at(7), { automated: true }),
  plainApproval('a-unasked', at(8), { requestedAt: null }),
  plainApproval('a-skewed', at(9), { decidedAt: at(8, 10) }),
]

const effects: EffectRow[] = [
  { id: 'd-succeeded', change: 0.01 },
  { id: 'd-succeeded', sli: 'latency', change: 0.02, regressed: true },
  { id: 'd-hotfix', change: null, totals: [10, 0] },
  { id: 'd-hotfix', sli: 'queue', change: null, totals: [0, 0] },
  { id: 'd-blamed', change: 0, settled: false },
]

const minutes: MinuteRow[] = Array.from({ length: 9 }, (_, index) => ({
  service: 'payments',
  minute: new Date(at(5) + index * 10 * 60_000).toISOString(),
  region: index % 2 === 0 ? 'eu' : 'us',
  good: 99,
  total: 100,
}))

const objective: ObjectiveInForce = {
  slo: 'payments-available',
  position: 1,
  title: 'Payments',
  service: 'payments',
  indicator: 'availability',
  target: 0.99,
  op: null,
  value: null,
  method: 'Occurrences',
  sliceTarget: null,
  sliceSeconds: null,
}
const workspace = {
  ...defaultWorkspaceChoices,
  telemetry: { objectives: [objective], production: { sql: "environment = 'production'", params: {} }, minutesSince: new Date(0) },
}

const facts: Facts = {
  services: ['payments', 'storefront'].map((service) => ({ service, team: 'checkout', firstEventAt: FIRST })),
  deployments,
  changes,
  incidents,
  approvals,
}

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
  await storeFacts(stores.analytics, facts, () => 'fresh', randomFrom(1))
  const anchors = new Map(deployments.map(({ id, anchor }) => [id, new Date(anchor)]))
  await storeEffects(
    stores.analytics,
    effects.map((effect) => ({ ...effect, service: 'payments', anchor: anchors.get(effect.id) })),
  )
  await storeMinutes(stores.analytics, minutes)
})
afterAll(() => stores.close())

type Asked = Partial<Pick<MetricsRequest, 'interval' | 'groupBy'>> & {
  from?: number
  to?: number
  timeZone?: string
  options?: OptionsInput
  services?: string[]
  now?: Date
}

async function ask(key: MetricKey, { from = FIRST, to = at(28), timeZone = 'UTC', interval = null, groupBy = [], ...rest }: Asked = {}) {
  const { options, services, now = NOW } = rest
  const window = { from: new Date(from), to: new Date(to), timeZone, weekStart: 'MONDAY' as const }
  const request: MetricsRequest = {
    keys: [key],
    scope: { services },
    window,
    interval,
    groupBy,
    options: resolveOptions(options, workspace),
    compare: false,
  }
  const [result] = await runMetrics(stores.analytics, request, now)
  return result?.groups ?? []
}

async function total(key: MetricKey, asked?: Asked): Promise<MetricValue> {
  return (await ask(key, asked))[0]?.total as MetricValue
}

it('tells how long an approval has waited by now, though nothing changed since it was asked for', async () => {
  const waited = async (day: number) => (await total('approval_lead_time', { now: new Date(at(day)) })).stats.queueOldest
  expect([await waited(29), await waited(30)]).toEqual([(23 * 24 * HOUR_MS) / 1000, (24 * 24 * HOUR_MS) / 1000])
})

it('shows what waits in the queue of every bucket that ends after it was asked for, as the records of the bucket do', async () => {
  const [group] = await ask('approval_lead_time', { from: at(5, 0), to: at(9, 0), interval: 'DAY' })
  expect(group?.total.stats.queue).toBe(1)
  const shown = await Promise.all(
    (group?.series ?? []).map(async ({ value }) => ({
      queue: value.stats.queue,
      open: value.excluded.find(({ reason }) => reason === 'open')?.count ?? 0,
      records: (await walk(value, 'EXCLUDED')).records.filter(({ state }) => state === 'open').length,
    })),
  )
  const waits = (count: number) => ({ queue: count, open: count, records: count })
  expect(shown).toEqual([waits(0), waits(1), waits(1), waits(1)])
})

it('knows no queue of time that has not come', async () => {
  const { stats } = await total('approval_lead_time', { from: at(31), to: at(31, 20) })
  expect(stats).toMatchObject({ queue: null, queueOldest: null, queueMedianAge: null })
})

it.each<[MetricKey, OptionsInput]>([
  ['deployment_frequency', {}],
  ['change_lead_time', { aggregate: 'median_of_daily_medians' }],
  ['approval_lead_time', { approvalClock: 'business' }],
])('counts %s the same by any spelling of the zone', async (key, options) => {
  const inZone = async (timeZone: string) => {
    const { value, n, stats } = await total(key, { timeZone, options })
    return { value, n, stats }
  }
  const berlin = await inZone('Europe/Berlin')
  expect(berlin.n).toBeGreaterThan(0)
  expect([await inZone('europe/berlin'), await inZone('EUROPE/BERLIN')]).toEqual([berlin, berlin])
})

/** All records of a list, four at a time; and what it says their number is. */
async function walk(value: MetricValue, state: EvidenceState): Promise<{ records: EvidenceRecord[]; totalCount: number }> {
  const records: EvidenceRecord[] = []
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof readEvidence>> = await readEvidence(stores.analytics, value.evidence, state, { first: 4, after })
    records.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage) return { records, totalCount: await page.totalCount() }
    after = page.pageInfo.endCursor
  }
}

describe('the registry', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const filesOf = (folder: string) =>
    readdirSync(join(import.meta.dirname, folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const own = folders.map(({ name }) => name).filter((name) => filesOf(name).includes('index.ts'))

  it('holds every folder of a measure, and nothing else', () => {
    expect(own.length).toBeGreaterThan(3)
    expect(measures.map(({ definition }) => definition.key.replaceAll('_', '-')).sort()).toEqual(own.sort())
  })

  it.each(own)('%s has the same files as the others', (folder) => {
    expect(filesOf(folder)).toEqual(expect.arrayContaining(['definition.ts', 'index.ts', 'query.ts', 'summarise.ts']))
  })

  it('is what GraphQL offers', () => {
    const schema = parse(readFileSync(join(import.meta.dirname, '../../schemas/graphql/metric.type.graphql'), 'utf8'))
    const keys = schema.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'MetricKey' ? (definition.values ?? []) : [],
    )
    expect(keys.map(({ name }) => name.value).sort()).toEqual(measures.map(({ definition }) => definition.key).sort())
  })
})

/** Reasons that no record has under the default options. */
const ONLY_BY_OPTION = new Set([
  'change_lead_time no_pull_request',
  ...['change_failure_rate', 'deployment_rework_rate', 'failed_deployment_recovery_time'].flatMap((key) => [
    `${key} not_succeeded`,
    `${key} no_commit`,
  ]),
  ...['no_failure_start', 'clock_skew', 'redeploy', 'not_finished', 'rollback'].map((reason) => `failed_deployment_recovery_time ${reason}`),
  'provenance_completeness nothing_required',
])

describe.each(measures.map(({ definition }) => definition))('$key', ({ key, exclusions, stats, evidenceColumns }) => {
  it('gives the stats that its definition names', async () => {
    const named = stats.map(({ name }) => name).filter((name) => !name.endsWith('.*'))
    expect(Object.keys((await total(key)).stats).sort()).toEqual(named.sort())
  })

  it('lists every record that it counts, once, and as many as it says', async () => {
    const value = await total(key)
    const { records, totalCount } = await walk(value, 'COUNTED')
    expect(new Set(records.map(({ id }) => id)).size).toBe(value.n)
    expect([records.length, totalCount]).toEqual([value.n, value.n])
    expect(new Set(records.map(({ state }) => state))).toEqual(new Set(['counted']))
    expect(records.map(({ at: time }) => time)).toEqual(
      records
        .map(({ at: time }) => time)
        .sort()
        .reverse(),
    )
    for (const { fields } of records) expect(fields.map(({ name }) => name)).toEqual(evidenceColumns.map(({ name }) => name))
  })

  it('lists those it leaves out under each of its reasons, as many as it says', async () => {
    const value = await total(key)
    const { records, totalCount } = await walk(value, 'EXCLUDED')
    const counts = exclusions.map(({ reason }) => ({ reason, count: records.filter(({ state }) => state === reason).length }))
    expect(counts.filter(({ reason, count }) => count === 0 && !ONLY_BY_OPTION.has(`${key} ${reason}`))).toEqual([])
    expect(value.excluded.map(({ reason, count }) => ({ reason, count }))).toEqual(counts.filter(({ count }) => count > 0))
    expect(totalCount).toBe(records.length)
    expect((await walk(value, 'ALL')).totalCount).toBe(totalCount + value.n)
  })

  it.each<{ groupBy: Dimension[] }>([{ groupBy: ['REGION'] }, { groupBy: ['SERVICE', 'KIND'] }])(
    'lists the records of each group of $groupBy',
    async ({ groupBy }) => {
      const groups = await ask(key, { groupBy })
      expect(groups.length).toBeGreaterThan(0)
      for (const group of groups) {
        const { records } = await walk(group.total, 'ALL')
        expect(records).toHaveLength(group.total.n + group.total.excluded.reduce((sum, { count }) => sum + count, 0))
      }
    },
  )

  it('says nothing, and not 0, about a window without records', async () => {
    const empty = await total(key, { from: at(26), to: at(28) })
    const isCount = findMeasure(key).definition.unit === 'COUNT'
    expect([empty.value, empty.n, empty.interval === null]).toEqual([isCount ? 0 : null, 0, !isCount])
    const before = await total(key, { from: FIRST - 48 * HOUR_MS, to: FIRST })
    expect([before.value, before.n, before.interval]).toEqual([null, 0, null])
    expect((await total(key, { services: ['never-heard-of'] })).value).toBeNull()
  })
})

describe('what a question may ask', () => {
  it.each(['nobody', '', 'constructor', '__proto__', 'toString'])('a profile %j that is none is told as such', (profile) => {
    expect(() => resolveOptions({ profile })).toThrow(expect.objectContaining({ code: 'UNKNOWN_PROFILE' }))
  })
})

describe('what the numbers are', () => {
  it('deployment frequency: 27 days, 15 successful changes and hotfixes', async () => {
    const value = await total('deployment_frequency')
    expect([value.value, value.stats.perDay]).toEqual([15, 15 / 27])
  })

  it('change failure rate: of 17 changes and hotfixes one failed, one was rolled back, one caused an incident', async () => {
    const value = await total('change_failure_rate')
    expect([value.n, value.stats.failed, value.value]).toEqual([17, 3, 3 / 17])
  })

  it('an incident laid at a change with less than the confidence asked for does not make it failed', async () => {
    const strict = await total('change_failure_rate', { options: { minConfidence: 0.6 } })
    expect([strict.stats.failed, strict.stats.byIncident]).toEqual([2, 0])
    const { records } = await walk(strict, 'COUNTED')
    const blamed = records.find(({ id }) => id === 'd-blamed')
    expect([blamed?.value, Object.fromEntries((blamed?.fields ?? []).map(({ name, value }) => [name, value]))]).toEqual([
      0,
      { version: '', outcome: 'succeeded', kind: 'change', has_failed: 'no', why: '' },
    ])
  })

  it('release incidents and time to mitigate heed the confidence asked for', async () => {
    const usual = await total('release_incidents')
    expect([usual.value, usual.stats.recent, usual.stats.shareOfAll]).toEqual([5, 1, 5 / 7])
    expect((await total('release_incidents', { options: { minConfidence: 0.6 } })).value).toBe(4)
    expect((await total('release_incidents', { options: { minConfidence: 0 } })).value).toBe(6)
    expect((await total('time_to_mitigate')).value).toBe(3600)
    expect((await total('time_to_mitigate')).n).toBe(2)
    expect((await total('time_to_mitigate', { options: { minConfidence: 0.6 } })).n).toBe(1)
  })

  it('lead time: 1, 2, 2, 3, 4, 5 hours, by any clock and with the first deployment if asked', async () => {
    const usual = await total('change_lead_time')
    expect([usual.n, usual.value, usual.coverage]).toEqual([6, 2.5 * 3600, 6 / 8])
    const byPullRequest = await total('change_lead_time', { options: { leadTimeUnit: 'pull_request' } })
    expect(byPullRequest.excluded.find(({ reason }) => reason === 'unknown_changes')?.count).toBe(1)
    expect((await total('change_lead_time', { options: { leadTimeClock: 'authored' } })).coverage).toBe(6 / 8)
    expect((await total('change_lead_time', { options: { leadTimeClock: 'authored' } })).value).toBe(3.5 * 3600)
    const included = await total('change_lead_time', { options: { firstDeployment: 'include' } })
    expect([included.n, included.value]).toEqual([7, 2 * 3600])
    expect(included.excluded.map(({ reason }) => reason)).not.toContain('no_baseline')
  })

  it('lead time of a first deployment alone has a value, if asked to have one', async () => {
    const alone = { from: at(6, 0), to: at(7, 0) }
    expect((await total('change_lead_time', alone)).value).toBeNull()
    const included = await total('change_lead_time', { ...alone, options: { firstDeployment: 'include' } })
    expect([included.n, included.value, included.interval]).toEqual([1, 7200, null])
  })
})
