import type { Condition } from '../store/analytics/page.js'
import type { Interval } from './intervals/intervals.js'
import type { Choices, MetricOptions } from './options.js'

export type MetricKey =
  | 'deployment_frequency'
  | 'change_lead_time'
  | 'change_failure_rate'
  | 'failed_deployment_recovery_time'
  | 'deployment_rework_rate'
  | 'time_to_mitigate'
  | 'release_incidents'
  | 'time_to_rollback'
  | 'sli_validation_pass_rate'
  | 'approval_lead_time'
  | 'provenance_completeness'
  | 'post_deploy_sli_change'
  | 'slo_attainment'
export type Unit = 'COUNT' | 'SECONDS' | 'RATIO'
export type Dimension = 'TEAM' | 'SERVICE' | 'ENVIRONMENT' | 'REGION' | 'TRIGGER' | 'TIER' | 'KIND' | 'SEVERITY' | 'APPROVER_GROUP' | 'RISK'

/** What a measure is, in words and as data: from here come SQL, GraphQL, tooltips, the Definitions page and the docs. */
export type MeasureDefinition = {
  key: MetricKey
  title: string
  unit: Unit
  direction: 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL'
  version: number
  summary: string
  formula: string
  population: string
  anchor: string
  interval: string
  exclusions: readonly { reason: string; description: string }[]
  options: readonly (keyof Choices)[]
  stats: readonly { name: string; title: string; unit: Unit }[]
  targets: readonly { label: string; low?: number; high?: number }[]
  evidenceColumns: readonly { name: string; title: string }[]
  /** Milliseconds until what happened in a bucket can no longer change its value by attribution; 0 where it never does. */
  maturesAfterMs: number
}

/** SQL whose placeholders are the parameters. Only constants of this code are ever written into the text. */
export type Fragment = { sql: string; params: Record<string, unknown> }

export type RecordsContext = {
  /** Filters on columns of the fact table: team, service, environment, production, regions, trigger. */
  scope: readonly Condition[]
  from: Date
  to: Date
  options: MetricOptions
}

export type SummaryContext = { from: Date; to: Date; now: Date; options: MetricOptions }

/** Counts by name; 64-bit and wider integers arrive as text. */
export type AggregateRow = Record<string, unknown>

export type Summary = { value: number | null; n: number; interval: Interval | null; coverage: number | null; stats: Record<string, number | null> }

/** SQL that counts the rows of a source. */
export type Tally = {
  from: Fragment
  /** n, how many records count; excluded_<reason>, how many each reason leaves out; and the measure's own. */
  aggregates: Readonly<Record<string, string>>
  /** Arrays of integers; `durations` is what counts, in milliseconds, for a measure of durations. */
  lists: Readonly<Record<string, string>>
  /** What is made of the lists of a group, each ascending. It may use {zone:String}. */
  ofLists: Readonly<Record<string, string>>
}

/**
 * One measure: its population as records, and how they become a number. The numbers and their evidence read the same
 * records, so the one always explains the other.
 */
export type Measure = {
  definition: MeasureDefinition
  /**
   * A SELECT of every record that could count, in the window. Columns: record_kind, record_id, record_title, release_id, at
   * (the anchor), record_state ('counted', a reason of the exclusions, 'beside' for what is counted against them, or 'context'), team, service, environment, regions, trigger, tier,
   * kind, severity, approver_group, risk, value (Nullable(Int64), milliseconds where it is a duration), cluster, and the evidence
   * columns as text.
   */
  records(context: RecordsContext): Fragment
  /** Reads what changes all the time, so that no answer may be given again. */
  isLive?: boolean
  /** How many of a record's integers make one of the measure's unit; a thousand where it is seconds, else one. */
  recordUnits?: number
  /**
   * Aggregates over the records, by name; `counted` is a column of 0 and 1. One that begins with a count or a sum must be
   * nothing else, since those of buckets are added up.
   */
  aggregates(options: MetricOptions): Readonly<Record<string, string>>
  /** As those of a tally; `durations` is added by itself. */
  lists?: Tally['lists']
  ofLists?: Tally['ofLists']
  /** The same numbers from rows that hold many records each; null under options that these rows do not know. */
  rolledUp?(context: RecordsContext): Tally | null
  /** Its numbers are kept by day, as long as the aggregates under the options in force all add up. */
  byDay?: boolean
  /** For a measure of durations, how they become its value unless the options say otherwise. */
  durations?: 'median_interpolated' | 'mean'
  /** Of buckets in their order: the row of one with what still stands of those before it. */
  carry?(before: AggregateRow, own: AggregateRow): AggregateRow
  summarise(row: AggregateRow, context: SummaryContext): Summary
}
