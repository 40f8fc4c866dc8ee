import { correctedValue, correctionsOf } from './corrections.js'
import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import { groupBy } from './fold.js'
import { compareText } from './instant.js'

/** What is said of one thing, also under the ids that persons joined with its own. */
export type Thing = { id: string; events: CanonicalEvent[]; corrections: CanonicalEvent[] }

/** Groups the events of one family by the id that they carry, with the corrections of each, in the order of ids. */
export function thingsOf(events: readonly CanonicalEvent[], family: string, idField: string): Thing[] {
  const corrections = correctionsOf(events, family.slice(0, -1))
  const told = groupBy(
    events.filter((event) => event.type.startsWith(family)),
    (event) => dataOf(event)[idField] as string | undefined,
  )
  const targetOf = (id: string) => correctedValue(corrections.get(id) ?? [], 'mergeInto')
  const kept = groupBy(told.keys(), (id) => joinedInto(id, targetOf, (target) => told.has(target)))
  return [...kept]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, ids]) => ({ id, events: ids.flatMap((one) => told.get(one) ?? []), corrections: corrections.get(id) ?? [] }))
}

/** The last known thing that a person joined this one with, however often; things joined in a circle stay apart. */
export function joinedInto(id: string, targetOf: (id: string) => unknown, isKnown: (id: string) => boolean): string {
  const passed = new Set([id])
  let kept = id
  for (let target = targetOf(id); typeof target === 'string' && target !== ''; target = targetOf(target)) {
    if (passed.has(target)) return id
    passed.add(target)
    if (isKnown(target)) kept = target
  }
  return kept
}
