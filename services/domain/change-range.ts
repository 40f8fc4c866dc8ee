import { branchKey, graphOf, hidesMore, markAncestors, walk, type Graph } from './change-graph.js'
import { changeKey } from './change.js'
import type { ArtifactFact, ChangeFact, UnknownRange } from './facts.js'
import type { Placed } from './timeline.js'

/**
 * What one rollout brought. `declared`: the list that it came with; `range`: everything since the rollout before it; `head`:
 * its commit and what is known to come with it, perhaps not all; `none`: no commit is known.
 */
export type ChangeSet = {
  source: 'declared' | 'range' | 'head' | 'none'
  changes: ChangeFact[]
  firstOfService: boolean
  /** What would have to be known for a range; null where nothing is lacking, or no earlier commit is known. */
  unknownRange: UnknownRange | null
}

type Head = { repository: string; commit: string }

/** What earlier rollouts of the environment leave behind. */
type Shipped = {
  /** Keys of commits. */
  keys: Set<string>
  /** By repository, the commit of the last rollout that succeeded. */
  bases: Map<string, string>
  any: boolean
}

/**
 * The changes each rollout of one environment brought, in time order. A commit counts for the rollout that first took it:
 * what earlier successful rollouts (or the previous commit that the sender names) had is walked no further.
 */
export function changeSets(
  placed: readonly Placed[],
  changes: readonly ChangeFact[],
  artifacts: readonly Pick<ArtifactFact, 'digest' | 'commit' | 'repository'>[],
): Map<Placed, ChangeSet> {
  const graph = graphOf(changes)
  const byDigest = new Map(artifacts.map((artifact) => [artifact.digest, artifact]))
  const shipped: Shipped = { keys: new Set(), bases: new Map(), any: false }
  const sets = new Map<Placed, ChangeSet>()
  for (const entry of placed) {
    const head = headOf(entry, byDigest.get(entry.report.artifactDigest ?? ''), graph)
    const set = changeSetOf(entry, head, graph, shipped)
    sets.set(entry, set)
    if (entry.report.outcome === 'succeeded') ship(head, set, graph, shipped)
  }
  return sets
}

/** The commit deployed: as the rollout says, else as its artifact does. */
function headOf({ report }: Placed, artifact: Pick<ArtifactFact, 'commit' | 'repository'> | undefined, graph: Graph): Head | null {
  const commit = report.commit ?? artifact?.commit ?? null
  if (commit === null) return null
  const repository = (report.commit === null ? artifact?.repository : null) ?? report.repository ?? artifact?.repository ?? ''
  return { repository, commit: graph.resolve(repository, commit) }
}

function changeSetOf({ report }: Placed, head: Head | null, graph: Graph, shipped: Shipped): ChangeSet {
  const firstOfService = !shipped.any && report.previousCommit === null
  const found = (source: ChangeSet['source'], changes: ChangeFact[], unknownRange: UnknownRange | null = null): ChangeSet => ({
    source,
    changes,
    firstOfService: source === 'declared' ? false : firstOfService,
    unknownRange,
  })
  if (report.declaredChanges !== null) return found('declared', declaredChanges(report.declaredChanges, report.repository, graph))
  if (head === null) return found('none', [])
  const { repository } = head
  const top = graph.byKey.get(changeKey(repository, head.commit)) ?? unknownCommit(repository, head.commit)
  if (firstOfService) return found('head', [top])
  const base = report.previousCommit === null ? (shipped.bases.get(repository) ?? null) : graph.resolve(repository, report.previousCommit)
  if (report.previousCommit !== null && base !== null) markAncestors(repository, base, graph, shipped.keys)
  // An older commit brings nothing that was not there.
  if (shipped.keys.has(changeKey(repository, head.commit))) return found('range', [])
  if (base === null) return found('head', [top])
  return rangeOf(top, base, graph, shipped.keys, found)
}

type Found = (source: ChangeSet['source'], changes: ChangeFact[], unknownRange?: UnknownRange | null) => ChangeSet

function rangeOf(top: ChangeFact, base: string, graph: Graph, shipped: ReadonlySet<string>, found: Found): ChangeSet {
  const walked = walk(top, graph, shipped)
  const pushed = walked.end === 'no_parents' ? branchRange(top, base, graph, shipped) : null
  if (pushed?.length === 0) return found('range', [])
  const changes = [...new Set([...walked.changes, ...(pushed ?? [])])]
  const isJoined = walked.end === 'shipped' || pushed !== null
  const isWhole = isJoined && !changes.some((change) => hidesMore(change, graph, shipped))
  return isWhole ? found('range', changes) : found('head', changes, { repository: top.repository, base, head: top.sha })
}

function declaredChanges(declared: readonly { repository?: string; sha: string }[], repository: string | null, graph: Graph): ChangeFact[] {
  const named = declared.map((change) => graph.byKey.get(changeKey(change.repository ?? repository ?? '', change.sha)))
  return [...new Set(named.filter((change) => change !== undefined))]
}

/** Without parents: the commits pushed to the head's branch after the last one shipped from it; none for an older one. */
function branchRange(head: ChangeFact, baseSha: string, graph: Graph, shipped: ReadonlySet<string>): ChangeFact[] | null {
  const branch = graph.byBranch.get(branchKey(head.repository, head.branch ?? ''))
  const base = graph.byKey.get(changeKey(head.repository, baseSha))
  if (!branch || head.committedAt === null || !base || base.committedAt === null || base.branch !== head.branch) return null
  const { committedAt: until } = head
  const since = base.committedAt
  if (until < since) return []
  return branch.filter((change) => {
    const at = change.committedAt ?? 0
    return (change.sha === head.sha || (at > since && at <= until)) && !shipped.has(changeKey(change.repository, change.sha))
  })
}

function ship(head: Head | null, set: ChangeSet, graph: Graph, shipped: Shipped): void {
  shipped.any = true
  if (head !== null) {
    markAncestors(head.repository, head.commit, graph, shipped.keys)
    shipped.bases.set(head.repository, head.commit)
  }
  for (const change of set.changes) markAncestors(change.repository, change.sha, graph, shipped.keys)
}

function unknownCommit(repository: string, sha: string): ChangeFact {
  return {
    repository,
    sha,
    committedAt: null,
    authoredAt: null,
    parents: null,
    historyCut: false,
    compared: false,
    branch: null,
    author: '',
    title: '',
    revertedSha: null,
    cherryPickedFrom: [],
    files: null,
    pullRequest: null,
    receivedAt: 0,
  }
}
