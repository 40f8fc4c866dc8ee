import { correctionIn } from './corrections.js'
import type { CanonicalEvent } from './event.js'
import type { DeploymentReport } from './facts.js'
import { claimOf, foldClaims } from './fold.js'
import { instantOf } from './instant.js'

/** Fields of a rollout, by the name that they have in a correction. */
const FIELDS = {
  version: 'version',
  commit: 'commit',
  repository: 'repository',
  artifactDigest: 'artifactDigest',
  kind: 'declaredKind',
  trigger: 'trigger',
  actor: 'actor',
  strategy: 'strategy',
  url: 'url',
  release: 'release',
  labels: 'labels',
  risk: 'risk',
  classes: 'classes',
  changes: 'declaredChanges',
  previousCommit: 'previousCommit',
  outcome: 'outcome',
  startedAt: 'startedAt',
  fullTrafficAt: 'fullTrafficAt',
  finishedAt: 'finishedAt',
} as const satisfies Record<string, keyof DeploymentReport>

const INSTANTS = new Set(['startedAt', 'fullTrafficAt', 'finishedAt'])

/** The rollout as persons set it right: of each field the last correction holds, before anything that any of its reports says. */
export function withCorrections(report: DeploymentReport): DeploymentReport {
  if (report.corrections.length === 0) return report
  const { fields } = foldClaims(report.corrections.map((event) => claimOf(event, fieldsSet(event))))
  const corrected: DeploymentReport = { ...report, ...fields }
  corrected.finishedAt = corrected.outcome === 'running' ? null : (corrected.finishedAt ?? report.lastEndAt)
  corrected.contradictions = report.contradictions.filter(({ field }) => !report.corrected.includes(field))
  return corrected
}

function fieldsSet(event: CanonicalEvent): Partial<DeploymentReport> {
  const { fields } = correctionIn(event)
  const set = Object.entries(FIELDS).map(([name, field]) => [field, INSTANTS.has(name) ? instantOf(fields[name]) : fields[name]])
  return Object.fromEntries(set) as Partial<DeploymentReport>
}
