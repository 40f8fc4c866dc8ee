import type { ApprovalFact, ArtifactFact, ChangeFact, DeploymentReport } from './facts.js'
import { instantOf, type Instant } from './instant.js'

export const STAGES = ['coding', 'review', 'mergeWait', 'build', 'approvalWait', 'deployWait', 'rollout'] as const

export type Stage = (typeof STAGES)[number]

/** Milliseconds until the end of each stage from the last milestone before it that is known. */
export type LeadTimeStages = Record<Stage, number>

export type Milestones = {
  committedAt: Instant
  openedAt: Instant | null
  approvedAt: Instant | null
  mergedAt: Instant | null
  builtAt: Instant | null
  approvalDecidedAt: Instant | null
  startedAt: Instant | null
  servingAt: Instant
}

export function milestonesOf(
  change: ChangeFact,
  committedAt: Instant,
  servingAt: Instant,
  deployment: DeploymentReport,
  artifact: ArtifactFact | undefined,
  approval: ApprovalFact | undefined,
): Milestones {
  return {
    committedAt,
    openedAt: instantOf(change.pullRequest?.openedAt),
    approvedAt: instantOf(change.pullRequest?.approvedAt),
    mergedAt: instantOf(change.pullRequest?.mergedAt),
    builtAt: artifact?.publishedAt ?? null,
    approvalDecidedAt: approval?.decidedAt ?? null,
    startedAt: deployment.startedAt,
    servingAt,
  }
}

/**
 * Splits the time from commit to serving traffic into stages that sum to it. A milestone that is not known gives its stage
 * nothing and leaves the time to the next one; one that lies before its predecessor is held to have come with it.
 */
export function leadTimeStages(milestones: Milestones): LeadTimeStages {
  let reached = milestones.committedAt
  const until = (milestone: Instant | null): number => {
    if (milestone === null) return 0
    const at = Math.min(Math.max(milestone, reached), milestones.servingAt)
    const spent = at - reached
    reached = at
    return spent
  }
  return {
    coding: until(milestones.openedAt),
    review: until(milestones.approvedAt),
    mergeWait: until(milestones.mergedAt),
    build: until(milestones.builtAt),
    approvalWait: until(milestones.approvalDecidedAt),
    deployWait: until(milestones.startedAt),
    rollout: until(milestones.servingAt),
  }
}

/** The stages of which both ends are known, so that their time is theirs alone. */
export function knownStages({ openedAt, approvedAt, mergedAt, builtAt, approvalDecidedAt, startedAt, ...ends }: Milestones): Stage[] {
  const reached = [ends.committedAt, openedAt, approvedAt, mergedAt, builtAt, approvalDecidedAt, startedAt, ends.servingAt]
  return STAGES.filter((_, index) => reached[index] !== null && reached[index + 1] !== null)
}
