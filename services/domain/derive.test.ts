import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

function derive(events: CanonicalEvent[]) {
  return deriveService('checkout', events, defaultRules)
}

function deployments(events: CanonicalEvent[]) {
  return Object.fromEntries(derive(events).deployments.map((deployment) => [deployment.id, deployment]))
}

/** One rollout an hour from 08:00, ids d1, d2, …; a version may be followed by an outcome: `V2 failed`. */
function history(...versions: string[]): CanonicalEvent[] {
  return versions.flatMap((text, index) => {
    const [version, outcome = 'succeeded'] = text.split(' ')
    const hour = String(8 + index).padStart(2, '0')
    return rollout(`${hour}:00:00`, `${hour}:10:00`, { deployment: `d${index + 1}`, version, outcome })
  })
}

function kinds(...versions: string[]): string[] {
  return derive(history(...versions)).deployments.map((deployment) => deployment.kind)
}

describe('kinds from versions', () => {
  it.each([
    [
      ['V1', 'V2', 'V3', 'V1'],
      ['change', 'change', 'change', 'rollback'],
    ],
    [
      ['V1', 'V1'],
      ['change', 'redeploy'],
    ],
    [
      ['V1', 'V2 failed', 'V1'],
      ['change', 'change', 'rollback'],
    ],
    [
      ['V1', 'V2', 'V1', 'V2'],
      ['change', 'change', 'rollback', 'change'],
    ],
    [
      ['V1', 'V2 rolled_back', 'V2'],
      ['change', 'change', 'change'],
    ],
    [
      ['V1', 'V2 rolled_back', 'V1'],
      ['change', 'change', 'redeploy'],
    ],
    [
      ['V1', 'V2 cancelled', 'V1'],
      ['change', 'change', 'redeploy'],
    ],
    [
      ['V1', 'V2 failed', 'V2'],
      ['change', 'change', 'change'],
    ],
    [
      ['V1 failed', 'V2', 'V1'],
      ['change', 'change', 'change'],
    ],
  ])('%j gives %j', (versions, expected) => {
    expect(kinds(...versions)).toEqual(expected)
  })

  it('lets a rollback blame what it replaces', () => {
    const { d2, d3, d4 } = deployments(history('V1', 'V2', 'V3', 'V1'))
    expect(d3).toMatchObject({ rolledBackBy: 'd4', failed: true, failureReasons: ['rolled_back_by'], outcome: 'succeeded' })
    expect(d2).toMatchObject({ rolledBackBy: null, failed: false })
    expect(d4).toMatchObject({ blames: 'd3', previousVersion: 'V3', failed: false })
  })

  it('derives kinds in each region', () => {
    const events = [
      ...rollout('08:00:00', '08:10:00', { deployment: 'd1', version: 'V1' }),
      ...rollout('09:00:00', '09:10:00', { deployment: 'd2', version: 'V2', region: 'eu' }),
      ...rollout('10:00:00', '10:10:00', { deployment: 'd3', version: 'V1', region: 'eu' }),
      ...rollout('11:00:00', '11:10:00', { deployment: 'd4', version: 'V1', region: 'us' }),
    ]
    expect(derive(events).deployments.map((deployment) => deployment.kind)).toEqual(['change', 'change', 'rollback', 'redeploy'])
  })

  it('lets a hotfix blame the latest earlier change', () => {
    const { d1, d2 } = deployments([...history('V1'), ...rollout('09:00:00', '09:10:00', { deployment: 'd2', version: 'V2', kind: 'hotfix' })])
    expect(d1).toMatchObject({ failed: true, failureReasons: ['hotfix'], needsHotfixBy: 'd2' })
    expect(d2).toMatchObject({ kind: 'hotfix', blames: 'd1', failed: false })
  })
})

describe('one rollout', () => {
  it('over several regions starts with the first and ends with the last', () => {
    const at = (region: string, start: string, finish: string, outcome = 'succeeded') =>
      rollout(start, finish, { deployment: 'd1', version: 'V1', region, outcome })
    const { d1 } = deployments([...at('eu', '08:00:00', '08:10:00'), ...at('us', '08:05:00', '08:30:00')])
    expect(d1).toMatchObject({
      regions: ['eu', 'us'],
      outcome: 'succeeded',
      startedAt: Date.UTC(2026, 10, 2, 8),
      finishedAt: Date.UTC(2026, 10, 2, 8, 30),
      contradictions: [],
    })
    const failed = deployments([...at('eu', '08:00:00', '08:10:00'), ...at('us', '08:05:00', '08:30:00', 'failed')])
    expect(failed.d1?.outcome).toBe('failed')
  })

  it('seen by two sources is one, with its parts', () => {
    const events = [
      ...rollout('08:00:00', '08:10:00', { deployment: 'run-1', version: 'V1', url: 'https://ci.example/1' }, { source: 'ci' }),
      ...rollout('08:03:00', '08:09:00', { deployment: 'argo-1', version: 'V1', artifactDigest: 'sha256:aa' }, { source: 'argo' }),
    ]
    const { deployments } = derive(events)
    expect(deployments).toHaveLength(1)
    expect(deployments[0]).toMatchObject({
      id: 'run-1',
      artifactDigest: 'sha256:aa',
      startedAt: Date.UTC(2026, 10, 2, 8),
      finishedAt: Date.UTC(2026, 10, 2, 8, 10),
    })
    expect(deployments[0]?.parts).toEqual([
      { source: 'ci', deployment: 'run-1' },
      { source: 'argo', deployment: 'argo-1' },
    ])
  })

  it('of the same version twice by one source is two', () => {
    expect(derive(history('V1', 'V1')).deployments).toHaveLength(2)
  })

  it('takes a correction by revision, and lists two outcomes at one revision as a contradiction', () => {
    const failed = event('deployment.finished', '08:10:00', { deployment: 'd1', service: 'checkout', environment: 'production', outcome: 'failed' })
    const later = event('deployment.finished', '08:20:00', { deployment: 'd1', service: 'checkout', environment: 'production', outcome: 'succeeded' })
    expect(deployments([failed, later]).d1).toMatchObject({
      outcome: 'succeeded',
      contradictions: [{ field: 'outcome', kept: 'succeeded', dropped: 'failed' }],
    })
    const corrected = event(
      'deployment.finished',
      '08:05:00',
      { deployment: 'd1', service: 'checkout', environment: 'production', outcome: 'cancelled' },
      { revision: 1 },
    )
    expect(deployments([failed, later, corrected]).d1).toMatchObject({
      outcome: 'cancelled',
      finishedAt: Date.UTC(2026, 10, 2, 8, 5),
      contradictions: [],
    })
  })
})

describe('attribution', () => {
  const base = history('V1', 'V2')
  const incidentOf = (fields: Record<string, unknown>, at = '09:34:00') => {
    const facts = derive([...base, event('incident.detected', at, { incident: 'i1', service: 'checkout', ...fields })])
    return facts.incidents[0]
  }

  it('is recent: 0.6 at once, 0.5 after a day, none beyond', () => {
    expect(incidentOf({}, '09:10:00')?.attributions).toMatchObject([{ deployment: 'd2', method: 'recent', confidence: 0.6 }])
    expect(incidentOf({}, '2026-11-03T09:10:00Z')?.attributions[0]?.confidence).toBeCloseTo(0.5, 12)
    expect(incidentOf({}, '2026-11-03T09:10:01Z')?.attributions).toEqual([])
  })

  it('believes what the incident declares', () => {
    expect(incidentOf({ deployment: 'd1' })?.attributions).toMatchObject([{ deployment: 'd1', method: 'declared', confidence: 1 }])
    expect(incidentOf({ version: 'V1' })?.attributions).toMatchObject([{ deployment: 'd1', method: 'declared' }])
    expect(incidentOf({ cause: 'unrelated' })?.attributions).toEqual([])
  })

  it('follows the mitigation to what it replaced, and dates the end by it', () => {
    const events = [
      ...history('V1', 'V2', 'V1'),
      event('incident.detected', '09:20:00', { incident: 'i1', service: 'checkout' }),
      event('incident.resolved', '12:00:00', { incident: 'i1', mitigation: { kind: 'rollback', deployment: 'd3' } }),
    ]
    const facts = derive(events)
    expect(facts.incidents[0]).toMatchObject({
      mitigatedBy: 'remedied_by_deployment',
      mitigatedAt: Date.UTC(2026, 10, 2, 10, 10),
      status: 'resolved',
    })
    expect(facts.incidents[0]?.attributions).toMatchObject([{ deployment: 'd2', method: 'remediated', confidence: 0.95 }])
    expect(facts.deployments[1]?.failureReasons).toEqual(['rolled_back_by', 'incident'])
  })

  it('lets a person overrule', () => {
    const correction = event('fact.corrected', '11:00:00', { kind: 'incident', id: 'i1', fields: { attribution: 'unrelated' }, reason: 'network' })
    const facts = derive([...base, event('incident.detected', '09:20:00', { incident: 'i1', service: 'checkout' }), correction])
    expect(facts.incidents[0]?.attributions).toEqual([])
  })

  it('does not blame this service for an incident that names none', () => {
    const facts = derive([...base, event('incident.detected', '09:20:00', { incident: 'i1' })])
    expect(facts.incidents).toEqual([])
  })
})

describe('changes', () => {
  const repository = 'github.com/acme/checkout'
  const commit = (sha: string, at: string, parents: string[] = []) =>
    event('change.committed', at, { repository, sha, committedAt: `2026-11-02T${at}Z`, parents })
  const deploy = (id: string, at: string, sha: string, fields: Record<string, unknown> = {}) =>
    rollout(`${at}:00`, `${at}:30`, { deployment: id, version: id, commit: sha, repository, ...fields })

  it('are those reachable from this commit and not from one deployed before', () => {
    const facts = derive([
      commit('a1', '07:00:00'),
      commit('b1', '08:10:00', ['a1']),
      commit('c1', '08:20:00', ['a1']),
      commit('m1', '08:30:00', ['b1', 'c1']),
      ...deploy('d1', '08:00', 'a1'),
      ...deploy('d2', '09:00', 'm1'),
    ])
    const rows = facts.deployedChanges.map((row) => [row.deployment, row.change.sha, row.state, row.leadTimeMs / 60_000, row.clusterSize])
    expect(rows).toEqual([
      ['d1', 'a1', 'no_baseline', 60.5, 0],
      ['d2', 'b1', 'counted', 50.5, 2],
      ['d2', 'c1', 'counted', 40.5, 2],
      ['d2', 'm1', 'merge_commit', 30.5, 2],
    ])
  })

  it('of a failed rollout count for the next that succeeds', () => {
    const facts = derive([
      commit('a1', '07:00:00'),
      commit('b1', '08:10:00', ['a1']),
      commit('c1', '09:10:00', ['b1']),
      ...deploy('d1', '08:00', 'a1'),
      ...deploy('d2', '09:00', 'b1', { outcome: 'failed' }),
      ...deploy('d3', '10:00', 'c1'),
    ])
    expect(facts.deployedChanges.filter((row) => row.deployment === 'd3').map((row) => row.change.sha)).toEqual(['b1', 'c1'])
  })

  it('without parents are those of the branch since the last one deployed', () => {
    const pushed = (sha: string, at: string) => event('change.committed', at, { repository, sha, committedAt: `2026-11-02T${at}Z`, branch: 'main' })
    const facts = derive([
      pushed('a1', '07:00:00'),
      pushed('b1', '08:10:00'),
      pushed('c1', '08:20:00'),
      ...deploy('d1', '08:00', 'a1'),
      ...deploy('d2', '09:00', 'c1'),
    ])
    expect(facts.deployedChanges.filter((row) => row.deployment === 'd2').map((row) => row.change.sha)).toEqual(['b1', 'c1'])
  })

  it('are filtered by the paths of a mono-repo', () => {
    const facts = derive([
      event('service.declared', '06:00:00', { service: 'checkout', paths: ['services/checkout'] }),
      commit('a1', '07:00:00'),
      event('change.committed', '08:10:00', {
        repository,
        sha: 'b1',
        committedAt: '2026-11-02T08:10:00Z',
        parents: ['a1'],
        files: ['services/search/x.ts'],
      }),
      event('change.committed', '08:20:00', {
        repository,
        sha: 'c1',
        committedAt: '2026-11-02T08:20:00Z',
        parents: ['b1'],
        files: ['services/checkout/x.ts'],
      }),
      ...deploy('d1', '08:00', 'a1'),
      ...deploy('d2', '09:00', 'c1'),
    ])
    expect(facts.deployedChanges.filter((row) => row.deployment === 'd2').map((row) => row.state)).toEqual(['path_filtered', 'counted'])
  })

  it('are split into stages that sum to the lead time', () => {
    const facts = derive([
      ...deploy('d1', '08:00', 'a1'),
      event('change.committed', '08:10:00', {
        repository,
        sha: 'b1',
        committedAt: '2026-11-02T08:10:00Z',
        parents: ['a1'],
        pullRequest: { openedAt: '2026-11-02T08:15:00Z', approvedAt: '2026-11-02T08:25:00Z', mergedAt: '2026-11-02T08:30:00Z' },
      }),
      event('artifact.published', '08:40:00', { digest: 'sha256:bb' }),
      ...deploy('d2', '09:00', 'b1', { artifactDigest: 'sha256:bb' }),
    ])
    const [row] = facts.deployedChanges.filter((change) => change.deployment === 'd2')
    const minutes = Object.fromEntries(Object.entries(row?.stages ?? {}).map(([stage, ms]) => [stage, ms / 60_000]))
    expect(minutes).toEqual({ coding: 5, review: 10, mergeWait: 5, build: 10, approvalWait: 0, deployWait: 20, rollout: 0.5 })
    expect(row?.knownStages).toEqual(['coding', 'review', 'mergeWait', 'build', 'rollout'])
  })
})

describe('order and repetition', () => {
  const outcomes = ['succeeded', 'succeeded', 'failed', 'rolled_back', 'cancelled', 'running']
  const step = fc.record({
    version: fc.integer({ min: 1, max: 4 }),
    outcome: fc.constantFrom(...outcomes),
    region: fc.constantFrom(undefined, undefined, 'eu', 'us'),
    source: fc.constantFrom('ci', 'argo'),
    minute: fc.integer({ min: 0, max: 600 }),
    minutes: fc.integer({ min: 0, max: 30 }),
    incident: fc.option(
      fc.record({
        after: fc.integer({ min: 0, max: 90 }),
        cause: fc.constantFrom(undefined, 'unrelated'),
        mitigatedAfter: fc.option(fc.integer({ min: 1, max: 90 })),
      }),
    ),
  })

  function eventsOf(steps: Array<typeof step extends fc.Arbitrary<infer T> ? T : never>): CanonicalEvent[] {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 2) + minute * 60_000).toISOString()
    return steps.flatMap((s, index) => {
      const fields = { deployment: `d${index}`, version: `V${s.version}`, outcome: s.outcome, ...(s.region ? { region: s.region } : {}) }
      const own = rollout(at(s.minute), at(s.minute + s.minutes), fields, { source: s.source })
      if (!s.incident) return own
      const data = { incident: `i${index}`, service: 'checkout', ...(s.incident.cause ? { cause: s.incident.cause } : {}) }
      own.push(event('incident.detected', at(s.minute + s.incident.after), data))
      if (s.incident.mitigatedAfter !== null)
        own.push(event('incident.mitigated', at(s.minute + s.incident.after + s.incident.mitigatedAfter), { incident: `i${index}` }))
      return own
    })
  }

  it('do not matter, to the bit', () => {
    const property = fc.property(fc.array(step, { maxLength: 12 }), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (steps, keys) => {
      const events = eventsOf(steps)
      const repeated = [...events, ...events.filter((_, index) => (keys[index % keys.length] ?? 0) % 3 === 0)]
      const shuffled = repeated
        .map((item, index) => ({ item, key: keys[(index * 7) % keys.length] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item)
      expect(JSON.stringify(derive(shuffled))).toBe(JSON.stringify(derive(events)))
    })
    fc.assert(property, { numRuns: 500, seed: 20261102 })
  })
})
