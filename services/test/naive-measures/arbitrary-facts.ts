import fc from 'fast-check'
import type { Change, Deployment, Facts, Incident, Place } from './facts.js'

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
const failureReasons = fc.subarray(['outcome', 'rolled_back_by', 'hotfix', 'incident'])
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

function deployments(at: fc.Arbitrary<number>): fc.Arbitrary<Deployment[]> {
  const one = fc
    .tuple(places(), at, fc.integer({ min: 1, max: 4 }), fc.constantFrom(...OUTCOMES), failureReasons, fc.constantFrom(...CONFIDENCES))
    .map(([place, anchor, number, outcome, reasons, confidence]) => ({
      ...place,
      // The same run may deploy several services, so an id is one of its service and environment only.
      id: `run-${number}`,
      anchor,
      outcome,
      failureReasons: reasons,
      incidentConfidence: reasons.includes('incident') ? confidence : 0,
    }))
  return fc.uniqueArray(one, { maxLength: 25, size: 'max', selector: ({ service, environment, id }) => `${service} ${environment} ${id}` })
}

const changeSeed = fc.record({
  state: fc.constantFrom(...CHANGE_STATES),
  stages: fc.array(duration, { minLength: 7, maxLength: 7 }),
  authoredEarlier: fc.integer({ min: -25_000_000, max: 4_000_000 }),
  skewed: fc.integer({ min: 0, max: 5 }).map((digit) => digit === 0),
})

function changesOf(deployment: Deployment, seeds: readonly (typeof changeSeed extends fc.Arbitrary<infer T> ? T : never)[]): Change[] {
  const changes = seeds.map(({ state, stages, authoredEarlier, skewed }, index) => {
    const known = state !== 'no_commit_time'
    const negative = known && skewed && (state === 'counted' || state === 'no_baseline')
    const total = stages.reduce((sum, stage) => sum + stage, 0)
    const leadTimeMs = !known ? 0 : negative ? -total - 1 : total
    return {
      ...deployment,
      deployment: deployment.id,
      sha: String(index).padStart(40, '0'),
      state: negative && state === 'counted' ? 'clock_skew' : state,
      leadTimeMs,
      // A commit that was authored after it was committed has a clock that is wrong.
      authoredLeadTimeMs: known && !negative ? leadTimeMs + authoredEarlier : leadTimeMs,
      clusterSize: 0,
      stages: known && !negative ? stages : stages.map(() => 0),
    }
  })
  const clusterSize = changes.filter(({ state }) => state === 'counted').length
  return changes.map((change) => ({ ...change, clusterSize }))
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
      deployments: laidAt ? [`run-${rest.number} (recent try)`] : [],
      attributedService: laidAt?.service ?? '',
      attributedTeam: laidAt?.team ?? '',
    })),
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
    )
    .map(([made, laid, seeds, firsts, known]) => {
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
      }
    })
}
