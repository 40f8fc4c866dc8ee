import { describe, expect, it } from 'vitest'
import { expectedRows, knownAnswerEvents } from './known-answer.js'
import { naiveAnswer } from './naive.js'

const events = knownAnswerEvents()
const rows = expectedRows()

describe('the table worked by hand', () => {
  it('asks about every measure', () => {
    expect(new Set(rows.map((row) => row.key)).size).toBe(13)
    expect(rows.length).toBeGreaterThan(160)
  })

  it.each(rows.map((row) => [`${row.key} ${row.of} ${row.service ?? 'all'} ${row.from.slice(5, 10)} to ${row.to.slice(5, 10)}`, row] as const))(
    'agrees with the naive computation: %s',
    (_, row) => {
      const answer = naiveAnswer(events, row)
      if (row.expected === null) expect(answer).toBeNull()
      else expect(answer).toBeCloseTo(row.expected, ['low', 'high'].includes(row.of) ? 5 : 9)
    },
  )
})
