import { LRUCache } from 'lru-cache'
import type { IANAZone } from 'luxon'

/** No zone was ever further from UTC, local mean times of the 19th century included. */
const FURTHEST_MS = 17 * 3_600_000
const MINUTE_MS = 60_000

/** What clocks in the zone are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: IANAZone, instant: number): number {
  return Math.round(zone.offset(instant) * MINUTE_MS)
}

/** What clocks in the zone show at an instant, as the milliseconds of a UTC clock that shows the same. */
export function localTime(zone: IANAZone, instant: number): number {
  return instant + offsetAt(zone, instant)
}

/** Every question asks for the same few hundred midnights, and one costs several looks into the zone. */
const found = new LRUCache<string, number>({ max: 20_000 })

/** The first instant at which clocks in the zone show `local` or later, where `local` is written as in `localTime`. */
export function firstInstantAt(zone: IANAZone, local: number): number {
  const key = `${zone.name} ${local}`
  const instant = found.get(key) ?? findInstant(zone, local)
  found.set(key, instant)
  return instant
}

function findInstant(zone: IANAZone, local: number): number {
  const [early, late] = [local - FURTHEST_MS, local + FURTHEST_MS]
  const transition = transitionBetween(zone, early, late)
  const before = local - offsetAt(zone, early)
  if (transition === null || before < transition) return before
  return Math.max(transition, local - offsetAt(zone, late))
}

/** The instant after `early`, up to `late`, at which the zone's offset changes; null when both have the same offset. */
export function transitionBetween(zone: IANAZone, early: number, late: number): number | null {
  const offset = offsetAt(zone, early)
  if (offset === offsetAt(zone, late)) return null
  let [same, changed] = [early, late]
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2)
    if (offsetAt(zone, middle) === offset) same = middle
    else changed = middle
  }
  return changed
}
