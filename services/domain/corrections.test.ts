import { describe, expect, it } from 'vitest'
import { shuffled, randomFrom } from '../../seed/random.js'
import { event, rollout } from '../test/event-builders.js'
import { deriveService } from './derive.js'
import type { CanonicalEvent } from './event.js'
import { defaultRules } from './facts.js'

function correct(time: string, kind: string, id: string, fields: object, about: object = {}): CanonicalEvent {
  return event('fact.corrected', time, { kind, id, fields, reason: 'seen in the postmortem', by: 'author-1@example.invalid', ...about })
}

function derive(events: readonly CanonicalEvent[], service = 'checkout') {
  const facts = deriveService(service, events, defaultRules)
  for (const seed of [1, 2, 3]) {
    expect(deriveService(service, shuffled(randomFrom(seed), [...events, ...events]), defaultRules)).toEqual(facts)
  }
  return facts
}

describe('a deployment', () => {
  const story = rollout('09:00:00', '09:10:00', { deployment: 'd-1', version: '1.0.0' })

  it('has the outcome, the kind and the times that a person gives it, whatever senders say later', () => {
    const late = event(
      'deployment.finished',
      '09:20:00',
      { deployment: 'd-1', service: 'checkout', environment: 'production', outcome: 'succeeded' },
      { revision: 9 },
    )
    const fields = { outcome: 'failed', kind: 'hotfix', startedAt: '2026-11-02T08:30:00Z' }
    const [deployment] = derive([...story, late, correct('10:00:00', 'deployment', 'd-1', fields)]).deployments
    expect([deployment?.outcome, deployment?.kind, deployment?.kindReason]).toEqual(['failed', 'hotfix', 'declared'])
    expect(deployment?.startedAt).toBe(Date.parse('2026-11-02T08:30:00Z'))
    expect(deployment?.corrected).toEqual(['kind', 'outcome', 'startedAt'])
  })

  it('has again what its senders say once the field is given back', () => {
    const events = [
      ...story,
      correct('10:00:00', 'deployment', 'd-1', { outcome: 'failed', kind: 'hotfix' }),
      correct('11:00:00', 'deployment', 'd-1', { outcome: null }),
    ]
    const [deployment] = derive(events).deployments
    expect([deployment?.outcome, deployment?.kind, deployment?.corrected]).toEqual(['succeeded', 'hotfix', ['kind']])
  })

  it('of another environment with the same id stays as it is, if the correction says which one it is about', () => {
    const staging = rollout('08:00:00', '08:10:00', { deployment: 'd-1', version: '1.0.0', environment: 'staging' })
    const corrected = derive([...story, ...staging, correct('10:00:00', 'deployment', 'd-1', { outcome: 'failed' }, { environment: 'staging' })])
    expect(corrected.deployments.map(({ environment, outcome }) => [environment, outcome])).toEqual([
      ['staging', 'failed'],
      ['production', 'succeeded'],
    ])
  })

  it('that two sources report is one or two as a person says', () => {
    const twice = [...story, ...rollout('09:01:00', '09:11:00', { deployment: 'run-7', version: '1.0.0' }, { source: 'argo' })]
    expect(derive(twice).deployments).toHaveLength(1)
    expect(derive([...twice, correct('10:00:00', 'deployment', 'run-7', { apart: true })]).deployments).toHaveLength(2)
    const unlike = [...story, ...rollout('15:00:00', '15:10:00', { deployment: 'run-8', version: 'build-8' }, { source: 'argo' })]
    expect(derive(unlike).deployments).toHaveLength(2)
    const joined = derive([...unlike, correct('16:00:00', 'deployment', 'run-8', { mergeWith: 'd-1' })]).deployments
    expect(joined.map(({ parts }) => parts.map(({ deployment }) => deployment))).toEqual([['d-1', 'run-8']])
  })

  describe('that several sources report', () => {
    const reports = [
      ...rollout('09:00:00', '09:10:00', { deployment: 's1', version: '1.0.0' }, { source: 'ci' }),
      ...rollout('09:02:00', '09:11:00', { deployment: 's2', version: '1.0.0' }, { source: 'argo' }),
      ...rollout('09:03:00', '09:12:00', { deployment: 's3', version: '1.0.0' }, { source: 'github' }),
    ]
    const corrected = (id: string, fields: object) => derive([...reports, correct('10:00:00', 'deployment', id, fields)]).deployments

    it('has what a person says of it under any of its names, and its id', () => {
      for (const id of ['s1', 's2', 's3']) {
        const fields = { outcome: 'failed', startedAt: '2026-11-02T02:00:00Z', finishedAt: '2026-11-02T09:30:00Z', version: '2.0.0', kind: 'hotfix' }
        const [one, ...others] = corrected(id, fields)
        expect([one?.id, one?.outcome, one?.version, one?.kind, others]).toEqual(['s1', 'failed', '2.0.0', 'hotfix', []])
        expect([one?.startedAt, one?.finishedAt]).toEqual([Date.parse('2026-11-02T02:00:00Z'), Date.parse('2026-11-02T09:30:00Z')])
        expect([one?.contradictions, one?.corrected]).toEqual([[], ['finishedAt', 'kind', 'outcome', 'startedAt', 'version']])
      }
    })

    it('keeps its id when it is said to have started later', () => {
      expect(corrected('s1', { startedAt: '2026-11-02T09:05:00Z' }).map(({ id }) => id)).toEqual(['s1'])
    })

    it('is joined with all that a person joins it with, in whatever order', () => {
      const alone = ['m1', 'm2', 'm3'].flatMap((deployment, hour) =>
        rollout(`1${hour}:00:00`, `1${hour}:10:00`, { deployment, version: `build-${deployment}` }, { source: deployment }),
      )
      const join = (id: string, mergeWith: string) => correct('20:00:00', 'deployment', id, { mergeWith })
      const partsOf = (...joins: CanonicalEvent[]) =>
        derive([...alone, ...joins]).deployments.map(({ parts }) => parts.map(({ deployment }) => deployment))
      expect(partsOf(join('m1', 'm3'), join('m2', 'm3'))).toEqual([['m1', 'm2', 'm3']])
      expect(partsOf(join('m3', 'm1'), join('m3', 'm2'))).toEqual([['m1'], ['m2', 'm3']])
      expect(partsOf(join('m1', 'm2'), join('m2', 'm3'))).toEqual([['m1', 'm2', 'm3']])
      expect(partsOf(join('m3', 'm2'), join('m2', 'm1'))).toEqual([['m1', 'm2', 'm3']])
    })
  })
})

describe('an incident', () => {
  const deployments = [
    ...rollout('08:00:00', '08:10:00', { deployment: 'd-1', version: '1.0.0' }),
    ...rollout('09:00:00', '09:10:00', { deployment: 'd-2', version: '2.0.0' }),
  ]
  const incident = event('incident.detected', '09:30:00', { incident: 'i-1', service: 'checkout' })
  const blamed = (events: readonly CanonicalEvent[]) =>
    derive(events).incidents[0]?.attributions.map(({ deployment, method }) => [deployment, method])

  it('is laid where a person says, at nothing if they say so, and by the rules again once that is given back', () => {
    const told = [...deployments, incident]
    expect(blamed(told)).toEqual([['d-2', 'recent']])
    const person = [...told, correct('10:00:00', 'incident', 'i-1', { attribution: 'd-1' })]
    expect(blamed(person)).toEqual([['d-1', 'person']])
    const unrelated = [...person, correct('11:00:00', 'incident', 'i-1', { attribution: 'unrelated' })]
    expect(blamed(unrelated)).toEqual([])
    expect(blamed([...unrelated, correct('12:00:00', 'incident', 'i-1', { attribution: null })])).toEqual([['d-2', 'recent']])
  })

  it('is laid at the rollout of a release to its own environment that had begun before it', () => {
    const told = [
      ...deployments,
      ...rollout('09:15:00', '09:20:00', { deployment: 's-1', version: '1.0.0', environment: 'staging' }),
      ...rollout('09:16:00', '09:21:00', { deployment: 's-3', version: '3.0.0', environment: 'staging' }),
      ...rollout('11:00:00', '11:10:00', { deployment: 'd-3', version: '1.0.0' }),
      ...rollout('12:00:00', '12:10:00', { deployment: 'd-4', version: '4.0.0' }),
    ]
    const laid = (attribution: string, environment?: string) => {
      const broken = event('incident.detected', '09:30:00', { incident: 'i-1', service: 'checkout', environment })
      const [fact] = derive([...told, broken, correct('13:00:00', 'incident', 'i-1', { attribution })]).incidents
      return [fact?.attributions.map(({ deployment }) => deployment), fact?.attributionReason]
    }
    expect(laid('checkout@1.0.0')).toEqual([['d-1'], 'set by a person'])
    expect(laid('checkout@1.0.0', 'staging')).toEqual([['s-1'], 'set by a person'])
    expect(laid('checkout@4.0.0')).toEqual([['d-4'], 'set by a person, though no rollout of checkout@4.0.0 to production began before it'])
    expect(laid('checkout@3.0.0')).toEqual([[], 'a person laid it at checkout@3.0.0, of which there is no rollout to production'])
  })

  describe('of one service that has to do with a deployment of another', () => {
    const broken = (fields: object) =>
      event('incident.detected', '09:30:00', { incident: 'i-1', service: 'storefront', ...fields }, { source: 'pager' })

    it('is laid there by a person, for both services, unless its own has one of that name', () => {
      const told = [...deployments, broken({}), correct('10:00:00', 'incident', 'i-1', { attribution: 'd-1' })]
      const [fact] = derive(told, 'storefront').incidents
      expect(fact?.attributions).toMatchObject([{ deployment: 'd-1', service: 'checkout', method: 'person' }])
      expect(derive(told, 'checkout').incidents).toEqual([])
      expect(derive(told, 'checkout').deployments.map(({ id, failureReasons }) => [id, failureReasons])).toEqual([
        ['d-1', ['incident']],
        ['d-2', []],
      ])
      const own = [...told, ...rollout('07:00:00', '07:10:00', { deployment: 'd-1', service: 'storefront' })]
      expect(derive(own, 'storefront').incidents[0]?.attributions).toMatchObject([{ deployment: 'd-1', service: 'storefront' }])
      expect(derive(own, 'checkout').deployments.map(({ failed }) => failed)).toEqual([false, false])
    })

    it('says so where its sender names that deployment, as long as no person lays it anywhere', () => {
      const told = [...deployments, broken({ deployment: 'd-1' })]
      const [fact] = derive(told, 'storefront').incidents
      expect(fact?.attributions).toEqual([])
      expect(fact?.contradictions).toEqual([{ field: 'deployment', kept: 'no deployment', dropped: 'd-1', source: 'pager' }])
      const person = correct('10:00:00', 'incident', 'i-1', { attribution: 'd-1' })
      expect(derive([...told, person], 'storefront').incidents[0]?.contradictions).toEqual([])
    })
  })

  it('that several sources report is one once a person joins them, and circles join nothing', () => {
    const issue = event('incident.resolved', '10:30:00', { incident: 'issue-4', service: 'checkout' }, { source: 'tracker' })
    const two = [...deployments, incident, issue]
    expect(derive(two).incidents).toHaveLength(2)
    const joining = correct('11:00:00', 'incident', 'issue-4', { mergeInto: 'i-1' })
    const [one, ...others] = derive([...two, joining]).incidents
    expect([one?.id, one?.status, one?.resolvedAt, others]).toEqual(['i-1', 'resolved', Date.parse('2026-11-02T10:30:00Z'), []])
    expect(derive([...two, joining, correct('11:10:00', 'incident', 'i-1', { mergeInto: 'issue-4' })]).incidents).toHaveLength(2)
  })

  it('joined with one that nobody has told of yet is kept under its own id, until somebody does', () => {
    const told = [...deployments, incident, correct('11:00:00', 'incident', 'i-1', { mergeInto: 'INC-TYPO' })]
    const ids = (events: readonly CanonicalEvent[]) => derive(events).incidents.map(({ id }) => id)
    expect(ids(told)).toEqual(['i-1'])
    expect(ids([...told, event('incident.detected', '12:00:00', { incident: 'INC-TYPO', service: 'checkout' })])).toEqual(['INC-TYPO'])
  })

  it('belongs to the services, and has the impact, that a person says', () => {
    const wrong = event('incident.detected', '09:30:00', { incident: 'i-1', services: ['till', 'cart'], severity: 'minor', impact: { customers: 3 } })
    const fields = { services: ['checkout'], severity: 'major', title: 'Totals are wrong', impact: { customers: 40, minutes: 5 } }
    const told = [...deployments, wrong, correct('10:00:00', 'incident', 'i-1', fields)]
    const [moved] = derive(told).incidents
    expect([moved?.services, moved?.severity, moved?.title, moved?.impact]).toEqual([['checkout'], 'major', 'Totals are wrong', fields.impact])
    expect(moved?.attributions.map(({ deployment }) => deployment)).toEqual(['d-2'])
    expect([derive(told, 'cart').incidents, derive(told, 'till').incidents]).toEqual([[], []])
    const back = [...told, correct('11:00:00', 'incident', 'i-1', { services: null, impact: null })]
    expect([derive(back).incidents, derive(back, 'cart').incidents.map(({ impact }) => impact)]).toEqual([[], [{ customers: 3 }]])
    const renamed = [...told, event('service.declared', '07:00:00', { service: 'shop', aliases: ['checkout'] })]
    expect(derive(renamed, 'shop').incidents.map(({ services }) => services)).toEqual([['shop']])
  })
})

it('an approval has the decision and the times that a person gives it', () => {
  const told = [
    event('approval.requested', '09:00:00', { approval: 'a-1', service: 'checkout', environment: 'production' }),
    event('approval.decided', '10:00:00', {
      approval: 'a-1',
      service: 'checkout',
      environment: 'production',
      decision: 'granted',
      by: 'author-2@example.invalid',
    }),
    correct('11:00:00', 'approval', 'a-1', { decidedAt: '2026-11-02T09:30:00Z', group: 'sre' }),
  ]
  const [approval] = derive(told).approvals
  expect([approval?.decidedAt, approval?.group, approval?.decision]).toEqual([Date.parse('2026-11-02T09:30:00Z'), 'sre', 'granted'])
})

describe('a service that was renamed', () => {
  const before = rollout('08:00:00', '08:10:00', { deployment: 'd-1', version: '1.0.0', service: 'cart' })
  const after = rollout('09:00:00', '09:10:00', { deployment: 'd-2', version: '2.0.0', service: 'checkout' })
  const declared = event('service.declared', '07:00:00', { service: 'checkout', team: 'shop', aliases: ['cart'] })
  const old = event('service.declared', '06:00:00', { service: 'cart', team: 'legacy' })

  it('keeps the history of its old name, which has none of its own', () => {
    const events = [...before, ...after, declared, old]
    const kept = derive(events)
    expect(kept.deployments.map(({ id, service, kindReason }) => [id, service, kindReason])).toEqual([
      ['d-1', 'checkout', 'first deployment here'],
      ['d-2', 'checkout', '2.0.0 replaces 1.0.0'],
    ])
    expect(kept.service.team).toBe('shop')
    const gone = derive(events, 'cart')
    expect([gone.deployments, gone.incidents, gone.service.declared]).toEqual([[], [], false])
  })

  it('is kept with all its history under the name that was given last, also where it had that name before', () => {
    const named = (time: string, service: string, ...aliases: string[]) => event('service.declared', time, { service, aliases })
    const third = rollout('10:00:00', '10:10:00', { deployment: 'd-3', version: '3.0.0', service: 'till' })
    const told = [...before, ...after, ...third]
    const kept = (declarations: readonly CanonicalEvent[]) =>
      Object.fromEntries(['cart', 'checkout', 'till'].map((name) => [name, derive([...told, ...declarations], name).deployments.length]))
    const there = [named('11:00:00', 'checkout', 'cart')]
    const back = [...there, named('12:00:00', 'cart', 'checkout')]
    expect(kept(there)).toEqual({ cart: 0, checkout: 2, till: 1 })
    expect(kept(back)).toEqual({ cart: 2, checkout: 0, till: 1 })
    const on = [...there, named('12:00:00', 'till', 'cart', 'checkout')]
    expect(kept(on)).toEqual({ cart: 0, checkout: 0, till: 3 })
    expect(kept([...on, named('13:00:00', 'cart', 'checkout', 'till')])).toEqual({ cart: 3, checkout: 0, till: 0 })
    expect(kept([...there, named('12:00:00', 'till', 'checkout'), named('13:00:00', 'cart', 'till')])).toEqual({ cart: 3, checkout: 0, till: 0 })
  })

  it('is two services again once the name is taken back', () => {
    const events = [...before, ...after, declared, event('service.declared', '12:00:00', { service: 'checkout', aliases: [] })]
    expect(derive(events, 'cart').deployments).toHaveLength(1)
    expect(derive(events).deployments).toHaveLength(1)
  })
})

describe('a hotfix', () => {
  const running = rollout('08:00:00', '08:10:00', { deployment: 'd-1', version: '1.0.0' })
  const kinds = (fields: Record<string, unknown>, rules = defaultRules, extra: CanonicalEvent[] = []) => {
    const fix = rollout('09:00:00', '09:10:00', { deployment: 'd-2', version: '1.0.1', ...fields })
    const { deployments } = deriveService('checkout', [...running, ...fix, ...extra], rules)
    return deployments.map(({ kind, blames }) => [kind, blames])
  }

  it('is told by a label, the branch of its change or its version, as the workspace sets', () => {
    expect(kinds({})).toEqual([
      ['change', null],
      ['change', null],
    ])
    expect(kinds({ labels: ['Hotfix'] })).toEqual([
      ['change', null],
      ['hotfix', 'd-1'],
    ])
    const rules = { ...defaultRules, hotfix: { labels: [], branches: ['fix/*'], tags: ['*.*.1'] } }
    expect(kinds({}, rules)).toEqual([
      ['change', null],
      ['hotfix', 'd-1'],
    ])
    const commit = { repository: 'github.com/acme/checkout', sha: 'abcdef1', committedAt: '2026-11-02T08:30:00Z', branch: 'fix/total' }
    const byBranch = { ...defaultRules, hotfix: { labels: [], branches: ['fix/*'], tags: [] } }
    expect(kinds({ repository: commit.repository, commit: commit.sha }, byBranch, [event('change.committed', '08:30:00', commit)])).toEqual([
      ['change', null],
      ['hotfix', 'd-1'],
    ])
  })

  it('is none where the sender says otherwise', () => {
    expect(kinds({ labels: ['hotfix'], kind: 'change' })).toEqual([
      ['change', null],
      ['change', null],
    ])
  })
})
