import { stringify } from 'yaml'
import type { AlertCondition, AlertPolicy } from '../alert-policy.js'
import type { Indicator, MetricSelector, Objective, Slo } from '../slo.js'
import type { OpenSloObject } from './content.js'
import { writeDuration } from './durations.js'
import { writeSelector } from './selectors.js'

const apiVersion = 'openslo/v1'

/** OpenSLO v1 documents, which `readOpenSlo` reads as what they were. */
export function writeOpenSlo(objects: readonly OpenSloObject[]): string {
  const documents = objects.map((object) => ({ apiVersion, kind: object.kind, metadata: metadataOf(object.spec), spec: specOf(object) }))
  return documents.map((document) => stringify(document, { lineWidth: 0 })).join('---\n')
}

function specOf({ kind, spec }: OpenSloObject): object {
  if (kind === 'Service') return {}
  if (kind === 'DataSource') return { ...described(spec.description), type: spec.type }
  if (kind === 'AlertNotificationTarget') return { ...described(spec.description), target: spec.target }
  if (kind === 'AlertCondition') return conditionSpec(spec)
  if (kind === 'AlertPolicy') return policySpec(spec)
  return kind === 'SLI' ? indicatorSpec(spec) : sloSpec(spec)
}

function conditionSpec({ description, severity, threshold, lookbackSeconds, alertAfterSeconds }: AlertCondition) {
  const [lookbackWindow, alertAfter] = [writeDuration(lookbackSeconds), writeDuration(alertAfterSeconds)]
  return { ...described(description), severity, condition: { kind: 'burnrate', threshold, lookbackWindow, alertAfter } }
}

function policySpec({ description, whenBreaching, whenResolved, whenNoData, condition, targets }: AlertPolicy) {
  return {
    ...described(description),
    alertWhenBreaching: whenBreaching,
    alertWhenResolved: whenResolved,
    alertWhenNoData: whenNoData,
    conditions: [{ conditionRef: condition }],
    notificationTargets: targets.map((targetRef) => ({ targetRef })),
  }
}

function metadataOf({ name, displayName }: { name: string; displayName: string }) {
  return { name, ...(displayName === '' ? {} : { displayName }) }
}

function described(description: string) {
  return description === '' ? {} : { description }
}

function indicatorSpec({ measure, labels, description, service, unit }: Indicator): object {
  const common = {
    ...(service === null ? {} : { service }),
    ...(unit === '1' ? {} : { unit }),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  }
  const source = (own: object, more: object = common) => ({ metricSource: { type: 'windsock', spec: { ...own, ...more } } })
  const query = (selector: MetricSelector) => ({ query: writeSelector(selector) })
  const base = described(description)
  if (measure.kind === 'reported') return { ...base, thresholdMetric: source({ reported: true }) }
  if (measure.kind === 'gauge') return { ...base, thresholdMetric: source(query(measure.value)) }
  if (measure.kind === 'latency') return { ...base, thresholdMetric: source({ ...query(measure.histogram), threshold: measure.threshold }) }
  const { good, bad, total } = measure
  const counts = { ...(good ? { good: source(query(good), {}) } : {}), ...(bad ? { bad: source(query(bad), {}) } : {}), total: source(query(total)) }
  return { ...base, ratioMetric: { counter: true, ...counts } }
}

function sloSpec({ description, service, indicator, windowSeconds, budgetingMethod, objectives, alertPolicies }: Slo) {
  return {
    ...described(description),
    service,
    ...(indicator === null ? {} : { indicatorRef: indicator }),
    timeWindow: [{ duration: writeDuration(windowSeconds), isRolling: true }],
    budgetingMethod,
    objectives: objectives.map(objectiveOf),
    ...(alertPolicies.length === 0 ? {} : { alertPolicies: alertPolicies.map((alertPolicyRef) => ({ alertPolicyRef })) }),
  }
}

function objectiveOf({ displayName, target, op, value, timeSliceTarget, timeSliceSeconds, indicator, compositeWeight }: Objective) {
  return {
    ...(displayName === '' ? {} : { displayName }),
    target,
    ...(op === null ? {} : { op, value }),
    ...(timeSliceTarget === null ? {} : { timeSliceTarget }),
    ...(timeSliceSeconds === null ? {} : { timeSliceWindow: writeDuration(timeSliceSeconds) }),
    ...(indicator === null ? {} : { indicatorRef: indicator }),
    ...(compositeWeight === null ? {} : { compositeWeight }),
  }
}
