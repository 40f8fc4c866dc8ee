import type { Problem } from '../../workspace/check-spec.js'
import { listKind } from '../../workspace/declarations.js'
import { missingNames, namesGiven, referencesOf, type Names } from '../../workspace/references.js'
import type { Declaration } from '../../workspace/specs.js'
import type { Runtime } from '../runtime.js'
import { isNamed } from './told-of-service.js'

type Stores = Pick<Runtime, 'analytics' | 'control' | 'teamLimit'>

/** For each declaration what it names that does not exist: neither declared, here or among the others, nor known from events. */
export async function problemsOfNames(stores: Stores, declarations: readonly Declaration[]): Promise<Problem[][]> {
  const known = await knownNames(stores, declarations)
  return declarations.map((declaration) => missingNames(declaration, known))
}

async function knownNames({ analytics, control, teamLimit }: Stores, declarations: readonly Declaration[]): Promise<Names> {
  const [teams, services, told] = await Promise.all([
    listKind(control, 'Team'),
    listKind(control, 'Service'),
    analytics.query<{ service: string; team: string; aliases: string[] }>('SELECT service, team, aliases FROM services FINAL'),
  ])
  const given = namesGiven([...declarations, ...teams, ...services])
  const known = {
    teams: [...given.teams, ...told.map(({ team }) => team), ...(teamLimit.teams() ?? [])],
    services: [...given.services, ...told.flatMap(({ service, aliases }) => [service, ...aliases])],
  }
  const unknown = declarations.flatMap(referencesOf).filter(({ to, name }) => to === 'services' && !known.services.includes(name))
  // An event may speak of a service of which no fact is kept yet.
  const named = await Promise.all(unknown.map(async ({ name }) => ((await isNamed(analytics, [name])) ? [name] : [])))
  return { ...known, services: [...known.services, ...named.flat()] }
}
