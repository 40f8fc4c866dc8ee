import type { CanonicalEvent } from './event.js'
import { dataOf } from './event-data.js'
import type { DeclaredChange, DeploymentReport, Kind, Outcome, StageReport, TriggerName, WorkspaceRules } from './facts.js'
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
  mergeWith: string
  apart: boolean
}
type Progress = { startedAt: Instant; finishedAt: Instant; fullTrafficAt: Instant; outcome: Outcome }
type DeploymentClaim = Claim<Fields & Progress> & { region: string; stage: StageReport | null }

const CONTRADICTABLE = ['version', 'commit', 'artifactDigest'] as const
const OUTCOMES_BY_WEIGHT: readonly Outcome[] = ['running', 'failed', 'rolled_back', 'succeeded', 'cancelled', 'superseded', 'skipped']

/**
 * Folds the deployment events of one (service, environment, deployment id), and the corrections of it, into one report.
 * Regions keep their own progress; the rollout starts with the first and ends with the last of them.
 */
export function foldDeployment(events: readonly CanonicalEvent[]): DeploymentReport {
  const claims = events.map(deploymentClaim)
  const first = events.find((event) => event.type !== 'fact.corrected')
  const identity = (first?.data ?? {}) as { deployment: string; service: string; environment: string }
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
    parts: [...new Set(events.filter((event) => event.type !== 'fact.corrected').map((event) => event.source))]
      .sort(compareText)
      .map((source) => ({ source, deployment: identity.deployment })),
    contradictions: [...contradictions, ...outcomeContradictions],
    corrected: correctedNames(events),
    mergeWith: fields.mergeWith ?? null,
    apart: fields.apart ?? false,
    ...progress,
  }
}

function deploymentClaim(event: CanonicalEvent): DeploymentClaim {
  const data = dataOf(event)
  if (event.type === 'fact.corrected') return { ...claimOf<Fields & Progress>(event, correctedFields(data.fields)), region: '', stage: null }
  const time = instantOf(event.time) ?? 0
  const fields: Partial<Fields & Progress> = { ...(data as Partial<Fields>) }
  if (event.type === 'deployment.started') fields.startedAt = time
  if (event.type === 'deployment.finished') fields.finishedAt = time
  const stage = event.type === 'deployment.progressed' ? stageOf(data.stage, time) : null
  if (stage?.trafficPercent === 100) fields.fullTrafficAt = time
  return { region: typeof data.region === 'string' ? data.region : '', stage, ...claimOf(event, fields) }
}

function correctedFields(fields: unknown): Partial<Fields & Progress> {
  const corrected = { ...(fields as Record<string, unknown>) }
  for (const name of ['startedAt', 'finishedAt', 'fullTrafficAt']) {
    if (name in corrected) corrected[name] = instantOf(corrected[name])
  }
  return corrected as Partial<Fields & Progress>
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

type ReportProgress = Pick<DeploymentReport, 'startedAt' | 'finishedAt' | 'fullTrafficAt' | 'outcome'> & { outcomeContradictions: Contradiction[] }

function foldProgress(claims: readonly DeploymentClaim[]): ReportProgress {
  const folds = [...groupBy(claims, (claim) => claim.region)].map(([region, own]) => ({ region, ...foldClaims<Progress>(own, ['outcome']) }))
  const outcomeContradictions = folds.flatMap((fold) => fold.contradictions)
  const regions = folds.map(({ region, fields }) => ({ region, ...fields }))
  const whole = regions.find((region) => region.region === '')
  const startedAt = whole?.startedAt ?? earliest(regions.map((region) => region.startedAt ?? null))
  if (whole?.outcome) {
    const finishedAt = whole.finishedAt ?? latest(regions.map((region) => region.finishedAt ?? null))
    return { startedAt, finishedAt, outcome: whole.outcome, fullTrafficAt: whole.fullTrafficAt ?? null, outcomeContradictions }
  }
  const parts = regions.filter((region) => region.region !== '')
  const outcome = parts.length === 0 ? 'running' : heaviest(parts.map((region) => region.outcome ?? 'running'))
  const allFull = parts.length > 0 && parts.every((region) => region.fullTrafficAt !== undefined)
  return {
    startedAt,
    outcome,
    outcomeContradictions,
    finishedAt: outcome === 'running' ? null : latest(parts.map((region) => region.finishedAt ?? null)),
    fullTrafficAt: whole?.fullTrafficAt ?? (allFull ? latest(parts.map((region) => region.fullTrafficAt ?? null)) : null),
  }
}

function heaviest(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES_BY_WEIGHT.find((outcome) => outcomes.includes(outcome)) ?? 'running'
}

/**
 * Joins the reports that several sources make of one rollout: same environment and (version, commit or digest), overlapping
 * in time within the slack, and from different sources. The source of record, where the service names one, tells the times.
 */
export function mergeReports(reports: readonly DeploymentReport[], sourceOfRecord: string | null, rules: WorkspaceRules): DeploymentReport[] {
  const merged: DeploymentReport[][] = []
  const open: DeploymentReport[][] = []
  for (const report of [...reports].sort(compareReports)) {
    const group =
      merged.find((candidate) => candidate.some((other) => isJoinedByHand(other, report))) ??
      open.find((candidate) => candidate.every((other) => isSameRollout(other, report, rules)))
    if (group) {
      group.push(report)
      continue
    }
    const fresh = [report]
    merged.push(fresh)
    open.unshift(fresh)
    if (open.length > 32) open.pop()
  }
  return merged.map((group) => joinReports(group, sourceOfRecord))
}

export function compareReports(a: DeploymentReport, b: DeploymentReport): number {
  return effectiveAt(a) - effectiveAt(b) || compareText(a.id, b.id) || compareText(a.environment, b.environment)
}

/** When the rollout began to matter. */
export function effectiveAt(report: Pick<DeploymentReport, 'startedAt' | 'finishedAt' | 'receivedAt'>): Instant {
  return report.startedAt ?? report.finishedAt ?? report.receivedAt
}

/** Reports of one environment that a person joined, whatever they say. */
function isJoinedByHand(a: DeploymentReport, b: DeploymentReport): boolean {
  return a.environment === b.environment && (a.mergeWith === b.id || b.mergeWith === a.id)
}

function isSameRollout(a: DeploymentReport, b: DeploymentReport, rules: WorkspaceRules): boolean {
  const sources = new Set(a.parts.map((part) => part.source))
  return (
    !a.apart &&
    !b.apart &&
    a.environment === b.environment &&
    !b.parts.some((part) => sources.has(part.source)) &&
    namesSameThing(a, b) &&
    effectiveAt(b) <= (a.finishedAt ?? effectiveAt(a)) + rules.mergeSlackMs
  )
}

function namesSameThing(a: DeploymentReport, b: DeploymentReport): boolean {
  const same = (left: string | null, right: string | null) => left !== null && left === right
  return same(a.version, b.version) || same(a.commit, b.commit) || same(a.artifactDigest, b.artifactDigest)
}

function joinReports(group: DeploymentReport[], sourceOfRecord: string | null): DeploymentReport {
  const first = group[0] as DeploymentReport
  if (group.length === 1) return first
  const record = group.find((report) => report.parts.some((part) => part.source === sourceOfRecord))
  const ended = group
    .filter((report) => report.outcome !== 'running')
    .sort(compareEnds)
    .at(-1)
  const lead = record ?? first
  const joined: DeploymentReport = { ...lead, labels: [...new Set(group.flatMap((report) => report.labels))].sort(compareText) }
  for (const report of group) fillGaps(joined, report)
  joined.startedAt = record?.startedAt ?? earliest(group.map((report) => report.startedAt))
  joined.outcome = (record && record.outcome !== 'running' ? record : ended)?.outcome ?? 'running'
  joined.finishedAt = (record && record.outcome !== 'running' ? record : ended)?.finishedAt ?? null
  joined.fullTrafficAt = record?.fullTrafficAt ?? latest(group.map((report) => report.fullTrafficAt))
  joined.regions = [...new Set(group.flatMap((report) => report.regions))].sort(compareText)
  joined.stages = group.flatMap((report) => report.stages).sort((a, b) => a.at - b.at || compareText(a.name, b.name))
  joined.parts = group.flatMap((report) => report.parts)
  joined.receivedAt = Math.min(...group.map((report) => report.receivedAt))
  joined.contradictions = [...group.flatMap((report) => report.contradictions), ...differingOutcomes(group, joined.outcome)]
  return joined
}

function compareEnds(a: DeploymentReport, b: DeploymentReport): number {
  return (a.finishedAt ?? 0) - (b.finishedAt ?? 0) || compareText(a.id, b.id)
}

const GAPS = [
  'version',
  'commit',
  'repository',
  'artifactDigest',
  'declaredKind',
  'strategy',
  'release',
  'declaredChanges',
  'previousCommit',
] as const

function fillGaps(into: DeploymentReport, from: DeploymentReport): void {
  for (const field of GAPS) if (into[field] === null) Object.assign(into, { [field]: from[field] })
  if (into.trigger === 'unknown') into.trigger = from.trigger
  if (into.actor === '') into.actor = from.actor
  if (into.url === '') into.url = from.url
  if (into.risk === '') into.risk = from.risk
  into.classes = [...new Set([...into.classes, ...from.classes])].sort(compareText)
  into.corrected = [...new Set([...into.corrected, ...from.corrected])].sort(compareText)
}

function differingOutcomes(group: readonly DeploymentReport[], kept: Outcome): Contradiction[] {
  return group
    .filter((report) => report.outcome !== kept && report.outcome !== 'running')
    .map((report) => ({ field: 'outcome', kept, dropped: report.outcome, source: report.parts[0]?.source ?? '' }))
}
