import { LRUCache } from 'lru-cache'

const known = new LRUCache<string, string>({ max: 1_000 })

/** A zone as ClickHouse spells it: by case, and without the short names that only JavaScript has (`europe/berlin`, `ACT`). */
export function engineZone(timeZone: string): string {
  const name = known.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  known.set(timeZone, name)
  return name
}
