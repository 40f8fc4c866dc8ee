import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROFILES } from '../../metrics/profiles.js'
import { startTestApp, type TestApp } from '../../test/app.js'
import { readKnownAnswerFile } from '../../test/known-answers.js'

const WINDOW = 'window: { from: "2026-10-05T00:00:00Z", to: "2026-10-26T00:00:00Z" }'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
  const headers = { 'content-type': 'application/x-ndjson' }
  await app.request('/v1/events', { method: 'POST', headers, body: readKnownAnswerFile('events.ndjson') })
  await app.settled()
})
afterAll(() => app?.stop())

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await app.graphql<T>(query)
  expect(errors).toBeUndefined()
  return data
}

async function codeOf(query: string): Promise<string | undefined> {
  const { errors } = await app.graphql(query)
  return errors?.[0]?.extensions.code
}

describe('compareProfiles', () => {
  type Compared = {
    compareProfiles: {
      key: string
      definition: { options: { name: string; value: string }[] }
      values: { profile: string; definition: { options: { name: string; value: string }[] }; value: Record<string, unknown> }[]
    }[]
  }

  it('has every profile unless told which', async () => {
    const { compareProfiles } = await ask<Compared>(
      `{ compareProfiles(keys: [change_failure_rate], ${WINDOW}) { key definition { options { name value } } values { profile definition { options { name value } } value { value n low high excluded { reason count } } } } }`,
    )
    const values = compareProfiles[0]?.values ?? []
    expect(values.map(({ profile }) => profile)).toEqual(PROFILES.map(({ name }) => name))
    expect(values.map(({ value }) => Math.round((value.value as number) * 23))).toEqual([9, 7, 4, 8, 4, 4, 6])
    const gitlab = values[3]
    expect(gitlab?.value).toMatchObject({ n: 23, low: null, high: null })
    expect(gitlab?.definition.options).toContainEqual({ name: 'attributionMatch', value: 'none' })
    expect(compareProfiles[0]?.definition.options).toContainEqual({ name: 'attributionMatch', value: 'service' })
  })

  it.each([
    ['an unknown profile', `keys: [change_lead_time], ${WINDOW}, profiles: ["nobody"]`, 'UNKNOWN_PROFILE'],
    [
      'a window that ends before it begins',
      'keys: [change_lead_time], window: { from: "2026-10-05T00:00:00Z", to: "2026-10-01T00:00:00Z" }',
      'INVALID_WINDOW',
    ],
  ])('refuses %s', async (_title, args, code) => {
    expect(await codeOf(`{ compareProfiles(${args}) { key } }`)).toBe(code)
  })

  it('costs what its measures and profiles cost together', async () => {
    const keys = 'deployment_frequency, change_lead_time, change_failure_rate, failed_deployment_recovery_time, deployment_rework_rate'
    const evidence = 'evidence(first: 100) { edges { node { id title at service } } }'
    expect(await codeOf(`{ compareProfiles(keys: [${keys}], ${WINDOW}) { values { value { ${evidence} } } } }`)).toBe('QUERY_TOO_COSTLY')
    expect(
      await codeOf(`{ compareProfiles(keys: [${keys}], ${WINDOW}, profiles: ["default"]) { values { value { ${evidence} } } } }`),
    ).toBeUndefined()
  })
})

describe('profileDifference', () => {
  it('has both numbers, the options that differ, and the records, page by page', async () => {
    type Answer = {
      profileDifference: {
        left: { value: { value: number } }
        right: { value: { value: number } }
        options: { name: string; left: string; right: string }[]
        totalCount: number
        pageInfo: { hasNextPage: boolean; endCursor: string }
        edges: { node: { id: string; releaseId: string; reason: string; left: { value: number }; right: { value: number } } }[]
      }
    }
    const page = (after: string | null) =>
      ask<Answer>(
        `{ profileDifference(key: change_failure_rate, ${WINDOW}, left: "datadog", right: "swarmia", first: 1, after: ${JSON.stringify(after)}) {
          left { value { value } } right { value { value } } options { name left right } totalCount pageInfo { hasNextPage endCursor }
          edges { node { id releaseId reason left { value } right { value } } } } }`,
      )
    const { profileDifference: first } = await page(null)
    expect(first.left.value.value).toBeCloseTo(4 / 23, 12)
    expect(first.right.value.value).toBeCloseTo(4 / 23, 12)
    expect(first.options).toEqual([{ name: 'rollbackBlames', left: 'first_after', right: 'replaced' }])
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, true])
    expect(first.edges[0]?.node).toMatchObject({ id: 'sea-303', releaseId: 'search@v3', left: { value: 0 }, right: { value: 1 } })
    const { profileDifference: second } = await page(first.pageInfo.endCursor)
    expect(second.edges.map(({ node }) => [node.id, node.left.value, node.right.value])).toEqual([['sea-302', 1, 0]])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })

  it('has no record where only how durations become one number differs, and says so by the option', async () => {
    type Answer = { profileDifference: { totalCount: number; options: { name: string }[] } }
    const { profileDifference } = await ask<Answer>(
      `{ profileDifference(key: approval_lead_time, ${WINDOW}, left: "default", right: "swarmia") { totalCount options { name } } }`,
    )
    expect(profileDifference).toEqual({ totalCount: 0, options: [{ name: 'aggregate' }] })
  })

  it('refuses options of another profile than the side has', async () => {
    const query = `{ profileDifference(key: change_failure_rate, ${WINDOW}, left: "default", right: "default", rightOptions: { profile: "gitlab" }) { totalCount } }`
    const { errors } = await app.graphql(query)
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect(errors?.[0]?.message).toBe('The options of default name another profile, gitlab.')
  })

  it('takes single options over the profile', async () => {
    type Answer = { profileDifference: { totalCount: number } }
    const { profileDifference } = await ask<Answer>(
      `{ profileDifference(key: change_failure_rate, ${WINDOW}, left: "default", right: "default", rightOptions: { failure: { signals: [OUTCOME] } }) { totalCount } }`,
    )
    // pay-104, pay-110 and sea-307 failed by outcome; the other six of nine did not.
    expect(profileDifference.totalCount).toBe(6)
  })
})

describe('quickCheck', () => {
  type Part = { key: string; value: number | null; category: number | null; score: number | null; n: number }
  type Answer = { quickCheck: { score: number | null; scored: number; industryMean: number; parts: Part[] } }
  const FIELDS = 'score scored industryMean parts { key value category score n }'

  it('scores what was measured', async () => {
    const { quickCheck } = await ask<Answer>(`{ quickCheck(${WINDOW}) { ${FIELDS} } }`)
    // 9900 s; 20 rollouts in 21 days; 5550 s; 9 and 1 of 23.
    expect(quickCheck.parts.map(({ key, category, score }) => [key, category, Number(score?.toFixed(4))])).toEqual([
      ['change_lead_time', 5, 8],
      ['deployment_frequency', 4, 6],
      ['failed_deployment_recovery_time', 5, 8],
      ['change_failure_rate', null, 6.087],
      ['deployment_rework_rate', null, 9.5652],
    ])
    expect(quickCheck.parts[1]).toMatchObject({ value: 20 / 21, n: 20 })
    expect(quickCheck.score).toBeCloseTo((8 + 6 + 8 + 140 / 23 + 220 / 23) / 5, 9)
    expect(quickCheck).toMatchObject({ scored: 5, industryMean: expect.closeTo(6.72, 9) })
  })

  it('leaves out what is not known, and says how many parts there are', async () => {
    const { quickCheck } = await ask<Answer>(`{ quickCheck(${WINDOW}, edition: "2024", options: { profile: "gitlab" }) { ${FIELDS} } }`)
    expect(quickCheck.parts.find(({ key }) => key === 'failed_deployment_recovery_time')).toMatchObject({ value: null, score: null })
    // An hour from merge: 8; 6; 8 of 23: 6.5217.
    expect(quickCheck.scored).toBe(3)
    expect(quickCheck.score).toBeCloseTo((8 + 6 + 150 / 23) / 3, 9)
  })

  it('refuses an edition that has none', async () => {
    expect(await codeOf(`{ quickCheck(${WINDOW}, edition: "2021") { score } }`)).toBe('UNKNOWN_EDITION')
  })
})

describe('benchmarks', () => {
  it('has each edition with its source; the last one has no clusters', async () => {
    type Answer = {
      benchmarks: {
        edition: string
        source: { report: string; verified: string }
        clusters: { name: string; bands: { key: string; text: string }[] }[]
      }[]
    }
    const { benchmarks } = await ask<Answer>('{ benchmarks { edition source { report verified } clusters { name bands { key text low high } } } }')
    expect(benchmarks.map(({ edition, clusters }) => [edition, clusters.length])).toEqual([
      ['2018', 4],
      ['2019', 4],
      ['2021', 4],
      ['2022', 3],
      ['2023', 4],
      ['2024', 4],
      ['2025', 0],
    ])
    const rates = benchmarks[5]?.clusters.map(({ bands }) => bands.find(({ key }) => key === 'change_failure_rate')?.text)
    expect(rates).toEqual(['5 %', '20 %', '10 %', '40 %'])
  })
})
