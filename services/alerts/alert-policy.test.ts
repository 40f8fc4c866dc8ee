import { describe, expect, it } from 'vitest'
import type { Condition } from './condition.js'
import type { AlertCondition, WholeAlertPolicy } from '../slo/alert-policy.js'
import {
  alerts,
  dataSource,
  declareExperiment,
  found,
  later,
  look,
  messages,
  minutes,
  open,
  outcomes,
  route,
  send,
  slo,
  told,
  useAlerting,
} from '../test/alerting.js'

useAlerting()

type Given = Partial<Omit<WholeAlertPolicy, 'condition'>> & { condition?: Partial<AlertCondition> }

/** Ten times as fast as allowed over an hour, for five minutes, is a page. */
function policy({ condition, ...more }: Given = {}): WholeAlertPolicy {
  const unnamed = { displayName: '', description: '' }
  return {
    name: 'fast',
    ...unnamed,
    whenBreaching: true,
    whenResolved: true,
    whenNoData: false,
    condition: { name: 'c', ...unnamed, severity: 'page', threshold: 10, lookbackSeconds: 3_600, alertAfterSeconds: 300, ...condition },
    targets: [],
    ...more,
  }
}

const answers = slo('cart answers', { alertPolicies: ['fast'] })
const steady = async (bad: number, count = 60) => await minutes(Array.from({ length: count }, () => bad))

async function pass(minutesGone: number, bad: number, policies: WholeAlertPolicy[], objective = answers): Promise<void> {
  later(minutesGone)
  await steady(bad, minutesGone)
  await look([objective], policies)
}

describe('an alert policy', () => {
  it('is told once it lasts as long as the policy says, once while it lasts, and once when it is over', async () => {
    await route('pager')
    const policies = [policy()]
    await steady(11)
    await look([answers], policies)
    expect((await alerts()).map(({ rule, state }) => [rule, state])).toEqual([['alert_policy', 'pending']])
    await pass(4, 11, policies)
    expect(await found()).toEqual([])
    await pass(1, 11, policies)
    await pass(1, 11, policies)
    expect(await found()).toEqual(['page alert_policy burning'])
    // 11 of each 100 are bad, where 1 is allowed.
    const [alert] = await alerts()
    expect((alert?.condition as Condition).summary).toBe(
      'cart: availability burned 11.0 times as fast as allowed over 1 h (the policy fast allows 10).',
    )
    await pass(60, 0, policies)
    await pass(1, 0, policies)
    await send()
    expect(told()).toEqual(['/pager alert.firing', '/pager alert.resolved'])
  })

  it('that is over before its time is up tells nobody', async () => {
    await route('pager')
    const policies = [policy()]
    await steady(11)
    await look([answers], policies)
    // 11 % for 50 minutes and nothing for ten are 9.2 times as fast.
    await pass(10, 0, policies)
    await pass(2, 40, policies)
    expect((await alerts()).map(({ state }) => state)).toEqual(['pending'])
    expect(await messages()).toEqual([])
  })

  it('does not go by burning of exactly its threshold, and goes by a handful of events if they are all there are', async () => {
    const policies = [policy({ condition: { alertAfterSeconds: 0 } })]
    await steady(10)
    await look([answers], policies)
    expect(await alerts()).toEqual([])
    later(120)
    // 6 of 50 are bad: 12 times as fast.
    await minutes([...Array.from({ length: 59 }, () => 0), 0])
    await look([answers], policies)
    expect(await alerts()).toEqual([])
    later(120)
    await minutes([12])
    await look([answers], policies)
    expect(await found()).toEqual(['page alert_policy burning'])
  })

  it('stands in place of the burn rules, for its own objective alone', async () => {
    await steady(50)
    await look([answers, slo('cart by the rules')], [policy({ condition: { threshold: 60, alertAfterSeconds: 0 } })])
    expect((await alerts()).map(({ rule, key }) => [rule, key.split('/')[1]])).toEqual([['burn_rate', 'cart by the rules']])
  })

  it('tells that there is no data, if it says so', async () => {
    await steady(0)
    later(61)
    const silent = policy({ name: 'silent', whenNoData: true, condition: { alertAfterSeconds: 0 } })
    await look([slo('told', { alertPolicies: ['silent'] }), slo('untold', { alertPolicies: ['fast'] })], [silent, policy()])
    const ofPolicies = (await alerts()).filter(({ rule }) => rule === 'alert_policy')
    expect(ofPolicies.map(({ state, condition }) => [state, (condition as Condition).slo])).toEqual([['firing', 'told']])
  })

  it('that is not for breaches does not tell of them', async () => {
    await steady(50)
    await look([answers], [policy({ whenBreaching: false, condition: { alertAfterSeconds: 0 } })])
    expect(await alerts()).toEqual([])
  })

  it('may keep to itself that it is over', async () => {
    await route('pager')
    const policies = [policy({ whenResolved: false, condition: { alertAfterSeconds: 0 } })]
    await steady(50)
    await look([answers], policies)
    await pass(60, 0, policies)
    await pass(1, 0, policies)
    expect((await alerts()).map(({ state }) => state)).toEqual(['resolved'])
    await send()
    expect(told()).toEqual(['/pager alert.firing'])
  })

  it('is suppressed in an experiment, unless it burns twice as fast as its threshold', async () => {
    await route('pager')
    await declareExperiment()
    const policies = [policy({ condition: { alertAfterSeconds: 0 } })]
    await steady(19)
    await look([answers], policies)
    expect(await outcomes()).toEqual(['suppressed: an experiment is declared: a game day'])
    await dataSource().query('TRUNCATE alert_messages, alerts')
    await declareExperiment()
    await pass(60, 21, policies)
    expect((await messages()).map(({ state }) => state)).toEqual(['pending'])
  })
})

describe('who is named by a policy', () => {
  const fired = async (...targets: { name: string; kind: string }[]) => {
    await open('ticket', 'k', { targets })
    await send()
    return told()
      .map((line) => line.split(' ')[0])
      .sort()
  }

  it('is told by the route of that name, whatever else that route takes, and nobody else is', async () => {
    await route('on-call', { severities: ['page'], teams: ['another'] })
    await route('everybody')
    expect(await fired({ name: 'on-call', kind: 'pagerduty' })).toEqual(['/on-call'])
  })

  it('is told by all routes of the kind where no route has the name', async () => {
    await route('one')
    await route('two', { severities: ['page'] })
    expect(await fired({ name: 'nobody', kind: 'Webhook' })).toEqual(['/one', '/two'])
  })

  it('but is nowhere to be found leaves it to the routes that take such alerts', async () => {
    await route('one')
    await route('pages', { severities: ['page'] })
    expect(await fired({ name: 'nobody', kind: 'carrier pigeon' })).toEqual(['/one'])
  })

  it('is not told by a route that is switched off', async () => {
    await route('on-call', { enabled: false })
    await route('everybody')
    expect(await fired({ name: 'on-call', kind: 'webhook' })).toEqual([])
  })

  it('is told through the routes of all who are named, once each', async () => {
    await route('one')
    await route('two')
    await route('three')
    expect(await fired({ name: 'two', kind: '' }, { name: 'one', kind: '' }, { name: 'two', kind: '' })).toEqual(['/one', '/two'])
  })
})
