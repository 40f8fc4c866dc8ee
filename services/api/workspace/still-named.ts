import { IsNull } from 'typeorm'
import { AlertRoute } from '../../store/control/entities/alert.js'
import { Token } from '../../store/control/entities/token.js'
import { keyOf } from '../../workspace/changes.js'
import { listDeclarations } from '../../workspace/declarations.js'
import { referencesOf, wordsFor, type Reference } from '../../workspace/references.js'
import type { Declaration } from '../../workspace/specs.js'
import type { Runtime } from '../runtime.js'

type Stores = Pick<Runtime, 'analytics' | 'control' | 'now'>
/** What takes a thing by its name, in words. */
type Naming = Pick<Reference, 'to' | 'name'> & { by: string }

export type Removed = Pick<Declaration, 'kind' | 'name'>
export type StillNamed = Removed & { message: string }

const MOST_SHOWN = 5

/**
 * Of what is to be removed that which has to stay, since what is kept would name something that does not exist. `declarations`
 * are those made along with it. A service stays known by its events, and an environment that was deployed to is there without
 * its declaration too.
 */
export async function stillNamed(stores: Stores, removed: readonly Removed[], declarations: readonly Declaration[] = []): Promise<StillNamed[]> {
  if (removed.length === 0) return []
  const declared = await listDeclarations(stores.control)
  const kept = overlaid(declared, declarations).filter((one) => !removed.some((gone) => keyOf(gone) === keyOf(one)))
  const namings = [...kept.flatMap(namingsOf), ...(await namingsOfTeams(stores))]
  const environments = await deployedTo(stores)
  return removed.flatMap(({ kind, name }) => {
    if (kind === 'Service' || (kind === 'Environment' && environments.has(name))) return []
    const by = namings.filter((one) => one.to === kind && one.name === name).map((one) => one.by)
    return by.length > 0 ? [{ kind, name, message: messageOf({ kind, name }, by) }] : []
  })
}

/** The workspace keeps what its declaration leaves out. */
function overlaid(declared: readonly Declaration[], declarations: readonly Declaration[]): Declaration[] {
  const kept = declared.map((before) => {
    const after = declarations.find((one) => keyOf(one) === keyOf(before))
    return after?.kind === 'Workspace' ? ({ ...after, spec: { ...before.spec, ...after.spec } } as Declaration) : (after ?? before)
  })
  return [...kept, ...declarations.filter((one) => !declared.some((before) => keyOf(one) === keyOf(before)))]
}

function namingsOf(declaration: Declaration): Naming[] {
  return referencesOf(declaration).map(({ to, name }) => ({ to, name, by: `the ${wordsFor(declaration)}` }))
}

async function namingsOfTeams({ control: { dataSource }, now }: Stores): Promise<Naming[]> {
  const [routes, tokens] = await Promise.all([
    dataSource.getRepository(AlertRoute).find({ order: { name: 'ASC' } }),
    dataSource.getRepository(Token).find({ where: { revokedAt: IsNull() }, order: { name: 'ASC' } }),
  ])
  const valid = tokens.filter(({ expiresAt }) => expiresAt === null || expiresAt > now())
  const namings = (teams: readonly string[] | null, by: string) => (teams ?? []).map((name): Naming => ({ to: 'Team', name, by }))
  return [
    ...routes.flatMap(({ name, teams }) => namings(teams, `the alert route ${name}`)),
    ...valid.flatMap(({ name, teams }) => namings(teams, `the token ${name}`)),
  ]
}

async function deployedTo({ analytics }: Stores): Promise<Set<string>> {
  const rows = await analytics.query<{ environment: string }>('SELECT DISTINCT arrayJoin(environments) AS environment FROM services FINAL')
  return new Set(rows.map(({ environment }) => environment))
}

function messageOf(removed: Removed, by: readonly string[]): string {
  const shown = by.slice(0, MOST_SHOWN)
  const others = by.length - shown.length
  const list = others > 0 ? [...shown, `${others} more`] : shown
  const names = new Intl.ListFormat('en-GB').format(list)
  return `The ${wordsFor(removed)} is still named by ${names}: take it out there first.`
}
