import type { BudgetingMethod, Comparison, SloInput } from '../../generated/graphql.js'
import { listOf, numberOf, textOf } from '../settings/workspace/form-values.js'

/** 99.9 / 100 is a little below 0.999. */
function shareOf(form: FormData, name: string): number {
  return Number((numberOf(form, name) / 100).toPrecision(12))
}

/** A share as per cent, without the digits that dividing adds. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12))
}

/** All that the form shows, so that what is emptied there is empty. */
export function sloInputOf(form: FormData): SloInput {
  const op = textOf(form, 'op')
  const budgetingMethod = textOf(form, 'budgetingMethod') as BudgetingMethod
  return {
    name: textOf(form, 'name'),
    displayName: textOf(form, 'displayName'),
    description: textOf(form, 'description'),
    service: textOf(form, 'service'),
    indicator: textOf(form, 'indicator'),
    target: shareOf(form, 'target'),
    windowDays: numberOf(form, 'windowDays'),
    op: op === '' ? null : (op as Comparison),
    value: op === '' ? null : numberOf(form, 'value'),
    budgetingMethod,
    timeSliceSeconds: budgetingMethod === 'OCCURRENCES' ? null : numberOf(form, 'timeSliceMinutes') * 60,
    timeSliceTarget: budgetingMethod === 'TIMESLICES' ? shareOf(form, 'timeSliceTarget') : null,
    alertPolicies: listOf(form, 'alertPolicies'),
  }
}
