import { expect, it } from 'vitest'
import { findMeasure } from '../metrics/index.js'
import type { DigestContent, DigestRow, DigestValue } from './content.js'
import { digestMarkdown } from './markdown.js'
import { notableChanges } from './notable.js'

const span = { from: new Date('2026-10-19T00:00:00Z'), to: new Date('2026-10-26T00:00:00Z') }
const of = (value: number | null, low: number | null, high: number | null): DigestValue => ({ value, low, high, n: 40, coverage: 1 })
const rowOf = (team: string | null, week: DigestValue, before: DigestValue, fourWeeks: DigestValue): DigestRow => ({
  all: team === null,
  team,
  week,
  before,
  fourWeeks,
})

function contentOf(measures: Record<string, DigestRow[]>): DigestContent {
  return {
    name: 'Weekly',
    timeZone: 'UTC',
    weekStart: 'MONDAY',
    scope: {},
    query: '',
    profile: 'default',
    weeks: { week: span, before: span, fourWeeks: span },
    measures: Object.entries(measures).map(([key, rows]) => ({ definition: findMeasure(key).definition, immature: false, rows })),
  }
}

it('takes the largest moves whose intervals part, one for each measure of each team', () => {
  const content = contentOf({
    change_failure_rate: [
      rowOf(null, of(0.5, 0.4, 0.6), of(0.45, 0.35, 0.55), of(0.48, 0.44, 0.52)),
      rowOf('checkout', of(0.5, 0.4, 0.6), of(0.2, 0.1, 0.3), of(0.1, 0.08, 0.12)),
    ],
    deployment_frequency: [
      rowOf(null, of(90, 72, 111), of(40, 29, 54), of(60, 53, 68)),
      rowOf('search', of(3, 0.6, 8.8), of(0, 0, 3.7), of(null, null, null)),
    ],
  })
  const { changes, compared } = notableChanges(content)
  // Pairs with two intervals: 2 + 2 for failures, 2 + 1 for deployments.
  expect(compared).toBe(7)
  // Checkout: 0.4 over (0.2 + 0.04) / 2 = 3.33. All teams: 50 over (39 + 25) / 2 = 1.56; against four weeks 30 over (39 + 15) / 2 = 1.11.
  expect(changes.map(({ definition, row, against, sense, size }) => [definition.key, row.team, against, sense, Number(size.toFixed(2))])).toEqual([
    ['change_failure_rate', 'checkout', 'fourWeeks', 'worse', 3.33],
    ['deployment_frequency', null, 'before', 'better', 1.56],
  ])
  const markdown = digestMarkdown(content, 'https://windsock.example/')
  expect(markdown).toContain(
    '- **Change failure rate**, checkout: 50 % (40 % to 60 %; n 40) against 10 % (8 % to 12 %; n 40) in the four weeks before, worse',
  )
  expect(markdown).toContain('out of 7 compared')
})

it('says so when there is nothing to compare', () => {
  const content = contentOf({ change_failure_rate: [rowOf(null, of(null, null, null), of(0.2, 0.1, 0.3), of(null, null, null))] })
  expect(notableChanges(content)).toEqual({ changes: [], compared: 0 })
})
