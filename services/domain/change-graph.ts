import { changeKey } from './change.js'
import type { ChangeFact } from './facts.js'

/** Commits by what leads to them. */
export type Graph = {
  byKey: ReadonlyMap<string, ChangeFact>
  /** Of one branch, oldest first; only those with a commit time. */
  byBranch: ReadonlyMap<string, readonly ChangeFact[]>
  /** The whole sha that a short one stands for; itself where none or several commits begin with it. */
  resolve(repository: string, sha: string): string
}

/** What is reached from a commit, and whether parents lead to what was shipped, are lacking, or name what nobody tells of. */
export type Walked = { changes: ChangeFact[]; end: 'shipped' | 'no_parents' | 'untold' }

const SHORT = 7
const WHOLE = 40

export function graphOf(changes: readonly ChangeFact[]): Graph {
  const byKey = new Map(changes.map((change) => [changeKey(change.repository, change.sha), change]))
  let byStart: Map<string, Set<string>> | null = null
  return {
    byKey,
    byBranch: branchesOf(changes),
    resolve(repository, sha) {
      if (sha.length < SHORT || sha.length >= WHOLE || byKey.has(changeKey(repository, sha))) return sha
      byStart ??= startsOf(changes)
      const meant = [...(byStart.get(changeKey(repository, sha.slice(0, SHORT))) ?? [])].filter((candidate) => candidate.startsWith(sha))
      return meant.length === 1 ? (meant[0] as string) : sha
    },
  }
}

function branchesOf(changes: readonly ChangeFact[]): Map<string, ChangeFact[]> {
  const byBranch = new Map<string, ChangeFact[]>()
  for (const change of changes) {
    if (change.branch === null || change.committedAt === null) continue
    append(byBranch, branchKey(change.repository, change.branch), change)
  }
  for (const list of byBranch.values()) list.sort((a, b) => (a.committedAt ?? 0) - (b.committedAt ?? 0))
  return byBranch
}

export function branchKey(repository: string, branch: string): string {
  return `${repository}\n${branch}`
}

/** Also of commits that are only named as parents. */
function startsOf(changes: readonly ChangeFact[]): Map<string, Set<string>> {
  const starts = new Map<string, Set<string>>()
  const add = (repository: string, sha: string) => {
    const key = changeKey(repository, sha.slice(0, SHORT))
    starts.set(key, (starts.get(key) ?? new Set()).add(sha))
  }
  for (const { repository, sha, parents } of changes) for (const one of [sha, ...(parents ?? [])]) add(repository, one)
  return starts
}

/**
 * Commits reachable from the head and not yet shipped. The beginning of the history counts as shipped. Parents may be lacking
 * on a branch that was merged, since a push tells a merge and its branch together, but not on the line of first parents.
 */
export function walk(head: ChangeFact, graph: Graph, shipped: ReadonlySet<string>): Walked {
  const found = new Map<string, ChangeFact>()
  const queue = [head]
  let metShipped = false
  let namesUnknown = false
  while (queue.length > 0) {
    const change = queue.pop() as ChangeFact
    const key = changeKey(change.repository, change.sha)
    if (found.has(key)) continue
    found.set(key, change)
    for (const parent of change.parents ?? []) {
      const parentKey = changeKey(change.repository, parent)
      const known = graph.byKey.get(parentKey)
      if (shipped.has(parentKey)) metShipped = true
      else if (known) queue.push(known)
      else namesUnknown = true
    }
  }
  const changes = [...found.values()]
  if (metShipped && !lineLacksParents(head, found)) return { changes, end: 'shipped' }
  if (namesUnknown) return { changes, end: 'untold' }
  return { changes, end: changes.some(({ parents }) => parents === null) ? 'no_parents' : 'shipped' }
}

/** Whether a commit leads to others that nobody tells of, as after a push that was missed or not listed in full. */
export function hidesMore({ repository, parents, historyCut, compared }: ChangeFact, graph: Graph, shipped: ReadonlySet<string>): boolean {
  if (parents === null) return historyCut
  const keys = compared ? [] : parents.map((parent) => changeKey(repository, parent))
  return keys.some((key) => !shipped.has(key) && !graph.byKey.has(key))
}

function lineLacksParents(head: ChangeFact, found: ReadonlyMap<string, ChangeFact>): boolean {
  const seen = new Set<ChangeFact>()
  let next: ChangeFact | undefined = head
  while (next && !seen.has(next)) {
    if (next.parents === null) return true
    seen.add(next)
    next = found.get(changeKey(next.repository, next.parents[0] ?? ''))
  }
  return false
}

/** Marks a commit and all before it as shipped; each commit is walked once in the life of the timeline. */
export function markAncestors(repository: string, sha: string, graph: Graph, shipped: Set<string>): void {
  const queue = [changeKey(repository, sha)]
  while (queue.length > 0) {
    const next = queue.pop() as string
    if (shipped.has(next)) continue
    shipped.add(next)
    const change = graph.byKey.get(next)
    for (const parent of change?.parents ?? []) queue.push(changeKey(change?.repository ?? '', parent))
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
