import type { AttestationFact } from './attestation.js'
import type { CanonicalEvent } from './event.js'
import type { Contradiction } from './fold.js'
import type { Instant } from './instant.js'
import type { LeadTimeStages, Stage } from './lead-time.js'
import type { Remedies } from './remedies.js'
import type { Decided } from './rollback-decision.js'
import type { Validation } from './validations.js'

export type Outcome = 'succeeded' | 'failed' | 'rolled_back' | 'cancelled' | 'superseded' | 'skipped' | 'running'
export type Kind = 'change' | 'rollback' | 'redeploy' | 'hotfix'
export type TriggerName = 'human' | 'automatic' | 'schedule' | 'unknown'

/** What a workspace decides for itself. */
export type WorkspaceRules = {
  /** Whether a source's verdicts on attestations are believed; without it only Windsock's own are. */
  isTrustedSource?: (source: string) => boolean
  isProduction(environment: string): boolean
  /** Within this time after a deployment an incident is held to be recent enough to blame it. Milliseconds. */
  attributionWindowMs: number
  /** Reports of one rollout by several sources may lie this far apart. Milliseconds. */
  mergeSlackMs: number
  /** Within this time after another that is open, an incident that a second source reports is the same; 0 joins none. Milliseconds. */
  incidentMergeMs: number
  /** Authors whose changes have no lead time, such as bots: `*` stands for anything, case does not matter. */
  ignoredAuthors: readonly string[]
  /** How many different approvers have to grant, by group, where that is not one. */
  quorums: ReadonlyMap<string, number>
  /** What makes a rollout a hotfix: labels of it or of its pull request, globs of its branch and of its version. */
  hotfix: { labels: readonly string[]; branches: readonly string[]; tags: readonly string[] }
}

const PRODUCTION = /(^|[-_./ ])(prod|production|live)($|[-_./ ])/i

export const defaultRules: WorkspaceRules = {
  isProduction: (environment) => PRODUCTION.test(environment),
  attributionWindowMs: 24 * 3_600_000,
  mergeSlackMs: 5 * 60_000,
  incidentMergeMs: 0,
  ignoredAuthors: [],
  quorums: new Map(),
  hotfix: { labels: ['hotfix'], branches: ['hotfix/*'], tags: [] },
}

export type ServiceFact = {
  service: string
  title: string
  team: string
  tier: string
  repositories: string[]
  paths: string[]
  owner: string
  runbookUrl: string
  declared: boolean
  sourceOfRecord: string | null
  slis: string[]
  dependsOn: string[]
  /** Other names under which events speak of it. */
  aliases: string[]
  /** Who owned it since when, in order. */
  ownership: { team: string; from: Instant }[]
}

export type DeclaredChange = {
  repository: string
  sha: string
  committedAt?: string
  authoredAt?: string
  author?: string
  message?: string
  parents?: string[]
  historyCut?: boolean
  files?: string[]
  branch?: string
  pullRequest?: PullRequest
}

export type PullRequest = {
  number?: number
  openedAt?: string
  firstReviewAt?: string
  approvedAt?: string
  mergedAt?: string
  title?: string
  labels?: string[]
  url?: string
  isRevert?: boolean
}

export type ChangeFact = {
  repository: string
  sha: string
  committedAt: Instant | null
  authoredAt: Instant | null
  parents: string[] | null
  /** Commits before it, of the same push, are not told. */
  historyCut: boolean
  /** Told by a provider that compared two commits: what its parents leave open is part of the older one. */
  compared: boolean
  branch: string | null
  author: string
  title: string
  /** The commit that its message says it reverts. */
  revertedSha: string | null
  /** The commits that its message says it was picked from, the first of them the original. */
  cherryPickedFrom: string[]
  files: string[] | null
  pullRequest: PullRequest | null
  receivedAt: Instant
}

export type StageReport = { name: string; index: number | null; trafficPercent: number | null; status: string | null; at: Instant }

/** One rollout as reported, before its neighbours are looked at. */
export type DeploymentReport = {
  id: string
  service: string
  environment: string
  regions: string[]
  version: string | null
  commit: string | null
  repository: string | null
  artifactDigest: string | null
  declaredKind: Kind | null
  trigger: TriggerName
  actor: string
  strategy: string | null
  url: string
  release: string | null
  labels: string[]
  risk: string
  classes: string[]
  declaredChanges: DeclaredChange[] | null
  previousCommit: string | null
  startedAt: Instant | null
  fullTrafficAt: Instant | null
  finishedAt: Instant | null
  /** When the last region to end so far did; others may be running. */
  lastEndAt: Instant | null
  outcome: Outcome
  stages: StageReport[]
  receivedAt: Instant
  parts: { source: string; deployment: string }[]
  contradictions: Contradiction[]
  /** The corrections in force. */
  corrections: readonly CanonicalEvent[]
  /** Fields that a person set. */
  corrected: string[]
}

export type IncidentReport = {
  id: string
  services: string[]
  environment: string | null
  title: string
  severity: string
  url: string
  startedAt: Instant | null
  detectedAt: Instant | null
  acknowledgedAt: Instant | null
  mitigatedAt: Instant | null
  resolvedAt: Instant | null
  deployment: string | null
  version: string | null
  release: string | null
  cause: 'release' | 'unrelated' | null
  mitigation: { kind: string; deployment?: string } | null
  impact: Record<string, unknown> | null
  /** Set by a person: a deployment to blame, or 'unrelated'. */
  correctedAttribution: string | null
  receivedAt: Instant
  contradictions: Contradiction[]
  parts: { source: string; incident: string }[]
  /** Fields that a person set. */
  corrected: string[]
}

export type ApprovalFact = {
  id: string
  service: string
  environment: string
  version: string | null
  release: string | null
  deployment: string | null
  artifactDigest: string | null
  risk: string
  group: string
  requestedBy: string
  requestedAt: Instant | null
  /** Where and only where there is a decision. */
  decidedAt: Instant | null
  /** When it was no longer waited for, of one that nobody decided. */
  withdrawnAt: Instant | null
  decision: string
  decidedBy: string[]
  automated: boolean
  /** Whether a trusted source told of the grant. */
  verified: boolean
}

export type ArtifactFact = {
  digest: string
  name: string
  version: string | null
  commit: string | null
  repository: string | null
  buildUrl: string
  builder: string
  startedAt: Instant | null
  publishedAt: Instant | null
  promotions: { from: string; to: string; by: string; at: Instant }[]
  /** By kind; of each kind the one that decides its state first. */
  attestations: AttestationFact[]
}

/** Of one field of provenance: not there, said to be there, checked and right, checked and wrong. */
export type FieldState = 'absent' | 'present' | 'verified' | 'invalid'

/** An incident laid at a deployment. */
export type BlamedIncident = {
  id: string
  confidence: number
  method: Attribution['method']
  startedAt: Instant | null
  detectedAt: Instant | null
  mitigatedAt: Instant | null
}

export type Attribution = {
  deployment: string
  service: string
  environment: string
  regions: string[]
  trigger: TriggerName
  kind: Kind
  releaseId: string
  method: 'declared' | 'person' | 'remediated' | 'regression' | 'recent'
  confidence: number
  reason: string
}

/** Two commits between which not all is known. */
export type UnknownRange = { repository: string; base: string; head: string }

export type DeploymentFact = DeploymentReport & {
  production: boolean
  kind: Kind
  kindReason: string
  releaseId: string
  previousVersion: string | null
  /** Deployment that this rollback or hotfix blames. */
  blames: string | null
  rolledBackBy: string | null
  /** The same when a rollback blames the first rollout after the one it returns to. */
  rolledBackByFirstAfter: string | null
  needsHotfixBy: string | null
  revertedBy: string | null
  remedies: Remedies
  decision: Decided | null
  validations: Validation[]
  /** Indicators that had telemetry after it. */
  slisSeen: string[]
  provenance: Record<string, FieldState>
  incidents: BlamedIncident[]
  failed: boolean
  failureReasons: string[]
  changeSource: 'declared' | 'range' | 'head' | 'none'
  firstOfService: boolean
  unknownRange: UnknownRange | null
}

export type DeployedChangeFact = {
  deployment: string
  environment: string
  anchor: Instant
  change: ChangeFact
  state: string
  /** The same where what other environments took does not matter. */
  environmentState: string
  leadTimeMs: number
  authoredLeadTimeMs: number
  clusterSize: number
  /** The first counted change of its deployment. */
  leadsCluster: boolean
  stages: LeadTimeStages
  knownStages: Stage[]
}

export type IncidentFact = IncidentReport & {
  production: boolean
  status: 'open' | 'acknowledged' | 'mitigated' | 'resolved'
  anchor: Instant
  mitigatedBy: 'mitigated' | 'remedied_by_deployment' | 'resolved' | ''
  attributions: Attribution[]
  attributionReason: string
  /** For how much of the four weeks before it a rollout was recent, where nothing better is known of it; else 0. */
  recentChanceMs: number
}
