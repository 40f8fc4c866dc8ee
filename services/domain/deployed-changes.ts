import { approvalOf, grantedApprovals } from './approvals-of.js'
import { authorMatcher } from './author-filter.js'
import type { ChangeSet } from './change-range.js'
import { changeKey } from './change.js'
import type { Placed } from './timeline.js'
import type { ApprovalFact, ArtifactFact, ChangeFact, DeployedChangeFact, DeploymentFact, ServiceFact, WorkspaceRules } from './facts.js'
import { compareText, type Instant } from './instant.js'
import { knownStages, leadTimeStages, milestonesOf, type LeadTimeStages } from './lead-time.js'
import { pathMatcher } from './path-filter.js'

const NO_STAGES: LeadTimeStages = { coding: 0, review: 0, mergeWait: 0, build: 0, approvalWait: 0, deployWait: 0, rollout: 0 }

type Filter = {
  seenInProduction: Set<string>
  seenIn: Map<string, Set<string>>
  touches(files: readonly string[] | null): boolean
  isIgnored(author: string): boolean
}

/**
 * The changes of every successful change or hotfix, each with its lead time or the reason why it has none. Among several
 * production environments a change counts in the one that took it first, by its state, or in each, by its environmentState.
 */
export function deployedChanges(
  deployments: readonly DeploymentFact[],
  sets: ReadonlyMap<Placed, ChangeSet>,
  service: ServiceFact,
  artifacts: readonly ArtifactFact[],
  approvals: readonly ApprovalFact[],
  rules: Pick<WorkspaceRules, 'ignoredAuthors'>,
): DeployedChangeFact[] {
  const byDeployment = new Map([...sets].map(([entry, set]) => [`${entry.report.environment}\n${entry.report.id}`, set]))
  const byDigest = new Map(artifacts.map((artifact) => [artifact.digest, artifact]))
  const granted = grantedApprovals(approvals)
  const filter: Filter = {
    seenInProduction: new Set(),
    seenIn: new Map(),
    touches: pathMatcher(service.paths),
    isIgnored: authorMatcher(rules.ignoredAuthors),
  }
  const serving = deployments.filter(serves)
  const facts: DeployedChangeFact[] = []
  for (const deployment of serving.sort(
    (a, b) => servingAt(a) - servingAt(b) || compareText(a.environment, b.environment) || compareText(a.id, b.id),
  )) {
    const set = byDeployment.get(`${deployment.environment}\n${deployment.id}`)
    const artifact = byDigest.get(deployment.artifactDigest ?? '')
    const approval = approvalOf(deployment, deployment.releaseId, granted)
    const seenHere = filter.seenIn.get(deployment.environment) ?? new Set()
    filter.seenIn.set(deployment.environment, seenHere)
    const own = [...(set?.changes ?? [])].sort(compareChanges)
    const rows = own.map((change) => {
      const states = {
        state: stateOf(change, deployment, filter.seenInProduction, filter),
        environmentState: stateOf(change, deployment, seenHere, filter),
      }
      if (deployment.production)
        for (const identity of identitiesOf(change)) [filter.seenInProduction, seenHere].forEach((seen) => seen.add(identity))
      return deployedChange(change, states, deployment, artifact, approval)
    })
    const clusterSize = rows.filter((row) => row.state === 'counted').length
    const lead = rows.find((row) => row.state === 'counted')
    for (const row of rows) facts.push(Object.assign(row, { clusterSize, leadsCluster: row === lead }))
  }
  return facts
}

/** Whether a rollout that serves brought, or may have brought, more than the changes that are known, by their states. */
export function bringsUnknown(deployment: DeploymentFact, known: readonly string[]): boolean {
  if (!serves(deployment) || deployment.firstOfService) return false
  const isNew = known.some((state) => state !== 'already_in_production')
  return deployment.changeSource === 'none' || (deployment.changeSource === 'head' && isNew)
}

function serves({ outcome, kind }: DeploymentFact): boolean {
  return outcome === 'succeeded' && (kind === 'change' || kind === 'hotfix')
}

/** What was picked comes after what it was picked from. */
function compareChanges(a: ChangeFact, b: ChangeFact): number {
  return a.cherryPickedFrom.length - b.cherryPickedFrom.length || compareText(a.repository, b.repository) || compareText(a.sha, b.sha)
}

/** A commit and those it was picked from: whoever has one of them has the change. */
function identitiesOf({ repository, sha, cherryPickedFrom: origins }: ChangeFact): string[] {
  return [sha, ...origins].map((one) => changeKey(repository, one))
}

export function servingAt(deployment: DeploymentFact): Instant {
  return deployment.fullTrafficAt ?? deployment.finishedAt ?? deployment.startedAt ?? deployment.receivedAt
}

function stateOf(change: ChangeFact, deployment: DeploymentFact, seen: ReadonlySet<string>, { touches, isIgnored }: Filter): string {
  if (deployment.production && identitiesOf(change).some((identity) => seen.has(identity))) return 'already_in_production'
  if (!touches(change.files)) return 'path_filtered'
  if (isIgnored(change.author)) return 'ignored_author'
  if ((change.parents?.length ?? 0) > 1) return 'merge_commit'
  if (change.committedAt === null) return 'no_commit_time'
  if (deployment.firstOfService) return 'no_baseline'
  return change.committedAt > servingAt(deployment) ? 'clock_skew' : 'counted'
}

function deployedChange(
  change: ChangeFact,
  states: Pick<DeployedChangeFact, 'state' | 'environmentState'>,
  deployment: DeploymentFact,
  artifact: ArtifactFact | undefined,
  approval: ApprovalFact | undefined,
): Omit<DeployedChangeFact, 'clusterSize' | 'leadsCluster'> {
  const at = servingAt(deployment)
  const { committedAt } = change
  const leadTimeMs = committedAt === null ? 0 : at - committedAt
  const milestones = committedAt !== null && leadTimeMs >= 0 ? milestonesOf(change, committedAt, at, deployment, artifact, approval) : null
  return {
    deployment: deployment.id,
    environment: deployment.environment,
    anchor: at,
    change,
    ...states,
    leadTimeMs,
    authoredLeadTimeMs: change.authoredAt === null ? leadTimeMs : at - change.authoredAt,
    stages: milestones ? leadTimeStages(milestones) : NO_STAGES,
    knownStages: milestones ? knownStages(milestones) : [],
  }
}
