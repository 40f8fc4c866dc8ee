import { asInteger, asName, asSha, at, type Field, isAbsent, optional, optionalName, optionalUrl } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { EventInput, Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { asTime, type Project, readLabels, readProject, readTitle } from '../payload.js'
import { type GitlabSettings } from '../settings.js'
import { isApproval, normaliseApproval } from './merge-request-review.js'
import { projectId, repositoryOf } from './project.js'

type MergeRequest = {
  project: Project
  number: number
  title: string
  labels: string[]
  state: string
  action: string
  sourceBranch: string
  targetBranch: string
  openedAt: string
  updatedAt: string
  mergedAt?: string
  /** The commits it became on the target branch: the merge, and the squash where there is one. */
  commits: string[]
  url?: string
}

const WITHDRAWALS = new Set(['unapproval', 'unapproved'])

export function normaliseMergeRequest(payload: Field, context: Context): Normalised {
  return isApproval(readAction(payload)) ? normaliseApproval(payload, context) : normaliseMerge(payload, context)
}

function normaliseMerge(payload: Field, { source, settings }: Context): Normalised {
  const request = readMergeRequest(payload)
  const { action, state, mergedAt, commits, number } = request
  if (state !== 'merged') return { events: [], reason: reasonForNothing(request) }
  if (action !== 'merge' && action !== 'update') return { events: [], reason: `"${action}" on !${number} changes nothing about the merged commit.` }
  if (commits.length === 0) return { events: [], reason: `!${number} is merged, but the payload does not say as which commit.` }
  if (mergedAt === undefined) return { events: [], reason: `!${number} was changed after it was merged, and the payload does not say when that was.` }
  return { events: commits.map((sha) => toEvent(request, { sha, mergedAt }, settings, source)) }
}

function toEvent(request: MergeRequest, merged: { sha: string; mergedAt: string }, settings: GitlabSettings, source: string): EventInput {
  const { project, number, action, updatedAt, targetBranch } = request
  const { sha, mergedAt } = merged
  const id = ['merge-request', projectId(project), number, 'merged', sha]
  return {
    id: action === 'merge' ? identifier(...id) : identifier(...id, action, updatedAt),
    source,
    type: 'change.committed',
    time: action === 'merge' ? mergedAt : updatedAt,
    data: {
      repository: repositoryOf(project, settings),
      sha,
      committedAt: mergedAt,
      branch: targetBranch,
      pullRequest: describe(request, mergedAt),
    },
  }
}

function describe(request: MergeRequest, mergedAt: string) {
  const { number, openedAt, title, labels, url } = request
  return { number, openedAt, mergedAt, title, labels, url, isRevert: isRevert(request) }
}

/** The title and the branch that GitLab's Revert button gives. */
function isRevert({ title, sourceBranch }: MergeRequest): boolean {
  return title.startsWith('Revert "') || /^revert-[0-9a-f]{8}$/.test(sourceBranch)
}

function reasonForNothing({ number, state, action }: MergeRequest): string {
  if (WITHDRAWALS.has(action)) return `An approval of !${number} was taken back; the one that follows it is the one that counts.`
  if (state === 'closed') return `!${number} was closed without merging, so it changes nothing that can be deployed.`
  return `!${number} is not merged yet; its times, title and labels are recorded when it is.`
}

function readAction(root: Field): string {
  return optionalName(at(root, 'object_attributes', 'action')) ?? ''
}

function readMergeRequest(root: Field): MergeRequest {
  const attributes = at(root, 'object_attributes')
  const action = readAction(root)
  const updatedAt = asTime(at(attributes, 'updated_at'))
  const labels = isAbsent(at(attributes, 'labels')) ? at(root, 'labels') : at(attributes, 'labels')
  const merged = optional(at(attributes, 'merged_at'), asTime)
  return {
    project: readProject(root),
    number: asInteger(at(attributes, 'iid')),
    title: readTitle(at(attributes, 'title')),
    labels: readLabels(labels),
    state: asName(at(attributes, 'state')),
    action,
    sourceBranch: asName(at(attributes, 'source_branch')),
    targetBranch: asName(at(attributes, 'target_branch')),
    openedAt: asTime(at(attributes, 'created_at')),
    updatedAt,
    mergedAt: merged ?? (action === 'merge' ? updatedAt : undefined),
    commits: readCommits(attributes),
    url: optionalUrl(at(attributes, 'url')),
  }
}

/** Without a merge or squash commit the branch was moved forward to its own last commit. */
function readCommits(attributes: Field): string[] {
  const made = ['squash_commit_sha', 'merge_commit_sha'].map((name) => optional(at(attributes, name), asSha))
  const known = made.filter((sha) => sha !== undefined)
  const last = known.length > 0 ? undefined : optional(at(attributes, 'last_commit', 'id'), asSha)
  return [...new Set(last === undefined ? known : [last])]
}
