/** How a label is compared with a value; the patterns of `=~` and `!~` are RE2 and match the whole value. */
export type Matcher = { label: string; op: '=' | '!=' | '=~' | '!~'; value: string }

/** Which points of telemetry are meant: those of this metric whose labels match all. */
export type MetricSelector = { metric: string; matchers: Matcher[] }

/** What a label may tell of a point beside its value. */
export type Place = 'service' | 'environment' | 'version' | 'cohort' | 'region'

/**
 * A service level indicator: what is measured, for every service whose telemetry matches, or for one.
 *
 * - `ratio`: good (or bad) events against all events.
 * - `latency`: requests at most as long as `threshold` against all requests, from histograms of durations.
 * - `gauge`: a value per minute, each minute good or bad by an objective's comparison.
 */
export type Indicator = {
  name: string
  displayName: string
  description: string
  /** Null: of every service that the telemetry names. */
  service: string | null
  /** Unit of values and thresholds, in UCUM: `s`, `ms`, `1`, `By`. */
  unit: string
  measure:
    | { kind: 'ratio'; good: MetricSelector | null; bad: MetricSelector | null; total: MetricSelector }
    | { kind: 'latency'; histogram: MetricSelector; threshold: number }
    | { kind: 'gauge'; value: MetricSelector }
    /** By `sli.sampled` events alone. */
    | { kind: 'reported' }
  /** Names of labels; what is left out has the source's own names. */
  labels: Partial<Record<Place, string>>
}

export type Comparison = 'lt' | 'lte' | 'gt' | 'gte'

export type Objective = {
  displayName: string
  /** Share that must be good, above 0 and below 1. */
  target: number
  /** Where the indicator is a value: what a good value is. */
  op: Comparison | null
  value: number | null
  /** With time slices: share of a slice that must be good for the slice to be good, and its length. */
  timeSliceTarget: number | null
  timeSliceSeconds: number | null
  /** Where it is another than that of the SLO. */
  indicator: string | null
  /** In a composite, how much it counts beside the others; null for 1. */
  compositeWeight: number | null
}

export type Slo = {
  name: string
  displayName: string
  description: string
  service: string
  /** Null where each objective names its own. */
  indicator: string | null
  windowSeconds: number
  budgetingMethod: 'Occurrences' | 'Timeslices' | 'RatioTimeslices'
  objectives: Objective[]
  /** Names of policies that take the place of the default burn rules; none for those. */
  alertPolicies: string[]
}

/** Whether its objectives, each with an indicator of its own, are judged together. */
export function isComposite({ indicator, objectives }: Slo): boolean {
  return indicator === null && objectives.length > 1
}
