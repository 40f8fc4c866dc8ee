import { suggestion, type Problem } from './check-spec.js'
import type { ApproverGroupSpec, Declaration, ServiceSpec } from './specs.js'

/** What a declaration may name: teams, and services by any of their names. Who approves may sign in for the first time tomorrow. */
export type Names = { teams: readonly string[]; services: readonly string[] }

type Reference = { to: keyof Names; path: string[]; name: string }

const ADVICE: Readonly<Record<keyof Names, { word: string; advice: string }>> = {
  teams: { word: 'team', advice: 'declare it as a Team first, or in the same files' },
  services: { word: 'service', advice: 'no event names it, so declare it as a Service first, or in the same files' },
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
  const { services } = spec as ApproverGroupSpec
  return services.map((name) => ({ to: 'services', path: ['services', name], name }))
}

/** The names that declarations give. */
export function namesGiven(declarations: readonly Declaration[]): Names {
  const of = <S>(kind: Declaration['kind']) => declarations.filter((one) => one.kind === kind).map(({ name, spec }) => ({ name, spec: spec as S }))
  return {
    teams: of('Team').map(({ name }) => name),
    services: of<ServiceSpec>('Service').flatMap(({ name, spec }) => [name, ...spec.aliases]),
  }
}
