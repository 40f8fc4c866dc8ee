import type { MeasureTargetInput, MeasureTargetsQuery, Unit } from '../../../generated/graphql.js'
import { textOf } from './form-values.js'

type Definition = MeasureTargetsQuery['metricDefinitions'][number]
type Bound = 'low' | 'high'

/** In what a bound is typed, and how much of the measure's unit that is. */
const typedIn: Readonly<Record<Unit, { title: string; size: number }>> = {
  RATIO: { title: '%', size: 0.01 },
  SECONDS: { title: 'minutes', size: 60 },
  COUNT: { title: 'count', size: 1 },
}

export const fieldName = (key: string, bound: Bound) => `${key}.${bound}`

export function unitTitle(unit: Unit): string {
  return typedIn[unit].title
}

/** As it is typed; empty where there is none. */
export function typedBound({ unit }: Pick<Definition, 'unit'>, targets: Definition['targets'], bound: Bound): string {
  const value = targets[0]?.[bound] ?? null
  return value === null ? '' : String(rounded(value / typedIn[unit].size))
}

/** What was typed, of the measures whose own it is not. */
export function readTargets(form: FormData, definitions: readonly Definition[]): MeasureTargetInput[] {
  return definitions.flatMap((definition) => {
    const typed = (bound: Bound) => textOf(form, fieldName(definition.key, bound))
    const isOwn = (['low', 'high'] as const).every((bound) => typed(bound) === typedBound(definition, definition.ownTargets, bound))
    if (isOwn) return []
    const value = (bound: Bound) => (typed(bound) === '' ? null : rounded(Number(typed(bound)) * typedIn[definition.unit].size))
    return [{ measure: definition.key, low: value('low'), high: value('high') }]
  })
}

/** Without what binary fractions add: 7 % is 0.07. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
