import type { BurnRule } from './burn.js'

type Named = { name: string; displayName: string; description: string }

/** When the error budget burns so fast that someone is told: above `threshold` over the window, for `alertAfterSeconds`. */
export type AlertCondition = Named & {
  severity: 'page' | 'ticket'
  threshold: number
  lookbackSeconds: number
  alertAfterSeconds: number
}

/** Who is told: the route of this name, or else the routes of the kind that `target` names. */
export type AlertTarget = Named & { target: string }

/** What alerts an objective has in place of the default rules, and who is told. */
export type AlertPolicy = Named & {
  whenBreaching: boolean
  whenResolved: boolean
  /** Whether someone is told while there is nothing to judge. */
  whenNoData: boolean
  /** The name of its `AlertCondition`. */
  condition: string
  /** Names of `AlertTarget`s; none for the routes that take such alerts anyway. */
  targets: string[]
}

/** Where telemetry comes from. Windsock is sent it, so that nothing is kept of how to connect. */
export type MetricDataSource = Named & { type: string }

/** A policy with what it refers to. */
export type WholeAlertPolicy = Omit<AlertPolicy, 'condition' | 'targets'> & { condition: AlertCondition; targets: AlertTarget[] }

/** The rule of a policy: one window, and no fewest number of bad events, since its author chose the threshold. */
export function ruleOf({ condition }: Pick<WholeAlertPolicy, 'condition'>): BurnRule {
  const { severity, threshold, lookbackSeconds, alertAfterSeconds } = condition
  return {
    severity,
    longSeconds: lookbackSeconds,
    shortSeconds: lookbackSeconds,
    factor: threshold,
    budgetShare: 0,
    forSeconds: alertAfterSeconds,
    fewestBad: 0,
  }
}

/** Null where something that it refers to is not there. */
export function wholePolicy(
  policy: AlertPolicy,
  { conditions, targets }: { conditions: readonly AlertCondition[]; targets: readonly AlertTarget[] },
): WholeAlertPolicy | null {
  const condition = conditions.find(({ name }) => name === policy.condition)
  const named = policy.targets.flatMap((target) => targets.find(({ name }) => name === target) ?? [])
  return condition && named.length === policy.targets.length ? { ...policy, condition, targets: named } : null
}
