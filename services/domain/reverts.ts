import type { ChangeSet } from './change-range.js'
import { changeKey } from './change.js'
import type { ChangeFact } from './facts.js'
import { takesEffect, type Placed } from './timeline.js'

const TITLE = /^revert\b/i

/** What a change takes back: a commit, or something that it does not name. Null where it is no revert. */
export function revertedBy(change: Pick<ChangeFact, 'title' | 'revertedSha' | 'pullRequest'>): { sha: string | null } | null {
  if (change.revertedSha !== null) return { sha: change.revertedSha }
  return change.pullRequest?.isRevert === true || TITLE.test(change.title) ? { sha: null } : null
}

/**
 * For each rollout of one environment, the first later one that brought a revert of something it had brought. A revert that
 * names no commit takes back the latest change or hotfix before it. `placed` is in time order.
 */
export function revertsOf(placed: readonly Placed[], sets: ReadonlyMap<Placed, ChangeSet>): Map<Placed, Placed> {
  const broughtBy = new Map<string, Placed>()
  const reverted = new Map<Placed, Placed>()
  let latest: Placed | null = null
  for (const entry of placed) {
    if (!takesEffect(entry.report) || (entry.kind !== 'change' && entry.kind !== 'hotfix')) continue
    const changes = sets.get(entry)?.changes ?? []
    for (const change of changes) {
      const target = targetOf(change, broughtBy, latest)
      if (target && target !== entry && !reverted.has(target)) reverted.set(target, entry)
    }
    for (const { repository, sha } of changes) broughtBy.set(changeKey(repository, sha), entry)
    latest = entry
  }
  return reverted
}

function targetOf(change: ChangeFact, broughtBy: ReadonlyMap<string, Placed>, latest: Placed | null): Placed | null {
  const revert = revertedBy(change)
  if (revert === null) return null
  if (revert.sha === null) return latest
  const exact = broughtBy.get(changeKey(change.repository, revert.sha))
  if (exact) return exact
  const prefix = changeKey(change.repository, revert.sha)
  for (const [key, entry] of broughtBy) if (key.startsWith(prefix)) return entry
  return null
}
