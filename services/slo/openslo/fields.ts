import { nearest } from '../../domain/nearest.js'
import type { OpenSloKind } from './content.js'
import type { Given, Path } from './reading.js'

/** The fields that the specification gives an object, and theirs; lists have those of what they hold. Null is not looked into. */
type Shape = { readonly [field: string]: Shape | null }

const metadata: Shape = { name: null, displayName: null, labels: null, annotations: null }
const inPlace = (spec: Shape): Shape => ({ apiVersion: null, kind: null, metadata, spec })

const metric: Shape = { metricSource: { metricSourceRef: null, type: null, spec: null } }
const indicator: Shape = {
  description: null,
  thresholdMetric: metric,
  ratioMetric: { counter: null, good: metric, bad: metric, total: metric, raw: metric, rawType: null },
}
const alertCondition: Shape = {
  description: null,
  severity: null,
  condition: { kind: null, op: null, threshold: null, lookbackWindow: null, alertAfter: null },
}
const target: Shape = { description: null, target: null }
const policy: Shape = {
  description: null,
  alertWhenNoData: null,
  alertWhenResolved: null,
  alertWhenBreaching: null,
  conditions: { conditionRef: null, ...inPlace(alertCondition) },
  notificationTargets: { targetRef: null, ...inPlace(target) },
}
const objective: Shape = {
  displayName: null,
  op: null,
  value: null,
  target: null,
  targetPercent: null,
  timeSliceTarget: null,
  timeSliceWindow: null,
  indicator: inPlace(indicator),
  indicatorRef: null,
  compositeWeight: null,
}

const specs: Record<OpenSloKind, Shape> = {
  Service: { description: null },
  DataSource: { description: null, type: null, connectionDetails: null },
  SLI: indicator,
  AlertNotificationTarget: target,
  AlertCondition: alertCondition,
  AlertPolicy: policy,
  SLO: {
    description: null,
    service: null,
    indicator: inPlace(indicator),
    indicatorRef: null,
    timeWindow: { duration: null, isRolling: null, calendar: null },
    budgetingMethod: null,
    objectives: objective,
    alertPolicies: { alertPolicyRef: null, ...inPlace(policy) },
  },
}

/** Tells of each field that the specification does not have, and which one may be meant. */
export function complainOfFields(document: unknown, kind: OpenSloKind, { complain }: Given): void {
  look(document, inPlace(specs[kind]), [])

  function look(value: unknown, shape: Shape, path: Path): void {
    if (Array.isArray(value)) return value.forEach((member, index) => look(member, shape, [...path, index]))
    if (typeof value !== 'object' || value === null) return
    for (const [field, member] of Object.entries(value)) {
      const at = [...path, field]
      if (!Object.hasOwn(shape, field)) complain(at, `there is no field ${field}${meant(field, Object.keys(shape))}`)
      else if (shape[field]) look(member, shape[field], at)
    }
  }
}

function meant(field: string, known: readonly string[]): string {
  const near = nearest(field, known)
  return near ? `; ${near} may be meant` : `; there are ${known.join(', ')}`
}
