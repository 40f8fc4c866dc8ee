import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom } from '../../seed/random.js'
import { arbitraryFacts, instantsAround } from '../test/naive-measures/arbitrary-facts.js'
import type { Facts } from '../test/naive-measures/facts.js'
import { changeDays, emptyDays, makeDays, rest, someOf } from '../test/naive-measures/kept-days.js'
import { localLabel } from '../test/naive-measures/local-label.js'
import { groupsOf, NAIVE_KEYS, naiveRecords, naiveValue, type NaiveKey, type NaiveValue } from '../test/naive-measures/naive.js'
import type { NaiveRecord, Span } from '../test/naive-measures/records.js'
import { emptyTables, storeFacts, type Past } from '../test/naive-measures/stored.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { openTestStores, type TestStores } from '../test/stores.js'
import type { Interval, WeekStart } from './calendar/calendar.js'
import type { Dimension, MetricKey } from './measure.js'
import {
  defaultWorkspaceChoices,
  PROVENANCE_FIELDS,
  resolveOptions,
  type Choices,
  type FailureSignal,
  type OptionsInput,
  type WorkspaceChoices,
} from './options.js'
import { PROFILES } from './profiles.js'
import { runMetrics, type MetricGroup, type MetricsRequest, type MetricValue } from './run-metrics.js'

const METHODS: Choices['attributionMethods'][number][] = ['declared', 'person', 'remediated', 'regression', 'recent']
const RUNS = Number(process.env.WINDSOCK_RANDOM_RUNS ?? 40)
const SEED = 20_261_102
/** Far more than one question takes; a run that is cut short by it fails, since it would have shown less than it says. */
const MOST_MS = RUNS * 12_000
const DAY_MS = 86_400_000
/** Instants at which clocks of the zone are put forward or back, and one where nothing happens. */
const TURNS: [zone: string, instant: string][] = [
  ['UTC', '2026-11-02T00:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', '2019-02-17T02:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Asia/Kathmandu', '2026-11-02T00:00:00Z'],
]
const REACH_DAYS: Record<Interval, number> = { HOUR: 2, DAY: 12, WEEK: 40, MONTH: 150, QUARTER: 400 }
const DIMENSIONS: Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'REGION', 'TRIGGER', 'TIER', 'KIND', 'SEVERITY', 'APPROVER_GROUP', 'RISK']
const WEEK_STARTS: WeekStart[] = ['MONDAY', 'WEDNESDAY', 'SATURDAY', 'SUNDAY']
const PASTS: Past[] = ['fresh', 'fresh', 'repeated', 'replaced', 'moved', 'deleted']

type Question = { facts: Facts; request: MetricsRequest & { interval: Interval }; now: Date; seed: number }

function mostlyNull<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

const scopes = fc.record({
  teams: mostlyNull(fc.subarray(['checkout', '', 'nobody'], { minLength: 1 })),
  services: mostlyNull(fc.subarray(['payments', 'search', 'nothing'], { minLength: 1 })),
  environments: mostlyNull(fc.subarray(['production', 'staging'], { minLength: 1 })),
  regions: mostlyNull(fc.subarray(['eu', 'us'], { minLength: 1 })),
  triggers: mostlyNull(fc.subarray(['HUMAN', 'AUTOMATIC'], { minLength: 1 })),
})

const mostlyOne = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const choices: fc.Arbitrary<OptionsInput> = fc.record({
  leadTimeUnit: mostlyOne<Choices['leadTimeUnit']>('commit', 'pull_request'),
  leadTimeClock: fc.constantFrom<Choices['leadTimeClock'][]>('committed', 'authored', 'merged', 'opened'),
  aggregate: mostlyOne<Choices['aggregate']>(
    'default',
    'median_interpolated',
    'median_lower',
    'mean',
    'median_of_daily_medians',
    'mean_of_service_means',
  ),
  firstDeployment: fc.constantFrom<Choices['firstDeployment'][]>('exclude', 'include'),
  productionEnvironments: fc.constantFrom<Choices['productionEnvironments'][]>('first', 'each'),
  failureSignals: fc.subarray<FailureSignal>(['outcome', 'rollback', 'hotfix', 'revert', 'incident'], { minLength: 1 }),
  failureDenominator: mostlyOne<Choices['failureDenominator']>('finished', 'succeeded', 'non_rollback', 'with_known_commit'),
  attributionWindowHours: mostlyOne(24, 2, Infinity),
  attributionMatch: mostlyOne<Choices['attributionMatch']>('service', 'team', 'none'),
  attributionMethods: fc.oneof({ weight: 2, arbitrary: fc.constant(METHODS) }, { weight: 1, arbitrary: fc.subarray(METHODS) }),
  rollbackBlames: fc.constantFrom<Choices['rollbackBlames'][]>('replaced', 'first_after'),
  recoveryClock: mostlyOne<Choices['recoveryClock']>('earliest', 'deployment_finish', 'incident_start', 'detected'),
  emptyPeriods: fc.constantFrom<Choices['emptyPeriods'][]>('include', 'skip'),
  approvalClock: fc.constantFrom<Choices['approvalClock'][]>('wall', 'business'),
  provenanceState: fc.constantFrom<Choices['provenanceState'][]>('verified', 'present'),
  ownership: fc.constantFrom<Choices['ownership'][]>('current', 'historical'),
  minConfidence: fc.constantFrom(0.5, 0.6, 0.9),
})

const workspaces: fc.Arbitrary<WorkspaceChoices> = fc.record({
  profile: fc.constant('default'),
  options: fc.constant({}),
  ownership: fc.constant<Choices['ownership']>('current'),
  attributionWindowHours: fc.constant(24),
  businessHours: fc.record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe'),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    from: fc.constantFrom('08:30', '09:00'),
    to: fc.constantFrom('17:00', '18:15'),
    holidays: fc.subarray(['2026-10-26', '2026-03-30', '2026-11-02']),
  }),
  telemetry: fc.constant(defaultWorkspaceChoices.telemetry),
  targets: fc.constantFrom<WorkspaceChoices['targets'][]>({}, { time_to_rollback: { high: 1200 } }, { time_to_rollback: {} }),
  requiredProvenance: fc.record({
    default: fc.subarray([...PROVENANCE_FIELDS], { minLength: 1 }),
    byTier: fc.constantFrom<WorkspaceChoices['requiredProvenance']['byTier'][]>({}, { '1': ['commit', 'digest'] }, { '2': [], '1': ['sbom'] }),
  }),
})

/** Under the defaults, under a profile, and under any choices at all. */
const options = fc.oneof(
  fc.constant(resolveOptions(null)),
  fc.constantFrom(...PROFILES.map(({ name }) => resolveOptions({ profile: name }))),
  fc.tuple(choices, workspaces).map(([given, workspace]) => resolveOptions(given, workspace)),
)

const questions: fc.Arbitrary<Question> = fc
  .tuple(fc.constantFrom(...TURNS), fc.constantFrom<Interval>('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'))
  .chain(([[timeZone, turn], interval]) => {
    const [centre, reach] = [Date.parse(turn), REACH_DAYS[interval] * DAY_MS]
    const some = fc
      .uniqueArray(instantsAround(centre, reach), { minLength: 2, maxLength: 2 })
      .map((pair) => pair.sort((a, b) => a - b) as [number, number])
    const ends = fc.oneof(some, fc.constant<[number, number]>([centre - reach, centre + reach + 1]))
    const rest = fc.record({
      ends,
      now: instantsAround(centre + reach / 2, reach),
      weekStart: fc.constantFrom(...WEEK_STARTS),
      groupBy: fc.oneof(fc.constant([]), fc.subarray(DIMENSIONS, { minLength: 1, maxLength: 2 }), fc.constant<Dimension[]>(['REGION'])),
      compare: fc.boolean(),
      scope: scopes,
      options,
      facts: arbitraryFacts(centre, reach),
      seed: fc.nat(),
    })
    return rest.map(({ ends: [from, to], now, weekStart, facts, seed, ...asked }) => ({
      facts,
      seed,
      now: new Date(now),
      request: {
        ...asked,
        keys: NAIVE_KEYS,
        interval,
        window: { from: new Date(from), to: new Date(to), timeZone, weekStart },
      },
    }))
  })

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

it(
  'every measure gives what counting by hand gives, whatever became of the rows before',
  async () => {
    let values = 0
    let fromDays = 0
    const store = watched(stores.analytics, () => (fromDays += 1))
    const holds = async (question: Question) => {
      const random = randomFrom(question.seed)
      await emptyTables(stores.analytics)
      await emptyDays(stores.analytics)
      const pastOf = () => PASTS[Math.floor(random() * PASTS.length)] as Past
      const isKept = mayBeKept(question.request) && random() < 0.8
      const days = { options: question.request.options, zone: question.request.window.timeZone }
      const told = someOf(question.facts, random)
      if (isKept) {
        await storeFacts(stores.analytics, told, pastOf, random)
        await makeDays(stores.analytics, days.options, days.zone)
        // What is known from this may be given again where nothing changes below.
        if (random() < 0.7) await runMetrics(store, question.request, question.now)
      }
      await storeFacts(stores.analytics, question.facts, pastOf, random)
      if (isKept) await changeDays(stores.analytics, rest(question.facts, told), random, days)
      const results = await runMetrics(store, question.request, question.now)
      for (const { definition, groups } of results) values += compareGroups(definition.key as NaiveKey, groups, question)
    }
    await fc.assert(fc.asyncProperty(questions, holds), {
      seed: SEED,
      numRuns: RUNS,
      endOnFailure: true,
      interruptAfterTimeLimit: MOST_MS,
      markInterruptAsFailure: true,
    })
    expect(values).toBeGreaterThan(RUNS * NAIVE_KEYS.length)
    expect(fromDays).toBeGreaterThan(RUNS / 10)
  },
  MOST_MS + 30_000,
)

/** Whether days could tell the answer; making them for others would only take time. */
function mayBeKept({ interval, scope, groupBy }: MetricsRequest): boolean {
  const kept: Dimension[] = ['TEAM', 'SERVICE', 'ENVIRONMENT', 'TRIGGER', 'TIER']
  return interval !== 'HOUR' && !scope.regions && groupBy.every((dimension) => kept.includes(dimension))
}

/** The store, which tells when days are read instead of records. */
function watched(analytics: AnalyticsStore, onDays: () => void): AnalyticsStore {
  return {
    ...analytics,
    query: (sql, params, settings) => {
      if (sql.includes('FROM measure_days')) onDays()
      return analytics.query(sql, params, settings)
    },
  }
}

/** Gives how many values were compared. */
function compareGroups(key: NaiveKey, groups: readonly MetricGroup[], { facts, request, now }: Question): number {
  const { window, groupBy, scope } = request
  const [from, to] = [window.from.getTime(), window.to.getTime()]
  const { options: inForce } = request
  const all = naiveRecords(key, { facts, scope, options: inForce, from })
  const earlier = naiveRecords(key, { facts, scope, options: inForce, from: 2 * from - to })
  const spans = {
    whole: { from, to, now: now.getTime(), zone: window.timeZone },
    before: { from: 2 * from - to, to: from, now: now.getTime(), zone: window.timeZone },
  }
  const known = new Set<string>()
  let compared = 0
  for (const group of groups) {
    const names = group.dimensions.map(({ value }) => value ?? '')
    known.add(JSON.stringify(names))
    const ofGroup = (records: NaiveRecord[]) =>
      records.filter((record) => groupsOf(record, groupBy).some((of) => JSON.stringify(of) === JSON.stringify(names)))
    const own = ofGroup(all)
    const heard = heardOf(facts, request, names)
    const check = (actual: MetricValue | null, span: Span, records: NaiveRecord[], place: string) => {
      compared += 1
      const wanted = expectedOf(key, naiveValue(key, records, inForce, span), span, heard)
      const given = shown(actual as MetricValue, 'coverage' in wanted)
      expect(given, `${key} of ${JSON.stringify(names)} ${place}`).toEqual(agreeing(wanted, given))
    }
    check(group.total, spans.whole, within(own, spans.whole), 'in the window')
    if (request.compare) check(group.previous, spans.before, within(ofGroup(earlier), spans.before), 'before the window')
    else expect(group.previous).toBeNull()
    const labelOf = (instant: number) => localLabel(instant, window.timeZone, request.interval, window.weekStart)
    let reached = from
    for (const bucket of group.series) {
      expect(bucket.from.getTime()).toBe(reached)
      reached = bucket.to.getTime()
      const label = labelOf(bucket.from.getTime())
      const span = { from: bucket.from.getTime(), to: reached, now: now.getTime(), zone: window.timeZone }
      check(
        bucket.value,
        span,
        within(own, spans.whole).filter(({ at, state }) => labelOf(at) === label || (at < span.from && standsOn(key, state))),
        `at ${label}`,
      )
    }
    expect(reached).toBe(to)
  }
  for (const record of within(all, spans.whole)) for (const names of groupsOf(record, groupBy)) expect(known).toContain(JSON.stringify(names))
  return compared
}

/** An approval that waits stands in the queue until it is decided. */
function standsOn(key: NaiveKey, state: string): boolean {
  return key === 'approval_lead_time' && state === 'open'
}

function within(records: readonly NaiveRecord[], { from, to }: Span): NaiveRecord[] {
  return records.filter(({ at }) => at >= from && at < to)
}

/** When the services in scope of a group were first heard of; where history stays with former owners, also by what they did. */
function heardOf(facts: Facts, { scope, groupBy, options }: MetricsRequest, names: readonly string[]): number[] {
  const named = (dimension: Dimension, value: string) => !groupBy.includes(dimension) || names[groupBy.indexOf(dimension)] === value
  const told = facts.services.map(({ service, team, firstEventAt }) => ({ service, team, at: firstEventAt }))
  return [...told, ...(options.ownership === 'historical' ? doneByOwners(facts) : [])]
    .filter(
      ({ service, team }) =>
        (scope.services?.includes(service) ?? true) && (scope.teams?.includes(team) ?? true) && named('SERVICE', service) && named('TEAM', team),
    )
    .map(({ at }) => at)
}

function doneByOwners({ deployments, incidents }: Facts) {
  return [
    ...[...deployments, ...incidents].map(({ service, teamThen, anchor }) => ({ service, team: teamThen, at: anchor })),
    ...incidents
      .filter(({ attributedService }) => attributedService !== '')
      .map(({ attributedService, attributedTeamThen, anchor }) => ({ service: attributedService, team: attributedTeamThen, at: anchor })),
  ]
}

/** A count of nothing is nothing, not 0, before anything was heard and in time that has not come. */
function expectedOf(key: MetricKey, naive: NaiveValue, span: Span, heard: readonly number[]) {
  const isCount = key === 'deployment_frequency' || key === 'release_incidents'
  const unknown = isCount && (span.from > span.now || !heard.some((first) => first < span.to))
  const stats = Object.fromEntries(Object.entries(naive.stats).map(([name, value]) => [name, unknown ? null : value]))
  const coverage = naive.coverage === undefined ? {} : { coverage: naive.coverage }
  return { value: unknown ? null : naive.value, ...coverage, n: naive.n, excluded: naive.excluded, stats, bracketed: true }
}

function shown({ value, n, excluded, stats, interval, coverage }: MetricValue, withCoverage: boolean) {
  const bracketed =
    value === null ? interval === null : interval === null || (interval.low <= value * (1 + 1e-12) && value <= interval.high * (1 + 1e-12))
  return {
    value,
    ...(withCoverage ? { coverage } : {}),
    n,
    excluded: Object.fromEntries(excluded.map(({ reason, count }) => [reason, count])),
    stats,
    bracketed,
  }
}

type Numbers = { value: number | null; stats: Record<string, number | null> }

/** What is wanted, with the given number in place of one that differs in the last digits only: sums of floats depend on their order there. */
function agreeing<T extends Numbers>(wanted: T, given: Numbers): T {
  const near = (a: number | null, b: number | null | undefined) =>
    a !== null && typeof b === 'number' && Math.abs(a - b) <= 1e-12 * Math.abs(a) ? b : a
  const stats = Object.fromEntries(Object.entries(wanted.stats).map(([name, stat]) => [name, near(stat, given.stats[name])]))
  return { ...wanted, value: near(wanted.value, given.value), stats }
}
