/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never }
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
export type Aggregate = 'MEAN' | 'MEAN_OF_SERVICE_MEANS' | 'MEDIAN_INTERPOLATED' | 'MEDIAN_LOWER' | 'MEDIAN_OF_DAILY_MEDIANS'

export type AlertFilter = {
  readonly ids?: ReadonlyArray<string | number> | null | undefined
  readonly rules?: ReadonlyArray<string> | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly states?: ReadonlyArray<AlertState> | null | undefined
}

export type AlertMessageState = 'DEAD' | 'HELD' | 'PENDING' | 'SENDING' | 'SENT' | 'SUPPRESSED'

export type AlertRouteInput = {
  readonly enabled?: boolean | null | undefined
  readonly fallback?: string | number | null | undefined
  readonly fields: ReadonlyArray<AlertRouteValueInput>
  readonly kind: string
  readonly mostPerHour?: number | null | undefined
  readonly name: string
  readonly quiet?: QuietHoursInput | null | undefined
  readonly severities?: ReadonlyArray<AlertSeverity> | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
}

export type AlertRouteValueInput = {
  readonly name: string
  readonly value: string
}

export type AlertSeverity = 'PAGE' | 'TICKET'

export type AlertState = 'ACKNOWLEDGED' | 'FIRING' | 'PENDING' | 'RESOLVED'

export type ApprovalClock = 'BUSINESS' | 'WALL'

export type ApprovalOptionsInput = {
  readonly clock?: ApprovalClock | null | undefined
}

export type ApproverGroupInput = {
  readonly environments?: ReadonlyArray<string> | null | undefined
  readonly members?: ReadonlyArray<string> | null | undefined
  readonly quorum?: number | null | undefined
  readonly risks?: ReadonlyArray<string> | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly title?: string | null | undefined
}

export type AttestationKind = 'PROVENANCE' | 'SBOM' | 'SCAN' | 'SIGNATURE' | 'TESTS'

export type AttestationStatus = 'INVALID' | 'PRESENT' | 'VERIFIED'

/** What is left out stays as it is. */
export type AttestationTrustInput = {
  readonly identities?: ReadonlyArray<TrustedIdentityInput> | null | undefined
  readonly kinds?: ReadonlyArray<PredicateKindInput> | null | undefined
  readonly publicKeys?: ReadonlyArray<TrustedKeyInput> | null | undefined
  readonly sources?: ReadonlyArray<TrustedSourceInput> | null | undefined
  /** A Sigstore trusted root as JSON, or a list of them, of which one is enough; null goes back to that of the public instance. */
  readonly trustedRoot?: unknown
}

export type AttributionMatch = 'NONE' | 'SERVICE' | 'TEAM'

export type AttributionMethod = 'DECLARED' | 'PERSON' | 'RECENT' | 'REGRESSION' | 'REMEDIATED'

export type AttributionOptionsInput = {
  readonly match?: AttributionMatch | null | undefined
  readonly methods?: ReadonlyArray<AttributionMethod> | null | undefined
  /** An ISO 8601 duration such as `PT24H`, or `none` for no limit. */
  readonly window?: string | null | undefined
}

export type BudgetingMethod = 'OCCURRENCES' | 'RATIO_TIMESLICES' | 'TIMESLICES'

export type BurnRuleInput = {
  /** How many times as fast as allowed both windows must burn. */
  readonly factor: number
  readonly longSeconds: number
  readonly severity: AlertSeverity
  readonly shortSeconds: number
}

export type BusinessCalendarInput = {
  readonly days?: ReadonlyArray<number> | null | undefined
  readonly from?: string | null | undefined
  readonly holidays?: ReadonlyArray<string> | null | undefined
  readonly timeZone: string
  readonly to?: string | null | undefined
}

export type CalendarOptionsInput = {
  readonly emptyPeriods?: EmptyPeriods | null | undefined
}

export type Comparison = 'GT' | 'GTE' | 'LT' | 'LTE'

export type ContradictedFilter = {
  readonly from?: string | null | undefined
  readonly kinds?: ReadonlyArray<ContradictedKind> | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly to?: string | null | undefined
}

export type ContradictedKind = 'DEPLOYMENT' | 'INCIDENT'

export type CorrectedKind = 'APPROVAL' | 'DEPLOYMENT' | 'INCIDENT'

export type CorrectionInput = {
  /** Where the id is one of several environments. */
  readonly environment?: string | null | undefined
  readonly fact: string | number
  /**
   * The fields to set; null gives a field back to what the senders say.
   * Deployment: outcome, kind, trigger, version, commit, release, startedAt, fullTrafficAt, finishedAt, mergeWith (a deployment that is the same rollout), apart.
   * Incident: attribution (a deployment, a release, or `unrelated`), services (a list), impact (customers, minutes, cost, currency), severity, title, environment, startedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt, mergeInto (an incident that is the same), apart.
   * Approval: decision, group, risk, automated, requestedAt, decidedAt.
   */
  readonly fields: unknown
  readonly kind: CorrectedKind
  readonly reason: string
  /** Where the id is one of several services. */
  readonly service?: string | null | undefined
}

export type DeliveryFilter = {
  readonly integrations?: ReadonlyArray<string> | null | undefined
  readonly sources?: ReadonlyArray<string> | null | undefined
  readonly states?: ReadonlyArray<DeliveryState> | null | undefined
}

export type DeliveryState = 'DEAD' | 'DONE' | 'LEASED' | 'PENDING' | 'REFUSED'

export type DeploymentFilter = {
  readonly environments?: ReadonlyArray<string> | null | undefined
  readonly from?: string | null | undefined
  readonly kinds?: ReadonlyArray<string> | null | undefined
  readonly outcomes?: ReadonlyArray<string> | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
  readonly to?: string | null | undefined
}

export type DigestDeliveryState = 'FAILED' | 'PENDING' | 'SENDING' | 'SENT'

export type DigestInput = {
  readonly enabled?: boolean | null | undefined
  readonly hour?: number | null | undefined
  readonly measures?: ReadonlyArray<MetricKey> | null | undefined
  readonly name: string
  readonly state?: string | null | undefined
  readonly timeZone?: string | null | undefined
  readonly url: string
  readonly view?: string | number | null | undefined
  readonly weekday?: Weekday | null | undefined
}

export type DigestPreviewInput = {
  readonly measures?: ReadonlyArray<MetricKey> | null | undefined
  readonly name?: string | null | undefined
  readonly state?: string | null | undefined
  readonly timeZone?: string | null | undefined
  readonly view?: string | number | null | undefined
}

export type Dimension = 'APPROVER_GROUP' | 'ENVIRONMENT' | 'KIND' | 'REGION' | 'RISK' | 'SERVICE' | 'SEVERITY' | 'TEAM' | 'TIER' | 'TRIGGER'

export type Direction = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL'

export type EffectPart = 'ALL' | 'COHORT' | 'REGION'

export type EmptyPeriods = 'INCLUDE' | 'SKIP'

export type EvidenceState = 'ALL' | 'COUNTED' | 'EXCLUDED'

export type FailureDenominator = 'FINISHED' | 'NON_ROLLBACK' | 'SUCCEEDED' | 'WITH_KNOWN_COMMIT'

export type FailureOptionsInput = {
  readonly denominator?: FailureDenominator | null | undefined
  readonly signals?: ReadonlyArray<FailureSignal> | null | undefined
}

export type FailureSignal = 'HOTFIX' | 'INCIDENT' | 'OUTCOME' | 'REVERT' | 'ROLLBACK'

export type FindingKind = 'approval_bottleneck' | 'artifact_mismatch' | 'blind_spot' | 'slow_rollout'

export type FirstDeployment = 'EXCLUDE' | 'INCLUDE'

export type HotfixRuleInput = {
  readonly branches?: ReadonlyArray<string> | null | undefined
  readonly labels?: ReadonlyArray<string> | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/** Of teams: the incidents of their services, those laid at these included. */
export type IncidentFilter = {
  readonly attributed?: boolean | null | undefined
  readonly environments?: ReadonlyArray<string> | null | undefined
  readonly from?: string | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly status?: string | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
  readonly to?: string | null | undefined
}

/**
 * RATIO needs total and one of good and bad; LATENCY histogram and threshold; GAUGE value; REPORTED comes by `sli.sampled` events.
 * Names, description, service, unit and labels that are left out stay as they are.
 */
export type IndicatorInput = {
  readonly bad?: MetricSelectorInput | null | undefined
  readonly description?: string | null | undefined
  readonly displayName?: string | null | undefined
  readonly good?: MetricSelectorInput | null | undefined
  readonly histogram?: MetricSelectorInput | null | undefined
  readonly kind: IndicatorKind
  readonly labels?: IndicatorLabelsInput | null | undefined
  readonly name: string | number
  readonly service?: string | null | undefined
  readonly threshold?: number | null | undefined
  readonly total?: MetricSelectorInput | null | undefined
  readonly unit?: string | null | undefined
  readonly value?: MetricSelectorInput | null | undefined
}

export type IndicatorKind = 'GAUGE' | 'LATENCY' | 'RATIO' | 'REPORTED'

export type IndicatorLabelsInput = {
  readonly cohort?: string | null | undefined
  readonly environment?: string | null | undefined
  readonly region?: string | null | undefined
  readonly service?: string | null | undefined
  readonly version?: string | null | undefined
}

export type Interval = 'DAY' | 'HOUR' | 'MONTH' | 'QUARTER' | 'WEEK'

export type LabelMatcherInput = {
  readonly label: string
  readonly op?: MatcherOp
  readonly value: string
}

export type LeadTimeClock = 'AUTHORED' | 'COMMITTED' | 'MERGED' | 'OPENED'

export type LeadTimeOptionsInput = {
  readonly clock?: LeadTimeClock | null | undefined
  readonly unit?: LeadTimeUnit | null | undefined
}

export type LeadTimeUnit = 'COMMIT' | 'PULL_REQUEST'

export type MatcherOp = 'EQUAL' | 'MATCHES' | 'NOT_EQUAL' | 'NOT_MATCHES'

export type MeasureTargetInput = {
  readonly high?: number | null | undefined
  readonly low?: number | null | undefined
  readonly measure: MetricKey
}

export type MetricKey =
  | 'approval_lead_time'
  | 'change_failure_rate'
  | 'change_lead_time'
  | 'deployment_frequency'
  | 'deployment_rework_rate'
  | 'failed_deployment_recovery_time'
  | 'post_deploy_sli_change'
  | 'provenance_completeness'
  | 'release_incidents'
  | 'sli_validation_pass_rate'
  | 'slo_attainment'
  | 'time_to_mitigate'
  | 'time_to_rollback'

/** Any field given overrides the profile. */
export type MetricOptionsInput = {
  readonly aggregate?: Aggregate | null | undefined
  readonly approval?: ApprovalOptionsInput | null | undefined
  readonly attribution?: AttributionOptionsInput | null | undefined
  readonly calendar?: CalendarOptionsInput | null | undefined
  readonly failure?: FailureOptionsInput | null | undefined
  readonly firstDeployment?: FirstDeployment | null | undefined
  readonly leadTime?: LeadTimeOptionsInput | null | undefined
  /** From 0 to 1. */
  readonly minConfidence?: number | null | undefined
  readonly ownership?: Ownership | null | undefined
  readonly productionEnvironments?: ProductionEnvironments | null | undefined
  /** One of `metricProfiles`. Absent: the workspace's own. */
  readonly profile?: string | null | undefined
  readonly provenance?: ProvenanceOptionsInput | null | undefined
  readonly recovery?: RecoveryOptionsInput | null | undefined
  readonly rollback?: RollbackOptionsInput | null | undefined
}

export type MetricSelectorInput = {
  readonly matchers?: ReadonlyArray<LabelMatcherInput>
  readonly metric: string
}

export type Ownership = 'CURRENT' | 'HISTORICAL'

export type PredicateKindInput = {
  readonly kind: AttestationKind
  readonly predicateType: string
}

/** Settings of an integration that is read by a mapping, and a payload to try them on. */
export type PreviewMappingInput = {
  /** generic-ci or generic-incident */
  readonly integration: string
  /** JSON as the sender posts it. */
  readonly payload: string
  /** As those of a connection: a preset or a mapping, and constants. JSON or YAML. */
  readonly settings: string
}

/** Whether a change counts in the production environment that took it first, or in each. */
export type ProductionEnvironments = 'EACH' | 'FIRST'

export type ProvenanceOptionsInput = {
  readonly state?: ProvenanceState | null | undefined
}

export type ProvenanceState = 'PRESENT' | 'VERIFIED'

export type QuietHoursInput = {
  readonly fromHour: number
  readonly timeZone?: string
  readonly toHour: number
}

export type RangeLookupState = 'DEAD' | 'DONE' | 'LEASED' | 'PENDING'

export type RecoveryClock = 'DEPLOYMENT_FINISH' | 'DETECTED' | 'EARLIEST' | 'INCIDENT_START'

export type RecoveryOptionsInput = {
  readonly clock?: RecoveryClock | null | undefined
}

export type ReleaseFilter = {
  readonly environments?: ReadonlyArray<string> | null | undefined
  readonly failed?: boolean | null | undefined
  readonly from?: string | null | undefined
  readonly search?: string | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
  readonly to?: string | null | undefined
}

export type RequiredProvenanceInput = {
  readonly byTier?: ReadonlyArray<TierProvenanceInput> | null | undefined
  readonly default: ReadonlyArray<string>
}

export type Role = 'ADMIN' | 'APPROVER' | 'RESPONDER' | 'VIEWER'

export type RollbackBlames = 'FIRST_AFTER' | 'REPLACED'

export type RollbackOptionsInput = {
  readonly blames?: RollbackBlames | null | undefined
}

export type SaveApiAccessInput = {
  /** Of a self-hosted provider, such as https://git.example.com/api/v4 */
  readonly apiUrl?: string | null | undefined
  readonly integration: string
  readonly source: string
  /** Needs to read repositories and pull requests, no more. */
  readonly token: string
}

export type SaveConnectionInput = {
  readonly integration: string
  /** Accept unsigned deliveries. Must be said. */
  readonly open?: boolean | null | undefined
  readonly secret?: string | null | undefined
  /** Refused where the integration cannot read it or does not know a key; what was saved stays where it is left out. */
  readonly settings?: unknown
  readonly source: string
}

/** What is absent stays. */
export type SavedViewChangeInput = {
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  readonly page?: string | null | undefined
  readonly state?: string | null | undefined
  readonly visibility?: ViewVisibility | null | undefined
}

export type SavedViewInput = {
  readonly description?: string | null | undefined
  readonly name: string
  /** `/`, `/releases`, `/incidents` or `/service`. */
  readonly page: string
  readonly state: string
  readonly visibility?: ViewVisibility | null | undefined
}

export type ScopeInput = {
  /** Environment names. Absent: the environments this workspace calls production. */
  readonly environments?: ReadonlyArray<string> | null | undefined
  readonly regions?: ReadonlyArray<string> | null | undefined
  readonly services?: ReadonlyArray<string> | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
  readonly triggers?: ReadonlyArray<Trigger> | null | undefined
}

export type ServiceFilter = {
  readonly search?: string | null | undefined
  readonly teams?: ReadonlyArray<string> | null | undefined
}

/** The whole of what is declared: what is left out is taken back. */
export type ServiceInput = {
  /** Other names under which events speak of it. */
  readonly aliases?: ReadonlyArray<string> | null | undefined
  readonly dependsOn?: ReadonlyArray<string> | null | undefined
  readonly owner?: string | null | undefined
  /** Globs inside the repository; none means all of it. */
  readonly paths?: ReadonlyArray<string> | null | undefined
  /** Any address of it. */
  readonly repository?: string | null | undefined
  readonly runbookUrl?: string | null | undefined
  readonly slis?: ReadonlyArray<string> | null | undefined
  /** The source whose deployments count where several report them. */
  readonly sourceOfRecord?: string | null | undefined
  readonly team?: string | null | undefined
  readonly tier?: string | null | undefined
  readonly title?: string | null | undefined
}

export type SloFilter = {
  readonly services?: ReadonlyArray<string> | null | undefined
}

/**
 * An SLO with one objective, of `indicator` and `target`, or a composite of `parts`. What is left out of names, description, method
 * and time slices stays as it is. One that has several objectives which are judged each by itself is refused, since they would be
 * lost; such are saved by `applyOpenSlo`.
 */
export type SloInput = {
  /** Left out, an objective that is there keeps its own. */
  readonly alertPolicies?: ReadonlyArray<string> | null | undefined
  /** OCCURRENCES to begin with. */
  readonly budgetingMethod?: BudgetingMethod | null | undefined
  readonly description?: string | null | undefined
  readonly displayName?: string | null | undefined
  /** Null with `parts`; so are target, op and value. */
  readonly indicator?: string | null | undefined
  readonly name: string | number
  /** Where the indicator is a value: what a good value is. */
  readonly op?: Comparison | null | undefined
  /** At least two, which are judged together: the target is the weighted mean of theirs. All that are to be. */
  readonly parts?: ReadonlyArray<SloPartInput> | null | undefined
  readonly service: string
  /** Share that must be good, above 0 and below 1. */
  readonly target?: number | null | undefined
  readonly timeSliceSeconds?: number | null | undefined
  /** Of each objective. */
  readonly timeSliceTarget?: number | null | undefined
  readonly value?: number | null | undefined
  readonly windowDays?: number | null | undefined
}

/** One objective of a composite. */
export type SloPartInput = {
  readonly indicator: string
  /** Where the indicator is a value: what a good value is. */
  readonly op?: Comparison | null | undefined
  /** Share that must be good, above 0 and below 1. */
  readonly target: number
  readonly value?: number | null | undefined
  /** How much it counts beside the others; above 0. */
  readonly weight?: number
}

export type TeamInput = {
  readonly members?: ReadonlyArray<string> | null | undefined
  readonly title?: string | null | undefined
}

export type TierProvenanceInput = {
  readonly fields: ReadonlyArray<string>
  readonly tier: string
}

export type TokenScope = 'ADMIN' | 'APPROVE' | 'GATE' | 'INGEST' | 'READ'

export type Trigger = 'AUTOMATIC' | 'HUMAN' | 'SCHEDULE' | 'UNKNOWN'

export type TrustedIdentityInput = {
  readonly identity: string
  readonly issuer: string
  readonly repositories?: ReadonlyArray<string> | null | undefined
}

export type TrustedKeyInput = {
  readonly id: string
  readonly pem: string
  readonly repositories?: ReadonlyArray<string> | null | undefined
}

export type TrustedSourceInput = {
  readonly senders: ReadonlyArray<string>
  readonly source: string
}

export type Unit = 'COUNT' | 'RATIO' | 'SECONDS'

export type ViewVisibility = 'PRIVATE' | 'WORKSPACE'

export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY'

/** `from` is inclusive, `to` exclusive. */
export type WindowInput = {
  readonly from: string
  readonly timeZone?: string | null | undefined
  readonly to: string
  /** Absent: the workspace's own. */
  readonly weekStart?: Weekday | null | undefined
}

/** What is left out stays as it is. */
export type WorkspaceInput = {
  readonly alertApprovalHours?: number | null | undefined
  readonly alertGuardFactor?: number | null | undefined
  readonly alertSilentMinutes?: number | null | undefined
  readonly alertStageMinutes?: number | null | undefined
  readonly attributionWindowHours?: number | null | undefined
  /** Null goes back to Monday to Friday, nine to five. */
  readonly calendar?: string | null | undefined
  readonly hotfix?: HotfixRuleInput | null | undefined
  readonly ignoredAuthors?: ReadonlyArray<string> | null | undefined
  readonly incidentMergeMinutes?: number | null | undefined
  readonly mergeSlackMinutes?: number | null | undefined
  /**
   * All the single options over the profile; those left out are as it says. Without `profile`, `ownership` and the attribution
   * window, which are rules of their own.
   */
  readonly options?: MetricOptionsInput | null | undefined
  readonly ownership?: Ownership | null | undefined
  readonly productionPatterns?: ReadonlyArray<string> | null | undefined
  readonly profile?: string | null | undefined
  readonly publicBadges?: boolean | null | undefined
  readonly requiredProvenance?: RequiredProvenanceInput | null | undefined
  /** All the targets that are not the measures' own; those left out are as the measure says. */
  readonly targets?: ReadonlyArray<MeasureTargetInput> | null | undefined
  readonly timeZone?: string | null | undefined
  readonly weekStart?: Weekday | null | undefined
}

export type AlertsQueryVariables = Exact<{
  filter?: AlertFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type AlertsQuery = {
  readonly alerts: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly rule: string
        readonly source: string | null
        readonly url: string | null
        readonly severity: AlertSeverity
        readonly state: AlertState
        readonly title: string
        readonly summary: string
        readonly service: string
        readonly environment: string
        readonly slo: string | null
        readonly release: string | null
        readonly version: string | null
        readonly team: string | null
        readonly runbookUrl: string | null
        readonly pendingSince: string
        readonly firedAt: string | null
        readonly acknowledgedAt: string | null
        readonly acknowledgedBy: string | null
        readonly resolvedAt: string | null
        readonly messages: ReadonlyArray<{
          readonly id: string
          readonly route: string
          readonly status: AlertState
          readonly state: AlertMessageState
          readonly reason: string
          readonly attempts: number
          readonly mayRepeat: boolean
          readonly error: string | null
          readonly nextTryAt: string | null
          readonly finishedAt: string | null
          readonly earlier: ReadonlyArray<{ readonly at: string; readonly state: AlertMessageState; readonly reason: string }>
        }>
      }
    }>
  }
}

export type AlertRulesQueryVariables = Exact<{ [key: string]: never }>

export type AlertRulesQuery = {
  readonly alertRules: ReadonlyArray<{ readonly id: string; readonly title: string; readonly description: string; readonly hasPreview: boolean }>
}

export type AlertPreviewQueryVariables = Exact<{
  rule: string | number
}>

export type AlertPreviewQuery = {
  readonly alertPreview: {
    readonly pages: number
    readonly tickets: number
    readonly firings: ReadonlyArray<{
      readonly severity: AlertSeverity
      readonly service: string
      readonly title: string
      readonly from: string
      readonly to: string | null
    }>
  } | null
}

export type AlertThresholdsQueryVariables = Exact<{ [key: string]: never }>

export type AlertThresholdsQuery = {
  readonly workspace: {
    readonly alertSilentMinutes: number
    readonly alertStageMinutes: number
    readonly alertApprovalHours: number
    readonly alertGuardFactor: number
  }
}

export type AcknowledgeAlertMutationVariables = Exact<{
  id: string | number
}>

export type AcknowledgeAlertMutation = { readonly acknowledgeAlert: { readonly id: string } }

export type AlertRoutesQueryVariables = Exact<{ [key: string]: never }>

export type AlertRoutesQuery = {
  readonly alertRoutes: ReadonlyArray<{
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly severities: ReadonlyArray<AlertSeverity>
    readonly teams: ReadonlyArray<string>
    readonly mostPerHour: number
    readonly fallback: string | null
    readonly enabled: boolean
    readonly undelivered: number
    readonly fields: ReadonlyArray<{ readonly name: string; readonly value: string | null; readonly set: boolean }>
    readonly quiet: { readonly fromHour: number; readonly toHour: number; readonly timeZone: string } | null
  }>
  readonly alertRouteKinds: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly deduplicates: boolean
    readonly fields: ReadonlyArray<{
      readonly name: string
      readonly title: string
      readonly secret: boolean
      readonly required: boolean
      readonly example: string
    }>
  }>
}

export type SaveAlertRouteMutationVariables = Exact<{
  id?: string | number | null | undefined
  input: AlertRouteInput
}>

export type SaveAlertRouteMutation = { readonly saveAlertRoute: { readonly id: string } }

export type DeleteAlertRouteMutationVariables = Exact<{
  id: string | number
}>

export type DeleteAlertRouteMutation = { readonly deleteAlertRoute: boolean }

export type TestAlertRouteMutationVariables = Exact<{
  id: string | number
}>

export type TestAlertRouteMutation = { readonly testAlertRoute: { readonly ok: boolean; readonly message: string } }

export type AttestationTrustQueryVariables = Exact<{ [key: string]: never }>

export type AttestationTrustQuery = {
  readonly attestationTrust: {
    readonly version: number
    readonly trustedRoot: unknown
    readonly identities: ReadonlyArray<{ readonly issuer: string; readonly identity: string; readonly repositories: ReadonlyArray<string> | null }>
    readonly publicKeys: ReadonlyArray<{ readonly id: string; readonly pem: string; readonly repositories: ReadonlyArray<string> | null }>
    readonly sources: ReadonlyArray<{ readonly source: string; readonly senders: ReadonlyArray<string> }>
    readonly kinds: ReadonlyArray<{ readonly predicateType: string; readonly kind: AttestationKind }>
  }
}

export type SetAttestationTrustMutationVariables = Exact<{
  input: AttestationTrustInput
}>

export type SetAttestationTrustMutation = { readonly setAttestationTrust: { readonly version: number } }

export type UnmatchedAttestationsQueryVariables = Exact<{
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type UnmatchedAttestationsQuery = {
  readonly unmatchedAttestations: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly digest: string
        readonly kind: AttestationKind
        readonly status: AttestationStatus
        readonly reason: string | null
        readonly identity: string | null
        readonly issuer: string | null
        readonly source: string
        readonly at: string
      }
    }>
  }
}

export type AuditLogQueryVariables = Exact<{
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type AuditLogQuery = {
  readonly auditLog: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly sequence: number
        readonly at: string
        readonly actor: string
        readonly action: string
        readonly subject: string
        readonly details: unknown
        readonly hash: string
      }
    }>
  }
}

export type AuditVerificationQueryVariables = Exact<{ [key: string]: never }>

export type AuditVerificationQuery = { readonly verifyAudit: { readonly ok: boolean; readonly entries: number; readonly brokenAt: number | null } }

export type ContradictionsQueryVariables = Exact<{
  filter?: ContradictedFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type ContradictionsQuery = {
  readonly contradictions: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly cursor: string
      readonly node: {
        readonly kind: ContradictedKind
        readonly fact: string
        readonly service: string | null
        readonly environment: string | null
        readonly releaseId: string | null
        readonly at: string
        readonly field: string
        readonly kept: string
        readonly dropped: string
        readonly source: string
      }
    }>
  }
}

export type CorrectionsQueryVariables = Exact<{
  kind: CorrectedKind
  fact: string | number
}>

export type CorrectionsQuery = {
  readonly corrections: ReadonlyArray<{
    readonly id: string
    readonly at: string
    readonly by: string
    readonly fact: string
    readonly service: string | null
    readonly environment: string | null
    readonly fields: unknown
    readonly reason: string
  }>
}

export type IncidentPartsQueryVariables = Exact<{
  id: string | number
}>

export type IncidentPartsQuery = {
  readonly incidentParts: ReadonlyArray<{ readonly id: string; readonly title: string | null; readonly sources: ReadonlyArray<string> }>
}

export type CorrectFactMutationVariables = Exact<{
  input: CorrectionInput
}>

export type CorrectFactMutation = { readonly correctFact: { readonly id: string } }

export type BlamableDeploymentsQueryVariables = Exact<{
  filter?: DeploymentFilter | null | undefined
}>

export type BlamableDeploymentsQuery = {
  readonly deployments: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly service: string
        readonly environment: string
        readonly version: string | null
        readonly startedAt: string | null
        readonly finishedAt: string | null
        readonly receivedAt: string
      }
    }>
  }
}

export type RenameServiceMutationVariables = Exact<{
  from: string
  to: string
  reason: string
}>

export type RenameServiceMutation = { readonly renameService: { readonly changed: boolean } }

export type IncidentMergePreviewQueryVariables = Exact<{
  service: string
  minutes?: number | null | undefined
}>

export type IncidentMergePreviewQuery = {
  readonly incidentMergePreview: {
    readonly incidentsNow: number
    readonly incidents: number
    readonly joined: ReadonlyArray<{
      readonly id: string
      readonly title: string | null
      readonly environment: string | null
      readonly status: string
      readonly detectedAt: string | null
      readonly newlyJoined: boolean
      readonly parts: ReadonlyArray<{ readonly source: string; readonly incident: string }>
    }>
  }
}

export type MergePreviewQueryVariables = Exact<{
  service: string
  slackMinutes?: number | null | undefined
  sourceOfRecord?: string | null | undefined
}>

export type MergePreviewQuery = {
  readonly mergePreview: {
    readonly rolloutsNow: number
    readonly rollouts: number
    readonly joined: ReadonlyArray<{
      readonly id: string
      readonly environment: string
      readonly version: string | null
      readonly startedAt: string | null
      readonly outcome: string
      readonly newlyJoined: boolean
      readonly parts: ReadonlyArray<{ readonly source: string; readonly deployment: string }>
    }>
  }
}

export type DefinitionsQueryVariables = Exact<{
  options?: MetricOptionsInput | null | undefined
}>

export type DefinitionsQuery = {
  readonly metricDefinitions: ReadonlyArray<{
    readonly key: MetricKey
    readonly title: string
    readonly unit: Unit
    readonly direction: Direction
    readonly version: number
    readonly summary: string
    readonly formula: string
    readonly population: string
    readonly anchor: string
    readonly interval: string
    readonly exclusions: ReadonlyArray<{ readonly reason: string; readonly description: string }>
    readonly options: ReadonlyArray<{ readonly name: string; readonly value: string; readonly description: string }>
    readonly stats: ReadonlyArray<{ readonly name: string; readonly title: string; readonly unit: Unit }>
    readonly targets: ReadonlyArray<{ readonly label: string; readonly low: number | null; readonly high: number | null }>
    readonly evidenceColumns: ReadonlyArray<{ readonly name: string; readonly title: string }>
  }>
  readonly ownDefault: ReadonlyArray<{ readonly key: MetricKey; readonly options: ReadonlyArray<{ readonly name: string; readonly value: string }> }>
}

export type ProfileComparisonsQueryVariables = Exact<{
  keys: ReadonlyArray<MetricKey> | MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
  options?: MetricOptionsInput | null | undefined
}>

export type ProfileComparisonsQuery = {
  readonly metrics: ReadonlyArray<{
    readonly key: MetricKey
    readonly groups: ReadonlyArray<{
      readonly total: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }>
  }>
  readonly compareProfiles: ReadonlyArray<{
    readonly key: MetricKey
    readonly definition: { readonly title: string; readonly unit: Unit }
    readonly values: ReadonlyArray<{
      readonly profile: string
      readonly value: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }>
  }>
}

export type ProfileDifferencesQueryVariables = Exact<{
  key: MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
  left: string
  right: string
  leftOptions?: MetricOptionsInput | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type ProfileDifferencesQuery = {
  readonly profileDifference: {
    readonly totalCount: number
    readonly left: {
      readonly definition: { readonly title: string }
      readonly value: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }
    readonly right: {
      readonly value: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }
    readonly options: ReadonlyArray<{ readonly name: string; readonly description: string; readonly left: string; readonly right: string }>
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly kind: string
        readonly id: string
        readonly title: string
        readonly at: string
        readonly service: string
        readonly environment: string
        readonly releaseId: string | null
        readonly reason: string
      }
    }>
  }
}

export type QuickCheckScoreQueryVariables = Exact<{
  scope?: ScopeInput | null | undefined
  window: WindowInput
  edition?: string | null | undefined
  options?: MetricOptionsInput | null | undefined
}>

export type QuickCheckScoreQuery = {
  readonly quickCheck: {
    readonly edition: string
    readonly score: number | null
    readonly scored: number
    readonly industryMean: number
    readonly source: { readonly report: string; readonly url: string; readonly verified: string }
    readonly parts: ReadonlyArray<{
      readonly key: MetricKey
      readonly title: string
      readonly unit: Unit
      readonly value: number | null
      readonly n: number
      readonly category: number | null
      readonly answer: string | null
      readonly score: number | null
      readonly industryMean: number
    }>
  }
}

export type BenchmarksQueryVariables = Exact<{ [key: string]: never }>

export type BenchmarksQuery = {
  readonly benchmarks: ReadonlyArray<{
    readonly edition: string
    readonly source: {
      readonly report: string
      readonly publisher: string
      readonly year: number
      readonly url: string
      readonly place: string
      readonly verified: string
    }
    readonly clusters: ReadonlyArray<{ readonly name: string; readonly bands: ReadonlyArray<{ readonly key: MetricKey; readonly text: string }> }>
  }>
}

export type PipelineQueryVariables = Exact<{ [key: string]: never }>

export type PipelineQuery = {
  readonly pipelineStatus: {
    readonly events: number
    readonly pendingDeliveries: number
    readonly deadDeliveries: number
    readonly refusedDeliveries: number
    readonly pendingServices: number
    readonly lagSeconds: number
    readonly firstEventAt: string | null
    readonly lastEventAt: string | null
  }
}

export type TelemetrySourcesQueryVariables = Exact<{ [key: string]: never }>

export type TelemetrySourcesQuery = {
  readonly telemetrySources: ReadonlyArray<{
    readonly source: string
    readonly points: number
    readonly stored: number
    readonly refused: number
    readonly series: number
    readonly lastAt: string
    readonly lastReadingAt: string | null
    readonly refusals: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly lastAt: string; readonly example: string }>
  }>
}

export type DeliveriesQueryVariables = Exact<{
  filter?: DeliveryFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type DeliveriesQuery = {
  readonly deliveries: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly integration: string
        readonly source: string
        readonly receivedAt: string
        readonly state: DeliveryState
        readonly attempts: number
        readonly size: number
        readonly outcome: string | null
        readonly error: string | null
      }
    }>
  }
}

export type DeliveryQueryVariables = Exact<{
  id: string | number
}>

export type DeliveryQuery = {
  readonly delivery: {
    readonly id: string
    readonly integration: string
    readonly source: string
    readonly deliveryId: string | null
    readonly receivedAt: string
    readonly processedAt: string | null
    readonly state: DeliveryState
    readonly attempts: number
    readonly size: number
    readonly outcome: string | null
    readonly error: string | null
    readonly body: string | null
    readonly headers: unknown
    readonly events: ReadonlyArray<{ readonly id: string; readonly source: string; readonly type: string }>
  } | null
}

export type ConnectionsQueryVariables = Exact<{ [key: string]: never }>

export type ConnectionsQuery = {
  readonly connections: ReadonlyArray<{
    readonly integration: string
    readonly source: string
    readonly open: boolean
    readonly hasSecret: boolean
    readonly url: string
    readonly setup: string
    readonly settings: unknown
    readonly lastDeliveryAt: string | null
  }>
  readonly integrations: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly documentationUrl: string
    readonly documentationVersion: string
  }>
}

export type ReplayDeliveryMutationVariables = Exact<{
  id: string | number
}>

export type ReplayDeliveryMutation = {
  readonly replayDelivery: {
    readonly id: string
    readonly state: DeliveryState
    readonly outcome: string | null
    readonly error: string | null
    readonly attempts: number
  }
}

export type ReplayDeadDeliveriesMutationVariables = Exact<{
  integration?: string | null | undefined
}>

export type ReplayDeadDeliveriesMutation = { readonly replayDeadDeliveries: number }

export type SaveConnectionMutationVariables = Exact<{
  input: SaveConnectionInput
}>

export type SaveConnectionMutation = {
  readonly saveConnection: { readonly integration: string; readonly source: string; readonly url: string; readonly setup: string }
}

export type RemoveConnectionMutationVariables = Exact<{
  integration: string
  source: string
}>

export type RemoveConnectionMutation = { readonly removeConnection: boolean }

export type DigestsQueryVariables = Exact<{ [key: string]: never }>

export type DigestsQuery = {
  readonly digests: ReadonlyArray<{
    readonly id: string
    readonly name: string
    readonly view: string | null
    readonly state: string
    readonly measures: ReadonlyArray<MetricKey>
    readonly weekday: Weekday
    readonly hour: number
    readonly timeZone: string
    readonly url: string
    readonly enabled: boolean
    readonly nextAt: string | null
    readonly lastSentAt: string | null
    readonly lastError: string | null
    readonly deliveries: ReadonlyArray<{
      readonly id: string
      readonly from: string
      readonly to: string
      readonly byHand: boolean
      readonly state: DigestDeliveryState
      readonly attempts: number
      readonly status: number | null
      readonly reason: string | null
      readonly nextTryAt: string | null
      readonly finishedAt: string | null
    }>
  }>
}

export type DigestViewsQueryVariables = Exact<{ [key: string]: never }>

export type DigestViewsQuery = { readonly savedViews: ReadonlyArray<{ readonly id: string; readonly name: string }> }

export type PreviewDigestQueryVariables = Exact<{
  input: DigestPreviewInput
}>

export type PreviewDigestQuery = { readonly previewDigest: { readonly from: string; readonly to: string; readonly html: string } }

export type SaveDigestMutationVariables = Exact<{
  id?: string | number | null | undefined
  input: DigestInput
  newSecret: boolean
}>

export type SaveDigestMutation = { readonly saveDigest: { readonly secret: string | null; readonly digest: { readonly id: string } } }

export type DeleteDigestMutationVariables = Exact<{
  id: string | number
}>

export type DeleteDigestMutation = { readonly deleteDigest: boolean }

export type SendDigestNowMutationVariables = Exact<{
  id: string | number
}>

export type SendDigestNowMutation = {
  readonly sendDigestNow: { readonly id: string; readonly state: DigestDeliveryState; readonly status: number | null; readonly reason: string | null }
}

export type EvidenceQueryVariables = Exact<{
  keys: ReadonlyArray<MetricKey> | MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
  groupBy?: ReadonlyArray<Dimension> | Dimension | null | undefined
  options?: MetricOptionsInput | null | undefined
  state?: EvidenceState | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type EvidenceQuery = {
  readonly metrics: ReadonlyArray<{
    readonly key: MetricKey
    readonly definition: {
      readonly key: MetricKey
      readonly title: string
      readonly unit: Unit
      readonly direction: Direction
      readonly version: number
      readonly summary: string
      readonly formula: string
      readonly population: string
      readonly anchor: string
      readonly interval: string
      readonly exclusions: ReadonlyArray<{ readonly reason: string; readonly description: string }>
      readonly options: ReadonlyArray<{ readonly name: string; readonly value: string; readonly description: string }>
      readonly stats: ReadonlyArray<{ readonly name: string; readonly title: string; readonly unit: Unit }>
      readonly targets: ReadonlyArray<{ readonly label: string; readonly low: number | null; readonly high: number | null }>
      readonly evidenceColumns: ReadonlyArray<{ readonly name: string; readonly title: string }>
    }
    readonly groups: ReadonlyArray<{
      readonly dimensions: ReadonlyArray<{ readonly dimension: Dimension; readonly value: string | null }>
      readonly total: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly level: { readonly name: string; readonly edition: string; readonly nearest: string } | null
        readonly stats: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
        readonly evidence: {
          readonly totalCount: number
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly kind: string
              readonly id: string
              readonly title: string
              readonly at: string
              readonly service: string
              readonly environment: string
              readonly state: string
              readonly value: number | null
              readonly releaseId: string | null
              readonly fields: ReadonlyArray<{ readonly name: string; readonly value: string | null }>
            }
          }>
        }
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }>
  }>
}

export type MeasuresQueryVariables = Exact<{
  keys: ReadonlyArray<MetricKey> | MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
  interval?: Interval | null | undefined
  compare?: boolean | null | undefined
  options?: MetricOptionsInput | null | undefined
}>

export type MeasuresQuery = {
  readonly metrics: ReadonlyArray<{
    readonly key: MetricKey
    readonly definition: {
      readonly title: string
      readonly unit: Unit
      readonly direction: Direction
      readonly summary: string
      readonly stats: ReadonlyArray<{ readonly name: string; readonly title: string; readonly unit: Unit }>
      readonly targets: ReadonlyArray<{ readonly label: string; readonly low: number | null; readonly high: number | null }>
    }
    readonly groups: ReadonlyArray<{
      readonly total: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly level: { readonly name: string; readonly edition: string; readonly nearest: string } | null
        readonly stats: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
      readonly previous: { readonly value: number | null; readonly n: number } | null
      readonly series: ReadonlyArray<{
        readonly from: string
        readonly to: string
        readonly partial: boolean
        readonly immature: boolean
        readonly value: {
          readonly value: number | null
          readonly unit: Unit
          readonly n: number
          readonly low: number | null
          readonly high: number | null
          readonly coverage: number | null
          readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
        }
      }>
    }>
  }>
}

export type GroupedMeasuresQueryVariables = Exact<{
  keys: ReadonlyArray<MetricKey> | MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
  groupBy?: ReadonlyArray<Dimension> | Dimension | null | undefined
  options?: MetricOptionsInput | null | undefined
}>

export type GroupedMeasuresQuery = {
  readonly metrics: ReadonlyArray<{
    readonly key: MetricKey
    readonly definition: { readonly title: string; readonly unit: Unit; readonly direction: Direction }
    readonly groups: ReadonlyArray<{
      readonly dimensions: ReadonlyArray<{ readonly dimension: Dimension; readonly value: string | null }>
      readonly total: {
        readonly value: number | null
        readonly unit: Unit
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly coverage: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
      }
    }>
  }>
}

export type IncidentMarksQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined
}>

export type IncidentMarksQuery = {
  readonly incidents: {
    readonly totalCount: number
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string | null
        readonly severity: string | null
        readonly startedAt: string | null
        readonly detectedAt: string | null
        readonly services: ReadonlyArray<string>
      }
    }>
  }
}

export type KnownAnswersQueryVariables = Exact<{ [key: string]: never }>

export type KnownAnswersQuery = {
  readonly knownAnswers: ReadonlyArray<{
    readonly key: MetricKey
    readonly title: string
    readonly of: string
    readonly unit: Unit
    readonly expected: number | null
    readonly because: string
    readonly from: string
    readonly to: string
    readonly service: string | null
  }>
}

export type KnownActualsQueryVariables = Exact<{
  keys: ReadonlyArray<MetricKey> | MetricKey
  scope?: ScopeInput | null | undefined
  window: WindowInput
}>

export type KnownActualsQuery = {
  readonly metrics: ReadonlyArray<{
    readonly key: MetricKey
    readonly groups: ReadonlyArray<{
      readonly total: {
        readonly value: number | null
        readonly n: number
        readonly low: number | null
        readonly high: number | null
        readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number }>
        readonly stats: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
      }
    }>
  }>
}

export type FilterChoicesQueryVariables = Exact<{ [key: string]: never }>

export type FilterChoicesQuery = {
  readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string; readonly title: string } }> }
  readonly environments: ReadonlyArray<{ readonly id: string; readonly production: boolean }>
}

export type ServiceChoicesQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined
}>

export type ServiceChoicesQuery = {
  readonly services: {
    readonly totalCount: number
    readonly edges: ReadonlyArray<{ readonly node: { readonly id: string; readonly title: string } }>
  }
}

export type ProfileChoicesQueryVariables = Exact<{ [key: string]: never }>

export type ProfileChoicesQuery = {
  readonly workspace: { readonly profile: string }
  readonly metricProfiles: ReadonlyArray<{
    readonly name: string
    readonly title: string
    readonly summary: string
    readonly follows: { readonly title: string; readonly url: string; readonly dated: string } | null
  }>
}

export type FindingsQueryVariables = Exact<{
  kinds?: ReadonlyArray<FindingKind> | FindingKind | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type FindingsQuery = {
  readonly findings: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly kind: FindingKind
        readonly code: string
        readonly title: string
        readonly detail: string
        readonly nextStep: string
        readonly since: string
        readonly service: string | null
        readonly environment: string | null
        readonly release: string | null
        readonly evidence: ReadonlyArray<{ readonly label: string; readonly value: string; readonly at: string | null }>
      }
    }>
  }
}

export type FindingRulesQueryVariables = Exact<{ [key: string]: never }>

export type FindingRulesQuery = {
  readonly findingRules: ReadonlyArray<{ readonly kind: FindingKind; readonly code: string; readonly title: string; readonly description: string }>
}

export type IncidentRowFragment = {
  readonly id: string
  readonly title: string | null
  readonly services: ReadonlyArray<string>
  readonly environment: string | null
  readonly severity: string | null
  readonly status: string
  readonly startedAt: string | null
  readonly detectedAt: string | null
  readonly acknowledgedAt: string | null
  readonly mitigatedAt: string | null
  readonly mitigatedBy: string | null
  readonly resolvedAt: string | null
  readonly url: string | null
  readonly attribution: ReadonlyArray<{
    readonly deployment: string
    readonly releaseId: string | null
    readonly method: string
    readonly confidence: number
    readonly reason: string
  }>
  readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
  readonly parts: ReadonlyArray<{ readonly source: string; readonly incident: string }>
}

export type IncidentsQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type IncidentsQuery = {
  readonly incidents: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string | null
        readonly services: ReadonlyArray<string>
        readonly environment: string | null
        readonly severity: string | null
        readonly status: string
        readonly startedAt: string | null
        readonly detectedAt: string | null
        readonly acknowledgedAt: string | null
        readonly mitigatedAt: string | null
        readonly mitigatedBy: string | null
        readonly resolvedAt: string | null
        readonly url: string | null
        readonly attribution: ReadonlyArray<{
          readonly deployment: string
          readonly releaseId: string | null
          readonly method: string
          readonly confidence: number
          readonly reason: string
        }>
        readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
        readonly parts: ReadonlyArray<{ readonly source: string; readonly incident: string }>
      }
    }>
  }
}

export type MappedIntegrationsQueryVariables = Exact<{ [key: string]: never }>

export type MappedIntegrationsQuery = {
  readonly mappedIntegrations: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly presets: ReadonlyArray<string>
    readonly eventTypes: ReadonlyArray<string>
  }>
  readonly connections: ReadonlyArray<{ readonly integration: string; readonly source: string; readonly open: boolean; readonly settings: unknown }>
}

export type PreviewMappingQueryVariables = Exact<{
  input: PreviewMappingInput
}>

export type PreviewMappingQuery = {
  readonly previewMapping: {
    readonly rules: ReadonlyArray<{
      readonly type: string
      readonly matched: boolean
      readonly events: ReadonlyArray<unknown>
      readonly problems: ReadonlyArray<{
        readonly path: string
        readonly expression: string | null
        readonly position: number | null
        readonly message: string
        readonly value: unknown
      }>
    }>
    readonly problems: ReadonlyArray<{ readonly path: string; readonly message: string }>
  }
}

export type ApiAccessesQueryVariables = Exact<{ [key: string]: never }>

export type ApiAccessesQuery = {
  readonly apiAccesses: ReadonlyArray<{
    readonly integration: string
    readonly source: string
    readonly apiUrl: string | null
    readonly host: string
    readonly savedAt: string
  }>
}

export type SaveApiAccessMutationVariables = Exact<{
  input: SaveApiAccessInput
}>

export type SaveApiAccessMutation = { readonly saveApiAccess: { readonly source: string } }

export type RemoveApiAccessMutationVariables = Exact<{
  integration: string
  source: string
}>

export type RemoveApiAccessMutation = { readonly removeApiAccess: boolean }

export type RangeLookupsQueryVariables = Exact<{
  state?: RangeLookupState | null | undefined
  first?: number | null | undefined
}>

export type RangeLookupsQuery = {
  readonly rangeLookups: ReadonlyArray<{
    readonly id: string
    readonly repository: string
    readonly baseCommit: string
    readonly headCommit: string
    readonly service: string
    readonly state: RangeLookupState
    readonly attempts: number
    readonly reason: string | null
    readonly askedAt: string
  }>
}

export type RetryRangeLookupMutationVariables = Exact<{
  id: string | number
}>

export type RetryRangeLookupMutation = { readonly retryRangeLookup: boolean }

export type ReleasesQueryVariables = Exact<{
  filter?: ReleaseFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type ReleasesQuery = {
  readonly releases: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly service: string
        readonly version: string | null
        readonly firstDeployedAt: string | null
        readonly latestDeployedAt: string | null
        readonly environments: ReadonlyArray<string>
        readonly status: string
        readonly failed: boolean
      }
    }>
  }
}

export type EffectSideNumbersFragment = {
  readonly from: string
  readonly to: string
  readonly good: number
  readonly total: number
  readonly badRatio: number | null
  readonly value: number | null
  readonly costPerRequest: number | null
  readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
}

export type ReleaseEffectRowFragment = {
  readonly indicator: string
  readonly unit: string
  readonly part: EffectPart
  readonly partName: string | null
  readonly expectedBadRatio: number | null
  readonly change: number | null
  readonly pValue: number | null
  readonly seasonalWeeks: number
  readonly seasonalRatio: number
  readonly dispersion: number
  readonly settled: boolean
  readonly regressed: boolean
  readonly objectives: number
  readonly objectivesMet: number
  readonly before: {
    readonly from: string
    readonly to: string
    readonly good: number
    readonly total: number
    readonly badRatio: number | null
    readonly value: number | null
    readonly costPerRequest: number | null
    readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
  }
  readonly after: {
    readonly from: string
    readonly to: string
    readonly good: number
    readonly total: number
    readonly badRatio: number | null
    readonly value: number | null
    readonly costPerRequest: number | null
    readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
  }
}

export type ReleaseDeploymentFragment = {
  readonly id: string
  readonly service: string
  readonly environment: string
  readonly production: boolean
  readonly regions: ReadonlyArray<string>
  readonly version: string | null
  readonly commit: string | null
  readonly repository: string | null
  readonly artifactDigest: string | null
  readonly outcome: string
  readonly kind: string
  readonly kindReason: string
  readonly trigger: Trigger
  readonly actor: string | null
  readonly url: string | null
  readonly startedAt: string | null
  readonly fullTrafficAt: string | null
  readonly finishedAt: string | null
  readonly receivedAt: string
  readonly previousVersion: string | null
  readonly changeSource: string
  readonly changeCount: number
  readonly failed: boolean
  readonly failureReasons: ReadonlyArray<string>
  readonly rolledBackBy: string | null
  readonly blindSpots: ReadonlyArray<string>
  readonly effects: ReadonlyArray<{
    readonly indicator: string
    readonly unit: string
    readonly part: EffectPart
    readonly partName: string | null
    readonly expectedBadRatio: number | null
    readonly change: number | null
    readonly pValue: number | null
    readonly seasonalWeeks: number
    readonly seasonalRatio: number
    readonly dispersion: number
    readonly settled: boolean
    readonly regressed: boolean
    readonly objectives: number
    readonly objectivesMet: number
    readonly before: {
      readonly from: string
      readonly to: string
      readonly good: number
      readonly total: number
      readonly badRatio: number | null
      readonly value: number | null
      readonly costPerRequest: number | null
      readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
    }
    readonly after: {
      readonly from: string
      readonly to: string
      readonly good: number
      readonly total: number
      readonly badRatio: number | null
      readonly value: number | null
      readonly costPerRequest: number | null
      readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
    }
  }>
  readonly parts: ReadonlyArray<{ readonly source: string; readonly deployment: string }>
  readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
  readonly stages: ReadonlyArray<{
    readonly name: string
    readonly index: number | null
    readonly trafficPercent: number | null
    readonly status: string | null
    readonly at: string
  }>
}

export type ReleaseQueryVariables = Exact<{
  id: string | number
}>

export type ReleaseQuery = {
  readonly release: {
    readonly id: string
    readonly service: string
    readonly version: string | null
    readonly firstDeployedAt: string | null
    readonly latestDeployedAt: string | null
    readonly environments: ReadonlyArray<string>
    readonly status: string
    readonly failed: boolean
    readonly deployments: ReadonlyArray<{
      readonly id: string
      readonly service: string
      readonly environment: string
      readonly production: boolean
      readonly regions: ReadonlyArray<string>
      readonly version: string | null
      readonly commit: string | null
      readonly repository: string | null
      readonly artifactDigest: string | null
      readonly outcome: string
      readonly kind: string
      readonly kindReason: string
      readonly trigger: Trigger
      readonly actor: string | null
      readonly url: string | null
      readonly startedAt: string | null
      readonly fullTrafficAt: string | null
      readonly finishedAt: string | null
      readonly receivedAt: string
      readonly previousVersion: string | null
      readonly changeSource: string
      readonly changeCount: number
      readonly failed: boolean
      readonly failureReasons: ReadonlyArray<string>
      readonly rolledBackBy: string | null
      readonly blindSpots: ReadonlyArray<string>
      readonly effects: ReadonlyArray<{
        readonly indicator: string
        readonly unit: string
        readonly part: EffectPart
        readonly partName: string | null
        readonly expectedBadRatio: number | null
        readonly change: number | null
        readonly pValue: number | null
        readonly seasonalWeeks: number
        readonly seasonalRatio: number
        readonly dispersion: number
        readonly settled: boolean
        readonly regressed: boolean
        readonly objectives: number
        readonly objectivesMet: number
        readonly before: {
          readonly from: string
          readonly to: string
          readonly good: number
          readonly total: number
          readonly badRatio: number | null
          readonly value: number | null
          readonly costPerRequest: number | null
          readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
        }
        readonly after: {
          readonly from: string
          readonly to: string
          readonly good: number
          readonly total: number
          readonly badRatio: number | null
          readonly value: number | null
          readonly costPerRequest: number | null
          readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
        }
      }>
      readonly parts: ReadonlyArray<{ readonly source: string; readonly deployment: string }>
      readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
      readonly stages: ReadonlyArray<{
        readonly name: string
        readonly index: number | null
        readonly trafficPercent: number | null
        readonly status: string | null
        readonly at: string
      }>
    }>
    readonly incidents: ReadonlyArray<{
      readonly id: string
      readonly title: string | null
      readonly services: ReadonlyArray<string>
      readonly environment: string | null
      readonly severity: string | null
      readonly status: string
      readonly startedAt: string | null
      readonly detectedAt: string | null
      readonly acknowledgedAt: string | null
      readonly mitigatedAt: string | null
      readonly mitigatedBy: string | null
      readonly resolvedAt: string | null
      readonly url: string | null
      readonly attribution: ReadonlyArray<{
        readonly deployment: string
        readonly releaseId: string | null
        readonly method: string
        readonly confidence: number
        readonly reason: string
      }>
      readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
      readonly parts: ReadonlyArray<{ readonly source: string; readonly incident: string }>
    }>
    readonly approvals: ReadonlyArray<{
      readonly id: string
      readonly service: string
      readonly environment: string
      readonly group: string | null
      readonly risk: string | null
      readonly requestedBy: string | null
      readonly requestedAt: string | null
      readonly decidedAt: string | null
      readonly withdrawnAt: string | null
      readonly decision: string | null
      readonly decidedBy: ReadonlyArray<string>
      readonly automated: boolean | null
    }>
    readonly artifacts: ReadonlyArray<{
      readonly digest: string
      readonly name: string | null
      readonly version: string | null
      readonly commit: string | null
      readonly repository: string | null
      readonly buildUrl: string | null
      readonly builder: string | null
      readonly publishedAt: string | null
      readonly promotions: ReadonlyArray<{
        readonly from: string | null
        readonly to: string | null
        readonly by: string | null
        readonly at: string
      }>
      readonly provenance: ReadonlyArray<{ readonly field: string; readonly state: string }>
    }>
    readonly timeline: ReadonlyArray<{
      readonly at: string
      readonly type: string
      readonly title: string
      readonly detail: string | null
      readonly source: string
      readonly eventId: string
      readonly environment: string | null
      readonly url: string | null
    }>
  } | null
}

export type ReleaseChangesQueryVariables = Exact<{
  id: string | number
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type ReleaseChangesQuery = {
  readonly release: {
    readonly changes: {
      readonly totalCount: number
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string
          readonly repository: string
          readonly sha: string
          readonly committedAt: string | null
          readonly authoredAt: string | null
          readonly author: string | null
          readonly title: string | null
          readonly pullRequest: number | null
          readonly url: string | null
          readonly leadTimeSeconds: number | null
          readonly state: string
        }
      }>
    }
  } | null
}

export type BadgeChoicesQueryVariables = Exact<{ [key: string]: never }>

export type BadgeChoicesQuery = {
  readonly workspace: { readonly publicBadges: boolean }
  readonly metricDefinitions: ReadonlyArray<{ readonly key: MetricKey; readonly title: string }>
}

export type ServiceDeclarationQueryVariables = Exact<{
  name: string
}>

export type ServiceDeclarationQuery = {
  readonly declarations: ReadonlyArray<{ readonly spec: unknown }>
  readonly services: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string
        readonly team: string | null
        readonly tier: string | null
        readonly repository: string | null
        readonly owner: string | null
        readonly runbookUrl: string | null
        readonly aliases: ReadonlyArray<string>
        readonly dependsOn: ReadonlyArray<string>
        readonly slis: ReadonlyArray<string>
      }
    }>
  }
}

export type DeclareServiceMutationVariables = Exact<{
  name: string
  input: ServiceInput
}>

export type DeclareServiceMutation = { readonly declareService: { readonly changed: boolean } }

export type WithdrawServiceMutationVariables = Exact<{
  name: string
}>

export type WithdrawServiceMutation = { readonly withdrawService: boolean }

export type IndicatorHistoryQueryVariables = Exact<{
  service: string
  from: string
  to: string
}>

export type IndicatorHistoryQuery = {
  readonly indicatorHistory: ReadonlyArray<{
    readonly indicator: string
    readonly displayName: string
    readonly unit: string
    readonly environment: string
    readonly stepSeconds: number
    readonly distribution: ReadonlyArray<{ readonly above: number; readonly upTo: number; readonly count: number }>
    readonly points: ReadonlyArray<{
      readonly at: string
      readonly good: number
      readonly total: number
      readonly goodRatio: number | null
      readonly value: number | null
      readonly quantiles: ReadonlyArray<{ readonly name: string; readonly value: number | null }>
    }>
  }>
  readonly deployments: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly version: string | null
        readonly production: boolean
        readonly startedAt: string | null
        readonly finishedAt: string | null
        readonly fullTrafficAt: string | null
      }
    }>
  }
  readonly slos: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly name: string
        readonly displayName: string
        readonly objectives: ReadonlyArray<{
          readonly indicator: string
          readonly target: number
          readonly value: number | null
          readonly attainment: number | null
        }>
      }
    }>
  }
}

export type ServicesQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type ServicesQuery = {
  readonly services: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string
        readonly team: string | null
        readonly tier: string | null
        readonly aliases: ReadonlyArray<string>
        readonly declared: boolean
        readonly environments: ReadonlyArray<string>
        readonly openIncidents: number
        readonly lastDeployment: {
          readonly id: string
          readonly releaseId: string
          readonly version: string | null
          readonly outcome: string
          readonly startedAt: string | null
          readonly finishedAt: string | null
          readonly receivedAt: string
          readonly environment: string
        } | null
      }
    }>
  }
}

export type ServiceQueryVariables = Exact<{
  id: string
  from?: string | null | undefined
  to?: string | null | undefined
}>

export type ServiceQuery = {
  readonly services: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string
        readonly team: string | null
        readonly tier: string | null
        readonly repository: string | null
        readonly owner: string | null
        readonly runbookUrl: string | null
        readonly aliases: ReadonlyArray<string>
        readonly declared: boolean
        readonly environments: ReadonlyArray<string>
        readonly openIncidents: number
      }
    }>
  }
  readonly deployments: {
    readonly totalCount: number
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly releaseId: string
        readonly environment: string
        readonly version: string | null
        readonly outcome: string
        readonly kind: string
        readonly kindReason: string
        readonly trigger: Trigger
        readonly failed: boolean
        readonly failureReasons: ReadonlyArray<string>
        readonly startedAt: string | null
        readonly finishedAt: string | null
        readonly receivedAt: string
        readonly changeCount: number
      }
    }>
  }
  readonly incidents: {
    readonly totalCount: number
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly title: string | null
        readonly services: ReadonlyArray<string>
        readonly environment: string | null
        readonly severity: string | null
        readonly status: string
        readonly startedAt: string | null
        readonly detectedAt: string | null
        readonly acknowledgedAt: string | null
        readonly mitigatedAt: string | null
        readonly mitigatedBy: string | null
        readonly resolvedAt: string | null
        readonly url: string | null
        readonly attribution: ReadonlyArray<{
          readonly deployment: string
          readonly releaseId: string | null
          readonly method: string
          readonly confidence: number
          readonly reason: string
        }>
        readonly contradictions: ReadonlyArray<{ readonly field: string; readonly kept: string; readonly dropped: string; readonly source: string }>
        readonly parts: ReadonlyArray<{ readonly source: string; readonly incident: string }>
      }
    }>
  }
}

export type UndeclaredServicesQueryVariables = Exact<{
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type UndeclaredServicesQuery = {
  readonly undeclaredServices: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly environments: ReadonlyArray<string>
        readonly repository: string | null
        readonly lastEventAt: string
        readonly likelyTeam: string | null
      }
    }>
  }
}

export type ClaimServiceMutationVariables = Exact<{
  name: string
  team: string
  tier?: string | null | undefined
}>

export type ClaimServiceMutation = { readonly claimService: { readonly changed: boolean } }

export type TokensQueryVariables = Exact<{ [key: string]: never }>

export type TokensQuery = {
  readonly tokens: ReadonlyArray<{
    readonly id: string
    readonly name: string
    readonly scopes: ReadonlyArray<TokenScope>
    readonly teams: ReadonlyArray<string> | null
    readonly createdAt: string
    readonly expiresAt: string | null
    readonly revokedAt: string | null
    readonly lastUsedAt: string | null
  }>
}

export type PeopleQueryVariables = Exact<{ [key: string]: never }>

export type PeopleQuery = {
  readonly people: ReadonlyArray<{ readonly id: string; readonly login: string; readonly displayName: string; readonly role: Role }>
}

export type CreateTokenMutationVariables = Exact<{
  name: string
  scopes: ReadonlyArray<TokenScope> | TokenScope
  teams?: ReadonlyArray<string> | string | null | undefined
  expiresAt?: string | null | undefined
}>

export type CreateTokenMutation = {
  readonly createToken: { readonly secret: string; readonly token: { readonly id: string; readonly name: string } }
}

export type RevokeTokenMutationVariables = Exact<{
  id: string | number
}>

export type RevokeTokenMutation = { readonly revokeToken: { readonly id: string; readonly revokedAt: string | null } }

export type CreateSignInLinkMutationVariables = Exact<{
  login: string
  role: Role
}>

export type CreateSignInLinkMutation = { readonly createSignInLink: string }

export type WorkspaceRulesQueryVariables = Exact<{ [key: string]: never }>

export type WorkspaceRulesQuery = {
  readonly workspace: {
    readonly profile: string
    readonly timeZone: string
    readonly weekStart: Weekday
    readonly attributionWindowHours: number
    readonly mergeSlackMinutes: number
    readonly incidentMergeMinutes: number
    readonly productionPatterns: ReadonlyArray<string>
    readonly calendar: string | null
    readonly ownership: Ownership
    readonly ignoredAuthors: ReadonlyArray<string>
    readonly publicBadges: boolean
    readonly options: ReadonlyArray<{ readonly name: string; readonly value: string }>
    readonly requiredProvenance: {
      readonly default: ReadonlyArray<string>
      readonly byTier: ReadonlyArray<{ readonly tier: string; readonly fields: ReadonlyArray<string> }>
    }
    readonly hotfix: { readonly labels: ReadonlyArray<string>; readonly branches: ReadonlyArray<string>; readonly tags: ReadonlyArray<string> }
  }
  readonly metricProfiles: ReadonlyArray<{ readonly name: string; readonly title: string }>
  readonly calendars: ReadonlyArray<{ readonly id: string }>
}

export type MeasureTargetsQueryVariables = Exact<{ [key: string]: never }>

export type MeasureTargetsQuery = {
  readonly metricDefinitions: ReadonlyArray<{
    readonly key: MetricKey
    readonly title: string
    readonly unit: Unit
    readonly targets: ReadonlyArray<{ readonly low: number | null; readonly high: number | null }>
    readonly ownTargets: ReadonlyArray<{ readonly low: number | null; readonly high: number | null }>
  }>
}

export type CatalogueQueryVariables = Exact<{ [key: string]: never }>

export type CatalogueQuery = {
  readonly environments: ReadonlyArray<{ readonly id: string; readonly production: boolean; readonly declared: boolean }>
  readonly approverGroups: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly members: ReadonlyArray<string>
    readonly quorum: number
    readonly services: ReadonlyArray<string>
    readonly environments: ReadonlyArray<string>
    readonly risks: ReadonlyArray<string>
  }>
  readonly calendars: ReadonlyArray<{
    readonly id: string
    readonly timeZone: string
    readonly days: ReadonlyArray<number>
    readonly from: string
    readonly to: string
    readonly holidays: ReadonlyArray<string>
  }>
}

export type CatalogueTeamsQueryVariables = Exact<{
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type CatalogueTeamsQuery = {
  readonly teams: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: { readonly id: string; readonly title: string; readonly members: ReadonlyArray<string>; readonly declared: boolean }
    }>
  }
}

export type UpdateWorkspaceMutationVariables = Exact<{
  input: WorkspaceInput
}>

export type UpdateWorkspaceMutation = { readonly updateWorkspace: { readonly profile: string } }

export type PutTeamMutationVariables = Exact<{
  name: string
  input: TeamInput
}>

export type PutTeamMutation = { readonly putTeam: { readonly changed: boolean } }

export type DeleteTeamMutationVariables = Exact<{
  name: string
}>

export type DeleteTeamMutation = { readonly deleteTeam: boolean }

export type PutEnvironmentMutationVariables = Exact<{
  name: string
  production: boolean
}>

export type PutEnvironmentMutation = { readonly putEnvironment: { readonly changed: boolean } }

export type DeleteEnvironmentMutationVariables = Exact<{
  name: string
}>

export type DeleteEnvironmentMutation = { readonly deleteEnvironment: boolean }

export type PutApproverGroupMutationVariables = Exact<{
  name: string
  input: ApproverGroupInput
}>

export type PutApproverGroupMutation = { readonly putApproverGroup: { readonly changed: boolean } }

export type DeleteApproverGroupMutationVariables = Exact<{
  name: string
}>

export type DeleteApproverGroupMutation = { readonly deleteApproverGroup: boolean }

export type PutCalendarMutationVariables = Exact<{
  name: string
  input: BusinessCalendarInput
}>

export type PutCalendarMutation = { readonly putCalendar: { readonly changed: boolean } }

export type DeleteCalendarMutationVariables = Exact<{
  name: string
}>

export type DeleteCalendarMutation = { readonly deleteCalendar: boolean }

export type ViewerQueryVariables = Exact<{ [key: string]: never }>

export type ViewerQuery = {
  readonly viewer: {
    readonly login: string | null
    readonly role: Role | null
    readonly scopes: ReadonlyArray<TokenScope>
    readonly demo: boolean
    readonly version: string
  }
}

export type BurnPreviewQueryVariables = Exact<{
  slo: string | number
  objective?: number | null | undefined
  rules?: ReadonlyArray<BurnRuleInput> | BurnRuleInput | null | undefined
}>

export type BurnPreviewQuery = {
  readonly burnPreview: {
    readonly from: string
    readonly to: string
    readonly pages: number
    readonly tickets: number
    readonly firings: ReadonlyArray<{
      readonly severity: AlertSeverity
      readonly longSeconds: number
      readonly shortSeconds: number
      readonly factor: number
      readonly from: string
      readonly to: string | null
      readonly burn: number
    }>
  } | null
}

export type SuggestObjectiveQueryVariables = Exact<{
  service: string
  indicator: string
  op?: Comparison | null | undefined
  value?: number | null | undefined
}>

export type SuggestObjectiveQuery = {
  readonly suggestObjective: {
    readonly target: number | null
    readonly reasons: ReadonlyArray<string>
    readonly thresholds: ReadonlyArray<{ readonly share: number; readonly value: number }>
  }
}

export type ObjectiveStatusFragment = {
  readonly indicator: string
  readonly weight: number
  readonly target: number
  readonly op: Comparison | null
  readonly value: number | null
  readonly timeSliceTarget: number | null
  readonly timeSliceSeconds: number | null
  readonly good: number
  readonly total: number
  readonly attainment: number | null
  readonly budgetLeft: number | null
  readonly exhaustsAt: string | null
  readonly dataFrom: string | null
  readonly dataTo: string | null
  readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
  readonly rules: ReadonlyArray<{
    readonly severity: AlertSeverity
    readonly longSeconds: number
    readonly shortSeconds: number
    readonly factor: number
    readonly burning: boolean
    readonly reachable: boolean
  }>
}

export type CompositeStatusFragment = {
  readonly target: number
  readonly attainment: number | null
  readonly budgetLeft: number | null
  readonly exhaustsAt: string | null
  readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
  readonly rules: ReadonlyArray<{
    readonly severity: AlertSeverity
    readonly longSeconds: number
    readonly shortSeconds: number
    readonly factor: number
    readonly burning: boolean
    readonly reachable: boolean
  }>
}

export type SlosQueryVariables = Exact<{
  filter?: SloFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}>

export type SlosQuery = {
  readonly slos: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly name: string
        readonly displayName: string
        readonly service: string
        readonly windowSeconds: number
        readonly budgetingMethod: BudgetingMethod
        readonly at: string
        readonly objectives: ReadonlyArray<{
          readonly indicator: string
          readonly weight: number
          readonly target: number
          readonly op: Comparison | null
          readonly value: number | null
          readonly timeSliceTarget: number | null
          readonly timeSliceSeconds: number | null
          readonly good: number
          readonly total: number
          readonly attainment: number | null
          readonly budgetLeft: number | null
          readonly exhaustsAt: string | null
          readonly dataFrom: string | null
          readonly dataTo: string | null
          readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
          readonly rules: ReadonlyArray<{
            readonly severity: AlertSeverity
            readonly longSeconds: number
            readonly shortSeconds: number
            readonly factor: number
            readonly burning: boolean
            readonly reachable: boolean
          }>
        }>
        readonly composite: {
          readonly target: number
          readonly attainment: number | null
          readonly budgetLeft: number | null
          readonly exhaustsAt: string | null
          readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
          readonly rules: ReadonlyArray<{
            readonly severity: AlertSeverity
            readonly longSeconds: number
            readonly shortSeconds: number
            readonly factor: number
            readonly burning: boolean
            readonly reachable: boolean
          }>
        } | null
      }
    }>
  }
}

export type SloQueryVariables = Exact<{
  name: string | number
}>

export type SloQuery = {
  readonly slo: {
    readonly name: string
    readonly displayName: string
    readonly description: string
    readonly service: string
    readonly windowSeconds: number
    readonly budgetingMethod: BudgetingMethod
    readonly at: string
    readonly from: string
    readonly objectives: ReadonlyArray<{
      readonly indicator: string
      readonly weight: number
      readonly target: number
      readonly op: Comparison | null
      readonly value: number | null
      readonly timeSliceTarget: number | null
      readonly timeSliceSeconds: number | null
      readonly good: number
      readonly total: number
      readonly attainment: number | null
      readonly budgetLeft: number | null
      readonly exhaustsAt: string | null
      readonly dataFrom: string | null
      readonly dataTo: string | null
      readonly history: ReadonlyArray<{ readonly from: string; readonly good: number; readonly total: number }>
      readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
      readonly rules: ReadonlyArray<{
        readonly severity: AlertSeverity
        readonly longSeconds: number
        readonly shortSeconds: number
        readonly factor: number
        readonly burning: boolean
        readonly reachable: boolean
      }>
    }>
    readonly composite: {
      readonly target: number
      readonly attainment: number | null
      readonly budgetLeft: number | null
      readonly exhaustsAt: string | null
      readonly burns: ReadonlyArray<{ readonly seconds: number; readonly burn: number | null }>
      readonly rules: ReadonlyArray<{
        readonly severity: AlertSeverity
        readonly longSeconds: number
        readonly shortSeconds: number
        readonly factor: number
        readonly burning: boolean
        readonly reachable: boolean
      }>
    } | null
    readonly alertPolicies: ReadonlyArray<{
      readonly name: string
      readonly displayName: string
      readonly description: string
      readonly severity: AlertSeverity
      readonly threshold: number
      readonly lookbackSeconds: number
      readonly alertAfterSeconds: number
      readonly whenBreaching: boolean
      readonly whenResolved: boolean
      readonly whenNoData: boolean
      readonly targets: ReadonlyArray<{ readonly name: string; readonly target: string }>
    }>
  } | null
}

export type SloReleasesQueryVariables = Exact<{
  service: string
  from: string
  to: string
}>

export type SloReleasesQuery = {
  readonly deployments: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string
        readonly version: string | null
        readonly releaseId: string
        readonly environment: string
        readonly outcome: string
        readonly finishedAt: string | null
        readonly startedAt: string | null
      }
    }>
  }
}

export type SelectorFragment = {
  readonly metric: string
  readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
}

export type IndicatorsQueryVariables = Exact<{ [key: string]: never }>

export type IndicatorsQuery = {
  readonly indicators: ReadonlyArray<{
    readonly name: string
    readonly displayName: string
    readonly description: string
    readonly service: string | null
    readonly unit: string
    readonly kind: IndicatorKind
    readonly threshold: number | null
    readonly good: {
      readonly metric: string
      readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
    } | null
    readonly bad: {
      readonly metric: string
      readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
    } | null
    readonly total: {
      readonly metric: string
      readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
    } | null
    readonly histogram: {
      readonly metric: string
      readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
    } | null
    readonly value: {
      readonly metric: string
      readonly matchers: ReadonlyArray<{ readonly label: string; readonly op: MatcherOp; readonly value: string }>
    } | null
    readonly labels: {
      readonly service: string | null
      readonly environment: string | null
      readonly version: string | null
      readonly cohort: string | null
      readonly region: string | null
    }
  }>
}

export type KnownIndicatorsQueryVariables = Exact<{ [key: string]: never }>

export type KnownIndicatorsQuery = { readonly keptIndicators: ReadonlyArray<string>; readonly indicators: ReadonlyArray<{ readonly name: string }> }

export type DeleteSloMutationVariables = Exact<{
  name: string | number
}>

export type DeleteSloMutation = { readonly deleteSlo: boolean }

export type DeleteIndicatorMutationVariables = Exact<{
  name: string | number
}>

export type DeleteIndicatorMutation = { readonly deleteIndicator: boolean }

export type SaveSloMutationVariables = Exact<{
  input: SloInput
}>

export type SaveSloMutation = { readonly saveSlo: { readonly name: string } }

export type SaveIndicatorMutationVariables = Exact<{
  input: IndicatorInput
}>

export type SaveIndicatorMutation = { readonly saveIndicator: { readonly name: string } }

export type TryIndicatorQueryVariables = Exact<{
  input: IndicatorInput
}>

export type TryIndicatorQuery = {
  readonly tryIndicator: {
    readonly matched: number
    readonly looked: number
    readonly series: ReadonlyArray<{
      readonly service: string
      readonly environment: string
      readonly version: string
      readonly series: {
        readonly source: string
        readonly metric: string
        readonly labels: ReadonlyArray<{ readonly name: string; readonly value: string }>
      }
    }>
  }
}

export type SavedViewsQueryVariables = Exact<{ [key: string]: never }>

export type SavedViewsQuery = {
  readonly savedViews: ReadonlyArray<{
    readonly id: string
    readonly name: string
    readonly description: string
    readonly page: string
    readonly state: string
    readonly owner: string
    readonly visibility: ViewVisibility
    readonly isDefault: boolean
    readonly mine: boolean
  }>
}

export type SaveViewMutationVariables = Exact<{
  input: SavedViewInput
}>

export type SaveViewMutation = { readonly saveView: { readonly id: string } }

export type UpdateViewMutationVariables = Exact<{
  id: string | number
  input: SavedViewChangeInput
}>

export type UpdateViewMutation = { readonly updateView: { readonly id: string } }

export type DeleteViewMutationVariables = Exact<{
  id: string | number
}>

export type DeleteViewMutation = { readonly deleteView: boolean }

export type SetDefaultViewMutationVariables = Exact<{
  page: string
  view?: string | number | null | undefined
}>

export type SetDefaultViewMutation = { readonly setDefaultView: boolean }

export type ShareLinksQueryVariables = Exact<{
  view: string | number
}>

export type ShareLinksQuery = {
  readonly shareLinks: ReadonlyArray<{
    readonly id: string
    readonly createdBy: string
    readonly expiresAt: string
    readonly revokedAt: string | null
    readonly lastUsedAt: string | null
  }>
}

export type CreateShareLinkMutationVariables = Exact<{
  view: string | number
  expiresInDays: number
}>

export type CreateShareLinkMutation = { readonly createShareLink: { readonly url: string } }

export type RevokeShareLinkMutationVariables = Exact<{
  id: string | number
}>

export type RevokeShareLinkMutation = { readonly revokeShareLink: { readonly id: string } }

export type MeasuredFragment = {
  readonly value: number | null
  readonly unit: Unit
  readonly n: number
  readonly low: number | null
  readonly high: number | null
  readonly coverage: number | null
  readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
}

export type BucketFragment = {
  readonly from: string
  readonly to: string
  readonly partial: boolean
  readonly immature: boolean
  readonly value: {
    readonly value: number | null
    readonly unit: Unit
    readonly n: number
    readonly low: number | null
    readonly high: number | null
    readonly coverage: number | null
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly count: number; readonly description: string }>
  }
}

export type DefinitionFragment = {
  readonly key: MetricKey
  readonly title: string
  readonly unit: Unit
  readonly direction: Direction
  readonly version: number
  readonly summary: string
  readonly formula: string
  readonly population: string
  readonly anchor: string
  readonly interval: string
  readonly exclusions: ReadonlyArray<{ readonly reason: string; readonly description: string }>
  readonly options: ReadonlyArray<{ readonly name: string; readonly value: string; readonly description: string }>
  readonly stats: ReadonlyArray<{ readonly name: string; readonly title: string; readonly unit: Unit }>
  readonly targets: ReadonlyArray<{ readonly label: string; readonly low: number | null; readonly high: number | null }>
  readonly evidenceColumns: ReadonlyArray<{ readonly name: string; readonly title: string }>
}

export class TypedDocumentString<TResult, TVariables> extends String implements DocumentTypeDecoration<TResult, TVariables> {
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>
  private value: string
  public __meta__?: Record<string, any> | undefined

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value)
    this.value = value
    this.__meta__ = __meta__
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value
  }
}
export const IncidentRowFragmentDoc = new TypedDocumentString(
  `
    fragment IncidentRow on Incident {
  id
  title
  services
  environment
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  mitigatedAt
  mitigatedBy
  resolvedAt
  url
  attribution {
    deployment
    releaseId
    method
    confidence
    reason
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  parts {
    source
    incident
  }
}
    `,
  { fragmentName: 'IncidentRow' },
) as unknown as TypedDocumentString<IncidentRowFragment, unknown>
export const EffectSideNumbersFragmentDoc = new TypedDocumentString(
  `
    fragment EffectSideNumbers on EffectSide {
  from
  to
  good
  total
  badRatio
  value
  quantiles {
    name
    value
  }
  costPerRequest
}
    `,
  { fragmentName: 'EffectSideNumbers' },
) as unknown as TypedDocumentString<EffectSideNumbersFragment, unknown>
export const ReleaseEffectRowFragmentDoc = new TypedDocumentString(
  `
    fragment ReleaseEffectRow on ReleaseEffect {
  indicator
  unit
  part
  partName
  before {
    ...EffectSideNumbers
  }
  after {
    ...EffectSideNumbers
  }
  expectedBadRatio
  change
  pValue
  seasonalWeeks
  seasonalRatio
  dispersion
  settled
  regressed
  objectives
  objectivesMet
}
    fragment EffectSideNumbers on EffectSide {
  from
  to
  good
  total
  badRatio
  value
  quantiles {
    name
    value
  }
  costPerRequest
}`,
  { fragmentName: 'ReleaseEffectRow' },
) as unknown as TypedDocumentString<ReleaseEffectRowFragment, unknown>
export const ReleaseDeploymentFragmentDoc = new TypedDocumentString(
  `
    fragment ReleaseDeployment on Deployment {
  id
  service
  environment
  production
  regions
  version
  commit
  repository
  artifactDigest
  outcome
  kind
  kindReason
  trigger
  actor
  url
  startedAt
  fullTrafficAt
  finishedAt
  receivedAt
  previousVersion
  changeSource
  changeCount
  failed
  failureReasons
  rolledBackBy
  blindSpots
  effects {
    ...ReleaseEffectRow
  }
  parts {
    source
    deployment
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  stages {
    name
    index
    trafficPercent
    status
    at
  }
}
    fragment EffectSideNumbers on EffectSide {
  from
  to
  good
  total
  badRatio
  value
  quantiles {
    name
    value
  }
  costPerRequest
}
fragment ReleaseEffectRow on ReleaseEffect {
  indicator
  unit
  part
  partName
  before {
    ...EffectSideNumbers
  }
  after {
    ...EffectSideNumbers
  }
  expectedBadRatio
  change
  pValue
  seasonalWeeks
  seasonalRatio
  dispersion
  settled
  regressed
  objectives
  objectivesMet
}`,
  { fragmentName: 'ReleaseDeployment' },
) as unknown as TypedDocumentString<ReleaseDeploymentFragment, unknown>
export const ObjectiveStatusFragmentDoc = new TypedDocumentString(
  `
    fragment ObjectiveStatus on Objective {
  indicator
  weight
  target
  op
  value
  timeSliceTarget
  timeSliceSeconds
  good
  total
  attainment
  budgetLeft
  exhaustsAt
  dataFrom
  dataTo
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}
    `,
  { fragmentName: 'ObjectiveStatus' },
) as unknown as TypedDocumentString<ObjectiveStatusFragment, unknown>
export const CompositeStatusFragmentDoc = new TypedDocumentString(
  `
    fragment CompositeStatus on Composite {
  target
  attainment
  budgetLeft
  exhaustsAt
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}
    `,
  { fragmentName: 'CompositeStatus' },
) as unknown as TypedDocumentString<CompositeStatusFragment, unknown>
export const SelectorFragmentDoc = new TypedDocumentString(
  `
    fragment Selector on MetricSelector {
  metric
  matchers {
    label
    op
    value
  }
}
    `,
  { fragmentName: 'Selector' },
) as unknown as TypedDocumentString<SelectorFragment, unknown>
export const MeasuredFragmentDoc = new TypedDocumentString(
  `
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}
    `,
  { fragmentName: 'Measured' },
) as unknown as TypedDocumentString<MeasuredFragment, unknown>
export const BucketFragmentDoc = new TypedDocumentString(
  `
    fragment Bucket on MetricBucket {
  from
  to
  partial
  immature
  value {
    ...Measured
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}`,
  { fragmentName: 'Bucket' },
) as unknown as TypedDocumentString<BucketFragment, unknown>
export const DefinitionFragmentDoc = new TypedDocumentString(
  `
    fragment Definition on MetricDefinition {
  key
  title
  unit
  direction
  version
  summary
  formula
  population
  anchor
  interval
  exclusions {
    reason
    description
  }
  options {
    name
    value
    description
  }
  stats {
    name
    title
    unit
  }
  targets {
    label
    low
    high
  }
  evidenceColumns {
    name
    title
  }
}
    `,
  { fragmentName: 'Definition' },
) as unknown as TypedDocumentString<DefinitionFragment, unknown>
export const AlertsDocument = new TypedDocumentString(`
    query Alerts($filter: AlertFilter, $first: Int, $after: String) {
  alerts(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        rule
        source
        url
        severity
        state
        title
        summary
        service
        environment
        slo
        release
        version
        team
        runbookUrl
        pendingSince
        firedAt
        acknowledgedAt
        acknowledgedBy
        resolvedAt
        messages {
          id
          route
          status
          state
          reason
          earlier {
            at
            state
            reason
          }
          attempts
          mayRepeat
          error
          nextTryAt
          finishedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>
export const AlertRulesDocument = new TypedDocumentString(`
    query AlertRules {
  alertRules {
    id
    title
    description
    hasPreview
  }
}
    `) as unknown as TypedDocumentString<AlertRulesQuery, AlertRulesQueryVariables>
export const AlertPreviewDocument = new TypedDocumentString(`
    query AlertPreview($rule: ID!) {
  alertPreview(rule: $rule) {
    pages
    tickets
    firings {
      severity
      service
      title
      from
      to
    }
  }
}
    `) as unknown as TypedDocumentString<AlertPreviewQuery, AlertPreviewQueryVariables>
export const AlertThresholdsDocument = new TypedDocumentString(`
    query AlertThresholds {
  workspace {
    alertSilentMinutes
    alertStageMinutes
    alertApprovalHours
    alertGuardFactor
  }
}
    `) as unknown as TypedDocumentString<AlertThresholdsQuery, AlertThresholdsQueryVariables>
export const AcknowledgeAlertDocument = new TypedDocumentString(`
    mutation AcknowledgeAlert($id: ID!) {
  acknowledgeAlert(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>
export const AlertRoutesDocument = new TypedDocumentString(`
    query AlertRoutes {
  alertRoutes {
    id
    name
    kind
    fields {
      name
      value
      set
    }
    severities
    teams
    mostPerHour
    quiet {
      fromHour
      toHour
      timeZone
    }
    fallback
    enabled
    undelivered
  }
  alertRouteKinds {
    id
    title
    deduplicates
    fields {
      name
      title
      secret
      required
      example
    }
  }
}
    `) as unknown as TypedDocumentString<AlertRoutesQuery, AlertRoutesQueryVariables>
export const SaveAlertRouteDocument = new TypedDocumentString(`
    mutation SaveAlertRoute($id: ID, $input: AlertRouteInput!) {
  saveAlertRoute(id: $id, input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SaveAlertRouteMutation, SaveAlertRouteMutationVariables>
export const DeleteAlertRouteDocument = new TypedDocumentString(`
    mutation DeleteAlertRoute($id: ID!) {
  deleteAlertRoute(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteAlertRouteMutation, DeleteAlertRouteMutationVariables>
export const TestAlertRouteDocument = new TypedDocumentString(`
    mutation TestAlertRoute($id: ID!) {
  testAlertRoute(id: $id) {
    ok
    message
  }
}
    `) as unknown as TypedDocumentString<TestAlertRouteMutation, TestAlertRouteMutationVariables>
export const AttestationTrustDocument = new TypedDocumentString(`
    query AttestationTrust {
  attestationTrust {
    version
    identities {
      issuer
      identity
      repositories
    }
    publicKeys {
      id
      pem
      repositories
    }
    trustedRoot
    sources {
      source
      senders
    }
    kinds {
      predicateType
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<AttestationTrustQuery, AttestationTrustQueryVariables>
export const SetAttestationTrustDocument = new TypedDocumentString(`
    mutation SetAttestationTrust($input: AttestationTrustInput!) {
  setAttestationTrust(input: $input) {
    version
  }
}
    `) as unknown as TypedDocumentString<SetAttestationTrustMutation, SetAttestationTrustMutationVariables>
export const UnmatchedAttestationsDocument = new TypedDocumentString(`
    query UnmatchedAttestations($first: Int, $after: String) {
  unmatchedAttestations(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        digest
        kind
        status
        reason
        identity
        issuer
        source
        at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnmatchedAttestationsQuery, UnmatchedAttestationsQueryVariables>
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($first: Int, $after: String) {
  auditLog(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        sequence
        at
        actor
        action
        subject
        details
        hash
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>
export const AuditVerificationDocument = new TypedDocumentString(`
    query AuditVerification {
  verifyAudit {
    ok
    entries
    brokenAt
  }
}
    `) as unknown as TypedDocumentString<AuditVerificationQuery, AuditVerificationQueryVariables>
export const ContradictionsDocument = new TypedDocumentString(`
    query Contradictions($filter: ContradictedFilter, $first: Int, $after: String) {
  contradictions(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        kind
        fact
        service
        environment
        releaseId
        at
        field
        kept
        dropped
        source
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContradictionsQuery, ContradictionsQueryVariables>
export const CorrectionsDocument = new TypedDocumentString(`
    query Corrections($kind: CorrectedKind!, $fact: ID!) {
  corrections(kind: $kind, fact: $fact) {
    id
    at
    by
    fact
    service
    environment
    fields
    reason
  }
}
    `) as unknown as TypedDocumentString<CorrectionsQuery, CorrectionsQueryVariables>
export const IncidentPartsDocument = new TypedDocumentString(`
    query IncidentParts($id: ID!) {
  incidentParts(id: $id) {
    id
    title
    sources
  }
}
    `) as unknown as TypedDocumentString<IncidentPartsQuery, IncidentPartsQueryVariables>
export const CorrectFactDocument = new TypedDocumentString(`
    mutation CorrectFact($input: CorrectionInput!) {
  correctFact(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CorrectFactMutation, CorrectFactMutationVariables>
export const BlamableDeploymentsDocument = new TypedDocumentString(`
    query BlamableDeployments($filter: DeploymentFilter) {
  deployments(filter: $filter, first: 100) {
    edges {
      node {
        id
        service
        environment
        version
        startedAt
        finishedAt
        receivedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BlamableDeploymentsQuery, BlamableDeploymentsQueryVariables>
export const RenameServiceDocument = new TypedDocumentString(`
    mutation RenameService($from: String!, $to: String!, $reason: String!) {
  renameService(from: $from, to: $to, reason: $reason) {
    changed
  }
}
    `) as unknown as TypedDocumentString<RenameServiceMutation, RenameServiceMutationVariables>
export const IncidentMergePreviewDocument = new TypedDocumentString(`
    query IncidentMergePreview($service: String!, $minutes: Float) {
  incidentMergePreview(service: $service, minutes: $minutes) {
    incidentsNow
    incidents
    joined {
      id
      title
      environment
      status
      detectedAt
      newlyJoined
      parts {
        source
        incident
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentMergePreviewQuery, IncidentMergePreviewQueryVariables>
export const MergePreviewDocument = new TypedDocumentString(`
    query MergePreview($service: String!, $slackMinutes: Float, $sourceOfRecord: String) {
  mergePreview(
    service: $service
    slackMinutes: $slackMinutes
    sourceOfRecord: $sourceOfRecord
  ) {
    rolloutsNow
    rollouts
    joined {
      id
      environment
      version
      startedAt
      outcome
      newlyJoined
      parts {
        source
        deployment
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergePreviewQuery, MergePreviewQueryVariables>
export const DefinitionsDocument = new TypedDocumentString(`
    query Definitions($options: MetricOptionsInput) {
  metricDefinitions(options: $options) {
    ...Definition
  }
  ownDefault: metricDefinitions(options: {profile: "default"}) {
    key
    options {
      name
      value
    }
  }
}
    fragment Definition on MetricDefinition {
  key
  title
  unit
  direction
  version
  summary
  formula
  population
  anchor
  interval
  exclusions {
    reason
    description
  }
  options {
    name
    value
    description
  }
  stats {
    name
    title
    unit
  }
  targets {
    label
    low
    high
  }
  evidenceColumns {
    name
    title
  }
}`) as unknown as TypedDocumentString<DefinitionsQuery, DefinitionsQueryVariables>
export const ProfileComparisonsDocument = new TypedDocumentString(`
    query ProfileComparisons($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $options: MetricOptionsInput) {
  metrics(keys: $keys, scope: $scope, window: $window, options: $options) {
    key
    groups {
      total {
        ...Measured
      }
    }
  }
  compareProfiles(keys: $keys, scope: $scope, window: $window) {
    key
    definition {
      title
      unit
    }
    values {
      profile
      value {
        ...Measured
      }
    }
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}`) as unknown as TypedDocumentString<ProfileComparisonsQuery, ProfileComparisonsQueryVariables>
export const ProfileDifferencesDocument = new TypedDocumentString(`
    query ProfileDifferences($key: MetricKey!, $scope: ScopeInput, $window: WindowInput!, $left: String!, $right: String!, $leftOptions: MetricOptionsInput, $first: Int, $after: String) {
  profileDifference(
    key: $key
    scope: $scope
    window: $window
    left: $left
    right: $right
    leftOptions: $leftOptions
    first: $first
    after: $after
  ) {
    left {
      definition {
        title
      }
      value {
        ...Measured
      }
    }
    right {
      value {
        ...Measured
      }
    }
    options {
      name
      description
      left
      right
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        kind
        id
        title
        at
        service
        environment
        releaseId
        reason
      }
    }
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}`) as unknown as TypedDocumentString<ProfileDifferencesQuery, ProfileDifferencesQueryVariables>
export const QuickCheckScoreDocument = new TypedDocumentString(`
    query QuickCheckScore($scope: ScopeInput, $window: WindowInput!, $edition: String, $options: MetricOptionsInput) {
  quickCheck(scope: $scope, window: $window, edition: $edition, options: $options) {
    edition
    score
    scored
    industryMean
    source {
      report
      url
      verified
    }
    parts {
      key
      title
      unit
      value
      n
      category
      answer
      score
      industryMean
    }
  }
}
    `) as unknown as TypedDocumentString<QuickCheckScoreQuery, QuickCheckScoreQueryVariables>
export const BenchmarksDocument = new TypedDocumentString(`
    query Benchmarks {
  benchmarks {
    edition
    source {
      report
      publisher
      year
      url
      place
      verified
    }
    clusters {
      name
      bands {
        key
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BenchmarksQuery, BenchmarksQueryVariables>
export const PipelineDocument = new TypedDocumentString(`
    query Pipeline {
  pipelineStatus {
    events
    pendingDeliveries
    deadDeliveries
    refusedDeliveries
    pendingServices
    lagSeconds
    firstEventAt
    lastEventAt
  }
}
    `) as unknown as TypedDocumentString<PipelineQuery, PipelineQueryVariables>
export const TelemetrySourcesDocument = new TypedDocumentString(`
    query TelemetrySources {
  telemetrySources {
    source
    points
    stored
    refused
    series
    lastAt
    lastReadingAt
    refusals {
      reason
      count
      lastAt
      example
    }
  }
}
    `) as unknown as TypedDocumentString<TelemetrySourcesQuery, TelemetrySourcesQueryVariables>
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {
  deliveries(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        integration
        source
        receivedAt
        state
        attempts
        size
        outcome
        error
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>
export const DeliveryDocument = new TypedDocumentString(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    id
    integration
    source
    deliveryId
    receivedAt
    processedAt
    state
    attempts
    size
    outcome
    error
    body
    headers
    events {
      id
      source
      type
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveryQuery, DeliveryQueryVariables>
export const ConnectionsDocument = new TypedDocumentString(`
    query Connections {
  connections {
    integration
    source
    open
    hasSecret
    url
    setup
    settings
    lastDeliveryAt
  }
  integrations {
    id
    title
    documentationUrl
    documentationVersion
  }
}
    `) as unknown as TypedDocumentString<ConnectionsQuery, ConnectionsQueryVariables>
export const ReplayDeliveryDocument = new TypedDocumentString(`
    mutation ReplayDelivery($id: ID!) {
  replayDelivery(id: $id) {
    id
    state
    outcome
    error
    attempts
  }
}
    `) as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>
export const ReplayDeadDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayDeadDeliveries($integration: String) {
  replayDeadDeliveries(integration: $integration)
}
    `) as unknown as TypedDocumentString<ReplayDeadDeliveriesMutation, ReplayDeadDeliveriesMutationVariables>
export const SaveConnectionDocument = new TypedDocumentString(`
    mutation SaveConnection($input: SaveConnectionInput!) {
  saveConnection(input: $input) {
    integration
    source
    url
    setup
  }
}
    `) as unknown as TypedDocumentString<SaveConnectionMutation, SaveConnectionMutationVariables>
export const RemoveConnectionDocument = new TypedDocumentString(`
    mutation RemoveConnection($integration: String!, $source: String!) {
  removeConnection(integration: $integration, source: $source)
}
    `) as unknown as TypedDocumentString<RemoveConnectionMutation, RemoveConnectionMutationVariables>
export const DigestsDocument = new TypedDocumentString(`
    query Digests {
  digests {
    id
    name
    view
    state
    measures
    weekday
    hour
    timeZone
    url
    enabled
    nextAt
    lastSentAt
    lastError
    deliveries(first: 5) {
      id
      from
      to
      byHand
      state
      attempts
      status
      reason
      nextTryAt
      finishedAt
    }
  }
}
    `) as unknown as TypedDocumentString<DigestsQuery, DigestsQueryVariables>
export const DigestViewsDocument = new TypedDocumentString(`
    query DigestViews {
  savedViews {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<DigestViewsQuery, DigestViewsQueryVariables>
export const PreviewDigestDocument = new TypedDocumentString(`
    query PreviewDigest($input: DigestPreviewInput!) {
  previewDigest(input: $input) {
    from
    to
    html
  }
}
    `) as unknown as TypedDocumentString<PreviewDigestQuery, PreviewDigestQueryVariables>
export const SaveDigestDocument = new TypedDocumentString(`
    mutation SaveDigest($id: ID, $input: DigestInput!, $newSecret: Boolean!) {
  saveDigest(id: $id, input: $input, newSecret: $newSecret) {
    secret
    digest {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDigestMutation, SaveDigestMutationVariables>
export const DeleteDigestDocument = new TypedDocumentString(`
    mutation DeleteDigest($id: ID!) {
  deleteDigest(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteDigestMutation, DeleteDigestMutationVariables>
export const SendDigestNowDocument = new TypedDocumentString(`
    mutation SendDigestNow($id: ID!) {
  sendDigestNow(id: $id) {
    id
    state
    status
    reason
  }
}
    `) as unknown as TypedDocumentString<SendDigestNowMutation, SendDigestNowMutationVariables>
export const EvidenceDocument = new TypedDocumentString(`
    query Evidence($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput, $state: EvidenceState, $first: Int, $after: String) {
  metrics(
    keys: $keys
    scope: $scope
    window: $window
    groupBy: $groupBy
    options: $options
  ) {
    key
    definition {
      ...Definition
    }
    groups {
      dimensions {
        dimension
        value
      }
      total {
        ...Measured
        level {
          name
          edition
          nearest
        }
        stats {
          name
          value
        }
        evidence(state: $state, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              kind
              id
              title
              at
              service
              environment
              state
              value
              releaseId
              fields {
                name
                value
              }
            }
          }
        }
      }
    }
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}
fragment Definition on MetricDefinition {
  key
  title
  unit
  direction
  version
  summary
  formula
  population
  anchor
  interval
  exclusions {
    reason
    description
  }
  options {
    name
    value
    description
  }
  stats {
    name
    title
    unit
  }
  targets {
    label
    low
    high
  }
  evidenceColumns {
    name
    title
  }
}`) as unknown as TypedDocumentString<EvidenceQuery, EvidenceQueryVariables>
export const MeasuresDocument = new TypedDocumentString(`
    query Measures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $interval: Interval, $compare: Boolean, $options: MetricOptionsInput) {
  metrics(
    keys: $keys
    scope: $scope
    window: $window
    interval: $interval
    compare: $compare
    options: $options
  ) {
    key
    definition {
      title
      unit
      direction
      summary
      stats {
        name
        title
        unit
      }
      targets {
        label
        low
        high
      }
    }
    groups {
      total {
        ...Measured
        level {
          name
          edition
          nearest
        }
        stats {
          name
          value
        }
      }
      previous {
        value
        n
      }
      series {
        ...Bucket
      }
    }
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}
fragment Bucket on MetricBucket {
  from
  to
  partial
  immature
  value {
    ...Measured
  }
}`) as unknown as TypedDocumentString<MeasuresQuery, MeasuresQueryVariables>
export const GroupedMeasuresDocument = new TypedDocumentString(`
    query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput) {
  metrics(
    keys: $keys
    scope: $scope
    window: $window
    groupBy: $groupBy
    options: $options
  ) {
    key
    definition {
      title
      unit
      direction
    }
    groups {
      dimensions {
        dimension
        value
      }
      total {
        ...Measured
      }
    }
  }
}
    fragment Measured on MetricValue {
  value
  unit
  n
  low
  high
  coverage
  excluded {
    reason
    count
    description
  }
}`) as unknown as TypedDocumentString<GroupedMeasuresQuery, GroupedMeasuresQueryVariables>
export const IncidentMarksDocument = new TypedDocumentString(`
    query IncidentMarks($filter: IncidentFilter) {
  incidents(filter: $filter, first: 100) {
    totalCount
    edges {
      node {
        id
        title
        severity
        startedAt
        detectedAt
        services
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentMarksQuery, IncidentMarksQueryVariables>
export const KnownAnswersDocument = new TypedDocumentString(`
    query KnownAnswers {
  knownAnswers {
    key
    title
    of
    unit
    expected
    because
    from
    to
    service
  }
}
    `) as unknown as TypedDocumentString<KnownAnswersQuery, KnownAnswersQueryVariables>
export const KnownActualsDocument = new TypedDocumentString(`
    query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {
  metrics(keys: $keys, scope: $scope, window: $window) {
    key
    groups {
      total {
        value
        n
        low
        high
        excluded {
          reason
          count
        }
        stats {
          name
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KnownActualsQuery, KnownActualsQueryVariables>
export const FilterChoicesDocument = new TypedDocumentString(`
    query FilterChoices {
  teams(first: 100) {
    edges {
      node {
        id
        title
      }
    }
  }
  environments {
    id
    production
  }
}
    `) as unknown as TypedDocumentString<FilterChoicesQuery, FilterChoicesQueryVariables>
export const ServiceChoicesDocument = new TypedDocumentString(`
    query ServiceChoices($filter: ServiceFilter) {
  services(filter: $filter, first: 50) {
    totalCount
    edges {
      node {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceChoicesQuery, ServiceChoicesQueryVariables>
export const ProfileChoicesDocument = new TypedDocumentString(`
    query ProfileChoices {
  workspace {
    profile
  }
  metricProfiles {
    name
    title
    summary
    follows {
      title
      url
      dated
    }
  }
}
    `) as unknown as TypedDocumentString<ProfileChoicesQuery, ProfileChoicesQueryVariables>
export const FindingsDocument = new TypedDocumentString(`
    query Findings($kinds: [FindingKind!], $first: Int, $after: String) {
  findings(kinds: $kinds, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        kind
        code
        title
        detail
        nextStep
        since
        service
        environment
        release
        evidence {
          label
          value
          at
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindingsQuery, FindingsQueryVariables>
export const FindingRulesDocument = new TypedDocumentString(`
    query FindingRules {
  findingRules {
    kind
    code
    title
    description
  }
}
    `) as unknown as TypedDocumentString<FindingRulesQuery, FindingRulesQueryVariables>
export const IncidentsDocument = new TypedDocumentString(`
    query Incidents($filter: IncidentFilter, $first: Int, $after: String) {
  incidents(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...IncidentRow
      }
    }
  }
}
    fragment IncidentRow on Incident {
  id
  title
  services
  environment
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  mitigatedAt
  mitigatedBy
  resolvedAt
  url
  attribution {
    deployment
    releaseId
    method
    confidence
    reason
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  parts {
    source
    incident
  }
}`) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>
export const MappedIntegrationsDocument = new TypedDocumentString(`
    query MappedIntegrations {
  mappedIntegrations {
    id
    title
    presets
    eventTypes
  }
  connections {
    integration
    source
    open
    settings
  }
}
    `) as unknown as TypedDocumentString<MappedIntegrationsQuery, MappedIntegrationsQueryVariables>
export const PreviewMappingDocument = new TypedDocumentString(`
    query PreviewMapping($input: PreviewMappingInput!) {
  previewMapping(input: $input) {
    rules {
      type
      matched
      events
      problems {
        path
        expression
        position
        message
        value
      }
    }
    problems {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewMappingQuery, PreviewMappingQueryVariables>
export const ApiAccessesDocument = new TypedDocumentString(`
    query ApiAccesses {
  apiAccesses {
    integration
    source
    apiUrl
    host
    savedAt
  }
}
    `) as unknown as TypedDocumentString<ApiAccessesQuery, ApiAccessesQueryVariables>
export const SaveApiAccessDocument = new TypedDocumentString(`
    mutation SaveApiAccess($input: SaveApiAccessInput!) {
  saveApiAccess(input: $input) {
    source
  }
}
    `) as unknown as TypedDocumentString<SaveApiAccessMutation, SaveApiAccessMutationVariables>
export const RemoveApiAccessDocument = new TypedDocumentString(`
    mutation RemoveApiAccess($integration: String!, $source: String!) {
  removeApiAccess(integration: $integration, source: $source)
}
    `) as unknown as TypedDocumentString<RemoveApiAccessMutation, RemoveApiAccessMutationVariables>
export const RangeLookupsDocument = new TypedDocumentString(`
    query RangeLookups($state: RangeLookupState, $first: Int) {
  rangeLookups(state: $state, first: $first) {
    id
    repository
    baseCommit
    headCommit
    service
    state
    attempts
    reason
    askedAt
  }
}
    `) as unknown as TypedDocumentString<RangeLookupsQuery, RangeLookupsQueryVariables>
export const RetryRangeLookupDocument = new TypedDocumentString(`
    mutation RetryRangeLookup($id: ID!) {
  retryRangeLookup(id: $id)
}
    `) as unknown as TypedDocumentString<RetryRangeLookupMutation, RetryRangeLookupMutationVariables>
export const ReleasesDocument = new TypedDocumentString(`
    query Releases($filter: ReleaseFilter, $first: Int, $after: String) {
  releases(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        service
        version
        firstDeployedAt
        latestDeployedAt
        environments
        status
        failed
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>
export const ReleaseDocument = new TypedDocumentString(`
    query Release($id: ID!) {
  release(id: $id) {
    id
    service
    version
    firstDeployedAt
    latestDeployedAt
    environments
    status
    failed
    deployments {
      ...ReleaseDeployment
    }
    incidents {
      ...IncidentRow
    }
    approvals {
      id
      service
      environment
      group
      risk
      requestedBy
      requestedAt
      decidedAt
      withdrawnAt
      decision
      decidedBy
      automated
    }
    artifacts {
      digest
      name
      version
      commit
      repository
      buildUrl
      builder
      publishedAt
      promotions {
        from
        to
        by
        at
      }
      provenance {
        field
        state
      }
    }
    timeline {
      at
      type
      title
      detail
      source
      eventId
      environment
      url
    }
  }
}
    fragment IncidentRow on Incident {
  id
  title
  services
  environment
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  mitigatedAt
  mitigatedBy
  resolvedAt
  url
  attribution {
    deployment
    releaseId
    method
    confidence
    reason
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  parts {
    source
    incident
  }
}
fragment EffectSideNumbers on EffectSide {
  from
  to
  good
  total
  badRatio
  value
  quantiles {
    name
    value
  }
  costPerRequest
}
fragment ReleaseEffectRow on ReleaseEffect {
  indicator
  unit
  part
  partName
  before {
    ...EffectSideNumbers
  }
  after {
    ...EffectSideNumbers
  }
  expectedBadRatio
  change
  pValue
  seasonalWeeks
  seasonalRatio
  dispersion
  settled
  regressed
  objectives
  objectivesMet
}
fragment ReleaseDeployment on Deployment {
  id
  service
  environment
  production
  regions
  version
  commit
  repository
  artifactDigest
  outcome
  kind
  kindReason
  trigger
  actor
  url
  startedAt
  fullTrafficAt
  finishedAt
  receivedAt
  previousVersion
  changeSource
  changeCount
  failed
  failureReasons
  rolledBackBy
  blindSpots
  effects {
    ...ReleaseEffectRow
  }
  parts {
    source
    deployment
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  stages {
    name
    index
    trafficPercent
    status
    at
  }
}`) as unknown as TypedDocumentString<ReleaseQuery, ReleaseQueryVariables>
export const ReleaseChangesDocument = new TypedDocumentString(`
    query ReleaseChanges($id: ID!, $first: Int, $after: String) {
  release(id: $id) {
    changes(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          repository
          sha
          committedAt
          authoredAt
          author
          title
          pullRequest
          url
          leadTimeSeconds
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseChangesQuery, ReleaseChangesQueryVariables>
export const BadgeChoicesDocument = new TypedDocumentString(`
    query BadgeChoices {
  workspace {
    publicBadges
  }
  metricDefinitions {
    key
    title
  }
}
    `) as unknown as TypedDocumentString<BadgeChoicesQuery, BadgeChoicesQueryVariables>
export const ServiceDeclarationDocument = new TypedDocumentString(`
    query ServiceDeclaration($name: String!) {
  declarations(kinds: [SERVICE], names: [$name]) {
    spec
  }
  services(filter: {search: $name}, first: 50) {
    edges {
      node {
        id
        title
        team
        tier
        repository
        owner
        runbookUrl
        aliases
        dependsOn
        slis
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceDeclarationQuery, ServiceDeclarationQueryVariables>
export const DeclareServiceDocument = new TypedDocumentString(`
    mutation DeclareService($name: String!, $input: ServiceInput!) {
  declareService(name: $name, input: $input) {
    changed
  }
}
    `) as unknown as TypedDocumentString<DeclareServiceMutation, DeclareServiceMutationVariables>
export const WithdrawServiceDocument = new TypedDocumentString(`
    mutation WithdrawService($name: String!) {
  withdrawService(name: $name)
}
    `) as unknown as TypedDocumentString<WithdrawServiceMutation, WithdrawServiceMutationVariables>
export const IndicatorHistoryDocument = new TypedDocumentString(`
    query IndicatorHistory($service: String!, $from: DateTime!, $to: DateTime!) {
  indicatorHistory(service: $service, from: $from, to: $to) {
    indicator
    displayName
    unit
    environment
    stepSeconds
    distribution {
      above
      upTo
      count
    }
    points {
      at
      good
      total
      goodRatio
      value
      quantiles {
        name
        value
      }
    }
  }
  deployments(filter: {services: [$service], from: $from, to: $to}, first: 200) {
    edges {
      node {
        id
        version
        production
        startedAt
        finishedAt
        fullTrafficAt
      }
    }
  }
  slos(filter: {services: [$service]}, first: 50) {
    edges {
      node {
        name
        displayName
        objectives {
          indicator
          target
          value
          attainment
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorHistoryQuery, IndicatorHistoryQueryVariables>
export const ServicesDocument = new TypedDocumentString(`
    query Services($filter: ServiceFilter, $first: Int, $after: String) {
  services(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        title
        team
        tier
        aliases
        declared
        environments
        openIncidents
        lastDeployment {
          id
          releaseId
          version
          outcome
          startedAt
          finishedAt
          receivedAt
          environment
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServicesQuery, ServicesQueryVariables>
export const ServiceDocument = new TypedDocumentString(`
    query Service($id: String!, $from: DateTime, $to: DateTime) {
  services(filter: {search: $id}, first: 50) {
    edges {
      node {
        id
        title
        team
        tier
        repository
        owner
        runbookUrl
        aliases
        declared
        environments
        openIncidents
      }
    }
  }
  deployments(filter: {services: [$id], from: $from, to: $to}, first: 20) {
    totalCount
    edges {
      node {
        id
        releaseId
        environment
        version
        outcome
        kind
        kindReason
        trigger
        failed
        failureReasons
        startedAt
        finishedAt
        receivedAt
        changeCount
      }
    }
  }
  incidents(filter: {services: [$id], from: $from, to: $to}, first: 20) {
    totalCount
    edges {
      node {
        ...IncidentRow
      }
    }
  }
}
    fragment IncidentRow on Incident {
  id
  title
  services
  environment
  severity
  status
  startedAt
  detectedAt
  acknowledgedAt
  mitigatedAt
  mitigatedBy
  resolvedAt
  url
  attribution {
    deployment
    releaseId
    method
    confidence
    reason
  }
  contradictions {
    field
    kept
    dropped
    source
  }
  parts {
    source
    incident
  }
}`) as unknown as TypedDocumentString<ServiceQuery, ServiceQueryVariables>
export const UndeclaredServicesDocument = new TypedDocumentString(`
    query UndeclaredServices($first: Int, $after: String) {
  undeclaredServices(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        environments
        repository
        lastEventAt
        likelyTeam
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UndeclaredServicesQuery, UndeclaredServicesQueryVariables>
export const ClaimServiceDocument = new TypedDocumentString(`
    mutation ClaimService($name: String!, $team: String!, $tier: String) {
  claimService(name: $name, team: $team, tier: $tier) {
    changed
  }
}
    `) as unknown as TypedDocumentString<ClaimServiceMutation, ClaimServiceMutationVariables>
export const TokensDocument = new TypedDocumentString(`
    query Tokens {
  tokens {
    id
    name
    scopes
    teams
    createdAt
    expiresAt
    revokedAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<TokensQuery, TokensQueryVariables>
export const PeopleDocument = new TypedDocumentString(`
    query People {
  people {
    id
    login
    displayName
    role
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>
export const CreateTokenDocument = new TypedDocumentString(`
    mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {
  createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) {
    secret
    token {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CreateTokenMutation, CreateTokenMutationVariables>
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($id: ID!) {
  revokeToken(id: $id) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>
export const CreateSignInLinkDocument = new TypedDocumentString(`
    mutation CreateSignInLink($login: String!, $role: Role!) {
  createSignInLink(login: $login, role: $role)
}
    `) as unknown as TypedDocumentString<CreateSignInLinkMutation, CreateSignInLinkMutationVariables>
export const WorkspaceRulesDocument = new TypedDocumentString(`
    query WorkspaceRules {
  workspace {
    profile
    options {
      name
      value
    }
    timeZone
    weekStart
    attributionWindowHours
    mergeSlackMinutes
    incidentMergeMinutes
    productionPatterns
    calendar
    ownership
    requiredProvenance {
      default
      byTier {
        tier
        fields
      }
    }
    ignoredAuthors
    publicBadges
    hotfix {
      labels
      branches
      tags
    }
  }
  metricProfiles {
    name
    title
  }
  calendars {
    id
  }
}
    `) as unknown as TypedDocumentString<WorkspaceRulesQuery, WorkspaceRulesQueryVariables>
export const MeasureTargetsDocument = new TypedDocumentString(`
    query MeasureTargets {
  metricDefinitions {
    key
    title
    unit
    targets {
      low
      high
    }
    ownTargets {
      low
      high
    }
  }
}
    `) as unknown as TypedDocumentString<MeasureTargetsQuery, MeasureTargetsQueryVariables>
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue {
  environments {
    id
    production
    declared
  }
  approverGroups {
    id
    title
    members
    quorum
    services
    environments
    risks
  }
  calendars {
    id
    timeZone
    days
    from
    to
    holidays
  }
}
    `) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>
export const CatalogueTeamsDocument = new TypedDocumentString(`
    query CatalogueTeams($first: Int, $after: String) {
  teams(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        title
        members
        declared
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueTeamsQuery, CatalogueTeamsQueryVariables>
export const UpdateWorkspaceDocument = new TypedDocumentString(`
    mutation UpdateWorkspace($input: WorkspaceInput!) {
  updateWorkspace(input: $input) {
    profile
  }
}
    `) as unknown as TypedDocumentString<UpdateWorkspaceMutation, UpdateWorkspaceMutationVariables>
export const PutTeamDocument = new TypedDocumentString(`
    mutation PutTeam($name: String!, $input: TeamInput!) {
  putTeam(name: $name, input: $input) {
    changed
  }
}
    `) as unknown as TypedDocumentString<PutTeamMutation, PutTeamMutationVariables>
export const DeleteTeamDocument = new TypedDocumentString(`
    mutation DeleteTeam($name: String!) {
  deleteTeam(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteTeamMutation, DeleteTeamMutationVariables>
export const PutEnvironmentDocument = new TypedDocumentString(`
    mutation PutEnvironment($name: String!, $production: Boolean!) {
  putEnvironment(name: $name, production: $production) {
    changed
  }
}
    `) as unknown as TypedDocumentString<PutEnvironmentMutation, PutEnvironmentMutationVariables>
export const DeleteEnvironmentDocument = new TypedDocumentString(`
    mutation DeleteEnvironment($name: String!) {
  deleteEnvironment(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteEnvironmentMutation, DeleteEnvironmentMutationVariables>
export const PutApproverGroupDocument = new TypedDocumentString(`
    mutation PutApproverGroup($name: String!, $input: ApproverGroupInput!) {
  putApproverGroup(name: $name, input: $input) {
    changed
  }
}
    `) as unknown as TypedDocumentString<PutApproverGroupMutation, PutApproverGroupMutationVariables>
export const DeleteApproverGroupDocument = new TypedDocumentString(`
    mutation DeleteApproverGroup($name: String!) {
  deleteApproverGroup(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteApproverGroupMutation, DeleteApproverGroupMutationVariables>
export const PutCalendarDocument = new TypedDocumentString(`
    mutation PutCalendar($name: String!, $input: BusinessCalendarInput!) {
  putCalendar(name: $name, input: $input) {
    changed
  }
}
    `) as unknown as TypedDocumentString<PutCalendarMutation, PutCalendarMutationVariables>
export const DeleteCalendarDocument = new TypedDocumentString(`
    mutation DeleteCalendar($name: String!) {
  deleteCalendar(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteCalendarMutation, DeleteCalendarMutationVariables>
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    login
    role
    scopes
    demo
    version
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>
export const BurnPreviewDocument = new TypedDocumentString(`
    query BurnPreview($slo: ID!, $objective: Int, $rules: [BurnRuleInput!]) {
  burnPreview(slo: $slo, objective: $objective, rules: $rules) {
    from
    to
    pages
    tickets
    firings {
      severity
      longSeconds
      shortSeconds
      factor
      from
      to
      burn
    }
  }
}
    `) as unknown as TypedDocumentString<BurnPreviewQuery, BurnPreviewQueryVariables>
export const SuggestObjectiveDocument = new TypedDocumentString(`
    query SuggestObjective($service: String!, $indicator: String!, $op: Comparison, $value: Float) {
  suggestObjective(
    service: $service
    indicator: $indicator
    op: $op
    value: $value
  ) {
    target
    reasons
    thresholds {
      share
      value
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestObjectiveQuery, SuggestObjectiveQueryVariables>
export const SlosDocument = new TypedDocumentString(`
    query Slos($filter: SloFilter, $first: Int, $after: String) {
  slos(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        name
        displayName
        service
        windowSeconds
        budgetingMethod
        at
        objectives {
          ...ObjectiveStatus
        }
        composite {
          ...CompositeStatus
        }
      }
    }
  }
}
    fragment ObjectiveStatus on Objective {
  indicator
  weight
  target
  op
  value
  timeSliceTarget
  timeSliceSeconds
  good
  total
  attainment
  budgetLeft
  exhaustsAt
  dataFrom
  dataTo
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}
fragment CompositeStatus on Composite {
  target
  attainment
  budgetLeft
  exhaustsAt
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}`) as unknown as TypedDocumentString<SlosQuery, SlosQueryVariables>
export const SloDocument = new TypedDocumentString(`
    query Slo($name: ID!) {
  slo(name: $name) {
    name
    displayName
    description
    service
    windowSeconds
    budgetingMethod
    at
    from
    objectives {
      ...ObjectiveStatus
      history {
        from
        good
        total
      }
    }
    composite {
      ...CompositeStatus
    }
    alertPolicies {
      name
      displayName
      description
      severity
      threshold
      lookbackSeconds
      alertAfterSeconds
      whenBreaching
      whenResolved
      whenNoData
      targets {
        name
        target
      }
    }
  }
}
    fragment ObjectiveStatus on Objective {
  indicator
  weight
  target
  op
  value
  timeSliceTarget
  timeSliceSeconds
  good
  total
  attainment
  budgetLeft
  exhaustsAt
  dataFrom
  dataTo
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}
fragment CompositeStatus on Composite {
  target
  attainment
  budgetLeft
  exhaustsAt
  burns {
    seconds
    burn
  }
  rules {
    severity
    longSeconds
    shortSeconds
    factor
    burning
    reachable
  }
}`) as unknown as TypedDocumentString<SloQuery, SloQueryVariables>
export const SloReleasesDocument = new TypedDocumentString(`
    query SloReleases($service: String!, $from: DateTime!, $to: DateTime!) {
  deployments(
    filter: {services: [$service], from: $from, to: $to, outcomes: ["succeeded", "failed", "rolled_back"]}
    first: 200
  ) {
    edges {
      node {
        id
        version
        releaseId
        environment
        outcome
        finishedAt
        startedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SloReleasesQuery, SloReleasesQueryVariables>
export const IndicatorsDocument = new TypedDocumentString(`
    query Indicators {
  indicators {
    name
    displayName
    description
    service
    unit
    kind
    threshold
    good {
      ...Selector
    }
    bad {
      ...Selector
    }
    total {
      ...Selector
    }
    histogram {
      ...Selector
    }
    value {
      ...Selector
    }
    labels {
      service
      environment
      version
      cohort
      region
    }
  }
}
    fragment Selector on MetricSelector {
  metric
  matchers {
    label
    op
    value
  }
}`) as unknown as TypedDocumentString<IndicatorsQuery, IndicatorsQueryVariables>
export const KnownIndicatorsDocument = new TypedDocumentString(`
    query KnownIndicators {
  indicators {
    name
  }
  keptIndicators
}
    `) as unknown as TypedDocumentString<KnownIndicatorsQuery, KnownIndicatorsQueryVariables>
export const DeleteSloDocument = new TypedDocumentString(`
    mutation DeleteSlo($name: ID!) {
  deleteSlo(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteSloMutation, DeleteSloMutationVariables>
export const DeleteIndicatorDocument = new TypedDocumentString(`
    mutation DeleteIndicator($name: ID!) {
  deleteIndicator(name: $name)
}
    `) as unknown as TypedDocumentString<DeleteIndicatorMutation, DeleteIndicatorMutationVariables>
export const SaveSloDocument = new TypedDocumentString(`
    mutation SaveSlo($input: SloInput!) {
  saveSlo(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<SaveSloMutation, SaveSloMutationVariables>
export const SaveIndicatorDocument = new TypedDocumentString(`
    mutation SaveIndicator($input: IndicatorInput!) {
  saveIndicator(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<SaveIndicatorMutation, SaveIndicatorMutationVariables>
export const TryIndicatorDocument = new TypedDocumentString(`
    query TryIndicator($input: IndicatorInput!) {
  tryIndicator(input: $input) {
    matched
    looked
    series {
      service
      environment
      version
      series {
        source
        metric
        labels {
          name
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TryIndicatorQuery, TryIndicatorQueryVariables>
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews {
  savedViews {
    id
    name
    description
    page
    state
    owner
    visibility
    isDefault
    mine
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SavedViewInput!) {
  saveView(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>
export const UpdateViewDocument = new TypedDocumentString(`
    mutation UpdateView($id: ID!, $input: SavedViewChangeInput!) {
  updateView(id: $id, input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateViewMutation, UpdateViewMutationVariables>
export const DeleteViewDocument = new TypedDocumentString(`
    mutation DeleteView($id: ID!) {
  deleteView(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>
export const SetDefaultViewDocument = new TypedDocumentString(`
    mutation SetDefaultView($page: String!, $view: ID) {
  setDefaultView(page: $page, view: $view)
}
    `) as unknown as TypedDocumentString<SetDefaultViewMutation, SetDefaultViewMutationVariables>
export const ShareLinksDocument = new TypedDocumentString(`
    query ShareLinks($view: ID!) {
  shareLinks(view: $view) {
    id
    createdBy
    expiresAt
    revokedAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<ShareLinksQuery, ShareLinksQueryVariables>
export const CreateShareLinkDocument = new TypedDocumentString(`
    mutation CreateShareLink($view: ID!, $expiresInDays: Int!) {
  createShareLink(view: $view, expiresInDays: $expiresInDays) {
    url
  }
}
    `) as unknown as TypedDocumentString<CreateShareLinkMutation, CreateShareLinkMutationVariables>
export const RevokeShareLinkDocument = new TypedDocumentString(`
    mutation RevokeShareLink($id: ID!) {
  revokeShareLink(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeShareLinkMutation, RevokeShareLinkMutationVariables>
