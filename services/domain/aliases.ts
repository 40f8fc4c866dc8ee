import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import { claimOf, compareClaims, groupBy, type Claim } from './fold.js'
import { compareText } from './instant.js'

/** The name under which a service is kept, by each other name that its declaration gives it. */
export type Aliases = ReadonlyMap<string, string>

type Naming = Claim<{ service: string; aliases: string[] }>

/** What was said last holds: it may take a name that an older declaration gave away, also where the names would go round in a circle. */
export function aliasesOf(events: readonly CanonicalEvent[]): Aliases {
  const declarations = groupBy(events.flatMap(namingIn), ({ fields }) => fields.service)
  const latest = [...declarations.values()].map((own) => own.sort(compareClaims).at(-1) as Naming)
  const aliases = new Map<string, string>()
  for (const { fields } of latest.sort((a, b) => compareClaims(b, a))) {
    const { service = '', aliases: names = [] } = fields
    for (const name of [...names].sort(compareText)) if (!aliases.has(name) && keptName(service, aliases) !== name) aliases.set(name, service)
  }
  return new Map([...aliases.keys()].map((alias) => [alias, keptName(alias, aliases)]))
}

function namingIn(event: CanonicalEvent): Naming[] {
  if (event.type !== 'service.declared' || event.data.aliases === undefined) return []
  return [claimOf(event, { service: event.data.service, aliases: event.data.aliases })]
}

/** A service may be renamed again and again. */
function keptName(name: string, aliases: Aliases): string {
  let kept = name
  for (let next = aliases.get(kept); next !== undefined; next = aliases.get(kept)) kept = next
  return kept
}

/** The events as if they had always named services as they are named now. What an old name declared is not what the new one is. */
export function underKeptNames(events: readonly CanonicalEvent[], aliases: Aliases): CanonicalEvent[] {
  if (aliases.size === 0) return [...events]
  return events.flatMap((event) => {
    const renamed = renamedIn(dataOf(event), aliases)
    if (event.type === 'fact.corrected')
      return [{ ...event, data: { ...event.data, ...renamed, fields: { ...event.data.fields, ...renamedIn(event.data.fields, aliases) } } }]
    if (renamed === null) return [event]
    return event.type === 'service.declared' ? [] : [{ ...event, data: { ...event.data, ...renamed } } as CanonicalEvent]
  })
}

/** The members that name services under an old name, as they are now; null where none does. */
function renamedIn({ service, services }: Record<string, unknown>, aliases: Aliases): Record<string, unknown> | null {
  const isOld = (name: unknown) => typeof name === 'string' && aliases.has(name)
  const listed = Array.isArray(services) ? services : []
  if (!isOld(service) && !listed.some(isOld)) return null
  const kept = (name: unknown) => (isOld(name) ? aliases.get(name as string) : name)
  return { ...(service === undefined ? {} : { service: kept(service) }), ...(Array.isArray(services) ? { services: listed.map(kept) } : {}) }
}
