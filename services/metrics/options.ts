import { MetricError } from './metric-error.js'
import { PROFILES, type Profile } from './profiles.js'
import type { Targets } from './targets.js'

export type FailureSignal = 'outcome' | 'rollback' | 'hotfix' | 'revert' | 'incident'
export type AttributionMethod = 'declared' | 'person' | 'remediated' | 'regression' | 'recent'

/** Working hours of an IANA zone. Days count from 1, Monday; `from` and `to` are HH:MM, `holidays` YYYY-MM-DD. */
export type BusinessHours = { timeZone: string; days: number[]; from: string; to: string; holidays: string[] }

/** The choices on which definitions differ. */
export type Choices = {
  /** What one record of lead time is. */
  leadTimeUnit: 'commit' | 'pull_request'
  /** Which instant starts it. */
  leadTimeClock: 'authored' | 'committed' | 'merged' | 'opened'
  /** How durations become one number; `default` is each measure's own. */
  aggregate: 'default' | 'median_interpolated' | 'median_lower' | 'mean' | 'median_of_daily_medians' | 'mean_of_service_means'
  firstDeployment: 'exclude' | 'include'
  /** Whether a change counts in the production environment that took it first, or in each. */
  productionEnvironments: 'first' | 'each'
  failureSignals: readonly FailureSignal[]
  failureDenominator: 'finished' | 'succeeded' | 'non_rollback' | 'with_known_commit'
  /** Hours after a deployment in which an incident is laid at it; Infinity for no limit. */
  attributionWindowHours: number
  attributionMatch: 'service' | 'team' | 'none'
  attributionMethods: readonly AttributionMethod[]
  rollbackBlames: 'replaced' | 'first_after'
  recoveryClock: 'earliest' | 'deployment_finish' | 'incident_start' | 'detected'
  /** Whether days without a deployment count in averages over days. */
  emptyPeriods: 'include' | 'skip'
  approvalClock: 'wall' | 'business'
  /** The least state at which a field of provenance counts. */
  provenanceState: 'verified' | 'present'
  /** Whether history stays with the team that owned a service then. */
  ownership: 'current' | 'historical'
  /** From 0 to 1. */
  minConfidence: number
}

/** An objective as measures know it. */
export type ObjectiveInForce = {
  slo: string
  /** Its place among those of its SLO, from 1. */
  position: number
  title: string
  service: string
  indicator: string
  target: number
  op: 'lt' | 'lte' | 'gt' | 'gte' | null
  value: number | null
  method: 'Occurrences' | 'Timeslices' | 'RatioTimeslices'
  sliceTarget: number | null
  sliceSeconds: number | null
}

export type TelemetryChoices = {
  /** Those in force. */
  objectives: readonly ObjectiveInForce[]
  /** Which environments are production, as SQL over the column `environment` with its parameters. */
  production: { sql: string; params: Record<string, unknown> }
  /** From when on all minutes are there; before it, hours are. */
  minutesSince: Date
}

/** The options that a workspace may set one by one; the other two are rules of their own. */
export type WorkspaceOptions = Partial<Omit<Choices, 'ownership' | 'attributionWindowHours'>>

/** What a workspace decides about measures. */
export type WorkspaceChoices = {
  profile: string
  /** Single options over that profile. */
  options: WorkspaceOptions
  ownership: Choices['ownership']
  /** The window that the facts were derived with. */
  attributionWindowHours: number
  businessHours: BusinessHours
  requiredProvenance: { default: readonly string[]; byTier: Readonly<Record<string, readonly string[]>> }
  telemetry: TelemetryChoices
  /** Of the measures whose own are not wanted. */
  targets: Targets
}

export type MetricOptions = Choices &
  Pick<WorkspaceChoices, 'businessHours' | 'requiredProvenance' | 'telemetry' | 'targets'> & {
    profile: string
    /** The window that the facts were derived with. */
    derivedWindowHours: number
  }

export type OptionsInput = { profile?: string | null } & { [K in keyof Choices]?: Choices[K] | null }

export const PROVENANCE_FIELDS = [
  'commit',
  'repository',
  'build',
  'builder',
  'digest',
  'signature',
  'provenance',
  'sbom',
  'tests',
  'scan',
  'approval',
] as const

export const defaultWorkspaceChoices: WorkspaceChoices = {
  profile: 'default',
  options: {},
  ownership: 'current',
  attributionWindowHours: 24,
  businessHours: { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] },
  requiredProvenance: { default: PROVENANCE_FIELDS, byTier: {} },
  telemetry: { objectives: [], production: { sql: 'true', params: {} }, minutesSince: new Date(0) },
  targets: {},
}

/**
 * The workspace's choices, under those given. A profile that is asked for is that peer's whole: the options which the workspace
 * lays over its own profile do not change it.
 */
export function resolveOptions(input: OptionsInput | null | undefined, workspace: WorkspaceChoices = defaultWorkspaceChoices): MetricOptions {
  const { ownership, attributionWindowHours, businessHours, requiredProvenance, telemetry, targets } = workspace
  const name = input?.profile ?? workspace.profile
  const given = Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined))
  const options: MetricOptions = {
    attributionWindowHours,
    ...findProfile(name).choices,
    ownership,
    ...(input?.profile ? {} : workspace.options),
    ...given,
    profile: name,
    derivedWindowHours: attributionWindowHours,
    businessHours,
    requiredProvenance,
    telemetry,
    targets,
  }
  checkChoices(options)
  return options
}

function findProfile(name: string): Profile {
  const profile = PROFILES.find((candidate) => candidate.name === name)
  if (!profile) throw new MetricError('UNKNOWN_PROFILE', `There is no profile ${name}; there are ${PROFILES.map((known) => known.name).join(', ')}.`)
  return profile
}

function checkChoices({ minConfidence, attributionWindowHours, failureSignals }: MetricOptions): void {
  if (!(minConfidence >= 0 && minConfidence <= 1)) throw new MetricError('INVALID_OPTION', `minConfidence is ${minConfidence}; it goes from 0 to 1.`)
  if (!(attributionWindowHours > 0))
    throw new MetricError('INVALID_OPTION', `The attribution window is ${attributionWindowHours} hours; it must be more than 0.`)
  if (failureSignals.length === 0)
    throw new MetricError('INVALID_OPTION', 'No failure signal is given, so nothing could ever fail; name at least one.')
}
