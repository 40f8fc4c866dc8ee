import { approvalBottleneck } from './approval-bottleneck.js'
import { artifactMismatch } from './artifact-mismatch.js'
import { blindSpot } from './blind-spot.js'
import type { Finding, FindingKind, FindingRule, FindingScope } from './finding.js'
import { slowRollout } from './slow-rollout.js'

/** Every failure mode that is recognised, in the order of their numbers. */
export const findingRules: readonly FindingRule[] = [slowRollout, artifactMismatch, blindSpot, approvalBottleneck]

/** All that is found, newest first. */
export async function findings(scope: FindingScope, kinds: readonly FindingKind[] | null): Promise<Finding[]> {
  const rules = findingRules.filter(({ kind }) => kinds === null || kinds.includes(kind))
  const found = (await Promise.all(rules.map((rule) => rule.find(scope)))).flat()
  return found.sort((a, b) => b.since.getTime() - a.since.getTime() || (a.id < b.id ? -1 : 1))
}
