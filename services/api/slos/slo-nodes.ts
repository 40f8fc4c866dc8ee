import type { WholeAlertPolicy } from '../../slo/alert-policy.js'
import { fastestBurn } from '../../slo/burn.js'
import type { Indicator, MetricSelector, Slo } from '../../slo/slo.js'
import { weightOf, type ObjectiveStatus, type SloStatus, type Standing } from '../../slo/status.js'
import { METHODS, OPS } from './slo-input.js'

/** The name that GraphQL has for a value. */
function keyOf<Key extends string>(names: Readonly<Record<Key, string>>, value: string): Key {
  return Object.keys(names).find((key) => names[key as Key] === value) as Key
}

export function indicatorNode({ measure, labels, ...indicator }: Indicator) {
  const ratio = measure.kind === 'ratio' ? measure : null
  return {
    ...indicator,
    kind: measure.kind.toUpperCase(),
    good: selectorNode(ratio?.good),
    bad: selectorNode(ratio?.bad),
    total: selectorNode(ratio?.total),
    histogram: measure.kind === 'latency' ? selectorNode(measure.histogram) : null,
    threshold: measure.kind === 'latency' ? measure.threshold : null,
    value: measure.kind === 'gauge' ? selectorNode(measure.value) : null,
    labels,
  }
}

function selectorNode(selector: MetricSelector | null | undefined) {
  return selector
    ? { metric: selector.metric, matchers: selector.matchers.map(({ label, op, value }) => ({ label, op: keyOf(OPS, op), value })) }
    : null
}

/** What the history of an objective is asked with. */
export type ObjectiveNode = ReturnType<typeof objectiveNode>

export function sloNode({ slo, at, from, objectives, composite }: SloStatus, policies: readonly WholeAlertPolicy[]) {
  const { name, displayName, description, service, windowSeconds, budgetingMethod } = slo
  return {
    name,
    displayName: displayName || name,
    description,
    service,
    windowSeconds,
    budgetingMethod: keyOf(METHODS, budgetingMethod),
    at,
    from,
    objectives: objectives.map((status) => objectiveNode(slo, status, { from, at })),
    composite: composite && standingNode(composite),
    alertPolicies: policies.map(policyNode),
  }
}

function policyNode({ condition, targets, ...policy }: WholeAlertPolicy) {
  const { severity, threshold, lookbackSeconds, alertAfterSeconds } = condition
  return { ...policy, severity: severity.toUpperCase(), threshold, lookbackSeconds, alertAfterSeconds, targets }
}

function standingNode<Any extends Standing>(standing: Any) {
  const { rules, target } = standing
  return {
    ...standing,
    rules: rules.map((rule) => ({ ...rule, severity: rule.severity.toUpperCase(), reachable: fastestBurn(target) > rule.factor })),
  }
}

function objectiveNode(slo: Slo, { objective, indicator, ...status }: ObjectiveStatus, span: { from: Date; at: Date }) {
  return {
    ...objective,
    ...standingNode(status),
    indicator,
    op: objective.op?.toUpperCase() ?? null,
    weight: weightOf(objective),
    slo,
    declared: objective,
    span,
  }
}
