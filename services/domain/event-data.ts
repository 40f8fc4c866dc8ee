import type { CanonicalEvent } from './event.js'

/** The body of an event whose type is not looked at; its shape was checked when it was taken in. */
export function dataOf(event: Pick<CanonicalEvent, 'data'>): Record<string, unknown> {
  return event.data as unknown as Record<string, unknown>
}
