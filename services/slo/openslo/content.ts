import type { AlertCondition, AlertPolicy, AlertTarget, MetricDataSource } from '../alert-policy.js'
import { faultOfComparison } from '../faults.js'
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

/** What an object refers to, and where in its file; of an indicator perhaps also whether its values are compared. */
export type Reference = { kind: Exclude<OpenSloKind, 'Service' | 'SLO'>; name: string; compares?: boolean } & Place

export type Place = { line: number; column: number; path: string }

/** What is wrong in a file; lines and columns count from 1. */
export type OpenSloProblem = Place & { message: string }

export function specsOf<Kind extends OpenSloKind>(objects: readonly OpenSloObject[], kind: Kind): Specs[Kind][] {
  return objects.filter((object) => object.kind === kind).map(({ spec }) => spec as Specs[Kind])
}

/** References to what is neither in the file nor known already, and to what cannot be used so. */
export function brokenReferences(references: readonly Reference[], known: readonly OpenSloObject[]): OpenSloProblem[] {
  // The first of a name counts: what a file says comes before what is there.
  const byName = new Map(known.toReversed().map((object) => [`${object.kind}\n${object.name}`, object]))
  return references.flatMap(({ kind, name, compares, ...place }) => {
    const message = faultOf({ kind, name, compares }, byName.get(`${kind}\n${name}`))
    return message === null ? [] : [{ ...place, message }]
  })
}

function faultOf({ kind, name, compares }: Pick<Reference, 'kind' | 'name' | 'compares'>, object: OpenSloObject | undefined): string | null {
  if (compares !== undefined) return object?.kind === 'SLI' ? faultOfComparison(object.spec, compares) : null
  if (object) return null
  return kind === 'SLI' ? `there is no SLI ${name}, and no reading of one` : `there is no ${kind} ${name}`
}

/** An indicator that nobody declared, of which readings were reported. */
export function reportedIndicator(name: string): OpenSloObject<'SLI'> {
  const spec: Indicator = { name, displayName: '', description: '', service: null, unit: '1', measure: { kind: 'reported' }, labels: {} }
  return { kind: 'SLI', name, spec }
}
