import fc from 'fast-check'
import { PROVENANCE_FIELDS } from '../../metrics/options.js'
import type { Approval, Change, Deployment, Facts, Incident, Place } from './facts.js'

const OUTCOMES = [
  'succeeded',
  'succeeded',
  'succeeded',
  'succeeded',
  'succeeded',
  'failed',
  'rolled_back',
  'cancelled',
  'superseded',
  'skipped',
  'running',
]
const KINDS = ['change', 'change', 'change', 'hotfix', 'rollback', 'redeploy']
const TRIGGERS = ['human', 'automatic', 'schedule', 'unknown']
const ENVIRONMENTS = ['production', 'production-eu', 'staging']
const CHANGE_STATES = [
  'counted',
  'counted',
  'counted',
  'no_baseline',
  'no_baseline',
  'merge_commit',
  'no_commit_time',
  'path_filtered',
  'already_in_production',
]
const CONFIDENCES = [0.5, 0.5625, 0.6, 0.95, 1]
/** Team and tier belong to the service; the last has nothing of its own. */
const SERVICES = [
  { service: 'payments', team: 'checkout', tier: '1' },
  { service: 'storefront', team: 'checkout', tier: '2' },
  { service: 'search', team: '', tier: '' },
]
const HALF_HOUR_MS = 1_800_000
const MINUTE_MS = 60_000

const regions = fc.subarray(['ap', 'eu', 'us'])
const owner = fc.constantFrom(...SERVICES)
const duration = fc.integer({ min: 0, max: 4_000_000 })

/** Whole half-hours, so that edges of buckets are hit, or any millisecond. */
export function instantsAround(centre: number, reachMs: number): fc.Arbitrary<number> {
  const halfHours = Math.floor(reachMs / HALF_HOUR_MS)
  return fc.oneof(
    fc.integer({ min: -halfHours, max: halfHours }).map((count) => centre + count * HALF_HOUR_MS),
    fc.integer({ min: -reachMs, max: reachMs }).map((offset) => centre + offset),
  )
}

function places(): fc.Arbitrary<Place> {
  const rest = fc.record({
    environment: fc.constantFrom(...ENVIRONMENTS),
    regions,
    trigger: fc.constantFrom(...TRIGGERS),
    kind: fc.constantFrom(...KINDS),
  })
  return fc.tuple(owner, rest).map(([own, place]) => ({ ...own, ...place, production: place.environment !== 'staging' }))
}

const maybeText = (word: string) => fc.constantFrom('', '', '', word)
const maybeLater = fc.option(duration, { nil: null })

const blamed = fc.record({
  id: fc.constantFrom('incident-1', 'incident-2'),
  confidence: fc.constantFrom(...CONFIDENCES),
  startedAfter: fc.integer({ min: -600_000, max: 4_000_000 }),
  detectedAfter: maybeLater,
  mitigatedAfter: fc.option(fc.integer({ min: -600_000, max: 9_000_000 }), { nil: null, freq: 4 }),
})

const aftermath = fc.record({
  took: fc.integer({ min: 0, max: 3_000_000 }),
  commit: fc.constantFrom('', 'c0ffee0'),
  digest: fc.constantFrom('', 'sha256:1'),
  risk: fc.constantFrom('', 'high'),
  teamThen: fc.constantFrom('checkout', 'platform', ''),
  rolledBackBy: maybeText('run-7'),
  rolledBackByFirstAfter: maybeText('run-8'),
  hotfixedBy: maybeText('run-9'),
  revertedBy: maybeText('run-10'),
  remedies: fc.tuple(maybeLater, maybeLater, maybeLater, maybeLater, maybeLater),
  decidedBefore: fc.option(fc.integer({ min: -60_000, max: 2_000_000 }), { nil: null }),
  decided: fc.boolean(),
  decisionAutomated: fc.boolean(),
  blamedFor: fc.uniqueArray(blamed, { maxLength: 2, selector: ({ id }) => id }),
  validations: fc.uniqueArray(fc.record({ name: fc.constantFrom('smoke', 'latency'), first: fc.boolean(), last: fc.boolean() }), {
    maxLength: 2,
    selector: ({ name }) => name,
  }),
  slis: fc.subarray(['latency', 'errors']),
  unknownChanges: fc.boolean(),
  unknownInEnvironment: fc.boolean(),
  provenance: fc.dictionary(fc.constantFrom(...PROVENANCE_FIELDS), fc.constantFrom('absent', 'present', 'verified', 'verified', 'invalid')),
})

function deployments(at: fc.Arbitrary<number>): fc.Arbitrary<Deployment[]> {
  const one = fc
    .tuple(places(), at, fc.integer({ min: 1, max: 4 }), fc.constantFrom(...OUTCOMES), aftermath)
    .map(([place, anchor, number, outcome, { took, remedies, decidedBefore, decided, blamedFor, ...rest }]) => {
      const after = (ms: number | null) => (ms === null ? null : anchor + ms)
      const [rolledBackAt, rolledBackFirstAfterAt, hotfixedAt, revertedAt, restoredAt] = remedies.map(after) as (number | null)[]
      return {
        ...place,
        ...rest,
        // The same run may deploy several services, so an id is one of its service and environment only.
        id: `run-${number}`,
        anchor,
        startedAt: anchor - took,
        outcome,
        rolledBackAt: rolledBackAt ?? null,
        rolledBackFirstAfterAt: rolledBackFirstAfterAt ?? null,
        hotfixedAt: hotfixedAt ?? null,
        revertedAt: revertedAt ?? null,
        restoredAt: restoredAt ?? null,
        decisionAt: decidedBefore === null ? null : anchor - decidedBefore,
        decisionSource: decidedBefore === null ? ('' as const) : decided ? ('decided' as const) : ('start' as const),
        blamedFor: blamedFor.map(({ id, confidence, startedAfter, detectedAfter, mitigatedAfter }) => ({
          id,
          confidence,
          startedAt: anchor + startedAfter,
          detectedAt: after(detectedAfter),
          mitigatedAt: after(mitigatedAfter),
        })),
      }
    })
  return fc.uniqueArray(one, { maxLength: 25, size: 'max', selector: ({ service, environment, id }) => `${service} ${environment} ${id}` })
}

const changeSeed = fc.record({
  state: fc.constantFrom(...CHANGE_STATES),
  stages: fc.array(duration, { minLength: 7, maxLength: 7 }),
  knownStages: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  authoredEarlier: fc.integer({ min: -25_000_000, max: 4_000_000 }),
  newHere: fc.constantFrom('already_in_production', 'counted', 'merge_commit', 'no_baseline'),
  skewed: fc.integer({ min: 0, max: 5 }).map((digit) => digit === 0),
  pullRequest: fc.integer({ min: 0, max: 2 }),
  openedFor: fc.option(fc.integer({ min: -60_000, max: 20_000_000 }), { nil: null, freq: 4 }),
  mergedFor: fc.option(fc.integer({ min: -60_000, max: 9_000_000 }), { nil: null, freq: 4 }),
})

function changesOf(deployment: Deployment, seeds: readonly (typeof changeSeed extends fc.Arbitrary<infer T> ? T : never)[]): Change[] {
  const changes = seeds.map(({ state, newHere, stages, knownStages, authoredEarlier, skewed, pullRequest, openedFor, mergedFor }, index) => {
    const known = state !== 'no_commit_time'
    const negative = known && skewed && (state === 'counted' || state === 'no_baseline')
    const total = stages.reduce((sum, stage) => sum + stage, 0)
    const leadTimeMs = !known ? 0 : negative ? -total - 1 : total
    return {
      ...deployment,
      deployment: deployment.id,
      sha: String(index).padStart(40, '0'),
      state: negative && state === 'counted' ? 'clock_skew' : state,
      environmentState: state === 'already_in_production' ? newHere : negative && state === 'counted' ? 'clock_skew' : state,
      leadTimeMs,
      // A commit that was authored after it was committed has a clock that is wrong.
      authoredLeadTimeMs: known && !negative ? leadTimeMs + authoredEarlier : leadTimeMs,
      clusterSize: 0,
      leadsCluster: false,
      committedAt: known ? deployment.anchor - leadTimeMs : null,
      pullRequest,
      openedAt: pullRequest === 0 || openedFor === null ? null : deployment.anchor - openedFor,
      mergedAt: pullRequest === 0 || mergedFor === null ? null : deployment.anchor - mergedFor,
      stages: known && !negative ? stages : stages.map(() => 0),
      knownStages: knownStages.map((isKnown) => isKnown && known && !negative),
    }
  })
  const clusterSize = changes.filter(({ state }) => state === 'counted').length
  const lead = changes.find(({ state }) => state === 'counted')
  return changes.map((change) => ({ ...change, clusterSize, leadsCluster: change === lead }))
}

function incidents(at: fc.Arbitrary<number>): fc.Arbitrary<Incident[]> {
  const one = fc.tuple(
    owner,
    fc.option(places(), { nil: null, freq: 3 }),
    at,
    fc.record({
      environment: fc.constantFrom(...ENVIRONMENTS),
      severity: fc.constantFrom('', 'minor', 'major'),
      detectedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
      mitigatedAfter: fc.option(fc.integer({ min: 60, max: 600 }), { nil: null, freq: 4 }),
      method: fc.constantFrom('declared', 'person', 'remediated', 'recent'),
      confidence: fc.constantFrom(...CONFIDENCES),
      number: fc.integer({ min: 1, max: 12 }),
      teamThen: fc.constantFrom('checkout', 'platform'),
      declaredUnrelated: fc.boolean(),
      recentChanceMs: fc.nat(28 * 86_400_000),
      impact: fc.option(
        fc.record({ customers: fc.nat(1000), seconds: fc.nat(10_000), cost: fc.nat(50_000_000), currency: fc.constantFrom('EUR', 'USD') }),
        { nil: null },
      ),
    }),
  )
  return fc.array(one, { maxLength: 12, size: 'max' }).map((list) =>
    list.map(([own, laidAt, anchor, rest], index) => ({
      ...own,
      id: `incident-${index}`,
      environment: rest.environment,
      production: rest.environment !== 'staging',
      regions: laidAt?.regions ?? [],
      trigger: laidAt?.trigger ?? '',
      kind: laidAt?.kind ?? '',
      anchor,
      severity: rest.severity,
      detectedAt: rest.detectedAfter === null ? null : anchor + rest.detectedAfter * MINUTE_MS,
      mitigatedAt: rest.mitigatedAfter === null ? null : anchor + rest.mitigatedAfter * MINUTE_MS + index,
      mitigatedBy: rest.mitigatedAfter === null ? '' : 'mitigated',
      method: laidAt ? rest.method : 'unrelated',
      confidence: laidAt ? rest.confidence : 0,
      deployments: laidAt ? [rest.number <= 4 ? `run-${rest.number}` : `run-${rest.number} (recent try)`] : [],
      attributedService: laidAt?.service ?? '',
      attributedTeam: laidAt?.team ?? '',
      attributedTier: laidAt?.tier ?? '',
      teamThen: rest.teamThen,
      attributedTeamThen: laidAt ? rest.teamThen : '',
      attributedEnvironment: laidAt?.environment ?? '',
      declaredUnrelated: laidAt === null && rest.declaredUnrelated,
      recentChanceMs: rest.recentChanceMs,
      impact: rest.impact,
    })),
  )
}

function approvals(at: fc.Arbitrary<number>): fc.Arbitrary<Approval[]> {
  const one = fc.record({
    own: owner,
    environment: fc.constantFrom(...ENVIRONMENTS),
    teamThen: fc.constantFrom('checkout', 'platform'),
    group: fc.constantFrom('', 'sre', 'security'),
    risk: fc.constantFrom('', 'high'),
    requestedAt: fc.option(at, { nil: null, freq: 6 }),
    waits: fc.option(fc.integer({ min: -60_000, max: 400_000_000 }), { nil: null, freq: 4 }),
    decidedAt: at,
    decision: fc.constantFrom('granted', 'denied'),
    automated: fc.boolean(),
    withdrawnAfter: fc.option(duration, { nil: null, freq: 2 }),
  })
  return fc.array(one, { maxLength: 12, size: 'max' }).map((list) =>
    list.map(({ own, requestedAt, waits, withdrawnAfter, decidedAt, decision, automated, ...rest }, index) => {
      const decided = requestedAt === null ? decidedAt : waits === null ? null : requestedAt + waits
      return {
        ...own,
        ...rest,
        id: `approval-${index}`,
        production: rest.environment !== 'staging',
        requestedAt,
        decidedAt: decided,
        withdrawnAt: decided !== null || requestedAt === null || withdrawnAfter === null ? null : requestedAt + withdrawnAfter,
        decision: decided === null ? '' : decision,
        automated: decided !== null && automated,
      }
    }),
  )
}

/** Facts of three services around an instant. Each service was first heard of before its first fact, or some time at all. */
export function arbitraryFacts(centre: number, reachMs: number): fc.Arbitrary<Facts> {
  const at = instantsAround(centre, reachMs)
  return fc
    .tuple(
      deployments(at),
      incidents(at),
      fc.array(fc.array(changeSeed, { maxLength: 4, size: 'max' }), { minLength: 25, maxLength: 25 }),
      fc.array(at, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
      approvals(at),
    )
    .map(([made, laid, seeds, firsts, known, asked]) => {
      const own = (service: string) => made.filter((deployment) => deployment.service === service).map(({ anchor }) => anchor)
      const named = (service: string) =>
        laid.filter((incident) => incident.service === service || incident.attributedService === service).map(({ anchor }) => anchor)
      const services = SERVICES.map(({ service, team }, index) => ({
        service,
        team,
        firstEventAt: Math.min(firsts[index] as number, ...own(service), ...named(service)),
      }))
      const carried = made.filter(({ outcome, kind }) => outcome === 'succeeded' && (kind === 'change' || kind === 'hotfix'))
      return {
        services: services.filter(({ service }, index) => index < known || own(service).length + named(service).length > 0),
        deployments: made,
        changes: carried.flatMap((deployment, index) => changesOf(deployment, seeds[index] ?? [])),
        incidents: laid,
        approvals: asked,
      }
    })
}
