import { asInteger, asName, asNameLike, asSha, asText, at, clip, type Field, items, optional, optionalName } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { asTime, flag, type Project, readProject } from '../payload.js'
import { projectId, repositoryOf } from './project.js'

type Commit = { sha: string; message: string; committedAt: string; author?: string; files: string[] }

type Push = {
  project: Project
  branch: string
  before: string
  after: string
  isProtected: boolean
  commits: Commit[]
  /** How many there are; at most 20 of them are listed. */
  total: number
}

const BRANCH = 'refs/heads/'
const NOTHING = /^0+$/
const MERGE = /^Merge (pull request #\d+|(remote-tracking )?branch(es)?|tag|commit|tags)\b/
const MERGE_BY_GITLAB = /^Merge branch '.+' into '.+'[^]*\bSee merge request \S+!\d+/

export function normalisePush(payload: Field, { source, settings }: Context): Normalised {
  const push = readPush(payload)
  const silent = reasonForNothing(push)
  if (silent !== undefined) return { events: [], reason: silent }
  const parents = knownParents(push)
  const repository = repositoryOf(push.project, settings)
  const events = push.commits.map((commit) => toEvent(commit, push, { source, repository, parents: parents.get(commit.sha) }))
  return { events, ...notes(push) }
}

function reasonForNothing({ branch, after, commits }: Push): string | undefined {
  if (NOTHING.test(after)) return `The branch ${branch} was deleted, which changes no commit.`
  if (commits.length === 0) return `The push to ${branch} brought no commits that were not there before.`
  return undefined
}

function toEvent(commit: Commit, push: Push, known: { source: string; repository: string; parents?: string[] }): EventInput {
  const { project, branch } = push
  const { source, repository, parents } = known
  const { sha, committedAt, author, message, files } = commit
  const historyCut = (parents === undefined && isCut(push)) || undefined
  return {
    id: identifier('commit', projectId(project), branch, sha),
    source,
    type: 'change.committed',
    time: committedAt,
    // A commit's own record outranks what a merged request tells of it (0), and the default branch outranks the others.
    revision: branch === project.defaultBranch ? 2 : 1,
    data: { repository, sha, committedAt, parents, historyCut, branch, author, message, files },
  }
}

/**
 * Parents that follow from the push itself; the payload has none. Listed are the newest of the commits between `before` and
 * `after`, parents first, so without a merge among them they are one chain. That it begins at `before` holds only where
 * nothing was forced, which GitLab does not say; a protected branch does not allow it.
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
  if (branchHead && isProtectedUpdate(push) && MERGE_BY_GITLAB.test(head.message)) parents.set(head.sha, [before, branchHead.sha])
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
  return isProtectedUpdate(push) && !isCut(push)
}

function isProtectedUpdate({ isProtected, before }: Push): boolean {
  return isProtected && !NOTHING.test(before)
}

function isCut({ total, commits }: Push): boolean {
  return total > commits.length
}

function notes(push: Push): { reason?: string } {
  const { branch, before, after, total, commits } = push
  if (!isCut(push)) return {}
  return {
    reason: `GitLab lists only the newest ${commits.length} of the ${total} commits of this push to ${branch}. The others are those of ${before}..${after}: import the repository for them.`,
  }
}

function readPush(root: Field): Push {
  const commits = items(at(root, 'commits')).map(readCommit)
  const total = optional(at(root, 'total_commits_count'), asInteger) ?? commits.length
  return {
    project: readProject(root),
    branch: asNameLike(at(root, 'ref'), /^refs\/heads\/\S/, 'a branch such as refs/heads/main').slice(BRANCH.length),
    before: asSha(at(root, 'before')),
    after: asSha(at(root, 'after')),
    isProtected: flag(at(root, 'ref_protected')),
    commits,
    total,
  }
}

function readCommit(field: Field): Commit {
  const changed = ['added', 'modified', 'removed'].flatMap((list) => items(at(field, list)).map(readPath))
  return {
    sha: asSha(at(field, 'id')),
    message: clip(asText(at(field, 'message')), 10_000),
    committedAt: asTime(at(field, 'timestamp')),
    author: optionalName(at(field, 'author', 'name')),
    files: [...new Set(changed)].slice(0, 20_000),
  }
}

function readPath(field: Field): string {
  const path = asText(field)
  return path === '' ? asName(field) : clip(path, 4096)
}
