import type { Problem } from '../../workspace/check-spec.js'
import { listDeclarations } from '../../workspace/declarations.js'
import { missingNames, namesGiven, referencesOf, type Names, type Reference } from '../../workspace/references.js'
import type { Declaration } from '../../workspace/specs.js'
import type { Runtime } from '../runtime.js'
import { isNamed } from './told-of-service.js'

export type Stores = Pick<Runtime, 'analytics' | 'control' | 'teamLimit'>
type Told = { service: string; team: string; aliases: string[]; dependsOn: string[]; environments: string[] }

/** For each declaration what it names that does not exist: neither declared, here or among the others, nor known from events. */
export async function problemsOfNames(stores: Stores, declarations: readonly Declaration[]): Promise<Problem[][]> {
  const known = await knownNames(stores, declarations, declarations.flatMap(referencesOf))
  return declarations.map((declaration) => missingNames(referencesOf(declaration), known))
}

/** As `problemsOfNames`, of names that are given elsewhere. */
export async function problemsOfReferences(stores: Stores, references: readonly Reference[]): Promise<Problem[]> {
  return missingNames(references, await knownNames(stores, [], references))
}

async function knownNames(
  { analytics, control, teamLimit }: Stores,
  declarations: readonly Declaration[],
  references: readonly Reference[],
): Promise<Names> {
  const [declared, told] = await Promise.all([
    listDeclarations(control),
    analytics.query<Told>('SELECT service, team, aliases, depends_on AS dependsOn, environments FROM services FINAL'),
  ])
  const given = namesGiven([...declarations, ...declared])
  const own = teamLimit.teams()
  const known: Names = {
    Team: [...given.Team, ...told.map(({ team }) => team), ...(own ?? [])],
    Service: [...given.Service, ...told.flatMap(({ service, aliases, dependsOn }) => [service, ...aliases, ...dependsOn])],
    Environment: [...given.Environment, ...new Set(told.flatMap(({ environments }) => environments))],
    Calendar: given.Calendar,
  }
  const unknown = references.flatMap(({ to, name }) => (to === 'Service' && !known.Service.includes(name) ? [name] : []))
  // Whoever is limited to teams may depend on services of others, and is not told which there are.
  if (own !== null) return { ...known, Service: [...known.Service, ...unknown] }
  // An event may speak of a service of which no fact is kept yet.
  const named = await Promise.all(unknown.map(async (name) => ((await isNamed(analytics, [name])) ? [name] : [])))
  return { ...known, Service: [...known.Service, ...named.flat()] }
}
