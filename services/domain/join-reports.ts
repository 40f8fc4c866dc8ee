import { correctedValue } from './corrections.js'
import { withCorrections } from './corrected-report.js'
import { compareReports, effectiveAt } from './deployment.js'
import type { DeploymentReport, Outcome, WorkspaceRules } from './facts.js'
import type { Contradiction } from './fold.js'
import { compareText, earliest, latest } from './instant.js'

/**
 * Joins the reports that several sources make of one rollout: same environment and (version, commit or digest), overlapping
 * in time within the slack, and from different sources; and those that a person joined, whatever they say. The source of record,
 * where the service names one, tells the times. Which reports are one, and under which id, rests on the times that senders told.
 */
export function mergeReports(reports: readonly DeploymentReport[], sourceOfRecord: string | null, rules: WorkspaceRules): DeploymentReport[] {
  return unitedByHand(joinedByRule(reports, rules)).map((group) => withCorrections(joinReports(group, sourceOfRecord)))
}

function joinedByRule(reports: readonly DeploymentReport[], rules: WorkspaceRules): DeploymentReport[][] {
  const joined: DeploymentReport[][] = []
  const open: DeploymentReport[][] = []
  for (const report of [...reports].sort(compareReports)) {
    const group = open.find((candidate) => candidate.every((other) => isSameRollout(other, report, rules)))
    if (group) {
      group.push(report)
      continue
    }
    const fresh = [report]
    joined.push(fresh)
    open.unshift(fresh)
    if (open.length > 32) open.pop()
  }
  return joined
}

/** Groups of which a person said that a report of one is the same rollout as a report of another, however often. */
function unitedByHand(groups: readonly DeploymentReport[][]): DeploymentReport[][] {
  const groupOf = new Map(groups.flatMap((group) => group.map((report) => [reportKey(report.environment, report.id), group] as const)))
  for (const { environment, id, corrections } of groups.flat()) {
    const target = correctedValue(corrections, 'mergeWith')
    const own = groupOf.get(reportKey(environment, id))
    const other = typeof target === 'string' ? groupOf.get(reportKey(environment, target)) : undefined
    if (!own || !other || own === other) continue
    own.push(...other)
    for (const report of other) groupOf.set(reportKey(environment, report.id), own)
  }
  return [...new Set(groupOf.values())].map((group) => group.sort(compareReports))
}

function reportKey(environment: string, id: string): string {
  return `${environment}\n${id}`
}

function isApart({ corrections }: DeploymentReport): boolean {
  return correctedValue(corrections, 'apart') === true
}

function isSameRollout(a: DeploymentReport, b: DeploymentReport, rules: WorkspaceRules): boolean {
  const sources = new Set(a.parts.map((part) => part.source))
  return (
    !isApart(a) &&
    !isApart(b) &&
    a.environment === b.environment &&
    !b.parts.some((part) => sources.has(part.source)) &&
    (namesSameThing(a, b) || namesSameThing(withCorrections(a), withCorrections(b))) &&
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
  joined.lastEndAt = latest(group.map((report) => report.lastEndAt))
  joined.receivedAt = Math.min(...group.map((report) => report.receivedAt))
  joined.corrections = group.flatMap((report) => report.corrections)
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
