// Written by `npm run generate`. Change the schemas instead.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql'
export type Maybe<T> = T | null
export type InputMaybe<T> = Maybe<T>
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string }
  String: { input: string; output: string }
  Boolean: { input: boolean; output: boolean }
  Int: { input: number; output: number }
  Float: { input: number; output: number }
  /** An instant, ISO 8601 in UTC with milliseconds, for example 2026-11-02T10:04:00.000Z. Any offset is accepted as input. */
  DateTime: { input: string; output: string }
  /** Arbitrary JSON, for raw payloads and event bodies. */
  JSON: { input: unknown; output: unknown }
}

export type Aggregate = 'MEAN' | 'MEAN_OF_SERVICE_MEANS' | 'MEDIAN_INTERPOLATED' | 'MEDIAN_LOWER' | 'MEDIAN_OF_DAILY_MEDIANS'

/**
 * A problem that a rule found, or that another system reports, from when it was found until it was over. What others report is shown
 * and no more: its state is FIRING or RESOLVED, as they say, it is sent to no route, and acknowledged where it comes from.
 */
export type Alert = {
  __typename?: 'Alert'
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>
  acknowledgedBy?: Maybe<Scalars['String']['output']>
  commit?: Maybe<Scalars['String']['output']>
  environment: Scalars['String']['output']
  firedAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  /** What was told to whom, or why not; the first first. */
  messages: Array<AlertMessage>
  owner?: Maybe<Scalars['String']['output']>
  pendingSince: Scalars['DateTime']['output']
  release?: Maybe<Scalars['ID']['output']>
  resolvedAt?: Maybe<Scalars['DateTime']['output']>
  /** The id of an AlertRule, or `external` of what another system reports. */
  rule: Scalars['String']['output']
  runbookUrl?: Maybe<Scalars['String']['output']>
  service: Scalars['String']['output']
  /** Of an external one: PAGE where its sender calls it critical or page, else TICKET; `summary` has the sender's word. */
  severity: AlertSeverity
  slo?: Maybe<Scalars['ID']['output']>
  /** The integration and connection that report it, such as `alertmanager/main`; null of Windsock's own. */
  source?: Maybe<Scalars['String']['output']>
  state: AlertState
  summary: Scalars['String']['output']
  team?: Maybe<Scalars['String']['output']>
  title: Scalars['String']['output']
  /** Where it is seen at its source. */
  url?: Maybe<Scalars['String']['output']>
  version?: Maybe<Scalars['String']['output']>
}

export type AlertConnection = {
  __typename?: 'AlertConnection'
  edges: Array<AlertEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AlertEdge = {
  __typename?: 'AlertEdge'
  cursor: Scalars['String']['output']
  node: Alert
}

export type AlertFilter = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>
  rules?: InputMaybe<Array<Scalars['String']['input']>>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  states?: InputMaybe<Array<AlertState>>
}

export type AlertFiring = {
  __typename?: 'AlertFiring'
  environment: Scalars['String']['output']
  /** What held before the window begins with it. */
  from: Scalars['DateTime']['output']
  service: Scalars['String']['output']
  severity: AlertSeverity
  slo?: Maybe<Scalars['ID']['output']>
  title: Scalars['String']['output']
  /** Null where it goes on at the end of the window. */
  to?: Maybe<Scalars['DateTime']['output']>
}

export type AlertMessage = {
  __typename?: 'AlertMessage'
  attempts: Scalars['Int']['output']
  createdAt: Scalars['DateTime']['output']
  /** What was decided before, where it was held or suppressed first; the first first. */
  earlier: Array<AlertMessageDecision>
  /** Why the last try failed; null once one has worked. */
  error?: Maybe<Scalars['String']['output']>
  finishedAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  /** Tried more than once on a route whose receiver cannot tell a repeat: it may have arrived twice. */
  mayRepeat: Scalars['Boolean']['output']
  nextTryAt?: Maybe<Scalars['DateTime']['output']>
  /** Why it was sent, held or suppressed. */
  reason: Scalars['String']['output']
  /** Its name, or the last it had where it was removed. */
  route: Scalars['String']['output']
  state: AlertMessageState
  /** What it tells: that it fires, is acknowledged or resolved. */
  status: AlertState
}

export type AlertMessageDecision = {
  __typename?: 'AlertMessageDecision'
  at: Scalars['DateTime']['output']
  reason: Scalars['String']['output']
  state: AlertMessageState
}

export type AlertMessageState = 'DEAD' | 'HELD' | 'PENDING' | 'SENDING' | 'SENT' | 'SUPPRESSED'

/** Alerts of an objective as OpenSLO declares them: while the budget burns faster than `threshold` over the window, for `alertAfterSeconds`. */
export type AlertPolicy = {
  __typename?: 'AlertPolicy'
  alertAfterSeconds: Scalars['Int']['output']
  description: Scalars['String']['output']
  displayName: Scalars['String']['output']
  lookbackSeconds: Scalars['Int']['output']
  name: Scalars['ID']['output']
  severity: AlertSeverity
  targets: Array<AlertTarget>
  /** How many times as fast as allowed. */
  threshold: Scalars['Float']['output']
  whenBreaching: Scalars['Boolean']['output']
  whenNoData: Scalars['Boolean']['output']
  whenResolved: Scalars['Boolean']['output']
}

/** When an alert rule would have told someone, looked at once a minute. */
export type AlertPreview = {
  __typename?: 'AlertPreview'
  /** The latest first, the last 200 at most. */
  firings: Array<AlertFiring>
  from: Scalars['DateTime']['output']
  pages: Scalars['Int']['output']
  tickets: Scalars['Int']['output']
  to: Scalars['DateTime']['output']
}

/** Where alerts go. */
export type AlertRoute = {
  __typename?: 'AlertRoute'
  enabled: Scalars['Boolean']['output']
  fallback?: Maybe<Scalars['ID']['output']>
  fields: Array<AlertRouteValue>
  id: Scalars['ID']['output']
  /** The id of an AlertRouteKind. */
  kind: Scalars['String']['output']
  mostPerHour: Scalars['Int']['output']
  name: Scalars['String']['output']
  quiet?: Maybe<QuietHours>
  /** None for all. */
  severities: Array<AlertSeverity>
  teams: Array<Scalars['String']['output']>
  /** Messages of the last 24 hours that could not be delivered. */
  undelivered: Scalars['Int']['output']
}

export type AlertRouteField = {
  __typename?: 'AlertRouteField'
  example: Scalars['String']['output']
  name: Scalars['String']['output']
  required: Scalars['Boolean']['output']
  secret: Scalars['Boolean']['output']
  title: Scalars['String']['output']
}

export type AlertRouteInput = {
  enabled?: InputMaybe<Scalars['Boolean']['input']>
  fallback?: InputMaybe<Scalars['ID']['input']>
  fields: Array<AlertRouteValueInput>
  kind: Scalars['String']['input']
  mostPerHour?: InputMaybe<Scalars['Int']['input']>
  name: Scalars['String']['input']
  quiet?: InputMaybe<QuietHoursInput>
  severities?: InputMaybe<Array<AlertSeverity>>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
}

export type AlertRouteKind = {
  __typename?: 'AlertRouteKind'
  /** Whether its receiver sees a message once that arrives twice. */
  deduplicates: Scalars['Boolean']['output']
  fields: Array<AlertRouteField>
  id: Scalars['ID']['output']
  title: Scalars['String']['output']
}

export type AlertRouteTest = {
  __typename?: 'AlertRouteTest'
  message: Scalars['String']['output']
  ok: Scalars['Boolean']['output']
}

export type AlertRouteValue = {
  __typename?: 'AlertRouteValue'
  name: Scalars['String']['output']
  set: Scalars['Boolean']['output']
  /** Null of a secret. */
  value?: Maybe<Scalars['String']['output']>
}

export type AlertRouteValueInput = {
  name: Scalars['String']['input']
  value: Scalars['String']['input']
}

export type AlertRule = {
  __typename?: 'AlertRule'
  description: Scalars['String']['output']
  /** Whether `alertPreview` can try it on history; burn rules and policies are tried on each objective by `burnPreview`. */
  hasPreview: Scalars['Boolean']['output']
  id: Scalars['ID']['output']
  title: Scalars['String']['output']
}

export type AlertSeverity = 'PAGE' | 'TICKET'

export type AlertState = 'ACKNOWLEDGED' | 'FIRING' | 'PENDING' | 'RESOLVED'

/** The route of this name, or else the routes of the kind that `target` names; where there is none, alerts go where they go anyway. */
export type AlertTarget = {
  __typename?: 'AlertTarget'
  description: Scalars['String']['output']
  displayName: Scalars['String']['output']
  name: Scalars['ID']['output']
  target: Scalars['String']['output']
}

/** What a provider's API is asked with. Its token is never shown. */
export type ApiAccess = {
  __typename?: 'ApiAccess'
  /** Null for the provider's own address. */
  apiUrl?: Maybe<Scalars['String']['output']>
  /** Whose repositories can be asked about. */
  host: Scalars['String']['output']
  integration: Scalars['String']['output']
  savedAt: Scalars['DateTime']['output']
  source: Scalars['String']['output']
}

export type Approval = {
  __typename?: 'Approval'
  automated?: Maybe<Scalars['Boolean']['output']>
  decidedAt?: Maybe<Scalars['DateTime']['output']>
  decidedBy: Array<Scalars['String']['output']>
  decision?: Maybe<Scalars['String']['output']>
  environment: Scalars['String']['output']
  group?: Maybe<Scalars['String']['output']>
  id: Scalars['ID']['output']
  requestedAt?: Maybe<Scalars['DateTime']['output']>
  requestedBy?: Maybe<Scalars['String']['output']>
  risk?: Maybe<Scalars['String']['output']>
  service: Scalars['String']['output']
  version?: Maybe<Scalars['String']['output']>
  /** When it was no longer waited for, of one that nobody decided: its deployment ended, or its sender took it back. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>
}

export type ApprovalClock = 'BUSINESS' | 'WALL'

export type ApprovalConnection = {
  __typename?: 'ApprovalConnection'
  edges: Array<ApprovalEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ApprovalEdge = {
  __typename?: 'ApprovalEdge'
  cursor: Scalars['String']['output']
  node: Approval
}

export type ApprovalOptionsInput = {
  clock?: InputMaybe<ApprovalClock>
}

export type ApproverGroup = {
  __typename?: 'ApproverGroup'
  environments: Array<Scalars['String']['output']>
  id: Scalars['ID']['output']
  /** Logins. */
  members: Array<Scalars['String']['output']>
  /** How many different members have to grant. */
  quorum: Scalars['Int']['output']
  risks: Array<Scalars['String']['output']>
  /** Empty means every one; so for environments and risks. */
  services: Array<Scalars['String']['output']>
  title: Scalars['String']['output']
}

export type ApproverGroupInput = {
  environments?: InputMaybe<Array<Scalars['String']['input']>>
  members?: InputMaybe<Array<Scalars['String']['input']>>
  quorum?: InputMaybe<Scalars['Int']['input']>
  risks?: InputMaybe<Array<Scalars['String']['input']>>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  title?: InputMaybe<Scalars['String']['input']>
}

export type Artifact = {
  __typename?: 'Artifact'
  attestations: Array<Attestation>
  buildUrl?: Maybe<Scalars['String']['output']>
  builder?: Maybe<Scalars['String']['output']>
  commit?: Maybe<Scalars['String']['output']>
  digest: Scalars['ID']['output']
  name?: Maybe<Scalars['String']['output']>
  promotions: Array<Promotion>
  provenance: Array<ProvenanceField>
  publishedAt?: Maybe<Scalars['DateTime']['output']>
  repository?: Maybe<Scalars['String']['output']>
  version?: Maybe<Scalars['String']['output']>
}

/** What a document states about an artifact, and what came of checking it. */
export type Attestation = {
  __typename?: 'Attestation'
  at: Scalars['DateTime']['output']
  digest: Scalars['String']['output']
  id: Scalars['ID']['output']
  /** Who signed, as the certificate or the key says. */
  identity?: Maybe<Scalars['String']['output']>
  issuer?: Maybe<Scalars['String']['output']>
  kind: AttestationKind
  /** Whether the digest is that of an artifact known from elsewhere. */
  matched: Scalars['Boolean']['output']
  /** Where a provenance statement says that the artifact came from. */
  origin?: Maybe<AttestedOrigin>
  predicateType?: Maybe<Scalars['String']['output']>
  /** Why it is invalid, or how it was verified. */
  reason?: Maybe<Scalars['String']['output']>
  signed: Scalars['Boolean']['output']
  source: Scalars['String']['output']
  /** Verified and invalid come only from Windsock's own verifier and from sources that the workspace trusts. */
  status: AttestationStatus
  url?: Maybe<Scalars['String']['output']>
}

export type AttestationConnection = {
  __typename?: 'AttestationConnection'
  edges: Array<AttestationEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AttestationEdge = {
  __typename?: 'AttestationEdge'
  cursor: Scalars['String']['output']
  node: Attestation
}

export type AttestationFilter = {
  digests?: InputMaybe<Array<Scalars['String']['input']>>
  kinds?: InputMaybe<Array<AttestationKind>>
  statuses?: InputMaybe<Array<AttestationStatus>>
}

export type AttestationKind = 'PROVENANCE' | 'SBOM' | 'SCAN' | 'SIGNATURE' | 'TESTS'

export type AttestationStatus = 'INVALID' | 'PRESENT' | 'VERIFIED'

/** Whom the workspace believes about its artifacts. */
export type AttestationTrust = {
  __typename?: 'AttestationTrust'
  identities: Array<TrustedIdentity>
  kinds: Array<PredicateKind>
  publicKeys: Array<TrustedKey>
  sources: Array<TrustedSource>
  /** Null is the root of the public Sigstore instance. */
  trustedRoot?: Maybe<Scalars['JSON']['output']>
  /** Goes up with every change. */
  version: Scalars['Int']['output']
}

/** What is left out stays as it is. */
export type AttestationTrustInput = {
  identities?: InputMaybe<Array<TrustedIdentityInput>>
  kinds?: InputMaybe<Array<PredicateKindInput>>
  publicKeys?: InputMaybe<Array<TrustedKeyInput>>
  sources?: InputMaybe<Array<TrustedSourceInput>>
  /** A Sigstore trusted root as JSON, or a list of them, of which one is enough; null goes back to that of the public instance. */
  trustedRoot?: InputMaybe<Scalars['JSON']['input']>
}

export type AttestedOrigin = {
  __typename?: 'AttestedOrigin'
  buildUrl?: Maybe<Scalars['String']['output']>
  builder?: Maybe<Scalars['String']['output']>
  commit?: Maybe<Scalars['String']['output']>
  repository?: Maybe<Scalars['String']['output']>
}

export type Attribution = {
  __typename?: 'Attribution'
  confidence: Scalars['Float']['output']
  deployment: Scalars['String']['output']
  method: Scalars['String']['output']
  reason: Scalars['String']['output']
  releaseId?: Maybe<Scalars['String']['output']>
}

export type AttributionMatch = 'NONE' | 'SERVICE' | 'TEAM'

export type AttributionMethod = 'DECLARED' | 'PERSON' | 'RECENT' | 'REGRESSION' | 'REMEDIATED'

export type AttributionOptionsInput = {
  match?: InputMaybe<AttributionMatch>
  methods?: InputMaybe<Array<AttributionMethod>>
  /** An ISO 8601 duration such as `PT24H`, or `none` for no limit. */
  window?: InputMaybe<Scalars['String']['input']>
}

export type AuditConnection = {
  __typename?: 'AuditConnection'
  edges: Array<AuditEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AuditEdge = {
  __typename?: 'AuditEdge'
  cursor: Scalars['String']['output']
  node: AuditEntry
}

export type AuditEntry = {
  __typename?: 'AuditEntry'
  action: Scalars['String']['output']
  actor: Scalars['String']['output']
  at: Scalars['DateTime']['output']
  details: Scalars['JSON']['output']
  hash: Scalars['String']['output']
  sequence: Scalars['Int']['output']
  subject: Scalars['String']['output']
}

export type AuditVerification = {
  __typename?: 'AuditVerification'
  brokenAt?: Maybe<Scalars['Int']['output']>
  entries: Scalars['Int']['output']
  ok: Scalars['Boolean']['output']
}

export type BenchmarkBand = {
  __typename?: 'BenchmarkBand'
  /** Null where it is open. */
  high?: Maybe<Scalars['Float']['output']>
  key: MetricKey
  /** Rollouts per day, seconds, or a ratio. */
  low: Scalars['Float']['output']
  text: Scalars['String']['output']
}

export type BenchmarkCluster = {
  __typename?: 'BenchmarkCluster'
  bands: Array<BenchmarkBand>
  name: Scalars['String']['output']
}

export type BenchmarkEdition = {
  __typename?: 'BenchmarkEdition'
  /** Empty where the report has no performance clusters. */
  clusters: Array<BenchmarkCluster>
  edition: Scalars['String']['output']
  source: BenchmarkSource
}

export type BenchmarkSource = {
  __typename?: 'BenchmarkSource'
  place: Scalars['String']['output']
  publisher: Scalars['String']['output']
  report: Scalars['String']['output']
  url: Scalars['String']['output']
  /** What the figures were compared with. */
  verified: Scalars['String']['output']
  year: Scalars['Int']['output']
}

export type BudgetingMethod = 'OCCURRENCES' | 'RATIO_TIMESLICES' | 'TIMESLICES'

export type BurnFiring = {
  __typename?: 'BurnFiring'
  /** The worst burn of the long window meanwhile. */
  burn: Scalars['Float']['output']
  factor: Scalars['Float']['output']
  from: Scalars['DateTime']['output']
  longSeconds: Scalars['Int']['output']
  severity: AlertSeverity
  shortSeconds: Scalars['Int']['output']
  /** Null where it goes on. */
  to?: Maybe<Scalars['DateTime']['output']>
}

/** When the burn rules would have told someone. */
export type BurnPreview = {
  __typename?: 'BurnPreview'
  /** The first first. */
  firings: Array<BurnFiring>
  from: Scalars['DateTime']['output']
  pages: Scalars['Int']['output']
  tickets: Scalars['Int']['output']
  to: Scalars['DateTime']['output']
}

/** Fires while both windows burn faster than the factor. */
export type BurnRule = {
  __typename?: 'BurnRule'
  burning: Scalars['Boolean']['output']
  factor: Scalars['Float']['output']
  longSeconds: Scalars['Int']['output']
  /** False where the objective is so low that even a total failure burns slower than the factor. */
  reachable: Scalars['Boolean']['output']
  severity: AlertSeverity
  shortSeconds: Scalars['Int']['output']
}

export type BurnRuleInput = {
  /** How many times as fast as allowed both windows must burn. */
  factor: Scalars['Float']['input']
  longSeconds: Scalars['Int']['input']
  severity: AlertSeverity
  shortSeconds: Scalars['Int']['input']
}

/** Business hours. Days count from 1, Monday; times are HH:MM, holidays YYYY-MM-DD. */
export type BusinessCalendar = {
  __typename?: 'BusinessCalendar'
  days: Array<Scalars['Int']['output']>
  from: Scalars['String']['output']
  holidays: Array<Scalars['String']['output']>
  id: Scalars['ID']['output']
  timeZone: Scalars['String']['output']
  to: Scalars['String']['output']
}

export type BusinessCalendarInput = {
  days?: InputMaybe<Array<Scalars['Int']['input']>>
  from?: InputMaybe<Scalars['String']['input']>
  holidays?: InputMaybe<Array<Scalars['String']['input']>>
  timeZone: Scalars['String']['input']
  to?: InputMaybe<Scalars['String']['input']>
}

export type CalendarOptionsInput = {
  emptyPeriods?: InputMaybe<EmptyPeriods>
}

export type Change = {
  __typename?: 'Change'
  author?: Maybe<Scalars['String']['output']>
  authoredAt?: Maybe<Scalars['DateTime']['output']>
  committedAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  leadTimeSeconds?: Maybe<Scalars['Float']['output']>
  pullRequest?: Maybe<Scalars['Int']['output']>
  repository: Scalars['String']['output']
  sha: Scalars['String']['output']
  /** counted, or why it is not counted in lead time. */
  state: Scalars['String']['output']
  title?: Maybe<Scalars['String']['output']>
  url?: Maybe<Scalars['String']['output']>
}

export type ChangeConnection = {
  __typename?: 'ChangeConnection'
  edges: Array<ChangeEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ChangeEdge = {
  __typename?: 'ChangeEdge'
  cursor: Scalars['String']['output']
  node: Change
}

export type Comparison = 'GT' | 'GTE' | 'LT' | 'LTE'

/**
 * The weighted mean of objectives: of their shares of good events, and of their targets. Objectives without data do not weigh.
 * Alerts are of the composite, not of its objectives.
 */
export type Composite = {
  __typename?: 'Composite'
  attainment?: Maybe<Scalars['Float']['output']>
  /** Share of the error budget that is left; below 0 when overspent, null without data. */
  budgetLeft?: Maybe<Scalars['Float']['output']>
  burns: Array<WindowBurn>
  exhaustsAt?: Maybe<Scalars['DateTime']['output']>
  rules: Array<BurnRule>
  target: Scalars['Float']['output']
}

export type Connection = {
  __typename?: 'Connection'
  hasSecret: Scalars['Boolean']['output']
  integration: Scalars['String']['output']
  lastDeliveryAt?: Maybe<Scalars['DateTime']['output']>
  open: Scalars['Boolean']['output']
  /** How its payloads are read; the keys are those of its integration. */
  settings: Scalars['JSON']['output']
  /** Copyable lines that set it up, Markdown. */
  setup: Scalars['String']['output']
  source: Scalars['String']['output']
  url: Scalars['String']['output']
}

/** A value that a fact does not go by, though a sender told it. */
export type Contradicted = {
  __typename?: 'Contradicted'
  at: Scalars['DateTime']['output']
  dropped: Scalars['String']['output']
  environment?: Maybe<Scalars['String']['output']>
  /** Id of the deployment or incident. */
  fact: Scalars['ID']['output']
  field: Scalars['String']['output']
  kept: Scalars['String']['output']
  kind: ContradictedKind
  /** The release of a deployment, or at which the incident is laid. */
  releaseId?: Maybe<Scalars['String']['output']>
  service?: Maybe<Scalars['String']['output']>
  source: Scalars['String']['output']
}

export type ContradictedConnection = {
  __typename?: 'ContradictedConnection'
  edges: Array<ContradictedEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ContradictedEdge = {
  __typename?: 'ContradictedEdge'
  cursor: Scalars['String']['output']
  node: Contradicted
}

export type ContradictedFilter = {
  from?: InputMaybe<Scalars['DateTime']['input']>
  kinds?: InputMaybe<Array<ContradictedKind>>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

export type ContradictedKind = 'DEPLOYMENT' | 'INCIDENT'

export type Contradiction = {
  __typename?: 'Contradiction'
  dropped: Scalars['String']['output']
  field: Scalars['String']['output']
  kept: Scalars['String']['output']
  source: Scalars['String']['output']
}

export type CorrectedKind = 'APPROVAL' | 'DEPLOYMENT' | 'INCIDENT'

/** What a person set right. The last one about a field holds, before anything that senders say. */
export type Correction = {
  __typename?: 'Correction'
  at: Scalars['DateTime']['output']
  by: Scalars['String']['output']
  environment?: Maybe<Scalars['String']['output']>
  /** Id of the deployment, incident or approval. */
  fact: Scalars['ID']['output']
  /** By name; null where a field was given back to what the senders say. */
  fields: Scalars['JSON']['output']
  id: Scalars['ID']['output']
  kind: CorrectedKind
  reason: Scalars['String']['output']
  service?: Maybe<Scalars['String']['output']>
}

export type CorrectionInput = {
  /** Where the id is one of several environments. */
  environment?: InputMaybe<Scalars['String']['input']>
  fact: Scalars['ID']['input']
  /**
   * The fields to set; null gives a field back to what the senders say.
   * Deployment: outcome, kind, trigger, version, commit, release, startedAt, fullTrafficAt, finishedAt, mergeWith (a deployment that is the same rollout), apart.
   * Incident: attribution (a deployment, a release, or `unrelated`), services (a list), impact (customers, minutes, cost, currency), severity, title, environment, startedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt, mergeInto (an incident that is the same), apart.
   * Approval: decision, group, risk, automated, requestedAt, decidedAt.
   */
  fields: Scalars['JSON']['input']
  kind: CorrectedKind
  reason: Scalars['String']['input']
  /** Where the id is one of several services. */
  service?: InputMaybe<Scalars['String']['input']>
}

/** `url` is shown this once; only a hash of its token is kept. */
export type CreatedShareLink = {
  __typename?: 'CreatedShareLink'
  link: ShareLink
  url: Scalars['String']['output']
}

/** `secret` is shown this once. */
export type CreatedToken = {
  __typename?: 'CreatedToken'
  secret: Scalars['String']['output']
  token: Token
}

/** What was declared here of one thing, as `windsock apply` writes it. */
export type Declaration = {
  __typename?: 'Declaration'
  kind: DeclarationKind
  name: Scalars['String']['output']
  spec: Scalars['JSON']['output']
}

export type DeclarationInput = {
  kind: DeclarationKind
  name: Scalars['String']['input']
  spec: Scalars['JSON']['input']
}

export type DeclarationKind = 'APPROVER_GROUP' | 'CALENDAR' | 'ENVIRONMENT' | 'SERVICE' | 'TEAM' | 'WORKSPACE'

export type DeclarationNameInput = {
  kind: DeclarationKind
  name: Scalars['String']['input']
}

export type DeclarationProblem = {
  __typename?: 'DeclarationProblem'
  /** The position of the declaration among those given, from 0. */
  index: Scalars['Int']['output']
  message: Scalars['String']['output']
  /** The keys and positions in its spec that lead to the name. */
  path: Array<Scalars['String']['output']>
}

export type DeclarationResult = {
  __typename?: 'DeclarationResult'
  /** False when it was declared so already; then nothing was written. */
  changed: Scalars['Boolean']['output']
  declaration: Declaration
}

export type Delivery = {
  __typename?: 'Delivery'
  attempts: Scalars['Int']['output']
  /** The raw body, credentials scrubbed. Null for a refused delivery, of which no body is kept. */
  body?: Maybe<Scalars['String']['output']>
  deliveryId?: Maybe<Scalars['String']['output']>
  error?: Maybe<Scalars['String']['output']>
  events: Array<DeliveryEvent>
  headers?: Maybe<Scalars['JSON']['output']>
  id: Scalars['ID']['output']
  integration: Scalars['String']['output']
  /** What it gave: a sentence. */
  outcome?: Maybe<Scalars['String']['output']>
  processedAt?: Maybe<Scalars['DateTime']['output']>
  receivedAt: Scalars['DateTime']['output']
  size: Scalars['Int']['output']
  source: Scalars['String']['output']
  state: DeliveryState
}

export type DeliveryConnection = {
  __typename?: 'DeliveryConnection'
  edges: Array<DeliveryEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type DeliveryEdge = {
  __typename?: 'DeliveryEdge'
  cursor: Scalars['String']['output']
  node: Delivery
}

export type DeliveryEvent = {
  __typename?: 'DeliveryEvent'
  id: Scalars['String']['output']
  source: Scalars['String']['output']
  type: Scalars['String']['output']
}

export type DeliveryFilter = {
  integrations?: InputMaybe<Array<Scalars['String']['input']>>
  sources?: InputMaybe<Array<Scalars['String']['input']>>
  states?: InputMaybe<Array<DeliveryState>>
}

export type DeliveryState = 'DEAD' | 'DONE' | 'LEASED' | 'PENDING' | 'REFUSED'

export type Deployment = {
  __typename?: 'Deployment'
  actor?: Maybe<Scalars['String']['output']>
  artifactDigest?: Maybe<Scalars['String']['output']>
  /** Indicators that the service declares or has objectives for, and that this version did not send within its window. */
  blindSpots: Array<Scalars['String']['output']>
  changeCount: Scalars['Int']['output']
  /** declared, provenance, range or head. */
  changeSource: Scalars['String']['output']
  commit?: Maybe<Scalars['String']['output']>
  contradictions: Array<Contradiction>
  /** Indicators before and after it, the whole before its regions and cohorts. */
  effects: Array<ReleaseEffect>
  environment: Scalars['String']['output']
  failed: Scalars['Boolean']['output']
  /** Why it counts as failed: outcome, rolled_back_by, hotfix, incident. */
  failureReasons: Array<Scalars['String']['output']>
  finishedAt?: Maybe<Scalars['DateTime']['output']>
  fullTrafficAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  kind: Scalars['String']['output']
  /** declared, or the rule that derived it. */
  kindReason: Scalars['String']['output']
  outcome: Scalars['String']['output']
  /** Reports that were joined into this one rollout. */
  parts: Array<DeploymentPart>
  previousVersion?: Maybe<Scalars['String']['output']>
  production: Scalars['Boolean']['output']
  receivedAt: Scalars['DateTime']['output']
  regions: Array<Scalars['String']['output']>
  releaseId: Scalars['String']['output']
  repository?: Maybe<Scalars['String']['output']>
  rolledBackBy?: Maybe<Scalars['String']['output']>
  service: Scalars['String']['output']
  stages: Array<Stage>
  startedAt?: Maybe<Scalars['DateTime']['output']>
  team?: Maybe<Scalars['String']['output']>
  trigger: Trigger
  url?: Maybe<Scalars['String']['output']>
  version?: Maybe<Scalars['String']['output']>
}

export type DeploymentConnection = {
  __typename?: 'DeploymentConnection'
  edges: Array<DeploymentEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type DeploymentEdge = {
  __typename?: 'DeploymentEdge'
  cursor: Scalars['String']['output']
  node: Deployment
}

export type DeploymentFilter = {
  environments?: InputMaybe<Array<Scalars['String']['input']>>
  from?: InputMaybe<Scalars['DateTime']['input']>
  kinds?: InputMaybe<Array<Scalars['String']['input']>>
  outcomes?: InputMaybe<Array<Scalars['String']['input']>>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

export type DeploymentPart = {
  __typename?: 'DeploymentPart'
  deployment: Scalars['String']['output']
  source: Scalars['String']['output']
}

/** The last week in numbers, sent every week to an address by a signed webhook (Standard Webhooks). */
export type Digest = {
  __typename?: 'Digest'
  createdAt: Scalars['DateTime']['output']
  createdBy: Scalars['String']['output']
  /** Newest first. */
  deliveries: Array<DigestDelivery>
  enabled: Scalars['Boolean']['output']
  /** From 0 to 23, by the clocks of the zone. */
  hour: Scalars['Int']['output']
  id: Scalars['ID']['output']
  /** Why the last try failed; null once one has worked. */
  lastError?: Maybe<Scalars['String']['output']>
  lastSentAt?: Maybe<Scalars['DateTime']['output']>
  /** None for the five of DORA, incidents and approvals. */
  measures: Array<MetricKey>
  name: Scalars['String']['output']
  /** Null while it is not enabled. */
  nextAt?: Maybe<Scalars['DateTime']['output']>
  /** Scope and options where there is no view, as a view's state. */
  state: Scalars['String']['output']
  timeZone: Scalars['String']['output']
  url: Scalars['String']['output']
  /** The saved view whose scope and options it has. */
  view?: Maybe<Scalars['ID']['output']>
  weekday: Weekday
}

/** The last week in numbers, sent every week to an address by a signed webhook (Standard Webhooks). */
export type DigestDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
}

export type DigestDelivery = {
  __typename?: 'DigestDelivery'
  attempts: Scalars['Int']['output']
  byHand: Scalars['Boolean']['output']
  createdAt: Scalars['DateTime']['output']
  finishedAt?: Maybe<Scalars['DateTime']['output']>
  from: Scalars['DateTime']['output']
  /** With `digest_` before it, the `webhook-id` of every try. */
  id: Scalars['ID']['output']
  /** When it is tried again. */
  nextTryAt?: Maybe<Scalars['DateTime']['output']>
  reason?: Maybe<Scalars['String']['output']>
  state: DigestDeliveryState
  /** The last answer's HTTP status. */
  status?: Maybe<Scalars['Int']['output']>
  to: Scalars['DateTime']['output']
}

export type DigestDeliveryState = 'FAILED' | 'PENDING' | 'SENDING' | 'SENT'

export type DigestInput = {
  enabled?: InputMaybe<Scalars['Boolean']['input']>
  hour?: InputMaybe<Scalars['Int']['input']>
  measures?: InputMaybe<Array<MetricKey>>
  name: Scalars['String']['input']
  state?: InputMaybe<Scalars['String']['input']>
  timeZone?: InputMaybe<Scalars['String']['input']>
  url: Scalars['String']['input']
  view?: InputMaybe<Scalars['ID']['input']>
  weekday?: InputMaybe<Weekday>
}

export type DigestPreview = {
  __typename?: 'DigestPreview'
  from: Scalars['DateTime']['output']
  html: Scalars['String']['output']
  markdown: Scalars['String']['output']
  to: Scalars['DateTime']['output']
}

export type DigestPreviewInput = {
  measures?: InputMaybe<Array<MetricKey>>
  name?: InputMaybe<Scalars['String']['input']>
  state?: InputMaybe<Scalars['String']['input']>
  timeZone?: InputMaybe<Scalars['String']['input']>
  view?: InputMaybe<Scalars['ID']['input']>
}

export type Dimension = 'APPROVER_GROUP' | 'ENVIRONMENT' | 'KIND' | 'REGION' | 'RISK' | 'SERVICE' | 'SEVERITY' | 'TEAM' | 'TIER' | 'TRIGGER'

export type DimensionValue = {
  __typename?: 'DimensionValue'
  dimension: Dimension
  value?: Maybe<Scalars['String']['output']>
}

export type Direction = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL'

/** So many values were above one bound and up to the other; 0 and 0 for those at most 0. */
export type DistributionBar = {
  __typename?: 'DistributionBar'
  above: Scalars['Float']['output']
  count: Scalars['Float']['output']
  upTo: Scalars['Float']['output']
}

export type EffectPart = 'ALL' | 'COHORT' | 'REGION'

/** Minutes before or after a rollout. */
export type EffectSide = {
  __typename?: 'EffectSide'
  /** Share of bad events; null without events. */
  badRatio?: Maybe<Scalars['Float']['output']>
  /** What it cost, where cost is reported. */
  cost?: Maybe<Scalars['Float']['output']>
  costPerRequest?: Maybe<Scalars['Float']['output']>
  from: Scalars['DateTime']['output']
  good: Scalars['Float']['output']
  /** p50, p95 and p99 in the indicator's unit, of an indicator with histograms. */
  quantiles: Array<NamedValue>
  to: Scalars['DateTime']['output']
  total: Scalars['Float']['output']
  /** Mean of a gauge, in the indicator's unit. */
  value?: Maybe<Scalars['Float']['output']>
}

export type EmptyPeriods = 'INCLUDE' | 'SKIP'

export type Environment = {
  __typename?: 'Environment'
  /** False when it was only seen in deployments, so that the workspace's patterns decide. */
  declared: Scalars['Boolean']['output']
  id: Scalars['ID']['output']
  production: Scalars['Boolean']['output']
}

export type EvidenceColumn = {
  __typename?: 'EvidenceColumn'
  name: Scalars['String']['output']
  title: Scalars['String']['output']
}

export type EvidenceConnection = {
  __typename?: 'EvidenceConnection'
  edges: Array<EvidenceEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type EvidenceEdge = {
  __typename?: 'EvidenceEdge'
  cursor: Scalars['String']['output']
  node: EvidenceRecord
}

export type EvidenceField = {
  __typename?: 'EvidenceField'
  name: Scalars['String']['output']
  value?: Maybe<Scalars['String']['output']>
}

export type EvidenceRecord = {
  __typename?: 'EvidenceRecord'
  at: Scalars['DateTime']['output']
  environment: Scalars['String']['output']
  fields: Array<EvidenceField>
  id: Scalars['String']['output']
  /** deployment, change, pull_request, incident or approval. */
  kind: Scalars['String']['output']
  releaseId?: Maybe<Scalars['String']['output']>
  service: Scalars['String']['output']
  /** counted, or the reason code of the exclusion. */
  state: Scalars['String']['output']
  title: Scalars['String']['output']
  /** What this record adds, in the measure's unit. */
  value?: Maybe<Scalars['Float']['output']>
}

export type EvidenceState = 'ALL' | 'COUNTED' | 'EXCLUDED'

export type Exclusion = {
  __typename?: 'Exclusion'
  count: Scalars['Int']['output']
  description: Scalars['String']['output']
  reason: Scalars['String']['output']
}

export type ExclusionDefinition = {
  __typename?: 'ExclusionDefinition'
  description: Scalars['String']['output']
  reason: Scalars['String']['output']
}

export type FailureDenominator = 'FINISHED' | 'NON_ROLLBACK' | 'SUCCEEDED' | 'WITH_KNOWN_COMMIT'

export type FailureOptionsInput = {
  denominator?: InputMaybe<FailureDenominator>
  signals?: InputMaybe<Array<FailureSignal>>
}

export type FailureSignal = 'HOTFIX' | 'INCIDENT' | 'OUTCOME' | 'REVERT' | 'ROLLBACK'

/** A failure mode that the facts show. */
export type Finding = {
  __typename?: 'Finding'
  /** Its number among the failure modes: F2. */
  code: Scalars['String']['output']
  deployment?: Maybe<Scalars['ID']['output']>
  detail: Scalars['String']['output']
  environment?: Maybe<Scalars['String']['output']>
  evidence: Array<FindingEvidence>
  /** The same for as long as it is the same trouble. */
  id: Scalars['ID']['output']
  kind: FindingKind
  /** What a person can do about it. */
  nextStep: Scalars['String']['output']
  release?: Maybe<Scalars['ID']['output']>
  service?: Maybe<Scalars['String']['output']>
  since: Scalars['DateTime']['output']
  title: Scalars['String']['output']
}

export type FindingConnection = {
  __typename?: 'FindingConnection'
  edges: Array<FindingEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type FindingEdge = {
  __typename?: 'FindingEdge'
  cursor: Scalars['String']['output']
  node: Finding
}

export type FindingEvidence = {
  __typename?: 'FindingEvidence'
  at?: Maybe<Scalars['DateTime']['output']>
  label: Scalars['String']['output']
  value: Scalars['String']['output']
}

export type FindingKind = 'approval_bottleneck' | 'artifact_mismatch' | 'blind_spot' | 'slow_rollout'

export type FindingRule = {
  __typename?: 'FindingRule'
  code: Scalars['String']['output']
  /** When it is found, in a sentence. */
  description: Scalars['String']['output']
  kind: FindingKind
  title: Scalars['String']['output']
}

export type FirstDeployment = 'EXCLUDE' | 'INCLUDE'

/** What makes a deployment a hotfix: labels of pull requests, globs of branches and tags. */
export type HotfixRule = {
  __typename?: 'HotfixRule'
  branches: Array<Scalars['String']['output']>
  labels: Array<Scalars['String']['output']>
  tags: Array<Scalars['String']['output']>
}

export type HotfixRuleInput = {
  branches?: InputMaybe<Array<Scalars['String']['input']>>
  labels?: InputMaybe<Array<Scalars['String']['input']>>
  tags?: InputMaybe<Array<Scalars['String']['input']>>
}

export type Incident = {
  __typename?: 'Incident'
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>
  attribution: Array<Attribution>
  /** What its reports said differently, each with the value in force. */
  contradictions: Array<Contradiction>
  detectedAt?: Maybe<Scalars['DateTime']['output']>
  environment?: Maybe<Scalars['String']['output']>
  id: Scalars['ID']['output']
  mitigatedAt?: Maybe<Scalars['DateTime']['output']>
  /** mitigated, remedied_by_deployment or resolved: where mitigatedAt comes from. */
  mitigatedBy?: Maybe<Scalars['String']['output']>
  /** The reports that are this incident. */
  parts: Array<IncidentPart>
  resolvedAt?: Maybe<Scalars['DateTime']['output']>
  services: Array<Scalars['String']['output']>
  severity?: Maybe<Scalars['String']['output']>
  startedAt?: Maybe<Scalars['DateTime']['output']>
  status: Scalars['String']['output']
  title?: Maybe<Scalars['String']['output']>
  url?: Maybe<Scalars['String']['output']>
}

export type IncidentConnection = {
  __typename?: 'IncidentConnection'
  edges: Array<IncidentEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type IncidentEdge = {
  __typename?: 'IncidentEdge'
  cursor: Scalars['String']['output']
  node: Incident
}

/** Of teams: the incidents of their services, those laid at these included. */
export type IncidentFilter = {
  attributed?: InputMaybe<Scalars['Boolean']['input']>
  environments?: InputMaybe<Array<Scalars['String']['input']>>
  from?: InputMaybe<Scalars['DateTime']['input']>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  status?: InputMaybe<Scalars['String']['input']>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

/** What the incidents of a service would be if those that several sources report were joined, worked out on its real events. */
export type IncidentMergePreview = {
  __typename?: 'IncidentMergePreview'
  incidents: Scalars['Int']['output']
  /** Incidents now, and under the rule asked about. */
  incidentsNow: Scalars['Int']['output']
  joined: Array<JoinedIncident>
  service: Scalars['String']['output']
}

export type IncidentPart = {
  __typename?: 'IncidentPart'
  incident: Scalars['ID']['output']
  source: Scalars['String']['output']
}

/** What is measured of services, and where it comes from. */
export type Indicator = {
  __typename?: 'Indicator'
  bad?: Maybe<MetricSelector>
  description: Scalars['String']['output']
  displayName: Scalars['String']['output']
  good?: Maybe<MetricSelector>
  histogram?: Maybe<MetricSelector>
  kind: IndicatorKind
  labels: IndicatorLabels
  name: Scalars['ID']['output']
  /** Null: of every service that the telemetry names. */
  service?: Maybe<Scalars['String']['output']>
  /** Of LATENCY: the longest time that is good, in the histogram's unit. */
  threshold?: Maybe<Scalars['Float']['output']>
  total?: Maybe<MetricSelector>
  unit: Scalars['String']['output']
  value?: Maybe<MetricSelector>
}

/** What a service's indicator did over time. */
export type IndicatorHistory = {
  __typename?: 'IndicatorHistory'
  displayName: Scalars['String']['output']
  /**
   * How the values of an indicator with histograms are spread over the whole time, in the indicator's unit: first those at most 0, if
   * any, then without gaps from the least to the greatest, in at most 40 bars. Bounds are 9 % apart, or further where values spread
   * wider. Values that their sender counted in a wider bucket are taken to lie evenly in it. Empty without histograms.
   */
  distribution: Array<DistributionBar>
  environment: Scalars['String']['output']
  indicator: Scalars['String']['output']
  points: Array<IndicatorPoint>
  /** The seconds that each point stands for. */
  stepSeconds: Scalars['Int']['output']
  unit: Scalars['String']['output']
}

/**
 * RATIO needs total and one of good and bad; LATENCY histogram and threshold; GAUGE value; REPORTED comes by `sli.sampled` events.
 * Names, description, service, unit and labels that are left out stay as they are.
 */
export type IndicatorInput = {
  bad?: InputMaybe<MetricSelectorInput>
  description?: InputMaybe<Scalars['String']['input']>
  displayName?: InputMaybe<Scalars['String']['input']>
  good?: InputMaybe<MetricSelectorInput>
  histogram?: InputMaybe<MetricSelectorInput>
  kind: IndicatorKind
  labels?: InputMaybe<IndicatorLabelsInput>
  name: Scalars['ID']['input']
  service?: InputMaybe<Scalars['String']['input']>
  threshold?: InputMaybe<Scalars['Float']['input']>
  total?: InputMaybe<MetricSelectorInput>
  unit?: InputMaybe<Scalars['String']['input']>
  value?: InputMaybe<MetricSelectorInput>
}

export type IndicatorKind = 'GAUGE' | 'LATENCY' | 'RATIO' | 'REPORTED'

/** Names of the labels that say where a point belongs; null for the common names. */
export type IndicatorLabels = {
  __typename?: 'IndicatorLabels'
  cohort?: Maybe<Scalars['String']['output']>
  environment?: Maybe<Scalars['String']['output']>
  region?: Maybe<Scalars['String']['output']>
  service?: Maybe<Scalars['String']['output']>
  version?: Maybe<Scalars['String']['output']>
}

export type IndicatorLabelsInput = {
  cohort?: InputMaybe<Scalars['String']['input']>
  environment?: InputMaybe<Scalars['String']['input']>
  region?: InputMaybe<Scalars['String']['input']>
  service?: InputMaybe<Scalars['String']['input']>
  version?: InputMaybe<Scalars['String']['input']>
}

export type IndicatorPoint = {
  __typename?: 'IndicatorPoint'
  at: Scalars['DateTime']['output']
  good: Scalars['Float']['output']
  /** Share of good events; null without events. */
  goodRatio?: Maybe<Scalars['Float']['output']>
  /** p50, p95 and p99, of an indicator with histograms. */
  quantiles: Array<NamedValue>
  total: Scalars['Float']['output']
  /** Mean of a gauge. */
  value?: Maybe<Scalars['Float']['output']>
}

/** What an indicator would take of the series that were sent in the last days. */
export type IndicatorTrial = {
  __typename?: 'IndicatorTrial'
  /** How many series were looked at; not more than 20,000. */
  looked: Scalars['Int']['output']
  matched: Scalars['Int']['output']
  /** The first of those that match, and where their readings would belong. */
  series: Array<IndicatorTrialSeries>
}

export type IndicatorTrialSeries = {
  __typename?: 'IndicatorTrialSeries'
  cohort: Scalars['String']['output']
  environment: Scalars['String']['output']
  region: Scalars['String']['output']
  series: TelemetrySeries
  service: Scalars['String']['output']
  version: Scalars['String']['output']
}

export type IntegrationInfo = {
  __typename?: 'IntegrationInfo'
  documentationUrl: Scalars['String']['output']
  documentationVersion: Scalars['String']['output']
  id: Scalars['ID']['output']
  title: Scalars['String']['output']
}

export type Interval = 'DAY' | 'HOUR' | 'MONTH' | 'QUARTER' | 'WEEK'

export type JoinedIncident = {
  __typename?: 'JoinedIncident'
  detectedAt?: Maybe<Scalars['DateTime']['output']>
  environment?: Maybe<Scalars['String']['output']>
  id: Scalars['ID']['output']
  newlyJoined: Scalars['Boolean']['output']
  parts: Array<IncidentPart>
  status: Scalars['String']['output']
  title?: Maybe<Scalars['String']['output']>
}

/** An incident that was joined with others into one. */
export type JoinedIncidentReport = {
  __typename?: 'JoinedIncidentReport'
  id: Scalars['ID']['output']
  sources: Array<Scalars['String']['output']>
  title?: Maybe<Scalars['String']['output']>
}

export type JoinedRollout = {
  __typename?: 'JoinedRollout'
  environment: Scalars['String']['output']
  id: Scalars['ID']['output']
  newlyJoined: Scalars['Boolean']['output']
  outcome: Scalars['String']['output']
  parts: Array<DeploymentPart>
  startedAt?: Maybe<Scalars['DateTime']['output']>
  version?: Maybe<Scalars['String']['output']>
}

export type KnownAnswer = {
  __typename?: 'KnownAnswer'
  /** How the expected number comes about, by hand. */
  because: Scalars['String']['output']
  expected?: Maybe<Scalars['Float']['output']>
  from: Scalars['DateTime']['output']
  key: MetricKey
  /** `value`, or the name of a stat. */
  of: Scalars['String']['output']
  service?: Maybe<Scalars['String']['output']>
  title: Scalars['String']['output']
  to: Scalars['DateTime']['output']
  unit: Unit
}

export type LabelMatcher = {
  __typename?: 'LabelMatcher'
  label: Scalars['String']['output']
  op: MatcherOp
  /** With MATCHES and NOT_MATCHES a regular expression (RE2) of the whole value, as in Prometheus. */
  value: Scalars['String']['output']
}

export type LabelMatcherInput = {
  label: Scalars['String']['input']
  op?: MatcherOp
  value: Scalars['String']['input']
}

export type LabelValue = {
  __typename?: 'LabelValue'
  name: Scalars['String']['output']
  value: Scalars['String']['output']
}

export type LeadTimeClock = 'AUTHORED' | 'COMMITTED' | 'MERGED' | 'OPENED'

export type LeadTimeOptionsInput = {
  clock?: InputMaybe<LeadTimeClock>
  unit?: InputMaybe<LeadTimeUnit>
}

export type LeadTimeUnit = 'COMMIT' | 'PULL_REQUEST'

/** A level never stands without the edition of the report whose table it is read from. */
export type Level = {
  __typename?: 'Level'
  edition: Scalars['String']['output']
  name: Scalars['String']['output']
  nearest: Scalars['String']['output']
}

export type MappedIntegration = {
  __typename?: 'MappedIntegration'
  eventTypes: Array<Scalars['String']['output']>
  id: Scalars['ID']['output']
  presets: Array<Scalars['String']['output']>
  title: Scalars['String']['output']
}

/** What a mapping would make of a payload; nothing is recorded. */
export type MappingPreview = {
  __typename?: 'MappingPreview'
  /** What kept the mapping from being tried at all. */
  problems: Array<MappingProblem>
  rules: Array<MappingRuleOutcome>
}

export type MappingProblem = {
  __typename?: 'MappingProblem'
  expression?: Maybe<Scalars['String']['output']>
  message: Scalars['String']['output']
  /** The part of the rule, such as time or data.service; settings or payload where these cannot be read. */
  path: Scalars['String']['output']
  /** Character of the expression, from 0. */
  position?: Maybe<Scalars['Int']['output']>
  /** What the expression gave. */
  value?: Maybe<Scalars['JSON']['output']>
}

export type MappingRuleOutcome = {
  __typename?: 'MappingRuleOutcome'
  events: Array<Scalars['JSON']['output']>
  /** Whether the rule applies to the payload. */
  matched: Scalars['Boolean']['output']
  problems: Array<MappingProblem>
  type: Scalars['String']['output']
}

export type MatcherOp = 'EQUAL' | 'MATCHES' | 'NOT_EQUAL' | 'NOT_MATCHES'

/** In the unit of the measure; without both bounds it has no target. */
export type MeasureTarget = {
  __typename?: 'MeasureTarget'
  high?: Maybe<Scalars['Float']['output']>
  low?: Maybe<Scalars['Float']['output']>
  measure: MetricKey
}

export type MeasureTargetInput = {
  high?: InputMaybe<Scalars['Float']['input']>
  low?: InputMaybe<Scalars['Float']['input']>
  measure: MetricKey
}

/** What the rollouts of a service would be under other rules, worked out on its real events. */
export type MergePreview = {
  __typename?: 'MergePreview'
  joined: Array<JoinedRollout>
  rollouts: Scalars['Int']['output']
  /** Rollouts now, and under the rules asked about. */
  rolloutsNow: Scalars['Int']['output']
  service: Scalars['String']['output']
}

export type MetricBucket = {
  __typename?: 'MetricBucket'
  from: Scalars['DateTime']['output']
  /** Failures can still be attributed to what happened in it. */
  immature: Scalars['Boolean']['output']
  /** The bucket is not over yet, or the window cuts it. */
  partial: Scalars['Boolean']['output']
  to: Scalars['DateTime']['output']
  value: MetricValue
}

export type MetricDefinition = {
  __typename?: 'MetricDefinition'
  /** Which timestamp puts a record into a window. */
  anchor: Scalars['String']['output']
  direction: Direction
  /** Names of the columns that a row of evidence carries. */
  evidenceColumns: Array<EvidenceColumn>
  exclusions: Array<ExclusionDefinition>
  /** What is divided by what, in words. */
  formula: Scalars['String']['output']
  /** How low and high are found. */
  interval: Scalars['String']['output']
  key: MetricKey
  options: Array<MetricOption>
  /** Those in force where the workspace sets none. */
  ownTargets: Array<Target>
  /** Who is counted. */
  population: Scalars['String']['output']
  stats: Array<StatDefinition>
  /** One sentence in plain words. */
  summary: Scalars['String']['output']
  /** Reference lines to draw, in the measure's unit; the workspace may set them. */
  targets: Array<Target>
  title: Scalars['String']['output']
  unit: Unit
  version: Scalars['Int']['output']
}

export type MetricGroup = {
  __typename?: 'MetricGroup'
  dimensions: Array<DimensionValue>
  /** The window of equal length just before; null unless compare is true. */
  previous?: Maybe<MetricValue>
  series: Array<MetricBucket>
  total: MetricValue
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

export type MetricOption = {
  __typename?: 'MetricOption'
  description: Scalars['String']['output']
  name: Scalars['String']['output']
  value: Scalars['String']['output']
}

/** Any field given overrides the profile. */
export type MetricOptionsInput = {
  aggregate?: InputMaybe<Aggregate>
  approval?: InputMaybe<ApprovalOptionsInput>
  attribution?: InputMaybe<AttributionOptionsInput>
  calendar?: InputMaybe<CalendarOptionsInput>
  failure?: InputMaybe<FailureOptionsInput>
  firstDeployment?: InputMaybe<FirstDeployment>
  leadTime?: InputMaybe<LeadTimeOptionsInput>
  /** From 0 to 1. */
  minConfidence?: InputMaybe<Scalars['Float']['input']>
  ownership?: InputMaybe<Ownership>
  productionEnvironments?: InputMaybe<ProductionEnvironments>
  /** One of `metricProfiles`. Absent: the workspace's own. */
  profile?: InputMaybe<Scalars['String']['input']>
  provenance?: InputMaybe<ProvenanceOptionsInput>
  recovery?: InputMaybe<RecoveryOptionsInput>
  rollback?: InputMaybe<RollbackOptionsInput>
}

/** Choices under one name, which reproduce how somebody else counts. */
export type MetricProfile = {
  __typename?: 'MetricProfile'
  choices: Array<MetricOption>
  /** The documentation that it follows; null for Windsock's own. */
  follows?: Maybe<ProfileSource>
  name: Scalars['String']['output']
  summary: Scalars['String']['output']
  title: Scalars['String']['output']
}

export type MetricResult = {
  __typename?: 'MetricResult'
  definition: MetricDefinition
  groups: Array<MetricGroup>
  key: MetricKey
}

/** Telemetry of one metric whose labels match all. */
export type MetricSelector = {
  __typename?: 'MetricSelector'
  matchers: Array<LabelMatcher>
  metric: Scalars['String']['output']
}

export type MetricSelectorInput = {
  matchers?: Array<LabelMatcherInput>
  metric: Scalars['String']['input']
}

export type MetricValue = {
  __typename?: 'MetricValue'
  /** Share of the records that had what the measure needs. */
  coverage?: Maybe<Scalars['Float']['output']>
  evidence: EvidenceConnection
  excluded: Array<Exclusion>
  high?: Maybe<Scalars['Float']['output']>
  level?: Maybe<Level>
  low?: Maybe<Scalars['Float']['output']>
  n: Scalars['Int']['output']
  stats: Array<NamedValue>
  unit: Unit
  /** Seconds, a ratio from 0 to 1, or a count. Null where there is nothing to divide by, or nothing to count in. */
  value?: Maybe<Scalars['Float']['output']>
}

export type MetricValueEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  state?: InputMaybe<EvidenceState>
}

export type MetricValueLevelArgs = {
  edition?: InputMaybe<Scalars['String']['input']>
}

export type Mutation = {
  __typename?: 'Mutation'
  /** Someone takes care of it; the routes that were told are told. */
  acknowledgeAlert: Alert
  /** Saves what OpenSLO v1 documents in YAML declare; all or nothing. With `dryRun` it only says what is wrong. */
  applyOpenSlo: OpenSloOutcome
  /** Declares a service that was only seen in events, and keeps what is declared of it already. */
  claimService: DeclarationResult
  /** Needs the permission to approve. Facts follow within seconds. Refused where no event tells of the fact or of what the fields name, and where its times cannot be so. */
  correctFact: Correction
  createShareLink: CreatedShareLink
  /** A link that signs this person in once, within fifteen minutes. */
  createSignInLink: Scalars['String']['output']
  createToken: CreatedToken
  declareService: DeclarationResult
  deleteAlertRoute: Scalars['Boolean']['output']
  deleteApproverGroup: Scalars['Boolean']['output']
  deleteCalendar: Scalars['Boolean']['output']
  deleteDigest: Scalars['Boolean']['output']
  deleteEnvironment: Scalars['Boolean']['output']
  /** Refused while an objective goes by it. */
  deleteIndicator: Scalars['Boolean']['output']
  /** Refused while another object refers to it. */
  deleteOpenSloObject: Scalars['Boolean']['output']
  deleteSlo: Scalars['Boolean']['output']
  /** Refused while something names it that is kept here; so for environments and calendars. */
  deleteTeam: Scalars['Boolean']['output']
  /** Its links end with it. Refused while a digest goes by it. */
  deleteView: Scalars['Boolean']['output']
  putApproverGroup: DeclarationResult
  putCalendar: DeclarationResult
  putEnvironment: DeclarationResult
  putTeam: DeclarationResult
  rebuildFacts: RebuildResult
  /** Whether there was one. */
  removeApiAccess: Scalars['Boolean']['output']
  /** Refuses what is sent to its address from now on, and keeps what was delivered; false where there is no such connection. */
  removeConnection: Scalars['Boolean']['output']
  /** Moves a service with its whole history to another name; events may go on naming it as before. The reason is kept in the audit log. */
  renameService: DeclarationResult
  replayDeadDeliveries: Scalars['Int']['output']
  replayDelivery: Delivery
  /** Asks again what waits or was given up. */
  retryRangeLookup: Scalars['Boolean']['output']
  revokeShareLink: ShareLink
  revokeToken: Token
  /** A new one without `id`. Fields that are left out keep their values. */
  saveAlertRoute: AlertRoute
  /** Lets ranges of commits be asked of the provider. The token is kept sealed and never shown again. */
  saveApiAccess: ApiAccess
  /** The secret is kept sealed and never shown again. */
  saveConnection: Connection
  /** A new one without `id`. `newSecret` replaces the secret of one that is there. */
  saveDigest: SavedDigest
  saveIndicator: Indicator
  saveSlo: Slo
  /** For people, and for tokens of the scope admin. So are the others of views and their links. */
  saveView: SavedView
  /** Sends the last week that was over at `at`, which is now unless given. What fails is tried again later. */
  sendDigestNow: DigestDelivery
  setAttestationTrust: AttestationTrust
  /** The view that a page opens with for who asks; without a view, none. */
  setDefaultView: Scalars['Boolean']['output']
  /** Sends one message that says it is a test. */
  testAlertRoute: AlertRouteTest
  updateView: SavedView
  updateWorkspace: Workspace
  /** Takes back what was declared here. Events that name it stay. */
  withdrawService: Scalars['Boolean']['output']
}

export type MutationAcknowledgeAlertArgs = {
  id: Scalars['ID']['input']
}

export type MutationApplyOpenSloArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>
  yaml: Scalars['String']['input']
}

export type MutationClaimServiceArgs = {
  name: Scalars['String']['input']
  team: Scalars['String']['input']
  tier?: InputMaybe<Scalars['String']['input']>
}

export type MutationCorrectFactArgs = {
  input: CorrectionInput
}

export type MutationCreateShareLinkArgs = {
  expiresInDays?: InputMaybe<Scalars['Int']['input']>
  view: Scalars['ID']['input']
}

export type MutationCreateSignInLinkArgs = {
  login: Scalars['String']['input']
  role: Role
}

export type MutationCreateTokenArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>
  name: Scalars['String']['input']
  scopes: Array<TokenScope>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
}

export type MutationDeclareServiceArgs = {
  input: ServiceInput
  name: Scalars['String']['input']
}

export type MutationDeleteAlertRouteArgs = {
  id: Scalars['ID']['input']
}

export type MutationDeleteApproverGroupArgs = {
  name: Scalars['String']['input']
}

export type MutationDeleteCalendarArgs = {
  name: Scalars['String']['input']
}

export type MutationDeleteDigestArgs = {
  id: Scalars['ID']['input']
}

export type MutationDeleteEnvironmentArgs = {
  name: Scalars['String']['input']
}

export type MutationDeleteIndicatorArgs = {
  name: Scalars['ID']['input']
}

export type MutationDeleteOpenSloObjectArgs = {
  kind: OpenSloKind
  name: Scalars['ID']['input']
}

export type MutationDeleteSloArgs = {
  name: Scalars['ID']['input']
}

export type MutationDeleteTeamArgs = {
  name: Scalars['String']['input']
}

export type MutationDeleteViewArgs = {
  id: Scalars['ID']['input']
}

export type MutationPutApproverGroupArgs = {
  input: ApproverGroupInput
  name: Scalars['String']['input']
}

export type MutationPutCalendarArgs = {
  input: BusinessCalendarInput
  name: Scalars['String']['input']
}

export type MutationPutEnvironmentArgs = {
  name: Scalars['String']['input']
  production: Scalars['Boolean']['input']
}

export type MutationPutTeamArgs = {
  input: TeamInput
  name: Scalars['String']['input']
}

export type MutationRemoveApiAccessArgs = {
  integration: Scalars['String']['input']
  source: Scalars['String']['input']
}

export type MutationRemoveConnectionArgs = {
  integration: Scalars['String']['input']
  source: Scalars['String']['input']
}

export type MutationRenameServiceArgs = {
  from: Scalars['String']['input']
  reason: Scalars['String']['input']
  to: Scalars['String']['input']
}

export type MutationReplayDeadDeliveriesArgs = {
  integration?: InputMaybe<Scalars['String']['input']>
}

export type MutationReplayDeliveryArgs = {
  id: Scalars['ID']['input']
}

export type MutationRetryRangeLookupArgs = {
  id: Scalars['ID']['input']
}

export type MutationRevokeShareLinkArgs = {
  id: Scalars['ID']['input']
}

export type MutationRevokeTokenArgs = {
  id: Scalars['ID']['input']
}

export type MutationSaveAlertRouteArgs = {
  id?: InputMaybe<Scalars['ID']['input']>
  input: AlertRouteInput
}

export type MutationSaveApiAccessArgs = {
  input: SaveApiAccessInput
}

export type MutationSaveConnectionArgs = {
  input: SaveConnectionInput
}

export type MutationSaveDigestArgs = {
  id?: InputMaybe<Scalars['ID']['input']>
  input: DigestInput
  newSecret?: InputMaybe<Scalars['Boolean']['input']>
}

export type MutationSaveIndicatorArgs = {
  input: IndicatorInput
}

export type MutationSaveSloArgs = {
  input: SloInput
}

export type MutationSaveViewArgs = {
  input: SavedViewInput
}

export type MutationSendDigestNowArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>
  id: Scalars['ID']['input']
}

export type MutationSetAttestationTrustArgs = {
  input: AttestationTrustInput
}

export type MutationSetDefaultViewArgs = {
  page: Scalars['String']['input']
  view?: InputMaybe<Scalars['ID']['input']>
}

export type MutationTestAlertRouteArgs = {
  id: Scalars['ID']['input']
}

export type MutationUpdateViewArgs = {
  id: Scalars['ID']['input']
  input: SavedViewChangeInput
}

export type MutationUpdateWorkspaceArgs = {
  input: WorkspaceInput
}

export type MutationWithdrawServiceArgs = {
  name: Scalars['String']['input']
}

export type NamedValue = {
  __typename?: 'NamedValue'
  name: Scalars['String']['output']
  value?: Maybe<Scalars['Float']['output']>
}

export type Objective = {
  __typename?: 'Objective'
  /** Share that was good; null without data. */
  attainment?: Maybe<Scalars['Float']['output']>
  /** Share of the error budget that is left, of the events there are; below 0 when overspent, null without data. */
  budgetLeft?: Maybe<Scalars['Float']['output']>
  burns: Array<WindowBurn>
  /** The first and the last minute of the window with data; null where there is none yet. */
  dataFrom?: Maybe<Scalars['DateTime']['output']>
  dataTo?: Maybe<Scalars['DateTime']['output']>
  displayName: Scalars['String']['output']
  /** When the budget is spent, if it goes on as in the last day; null where it is not. */
  exhaustsAt?: Maybe<Scalars['DateTime']['output']>
  /** Good events, or good slices of time, in the window. */
  good: Scalars['Float']['output']
  /** Good and all events, by hour where the span is up to a week and by day otherwise; times without data are left out. */
  history: Array<SloBucket>
  indicator: Scalars['String']['output']
  op?: Maybe<Comparison>
  rules: Array<BurnRule>
  /** Share that must be good, above 0 and below 1. */
  target: Scalars['Float']['output']
  timeSliceSeconds?: Maybe<Scalars['Int']['output']>
  timeSliceTarget?: Maybe<Scalars['Float']['output']>
  total: Scalars['Float']['output']
  value?: Maybe<Scalars['Float']['output']>
  /** How much it counts in a composite; 1 otherwise. */
  weight: Scalars['Float']['output']
}

export type ObjectiveHistoryArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

/** A target to begin with, from the last 30 days. */
export type ObjectiveSuggestion = {
  __typename?: 'ObjectiveSuggestion'
  /** The days it rests on. */
  days: Array<SloBucket>
  /** Why, in sentences. */
  reasons: Array<Scalars['String']['output']>
  /** Null where the past says too little, or where no usual target was kept. */
  target?: Maybe<Scalars['Float']['output']>
  /** Of an indicator with histograms: what share was at most this, in its unit. */
  thresholds: Array<SuggestedThreshold>
}

export type OpenSloKind = 'ALERT_CONDITION' | 'ALERT_NOTIFICATION_TARGET' | 'ALERT_POLICY' | 'DATA_SOURCE' | 'SLI' | 'SLO'

export type OpenSloOutcome = {
  __typename?: 'OpenSloOutcome'
  /** False where there are problems, or nothing was to be changed. */
  applied: Scalars['Boolean']['output']
  indicators: Array<Scalars['ID']['output']>
  /** What was read and is not kept, such as how to connect to a source of data. */
  notUsed: Array<Scalars['String']['output']>
  /** Kind and name of each object that was read. */
  objects: Array<Scalars['String']['output']>
  problems: Array<OpenSloProblem>
  slos: Array<Scalars['ID']['output']>
}

export type OpenSloProblem = {
  __typename?: 'OpenSloProblem'
  column: Scalars['Int']['output']
  line: Scalars['Int']['output']
  message: Scalars['String']['output']
  path: Scalars['String']['output']
}

export type OptionDifference = {
  __typename?: 'OptionDifference'
  description: Scalars['String']['output']
  left: Scalars['String']['output']
  name: Scalars['String']['output']
  right: Scalars['String']['output']
}

export type Ownership = 'CURRENT' | 'HISTORICAL'

export type PageInfo = {
  __typename?: 'PageInfo'
  endCursor?: Maybe<Scalars['String']['output']>
  hasNextPage: Scalars['Boolean']['output']
}

export type Person = {
  __typename?: 'Person'
  displayName: Scalars['String']['output']
  id: Scalars['ID']['output']
  login: Scalars['String']['output']
  role: Role
}

/** What the figures rest on now. */
export type PipelineStatus = {
  __typename?: 'PipelineStatus'
  /** Whether what was stored is in the days that measures are added up from; until then records are read, which gives the same numbers. */
  daysAreKept: Scalars['Boolean']['output']
  deadDeliveries: Scalars['Int']['output']
  events: Scalars['Int']['output']
  firstEventAt?: Maybe<Scalars['DateTime']['output']>
  /** Age of the oldest thing not yet in the numbers, in seconds; 0 when all is in. */
  lagSeconds: Scalars['Float']['output']
  lastEventAt?: Maybe<Scalars['DateTime']['output']>
  pendingDeliveries: Scalars['Int']['output']
  pendingServices: Scalars['Int']['output']
  refusedDeliveries: Scalars['Int']['output']
  /** Whether the telemetry stored so far is in the minutes of its indicators and in the effects of releases; mostly false while telemetry flows. */
  telemetryIsIn: Scalars['Boolean']['output']
}

export type PredicateKind = {
  __typename?: 'PredicateKind'
  kind: AttestationKind
  predicateType: Scalars['String']['output']
}

export type PredicateKindInput = {
  kind: AttestationKind
  predicateType: Scalars['String']['input']
}

/** Settings of an integration that is read by a mapping, and a payload to try them on. */
export type PreviewMappingInput = {
  /** generic-ci or generic-incident */
  integration: Scalars['String']['input']
  /** JSON as the sender posts it. */
  payload: Scalars['String']['input']
  /** As those of a connection: a preset or a mapping, and constants. JSON or YAML. */
  settings: Scalars['String']['input']
}

/** Whether a change counts in the production environment that took it first, or in each. */
export type ProductionEnvironments = 'EACH' | 'FIRST'

export type ProfileComparison = {
  __typename?: 'ProfileComparison'
  definition: MetricDefinition
  key: MetricKey
  /** In the order in which the profiles were asked for. */
  values: Array<ProfileValue>
}

/** What two ways to count make of the same history. */
export type ProfileDifference = {
  __typename?: 'ProfileDifference'
  /** Records counted on one side alone, or on both with another value; the newest first. */
  edges: Array<RecordDifferenceEdge>
  key: MetricKey
  left: ProfileValue
  /** Options of the measure that differ. */
  options: Array<OptionDifference>
  pageInfo: PageInfo
  right: ProfileValue
  totalCount: Scalars['Int']['output']
}

export type ProfileSource = {
  __typename?: 'ProfileSource'
  dated: Scalars['String']['output']
  title: Scalars['String']['output']
  url: Scalars['String']['output']
}

export type ProfileValue = {
  __typename?: 'ProfileValue'
  /** With the options of this profile. */
  definition: MetricDefinition
  profile: Scalars['String']['output']
  value: MetricValue
}

export type Promotion = {
  __typename?: 'Promotion'
  at: Scalars['DateTime']['output']
  by?: Maybe<Scalars['String']['output']>
  from?: Maybe<Scalars['String']['output']>
  to?: Maybe<Scalars['String']['output']>
}

export type ProvenanceField = {
  __typename?: 'ProvenanceField'
  field: Scalars['String']['output']
  state: Scalars['String']['output']
}

export type ProvenanceOptionsInput = {
  state?: InputMaybe<ProvenanceState>
}

export type ProvenanceState = 'PRESENT' | 'VERIFIED'

export type Query = {
  __typename?: 'Query'
  /**
   * When a rule would have told someone over the window, by default the last 30 days, by the facts and minutes there are now; of
   * all services or of some. Null where there is no such rule, or it has no preview.
   */
  alertPreview?: Maybe<AlertPreview>
  alertRouteKinds: Array<AlertRouteKind>
  alertRoutes: Array<AlertRoute>
  alertRules: Array<AlertRule>
  /** Newest first, those that other systems report among them. */
  alerts: AlertConnection
  apiAccesses: Array<ApiAccess>
  approvals: ApprovalConnection
  approverGroups: Array<ApproverGroup>
  attestationTrust: AttestationTrust
  /** Newest first, one for each document, kind and digest. */
  attestations: AttestationConnection
  auditLog: AuditConnection
  /** The editions of the State of DevOps report, the oldest first. */
  benchmarks: Array<BenchmarkEdition>
  /**
   * What burn rules would have done over the window, by default the last 30 days: those in force, or those given. `objective`
   * counts from 0 within the SLO; without it a composite is judged whole, and of another SLO the first objective. Null where there is no such SLO.
   */
  burnPreview?: Maybe<BurnPreview>
  calendars: Array<BusinessCalendar>
  /** One's own numbers under several profiles. */
  compareProfiles: Array<ProfileComparison>
  connections: Array<Connection>
  /** What senders say differently of one deployment or incident, the latest first. */
  contradictions: ContradictedConnection
  /** The corrections of a fact and of all that was joined into it, the latest first. */
  corrections: Array<Correction>
  /** What of these could not be declared together, since it names a team, a service, an environment or a calendar that does not exist. */
  declarationProblems: Array<DeclarationProblem>
  /** All that was declared here, by API, file or dashboard; not what events of other sources declared. */
  declarations: Array<Declaration>
  deliveries: DeliveryConnection
  delivery?: Maybe<Delivery>
  deployment?: Maybe<Deployment>
  deployments: DeploymentConnection
  digests: Array<Digest>
  environments: Array<Environment>
  findingRules: Array<FindingRule>
  /**
   * What goes wrong, newest first: deployments of the window, and what waits now. Without a window, the last 30 days. Of the
   * scope only teams and services count.
   */
  findings: FindingConnection
  /** By default under the rule in force; 0 minutes join none. */
  incidentMergePreview: IncidentMergePreview
  /** What an incident was joined from, itself first; empty where nothing was. */
  incidentParts: Array<JoinedIncidentReport>
  incidents: IncidentConnection
  /** What the indicators of a service did in production, in at most 200 points each; by the hour at least where minutes are gone. */
  indicatorHistory: Array<IndicatorHistory>
  indicators: Array<Indicator>
  integrations: Array<IntegrationInfo>
  /** Names under which readings were kept, of indicators that are declared and of others. */
  keptIndicators: Array<Scalars['ID']['output']>
  /** What the known-answer data must give; empty unless that data set was loaded. */
  knownAnswers: Array<KnownAnswer>
  /** Integrations that a mapping reads, with the presets they have. */
  mappedIntegrations: Array<MappedIntegration>
  mergePreview: MergePreview
  /** The definitions with the options that would be in force. */
  metricDefinitions: Array<MetricDefinition>
  metricProfiles: Array<MetricProfile>
  metrics: Array<MetricResult>
  /** All that is declared as OpenSLO v1 documents in YAML, or what concerns some services. */
  openSlo: Scalars['String']['output']
  people: Array<Person>
  pipelineStatus: PipelineStatus
  /** The digest of the last week that was over at `at`, which is now unless given. */
  previewDigest: DigestPreview
  previewMapping: MappingPreview
  /** The records on which two profiles differ. Single options given are laid over the profile of their side. */
  profileDifference: ProfileDifference
  quickCheck: QuickCheck
  /** Newest first. */
  rangeLookups: Array<RangeLookup>
  release?: Maybe<Release>
  releases: ReleaseConnection
  /** What of these could not be removed, since what is kept would name what no longer exists; `declarations` are made along with it. */
  removalProblems: Array<RemovalProblem>
  savedView?: Maybe<SavedView>
  /** One's own views and those of the workspace, by name. */
  savedViews: Array<SavedView>
  services: ServiceConnection
  /** Links of views that one may change, newest first. */
  shareLinks: Array<ShareLink>
  /** Null where there is none of this name. */
  slo?: Maybe<Slo>
  slos: SloConnection
  /** `op` and `value` say what a good value is, where the indicator is a value. */
  suggestObjective: ObjectiveSuggestion
  teams: TeamConnection
  telemetrySources: Array<TelemetrySource>
  tokens: Array<Token>
  /** Tries an indicator on the series that were sent in the last days; nothing is kept. */
  tryIndicator: IndicatorTrial
  /** Services that events name and nobody has declared, the latest heard of first. */
  undeclaredServices: UndeclaredServiceConnection
  /** Those whose digest is of no known artifact; they match as soon as one appears. */
  unmatchedAttestations: AttestationConnection
  verifyAudit: AuditVerification
  viewer: Viewer
  workspace: Workspace
}

export type QueryAlertPreviewArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>
  rule: Scalars['ID']['input']
  services?: InputMaybe<Array<Scalars['String']['input']>>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AlertFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  open?: InputMaybe<Scalars['Boolean']['input']>
  services?: InputMaybe<Array<Scalars['String']['input']>>
}

export type QueryAttestationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AttestationFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryBurnPreviewArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>
  objective?: InputMaybe<Scalars['Int']['input']>
  rules?: InputMaybe<Array<BurnRuleInput>>
  slo: Scalars['ID']['input']
  to?: InputMaybe<Scalars['DateTime']['input']>
}

export type QueryCompareProfilesArgs = {
  keys: Array<MetricKey>
  profiles?: InputMaybe<Array<Scalars['String']['input']>>
  scope?: InputMaybe<ScopeInput>
  window: WindowInput
}

export type QueryContradictionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<ContradictedFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryCorrectionsArgs = {
  fact: Scalars['ID']['input']
  kind: CorrectedKind
}

export type QueryDeclarationProblemsArgs = {
  declarations: Array<DeclarationInput>
}

export type QueryDeclarationsArgs = {
  kinds?: InputMaybe<Array<DeclarationKind>>
  names?: InputMaybe<Array<Scalars['String']['input']>>
}

export type QueryDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<DeliveryFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryDeliveryArgs = {
  id: Scalars['ID']['input']
}

export type QueryDeploymentArgs = {
  id: Scalars['ID']['input']
}

export type QueryDeploymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<DeploymentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryFindingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  kinds?: InputMaybe<Array<FindingKind>>
  scope?: InputMaybe<ScopeInput>
  window?: InputMaybe<WindowInput>
}

export type QueryIncidentMergePreviewArgs = {
  minutes?: InputMaybe<Scalars['Float']['input']>
  service: Scalars['String']['input']
}

export type QueryIncidentPartsArgs = {
  id: Scalars['ID']['input']
}

export type QueryIncidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<IncidentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryIndicatorHistoryArgs = {
  from: Scalars['DateTime']['input']
  service: Scalars['String']['input']
  to: Scalars['DateTime']['input']
}

export type QueryMergePreviewArgs = {
  service: Scalars['String']['input']
  slackMinutes?: InputMaybe<Scalars['Float']['input']>
  sourceOfRecord?: InputMaybe<Scalars['String']['input']>
}

export type QueryMetricDefinitionsArgs = {
  options?: InputMaybe<MetricOptionsInput>
}

export type QueryMetricsArgs = {
  compare?: InputMaybe<Scalars['Boolean']['input']>
  groupBy?: InputMaybe<Array<Dimension>>
  interval?: InputMaybe<Interval>
  keys: Array<MetricKey>
  options?: InputMaybe<MetricOptionsInput>
  scope?: InputMaybe<ScopeInput>
  window: WindowInput
}

export type QueryOpenSloArgs = {
  services?: InputMaybe<Array<Scalars['String']['input']>>
}

export type QueryPreviewDigestArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>
  input: DigestPreviewInput
}

export type QueryPreviewMappingArgs = {
  input: PreviewMappingInput
}

export type QueryProfileDifferenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  key: MetricKey
  left: Scalars['String']['input']
  leftOptions?: InputMaybe<MetricOptionsInput>
  right: Scalars['String']['input']
  rightOptions?: InputMaybe<MetricOptionsInput>
  scope?: InputMaybe<ScopeInput>
  window: WindowInput
}

export type QueryQuickCheckArgs = {
  edition?: InputMaybe<Scalars['String']['input']>
  options?: InputMaybe<MetricOptionsInput>
  scope?: InputMaybe<ScopeInput>
  window: WindowInput
}

export type QueryRangeLookupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>
  state?: InputMaybe<RangeLookupState>
}

export type QueryReleaseArgs = {
  id: Scalars['ID']['input']
}

export type QueryReleasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<ReleaseFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryRemovalProblemsArgs = {
  declarations?: InputMaybe<Array<DeclarationInput>>
  removed: Array<DeclarationNameInput>
}

export type QuerySavedViewArgs = {
  id: Scalars['ID']['input']
}

export type QuerySavedViewsArgs = {
  page?: InputMaybe<Scalars['String']['input']>
}

export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<ServiceFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryShareLinksArgs = {
  view?: InputMaybe<Scalars['ID']['input']>
}

export type QuerySloArgs = {
  name: Scalars['ID']['input']
}

export type QuerySlosArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<SloFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QuerySuggestObjectiveArgs = {
  indicator: Scalars['String']['input']
  op?: InputMaybe<Comparison>
  service: Scalars['String']['input']
  value?: InputMaybe<Scalars['Float']['input']>
}

export type QueryTeamsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryTryIndicatorArgs = {
  input: IndicatorInput
}

export type QueryUndeclaredServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type QueryUnmatchedAttestationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** The score of dora.dev's quick check, from what was measured. */
export type QuickCheck = {
  __typename?: 'QuickCheck'
  edition: Scalars['String']['output']
  industryMean: Scalars['Float']['output']
  parts: Array<QuickCheckPart>
  /** 0 to 10: the mean of the parts that have a score; null where none has. */
  score?: Maybe<Scalars['Float']['output']>
  /** How many parts the score is the mean of. */
  scored: Scalars['Int']['output']
  source: BenchmarkSource
}

export type QuickCheckPart = {
  __typename?: 'QuickCheckPart'
  /** The answer of the survey that the value stands for. */
  answer?: Maybe<Scalars['String']['output']>
  /** 1, the worst, to 6; null for a percentage and without a value. */
  category?: Maybe<Scalars['Int']['output']>
  industryMean: Scalars['Float']['output']
  key: MetricKey
  n: Scalars['Int']['output']
  /** 0 to 10. */
  score?: Maybe<Scalars['Float']['output']>
  title: Scalars['String']['output']
  unit: Unit
  /** Rollouts per day, seconds, or a ratio. */
  value?: Maybe<Scalars['Float']['output']>
}

export type QuietHours = {
  __typename?: 'QuietHours'
  /** From 0 to 23, by the clocks of the zone. */
  fromHour: Scalars['Int']['output']
  timeZone: Scalars['String']['output']
  toHour: Scalars['Int']['output']
}

export type QuietHoursInput = {
  fromHour: Scalars['Int']['input']
  timeZone?: Scalars['String']['input']
  toHour: Scalars['Int']['input']
}

/** A range of commits that events did not tell, asked of the provider once. */
export type RangeLookup = {
  __typename?: 'RangeLookup'
  askedAt: Scalars['DateTime']['output']
  attempts: Scalars['Int']['output']
  /** When it is asked next. */
  availableAt: Scalars['DateTime']['output']
  baseCommit: Scalars['String']['output']
  /** How many commits it has. */
  commits?: Maybe<Scalars['Int']['output']>
  finishedAt?: Maybe<Scalars['DateTime']['output']>
  headCommit: Scalars['String']['output']
  id: Scalars['ID']['output']
  /** Why it waits or was given up: a sentence. */
  reason?: Maybe<Scalars['String']['output']>
  repository: Scalars['String']['output']
  service: Scalars['String']['output']
  state: RangeLookupState
}

export type RangeLookupState = 'DEAD' | 'DONE' | 'LEASED' | 'PENDING'

export type RebuildResult = {
  __typename?: 'RebuildResult'
  services: Scalars['Int']['output']
}

export type RecordDifference = {
  __typename?: 'RecordDifference'
  at: Scalars['DateTime']['output']
  environment: Scalars['String']['output']
  id: Scalars['String']['output']
  kind: Scalars['String']['output']
  /** Null where it is no record of the measure on this side. */
  left?: Maybe<EvidenceRecord>
  /** Why they differ, in words. */
  reason: Scalars['String']['output']
  releaseId?: Maybe<Scalars['String']['output']>
  right?: Maybe<EvidenceRecord>
  service: Scalars['String']['output']
  title: Scalars['String']['output']
}

export type RecordDifferenceEdge = {
  __typename?: 'RecordDifferenceEdge'
  cursor: Scalars['String']['output']
  node: RecordDifference
}

export type RecoveryClock = 'DEPLOYMENT_FINISH' | 'DETECTED' | 'EARLIEST' | 'INCIDENT_START'

export type RecoveryOptionsInput = {
  clock?: InputMaybe<RecoveryClock>
}

export type Release = {
  __typename?: 'Release'
  approvals: Array<Approval>
  artifacts: Array<Artifact>
  changes: ChangeConnection
  deployments: Array<Deployment>
  /** Environments it has reached. */
  environments: Array<Scalars['String']['output']>
  failed: Scalars['Boolean']['output']
  firstDeployedAt?: Maybe<Scalars['DateTime']['output']>
  /** `<service>@<version>` or the declared release. */
  id: Scalars['ID']['output']
  incidents: Array<Incident>
  latestDeployedAt?: Maybe<Scalars['DateTime']['output']>
  service: Scalars['String']['output']
  /** running, succeeded, failed, rolled_back, … of its latest production deployment. */
  status: Scalars['String']['output']
  /** Everything recorded about it, in time order. */
  timeline: Array<TimelineEntry>
  version?: Maybe<Scalars['String']['output']>
}

export type ReleaseChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type ReleaseConnection = {
  __typename?: 'ReleaseConnection'
  edges: Array<ReleaseEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ReleaseEdge = {
  __typename?: 'ReleaseEdge'
  cursor: Scalars['String']['output']
  node: Release
}

/** What became of one indicator after a rollout: the half hour before it against the half hour after. */
export type ReleaseEffect = {
  __typename?: 'ReleaseEffect'
  after: EffectSide
  before: EffectSide
  /** Share of bad events after, less the expected one. */
  change?: Maybe<Scalars['Float']['output']>
  /** How much more than chance bad events vary; 1 is chance. */
  dispersion: Scalars['Float']['output']
  /** Share of bad events that was to be expected after, by the season; null without events on both sides. */
  expectedBadRatio?: Maybe<Scalars['Float']['output']>
  indicator: Scalars['String']['output']
  /** Objectives that go by the indicator, and how many were met after it. */
  objectives: Scalars['Int']['output']
  objectivesMet: Scalars['Int']['output']
  /** Chance of at least so many bad events after, had nothing changed. */
  pValue?: Maybe<Scalars['Float']['output']>
  part: EffectPart
  /** The region or cohort; null for the whole. */
  partName?: Maybe<Scalars['String']['output']>
  regressed: Scalars['Boolean']['output']
  /** What bad events did at this time of the week, after by before. */
  seasonalRatio: Scalars['Float']['output']
  /** How many of the four weeks before told of the season. */
  seasonalWeeks: Scalars['Int']['output']
  /** False while the minutes after it run. */
  settled: Scalars['Boolean']['output']
  /** UCUM unit of values and quantiles. */
  unit: Scalars['String']['output']
}

export type ReleaseFilter = {
  environments?: InputMaybe<Array<Scalars['String']['input']>>
  failed?: InputMaybe<Scalars['Boolean']['input']>
  from?: InputMaybe<Scalars['DateTime']['input']>
  search?: InputMaybe<Scalars['String']['input']>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
  to?: InputMaybe<Scalars['DateTime']['input']>
}

export type RemovalProblem = {
  __typename?: 'RemovalProblem'
  kind: DeclarationKind
  /** What names it, and what to do. */
  message: Scalars['String']['output']
  name: Scalars['String']['output']
}

export type RequiredProvenance = {
  __typename?: 'RequiredProvenance'
  byTier: Array<TierProvenance>
  default: Array<Scalars['String']['output']>
}

export type RequiredProvenanceInput = {
  byTier?: InputMaybe<Array<TierProvenanceInput>>
  default: Array<Scalars['String']['input']>
}

export type Role = 'ADMIN' | 'APPROVER' | 'RESPONDER' | 'VIEWER'

export type RollbackBlames = 'FIRST_AFTER' | 'REPLACED'

export type RollbackOptionsInput = {
  blames?: InputMaybe<RollbackBlames>
}

export type SaveApiAccessInput = {
  /** Of a self-hosted provider, such as https://git.example.com/api/v4 */
  apiUrl?: InputMaybe<Scalars['String']['input']>
  integration: Scalars['String']['input']
  source: Scalars['String']['input']
  /** Needs to read repositories and pull requests, no more. */
  token: Scalars['String']['input']
}

export type SaveConnectionInput = {
  integration: Scalars['String']['input']
  /** Accept unsigned deliveries. Must be said. */
  open?: InputMaybe<Scalars['Boolean']['input']>
  secret?: InputMaybe<Scalars['String']['input']>
  /** Refused where the integration cannot read it or does not know a key; what was saved stays where it is left out. */
  settings?: InputMaybe<Scalars['JSON']['input']>
  source: Scalars['String']['input']
}

/** `secret` signs what is sent, and is shown this once; null where it stays as it was. */
export type SavedDigest = {
  __typename?: 'SavedDigest'
  digest: Digest
  secret?: Maybe<Scalars['String']['output']>
}

/** A page of the dashboard as someone has set it, under a name. */
export type SavedView = {
  __typename?: 'SavedView'
  createdAt: Scalars['DateTime']['output']
  description: Scalars['String']['output']
  id: Scalars['ID']['output']
  /** Whether its page opens with it for who asks. */
  isDefault: Scalars['Boolean']['output']
  /** Whether who asks may change, delete and share it. */
  mine: Scalars['Boolean']['output']
  name: Scalars['String']['output']
  owner: Scalars['String']['output']
  /** Its path in the dashboard. */
  page: Scalars['String']['output']
  /** The query of its address: window, scope, interval, grouping, options. A window such as `90d` moves with time, one with `from` and `to` stays. */
  state: Scalars['String']['output']
  updatedAt: Scalars['DateTime']['output']
  visibility: ViewVisibility
}

/** What is absent stays. */
export type SavedViewChangeInput = {
  description?: InputMaybe<Scalars['String']['input']>
  name?: InputMaybe<Scalars['String']['input']>
  page?: InputMaybe<Scalars['String']['input']>
  state?: InputMaybe<Scalars['String']['input']>
  visibility?: InputMaybe<ViewVisibility>
}

export type SavedViewInput = {
  description?: InputMaybe<Scalars['String']['input']>
  name: Scalars['String']['input']
  /** `/`, `/releases`, `/incidents` or `/service`. */
  page: Scalars['String']['input']
  state: Scalars['String']['input']
  visibility?: InputMaybe<ViewVisibility>
}

export type ScopeInput = {
  /** Environment names. Absent: the environments this workspace calls production. */
  environments?: InputMaybe<Array<Scalars['String']['input']>>
  regions?: InputMaybe<Array<Scalars['String']['input']>>
  services?: InputMaybe<Array<Scalars['String']['input']>>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
  triggers?: InputMaybe<Array<Trigger>>
}

export type Service = {
  __typename?: 'Service'
  /** Other names under which events speak of it. */
  aliases: Array<Scalars['String']['output']>
  /** False when it was only seen in events and nobody has declared it. */
  declared: Scalars['Boolean']['output']
  dependsOn: Array<Scalars['String']['output']>
  environments: Array<Scalars['String']['output']>
  id: Scalars['ID']['output']
  lastDeployment?: Maybe<Deployment>
  openIncidents: Scalars['Int']['output']
  owner?: Maybe<Scalars['String']['output']>
  repository?: Maybe<Scalars['String']['output']>
  runbookUrl?: Maybe<Scalars['String']['output']>
  slis: Array<Scalars['String']['output']>
  team?: Maybe<Scalars['String']['output']>
  tier?: Maybe<Scalars['String']['output']>
  title: Scalars['String']['output']
}

export type ServiceConnection = {
  __typename?: 'ServiceConnection'
  edges: Array<ServiceEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ServiceEdge = {
  __typename?: 'ServiceEdge'
  cursor: Scalars['String']['output']
  node: Service
}

export type ServiceFilter = {
  search?: InputMaybe<Scalars['String']['input']>
  teams?: InputMaybe<Array<Scalars['String']['input']>>
}

/** The whole of what is declared: what is left out is taken back. */
export type ServiceInput = {
  /** Other names under which events speak of it. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>
  dependsOn?: InputMaybe<Array<Scalars['String']['input']>>
  owner?: InputMaybe<Scalars['String']['input']>
  /** Globs inside the repository; none means all of it. */
  paths?: InputMaybe<Array<Scalars['String']['input']>>
  /** Any address of it. */
  repository?: InputMaybe<Scalars['String']['input']>
  runbookUrl?: InputMaybe<Scalars['String']['input']>
  slis?: InputMaybe<Array<Scalars['String']['input']>>
  /** The source whose deployments count where several report them. */
  sourceOfRecord?: InputMaybe<Scalars['String']['input']>
  team?: InputMaybe<Scalars['String']['input']>
  tier?: InputMaybe<Scalars['String']['input']>
  title?: InputMaybe<Scalars['String']['input']>
}

/** Shows the measures of one view to whoever holds it, without signing in. */
export type ShareLink = {
  __typename?: 'ShareLink'
  createdAt: Scalars['DateTime']['output']
  createdBy: Scalars['String']['output']
  expiresAt: Scalars['DateTime']['output']
  id: Scalars['ID']['output']
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>
  revokedAt?: Maybe<Scalars['DateTime']['output']>
  view: Scalars['ID']['output']
}

/** A service level objective over a rolling window, of production. */
export type Slo = {
  __typename?: 'Slo'
  /** What it is told of by, in place of the default burn rules; none for those. */
  alertPolicies: Array<AlertPolicy>
  /** Minutes that began before this time count, the one that goes on among them. */
  at: Scalars['DateTime']['output']
  budgetingMethod: BudgetingMethod
  /** Where each objective has an indicator of its own, they are judged together; null where each is judged by itself. */
  composite?: Maybe<Composite>
  description: Scalars['String']['output']
  displayName: Scalars['String']['output']
  from: Scalars['DateTime']['output']
  name: Scalars['ID']['output']
  objectives: Array<Objective>
  service: Scalars['String']['output']
  windowSeconds: Scalars['Int']['output']
}

export type SloBucket = {
  __typename?: 'SloBucket'
  from: Scalars['DateTime']['output']
  good: Scalars['Float']['output']
  total: Scalars['Float']['output']
}

export type SloConnection = {
  __typename?: 'SloConnection'
  edges: Array<SloEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type SloEdge = {
  __typename?: 'SloEdge'
  cursor: Scalars['String']['output']
  node: Slo
}

export type SloFilter = {
  services?: InputMaybe<Array<Scalars['String']['input']>>
}

/**
 * An SLO with one objective, of `indicator` and `target`, or a composite of `parts`. What is left out of names, description, method
 * and time slices stays as it is. One that has several objectives which are judged each by itself is refused, since they would be
 * lost; such are saved by `applyOpenSlo`.
 */
export type SloInput = {
  /** Left out, an objective that is there keeps its own. */
  alertPolicies?: InputMaybe<Array<Scalars['String']['input']>>
  /** OCCURRENCES to begin with. */
  budgetingMethod?: InputMaybe<BudgetingMethod>
  description?: InputMaybe<Scalars['String']['input']>
  displayName?: InputMaybe<Scalars['String']['input']>
  /** Null with `parts`; so are target, op and value. */
  indicator?: InputMaybe<Scalars['String']['input']>
  name: Scalars['ID']['input']
  /** Where the indicator is a value: what a good value is. */
  op?: InputMaybe<Comparison>
  /** At least two, which are judged together: the target is the weighted mean of theirs. All that are to be. */
  parts?: InputMaybe<Array<SloPartInput>>
  service: Scalars['String']['input']
  /** Share that must be good, above 0 and below 1. */
  target?: InputMaybe<Scalars['Float']['input']>
  timeSliceSeconds?: InputMaybe<Scalars['Int']['input']>
  /** Of each objective. */
  timeSliceTarget?: InputMaybe<Scalars['Float']['input']>
  value?: InputMaybe<Scalars['Float']['input']>
  windowDays?: InputMaybe<Scalars['Float']['input']>
}

/** One objective of a composite. */
export type SloPartInput = {
  indicator: Scalars['String']['input']
  /** Where the indicator is a value: what a good value is. */
  op?: InputMaybe<Comparison>
  /** Share that must be good, above 0 and below 1. */
  target: Scalars['Float']['input']
  value?: InputMaybe<Scalars['Float']['input']>
  /** How much it counts beside the others; above 0. */
  weight?: Scalars['Float']['input']
}

export type Stage = {
  __typename?: 'Stage'
  at: Scalars['DateTime']['output']
  index?: Maybe<Scalars['Int']['output']>
  name: Scalars['String']['output']
  status?: Maybe<Scalars['String']['output']>
  trafficPercent?: Maybe<Scalars['Float']['output']>
}

export type StatDefinition = {
  __typename?: 'StatDefinition'
  name: Scalars['String']['output']
  title: Scalars['String']['output']
  unit: Unit
}

export type SuggestedThreshold = {
  __typename?: 'SuggestedThreshold'
  share: Scalars['Float']['output']
  value: Scalars['Float']['output']
}

export type Target = {
  __typename?: 'Target'
  high?: Maybe<Scalars['Float']['output']>
  label: Scalars['String']['output']
  low?: Maybe<Scalars['Float']['output']>
}

export type Team = {
  __typename?: 'Team'
  /** False when it is only named by services. */
  declared: Scalars['Boolean']['output']
  id: Scalars['ID']['output']
  /** Logins. */
  members: Array<Scalars['String']['output']>
  services: Array<Service>
  title: Scalars['String']['output']
}

export type TeamConnection = {
  __typename?: 'TeamConnection'
  edges: Array<TeamEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type TeamEdge = {
  __typename?: 'TeamEdge'
  cursor: Scalars['String']['output']
  node: Team
}

export type TeamInput = {
  members?: InputMaybe<Array<Scalars['String']['input']>>
  title?: InputMaybe<Scalars['String']['input']>
}

export type TelemetryRefusal = {
  __typename?: 'TelemetryRefusal'
  count: Scalars['Float']['output']
  /** One of the last points that were refused so; empty where none could be read. */
  example: Scalars['String']['output']
  lastAt: Scalars['DateTime']['output']
  reason: Scalars['String']['output']
}

/** A series that was sent in the last days. */
export type TelemetrySeries = {
  __typename?: 'TelemetrySeries'
  labels: Array<LabelValue>
  lastAt: Scalars['DateTime']['output']
  metric: Scalars['String']['output']
  source: Scalars['String']['output']
}

/** Telemetry of one source, which is a token, since this process started. */
export type TelemetrySource = {
  __typename?: 'TelemetrySource'
  /** When it last sent. */
  lastAt: Scalars['DateTime']['output']
  /** The time of the latest reading that an indicator took; null where none did. */
  lastReadingAt?: Maybe<Scalars['DateTime']['output']>
  /** Points that came, those that were refused among them. */
  points: Scalars['Float']['output']
  /** The last fifty reasons, the latest first. */
  refusals: Array<TelemetryRefusal>
  /** Points that were refused; a body that was refused whole counts as one. */
  refused: Scalars['Float']['output']
  /** Those that indicators asked for in this hour. */
  series: Scalars['Int']['output']
  source: Scalars['String']['output']
  /** Readings that indicators took of them. */
  stored: Scalars['Float']['output']
}

export type TierProvenance = {
  __typename?: 'TierProvenance'
  fields: Array<Scalars['String']['output']>
  tier: Scalars['String']['output']
}

export type TierProvenanceInput = {
  fields: Array<Scalars['String']['input']>
  tier: Scalars['String']['input']
}

export type TimelineEntry = {
  __typename?: 'TimelineEntry'
  at: Scalars['DateTime']['output']
  detail?: Maybe<Scalars['String']['output']>
  environment?: Maybe<Scalars['String']['output']>
  eventId: Scalars['String']['output']
  source: Scalars['String']['output']
  title: Scalars['String']['output']
  /** The event type, for example deployment.finished. */
  type: Scalars['String']['output']
  url?: Maybe<Scalars['String']['output']>
}

export type Token = {
  __typename?: 'Token'
  createdAt: Scalars['DateTime']['output']
  expiresAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>
  name: Scalars['String']['output']
  revokedAt?: Maybe<Scalars['DateTime']['output']>
  scopes: Array<TokenScope>
  teams?: Maybe<Array<Scalars['String']['output']>>
}

export type TokenScope = 'ADMIN' | 'APPROVE' | 'GATE' | 'INGEST' | 'READ'

export type Trigger = 'AUTOMATIC' | 'HUMAN' | 'SCHEDULE' | 'UNKNOWN'

/** A signer of Sigstore bundles: the issuer word for word, and an expression that the whole identity must match. */
export type TrustedIdentity = {
  __typename?: 'TrustedIdentity'
  identity: Scalars['String']['output']
  issuer: Scalars['String']['output']
  repositories?: Maybe<Array<Scalars['String']['output']>>
}

export type TrustedIdentityInput = {
  identity: Scalars['String']['input']
  issuer: Scalars['String']['input']
  repositories?: InputMaybe<Array<Scalars['String']['input']>>
}

export type TrustedKey = {
  __typename?: 'TrustedKey'
  id: Scalars['String']['output']
  pem: Scalars['String']['output']
  repositories?: Maybe<Array<Scalars['String']['output']>>
}

export type TrustedKeyInput = {
  id: Scalars['String']['input']
  pem: Scalars['String']['input']
  repositories?: InputMaybe<Array<Scalars['String']['input']>>
}

/** A source whose own verdicts are believed, and the tokens that alone may send under it. */
export type TrustedSource = {
  __typename?: 'TrustedSource'
  senders: Array<Scalars['String']['output']>
  source: Scalars['String']['output']
}

export type TrustedSourceInput = {
  senders: Array<Scalars['String']['input']>
  source: Scalars['String']['input']
}

/** A service that events name and nobody has declared. */
export type UndeclaredService = {
  __typename?: 'UndeclaredService'
  environments: Array<Scalars['String']['output']>
  firstEventAt: Scalars['DateTime']['output']
  id: Scalars['ID']['output']
  lastEventAt: Scalars['DateTime']['output']
  /** The team of most declared services of its repository, else of repositories beside it. */
  likelyTeam?: Maybe<Scalars['String']['output']>
  repository?: Maybe<Scalars['String']['output']>
}

export type UndeclaredServiceConnection = {
  __typename?: 'UndeclaredServiceConnection'
  edges: Array<UndeclaredServiceEdge>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type UndeclaredServiceEdge = {
  __typename?: 'UndeclaredServiceEdge'
  cursor: Scalars['String']['output']
  node: UndeclaredService
}

export type Unit = 'COUNT' | 'RATIO' | 'SECONDS'

export type ViewVisibility = 'PRIVATE' | 'WORKSPACE'

export type Viewer = {
  __typename?: 'Viewer'
  demo: Scalars['Boolean']['output']
  /** Null when reading without having signed in, as the demo allows on the loopback address. */
  login?: Maybe<Scalars['String']['output']>
  role?: Maybe<Role>
  scopes: Array<TokenScope>
  version: Scalars['String']['output']
}

export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY'

/** How many times as fast as allowed the budget was spent in a window that ends now. */
export type WindowBurn = {
  __typename?: 'WindowBurn'
  burn?: Maybe<Scalars['Float']['output']>
  good: Scalars['Float']['output']
  seconds: Scalars['Int']['output']
  total: Scalars['Float']['output']
}

/** `from` is inclusive, `to` exclusive. */
export type WindowInput = {
  from: Scalars['DateTime']['input']
  timeZone?: InputMaybe<Scalars['String']['input']>
  to: Scalars['DateTime']['input']
  /** Absent: the workspace's own. */
  weekStart?: InputMaybe<Weekday>
}

/** The rules of the workspace. */
export type Workspace = {
  __typename?: 'Workspace'
  /** An approval that waits for longer is told of. */
  alertApprovalHours: Scalars['Float']['output']
  /** An objective that burns faster than this many times the allowed speed while its service is rolled out is told of. */
  alertGuardFactor: Scalars['Float']['output']
  /** An indicator that had data and has none for this long is told of. */
  alertSilentMinutes: Scalars['Float']['output']
  /** How long a stage of a rollout may take where its service has finished too few before. */
  alertStageMinutes: Scalars['Float']['output']
  /** For how long after a deployment an incident may be laid at it for being recent. */
  attributionWindowHours: Scalars['Float']['output']
  /** The calendar whose hours are business hours; null for Monday to Friday, nine to five. */
  calendar?: Maybe<Scalars['String']['output']>
  hotfix: HotfixRule
  /** Whose commits are no changes, such as bots; * stands for anything. */
  ignoredAuthors: Array<Scalars['String']['output']>
  /** How soon after another that is open an incident that a second source reports of the same services and environment is the same; 0 joins none. */
  incidentMergeMinutes: Scalars['Float']['output']
  /** How far apart reports of one rollout by several sources may lie. */
  mergeSlackMinutes: Scalars['Float']['output']
  /** Single options over that profile. A query or a view that names a profile leaves them aside. */
  options: Array<MetricOption>
  ownership: Ownership
  /** Words between separators, or globs of the whole name, for environments that are not declared. */
  productionPatterns: Array<Scalars['String']['output']>
  /** The profile of the measures where none is chosen. */
  profile: Scalars['String']['output']
  /** Whether anyone may see badges, which show single numbers. */
  publicBadges: Scalars['Boolean']['output']
  requiredProvenance: RequiredProvenance
  /** Targets that are not the measures' own. */
  targets: Array<MeasureTarget>
  timeZone: Scalars['String']['output']
  weekStart: Weekday
}

/** What is left out stays as it is. */
export type WorkspaceInput = {
  alertApprovalHours?: InputMaybe<Scalars['Float']['input']>
  alertGuardFactor?: InputMaybe<Scalars['Float']['input']>
  alertSilentMinutes?: InputMaybe<Scalars['Float']['input']>
  alertStageMinutes?: InputMaybe<Scalars['Float']['input']>
  attributionWindowHours?: InputMaybe<Scalars['Float']['input']>
  /** Null goes back to Monday to Friday, nine to five. */
  calendar?: InputMaybe<Scalars['String']['input']>
  hotfix?: InputMaybe<HotfixRuleInput>
  ignoredAuthors?: InputMaybe<Array<Scalars['String']['input']>>
  incidentMergeMinutes?: InputMaybe<Scalars['Float']['input']>
  mergeSlackMinutes?: InputMaybe<Scalars['Float']['input']>
  /**
   * All the single options over the profile; those left out are as it says. Without `profile`, `ownership` and the attribution
   * window, which are rules of their own.
   */
  options?: InputMaybe<MetricOptionsInput>
  ownership?: InputMaybe<Ownership>
  productionPatterns?: InputMaybe<Array<Scalars['String']['input']>>
  profile?: InputMaybe<Scalars['String']['input']>
  publicBadges?: InputMaybe<Scalars['Boolean']['input']>
  requiredProvenance?: InputMaybe<RequiredProvenanceInput>
  /** All the targets that are not the measures' own; those left out are as the measure says. */
  targets?: InputMaybe<Array<MeasureTargetInput>>
  timeZone?: InputMaybe<Scalars['String']['input']>
  weekStart?: InputMaybe<Weekday>
}

export type ResolverTypeWrapper<T> = Promise<T> | T

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>
}
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ResolverFn<TResult, TParent, TContext, TArgs>
  | ResolverWithResolve<TResult, TParent, TContext, TArgs>

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>) | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo,
) => Maybe<TTypes> | Promise<Maybe<TTypes>>

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>

export type NextResolverFn<T> = () => Promise<T>

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = (next: NextResolverFn<TResult>, parent: TParent, args: TArgs, context: TContext, info: GraphQLResolveInfo) => TResult | Promise<TResult>

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Aggregate: Aggregate
  Alert: ResolverTypeWrapper<Alert>
  AlertConnection: ResolverTypeWrapper<AlertConnection>
  AlertEdge: ResolverTypeWrapper<AlertEdge>
  AlertFilter: AlertFilter
  AlertFiring: ResolverTypeWrapper<AlertFiring>
  AlertMessage: ResolverTypeWrapper<AlertMessage>
  AlertMessageDecision: ResolverTypeWrapper<AlertMessageDecision>
  AlertMessageState: AlertMessageState
  AlertPolicy: ResolverTypeWrapper<AlertPolicy>
  AlertPreview: ResolverTypeWrapper<AlertPreview>
  AlertRoute: ResolverTypeWrapper<AlertRoute>
  AlertRouteField: ResolverTypeWrapper<AlertRouteField>
  AlertRouteInput: AlertRouteInput
  AlertRouteKind: ResolverTypeWrapper<AlertRouteKind>
  AlertRouteTest: ResolverTypeWrapper<AlertRouteTest>
  AlertRouteValue: ResolverTypeWrapper<AlertRouteValue>
  AlertRouteValueInput: AlertRouteValueInput
  AlertRule: ResolverTypeWrapper<AlertRule>
  AlertSeverity: AlertSeverity
  AlertState: AlertState
  AlertTarget: ResolverTypeWrapper<AlertTarget>
  ApiAccess: ResolverTypeWrapper<ApiAccess>
  Approval: ResolverTypeWrapper<Approval>
  ApprovalClock: ApprovalClock
  ApprovalConnection: ResolverTypeWrapper<ApprovalConnection>
  ApprovalEdge: ResolverTypeWrapper<ApprovalEdge>
  ApprovalOptionsInput: ApprovalOptionsInput
  ApproverGroup: ResolverTypeWrapper<ApproverGroup>
  ApproverGroupInput: ApproverGroupInput
  Artifact: ResolverTypeWrapper<Artifact>
  Attestation: ResolverTypeWrapper<Attestation>
  AttestationConnection: ResolverTypeWrapper<AttestationConnection>
  AttestationEdge: ResolverTypeWrapper<AttestationEdge>
  AttestationFilter: AttestationFilter
  AttestationKind: AttestationKind
  AttestationStatus: AttestationStatus
  AttestationTrust: ResolverTypeWrapper<AttestationTrust>
  AttestationTrustInput: AttestationTrustInput
  AttestedOrigin: ResolverTypeWrapper<AttestedOrigin>
  Attribution: ResolverTypeWrapper<Attribution>
  AttributionMatch: AttributionMatch
  AttributionMethod: AttributionMethod
  AttributionOptionsInput: AttributionOptionsInput
  AuditConnection: ResolverTypeWrapper<AuditConnection>
  AuditEdge: ResolverTypeWrapper<AuditEdge>
  AuditEntry: ResolverTypeWrapper<AuditEntry>
  AuditVerification: ResolverTypeWrapper<AuditVerification>
  BenchmarkBand: ResolverTypeWrapper<BenchmarkBand>
  BenchmarkCluster: ResolverTypeWrapper<BenchmarkCluster>
  BenchmarkEdition: ResolverTypeWrapper<BenchmarkEdition>
  BenchmarkSource: ResolverTypeWrapper<BenchmarkSource>
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>
  BudgetingMethod: BudgetingMethod
  BurnFiring: ResolverTypeWrapper<BurnFiring>
  BurnPreview: ResolverTypeWrapper<BurnPreview>
  BurnRule: ResolverTypeWrapper<BurnRule>
  BurnRuleInput: BurnRuleInput
  BusinessCalendar: ResolverTypeWrapper<BusinessCalendar>
  BusinessCalendarInput: BusinessCalendarInput
  CalendarOptionsInput: CalendarOptionsInput
  Change: ResolverTypeWrapper<Change>
  ChangeConnection: ResolverTypeWrapper<ChangeConnection>
  ChangeEdge: ResolverTypeWrapper<ChangeEdge>
  Comparison: Comparison
  Composite: ResolverTypeWrapper<Composite>
  Connection: ResolverTypeWrapper<Connection>
  Contradicted: ResolverTypeWrapper<Contradicted>
  ContradictedConnection: ResolverTypeWrapper<ContradictedConnection>
  ContradictedEdge: ResolverTypeWrapper<ContradictedEdge>
  ContradictedFilter: ContradictedFilter
  ContradictedKind: ContradictedKind
  Contradiction: ResolverTypeWrapper<Contradiction>
  CorrectedKind: CorrectedKind
  Correction: ResolverTypeWrapper<Correction>
  CorrectionInput: CorrectionInput
  CreatedShareLink: ResolverTypeWrapper<CreatedShareLink>
  CreatedToken: ResolverTypeWrapper<CreatedToken>
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>
  Declaration: ResolverTypeWrapper<Declaration>
  DeclarationInput: DeclarationInput
  DeclarationKind: DeclarationKind
  DeclarationNameInput: DeclarationNameInput
  DeclarationProblem: ResolverTypeWrapper<DeclarationProblem>
  DeclarationResult: ResolverTypeWrapper<DeclarationResult>
  Delivery: ResolverTypeWrapper<Delivery>
  DeliveryConnection: ResolverTypeWrapper<DeliveryConnection>
  DeliveryEdge: ResolverTypeWrapper<DeliveryEdge>
  DeliveryEvent: ResolverTypeWrapper<DeliveryEvent>
  DeliveryFilter: DeliveryFilter
  DeliveryState: DeliveryState
  Deployment: ResolverTypeWrapper<Deployment>
  DeploymentConnection: ResolverTypeWrapper<DeploymentConnection>
  DeploymentEdge: ResolverTypeWrapper<DeploymentEdge>
  DeploymentFilter: DeploymentFilter
  DeploymentPart: ResolverTypeWrapper<DeploymentPart>
  Digest: ResolverTypeWrapper<Digest>
  DigestDelivery: ResolverTypeWrapper<DigestDelivery>
  DigestDeliveryState: DigestDeliveryState
  DigestInput: DigestInput
  DigestPreview: ResolverTypeWrapper<DigestPreview>
  DigestPreviewInput: DigestPreviewInput
  Dimension: Dimension
  DimensionValue: ResolverTypeWrapper<DimensionValue>
  Direction: Direction
  DistributionBar: ResolverTypeWrapper<DistributionBar>
  EffectPart: EffectPart
  EffectSide: ResolverTypeWrapper<EffectSide>
  EmptyPeriods: EmptyPeriods
  Environment: ResolverTypeWrapper<Environment>
  EvidenceColumn: ResolverTypeWrapper<EvidenceColumn>
  EvidenceConnection: ResolverTypeWrapper<EvidenceConnection>
  EvidenceEdge: ResolverTypeWrapper<EvidenceEdge>
  EvidenceField: ResolverTypeWrapper<EvidenceField>
  EvidenceRecord: ResolverTypeWrapper<EvidenceRecord>
  EvidenceState: EvidenceState
  Exclusion: ResolverTypeWrapper<Exclusion>
  ExclusionDefinition: ResolverTypeWrapper<ExclusionDefinition>
  FailureDenominator: FailureDenominator
  FailureOptionsInput: FailureOptionsInput
  FailureSignal: FailureSignal
  Finding: ResolverTypeWrapper<Finding>
  FindingConnection: ResolverTypeWrapper<FindingConnection>
  FindingEdge: ResolverTypeWrapper<FindingEdge>
  FindingEvidence: ResolverTypeWrapper<FindingEvidence>
  FindingKind: FindingKind
  FindingRule: ResolverTypeWrapper<FindingRule>
  FirstDeployment: FirstDeployment
  Float: ResolverTypeWrapper<Scalars['Float']['output']>
  HotfixRule: ResolverTypeWrapper<HotfixRule>
  HotfixRuleInput: HotfixRuleInput
  ID: ResolverTypeWrapper<Scalars['ID']['output']>
  Incident: ResolverTypeWrapper<Incident>
  IncidentConnection: ResolverTypeWrapper<IncidentConnection>
  IncidentEdge: ResolverTypeWrapper<IncidentEdge>
  IncidentFilter: IncidentFilter
  IncidentMergePreview: ResolverTypeWrapper<IncidentMergePreview>
  IncidentPart: ResolverTypeWrapper<IncidentPart>
  Indicator: ResolverTypeWrapper<Indicator>
  IndicatorHistory: ResolverTypeWrapper<IndicatorHistory>
  IndicatorInput: IndicatorInput
  IndicatorKind: IndicatorKind
  IndicatorLabels: ResolverTypeWrapper<IndicatorLabels>
  IndicatorLabelsInput: IndicatorLabelsInput
  IndicatorPoint: ResolverTypeWrapper<IndicatorPoint>
  IndicatorTrial: ResolverTypeWrapper<IndicatorTrial>
  IndicatorTrialSeries: ResolverTypeWrapper<IndicatorTrialSeries>
  Int: ResolverTypeWrapper<Scalars['Int']['output']>
  IntegrationInfo: ResolverTypeWrapper<IntegrationInfo>
  Interval: Interval
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>
  JoinedIncident: ResolverTypeWrapper<JoinedIncident>
  JoinedIncidentReport: ResolverTypeWrapper<JoinedIncidentReport>
  JoinedRollout: ResolverTypeWrapper<JoinedRollout>
  KnownAnswer: ResolverTypeWrapper<KnownAnswer>
  LabelMatcher: ResolverTypeWrapper<LabelMatcher>
  LabelMatcherInput: LabelMatcherInput
  LabelValue: ResolverTypeWrapper<LabelValue>
  LeadTimeClock: LeadTimeClock
  LeadTimeOptionsInput: LeadTimeOptionsInput
  LeadTimeUnit: LeadTimeUnit
  Level: ResolverTypeWrapper<Level>
  MappedIntegration: ResolverTypeWrapper<MappedIntegration>
  MappingPreview: ResolverTypeWrapper<MappingPreview>
  MappingProblem: ResolverTypeWrapper<MappingProblem>
  MappingRuleOutcome: ResolverTypeWrapper<MappingRuleOutcome>
  MatcherOp: MatcherOp
  MeasureTarget: ResolverTypeWrapper<MeasureTarget>
  MeasureTargetInput: MeasureTargetInput
  MergePreview: ResolverTypeWrapper<MergePreview>
  MetricBucket: ResolverTypeWrapper<MetricBucket>
  MetricDefinition: ResolverTypeWrapper<MetricDefinition>
  MetricGroup: ResolverTypeWrapper<MetricGroup>
  MetricKey: MetricKey
  MetricOption: ResolverTypeWrapper<MetricOption>
  MetricOptionsInput: MetricOptionsInput
  MetricProfile: ResolverTypeWrapper<MetricProfile>
  MetricResult: ResolverTypeWrapper<MetricResult>
  MetricSelector: ResolverTypeWrapper<MetricSelector>
  MetricSelectorInput: MetricSelectorInput
  MetricValue: ResolverTypeWrapper<MetricValue>
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>
  NamedValue: ResolverTypeWrapper<NamedValue>
  Objective: ResolverTypeWrapper<Objective>
  ObjectiveSuggestion: ResolverTypeWrapper<ObjectiveSuggestion>
  OpenSloKind: OpenSloKind
  OpenSloOutcome: ResolverTypeWrapper<OpenSloOutcome>
  OpenSloProblem: ResolverTypeWrapper<OpenSloProblem>
  OptionDifference: ResolverTypeWrapper<OptionDifference>
  Ownership: Ownership
  PageInfo: ResolverTypeWrapper<PageInfo>
  Person: ResolverTypeWrapper<Person>
  PipelineStatus: ResolverTypeWrapper<PipelineStatus>
  PredicateKind: ResolverTypeWrapper<PredicateKind>
  PredicateKindInput: PredicateKindInput
  PreviewMappingInput: PreviewMappingInput
  ProductionEnvironments: ProductionEnvironments
  ProfileComparison: ResolverTypeWrapper<ProfileComparison>
  ProfileDifference: ResolverTypeWrapper<ProfileDifference>
  ProfileSource: ResolverTypeWrapper<ProfileSource>
  ProfileValue: ResolverTypeWrapper<ProfileValue>
  Promotion: ResolverTypeWrapper<Promotion>
  ProvenanceField: ResolverTypeWrapper<ProvenanceField>
  ProvenanceOptionsInput: ProvenanceOptionsInput
  ProvenanceState: ProvenanceState
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>
  QuickCheck: ResolverTypeWrapper<QuickCheck>
  QuickCheckPart: ResolverTypeWrapper<QuickCheckPart>
  QuietHours: ResolverTypeWrapper<QuietHours>
  QuietHoursInput: QuietHoursInput
  RangeLookup: ResolverTypeWrapper<RangeLookup>
  RangeLookupState: RangeLookupState
  RebuildResult: ResolverTypeWrapper<RebuildResult>
  RecordDifference: ResolverTypeWrapper<RecordDifference>
  RecordDifferenceEdge: ResolverTypeWrapper<RecordDifferenceEdge>
  RecoveryClock: RecoveryClock
  RecoveryOptionsInput: RecoveryOptionsInput
  Release: ResolverTypeWrapper<Release>
  ReleaseConnection: ResolverTypeWrapper<ReleaseConnection>
  ReleaseEdge: ResolverTypeWrapper<ReleaseEdge>
  ReleaseEffect: ResolverTypeWrapper<ReleaseEffect>
  ReleaseFilter: ReleaseFilter
  RemovalProblem: ResolverTypeWrapper<RemovalProblem>
  RequiredProvenance: ResolverTypeWrapper<RequiredProvenance>
  RequiredProvenanceInput: RequiredProvenanceInput
  Role: Role
  RollbackBlames: RollbackBlames
  RollbackOptionsInput: RollbackOptionsInput
  SaveApiAccessInput: SaveApiAccessInput
  SaveConnectionInput: SaveConnectionInput
  SavedDigest: ResolverTypeWrapper<SavedDigest>
  SavedView: ResolverTypeWrapper<SavedView>
  SavedViewChangeInput: SavedViewChangeInput
  SavedViewInput: SavedViewInput
  ScopeInput: ScopeInput
  Service: ResolverTypeWrapper<Service>
  ServiceConnection: ResolverTypeWrapper<ServiceConnection>
  ServiceEdge: ResolverTypeWrapper<ServiceEdge>
  ServiceFilter: ServiceFilter
  ServiceInput: ServiceInput
  ShareLink: ResolverTypeWrapper<ShareLink>
  Slo: ResolverTypeWrapper<Slo>
  SloBucket: ResolverTypeWrapper<SloBucket>
  SloConnection: ResolverTypeWrapper<SloConnection>
  SloEdge: ResolverTypeWrapper<SloEdge>
  SloFilter: SloFilter
  SloInput: SloInput
  SloPartInput: SloPartInput
  Stage: ResolverTypeWrapper<Stage>
  StatDefinition: ResolverTypeWrapper<StatDefinition>
  String: ResolverTypeWrapper<Scalars['String']['output']>
  SuggestedThreshold: ResolverTypeWrapper<SuggestedThreshold>
  Target: ResolverTypeWrapper<Target>
  Team: ResolverTypeWrapper<Team>
  TeamConnection: ResolverTypeWrapper<TeamConnection>
  TeamEdge: ResolverTypeWrapper<TeamEdge>
  TeamInput: TeamInput
  TelemetryRefusal: ResolverTypeWrapper<TelemetryRefusal>
  TelemetrySeries: ResolverTypeWrapper<TelemetrySeries>
  TelemetrySource: ResolverTypeWrapper<TelemetrySource>
  TierProvenance: ResolverTypeWrapper<TierProvenance>
  TierProvenanceInput: TierProvenanceInput
  TimelineEntry: ResolverTypeWrapper<TimelineEntry>
  Token: ResolverTypeWrapper<Token>
  TokenScope: TokenScope
  Trigger: Trigger
  TrustedIdentity: ResolverTypeWrapper<TrustedIdentity>
  TrustedIdentityInput: TrustedIdentityInput
  TrustedKey: ResolverTypeWrapper<TrustedKey>
  TrustedKeyInput: TrustedKeyInput
  TrustedSource: ResolverTypeWrapper<TrustedSource>
  TrustedSourceInput: TrustedSourceInput
  UndeclaredService: ResolverTypeWrapper<UndeclaredService>
  UndeclaredServiceConnection: ResolverTypeWrapper<UndeclaredServiceConnection>
  UndeclaredServiceEdge: ResolverTypeWrapper<UndeclaredServiceEdge>
  Unit: Unit
  ViewVisibility: ViewVisibility
  Viewer: ResolverTypeWrapper<Viewer>
  Weekday: Weekday
  WindowBurn: ResolverTypeWrapper<WindowBurn>
  WindowInput: WindowInput
  Workspace: ResolverTypeWrapper<Workspace>
  WorkspaceInput: WorkspaceInput
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Alert: Alert
  AlertConnection: AlertConnection
  AlertEdge: AlertEdge
  AlertFilter: AlertFilter
  AlertFiring: AlertFiring
  AlertMessage: AlertMessage
  AlertMessageDecision: AlertMessageDecision
  AlertPolicy: AlertPolicy
  AlertPreview: AlertPreview
  AlertRoute: AlertRoute
  AlertRouteField: AlertRouteField
  AlertRouteInput: AlertRouteInput
  AlertRouteKind: AlertRouteKind
  AlertRouteTest: AlertRouteTest
  AlertRouteValue: AlertRouteValue
  AlertRouteValueInput: AlertRouteValueInput
  AlertRule: AlertRule
  AlertTarget: AlertTarget
  ApiAccess: ApiAccess
  Approval: Approval
  ApprovalConnection: ApprovalConnection
  ApprovalEdge: ApprovalEdge
  ApprovalOptionsInput: ApprovalOptionsInput
  ApproverGroup: ApproverGroup
  ApproverGroupInput: ApproverGroupInput
  Artifact: Artifact
  Attestation: Attestation
  AttestationConnection: AttestationConnection
  AttestationEdge: AttestationEdge
  AttestationFilter: AttestationFilter
  AttestationTrust: AttestationTrust
  AttestationTrustInput: AttestationTrustInput
  AttestedOrigin: AttestedOrigin
  Attribution: Attribution
  AttributionOptionsInput: AttributionOptionsInput
  AuditConnection: AuditConnection
  AuditEdge: AuditEdge
  AuditEntry: AuditEntry
  AuditVerification: AuditVerification
  BenchmarkBand: BenchmarkBand
  BenchmarkCluster: BenchmarkCluster
  BenchmarkEdition: BenchmarkEdition
  BenchmarkSource: BenchmarkSource
  Boolean: Scalars['Boolean']['output']
  BurnFiring: BurnFiring
  BurnPreview: BurnPreview
  BurnRule: BurnRule
  BurnRuleInput: BurnRuleInput
  BusinessCalendar: BusinessCalendar
  BusinessCalendarInput: BusinessCalendarInput
  CalendarOptionsInput: CalendarOptionsInput
  Change: Change
  ChangeConnection: ChangeConnection
  ChangeEdge: ChangeEdge
  Composite: Composite
  Connection: Connection
  Contradicted: Contradicted
  ContradictedConnection: ContradictedConnection
  ContradictedEdge: ContradictedEdge
  ContradictedFilter: ContradictedFilter
  Contradiction: Contradiction
  Correction: Correction
  CorrectionInput: CorrectionInput
  CreatedShareLink: CreatedShareLink
  CreatedToken: CreatedToken
  DateTime: Scalars['DateTime']['output']
  Declaration: Declaration
  DeclarationInput: DeclarationInput
  DeclarationNameInput: DeclarationNameInput
  DeclarationProblem: DeclarationProblem
  DeclarationResult: DeclarationResult
  Delivery: Delivery
  DeliveryConnection: DeliveryConnection
  DeliveryEdge: DeliveryEdge
  DeliveryEvent: DeliveryEvent
  DeliveryFilter: DeliveryFilter
  Deployment: Deployment
  DeploymentConnection: DeploymentConnection
  DeploymentEdge: DeploymentEdge
  DeploymentFilter: DeploymentFilter
  DeploymentPart: DeploymentPart
  Digest: Digest
  DigestDelivery: DigestDelivery
  DigestInput: DigestInput
  DigestPreview: DigestPreview
  DigestPreviewInput: DigestPreviewInput
  DimensionValue: DimensionValue
  DistributionBar: DistributionBar
  EffectSide: EffectSide
  Environment: Environment
  EvidenceColumn: EvidenceColumn
  EvidenceConnection: EvidenceConnection
  EvidenceEdge: EvidenceEdge
  EvidenceField: EvidenceField
  EvidenceRecord: EvidenceRecord
  Exclusion: Exclusion
  ExclusionDefinition: ExclusionDefinition
  FailureOptionsInput: FailureOptionsInput
  Finding: Finding
  FindingConnection: FindingConnection
  FindingEdge: FindingEdge
  FindingEvidence: FindingEvidence
  FindingRule: FindingRule
  Float: Scalars['Float']['output']
  HotfixRule: HotfixRule
  HotfixRuleInput: HotfixRuleInput
  ID: Scalars['ID']['output']
  Incident: Incident
  IncidentConnection: IncidentConnection
  IncidentEdge: IncidentEdge
  IncidentFilter: IncidentFilter
  IncidentMergePreview: IncidentMergePreview
  IncidentPart: IncidentPart
  Indicator: Indicator
  IndicatorHistory: IndicatorHistory
  IndicatorInput: IndicatorInput
  IndicatorLabels: IndicatorLabels
  IndicatorLabelsInput: IndicatorLabelsInput
  IndicatorPoint: IndicatorPoint
  IndicatorTrial: IndicatorTrial
  IndicatorTrialSeries: IndicatorTrialSeries
  Int: Scalars['Int']['output']
  IntegrationInfo: IntegrationInfo
  JSON: Scalars['JSON']['output']
  JoinedIncident: JoinedIncident
  JoinedIncidentReport: JoinedIncidentReport
  JoinedRollout: JoinedRollout
  KnownAnswer: KnownAnswer
  LabelMatcher: LabelMatcher
  LabelMatcherInput: LabelMatcherInput
  LabelValue: LabelValue
  LeadTimeOptionsInput: LeadTimeOptionsInput
  Level: Level
  MappedIntegration: MappedIntegration
  MappingPreview: MappingPreview
  MappingProblem: MappingProblem
  MappingRuleOutcome: MappingRuleOutcome
  MeasureTarget: MeasureTarget
  MeasureTargetInput: MeasureTargetInput
  MergePreview: MergePreview
  MetricBucket: MetricBucket
  MetricDefinition: MetricDefinition
  MetricGroup: MetricGroup
  MetricOption: MetricOption
  MetricOptionsInput: MetricOptionsInput
  MetricProfile: MetricProfile
  MetricResult: MetricResult
  MetricSelector: MetricSelector
  MetricSelectorInput: MetricSelectorInput
  MetricValue: MetricValue
  Mutation: Record<PropertyKey, never>
  NamedValue: NamedValue
  Objective: Objective
  ObjectiveSuggestion: ObjectiveSuggestion
  OpenSloOutcome: OpenSloOutcome
  OpenSloProblem: OpenSloProblem
  OptionDifference: OptionDifference
  PageInfo: PageInfo
  Person: Person
  PipelineStatus: PipelineStatus
  PredicateKind: PredicateKind
  PredicateKindInput: PredicateKindInput
  PreviewMappingInput: PreviewMappingInput
  ProfileComparison: ProfileComparison
  ProfileDifference: ProfileDifference
  ProfileSource: ProfileSource
  ProfileValue: ProfileValue
  Promotion: Promotion
  ProvenanceField: ProvenanceField
  ProvenanceOptionsInput: ProvenanceOptionsInput
  Query: Record<PropertyKey, never>
  QuickCheck: QuickCheck
  QuickCheckPart: QuickCheckPart
  QuietHours: QuietHours
  QuietHoursInput: QuietHoursInput
  RangeLookup: RangeLookup
  RebuildResult: RebuildResult
  RecordDifference: RecordDifference
  RecordDifferenceEdge: RecordDifferenceEdge
  RecoveryOptionsInput: RecoveryOptionsInput
  Release: Release
  ReleaseConnection: ReleaseConnection
  ReleaseEdge: ReleaseEdge
  ReleaseEffect: ReleaseEffect
  ReleaseFilter: ReleaseFilter
  RemovalProblem: RemovalProblem
  RequiredProvenance: RequiredProvenance
  RequiredProvenanceInput: RequiredProvenanceInput
  RollbackOptionsInput: RollbackOptionsInput
  SaveApiAccessInput: SaveApiAccessInput
  SaveConnectionInput: SaveConnectionInput
  SavedDigest: SavedDigest
  SavedView: SavedView
  SavedViewChangeInput: SavedViewChangeInput
  SavedViewInput: SavedViewInput
  ScopeInput: ScopeInput
  Service: Service
  ServiceConnection: ServiceConnection
  ServiceEdge: ServiceEdge
  ServiceFilter: ServiceFilter
  ServiceInput: ServiceInput
  ShareLink: ShareLink
  Slo: Slo
  SloBucket: SloBucket
  SloConnection: SloConnection
  SloEdge: SloEdge
  SloFilter: SloFilter
  SloInput: SloInput
  SloPartInput: SloPartInput
  Stage: Stage
  StatDefinition: StatDefinition
  String: Scalars['String']['output']
  SuggestedThreshold: SuggestedThreshold
  Target: Target
  Team: Team
  TeamConnection: TeamConnection
  TeamEdge: TeamEdge
  TeamInput: TeamInput
  TelemetryRefusal: TelemetryRefusal
  TelemetrySeries: TelemetrySeries
  TelemetrySource: TelemetrySource
  TierProvenance: TierProvenance
  TierProvenanceInput: TierProvenanceInput
  TimelineEntry: TimelineEntry
  Token: Token
  TrustedIdentity: TrustedIdentity
  TrustedIdentityInput: TrustedIdentityInput
  TrustedKey: TrustedKey
  TrustedKeyInput: TrustedKeyInput
  TrustedSource: TrustedSource
  TrustedSourceInput: TrustedSourceInput
  UndeclaredService: UndeclaredService
  UndeclaredServiceConnection: UndeclaredServiceConnection
  UndeclaredServiceEdge: UndeclaredServiceEdge
  Viewer: Viewer
  WindowBurn: WindowBurn
  WindowInput: WindowInput
  Workspace: Workspace
  WorkspaceInput: WorkspaceInput
}

export type AlertResolvers<ContextType = any, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  firedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  messages?: Resolver<Array<ResolversTypes['AlertMessage']>, ParentType, ContextType>
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  pendingSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  release?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  runbookUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>
  slo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AlertConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['AlertEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type AlertEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>
}

export type AlertFiringResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertFiring'] = ResolversParentTypes['AlertFiring']> = {
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>
  slo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
}

export type AlertMessageResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertMessage'] = ResolversParentTypes['AlertMessage'],
> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  earlier?: Resolver<Array<ResolversTypes['AlertMessageDecision']>, ParentType, ContextType>
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  mayRepeat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  route?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['AlertMessageState'], ParentType, ContextType>
  status?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>
}

export type AlertMessageDecisionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertMessageDecision'] = ResolversParentTypes['AlertMessageDecision'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['AlertMessageState'], ParentType, ContextType>
}

export type AlertPolicyResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertPolicy'] = ResolversParentTypes['AlertPolicy']> = {
  alertAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  lookbackSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>
  targets?: Resolver<Array<ResolversTypes['AlertTarget']>, ParentType, ContextType>
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  whenBreaching?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  whenNoData?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  whenResolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type AlertPreviewResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertPreview'] = ResolversParentTypes['AlertPreview'],
> = {
  firings?: Resolver<Array<ResolversTypes['AlertFiring']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
}

export type AlertRouteResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertRoute'] = ResolversParentTypes['AlertRoute']> = {
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  fallback?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  fields?: Resolver<Array<ResolversTypes['AlertRouteValue']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  mostPerHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  quiet?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>
  severities?: Resolver<Array<ResolversTypes['AlertSeverity']>, ParentType, ContextType>
  teams?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  undelivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type AlertRouteFieldResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertRouteField'] = ResolversParentTypes['AlertRouteField'],
> = {
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  secret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type AlertRouteKindResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertRouteKind'] = ResolversParentTypes['AlertRouteKind'],
> = {
  deduplicates?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  fields?: Resolver<Array<ResolversTypes['AlertRouteField']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type AlertRouteTestResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertRouteTest'] = ResolversParentTypes['AlertRouteTest'],
> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type AlertRouteValueResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AlertRouteValue'] = ResolversParentTypes['AlertRouteValue'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  set?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AlertRuleResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  hasPreview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type AlertTargetResolvers<ContextType = any, ParentType extends ResolversParentTypes['AlertTarget'] = ResolversParentTypes['AlertTarget']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ApiAccessResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApiAccess'] = ResolversParentTypes['ApiAccess']> = {
  apiUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  integration?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ApprovalResolvers<ContextType = any, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  automated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  decidedBy?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  requestedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  risk?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
}

export type ApprovalConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ApprovalConnection'] = ResolversParentTypes['ApprovalConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ApprovalEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ApprovalEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ApprovalEdge'] = ResolversParentTypes['ApprovalEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Approval'], ParentType, ContextType>
}

export type ApproverGroupResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ApproverGroup'] = ResolversParentTypes['ApproverGroup'],
> = {
  environments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  members?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  quorum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  risks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  services?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ArtifactResolvers<ContextType = any, ParentType extends ResolversParentTypes['Artifact'] = ResolversParentTypes['Artifact']> = {
  attestations?: Resolver<Array<ResolversTypes['Attestation']>, ParentType, ContextType>
  buildUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  builder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  digest?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  promotions?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType>
  provenance?: Resolver<Array<ResolversTypes['ProvenanceField']>, ParentType, ContextType>
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AttestationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Attestation'] = ResolversParentTypes['Attestation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  identity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  kind?: Resolver<ResolversTypes['AttestationKind'], ParentType, ContextType>
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  origin?: Resolver<Maybe<ResolversTypes['AttestedOrigin']>, ParentType, ContextType>
  predicateType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  signed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  status?: Resolver<ResolversTypes['AttestationStatus'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AttestationConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AttestationConnection'] = ResolversParentTypes['AttestationConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['AttestationEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type AttestationEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AttestationEdge'] = ResolversParentTypes['AttestationEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Attestation'], ParentType, ContextType>
}

export type AttestationTrustResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AttestationTrust'] = ResolversParentTypes['AttestationTrust'],
> = {
  identities?: Resolver<Array<ResolversTypes['TrustedIdentity']>, ParentType, ContextType>
  kinds?: Resolver<Array<ResolversTypes['PredicateKind']>, ParentType, ContextType>
  publicKeys?: Resolver<Array<ResolversTypes['TrustedKey']>, ParentType, ContextType>
  sources?: Resolver<Array<ResolversTypes['TrustedSource']>, ParentType, ContextType>
  trustedRoot?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type AttestedOriginResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AttestedOrigin'] = ResolversParentTypes['AttestedOrigin'],
> = {
  buildUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  builder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AttributionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  deployment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  releaseId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type AuditConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['AuditEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type AuditEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>
}

export type AuditEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  details?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type AuditVerificationResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['AuditVerification'] = ResolversParentTypes['AuditVerification'],
> = {
  brokenAt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type BenchmarkBandResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['BenchmarkBand'] = ResolversParentTypes['BenchmarkBand'],
> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type BenchmarkClusterResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['BenchmarkCluster'] = ResolversParentTypes['BenchmarkCluster'],
> = {
  bands?: Resolver<Array<ResolversTypes['BenchmarkBand']>, ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type BenchmarkEditionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['BenchmarkEdition'] = ResolversParentTypes['BenchmarkEdition'],
> = {
  clusters?: Resolver<Array<ResolversTypes['BenchmarkCluster']>, ParentType, ContextType>
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['BenchmarkSource'], ParentType, ContextType>
}

export type BenchmarkSourceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['BenchmarkSource'] = ResolversParentTypes['BenchmarkSource'],
> = {
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  report?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  verified?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type BurnFiringResolvers<ContextType = any, ParentType extends ResolversParentTypes['BurnFiring'] = ResolversParentTypes['BurnFiring']> = {
  burn?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  longSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>
  shortSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
}

export type BurnPreviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['BurnPreview'] = ResolversParentTypes['BurnPreview']> = {
  firings?: Resolver<Array<ResolversTypes['BurnFiring']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  tickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
}

export type BurnRuleResolvers<ContextType = any, ParentType extends ResolversParentTypes['BurnRule'] = ResolversParentTypes['BurnRule']> = {
  burning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  longSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  reachable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>
  shortSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type BusinessCalendarResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['BusinessCalendar'] = ResolversParentTypes['BusinessCalendar'],
> = {
  days?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  holidays?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  authoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  committedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  leadTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  pullRequest?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  repository?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  sha?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type ChangeConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ChangeEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>
}

export type CompositeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Composite'] = ResolversParentTypes['Composite']> = {
  attainment?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  budgetLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  burns?: Resolver<Array<ResolversTypes['WindowBurn']>, ParentType, ContextType>
  exhaustsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  rules?: Resolver<Array<ResolversTypes['BurnRule']>, ParentType, ContextType>
  target?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type ConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Connection'] = ResolversParentTypes['Connection']> = {
  hasSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  integration?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  lastDeliveryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  settings?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>
  setup?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ContradictedResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['Contradicted'] = ResolversParentTypes['Contradicted'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  dropped?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  fact?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kept?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['ContradictedKind'], ParentType, ContextType>
  releaseId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ContradictedConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ContradictedConnection'] = ResolversParentTypes['ContradictedConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ContradictedEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ContradictedEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ContradictedEdge'] = ResolversParentTypes['ContradictedEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Contradicted'], ParentType, ContextType>
}

export type ContradictionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['Contradiction'] = ResolversParentTypes['Contradiction'],
> = {
  dropped?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kept?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type CorrectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  fact?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['CorrectedKind'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type CreatedShareLinkResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['CreatedShareLink'] = ResolversParentTypes['CreatedShareLink'],
> = {
  link?: Resolver<ResolversTypes['ShareLink'], ParentType, ContextType>
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type CreatedTokenResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['CreatedToken'] = ResolversParentTypes['CreatedToken'],
> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  token?: Resolver<ResolversTypes['Token'], ParentType, ContextType>
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime'
}

export type DeclarationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Declaration'] = ResolversParentTypes['Declaration']> = {
  kind?: Resolver<ResolversTypes['DeclarationKind'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  spec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>
}

export type DeclarationProblemResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeclarationProblem'] = ResolversParentTypes['DeclarationProblem'],
> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
}

export type DeclarationResultResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeclarationResult'] = ResolversParentTypes['DeclarationResult'],
> = {
  changed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  declaration?: Resolver<ResolversTypes['Declaration'], ParentType, ContextType>
}

export type DeliveryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  deliveryId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  events?: Resolver<Array<ResolversTypes['DeliveryEvent']>, ParentType, ContextType>
  headers?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  integration?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  processedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>
}

export type DeliveryConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type DeliveryEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>
}

export type DeliveryEventResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeliveryEvent'] = ResolversParentTypes['DeliveryEvent'],
> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type DeploymentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Deployment'] = ResolversParentTypes['Deployment']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  artifactDigest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  blindSpots?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  changeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  changeSource?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  contradictions?: Resolver<Array<ResolversTypes['Contradiction']>, ParentType, ContextType>
  effects?: Resolver<Array<ResolversTypes['ReleaseEffect']>, ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  failureReasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  fullTrafficAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kindReason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  parts?: Resolver<Array<ResolversTypes['DeploymentPart']>, ParentType, ContextType>
  previousVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  production?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  regions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  releaseId?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  rolledBackBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  stages?: Resolver<Array<ResolversTypes['Stage']>, ParentType, ContextType>
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  trigger?: Resolver<ResolversTypes['Trigger'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type DeploymentConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeploymentConnection'] = ResolversParentTypes['DeploymentConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['DeploymentEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type DeploymentEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeploymentEdge'] = ResolversParentTypes['DeploymentEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Deployment'], ParentType, ContextType>
}

export type DeploymentPartResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DeploymentPart'] = ResolversParentTypes['DeploymentPart'],
> = {
  deployment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type DigestResolvers<ContextType = any, ParentType extends ResolversParentTypes['Digest'] = ResolversParentTypes['Digest']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  deliveries?: Resolver<Array<ResolversTypes['DigestDelivery']>, ParentType, ContextType, RequireFields<DigestDeliveriesArgs, 'first'>>
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  lastSentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  measures?: Resolver<Array<ResolversTypes['MetricKey']>, ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>
}

export type DigestDeliveryResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DigestDelivery'] = ResolversParentTypes['DigestDelivery'],
> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  byHand?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  state?: Resolver<ResolversTypes['DigestDeliveryState'], ParentType, ContextType>
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
}

export type DigestPreviewResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DigestPreview'] = ResolversParentTypes['DigestPreview'],
> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
}

export type DimensionValueResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DimensionValue'] = ResolversParentTypes['DimensionValue'],
> = {
  dimension?: Resolver<ResolversTypes['Dimension'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type DistributionBarResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['DistributionBar'] = ResolversParentTypes['DistributionBar'],
> = {
  above?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  upTo?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type EffectSideResolvers<ContextType = any, ParentType extends ResolversParentTypes['EffectSide'] = ResolversParentTypes['EffectSide']> = {
  badRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  cost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  costPerRequest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  quantiles?: Resolver<Array<ResolversTypes['NamedValue']>, ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type EnvironmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  declared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  production?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type EvidenceColumnResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['EvidenceColumn'] = ResolversParentTypes['EvidenceColumn'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type EvidenceConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['EvidenceConnection'] = ResolversParentTypes['EvidenceConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['EvidenceEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type EvidenceEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['EvidenceEdge'] = ResolversParentTypes['EvidenceEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['EvidenceRecord'], ParentType, ContextType>
}

export type EvidenceFieldResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['EvidenceField'] = ResolversParentTypes['EvidenceField'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type EvidenceRecordResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['EvidenceRecord'] = ResolversParentTypes['EvidenceRecord'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  fields?: Resolver<Array<ResolversTypes['EvidenceField']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  releaseId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type ExclusionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Exclusion'] = ResolversParentTypes['Exclusion']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ExclusionDefinitionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ExclusionDefinition'] = ResolversParentTypes['ExclusionDefinition'],
> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type FindingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  deployment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  evidence?: Resolver<Array<ResolversTypes['FindingEvidence']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>
  nextStep?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  release?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type FindingConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['FindingConnection'] = ResolversParentTypes['FindingConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['FindingEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type FindingEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FindingEdge'] = ResolversParentTypes['FindingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Finding'], ParentType, ContextType>
}

export type FindingEvidenceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['FindingEvidence'] = ResolversParentTypes['FindingEvidence'],
> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type FindingRuleResolvers<ContextType = any, ParentType extends ResolversParentTypes['FindingRule'] = ResolversParentTypes['FindingRule']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type HotfixRuleResolvers<ContextType = any, ParentType extends ResolversParentTypes['HotfixRule'] = ResolversParentTypes['HotfixRule']> = {
  branches?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  labels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
}

export type IncidentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  attribution?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType>
  contradictions?: Resolver<Array<ResolversTypes['Contradiction']>, ParentType, ContextType>
  detectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  mitigatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  mitigatedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  parts?: Resolver<Array<ResolversTypes['IncidentPart']>, ParentType, ContextType>
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  services?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  severity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type IncidentConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IncidentConnection'] = ResolversParentTypes['IncidentConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['IncidentEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type IncidentEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IncidentEdge'] = ResolversParentTypes['IncidentEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>
}

export type IncidentMergePreviewResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IncidentMergePreview'] = ResolversParentTypes['IncidentMergePreview'],
> = {
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  incidentsNow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  joined?: Resolver<Array<ResolversTypes['JoinedIncident']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type IncidentPartResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IncidentPart'] = ResolversParentTypes['IncidentPart'],
> = {
  incident?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type IndicatorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  bad?: Resolver<Maybe<ResolversTypes['MetricSelector']>, ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  good?: Resolver<Maybe<ResolversTypes['MetricSelector']>, ParentType, ContextType>
  histogram?: Resolver<Maybe<ResolversTypes['MetricSelector']>, ParentType, ContextType>
  kind?: Resolver<ResolversTypes['IndicatorKind'], ParentType, ContextType>
  labels?: Resolver<ResolversTypes['IndicatorLabels'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  total?: Resolver<Maybe<ResolversTypes['MetricSelector']>, ParentType, ContextType>
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['MetricSelector']>, ParentType, ContextType>
}

export type IndicatorHistoryResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IndicatorHistory'] = ResolversParentTypes['IndicatorHistory'],
> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  distribution?: Resolver<Array<ResolversTypes['DistributionBar']>, ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  points?: Resolver<Array<ResolversTypes['IndicatorPoint']>, ParentType, ContextType>
  stepSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type IndicatorLabelsResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IndicatorLabels'] = ResolversParentTypes['IndicatorLabels'],
> = {
  cohort?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type IndicatorPointResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IndicatorPoint'] = ResolversParentTypes['IndicatorPoint'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  goodRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  quantiles?: Resolver<Array<ResolversTypes['NamedValue']>, ParentType, ContextType>
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type IndicatorTrialResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IndicatorTrial'] = ResolversParentTypes['IndicatorTrial'],
> = {
  looked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  matched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  series?: Resolver<Array<ResolversTypes['IndicatorTrialSeries']>, ParentType, ContextType>
}

export type IndicatorTrialSeriesResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IndicatorTrialSeries'] = ResolversParentTypes['IndicatorTrialSeries'],
> = {
  cohort?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  series?: Resolver<ResolversTypes['TelemetrySeries'], ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type IntegrationInfoResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['IntegrationInfo'] = ResolversParentTypes['IntegrationInfo'],
> = {
  documentationUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  documentationVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON'
}

export type JoinedIncidentResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['JoinedIncident'] = ResolversParentTypes['JoinedIncident'],
> = {
  detectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  newlyJoined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  parts?: Resolver<Array<ResolversTypes['IncidentPart']>, ParentType, ContextType>
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type JoinedIncidentReportResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['JoinedIncidentReport'] = ResolversParentTypes['JoinedIncidentReport'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type JoinedRolloutResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['JoinedRollout'] = ResolversParentTypes['JoinedRollout'],
> = {
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  newlyJoined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  parts?: Resolver<Array<ResolversTypes['DeploymentPart']>, ParentType, ContextType>
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type KnownAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnownAnswer'] = ResolversParentTypes['KnownAnswer']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  expected?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  of?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>
}

export type LabelMatcherResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['LabelMatcher'] = ResolversParentTypes['LabelMatcher'],
> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  op?: Resolver<ResolversTypes['MatcherOp'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type LabelValueResolvers<ContextType = any, ParentType extends ResolversParentTypes['LabelValue'] = ResolversParentTypes['LabelValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type LevelResolvers<ContextType = any, ParentType extends ResolversParentTypes['Level'] = ResolversParentTypes['Level']> = {
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  nearest?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MappedIntegrationResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MappedIntegration'] = ResolversParentTypes['MappedIntegration'],
> = {
  eventTypes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  presets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MappingPreviewResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MappingPreview'] = ResolversParentTypes['MappingPreview'],
> = {
  problems?: Resolver<Array<ResolversTypes['MappingProblem']>, ParentType, ContextType>
  rules?: Resolver<Array<ResolversTypes['MappingRuleOutcome']>, ParentType, ContextType>
}

export type MappingProblemResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MappingProblem'] = ResolversParentTypes['MappingProblem'],
> = {
  expression?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>
}

export type MappingRuleOutcomeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MappingRuleOutcome'] = ResolversParentTypes['MappingRuleOutcome'],
> = {
  events?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  problems?: Resolver<Array<ResolversTypes['MappingProblem']>, ParentType, ContextType>
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MeasureTargetResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MeasureTarget'] = ResolversParentTypes['MeasureTarget'],
> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  measure?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
}

export type MergePreviewResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MergePreview'] = ResolversParentTypes['MergePreview'],
> = {
  joined?: Resolver<Array<ResolversTypes['JoinedRollout']>, ParentType, ContextType>
  rollouts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  rolloutsNow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MetricBucketResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricBucket'] = ResolversParentTypes['MetricBucket'],
> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  immature?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>
}

export type MetricDefinitionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricDefinition'] = ResolversParentTypes['MetricDefinition'],
> = {
  anchor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>
  evidenceColumns?: Resolver<Array<ResolversTypes['EvidenceColumn']>, ParentType, ContextType>
  exclusions?: Resolver<Array<ResolversTypes['ExclusionDefinition']>, ParentType, ContextType>
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  interval?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  options?: Resolver<Array<ResolversTypes['MetricOption']>, ParentType, ContextType>
  ownTargets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>
  population?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  stats?: Resolver<Array<ResolversTypes['StatDefinition']>, ParentType, ContextType>
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type MetricGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['MetricGroup'] = ResolversParentTypes['MetricGroup']> = {
  dimensions?: Resolver<Array<ResolversTypes['DimensionValue']>, ParentType, ContextType>
  previous?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType>
  series?: Resolver<Array<ResolversTypes['MetricBucket']>, ParentType, ContextType>
  total?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>
}

export type MetricOptionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricOption'] = ResolversParentTypes['MetricOption'],
> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MetricProfileResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricProfile'] = ResolversParentTypes['MetricProfile'],
> = {
  choices?: Resolver<Array<ResolversTypes['MetricOption']>, ParentType, ContextType>
  follows?: Resolver<Maybe<ResolversTypes['ProfileSource']>, ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MetricResultResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricResult'] = ResolversParentTypes['MetricResult'],
> = {
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>
  groups?: Resolver<Array<ResolversTypes['MetricGroup']>, ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
}

export type MetricSelectorResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['MetricSelector'] = ResolversParentTypes['MetricSelector'],
> = {
  matchers?: Resolver<Array<ResolversTypes['LabelMatcher']>, ParentType, ContextType>
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type MetricValueResolvers<ContextType = any, ParentType extends ResolversParentTypes['MetricValue'] = ResolversParentTypes['MetricValue']> = {
  coverage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  evidence?: Resolver<ResolversTypes['EvidenceConnection'], ParentType, ContextType, RequireFields<MetricValueEvidenceArgs, 'first' | 'state'>>
  excluded?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  level?: Resolver<Maybe<ResolversTypes['Level']>, ParentType, ContextType, Partial<MetricValueLevelArgs>>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  stats?: Resolver<Array<ResolversTypes['NamedValue']>, ParentType, ContextType>
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeAlert?: Resolver<ResolversTypes['Alert'], ParentType, ContextType, RequireFields<MutationAcknowledgeAlertArgs, 'id'>>
  applyOpenSlo?: Resolver<ResolversTypes['OpenSloOutcome'], ParentType, ContextType, RequireFields<MutationApplyOpenSloArgs, 'dryRun' | 'yaml'>>
  claimService?: Resolver<ResolversTypes['DeclarationResult'], ParentType, ContextType, RequireFields<MutationClaimServiceArgs, 'name' | 'team'>>
  correctFact?: Resolver<ResolversTypes['Correction'], ParentType, ContextType, RequireFields<MutationCorrectFactArgs, 'input'>>
  createShareLink?: Resolver<
    ResolversTypes['CreatedShareLink'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateShareLinkArgs, 'expiresInDays' | 'view'>
  >
  createSignInLink?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationCreateSignInLinkArgs, 'login' | 'role'>>
  createToken?: Resolver<ResolversTypes['CreatedToken'], ParentType, ContextType, RequireFields<MutationCreateTokenArgs, 'name' | 'scopes'>>
  declareService?: Resolver<ResolversTypes['DeclarationResult'], ParentType, ContextType, RequireFields<MutationDeclareServiceArgs, 'input' | 'name'>>
  deleteAlertRoute?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteAlertRouteArgs, 'id'>>
  deleteApproverGroup?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteApproverGroupArgs, 'name'>>
  deleteCalendar?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteCalendarArgs, 'name'>>
  deleteDigest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteDigestArgs, 'id'>>
  deleteEnvironment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteEnvironmentArgs, 'name'>>
  deleteIndicator?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteIndicatorArgs, 'name'>>
  deleteOpenSloObject?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteOpenSloObjectArgs, 'kind' | 'name'>>
  deleteSlo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteSloArgs, 'name'>>
  deleteTeam?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteTeamArgs, 'name'>>
  deleteView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteViewArgs, 'id'>>
  putApproverGroup?: Resolver<
    ResolversTypes['DeclarationResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPutApproverGroupArgs, 'input' | 'name'>
  >
  putCalendar?: Resolver<ResolversTypes['DeclarationResult'], ParentType, ContextType, RequireFields<MutationPutCalendarArgs, 'input' | 'name'>>
  putEnvironment?: Resolver<
    ResolversTypes['DeclarationResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPutEnvironmentArgs, 'name' | 'production'>
  >
  putTeam?: Resolver<ResolversTypes['DeclarationResult'], ParentType, ContextType, RequireFields<MutationPutTeamArgs, 'input' | 'name'>>
  rebuildFacts?: Resolver<ResolversTypes['RebuildResult'], ParentType, ContextType>
  removeApiAccess?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveApiAccessArgs, 'integration' | 'source'>>
  removeConnection?: Resolver<
    ResolversTypes['Boolean'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveConnectionArgs, 'integration' | 'source'>
  >
  renameService?: Resolver<
    ResolversTypes['DeclarationResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRenameServiceArgs, 'from' | 'reason' | 'to'>
  >
  replayDeadDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<MutationReplayDeadDeliveriesArgs>>
  replayDelivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType, RequireFields<MutationReplayDeliveryArgs, 'id'>>
  retryRangeLookup?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRetryRangeLookupArgs, 'id'>>
  revokeShareLink?: Resolver<ResolversTypes['ShareLink'], ParentType, ContextType, RequireFields<MutationRevokeShareLinkArgs, 'id'>>
  revokeToken?: Resolver<ResolversTypes['Token'], ParentType, ContextType, RequireFields<MutationRevokeTokenArgs, 'id'>>
  saveAlertRoute?: Resolver<ResolversTypes['AlertRoute'], ParentType, ContextType, RequireFields<MutationSaveAlertRouteArgs, 'input'>>
  saveApiAccess?: Resolver<ResolversTypes['ApiAccess'], ParentType, ContextType, RequireFields<MutationSaveApiAccessArgs, 'input'>>
  saveConnection?: Resolver<ResolversTypes['Connection'], ParentType, ContextType, RequireFields<MutationSaveConnectionArgs, 'input'>>
  saveDigest?: Resolver<ResolversTypes['SavedDigest'], ParentType, ContextType, RequireFields<MutationSaveDigestArgs, 'input' | 'newSecret'>>
  saveIndicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType, RequireFields<MutationSaveIndicatorArgs, 'input'>>
  saveSlo?: Resolver<ResolversTypes['Slo'], ParentType, ContextType, RequireFields<MutationSaveSloArgs, 'input'>>
  saveView?: Resolver<ResolversTypes['SavedView'], ParentType, ContextType, RequireFields<MutationSaveViewArgs, 'input'>>
  sendDigestNow?: Resolver<ResolversTypes['DigestDelivery'], ParentType, ContextType, RequireFields<MutationSendDigestNowArgs, 'id'>>
  setAttestationTrust?: Resolver<ResolversTypes['AttestationTrust'], ParentType, ContextType, RequireFields<MutationSetAttestationTrustArgs, 'input'>>
  setDefaultView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetDefaultViewArgs, 'page'>>
  testAlertRoute?: Resolver<ResolversTypes['AlertRouteTest'], ParentType, ContextType, RequireFields<MutationTestAlertRouteArgs, 'id'>>
  updateView?: Resolver<ResolversTypes['SavedView'], ParentType, ContextType, RequireFields<MutationUpdateViewArgs, 'id' | 'input'>>
  updateWorkspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType, RequireFields<MutationUpdateWorkspaceArgs, 'input'>>
  withdrawService?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationWithdrawServiceArgs, 'name'>>
}

export type NamedValueResolvers<ContextType = any, ParentType extends ResolversParentTypes['NamedValue'] = ResolversParentTypes['NamedValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type ObjectiveResolvers<ContextType = any, ParentType extends ResolversParentTypes['Objective'] = ResolversParentTypes['Objective']> = {
  attainment?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  budgetLeft?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  burns?: Resolver<Array<ResolversTypes['WindowBurn']>, ParentType, ContextType>
  dataFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  dataTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  exhaustsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  history?: Resolver<Array<ResolversTypes['SloBucket']>, ParentType, ContextType, Partial<ObjectiveHistoryArgs>>
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  op?: Resolver<Maybe<ResolversTypes['Comparison']>, ParentType, ContextType>
  rules?: Resolver<Array<ResolversTypes['BurnRule']>, ParentType, ContextType>
  target?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  timeSliceSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  timeSliceTarget?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type ObjectiveSuggestionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ObjectiveSuggestion'] = ResolversParentTypes['ObjectiveSuggestion'],
> = {
  days?: Resolver<Array<ResolversTypes['SloBucket']>, ParentType, ContextType>
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  target?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  thresholds?: Resolver<Array<ResolversTypes['SuggestedThreshold']>, ParentType, ContextType>
}

export type OpenSloOutcomeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['OpenSloOutcome'] = ResolversParentTypes['OpenSloOutcome'],
> = {
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  indicators?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>
  notUsed?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  objects?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  problems?: Resolver<Array<ResolversTypes['OpenSloProblem']>, ParentType, ContextType>
  slos?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>
}

export type OpenSloProblemResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['OpenSloProblem'] = ResolversParentTypes['OpenSloProblem'],
> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type OptionDifferenceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['OptionDifference'] = ResolversParentTypes['OptionDifference'],
> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  left?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  right?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type PersonResolvers<ContextType = any, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>
}

export type PipelineStatusResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['PipelineStatus'] = ResolversParentTypes['PipelineStatus'],
> = {
  daysAreKept?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  deadDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  firstEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  lagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  pendingDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  pendingServices?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  refusedDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  telemetryIsIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type PredicateKindResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['PredicateKind'] = ResolversParentTypes['PredicateKind'],
> = {
  kind?: Resolver<ResolversTypes['AttestationKind'], ParentType, ContextType>
  predicateType?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ProfileComparisonResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ProfileComparison'] = ResolversParentTypes['ProfileComparison'],
> = {
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  values?: Resolver<Array<ResolversTypes['ProfileValue']>, ParentType, ContextType>
}

export type ProfileDifferenceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ProfileDifference'] = ResolversParentTypes['ProfileDifference'],
> = {
  edges?: Resolver<Array<ResolversTypes['RecordDifferenceEdge']>, ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  left?: Resolver<ResolversTypes['ProfileValue'], ParentType, ContextType>
  options?: Resolver<Array<ResolversTypes['OptionDifference']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  right?: Resolver<ResolversTypes['ProfileValue'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ProfileSourceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ProfileSource'] = ResolversParentTypes['ProfileSource'],
> = {
  dated?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ProfileValueResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ProfileValue'] = ResolversParentTypes['ProfileValue'],
> = {
  definition?: Resolver<ResolversTypes['MetricDefinition'], ParentType, ContextType>
  profile?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['MetricValue'], ParentType, ContextType>
}

export type PromotionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Promotion'] = ResolversParentTypes['Promotion']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type ProvenanceFieldResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ProvenanceField'] = ResolversParentTypes['ProvenanceField'],
> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  alertPreview?: Resolver<Maybe<ResolversTypes['AlertPreview']>, ParentType, ContextType, RequireFields<QueryAlertPreviewArgs, 'rule'>>
  alertRouteKinds?: Resolver<Array<ResolversTypes['AlertRouteKind']>, ParentType, ContextType>
  alertRoutes?: Resolver<Array<ResolversTypes['AlertRoute']>, ParentType, ContextType>
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<QueryAlertsArgs, 'first'>>
  apiAccesses?: Resolver<Array<ResolversTypes['ApiAccess']>, ParentType, ContextType>
  approvals?: Resolver<ResolversTypes['ApprovalConnection'], ParentType, ContextType, RequireFields<QueryApprovalsArgs, 'first'>>
  approverGroups?: Resolver<Array<ResolversTypes['ApproverGroup']>, ParentType, ContextType>
  attestationTrust?: Resolver<ResolversTypes['AttestationTrust'], ParentType, ContextType>
  attestations?: Resolver<ResolversTypes['AttestationConnection'], ParentType, ContextType, RequireFields<QueryAttestationsArgs, 'first'>>
  auditLog?: Resolver<ResolversTypes['AuditConnection'], ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>
  benchmarks?: Resolver<Array<ResolversTypes['BenchmarkEdition']>, ParentType, ContextType>
  burnPreview?: Resolver<Maybe<ResolversTypes['BurnPreview']>, ParentType, ContextType, RequireFields<QueryBurnPreviewArgs, 'slo'>>
  calendars?: Resolver<Array<ResolversTypes['BusinessCalendar']>, ParentType, ContextType>
  compareProfiles?: Resolver<
    Array<ResolversTypes['ProfileComparison']>,
    ParentType,
    ContextType,
    RequireFields<QueryCompareProfilesArgs, 'keys' | 'profiles' | 'window'>
  >
  connections?: Resolver<Array<ResolversTypes['Connection']>, ParentType, ContextType>
  contradictions?: Resolver<ResolversTypes['ContradictedConnection'], ParentType, ContextType, RequireFields<QueryContradictionsArgs, 'first'>>
  corrections?: Resolver<Array<ResolversTypes['Correction']>, ParentType, ContextType, RequireFields<QueryCorrectionsArgs, 'fact' | 'kind'>>
  declarationProblems?: Resolver<
    Array<ResolversTypes['DeclarationProblem']>,
    ParentType,
    ContextType,
    RequireFields<QueryDeclarationProblemsArgs, 'declarations'>
  >
  declarations?: Resolver<Array<ResolversTypes['Declaration']>, ParentType, ContextType, Partial<QueryDeclarationsArgs>>
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<QueryDeliveriesArgs, 'first'>>
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'id'>>
  deployment?: Resolver<Maybe<ResolversTypes['Deployment']>, ParentType, ContextType, RequireFields<QueryDeploymentArgs, 'id'>>
  deployments?: Resolver<ResolversTypes['DeploymentConnection'], ParentType, ContextType, RequireFields<QueryDeploymentsArgs, 'first'>>
  digests?: Resolver<Array<ResolversTypes['Digest']>, ParentType, ContextType>
  environments?: Resolver<Array<ResolversTypes['Environment']>, ParentType, ContextType>
  findingRules?: Resolver<Array<ResolversTypes['FindingRule']>, ParentType, ContextType>
  findings?: Resolver<ResolversTypes['FindingConnection'], ParentType, ContextType, RequireFields<QueryFindingsArgs, 'first'>>
  incidentMergePreview?: Resolver<
    ResolversTypes['IncidentMergePreview'],
    ParentType,
    ContextType,
    RequireFields<QueryIncidentMergePreviewArgs, 'service'>
  >
  incidentParts?: Resolver<Array<ResolversTypes['JoinedIncidentReport']>, ParentType, ContextType, RequireFields<QueryIncidentPartsArgs, 'id'>>
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'first'>>
  indicatorHistory?: Resolver<
    Array<ResolversTypes['IndicatorHistory']>,
    ParentType,
    ContextType,
    RequireFields<QueryIndicatorHistoryArgs, 'from' | 'service' | 'to'>
  >
  indicators?: Resolver<Array<ResolversTypes['Indicator']>, ParentType, ContextType>
  integrations?: Resolver<Array<ResolversTypes['IntegrationInfo']>, ParentType, ContextType>
  keptIndicators?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>
  knownAnswers?: Resolver<Array<ResolversTypes['KnownAnswer']>, ParentType, ContextType>
  mappedIntegrations?: Resolver<Array<ResolversTypes['MappedIntegration']>, ParentType, ContextType>
  mergePreview?: Resolver<ResolversTypes['MergePreview'], ParentType, ContextType, RequireFields<QueryMergePreviewArgs, 'service'>>
  metricDefinitions?: Resolver<Array<ResolversTypes['MetricDefinition']>, ParentType, ContextType, Partial<QueryMetricDefinitionsArgs>>
  metricProfiles?: Resolver<Array<ResolversTypes['MetricProfile']>, ParentType, ContextType>
  metrics?: Resolver<Array<ResolversTypes['MetricResult']>, ParentType, ContextType, RequireFields<QueryMetricsArgs, 'compare' | 'keys' | 'window'>>
  openSlo?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<QueryOpenSloArgs>>
  people?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>
  pipelineStatus?: Resolver<ResolversTypes['PipelineStatus'], ParentType, ContextType>
  previewDigest?: Resolver<ResolversTypes['DigestPreview'], ParentType, ContextType, RequireFields<QueryPreviewDigestArgs, 'input'>>
  previewMapping?: Resolver<ResolversTypes['MappingPreview'], ParentType, ContextType, RequireFields<QueryPreviewMappingArgs, 'input'>>
  profileDifference?: Resolver<
    ResolversTypes['ProfileDifference'],
    ParentType,
    ContextType,
    RequireFields<QueryProfileDifferenceArgs, 'first' | 'key' | 'left' | 'right' | 'window'>
  >
  quickCheck?: Resolver<ResolversTypes['QuickCheck'], ParentType, ContextType, RequireFields<QueryQuickCheckArgs, 'edition' | 'window'>>
  rangeLookups?: Resolver<Array<ResolversTypes['RangeLookup']>, ParentType, ContextType, RequireFields<QueryRangeLookupsArgs, 'first'>>
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<QueryReleaseArgs, 'id'>>
  releases?: Resolver<ResolversTypes['ReleaseConnection'], ParentType, ContextType, RequireFields<QueryReleasesArgs, 'first'>>
  removalProblems?: Resolver<Array<ResolversTypes['RemovalProblem']>, ParentType, ContextType, RequireFields<QueryRemovalProblemsArgs, 'removed'>>
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType, RequireFields<QuerySavedViewArgs, 'id'>>
  savedViews?: Resolver<Array<ResolversTypes['SavedView']>, ParentType, ContextType, Partial<QuerySavedViewsArgs>>
  services?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType, RequireFields<QueryServicesArgs, 'first'>>
  shareLinks?: Resolver<Array<ResolversTypes['ShareLink']>, ParentType, ContextType, Partial<QueryShareLinksArgs>>
  slo?: Resolver<Maybe<ResolversTypes['Slo']>, ParentType, ContextType, RequireFields<QuerySloArgs, 'name'>>
  slos?: Resolver<ResolversTypes['SloConnection'], ParentType, ContextType, RequireFields<QuerySlosArgs, 'first'>>
  suggestObjective?: Resolver<
    ResolversTypes['ObjectiveSuggestion'],
    ParentType,
    ContextType,
    RequireFields<QuerySuggestObjectiveArgs, 'indicator' | 'service'>
  >
  teams?: Resolver<ResolversTypes['TeamConnection'], ParentType, ContextType, RequireFields<QueryTeamsArgs, 'first'>>
  telemetrySources?: Resolver<Array<ResolversTypes['TelemetrySource']>, ParentType, ContextType>
  tokens?: Resolver<Array<ResolversTypes['Token']>, ParentType, ContextType>
  tryIndicator?: Resolver<ResolversTypes['IndicatorTrial'], ParentType, ContextType, RequireFields<QueryTryIndicatorArgs, 'input'>>
  undeclaredServices?: Resolver<
    ResolversTypes['UndeclaredServiceConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryUndeclaredServicesArgs, 'first'>
  >
  unmatchedAttestations?: Resolver<
    ResolversTypes['AttestationConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryUnmatchedAttestationsArgs, 'first'>
  >
  verifyAudit?: Resolver<ResolversTypes['AuditVerification'], ParentType, ContextType>
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>
}

export type QuickCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuickCheck'] = ResolversParentTypes['QuickCheck']> = {
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  industryMean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  parts?: Resolver<Array<ResolversTypes['QuickCheckPart']>, ParentType, ContextType>
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  scored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['BenchmarkSource'], ParentType, ContextType>
}

export type QuickCheckPartResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['QuickCheckPart'] = ResolversParentTypes['QuickCheckPart'],
> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  category?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  industryMean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['MetricKey'], ParentType, ContextType>
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type QuietHoursResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  fromHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  toHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type RangeLookupResolvers<ContextType = any, ParentType extends ResolversParentTypes['RangeLookup'] = ResolversParentTypes['RangeLookup']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  availableAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  baseCommit?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  commits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  headCommit?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  repository?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['RangeLookupState'], ParentType, ContextType>
}

export type RebuildResultResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['RebuildResult'] = ResolversParentTypes['RebuildResult'],
> = {
  services?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type RecordDifferenceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['RecordDifference'] = ResolversParentTypes['RecordDifference'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  left?: Resolver<Maybe<ResolversTypes['EvidenceRecord']>, ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  releaseId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  right?: Resolver<Maybe<ResolversTypes['EvidenceRecord']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type RecordDifferenceEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['RecordDifferenceEdge'] = ResolversParentTypes['RecordDifferenceEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['RecordDifference'], ParentType, ContextType>
}

export type ReleaseResolvers<ContextType = any, ParentType extends ResolversParentTypes['Release'] = ResolversParentTypes['Release']> = {
  approvals?: Resolver<Array<ResolversTypes['Approval']>, ParentType, ContextType>
  artifacts?: Resolver<Array<ResolversTypes['Artifact']>, ParentType, ContextType>
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<ReleaseChangesArgs, 'first'>>
  deployments?: Resolver<Array<ResolversTypes['Deployment']>, ParentType, ContextType>
  environments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  firstDeployedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>
  latestDeployedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type ReleaseConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ReleaseConnection'] = ResolversParentTypes['ReleaseConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ReleaseEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ReleaseEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReleaseEdge'] = ResolversParentTypes['ReleaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Release'], ParentType, ContextType>
}

export type ReleaseEffectResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ReleaseEffect'] = ResolversParentTypes['ReleaseEffect'],
> = {
  after?: Resolver<ResolversTypes['EffectSide'], ParentType, ContextType>
  before?: Resolver<ResolversTypes['EffectSide'], ParentType, ContextType>
  change?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  dispersion?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  expectedBadRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  objectives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  objectivesMet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  part?: Resolver<ResolversTypes['EffectPart'], ParentType, ContextType>
  partName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  regressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  seasonalRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  seasonalWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  settled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type RemovalProblemResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['RemovalProblem'] = ResolversParentTypes['RemovalProblem'],
> = {
  kind?: Resolver<ResolversTypes['DeclarationKind'], ParentType, ContextType>
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type RequiredProvenanceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['RequiredProvenance'] = ResolversParentTypes['RequiredProvenance'],
> = {
  byTier?: Resolver<Array<ResolversTypes['TierProvenance']>, ParentType, ContextType>
  default?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
}

export type SavedDigestResolvers<ContextType = any, ParentType extends ResolversParentTypes['SavedDigest'] = ResolversParentTypes['SavedDigest']> = {
  digest?: Resolver<ResolversTypes['Digest'], ParentType, ContextType>
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type SavedViewResolvers<ContextType = any, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  mine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  page?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  visibility?: Resolver<ResolversTypes['ViewVisibility'], ParentType, ContextType>
}

export type ServiceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  declared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  dependsOn?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  environments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lastDeployment?: Resolver<Maybe<ResolversTypes['Deployment']>, ParentType, ContextType>
  openIncidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  runbookUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  slis?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  tier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ServiceConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ServiceEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ServiceEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>
}

export type ShareLinkResolvers<ContextType = any, ParentType extends ResolversParentTypes['ShareLink'] = ResolversParentTypes['ShareLink']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  view?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
}

export type SloResolvers<ContextType = any, ParentType extends ResolversParentTypes['Slo'] = ResolversParentTypes['Slo']> = {
  alertPolicies?: Resolver<Array<ResolversTypes['AlertPolicy']>, ParentType, ContextType>
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  budgetingMethod?: Resolver<ResolversTypes['BudgetingMethod'], ParentType, ContextType>
  composite?: Resolver<Maybe<ResolversTypes['Composite']>, ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  objectives?: Resolver<Array<ResolversTypes['Objective']>, ParentType, ContextType>
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  windowSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type SloBucketResolvers<ContextType = any, ParentType extends ResolversParentTypes['SloBucket'] = ResolversParentTypes['SloBucket']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type SloConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['SloConnection'] = ResolversParentTypes['SloConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['SloEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type SloEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SloEdge'] = ResolversParentTypes['SloEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Slo'], ParentType, ContextType>
}

export type StageResolvers<ContextType = any, ParentType extends ResolversParentTypes['Stage'] = ResolversParentTypes['Stage']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  trafficPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type StatDefinitionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['StatDefinition'] = ResolversParentTypes['StatDefinition'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>
}

export type SuggestedThresholdResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['SuggestedThreshold'] = ResolversParentTypes['SuggestedThreshold'],
> = {
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type TargetResolvers<ContextType = any, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type TeamResolvers<ContextType = any, ParentType extends ResolversParentTypes['Team'] = ResolversParentTypes['Team']> = {
  declared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  members?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  services?: Resolver<Array<ResolversTypes['Service']>, ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type TeamConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TeamConnection'] = ResolversParentTypes['TeamConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['TeamEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type TeamEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TeamEdge'] = ResolversParentTypes['TeamEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Team'], ParentType, ContextType>
}

export type TelemetryRefusalResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TelemetryRefusal'] = ResolversParentTypes['TelemetryRefusal'],
> = {
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type TelemetrySeriesResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TelemetrySeries'] = ResolversParentTypes['TelemetrySeries'],
> = {
  labels?: Resolver<Array<ResolversTypes['LabelValue']>, ParentType, ContextType>
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type TelemetrySourceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TelemetrySource'] = ResolversParentTypes['TelemetrySource'],
> = {
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  lastReadingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  refusals?: Resolver<Array<ResolversTypes['TelemetryRefusal']>, ParentType, ContextType>
  refused?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  series?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  stored?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type TierProvenanceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TierProvenance'] = ResolversParentTypes['TierProvenance'],
> = {
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  tier?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type TimelineEntryResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry'],
> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type TokenResolvers<ContextType = any, ParentType extends ResolversParentTypes['Token'] = ResolversParentTypes['Token']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>
  scopes?: Resolver<Array<ResolversTypes['TokenScope']>, ParentType, ContextType>
  teams?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>
}

export type TrustedIdentityResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TrustedIdentity'] = ResolversParentTypes['TrustedIdentity'],
> = {
  identity?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  repositories?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>
}

export type TrustedKeyResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrustedKey'] = ResolversParentTypes['TrustedKey']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  pem?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  repositories?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>
}

export type TrustedSourceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['TrustedSource'] = ResolversParentTypes['TrustedSource'],
> = {
  senders?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type UndeclaredServiceResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['UndeclaredService'] = ResolversParentTypes['UndeclaredService'],
> = {
  environments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  firstEventAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lastEventAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>
  likelyTeam?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type UndeclaredServiceConnectionResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['UndeclaredServiceConnection'] = ResolversParentTypes['UndeclaredServiceConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['UndeclaredServiceEdge']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type UndeclaredServiceEdgeResolvers<
  ContextType = any,
  ParentType extends ResolversParentTypes['UndeclaredServiceEdge'] = ResolversParentTypes['UndeclaredServiceEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['UndeclaredService'], ParentType, ContextType>
}

export type ViewerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  login?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>
  scopes?: Resolver<Array<ResolversTypes['TokenScope']>, ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type WindowBurnResolvers<ContextType = any, ParentType extends ResolversParentTypes['WindowBurn'] = ResolversParentTypes['WindowBurn']> = {
  burn?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type WorkspaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  alertApprovalHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  alertGuardFactor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  alertSilentMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  alertStageMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  attributionWindowHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  calendar?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  hotfix?: Resolver<ResolversTypes['HotfixRule'], ParentType, ContextType>
  ignoredAuthors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  incidentMergeMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  mergeSlackMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  options?: Resolver<Array<ResolversTypes['MetricOption']>, ParentType, ContextType>
  ownership?: Resolver<ResolversTypes['Ownership'], ParentType, ContextType>
  productionPatterns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>
  profile?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  publicBadges?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  requiredProvenance?: Resolver<ResolversTypes['RequiredProvenance'], ParentType, ContextType>
  targets?: Resolver<Array<ResolversTypes['MeasureTarget']>, ParentType, ContextType>
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  weekStart?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>
}

export type Resolvers<ContextType = any> = {
  Alert?: AlertResolvers<ContextType>
  AlertConnection?: AlertConnectionResolvers<ContextType>
  AlertEdge?: AlertEdgeResolvers<ContextType>
  AlertFiring?: AlertFiringResolvers<ContextType>
  AlertMessage?: AlertMessageResolvers<ContextType>
  AlertMessageDecision?: AlertMessageDecisionResolvers<ContextType>
  AlertPolicy?: AlertPolicyResolvers<ContextType>
  AlertPreview?: AlertPreviewResolvers<ContextType>
  AlertRoute?: AlertRouteResolvers<ContextType>
  AlertRouteField?: AlertRouteFieldResolvers<ContextType>
  AlertRouteKind?: AlertRouteKindResolvers<ContextType>
  AlertRouteTest?: AlertRouteTestResolvers<ContextType>
  AlertRouteValue?: AlertRouteValueResolvers<ContextType>
  AlertRule?: AlertRuleResolvers<ContextType>
  AlertTarget?: AlertTargetResolvers<ContextType>
  ApiAccess?: ApiAccessResolvers<ContextType>
  Approval?: ApprovalResolvers<ContextType>
  ApprovalConnection?: ApprovalConnectionResolvers<ContextType>
  ApprovalEdge?: ApprovalEdgeResolvers<ContextType>
  ApproverGroup?: ApproverGroupResolvers<ContextType>
  Artifact?: ArtifactResolvers<ContextType>
  Attestation?: AttestationResolvers<ContextType>
  AttestationConnection?: AttestationConnectionResolvers<ContextType>
  AttestationEdge?: AttestationEdgeResolvers<ContextType>
  AttestationTrust?: AttestationTrustResolvers<ContextType>
  AttestedOrigin?: AttestedOriginResolvers<ContextType>
  Attribution?: AttributionResolvers<ContextType>
  AuditConnection?: AuditConnectionResolvers<ContextType>
  AuditEdge?: AuditEdgeResolvers<ContextType>
  AuditEntry?: AuditEntryResolvers<ContextType>
  AuditVerification?: AuditVerificationResolvers<ContextType>
  BenchmarkBand?: BenchmarkBandResolvers<ContextType>
  BenchmarkCluster?: BenchmarkClusterResolvers<ContextType>
  BenchmarkEdition?: BenchmarkEditionResolvers<ContextType>
  BenchmarkSource?: BenchmarkSourceResolvers<ContextType>
  BurnFiring?: BurnFiringResolvers<ContextType>
  BurnPreview?: BurnPreviewResolvers<ContextType>
  BurnRule?: BurnRuleResolvers<ContextType>
  BusinessCalendar?: BusinessCalendarResolvers<ContextType>
  Change?: ChangeResolvers<ContextType>
  ChangeConnection?: ChangeConnectionResolvers<ContextType>
  ChangeEdge?: ChangeEdgeResolvers<ContextType>
  Composite?: CompositeResolvers<ContextType>
  Connection?: ConnectionResolvers<ContextType>
  Contradicted?: ContradictedResolvers<ContextType>
  ContradictedConnection?: ContradictedConnectionResolvers<ContextType>
  ContradictedEdge?: ContradictedEdgeResolvers<ContextType>
  Contradiction?: ContradictionResolvers<ContextType>
  Correction?: CorrectionResolvers<ContextType>
  CreatedShareLink?: CreatedShareLinkResolvers<ContextType>
  CreatedToken?: CreatedTokenResolvers<ContextType>
  DateTime?: GraphQLScalarType
  Declaration?: DeclarationResolvers<ContextType>
  DeclarationProblem?: DeclarationProblemResolvers<ContextType>
  DeclarationResult?: DeclarationResultResolvers<ContextType>
  Delivery?: DeliveryResolvers<ContextType>
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>
  DeliveryEvent?: DeliveryEventResolvers<ContextType>
  Deployment?: DeploymentResolvers<ContextType>
  DeploymentConnection?: DeploymentConnectionResolvers<ContextType>
  DeploymentEdge?: DeploymentEdgeResolvers<ContextType>
  DeploymentPart?: DeploymentPartResolvers<ContextType>
  Digest?: DigestResolvers<ContextType>
  DigestDelivery?: DigestDeliveryResolvers<ContextType>
  DigestPreview?: DigestPreviewResolvers<ContextType>
  DimensionValue?: DimensionValueResolvers<ContextType>
  DistributionBar?: DistributionBarResolvers<ContextType>
  EffectSide?: EffectSideResolvers<ContextType>
  Environment?: EnvironmentResolvers<ContextType>
  EvidenceColumn?: EvidenceColumnResolvers<ContextType>
  EvidenceConnection?: EvidenceConnectionResolvers<ContextType>
  EvidenceEdge?: EvidenceEdgeResolvers<ContextType>
  EvidenceField?: EvidenceFieldResolvers<ContextType>
  EvidenceRecord?: EvidenceRecordResolvers<ContextType>
  Exclusion?: ExclusionResolvers<ContextType>
  ExclusionDefinition?: ExclusionDefinitionResolvers<ContextType>
  Finding?: FindingResolvers<ContextType>
  FindingConnection?: FindingConnectionResolvers<ContextType>
  FindingEdge?: FindingEdgeResolvers<ContextType>
  FindingEvidence?: FindingEvidenceResolvers<ContextType>
  FindingRule?: FindingRuleResolvers<ContextType>
  HotfixRule?: HotfixRuleResolvers<ContextType>
  Incident?: IncidentResolvers<ContextType>
  IncidentConnection?: IncidentConnectionResolvers<ContextType>
  IncidentEdge?: IncidentEdgeResolvers<ContextType>
  IncidentMergePreview?: IncidentMergePreviewResolvers<ContextType>
  IncidentPart?: IncidentPartResolvers<ContextType>
  Indicator?: IndicatorResolvers<ContextType>
  IndicatorHistory?: IndicatorHistoryResolvers<ContextType>
  IndicatorLabels?: IndicatorLabelsResolvers<ContextType>
  IndicatorPoint?: IndicatorPointResolvers<ContextType>
  IndicatorTrial?: IndicatorTrialResolvers<ContextType>
  IndicatorTrialSeries?: IndicatorTrialSeriesResolvers<ContextType>
  IntegrationInfo?: IntegrationInfoResolvers<ContextType>
  JSON?: GraphQLScalarType
  JoinedIncident?: JoinedIncidentResolvers<ContextType>
  JoinedIncidentReport?: JoinedIncidentReportResolvers<ContextType>
  JoinedRollout?: JoinedRolloutResolvers<ContextType>
  KnownAnswer?: KnownAnswerResolvers<ContextType>
  LabelMatcher?: LabelMatcherResolvers<ContextType>
  LabelValue?: LabelValueResolvers<ContextType>
  Level?: LevelResolvers<ContextType>
  MappedIntegration?: MappedIntegrationResolvers<ContextType>
  MappingPreview?: MappingPreviewResolvers<ContextType>
  MappingProblem?: MappingProblemResolvers<ContextType>
  MappingRuleOutcome?: MappingRuleOutcomeResolvers<ContextType>
  MeasureTarget?: MeasureTargetResolvers<ContextType>
  MergePreview?: MergePreviewResolvers<ContextType>
  MetricBucket?: MetricBucketResolvers<ContextType>
  MetricDefinition?: MetricDefinitionResolvers<ContextType>
  MetricGroup?: MetricGroupResolvers<ContextType>
  MetricOption?: MetricOptionResolvers<ContextType>
  MetricProfile?: MetricProfileResolvers<ContextType>
  MetricResult?: MetricResultResolvers<ContextType>
  MetricSelector?: MetricSelectorResolvers<ContextType>
  MetricValue?: MetricValueResolvers<ContextType>
  Mutation?: MutationResolvers<ContextType>
  NamedValue?: NamedValueResolvers<ContextType>
  Objective?: ObjectiveResolvers<ContextType>
  ObjectiveSuggestion?: ObjectiveSuggestionResolvers<ContextType>
  OpenSloOutcome?: OpenSloOutcomeResolvers<ContextType>
  OpenSloProblem?: OpenSloProblemResolvers<ContextType>
  OptionDifference?: OptionDifferenceResolvers<ContextType>
  PageInfo?: PageInfoResolvers<ContextType>
  Person?: PersonResolvers<ContextType>
  PipelineStatus?: PipelineStatusResolvers<ContextType>
  PredicateKind?: PredicateKindResolvers<ContextType>
  ProfileComparison?: ProfileComparisonResolvers<ContextType>
  ProfileDifference?: ProfileDifferenceResolvers<ContextType>
  ProfileSource?: ProfileSourceResolvers<ContextType>
  ProfileValue?: ProfileValueResolvers<ContextType>
  Promotion?: PromotionResolvers<ContextType>
  ProvenanceField?: ProvenanceFieldResolvers<ContextType>
  Query?: QueryResolvers<ContextType>
  QuickCheck?: QuickCheckResolvers<ContextType>
  QuickCheckPart?: QuickCheckPartResolvers<ContextType>
  QuietHours?: QuietHoursResolvers<ContextType>
  RangeLookup?: RangeLookupResolvers<ContextType>
  RebuildResult?: RebuildResultResolvers<ContextType>
  RecordDifference?: RecordDifferenceResolvers<ContextType>
  RecordDifferenceEdge?: RecordDifferenceEdgeResolvers<ContextType>
  Release?: ReleaseResolvers<ContextType>
  ReleaseConnection?: ReleaseConnectionResolvers<ContextType>
  ReleaseEdge?: ReleaseEdgeResolvers<ContextType>
  ReleaseEffect?: ReleaseEffectResolvers<ContextType>
  RemovalProblem?: RemovalProblemResolvers<ContextType>
  RequiredProvenance?: RequiredProvenanceResolvers<ContextType>
  SavedDigest?: SavedDigestResolvers<ContextType>
  SavedView?: SavedViewResolvers<ContextType>
  Service?: ServiceResolvers<ContextType>
  ServiceConnection?: ServiceConnectionResolvers<ContextType>
  ServiceEdge?: ServiceEdgeResolvers<ContextType>
  ShareLink?: ShareLinkResolvers<ContextType>
  Slo?: SloResolvers<ContextType>
  SloBucket?: SloBucketResolvers<ContextType>
  SloConnection?: SloConnectionResolvers<ContextType>
  SloEdge?: SloEdgeResolvers<ContextType>
  Stage?: StageResolvers<ContextType>
  StatDefinition?: StatDefinitionResolvers<ContextType>
  SuggestedThreshold?: SuggestedThresholdResolvers<ContextType>
  Target?: TargetResolvers<ContextType>
  Team?: TeamResolvers<ContextType>
  TeamConnection?: TeamConnectionResolvers<ContextType>
  TeamEdge?: TeamEdgeResolvers<ContextType>
  TelemetryRefusal?: TelemetryRefusalResolvers<ContextType>
  TelemetrySeries?: TelemetrySeriesResolvers<ContextType>
  TelemetrySource?: TelemetrySourceResolvers<ContextType>
  TierProvenance?: TierProvenanceResolvers<ContextType>
  TimelineEntry?: TimelineEntryResolvers<ContextType>
  Token?: TokenResolvers<ContextType>
  TrustedIdentity?: TrustedIdentityResolvers<ContextType>
  TrustedKey?: TrustedKeyResolvers<ContextType>
  TrustedSource?: TrustedSourceResolvers<ContextType>
  UndeclaredService?: UndeclaredServiceResolvers<ContextType>
  UndeclaredServiceConnection?: UndeclaredServiceConnectionResolvers<ContextType>
  UndeclaredServiceEdge?: UndeclaredServiceEdgeResolvers<ContextType>
  Viewer?: ViewerResolvers<ContextType>
  WindowBurn?: WindowBurnResolvers<ContextType>
  Workspace?: WorkspaceResolvers<ContextType>
}
