import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { DeclaredChange, DeploymentReport, Kind, Outcome, StageReport, TriggerName } from './facts.js'
import { claimOf, correctedNames, foldClaims, groupBy, type Claim, type Contradiction } from './fold.js'
import { compareText, earliest, instantOf, latest, type Instant } from './instant.js'

type Fields = {
  version: string
  commit: string
  repository: string
  artifactDigest: string
  kind: Kind
  trigger: TriggerName
  actor: string
  strategy: string
  url: string
  release: string
  labels: string[]
  risk: string
  classes: string[]
  changes: DeclaredChange[]
  previousCommit: string
}
type Progress = { startedAt: Instant; finishedAt: Instant; fullTrafficAt: Instant; outcome: Outcome }
type DeploymentClaim = Claim<Fields & Progress> & { region: string; stage: StageReport | null }

const CONTRADICTABLE = ['version', 'commit', 'artifactDigest'] as const
const OUTCOMES_BY_WEIGHT: readonly Outcome[] = ['running', 'failed', 'rolled_back', 'succeeded', 'cancelled', 'superseded', 'skipped']

/**
 * Folds the deployment events of one (service, environment, deployment id) into one report of what senders say, to which the
 * corrections in force are added. Regions keep their own progress; the rollout starts with the first and ends with the last of them.
 */
export function foldDeployment(events: readonly CanonicalEvent[], corrections: readonly CanonicalEvent[]): DeploymentReport {
  const claims = events.map(deploymentClaim)
  const identity = events[0]?.data as { deployment: string; service: string; environment: string }
  const { fields, receivedAt, contradictions } = foldClaims(claims, CONTRADICTABLE)
  const { outcomeContradictions, ...progress } = foldProgress(claims)
  return {
    id: identity.deployment,
    service: identity.service,
    environment: identity.environment,
    regions: [...new Set(claims.map((claim) => claim.region).filter((region) => region !== ''))].sort(compareText),
    version: fields.version ?? null,
    commit: fields.commit ?? null,
    repository: fields.repository ?? null,
    artifactDigest: fields.artifactDigest ?? null,
    declaredKind: fields.kind ?? null,
    trigger: fields.trigger ?? 'unknown',
    actor: fields.actor ?? '',
    strategy: fields.strategy ?? null,
    url: fields.url ?? '',
    release: fields.release ?? null,
    labels: fields.labels ?? [],
    risk: fields.risk ?? '',
    classes: fields.classes ?? [],
    declaredChanges: fields.changes ?? null,
    previousCommit: fields.previousCommit ?? null,
    stages: stagesOf(claims),
    receivedAt,
    parts: [...new Set(events.map((event) => event.source))].sort(compareText).map((source) => ({ source, deployment: identity.deployment })),
    contradictions: [...contradictions, ...outcomeContradictions],
    corrections,
    corrected: correctedNames(corrections),
    ...progress,
  }
}

function deploymentClaim(event: CanonicalEvent): DeploymentClaim {
  const data = dataOf(event)
  const time = instantOf(event.time) ?? 0
  const fields: Partial<Fields & Progress> = { ...(data as Partial<Fields>) }
  if (event.type === 'deployment.started') fields.startedAt = time
  if (event.type === 'deployment.finished') fields.finishedAt = time
  const stage = event.type === 'deployment.progressed' ? stageOf(data.stage, time) : null
  if (stage?.trafficPercent === 100) fields.fullTrafficAt = time
  return { region: typeof data.region === 'string' ? data.region : '', stage, ...claimOf(event, fields) }
}

function stageOf(stage: unknown, at: Instant): StageReport | null {
  if (typeof stage !== 'object' || stage === null) return null
  const { name, index, trafficPercent, status } = stage as Partial<StageReport>
  return { name: name ?? '', index: index ?? null, trafficPercent: trafficPercent ?? null, status: status ?? null, at }
}

function stagesOf(claims: readonly DeploymentClaim[]): StageReport[] {
  const stages = claims.flatMap((claim) => claim.stage ?? [])
  return stages.sort((a, b) => a.at - b.at || (a.index ?? 0) - (b.index ?? 0) || compareText(a.name, b.name))
}

type ReportProgress = Pick<DeploymentReport, 'startedAt' | 'finishedAt' | 'lastEndAt' | 'fullTrafficAt' | 'outcome'> & {
  outcomeContradictions: Contradiction[]
}

function foldProgress(claims: readonly DeploymentClaim[]): ReportProgress {
  const folds = [...groupBy(claims, (claim) => claim.region)].map(([region, own]) => ({ region, ...foldClaims<Progress>(own, ['outcome']) }))
  const outcomeContradictions = folds.flatMap((fold) => fold.contradictions)
  const regions = folds.map(({ region, fields }) => ({ region, ...fields }))
  const whole = regions.find((region) => region.region === '')
  const startedAt = whole?.startedAt ?? earliest(regions.map((region) => region.startedAt ?? null))
  const lastEndAt = latest(regions.map((region) => region.finishedAt ?? null))
  if (whole?.outcome) {
    const finishedAt = whole.finishedAt ?? lastEndAt
    return { startedAt, finishedAt, lastEndAt, outcome: whole.outcome, fullTrafficAt: whole.fullTrafficAt ?? null, outcomeContradictions }
  }
  const parts = regions.filter((region) => region.region !== '')
  const outcome = parts.length === 0 ? 'running' : heaviest(parts.map((region) => region.outcome ?? 'running'))
  const allFull = parts.length > 0 && parts.every((region) => region.fullTrafficAt !== undefined)
  return {
    startedAt,
    lastEndAt,
    outcome,
    outcomeContradictions,
    finishedAt: outcome === 'running' ? null : latest(parts.map((region) => region.finishedAt ?? null)),
    fullTrafficAt: whole?.fullTrafficAt ?? (allFull ? latest(parts.map((region) => region.fullTrafficAt ?? null)) : null),
  }
}

function heaviest(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES_BY_WEIGHT.find((outcome) => outcomes.includes(outcome)) ?? 'running'
}

export function compareReports(a: DeploymentReport, b: DeploymentReport): number {
  return effectiveAt(a) - effectiveAt(b) || compareText(a.id, b.id) || compareText(a.environment, b.environment)
}

/** When the rollout began to matter. */
export function effectiveAt(report: Pick<DeploymentReport, 'startedAt' | 'finishedAt' | 'receivedAt'>): Instant {
  return report.startedAt ?? report.finishedAt ?? report.receivedAt
}
