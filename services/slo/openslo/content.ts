import type { AlertCondition, AlertPolicy, AlertTarget, MetricDataSource } from '../alert-policy.js'
import type { Indicator, Slo } from '../slo.js'

export type ServiceTitle = { name: string; displayName: string }

type Specs = {
  Service: ServiceTitle
  DataSource: MetricDataSource
  SLI: Indicator
  AlertNotificationTarget: AlertTarget
  AlertCondition: AlertCondition
  AlertPolicy: AlertPolicy
  SLO: Slo
}

export type OpenSloKind = keyof Specs

/** One object of an OpenSLO file, under the kind that the specification gives it. */
export type OpenSloObject<Kind extends OpenSloKind = OpenSloKind> = { [Each in Kind]: { kind: Each; name: string; spec: Specs[Each] } }[Kind]

/** In the order in which one may refer to another. */
export const openSloKinds = [
  'Service',
  'DataSource',
  'SLI',
  'AlertNotificationTarget',
  'AlertCondition',
  'AlertPolicy',
  'SLO',
] as const satisfies OpenSloKind[]

/** What an object refers to, and where in its file. Indicators may be reported by events, and need not be declared. */
export type Reference = { kind: 'DataSource' | 'AlertNotificationTarget' | 'AlertCondition' | 'AlertPolicy'; name: string } & Place

export type Place = { line: number; column: number; path: string }

/** What is wrong in a file; lines and columns count from 1. */
export type OpenSloProblem = Place & { message: string }

export function specsOf<Kind extends OpenSloKind>(objects: readonly OpenSloObject[], kind: Kind): Specs[Kind][] {
  return objects.filter((object) => object.kind === kind).map(({ spec }) => spec as Specs[Kind])
}

/** References to what is neither in the file nor known already. */
export function danglingReferences(references: readonly Reference[], known: readonly Pick<OpenSloObject, 'kind' | 'name'>[]): OpenSloProblem[] {
  const names = new Set(known.map(({ kind, name }) => `${kind}\n${name}`))
  return references
    .filter(({ kind, name }) => !names.has(`${kind}\n${name}`))
    .map(({ kind, name, ...place }) => ({ ...place, message: `there is no ${kind} ${name}` }))
}
