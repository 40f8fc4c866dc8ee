import type { EventInput, Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type Commit, type Push, readPush } from '../payload.js'
import { identifier } from '../../identifier.js'

const BRANCH = 'refs/heads/'
const MOST_COMMITS = 2048
const MERGE = /^Merge (pull request #\d+|(remote-tracking )?branch(es)?|tag|commit|tags)\b/
const MERGE_BY_GITHUB = /^Merge pull request #\d+ from /

export function normalisePush(payload: Field, { source }: Context): Normalised {
  const push = readPush(payload)
  const silent = reasonForNothing(push)
  if (silent !== undefined) return { events: [], reason: silent }
  const parents = knownParents(push)
  const events = push.commits.map((commit) => toEvent(commit, push, source, parents.get(commit.sha)))
  return { events, ...notes(push) }
}

function reasonForNothing(push: Push): string | undefined {
  const { ref, deleted, commits } = push
  if (!ref.startsWith(BRANCH)) return `A push of ${ref} is a tag, not a branch: its commits are counted when they are pushed to a branch.`
  if (deleted) return `The branch ${branchOf(push)} was deleted, which changes no commit.`
  if (commits.length === 0) return `The push to ${branchOf(push)} brought no commits that were not there before.`
  return undefined
}

function toEvent(commit: Commit, push: Push, source: string, parents: string[] | undefined): EventInput {
  const { repository, ref } = push
  const { sha, committedAt, author, message, files } = commit
  const historyCut = (parents === undefined && isCut(push)) || undefined
  return {
    id: identifier('commit', repository.fullName, ref, sha),
    source,
    type: 'change.committed',
    time: committedAt,
    revision: revisionOf(push),
    data: { repository: repository.address, sha, committedAt, parents, historyCut, branch: branchOf(push), author, message, files },
  }
}

/** A commit's own record outranks what a merged pull request tells of it (0), and the default branch outranks the others. */
function revisionOf(push: Push): number {
  return branchOf(push) === push.repository.defaultBranch ? 2 : 1
}

/**
 * Parents that follow from the push itself; the payload has none. The commits of a fast-forward are exactly those
 * between `before` and `after`, parents first, so without a merge among them they are one chain from `before`.
 */
function knownParents(push: Push): Map<string, string[]> {
  const { commits, after, before } = push
  const head = commits.at(-1)
  if (head?.sha !== after) return new Map()
  const rest = commits.slice(0, -1)
  const hasMerge = rest.some(isMerge)
  if (!isMerge(head)) return hasMerge ? new Map() : chain(commits, isFastForward(push) ? before : undefined)
  const branchHead = rest.at(-1)
  const parents = hasMerge ? new Map<string, string[]>() : chain(rest, undefined)
  if (branchHead && isFastForward(push) && MERGE_BY_GITHUB.test(head.message)) parents.set(head.sha, [before, branchHead.sha])
  return parents
}

function chain(commits: Commit[], first: string | undefined): Map<string, string[]> {
  const parentOf = (index: number) => (index === 0 ? first : commits[index - 1]?.sha)
  const pairs = commits.map(({ sha }, index) => ({ sha, parent: parentOf(index) }))
  return new Map(pairs.flatMap(({ sha, parent }) => (parent === undefined ? [] : [[sha, [parent]]])))
}

function isMerge({ message }: Commit): boolean {
  return MERGE.test(message)
}

function isFastForward(push: Push): boolean {
  return !push.forced && !push.created && !isCut(push)
}

function isCut({ commits }: Push): boolean {
  return commits.length >= MOST_COMMITS
}

function notes(push: Push): { reason?: string } {
  if (push.forced)
    return { reason: `A forced push: commits it took from ${branchOf(push)} stay recorded, and count only where a deployment has them.` }
  if (isCut(push)) return { reason: `GitHub lists at most ${MOST_COMMITS} commits of a push; import the repository for the rest.` }
  return {}
}

function branchOf({ ref }: Push): string {
  return ref.slice(BRANCH.length)
}
