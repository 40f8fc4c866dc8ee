import type { Fault } from '../../slo/faults.js'
import type { Indicator, Matcher, MetricSelector, Place, Slo } from '../../slo/slo.js'

type SelectorInput = { metric: string; matchers: { label: string; op: keyof typeof OPS; value: string }[] }

export type IndicatorInput = {
  name: string
  displayName?: string | null
  description?: string | null
  service?: string | null
  unit?: string | null
  kind: 'RATIO' | 'LATENCY' | 'GAUGE' | 'REPORTED'
  good?: SelectorInput | null
  bad?: SelectorInput | null
  total?: SelectorInput | null
  histogram?: SelectorInput | null
  threshold?: number | null
  value?: SelectorInput | null
  labels?: Partial<Record<Place, string | null>> | null
}

export type SloInput = {
  name: string
  displayName?: string | null
  description?: string | null
  service: string
  indicator: string
  windowDays: number
  budgetingMethod?: keyof typeof METHODS | null
  target: number
  op?: 'LT' | 'LTE' | 'GT' | 'GTE' | null
  value?: number | null
  timeSliceTarget?: number | null
  timeSliceSeconds?: number | null
  alertPolicies?: string[] | null
}

export const OPS = { EQUAL: '=', NOT_EQUAL: '!=', MATCHES: '=~', NOT_MATCHES: '!~' } as const
export const METHODS = { OCCURRENCES: 'Occurrences', TIMESLICES: 'Timeslices', RATIO_TIMESLICES: 'RatioTimeslices' } as const

/** `before` has what the input leaves as it is. What a measure lacks becomes empty, which `faultsOfIndicator` then says. */
export function indicatorOf(input: IndicatorInput, before: Indicator | null): Indicator {
  return {
    name: input.name,
    displayName: input.displayName ?? before?.displayName ?? '',
    description: input.description ?? before?.description ?? '',
    service: input.service === undefined ? (before?.service ?? null) : input.service || null,
    unit: input.unit ?? before?.unit ?? '1',
    measure: measureOf(input),
    labels: input.labels === undefined ? (before?.labels ?? {}) : labelsOf(input.labels),
  }
}

function labelsOf(labels: IndicatorInput['labels']): Indicator['labels'] {
  return Object.fromEntries(Object.entries(labels ?? {}).flatMap(([place, label]) => (label ? [[place, label] as const] : [])))
}

function measureOf({ kind, good, bad, total, histogram, threshold, value }: IndicatorInput): Indicator['measure'] {
  if (kind === 'RATIO') return { kind: 'ratio', good: good ? selectorOf(good) : null, bad: bad ? selectorOf(bad) : null, total: selectorOf(total) }
  if (kind === 'LATENCY') return { kind: 'latency', histogram: selectorOf(histogram), threshold: threshold ?? 0 }
  return kind === 'GAUGE' ? { kind: 'gauge', value: selectorOf(value) } : { kind: 'reported' }
}

function selectorOf(input: SelectorInput | null | undefined): MetricSelector {
  const matchers = (input?.matchers ?? []).map(({ label, op, value }): Matcher => ({ label, op: OPS[op], value }))
  return { metric: input?.metric ?? '', matchers }
}

/** `before` has what the input leaves as it is. */
export function sloOf(input: SloInput, before: Slo | null): Slo {
  const { target, op, value, budgetingMethod } = input
  const [objective] = before?.objectives ?? []
  const comparison = op ? (op.toLowerCase() as 'lt' | 'lte' | 'gt' | 'gte') : null
  return {
    name: input.name,
    displayName: input.displayName ?? before?.displayName ?? '',
    description: input.description ?? before?.description ?? '',
    service: input.service,
    indicator: input.indicator,
    windowSeconds: Math.round(input.windowDays * 86_400),
    budgetingMethod: budgetingMethod ? METHODS[budgetingMethod] : (before?.budgetingMethod ?? 'Occurrences'),
    objectives: [
      {
        displayName: objective?.displayName ?? '',
        target,
        op: comparison,
        value: value ?? null,
        timeSliceTarget: input.timeSliceTarget === undefined ? (objective?.timeSliceTarget ?? null) : input.timeSliceTarget,
        timeSliceSeconds: input.timeSliceSeconds === undefined ? (objective?.timeSliceSeconds ?? null) : input.timeSliceSeconds,
        indicator: null,
        compositeWeight: null,
      },
    ],
    alertPolicies: input.alertPolicies ?? before?.alertPolicies ?? [],
  }
}

/** The input has one objective; others that are there would be lost. */
export function faultsOfReplacing(before: Slo | null): Fault[] {
  const count = before?.objectives.length ?? 0
  if (count < 2) return []
  return [
    { path: 'name', message: `${before?.name} has ${count} objectives, of which saving would leave one. Change it by OpenSLO, or delete it first.` },
  ]
}
