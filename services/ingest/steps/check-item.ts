import type { ParsedEvent } from '../../domain/event.js'
import { normaliseCdevent } from '../../integrations/cdevents/normalise.js'
import { isCdevent, parseCdevent } from '../../integrations/cdevents/payload.js'
import type { FieldError } from '../../integrations/events/errors.js'
import { parseEvent } from '../../integrations/events/parse.js'
import type { Normalised } from '../../integrations/result.js'

/** What one item of a request gives: its events, or in words why it gives none, or what is wrong with it. */
export type CheckedItem = { ok: true; events: ParsedEvent[]; reason?: string } | { ok: false; errors: FieldError[] }

export function checkItem(item: unknown, now: Date): CheckedItem {
  if (!isCdevent(item)) return checkEvent(item, now)
  const parsed = parseCdevent(item)
  return parsed.ok ? checkNormalised(normaliseCdevent(item), now) : parsed
}

function checkEvent(item: unknown, now: Date): CheckedItem {
  const parsed = parseEvent(item, { now })
  return parsed.ok ? { ok: true, events: [parsed.event] } : parsed
}

function checkNormalised({ events, reason }: Normalised, now: Date): CheckedItem {
  const parsed = events.map((event) => parseEvent(event, { now }))
  const errors = parsed.flatMap((result) => (result.ok ? [] : result.errors))
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, events: parsed.flatMap((result) => (result.ok ? [result.event] : [])), reason }
}
