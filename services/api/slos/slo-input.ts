import type { Fault } from '../../slo/faults.js'
import {
  isComposite,
  type Comparison,
  type Indicator,
  type Matcher,
  type MetricSelector,
  type Objective,
  type Place,
  type Slo,
} from '../../slo/slo.js'

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

type ComparisonInput = 'LT' | 'LTE' | 'GT' | 'GTE'

type SloPartInput = { indicator: string; target: number; weight: number; op?: ComparisonInput | null; value?: number | null }

export type SloInput = {
  name: string
  displayName?: string | null
  description?: string | null
  service: string
  indicator?: string | null
  windowDays: number
  budgetingMethod?: keyof typeof METHODS | null
  target?: number | null
  op?: ComparisonInput | null
  value?: number | null
  parts?: SloPartInput[] | null
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

/** `before` has what the input leaves as it is. What it lacks of an objective `faultsOfSloInput` says. */
export function sloOf(input: SloInput, before: Slo | null): Slo {
  const { budgetingMethod, parts } = input
  return {
    name: input.name,
    displayName: input.displayName ?? before?.displayName ?? '',
    description: input.description ?? before?.description ?? '',
    service: input.service,
    indicator: parts ? null : (input.indicator ?? ''),
    windowSeconds: Math.round(input.windowDays * 86_400),
    budgetingMethod: budgetingMethod ? METHODS[budgetingMethod] : (before?.budgetingMethod ?? 'Occurrences'),
    objectives: parts ? parts.map((part) => partOf(input, part, before)) : [objectiveOf(input, input, before?.objectives[0])],
    alertPolicies: input.alertPolicies ?? before?.alertPolicies ?? [],
  }
}

function partOf(slo: SloInput, part: SloPartInput, before: Slo | null): Objective {
  const kept = before?.objectives.find(({ indicator }) => indicator === part.indicator)
  return { ...objectiveOf(slo, part, kept), indicator: part.indicator, compositeWeight: part.weight }
}

function objectiveOf(slo: SloInput, { target, op, value }: Pick<SloInput, 'target' | 'op' | 'value'>, before: Objective | undefined): Objective {
  return {
    displayName: before?.displayName ?? '',
    target: target ?? 0,
    op: op ? (op.toLowerCase() as Comparison) : null,
    value: value ?? null,
    timeSliceTarget: slo.timeSliceTarget === undefined ? (before?.timeSliceTarget ?? null) : slo.timeSliceTarget,
    timeSliceSeconds: slo.timeSliceSeconds === undefined ? (before?.timeSliceSeconds ?? null) : slo.timeSliceSeconds,
    indicator: null,
    compositeWeight: null,
  }
}

/** An objective is of one indicator, or of parts that have each their own; not of both. */
export function faultsOfSloInput({ indicator, target, op, value, parts }: SloInput): Fault[] {
  if (!parts) {
    if (indicator && target != null) return []
    return [{ path: 'indicator', message: 'An objective has an indicator and a target, or else parts.' }]
  }
  const faults: Fault[] = []
  if (parts.length < 2) faults.push({ path: 'parts', message: 'A composite has at least two parts.' })
  if ([indicator, target, op, value].some((given) => given != null))
    faults.push({ path: 'parts', message: 'Of a composite each part has its own indicator, target and comparison, and the objective none.' })
  parts.forEach((part, index) => {
    if (part.indicator.trim() === '') faults.push({ path: `parts[${index}].indicator`, message: 'There is no indicator.' })
  })
  return faults
}

/** Objectives that are judged each by itself have no input here; those that are there would be lost. */
export function faultsOfReplacing(before: Slo | null, { parts }: Pick<SloInput, 'parts'>): Fault[] {
  const count = before?.objectives.length ?? 0
  if (before === null || count < 2 || (parts && isComposite(before))) return []
  return [{ path: 'name', message: `${before.name} has ${count} objectives, which saving would replace. Change it by OpenSLO, or delete it first.` }]
}
