import { changeKey } from './change.js'
import type { ChangeFact } from './facts.js'
import type { Placed } from './timeline.js'

export type ChangeSet = { source: 'declared' | 'range' | 'head' | 'none'; changes: ChangeFact[]; firstOfService: boolean }

type Graph = { byKey: Map<string, ChangeFact>; byBranch: Map<string, ChangeFact[]> }

/**
 * The changes each rollout of one environment brought, in time order. A commit counts for the rollout that first took it:
 * what earlier successful rollouts (or the previous commit that the sender names) had is walked no further.
 */
export function changeSets(placed: readonly Placed[], changes: readonly ChangeFact[]): Map<Placed, ChangeSet> {
  const graph = graphOf(changes)
  const shipped = new Set<string>()
  const sets = new Map<Placed, ChangeSet>()
  let baseline: Placed | null = null
  for (const entry of placed) {
    const set = changeSetOf(entry, baseline, graph, shipped)
    sets.set(entry, set)
    if (entry.report.outcome !== 'succeeded') continue
    ship(entry, set, graph, shipped)
    baseline = entry
  }
  return sets
}

function graphOf(changes: readonly ChangeFact[]): Graph {
  const byKey = new Map(changes.map((change) => [changeKey(change.repository, change.sha), change]))
  const byBranch = new Map<string, ChangeFact[]>()
  for (const change of changes) {
    if (change.branch === null || change.committedAt === null) continue
    const key = `${change.repository}\n${change.branch}`
    const list = byBranch.get(key)
    if (list) list.push(change)
    else byBranch.set(key, [change])
  }
  for (const list of byBranch.values()) list.sort((a, b) => (a.committedAt ?? 0) - (b.committedAt ?? 0))
  return { byKey, byBranch }
}

function changeSetOf(entry: Placed, baseline: Placed | null, graph: Graph, shipped: Set<string>): ChangeSet {
  const { report } = entry
  const firstOfService = baseline === null && report.previousCommit === null
  if (report.declaredChanges !== null) {
    const declared = report.declaredChanges.map((change) => graph.byKey.get(changeKey(change.repository ?? report.repository ?? '', change.sha)))
    return { source: 'declared', changes: declared.filter((change) => change !== undefined), firstOfService: false }
  }
  if (report.commit === null) return { source: 'none', changes: [], firstOfService }
  const repository = report.repository ?? ''
  const head = graph.byKey.get(changeKey(repository, report.commit)) ?? unknownCommit(repository, report.commit)
  if (firstOfService || shipped.has(changeKey(repository, head.sha))) {
    return { source: 'head', changes: firstOfService ? [head] : [], firstOfService }
  }
  if (report.previousCommit !== null) markAncestors(changeKey(repository, report.previousCommit), graph, shipped)
  const range = walk(head, graph, shipped) ?? branchRange(head, baseline, graph, shipped)
  return range ? { source: 'range', changes: range, firstOfService } : { source: 'head', changes: [head], firstOfService }
}

/** Commits reachable from the head and not yet shipped; null when the parents are not known. */
function walk(head: ChangeFact, graph: Graph, shipped: ReadonlySet<string>): ChangeFact[] | null {
  if (head.parents === null) return null
  const found = new Map<string, ChangeFact>()
  const queue = [head]
  while (queue.length > 0) {
    const change = queue.pop() as ChangeFact
    const key = changeKey(change.repository, change.sha)
    if (found.has(key) || shipped.has(key)) continue
    found.set(key, change)
    for (const parent of change.parents ?? []) {
      const known = graph.byKey.get(changeKey(change.repository, parent))
      if (known) queue.push(known)
    }
  }
  return [...found.values()]
}

/** Without parents: the commits pushed to the head's branch after the last one shipped from it. */
function branchRange(head: ChangeFact, baseline: Placed | null, graph: Graph, shipped: ReadonlySet<string>): ChangeFact[] | null {
  const branch = graph.byBranch.get(`${head.repository}\n${head.branch ?? ''}`)
  const base = graph.byKey.get(changeKey(head.repository, baseline?.report.commit ?? ''))
  if (!branch || head.committedAt === null || !base || base.committedAt === null || base.branch !== head.branch) return null
  const { committedAt: until } = head
  const since = base.committedAt
  return branch.filter((change) => {
    const at = change.committedAt ?? 0
    return (change.sha === head.sha || (at > since && at <= until)) && !shipped.has(changeKey(change.repository, change.sha))
  })
}

function ship(entry: Placed, set: ChangeSet, graph: Graph, shipped: Set<string>): void {
  const { repository, commit } = entry.report
  if (commit !== null) markAncestors(changeKey(repository ?? '', commit), graph, shipped)
  for (const change of set.changes) shipped.add(changeKey(change.repository, change.sha))
}

/** Marks a commit and all before it as shipped; each commit is walked once in the life of the timeline. */
function markAncestors(key: string, graph: Graph, shipped: Set<string>): void {
  const queue = [key]
  while (queue.length > 0) {
    const next = queue.pop() as string
    if (shipped.has(next)) continue
    shipped.add(next)
    const change = graph.byKey.get(next)
    for (const parent of change?.parents ?? []) queue.push(changeKey(change?.repository ?? '', parent))
  }
}

function unknownCommit(repository: string, sha: string): ChangeFact {
  return {
    repository,
    sha,
    committedAt: null,
    authoredAt: null,
    parents: null,
    branch: null,
    author: '',
    title: '',
    files: null,
    pullRequest: null,
    receivedAt: 0,
  }
}
