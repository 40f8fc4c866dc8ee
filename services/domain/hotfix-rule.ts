import type { ChangeFact, DeploymentReport, WorkspaceRules } from './facts.js'
import { pathMatcher } from './path-filter.js'

/** Why a rollout is a hotfix by the rules of the workspace, or null. `head` is the change that it deploys, if that is known. */
export function hotfixReason(report: DeploymentReport, head: ChangeFact | undefined, { hotfix }: WorkspaceRules): string | null {
  const labels = [...report.labels, ...(head?.pullRequest?.labels ?? [])].map((label) => label.toLowerCase())
  const label = hotfix.labels.find((wanted) => labels.includes(wanted.toLowerCase()))
  if (label !== undefined) return `it has the label ${label}`
  const branch = head?.branch ?? null
  if (branch !== null && matches(branch, hotfix.branches)) return `it comes from the branch ${branch}`
  return report.version !== null && matches(report.version, hotfix.tags) ? `its version ${report.version} is that of a hotfix` : null
}

function matches(name: string, patterns: readonly string[]): boolean {
  return patterns.length > 0 && pathMatcher(patterns)([name])
}
