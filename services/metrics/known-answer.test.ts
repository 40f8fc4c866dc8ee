import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knownAnswerEvents, openKnownAnswers, readKnownAnswerFile, type KnownAnswers } from '../test/known-answers.js'
import { runMetrics, type MetricValue } from './run-metrics.js'

type Expected = { key: string; title: string; of: string; service: string | null; from: string; to: string; expected: number | null }

const expected = JSON.parse(readKnownAnswerFile('expected.json')) as Expected[]

let known: KnownAnswers

/** A value, a stat, n, a bound, or the count of an exclusion, by its name in the table. */
function pick(value: MetricValue, of: string): number | null {
  if (of.startsWith('excluded:')) return value.excluded.find(({ reason }) => `excluded:${reason}` === of)?.count ?? 0
  if (of === 'value' || of === 'n') return value[of]
  if (of === 'low' || of === 'high') return value.interval?.[of] ?? null
  return value.stats[of] ?? null
}

beforeAll(async () => {
  known = await openKnownAnswers()
})
afterAll(() => known.close())

describe('the known-answer data', () => {
  it('holds enough to mean something', () => {
    expect(expected.length).toBeGreaterThan(160)
    expect(knownAnswerEvents().length).toBeGreaterThan(170)
  })

  it.each(expected)('$title: $key $of of $service is $expected', async (row) => {
    const request = { ...known.request([row.key], row), scope: row.service === null ? {} : { services: [row.service] } }
    const [result] = await runMetrics(known.stores.analytics, request, known.now)
    const actual = pick(result?.groups[0]?.total as MetricValue, row.of)
    if (row.expected === null) expect(actual).toBeNull()
    else expect(actual).toBeCloseTo(row.expected, 5)
  })
})
