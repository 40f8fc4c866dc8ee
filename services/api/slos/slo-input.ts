import type { Indicator, Matcher, MetricSelector, Place, Slo } from '../../slo/slo.js'

type SelectorInput = { metric: string; matchers: { label: string; op: keyof typeof OPS; value: string }[] }

export type IndicatorInput = {
  name: string
  displayName: string
  description: string
  service?: string | null
  unit: string
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
  displayName: string
  description: string
  service: string
  indicator: string
  windowDays: number
  budgetingMethod: keyof typeof METHODS
  target: number
  op?: 'LT' | 'LTE' | 'GT' | 'GTE' | null
  value?: number | null
  timeSliceTarget?: number | null
  timeSliceSeconds?: number | null
  alertPolicies?: string[] | null
}

export const OPS = { EQUAL: '=', NOT_EQUAL: '!=', MATCHES: '=~', NOT_MATCHES: '!~' } as const
export const METHODS = { OCCURRENCES: 'Occurrences', TIMESLICES: 'Timeslices', RATIO_TIMESLICES: 'RatioTimeslices' } as const

/** What is left out becomes empty, which `faultsOfIndicator` then says. */
export function indicatorOf(input: IndicatorInput): Indicator {
  const labels = Object.entries(input.labels ?? {}).flatMap(([place, label]) => (label ? [[place as Place, label] as const] : []))
  return {
    name: input.name,
    displayName: input.displayName,
    description: input.description,
    service: input.service || null,
    unit: input.unit,
    measure: measureOf(input),
    labels: Object.fromEntries(labels),
  }
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
  const { target, op, value, timeSliceTarget = null, timeSliceSeconds = null } = input
  const comparison = op ? (op.toLowerCase() as 'lt' | 'lte' | 'gt' | 'gte') : null
  return {
    name: input.name,
    displayName: input.displayName,
    description: input.description,
    service: input.service,
    indicator: input.indicator,
    windowSeconds: Math.round(input.windowDays * 86_400),
    budgetingMethod: METHODS[input.budgetingMethod],
    objectives: [
      { displayName: '', target, op: comparison, value: value ?? null, timeSliceTarget, timeSliceSeconds, indicator: null, compositeWeight: null },
    ],
    alertPolicies: input.alertPolicies ?? before?.alertPolicies ?? [],
  }
}
