import { expect, test } from 'vitest'
import type { ParsedEvent } from '../../domain/event.js'
import { outcomeOf } from './outcome.js'

function events(...types: string[]): ParsedEvent[] {
  return types.map((type, index) => ({ id: String(index), source: 'ci', type }) as ParsedEvent)
}

test('counts what it gave by type', () => {
  const outcome = outcomeOf({ events: events('incident.detected', 'change.committed', 'incident.detected'), reasons: [], refused: [] })
  expect(outcome.sentence).toBe('3 events: change.committed ×1, incident.detected ×2')
  expect(outcome.events).toContainEqual({ id: '1', source: 'ci', type: 'change.committed' })
})

test('says why there is nothing, each reason once and the first three', () => {
  expect(outcomeOf({ events: [], reasons: ['a ping says nothing', 'a ping says nothing'], refused: [] }).sentence).toBe(
    'nothing to record; a ping says nothing',
  )
  expect(outcomeOf({ events: [], reasons: ['a', 'b', 'c', 'd', 'e'], refused: [] }).sentence).toBe('nothing to record; a; b; c; and 2 more reasons')
})

test('says what was refused beside what was good', () => {
  expect(outcomeOf({ events: events('test.finished'), reasons: [], refused: ['time: time is missing'] }).sentence).toBe(
    '1 event: test.finished ×1; 1 refused: time: time is missing',
  )
})

test('is text that can be stored, of bounded length', () => {
  expect(outcomeOf({ events: [], reasons: ['a\u0000b\ud800'], refused: [] }).sentence).toBe('nothing to record; a\ufffdb\ufffd')
  const many = outcomeOf({ events: events(...Array.from({ length: 600 }, () => 'test.finished')), reasons: ['x'.repeat(10_000)], refused: [] })
  expect(many.sentence.length).toBeLessThanOrEqual(2_000)
  expect(many.events).toHaveLength(500)
})
