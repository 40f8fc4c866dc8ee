import type { ChangeSet } from './change-range.js'
import { changeKey } from './change.js'
import { releaseIdOf, type Placed } from './timeline.js'
import type { ApprovalFact, ArtifactFact, ChangeFact, DeployedChangeFact, DeploymentFact, LeadTimeStages, ServiceFact } from './facts.js'
import { compareText, type Instant } from './instant.js'
import { leadTimeStages, milestonesOf } from './lead-time.js'
import { matchesPaths } from './path-filter.js'

const NO_STAGES: LeadTimeStages = { coding: 0, review: 0, mergeWait: 0, build: 0, approvalWait: 0, deployWait: 0, rollout: 0 }

/**
 * The changes of every successful change or hotfix, each with its lead time or the reason why it has none. Among several
 * production environments a change counts in the one that took it first.
 */
export function deployedChanges(
  deployments: readonly DeploymentFact[],
  sets: ReadonlyMap<Placed, ChangeSet>,
  service: ServiceFact,
  artifacts: readonly ArtifactFact[],
  approvals: readonly ApprovalFact[],
): DeployedChangeFact[] {
  const byDeployment = new Map([...sets].map(([entry, set]) => [`${entry.report.environment}\n${entry.report.id}`, set]))
  const byDigest = new Map(artifacts.map((artifact) => [artifact.digest, artifact]))
  const granted = grantedApprovals(approvals)
  const seenInProduction = new Set<string>()
  const serving = deployments.filter(
    (deployment) => deployment.outcome === 'succeeded' && (deployment.kind === 'change' || deployment.kind === 'hotfix'),
  )
  const facts: DeployedChangeFact[] = []
  for (const deployment of serving.sort(
    (a, b) => servingAt(a) - servingAt(b) || compareText(a.environment, b.environment) || compareText(a.id, b.id),
  )) {
    const set = byDeployment.get(`${deployment.environment}\n${deployment.id}`)
    const artifact = byDigest.get(deployment.artifactDigest ?? '')
    const approval = approvalOf(deployment, granted)
    const own = [...(set?.changes ?? [])].sort((a, b) => compareText(a.repository, b.repository) || compareText(a.sha, b.sha))
    const rows = own.map((change) => {
      const state = stateOf(change, deployment, service, seenInProduction)
      return deployedChange(change, state, deployment, artifact, approval)
    })
    const clusterSize = rows.filter((row) => row.state === 'counted').length
    facts.push(...rows.map((row) => ({ ...row, clusterSize })))
    if (deployment.production) for (const change of own) seenInProduction.add(changeKey(change.repository, change.sha))
  }
  return facts
}

function servingAt(deployment: DeploymentFact): Instant {
  return deployment.fullTrafficAt ?? deployment.finishedAt ?? deployment.startedAt ?? deployment.receivedAt
}

/** Granted approvals under what they name: a deployment, a digest, or a release. */
function grantedApprovals(approvals: readonly ApprovalFact[]): Map<string, ApprovalFact> {
  const granted = approvals.filter((approval) => approval.decision === 'granted')
  return new Map(granted.map((approval) => [approvalKey(approval.environment, ...namedBy(approval)), approval]))
}

function namedBy(approval: ApprovalFact): [string, string] {
  if (approval.deployment !== null) return ['deployment', approval.deployment]
  if (approval.artifactDigest !== null) return ['digest', approval.artifactDigest]
  return ['release', releaseIdOf({ ...approval, commit: null })]
}

function approvalOf(deployment: DeploymentFact, granted: ReadonlyMap<string, ApprovalFact>): ApprovalFact | undefined {
  const keys = [
    ...deployment.parts.map((part) => approvalKey(deployment.environment, 'deployment', part.deployment)),
    approvalKey(deployment.environment, 'digest', deployment.artifactDigest ?? ''),
    approvalKey(deployment.environment, 'release', deployment.releaseId),
  ]
  return keys.map((key) => granted.get(key)).find((approval) => approval !== undefined)
}

function approvalKey(environment: string, kind: string, id: string): string {
  return `${environment}\n${kind}\n${id}`
}

function stateOf(change: ChangeFact, deployment: DeploymentFact, service: ServiceFact, seenInProduction: ReadonlySet<string>): string {
  if (deployment.production && seenInProduction.has(changeKey(change.repository, change.sha))) return 'already_in_production'
  if (!matchesPaths(change.files, service.paths)) return 'path_filtered'
  if ((change.parents?.length ?? 0) > 1) return 'merge_commit'
  if (change.committedAt === null) return 'no_commit_time'
  if (deployment.firstOfService) return 'no_baseline'
  return change.committedAt > servingAt(deployment) ? 'clock_skew' : 'counted'
}

function deployedChange(
  change: ChangeFact,
  state: string,
  deployment: DeploymentFact,
  artifact: ArtifactFact | undefined,
  approval: ApprovalFact | undefined,
): Omit<DeployedChangeFact, 'clusterSize'> {
  const at = servingAt(deployment)
  const { committedAt } = change
  const leadTimeMs = committedAt === null ? 0 : at - committedAt
  const timed = committedAt !== null && leadTimeMs >= 0
  return {
    deployment: deployment.id,
    environment: deployment.environment,
    anchor: at,
    change,
    state,
    leadTimeMs,
    authoredLeadTimeMs: change.authoredAt === null ? leadTimeMs : at - change.authoredAt,
    stages: timed ? leadTimeStages(milestonesOf(change, committedAt, at, deployment, artifact, approval)) : NO_STAGES,
  }
}
