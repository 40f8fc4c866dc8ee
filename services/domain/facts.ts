import type { Contradiction } from './fold.js'
import type { Instant } from './instant.js'

export type Outcome = 'succeeded' | 'failed' | 'rolled_back' | 'cancelled' | 'superseded' | 'skipped' | 'running'
export type Kind = 'change' | 'rollback' | 'redeploy' | 'hotfix'
export type TriggerName = 'human' | 'automatic' | 'schedule' | 'unknown'

/** What a workspace decides for itself. */
export type WorkspaceRules = {
  isProduction(environment: string): boolean
  /** Within this time after a deployment an incident is held to be recent enough to blame it. Milliseconds. */
  attributionWindowMs: number
  /** Reports of one rollout by several sources may lie this far apart. Milliseconds. */
  mergeSlackMs: number
}

const PRODUCTION = /(^|[-_./ ])(prod|production|live)($|[-_./ ])/i

export const defaultRules: WorkspaceRules = {
  isProduction: (environment) => PRODUCTION.test(environment),
  attributionWindowMs: 24 * 3_600_000,
  mergeSlackMs: 5 * 60_000,
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
}

export type DeclaredChange = {
  repository: string
  sha: string
  committedAt?: string
  authoredAt?: string
  author?: string
  message?: string
  parents?: string[]
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
  branch: string | null
  author: string
  title: string
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
  declaredChanges: DeclaredChange[] | null
  previousCommit: string | null
  startedAt: Instant | null
  fullTrafficAt: Instant | null
  finishedAt: Instant | null
  outcome: Outcome
  stages: StageReport[]
  receivedAt: Instant
  parts: { source: string; deployment: string }[]
  contradictions: Contradiction[]
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
  decidedAt: Instant | null
  decision: string
  decidedBy: string[]
  automated: boolean
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
  attestations: { kind: string; status: string; url: string }[]
}

/** When a rollback was asked for, by whom. */
export type RollbackDecision = {
  environment: string
  deployment: string | null
  version: string | null
  at: Instant
  automated: boolean
  by: string
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

export type DeploymentFact = DeploymentReport & {
  production: boolean
  kind: Kind
  kindReason: string
  releaseId: string
  previousVersion: string | null
  /** Deployment that this rollback or hotfix blames. */
  blames: string | null
  rolledBackBy: string | null
  needsHotfixBy: string | null
  incidents: { id: string; confidence: number }[]
  failed: boolean
  failureReasons: string[]
  changeSource: 'declared' | 'range' | 'head' | 'none'
  firstOfService: boolean
}

export type DeployedChangeFact = {
  deployment: string
  environment: string
  anchor: Instant
  change: ChangeFact
  state: string
  leadTimeMs: number
  authoredLeadTimeMs: number
  clusterSize: number
  stages: LeadTimeStages
}

export type LeadTimeStages = {
  coding: number
  review: number
  mergeWait: number
  build: number
  approvalWait: number
  deployWait: number
  rollout: number
}

export type IncidentFact = IncidentReport & {
  production: boolean
  status: 'open' | 'acknowledged' | 'mitigated' | 'resolved'
  anchor: Instant
  mitigatedBy: 'mitigated' | 'remedied_by_deployment' | 'resolved' | ''
  attributions: Attribution[]
  attributionReason: string
}
