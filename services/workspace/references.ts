import { suggestion } from '../domain/nearest.js'
import type { Problem } from './check-spec.js'
import type { Declaration } from './specs.js'

/** What a declaration may name, services by any of their names. Who approves may sign in for the first time tomorrow. */
export type Names = Record<'Team' | 'Service' | 'Environment' | 'Calendar', readonly string[]>

export type Reference = { to: keyof Names; path: string[]; name: string }

const ADVICE: Readonly<Record<keyof Names, string>> = {
  Team: 'declare it as a Team first, or in the same files',
  Service: 'no event names it, so declare it as a Service first, or in the same files',
  Environment: 'nothing was deployed to it, so declare it as an Environment first, or in the same files',
  Calendar: 'declare it as a Calendar first, or in the same files',
}

/** The names that are given and not known. */
export function missingNames(references: readonly Reference[], known: Names): Problem[] {
  return references
    .filter(({ to, name }) => !known[to].includes(name))
    .map(({ to, path, name }) => ({
      path,
      message: `there is no ${to.toLowerCase()} ${name}${suggestion(name, known[to])}; ${ADVICE[to]}`,
    }))
}

export function referencesOf(declaration: Declaration): Reference[] {
  switch (declaration.kind) {
    case 'Service': {
      const { team, dependsOn } = declaration.spec
      return [...only('Team', 'team', team), ...each('Service', 'dependsOn', dependsOn)]
    }
    case 'ApproverGroup': {
      const { services, environments } = declaration.spec
      return [...each('Service', 'services', services), ...each('Environment', 'environments', environments)]
    }
    case 'Workspace':
      return only('Calendar', 'calendar', declaration.spec.calendar)
    default:
      return []
  }
}

function only(to: keyof Names, field: string, name: string | null | undefined): Reference[] {
  return name ? [{ to, path: [field], name }] : []
}

function each(to: keyof Names, field: string, names: readonly string[]): Reference[] {
  return names.map((name) => ({ to, path: [field, name], name }))
}

/** The names that declarations give. */
export function namesGiven(declarations: readonly Declaration[]): Names {
  const of = (kind: keyof Names) => declarations.flatMap((one) => (one.kind === kind ? namesOf(one) : []))
  return { Team: of('Team'), Service: of('Service'), Environment: of('Environment'), Calendar: of('Calendar') }
}

export function namesOf(declaration: Declaration): string[] {
  return declaration.kind === 'Service' ? [declaration.name, ...declaration.spec.aliases] : [declaration.name]
}

/** As a sentence speaks of it: `approver group dba`. */
export function wordsFor({ kind, name }: Pick<Declaration, 'kind' | 'name'>): string {
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return kind === 'Workspace' ? words : `${words} ${name}`
}
