import { suggestion, type Problem } from './check-spec.js'
import type { ApproverGroupSpec, Declaration, ServiceSpec, TeamSpec } from './specs.js'

/** What a declaration may name: teams, services by any of their names, and people by their logins. */
export type Names = { teams: readonly string[]; services: readonly string[]; members: readonly string[] }

type Reference = { to: keyof Names; path: string[]; name: string }

const ADVICE: Readonly<Record<keyof Names, { word: string; advice: string }>> = {
  teams: { word: 'team', advice: 'declare it as a Team first, or in the same files' },
  services: { word: 'service', advice: 'no event names it, so declare it as a Service first, or in the same files' },
  members: {
    word: 'login',
    advice: 'it is in no team, has not signed in and has approved nothing, so put it into the members of a Team first, or in the same files',
  },
}

/** The names in a declaration that neither the others nor what is known already has. */
export function missingNames(declaration: Declaration, known: Names): Problem[] {
  return referencesOf(declaration)
    .filter(({ to, name }) => !known[to].includes(name))
    .map(({ to, path, name }) => {
      const { word, advice } = ADVICE[to]
      return { path, message: `there is no ${word} ${name}${suggestion(name, known[to])}; ${advice}` }
    })
}

export function referencesOf({ kind, spec }: Declaration): Reference[] {
  if (kind === 'Service') {
    const { team } = spec as ServiceSpec
    return team === '' ? [] : [{ to: 'teams', path: ['team'], name: team }]
  }
  if (kind !== 'ApproverGroup') return []
  const { members, services } = spec as ApproverGroupSpec
  const listed = (to: keyof Names, field: string, names: readonly string[]) => names.map((name): Reference => ({ to, path: [field, name], name }))
  return [...listed('members', 'members', members), ...listed('services', 'services', services)]
}

/** The names that declarations give. */
export function namesGiven(declarations: readonly Declaration[]): Names {
  const of = <S>(kind: Declaration['kind']) => declarations.filter((one) => one.kind === kind).map(({ name, spec }) => ({ name, spec: spec as S }))
  const [teams, services] = [of<TeamSpec>('Team'), of<ServiceSpec>('Service')]
  return {
    teams: teams.map(({ name }) => name),
    services: services.flatMap(({ name, spec }) => [name, ...spec.aliases]),
    members: teams.flatMap(({ spec }) => spec.members),
  }
}
