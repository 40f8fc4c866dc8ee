import { listKind } from '../../workspace/declarations.js'
import { productionTest } from '../../workspace/production.js'
import { readSettings } from '../../workspace/settings.js'
import type { PageArguments } from '../../store/analytics/page.js'
import { badInput, readPage, toPage } from '../paging.js'
import type { Runtime } from '../runtime.js'

type Stores = Pick<Runtime, 'analytics' | 'control'>
type Catalogue = Stores & Pick<Runtime, 'teamLimit'>

/** Teams that were declared, and those that services name. */
export async function listTeams({ analytics, control, teamLimit }: Catalogue, { first, after }: PageArguments) {
  const page = readPage(first ?? 100, after)
  const [declared, named] = await Promise.all([
    listKind(control, 'Team'),
    analytics.query<{ team: string }>(`SELECT DISTINCT team FROM services FINAL WHERE team != ''`),
  ])
  const specs = new Map(declared.map(({ name, spec }) => [name, spec]))
  const own = teamLimit.teams()
  const known = [...new Set([...specs.keys(), ...named.map(({ team }) => team)])].sort()
  const ids = own === null ? known : known.filter((id) => own.includes(id))
  const begin = page.after === null ? '' : readId(page.after)
  const shown = ids.filter((id) => page.after === null || id > begin).slice(0, page.limit + 1)
  const nodes = shown.map((id) => ({ id, title: specs.get(id)?.title || id, members: specs.get(id)?.members ?? [], declared: specs.has(id) }))
  return { ...toPage(nodes, page, ({ id }) => [id]), totalCount: ids.length }
}

/** Environments that were declared, and those that were deployed to. Production comes first. */
export async function listEnvironments({ analytics, control }: Stores) {
  const [settings, seen] = await Promise.all([
    readSettings(control),
    analytics.query<{ environment: string }>('SELECT DISTINCT environment FROM deployments FINAL'),
  ])
  const isProduction = productionTest(settings.production)
  const declared = new Set([...settings.production.environments, ...settings.production.others])
  return [...new Set([...declared, ...seen.map(({ environment }) => environment)])]
    .map((id) => ({ id, production: isProduction(id), declared: declared.has(id) }))
    .sort((a, b) => Number(b.production) - Number(a.production) || (a.id < b.id ? -1 : 1))
}

function readId([id, ...more]: readonly unknown[]): string {
  if (typeof id !== 'string' || more.length > 0) throw badInput('after must be a cursor from a page before.')
  return id
}
