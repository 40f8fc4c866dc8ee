import type { ApprovalFact, DeploymentReport, FieldState } from './facts.js'
import { releaseIdOf } from './timeline.js'

export type GrantedApprovals = ReadonlyMap<string, ApprovalFact>

/** Granted approvals under what they name: a deployment, a digest, or a release. */
export function grantedApprovals(approvals: readonly ApprovalFact[]): GrantedApprovals {
  const granted = approvals.filter((approval) => approval.decision === 'granted')
  return new Map(granted.map((approval) => [keyNamedBy(approval), approval]))
}

/** The approval that let a deployment go ahead, by what it names most closely. */
export function approvalOf(deployment: DeploymentReport, releaseId: string, granted: GrantedApprovals): ApprovalFact | undefined {
  if (granted.size === 0) return undefined
  return approvableKeys(deployment, releaseId)
    .map((key) => granted.get(key))
    .find((approval) => approval !== undefined)
}

/** How far a deployment is proven to be approved; an approval of another artifact is no approval of this one. */
export function approvalState(deployment: DeploymentReport, releaseId: string, granted: GrantedApprovals): FieldState {
  const approval = approvalOf(deployment, releaseId, granted)
  if (!approval) return 'absent'
  if (approval.artifactDigest !== null && deployment.artifactDigest !== null && approval.artifactDigest !== deployment.artifactDigest)
    return 'invalid'
  return approval.verified ? 'verified' : 'present'
}

/** The key of the one thing that an approval names most closely. */
export function keyNamedBy(approval: ApprovalFact): string {
  if (approval.deployment !== null) return approvalKey(approval.environment, 'deployment', approval.deployment)
  if (approval.artifactDigest !== null) return approvalKey(approval.environment, 'digest', approval.artifactDigest)
  return approvalKey(approval.environment, 'release', releaseIdOf({ ...approval, commit: null }))
}

/** The keys under which an approval may name a deployment, the closest first. */
export function approvableKeys({ environment, parts, artifactDigest }: DeploymentReport, releaseId: string): string[] {
  return [
    ...parts.map((part) => approvalKey(environment, 'deployment', part.deployment)),
    approvalKey(environment, 'digest', artifactDigest ?? ''),
    approvalKey(environment, 'release', releaseId),
  ]
}

function approvalKey(environment: string, kind: string, id: string): string {
  return `${environment}\n${kind}\n${id}`
}
