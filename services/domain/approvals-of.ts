import type { ApprovalFact, DeploymentReport, FieldState } from './facts.js'
import { releaseIdOf } from './timeline.js'

export type GrantedApprovals = ReadonlyMap<string, ApprovalFact>

/** Granted approvals under what they name: a deployment, a digest, or a release. */
export function grantedApprovals(approvals: readonly ApprovalFact[]): GrantedApprovals {
  const granted = approvals.filter((approval) => approval.decision === 'granted')
  return new Map(granted.map((approval) => [approvalKey(approval.environment, ...namedBy(approval)), approval]))
}

/** The approval that let a deployment go ahead, by what it names most closely. */
export function approvalOf(deployment: DeploymentReport, releaseId: string, granted: GrantedApprovals): ApprovalFact | undefined {
  if (granted.size === 0) return undefined
  const keys = [
    ...deployment.parts.map((part) => approvalKey(deployment.environment, 'deployment', part.deployment)),
    approvalKey(deployment.environment, 'digest', deployment.artifactDigest ?? ''),
    approvalKey(deployment.environment, 'release', releaseId),
  ]
  return keys.map((key) => granted.get(key)).find((approval) => approval !== undefined)
}

/** How far a deployment is proven to be approved; an approval of another artifact is no approval of this one. */
export function approvalState(deployment: DeploymentReport, releaseId: string, granted: GrantedApprovals): FieldState {
  const approval = approvalOf(deployment, releaseId, granted)
  if (!approval) return 'absent'
  if (approval.artifactDigest !== null && deployment.artifactDigest !== null && approval.artifactDigest !== deployment.artifactDigest)
    return 'invalid'
  return approval.verified ? 'verified' : 'present'
}

function namedBy(approval: ApprovalFact): [string, string] {
  if (approval.deployment !== null) return ['deployment', approval.deployment]
  if (approval.artifactDigest !== null) return ['digest', approval.artifactDigest]
  return ['release', releaseIdOf({ ...approval, commit: null })]
}

function approvalKey(environment: string, kind: string, id: string): string {
  return `${environment}\n${kind}\n${id}`
}
