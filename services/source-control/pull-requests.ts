import type { DeclaredChange, PullRequest } from '../domain/facts.js'
import type { CompareOptions } from './compare-client.js'

/** Asks at most so much about one range beyond its commits. */
export const MOST_DETAILS = 250

export type DetailReader = {
  pullRequestOf(sha: string): Promise<PullRequest | undefined>
  filesOf(sha: string): Promise<string[]>
}

/**
 * Adds pull requests and, where asked for, files. A range of more than `MOST_DETAILS` commits goes without for the rest: its
 * commits and times are known all the same.
 */
export async function* withDetails(
  changes: AsyncIterable<DeclaredChange>,
  reader: DetailReader,
  { files, pullRequests }: CompareOptions,
): AsyncGenerator<DeclaredChange> {
  let asked = 0
  for await (const change of changes) {
    asked += 1
    if (asked > MOST_DETAILS) {
      yield change
      continue
    }
    const pullRequest = pullRequests ? await reader.pullRequestOf(change.sha) : undefined
    const isMerge = (change.parents?.length ?? 0) > 1
    const touched = files && !isMerge ? await reader.filesOf(change.sha) : undefined
    yield { ...change, ...(pullRequest ? { pullRequest } : {}), ...(touched ? { files: touched } : {}) }
  }
}

/** Of several pull requests with a commit: the one that made it, else the first to be merged. */
export function chooseMerged<T extends { mergedAt: string | undefined; madeSha: boolean; number: number }>(candidates: readonly T[]): T | undefined {
  const merged = candidates.filter(({ mergedAt }) => mergedAt !== undefined)
  return merged.sort((a, b) => Number(b.madeSha) - Number(a.madeSha) || compare(a.mergedAt ?? '', b.mergedAt ?? '') || a.number - b.number)[0]
}

/** The last approval no later than the merge: until then the review went on. */
export function lastApproval(approvals: readonly (string | undefined)[], mergedAt: string | undefined): string | undefined {
  return approvals
    .filter((at): at is string => at !== undefined && (mergedAt === undefined || at <= mergedAt))
    .sort(compare)
    .at(-1)
}

export function first(instants: readonly (string | undefined)[]): string | undefined {
  return instants.filter((at): at is string => at !== undefined).sort(compare)[0]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
