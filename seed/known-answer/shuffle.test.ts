import { describe, expect, it } from 'vitest'
import { expectedRows, knownAnswerEvents } from './known-answer.js'
import { naiveAnswer } from './naive.js'
import { shuffledBatches } from './shuffle.js'

const events = knownAnswerEvents()
const lines = (list: readonly unknown[]) => [...new Set(list.map((event) => JSON.stringify(event)))].sort()

describe('a shuffle', () => {
  it('loses nothing and invents nothing, but repeats and mixes', () => {
    const sent = shuffledBatches(events, 7).flat()
    expect(lines(sent)).toEqual(lines(events))
    expect(sent.length).toBeGreaterThan(events.length + 20)
    expect(sent.slice(0, 20)).not.toEqual(events.slice(0, 20))
  })

  it('is the same for the same seed, and another for another', () => {
    expect(shuffledBatches(events, 7)).toEqual(shuffledBatches(events, 7))
    expect(shuffledBatches(events, 7)).not.toEqual(shuffledBatches(events, 8))
  })

  it('has batches of uneven sizes', () => {
    expect(new Set(shuffledBatches(events, 7).map((batch) => batch.length)).size).toBeGreaterThan(4)
  })

  it('leaves the expected answers as they are', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const sent = shuffledBatches(events, seed).flat()
      const wrong = expectedRows().filter((row) => Math.abs((naiveAnswer(sent, row) ?? Number.NaN) - (row.expected ?? Number.NaN)) > 1e-5)
      expect(wrong.map((row) => `${seed} ${row.key} ${row.of} ${row.service}`)).toEqual([])
    }
  })
})
