import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKnownAnswers, type KnownAnswers } from '../test/known-answers.js'
import { compareProfiles } from './compare-profiles.js'
import { readEvidence } from './evidence.js'
import { findMeasure } from './index.js'
import { resolveOptions, type OptionsInput } from './options.js'
import { readDifference, type RecordDifference } from './profile-difference.js'
import { runMetrics } from './run-metrics.js'
import { scopeConditions, type Scope } from './scope.js'

let known: KnownAnswers

beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known.close())

type Asked = { scope?: Scope; first?: number; after?: string | null }

function read(key: string, left: string, right: string | OptionsInput, { scope = {}, ...page }: Asked = {}) {
  const { from, to } = known.request([key]).window
  const side = (name: string, given: OptionsInput) => ({ name, context: { scope: scopeConditions(scope), from, to, options: resolveOptions(given) } })
  const given = typeof right === 'string' ? { profile: right } : right
  const of = { measure: findMeasure(key), left: side(left, { profile: left }), right: side(given.profile ?? 'right', given) }
  return readDifference(known.stores.analytics, of, { first: 100, ...page })
}

async function differences(...asked: Parameters<typeof read>): Promise<RecordDifference[]> {
  const { edges, totalCount } = await read(...asked)
  expect(await totalCount()).toBe(edges.length)
  return edges.map(({ node }) => node)
}

const idsOf = (records: readonly RecordDifference[]) => records.map(({ id }) => id)

describe('the records on which two profiles differ', () => {
  it.each([
    ['deployment_frequency', 'default', 'gitlab', []],
    ['change_failure_rate', 'default', 'default', []],
    // Four Keys hears only of declared incidents.
    ['change_failure_rate', 'default', 'four-keys', ['sea-307', 'pay-110', 'web-207', 'sea-303', 'pay-104']],
    ['change_failure_rate', 'four-keys', 'default', ['sea-307', 'pay-110', 'web-207', 'sea-303', 'pay-104']],
    // DevLake divides by successes, the redeploy and the rollbacks among them, and lays INC-3 at web-208 after 49.5 h.
    ['change_failure_rate', 'default', 'devlake-2023', ['sea-308', 'sea-307', 'pay-110', 'web-208', 'sea-304', 'pay-104', 'web-203']],
    ['change_failure_rate', 'default', 'pelorus', ['sea-307', 'pay-110', 'pay-104']],
    // One blames the first after the version returned to, the other the one that was replaced.
    ['change_failure_rate', 'datadog', 'swarmia', ['sea-303', 'sea-302']],
    ['failed_deployment_recovery_time', 'datadog', 'swarmia', ['sea-303', 'sea-302']],
    ['time_to_mitigate', 'default', 'devlake-2023', ['INC-3']],
    ['approval_lead_time', 'default', 'swarmia', []],
    ['provenance_completeness', 'default', 'pelorus', []],
  ])('of %s, %s and %s: %j', async (key, left, right, expected) => {
    const found = idsOf(await differences(key, left, right))
    expect([...found].sort()).toEqual([...expected].sort())
  })

  it('are the newest first', async () => {
    const records = await differences('change_failure_rate', 'default', 'four-keys')
    expect(idsOf(records)).toEqual(['sea-307', 'pay-110', 'web-207', 'sea-303', 'pay-104'])
  })

  it('are the first deployments of each service where one profile counts them', async () => {
    const records = await differences('change_lead_time', 'default', 'four-keys')
    expect(records.map(({ service, left, right }) => [service, left?.state, right?.state, right?.value])).toEqual([
      ['search', 'no_baseline', 'counted', 76_200],
      ['storefront', 'no_baseline', 'counted', 63_000],
      ['payments', 'no_baseline', 'counted', 205_200],
    ])
  })

  it('are all of them where commits stand against pull requests', async () => {
    const records = await differences('change_lead_time', 'default', 'devlake-2023')
    const of = (kind: string) => records.filter((record) => record.kind === kind)
    expect([of('change').length, of('pull_request').length, records.length]).toEqual([24, 11, 35])
    expect(of('change')[0]?.right).toBeNull()
    expect(of('pull_request')[0]?.left).toBeNull()
  })

  it('are incidents beside rollouts where they are laid at none', async () => {
    const records = await differences('change_failure_rate', 'default', 'gitlab')
    // Eight incidents; three rollouts left out on each side; six that failed only by default.
    expect(records.filter(({ kind }) => kind === 'incident')).toHaveLength(8)
    expect(records).toHaveLength(20)
  })

  it('keep to the scope', async () => {
    expect(idsOf(await differences('change_failure_rate', 'default', 'four-keys', { scope: { services: ['payments'] } }))).toEqual([
      'pay-110',
      'pay-104',
    ])
  })

  it('are found for a single option as well', async () => {
    const records = await differences('change_failure_rate', 'default', { failureSignals: ['outcome'] })
    expect(idsOf(records).sort()).toEqual(['pay-106', 'pay-111', 'sea-303', 'sea-306', 'web-207', 'web-209'])
  })

  it('come page by page', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await read('change_failure_rate', 'default', 'devlake-2023', { first: 2, after })
      seen.push(...page.edges.map(({ node }) => node.id))
      expect(await page.totalCount()).toBe(7)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(idsOf(await differences('change_failure_rate', 'default', 'devlake-2023')))
    expect(seen).toHaveLength(7)
  })

  it('refuses a cursor that is none', async () => {
    await expect(read('change_failure_rate', 'default', 'gitlab', { after: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('the reason', () => {
  async function reasonOf(key: string, left: string, right: string, id: string): Promise<string | undefined> {
    return (await differences(key, left, right)).find((record) => record.id === id)?.reason
  }

  it.each([
    ['change_failure_rate', 'default', 'four-keys', 'pay-104', 'default: counted as failed (outcome); four-keys: counted as not failed.'],
    [
      'change_failure_rate',
      'default',
      'devlake-2023',
      'sea-304',
      'devlake-2023: counted as not failed; default: left out: a rollback counts against the change it replaces, not by itself.',
    ],
    [
      'failed_deployment_recovery_time',
      'datadog',
      'swarmia',
      'sea-303',
      'swarmia: counted with 1 h 50 min; datadog: the rollout did not fail there.',
    ],
    [
      'change_failure_rate',
      'default',
      'devlake-2023',
      'web-208',
      'default: counted as not failed; devlake-2023: counted as failed (incident INC-3).',
    ],
    ['time_to_mitigate', 'default', 'devlake-2023', 'INC-3', 'devlake-2023: counted with 40 min; default: left out: laid at no release.'],
    [
      'change_failure_rate',
      'default',
      'gitlab',
      'INC-4',
      'gitlab: counts as a failure of its own; default: incidents count there through the rollout that they are laid at.',
    ],
  ])('of %s, %s and %s, for %s', async (key, left, right, id, reason) => {
    expect(await reasonOf(key, left, right, id)).toBe(reason)
  })
})

describe('the evidence of one side', () => {
  async function whyOf(key: string, input: OptionsInput, id: string): Promise<string | undefined> {
    const { from, to } = known.request([key]).window
    const context = { scope: scopeConditions({}), from, to, options: resolveOptions(input) }
    const page = await readEvidence(known.stores.analytics, { measure: findMeasure(key), context, groupBy: [], group: [] }, 'ALL', { first: 200 })
    const record = page.edges.map(({ node }) => node).find((node) => node.id === id)
    return record?.fields.find(({ name }) => name === 'why')?.value
  }

  it.each<[key: string, input: OptionsInput, id: string, why: string]>([
    ['release_incidents', {}, 'INC-3', 'no deployment of its services in the 24 hours before it'],
    // web-208 ended at 10:30 two days before 12:00: 49.5 hours.
    ['release_incidents', { profile: 'devlake-2023' }, 'INC-3', 'latest successful deployment of the service, 2970 minutes before'],
    ['release_incidents', { attributionWindowHours: 48 }, 'INC-3', 'no deployment of its services in the 48 hours before it'],
    ['release_incidents', { attributionMatch: 'team', attributionWindowHours: 48 }, 'INC-3', 'no deployment of its team in the 48 hours before it'],
    ['release_incidents', { attributionMethods: ['declared'] }, 'INC-3', 'no evidence that counts'],
    ['release_incidents', { attributionMethods: ['declared'] }, 'INC-5', 'the incident names it'],
    ['release_incidents', { attributionMatch: 'none' }, 'INC-5', 'incidents are laid at no release'],
    ['change_failure_rate', { profile: 'devlake-2023' }, 'web-208', 'incident INC-3'],
    ['change_failure_rate', {}, 'web-209', 'incident INC-5'],
    ['change_failure_rate', { failureSignals: ['outcome'] }, 'web-209', ''],
  ])('%s with %j says of %s: %s', async (key, input, id, why) => {
    expect(await whyOf(key, input, id)).toBe(why)
  })
})

describe('the failures of one side by signal', () => {
  it.each([
    // pay-106 was hotfixed; sea-307 and, as the first after the version returned to, sea-302 were rolled back; sea-306 was reverted.
    ['datadog', { failed: 4, byOutcome: 0, byRollback: 2, byHotfix: 1, byRevert: 1, byIncident: 0 }],
    // Four rollouts were named by incidents.
    ['four-keys', { failed: 4, byOutcome: 0, byRollback: 0, byHotfix: 0, byRevert: 0, byIncident: 4 }],
  ])('are those in force: %s', async (profile, expected) => {
    const request = { ...known.request(['change_failure_rate']), options: known.options({ profile }) }
    const [result] = await runMetrics(known.stores.analytics, request, known.now)
    expect(result?.groups[0]?.total.stats).toEqual(expected)
  })
})

describe('one measure under several profiles', () => {
  it('has the numbers of each, and asks the store once where nothing differs', async () => {
    let asked = 0
    const analytics = new Proxy(known.stores.analytics, {
      get(target, name) {
        if (name === 'query') asked += 1
        const found: unknown = Reflect.get(target, name, target)
        return typeof found === 'function' ? found.bind(target) : found
      },
    })
    const { scope, window } = known.request([])
    const sides = ['default', 'four-keys', 'gitlab'].map((name) => ({ name, options: resolveOptions({ profile: name }) }))
    const ask = (keys: string[]) => compareProfiles(analytics, { keys, scope, window, sides }, known.now)
    const [rate] = await ask(['change_failure_rate'])
    expect(rate?.values.map(({ side, value }) => [side.name, value.value, value.n])).toEqual([
      ['default', 9 / 23, 23],
      ['four-keys', 4 / 23, 23],
      ['gitlab', 8 / 23, 23],
    ])
    asked = 0
    const [frequency] = await ask(['deployment_frequency'])
    expect(frequency?.values.map(({ value }) => value.value)).toEqual([20, 20, 20])
    // Which services were heard of, which days are kept and which changed, and the records.
    expect(asked).toBe(4)
  })
})
