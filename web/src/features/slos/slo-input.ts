import type { BudgetingMethod, Comparison, SloInput, SloPartInput, SloQuery } from '../../generated/graphql.js'
import { listOf, numberOf, textOf } from '../settings/workspace/form-values.js'

/** 99.9 / 100 is a little below 0.999. */
function shareOf(percent: string): number {
  return Number((Number(percent) / 100).toPrecision(12))
}

/** A share as per cent, without the digits that dividing adds. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12))
}

/** Whether the form shows one indicator, or parts of a composite. */
export type Judged = 'ONE' | 'PARTS'

/** All that the form shows, so that what is emptied there is empty. */
export function sloInputOf(form: FormData): SloInput {
  const budgetingMethod = textOf(form, 'budgetingMethod') as BudgetingMethod
  return {
    name: textOf(form, 'name'),
    displayName: textOf(form, 'displayName'),
    description: textOf(form, 'description'),
    service: textOf(form, 'service'),
    ...(textOf(form, 'judged') === 'PARTS' ? { parts: partsOf(form) } : oneOf(form)),
    windowDays: numberOf(form, 'windowDays'),
    budgetingMethod,
    timeSliceSeconds: budgetingMethod === 'OCCURRENCES' ? null : numberOf(form, 'timeSliceMinutes') * 60,
    timeSliceTarget: budgetingMethod === 'TIMESLICES' ? shareOf(textOf(form, 'timeSliceTarget')) : null,
    alertPolicies: listOf(form, 'alertPolicies'),
  }
}

function oneOf(form: FormData): Pick<SloInput, 'indicator' | 'target' | 'op' | 'value'> {
  return { indicator: textOf(form, 'indicator'), target: shareOf(textOf(form, 'target')), ...comparedOf(textOf(form, 'op'), textOf(form, 'value')) }
}

/** The fields of the parts have the same names, and come in the order of the parts. */
function partsOf(form: FormData): SloPartInput[] {
  const [targets, weights, ops, values] = ['partTarget', 'partWeight', 'partOp', 'partValue'].map((name) => form.getAll(name).map(String))
  return form.getAll('partIndicator').map((indicator, index) => ({
    indicator: String(indicator).trim(),
    target: shareOf(targets?.[index] ?? ''),
    weight: Number(weights?.[index]),
    ...comparedOf(ops?.[index] ?? '', values?.[index] ?? ''),
  }))
}

function comparedOf(op: string, value: string): { op: Comparison | null; value: number | null } {
  return op === '' ? { op: null, value: null } : { op: op as Comparison, value: Number(value) }
}

/** Whether the form can show it as it is: one objective, or a composite whose parts have the same slices of time. */
export function fitsForm({ composite, objectives }: Pick<NonNullable<SloQuery['slo']>, 'composite' | 'objectives'>): boolean {
  if (objectives.length === 1) return true
  return Boolean(composite) && new Set(objectives.map(({ timeSliceSeconds, timeSliceTarget }) => `${timeSliceSeconds} ${timeSliceTarget}`)).size === 1
}
