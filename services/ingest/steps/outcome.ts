import type { Outcome } from '../delivery.js'
import { storableText } from '../storable-text.js'
import type { Interpretation } from './interpret.js'

const MAX_LISTED = 500
const MAX_REASONS = 3
const MAX_SENTENCE = 2_000

/** What a delivery gave, in a sentence, with the events it gave (the first five hundred). */
export function outcomeOf({ events, reasons, refused }: Interpretation): Outcome {
  const parts = [events.length > 0 ? countEvents(events) : 'nothing to record', ...sayWhy(reasons), ...sayRefused(refused)]
  return {
    sentence: storableText(parts.join('; ').slice(0, MAX_SENTENCE)),
    events: events.slice(0, MAX_LISTED).map(({ id, source, type }) => ({ id, source, type })),
  }
}

function countEvents(events: Interpretation['events']): string {
  const counts = new Map<string, number>()
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1)
  const types = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${type} ×${count}`)
  return `${events.length} ${events.length === 1 ? 'event' : 'events'}: ${types.join(', ')}`
}

function sayWhy(reasons: readonly string[]): string[] {
  const distinct = [...new Set(reasons)]
  const rest = distinct.length - MAX_REASONS
  return [...distinct.slice(0, MAX_REASONS), ...(rest > 0 ? [`and ${rest} more reasons`] : [])]
}

function sayRefused(refused: readonly string[]): string[] {
  if (refused.length === 0) return []
  return [`${refused.length} refused: ${sayWhy(refused).join(' | ')}`]
}
