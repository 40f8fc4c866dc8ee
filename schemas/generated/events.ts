// Written by `npm run generate`. Change the schemas instead.

export type EventType =
  | 'approval.decided'
  | 'approval.requested'
  | 'approval.withdrawn'
  | 'artifact.attested'
  | 'artifact.promoted'
  | 'artifact.published'
  | 'change.committed'
  | 'deployment.finished'
  | 'deployment.progressed'
  | 'deployment.started'
  | 'experiment.declared'
  | 'fact.corrected'
  | 'flag.changed'
  | 'gate.decided'
  | 'gate.overridden'
  | 'incident.acknowledged'
  | 'incident.detected'
  | 'incident.mitigated'
  | 'incident.resolved'
  | 'incident.updated'
  | 'policy.evaluated'
  | 'rollback.decided'
  | 'route.changed'
  | 'service.declared'
  | 'sli.sampled'
  | 'test.finished'

/**
 * An id given by the sender, unique among its own things of that kind.
 */
export type Identifier = string
/**
 * A name people use: of a service, an environment, a version, a person.
 */
export type Name = string
/**
 * algorithm:hex, such as sha256 with 64 digits, kept in lower case.
 */
export type Digest = string
/**
 * A title or a sentence.
 */
export type ShortText = string
/**
 * An http or https address.
 */
export type WebUrl = string
/**
 * Any address of a repository, kept as host/owner/name in lower case.
 */
export type RepositoryName = string
/**
 * A commit: 7 to 64 hexadecimal digits, kept in lower case.
 */
export type CommitSha = string
/**
 * RFC 3339 with any offset, years 1970 to 2299, kept as UTC with milliseconds.
 */
export type Instant = string
/**
 * A message of several lines.
 */
export type LongText = string
/**
 * A file path or a glob inside a repository.
 */
export type Path = string
/**
 * ISO 4217 code.
 */
export type Currency = string
/**
 * A name people use; empty takes it back.
 */
export type NameOrNone = string
/**
 * Any address of a repository, kept as host/owner/name in lower case; empty takes it back.
 */
export type RepositoryNameOrNone = string
/**
 * An http or https address; empty takes it back.
 */
export type WebUrlOrNone = string

/**
 * The data of each type of event.
 */
export interface EventDataByType {
  'approval.decided': ApprovalDecided
  'approval.requested': ApprovalRequested
  'approval.withdrawn': ApprovalWithdrawn
  'artifact.attested': ArtifactAttested
  'artifact.promoted': ArtifactPromoted
  'artifact.published': ArtifactPublished
  'change.committed': ChangeCommitted
  'deployment.finished': DeploymentFinished
  'deployment.progressed': DeploymentProgressed
  'deployment.started': DeploymentStarted
  'experiment.declared': ExperimentDeclared
  'fact.corrected': FactCorrected
  'flag.changed': FlagChanged
  'gate.decided': GateDecided
  'gate.overridden': GateOverridden
  'incident.acknowledged': IncidentAcknowledged
  'incident.detected': IncidentDetected
  'incident.mitigated': IncidentMitigated
  'incident.resolved': IncidentResolved
  'incident.updated': IncidentUpdated
  'policy.evaluated': PolicyEvaluated
  'rollback.decided': RollbackDecided
  'route.changed': RouteChanged
  'service.declared': ServiceDeclared
  'sli.sampled': SliSampled
  'test.finished': TestFinished
}
/**
 * An approval was granted or denied by one person or rule.
 */
export interface ApprovalDecided {
  approval: Identifier
  service: Name
  environment: Name
  version?: Name
  release?: Identifier
  deployment?: Identifier
  artifactDigest?: Digest
  risk?: Name
  group?: Name
  requestedBy?: Name
  decision: 'granted' | 'denied'
  by: Name
  automated?: boolean
  reason?: ShortText
}
/**
 * Someone or a pipeline asked for an approval.
 */
export interface ApprovalRequested {
  approval: Identifier
  service: Name
  environment: Name
  version?: Name
  release?: Identifier
  deployment?: Identifier
  artifactDigest?: Digest
  risk?: Name
  group?: Name
  requestedBy?: Name
}
/**
 * An approval is no longer waited for, such as one that expired or was called off. It means nothing where somebody decided.
 */
export interface ApprovalWithdrawn {
  approval: Identifier
  service: Name
  environment: Name
  version?: Name
  release?: Identifier
  deployment?: Identifier
  artifactDigest?: Digest
  risk?: Name
  group?: Name
  by?: Name
  reason?: ShortText
}
/**
 * Something was stated about an artifact.
 */
export interface ArtifactAttested {
  digest: Digest
  kind: 'provenance' | 'signature' | 'sbom' | 'tests' | 'scan'
  status?: 'present' | 'verified' | 'invalid'
  predicateType?: Name
  issuer?: Name
  url?: WebUrl
  attestation?: Identifier
  /**
   * Whether it came with a signature.
   */
  signed?: boolean
  identity?: ShortText
  reason?: ShortText
  origin?: StatedOrigin
  /**
   * The statement itself, or where it is encoded, its text.
   */
  statement?: {
    [k: string]: unknown
  }
}
/**
 * Where a provenance statement says that the artifact came from.
 */
export interface StatedOrigin {
  repository?: RepositoryName
  commit?: CommitSha
  builder?: ShortText
  buildUrl?: WebUrl
}
/**
 * An artifact moved from one environment or registry to the next.
 */
export interface ArtifactPromoted {
  digest: Digest
  from: Name
  to: Name
  by?: Name
}
/**
 * An artifact was built and published.
 */
export interface ArtifactPublished {
  digest: Digest
  name?: Name
  version?: Name
  service?: Name
  repository?: RepositoryName
  commit?: CommitSha
  buildUrl?: WebUrl
  builder?: Name
  startedAt?: Instant
  finishedAt?: Instant
}
/**
 * A commit, with the pull request that carried it where there is one.
 */
export interface ChangeCommitted {
  repository: RepositoryName
  sha: CommitSha
  committedAt: Instant
  authoredAt?: Instant
  /**
   * @maxItems 100
   */
  parents?: CommitSha[]
  /**
   * Whether commits before it, of the same push, are not told. Holds as long as its parents are not known.
   */
  historyCut?: boolean
  branch?: Name
  author?: Name
  message?: LongText
  /**
   * @maxItems 20000
   */
  files?: Path[]
  pullRequest?: PullRequest
}
/**
 * The pull or merge request that carried a change.
 */
export interface PullRequest {
  number?: number
  openedAt?: Instant
  firstReviewAt?: Instant
  approvedAt?: Instant
  mergedAt?: Instant
  title?: ShortText
  /**
   * @maxItems 200
   */
  labels?: ShortText[]
  url?: WebUrl
  isRevert?: boolean
}
/**
 * A rollout ended, whatever its outcome.
 */
export interface DeploymentFinished {
  deployment: Identifier
  service: Name
  environment: Name
  version?: Name
  commit?: CommitSha
  repository?: RepositoryName
  artifactDigest?: Digest
  region?: Name
  kind?: 'change' | 'rollback' | 'redeploy' | 'hotfix'
  trigger?: 'human' | 'automatic' | 'schedule'
  actor?: Name
  strategy?: Name
  url?: WebUrl
  release?: Identifier
  risk?: Name
  /**
   * Change classes, such as database-migration or security.
   *
   * @maxItems 100
   */
  classes?: Name[]
  /**
   * @maxItems 200
   */
  labels?: ShortText[]
  /**
   * @maxItems 20000
   */
  changes?: DeployedChange[]
  previousCommit?: CommitSha
  outcome: 'succeeded' | 'failed' | 'rolled_back' | 'cancelled' | 'superseded' | 'skipped'
}
/**
 * A change as listed by a deployment; its repository falls back to the one of the deployment.
 */
export interface DeployedChange {
  repository?: RepositoryName
  sha: CommitSha
  committedAt?: Instant
  authoredAt?: Instant
  /**
   * @maxItems 100
   */
  parents?: CommitSha[]
  branch?: Name
  author?: Name
  message?: LongText
  /**
   * @maxItems 20000
   */
  files?: Path[]
  pullRequest?: PullRequest
}
/**
 * A rollout reached a stage.
 */
export interface DeploymentProgressed {
  deployment: Identifier
  service: Name
  environment: Name
  version?: Name
  commit?: CommitSha
  repository?: RepositoryName
  artifactDigest?: Digest
  region?: Name
  kind?: 'change' | 'rollback' | 'redeploy' | 'hotfix'
  trigger?: 'human' | 'automatic' | 'schedule'
  actor?: Name
  strategy?: Name
  url?: WebUrl
  release?: Identifier
  risk?: Name
  /**
   * Change classes, such as database-migration or security.
   *
   * @maxItems 100
   */
  classes?: Name[]
  /**
   * @maxItems 200
   */
  labels?: ShortText[]
  /**
   * @maxItems 20000
   */
  changes?: DeployedChange[]
  previousCommit?: CommitSha
  stage: RolloutStage
}
/**
 * One step of a rollout.
 */
export interface RolloutStage {
  name: Name
  index?: number
  /**
   * Share of the traffic, 0 to 100.
   */
  trafficPercent?: number
  status?: Name
}
/**
 * A rollout began.
 */
export interface DeploymentStarted {
  deployment: Identifier
  service: Name
  environment: Name
  version?: Name
  commit?: CommitSha
  repository?: RepositoryName
  artifactDigest?: Digest
  region?: Name
  kind?: 'change' | 'rollback' | 'redeploy' | 'hotfix'
  trigger?: 'human' | 'automatic' | 'schedule'
  actor?: Name
  strategy?: Name
  url?: WebUrl
  release?: Identifier
  risk?: Name
  /**
   * Change classes, such as database-migration or security.
   *
   * @maxItems 100
   */
  classes?: Name[]
  /**
   * @maxItems 200
   */
  labels?: ShortText[]
  /**
   * @maxItems 20000
   */
  changes?: DeployedChange[]
  previousCommit?: CommitSha
}
/**
 * Harm is expected for a while, on purpose.
 */
export interface ExperimentDeclared {
  service: Name
  environment: Name
  from: Instant
  to: Instant
  reason: ShortText
}
/**
 * A person corrected a fact.
 */
export interface FactCorrected {
  kind: 'release' | 'deployment' | 'change' | 'incident' | 'approval' | 'artifact'
  id: Identifier
  service?: Name
  environment?: Name
  /**
   * The fields to set, by their name in the fact; null gives a field back to what the senders say.
   */
  fields: {
    [k: string]: unknown
  }
  reason: ShortText
  by?: Name
}
/**
 * A feature flag was changed.
 */
export interface FlagChanged {
  flag: Name
  service?: Name
  environment: Name
  enabled?: boolean
  percent?: number
  owner?: Name
}
/**
 * Windsock gave a verdict.
 */
export interface GateDecided {
  decision: Identifier
  service: Name
  environment: Name
  verdict: 'continue' | 'pause' | 'rollback'
  policy?: Name
  policyVersion?: Name
  mode?: 'enforce' | 'shadow'
  stage?: Name
  deployment?: Identifier
  version?: Name
  release?: Identifier
  artifactDigest?: Digest
  /**
   * @maxItems 200
   */
  reasons?: GateReason[]
  retryAfterSeconds?: number
  url?: WebUrl
}
/**
 * One check of a gate decision.
 */
export interface GateReason {
  check: Name
  state: 'pass' | 'breach' | 'missing' | 'waiting' | 'not_applicable'
  message?: LongText
}
/**
 * A person went past a verdict.
 */
export interface GateOverridden {
  decision: Identifier
  service: Name
  environment: Name
  verdict?: 'continue' | 'pause' | 'rollback'
  by: Name
  reason: ShortText
  deployment?: Identifier
  version?: Name
  release?: Identifier
}
/**
 * Someone took the incident.
 */
export interface IncidentAcknowledged {
  incident: Identifier
  service?: Name
  /**
   * @maxItems 1000
   */
  services?: Name[]
  environment?: Name
  title?: ShortText
  severity?: Name
  startedAt?: Instant
  deployment?: Identifier
  version?: Name
  release?: Identifier
  cause?: 'release' | 'unrelated'
  url?: WebUrl
  impact?: IncidentImpact
}
/**
 * What an incident cost.
 */
export interface IncidentImpact {
  /**
   * Customers affected.
   */
  customers?: number
  /**
   * Minutes of impact.
   */
  minutes?: number
  /**
   * Money lost, in the currency.
   */
  cost?: number
  currency?: Currency
}
/**
 * An incident was noticed.
 */
export interface IncidentDetected {
  incident: Identifier
  service?: Name
  /**
   * @maxItems 1000
   */
  services?: Name[]
  environment?: Name
  title?: ShortText
  severity?: Name
  startedAt?: Instant
  deployment?: Identifier
  version?: Name
  release?: Identifier
  cause?: 'release' | 'unrelated'
  url?: WebUrl
  impact?: IncidentImpact
}
/**
 * The harm of the incident ended.
 */
export interface IncidentMitigated {
  incident: Identifier
  service?: Name
  /**
   * @maxItems 1000
   */
  services?: Name[]
  environment?: Name
  title?: ShortText
  severity?: Name
  startedAt?: Instant
  deployment?: Identifier
  version?: Name
  release?: Identifier
  cause?: 'release' | 'unrelated'
  url?: WebUrl
  impact?: IncidentImpact
  mitigation?: IncidentMitigation
}
/**
 * What ended the harm.
 */
export interface IncidentMitigation {
  kind: 'rollback' | 'hotfix' | 'flag' | 'scale' | 'other'
  deployment?: Identifier
}
/**
 * The incident was closed.
 */
export interface IncidentResolved {
  incident: Identifier
  service?: Name
  /**
   * @maxItems 1000
   */
  services?: Name[]
  environment?: Name
  title?: ShortText
  severity?: Name
  startedAt?: Instant
  deployment?: Identifier
  version?: Name
  release?: Identifier
  cause?: 'release' | 'unrelated'
  url?: WebUrl
  impact?: IncidentImpact
  mitigation?: IncidentMitigation
}
/**
 * Something about the incident changed.
 */
export interface IncidentUpdated {
  incident: Identifier
  service?: Name
  /**
   * @maxItems 1000
   */
  services?: Name[]
  environment?: Name
  title?: ShortText
  severity?: Name
  startedAt?: Instant
  deployment?: Identifier
  version?: Name
  release?: Identifier
  cause?: 'release' | 'unrelated'
  url?: WebUrl
  impact?: IncidentImpact
  mitigation?: IncidentMitigation
  note?: ShortText
  /**
   * Stages said earlier that hold no longer, such as resolved for an incident that was reopened.
   *
   * @maxItems 3
   */
  retracts?: ('acknowledged' | 'mitigated' | 'resolved')[]
}
/**
 * A policy engine gave a result.
 */
export interface PolicyEvaluated {
  service?: Name
  environment?: Name
  version?: Name
  digest?: Digest
  name: Name
  status: Name
  url?: WebUrl
}
/**
 * It was decided to roll back.
 */
export interface RollbackDecided {
  service: Name
  environment: Name
  deployment?: Identifier
  version?: Name
  by?: Name
  automated?: boolean
  reason?: ShortText
}
/**
 * The intended traffic of a service was changed.
 */
export interface RouteChanged {
  service: Name
  environment: Name
  enabled?: boolean
  percent?: number
  owner?: Name
  /**
   * @maxItems 1000
   */
  weights?: RouteWeight[]
}
/**
 * Intended share of the traffic of one version.
 */
export interface RouteWeight {
  version: Name
  percent: number
}
/**
 * What is known about a service. A field that is left out says nothing; one that is empty takes back what was said.
 */
export interface ServiceDeclared {
  service: Name
  team?: NameOrNone
  tier?: NameOrNone
  repository?: RepositoryNameOrNone
  /**
   * @maxItems 1000
   */
  paths?: Path[]
  /**
   * @maxItems 1000
   */
  dependsOn?: Name[]
  /**
   * @maxItems 1000
   */
  slis?: Name[]
  runbookUrl?: WebUrlOrNone
  owner?: NameOrNone
  title?: NameOrNone
  /**
   * Other names under which events speak of it.
   *
   * @maxItems 1000
   */
  aliases?: Name[]
  sourceOfRecord?: NameOrNone
  /**
   * True takes back that it was declared.
   */
  withdrawn?: boolean
}
/**
 * One reading of a service-level indicator over a span of time.
 */
export interface SliSampled {
  service: Name
  sli: Name
  environment: Name
  from: Instant
  to: Instant
  /**
   * Good events.
   */
  good?: number
  /**
   * All events.
   */
  total?: number
  value?: number
  histogram?: SliHistogram
  region?: Name
  cohort?: 'canary' | 'baseline' | 'stable'
  version?: Name
  release?: Identifier
  deployment?: Identifier
  cost?: number
}
/**
 * Counts between fixed boundaries: one more count than boundaries.
 */
export interface SliHistogram {
  /**
   * @maxItems 512
   */
  bounds: number[]
  /**
   * @maxItems 513
   */
  counts: number[]
  sum?: number
  unit?: Name
}
/**
 * A test run of a release ended.
 */
export interface TestFinished {
  service?: Name
  environment?: Name
  version?: Name
  digest?: Digest
  name: Name
  status: Name
  url?: WebUrl
}
