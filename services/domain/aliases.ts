import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import { groupBy } from './fold.js'
import { foldService } from './service.js'

/** The name under which a service is kept, by each other name that its declaration gives it. */
export type Aliases = ReadonlyMap<string, string>

export function aliasesOf(events: readonly CanonicalEvent[]): Aliases {
  const declarations = groupBy(
    events.filter((event) => event.type === 'service.declared'),
    (event) => (event.data as { service: string }).service,
  )
  const named = [...declarations].flatMap(([service, own]) => foldService(service, own, []).aliases.map((alias) => [alias, service] as const))
  const aliases = new Map(named.filter(([alias, service]) => alias !== service).sort())
  return new Map([...aliases.keys()].map((alias) => [alias, keptName(alias, aliases)]))
}

/** A service may be renamed again and again; names that go round in a circle stay as they are. */
function keptName(name: string, aliases: Aliases): string {
  const passed = new Set<string>()
  let kept = name
  for (let next = aliases.get(kept); next !== undefined; next = aliases.get(kept)) {
    if (passed.has(next)) return name
    passed.add(next)
    kept = next
  }
  return kept
}

/** The events as if they had always named services as they are named now. What an old name declared is not what the new one is. */
export function underKeptNames(events: readonly CanonicalEvent[], aliases: Aliases): CanonicalEvent[] {
  if (aliases.size === 0) return [...events]
  return events.flatMap((event) => {
    const { service, services } = dataOf(event)
    const isOld = (name: unknown) => typeof name === 'string' && aliases.has(name)
    const listed = Array.isArray(services) ? services : []
    if (!isOld(service) && !listed.some(isOld)) return [event]
    if (event.type === 'service.declared') return []
    const kept = (name: unknown) => (isOld(name) ? aliases.get(name as string) : name)
    const data = {
      ...event.data,
      ...(service === undefined ? {} : { service: kept(service) }),
      ...(Array.isArray(services) ? { services: listed.map(kept) } : {}),
    }
    return [{ ...event, data } as CanonicalEvent]
  })
}
