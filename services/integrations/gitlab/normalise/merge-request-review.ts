import { asInteger, asSha, at, type Field, optional, optionalName } from '../../fields.js'
import { identifier } from '../../identifier.js'
import type { Normalised } from '../../result.js'
import type { Context } from '../normalise.js'
import { type Account, asTime, flag, type Project, readAccount, readProject } from '../payload.js'
import { explain } from './explain.js'
import { projectId, repositoryOf } from './project.js'

type Review = {
  project: Project
  number: number
  openedAt: string
  /** The last commit of the branch, which is what was looked at. */
  commit?: string
  reviewer?: Account
  isByAuthor: boolean
}

type Said = { id: (string | number)[]; at: string; isApproval: boolean }

const APPROVALS = new Set(['approval', 'approved'])

export function isApproval(action: string): boolean {
  return APPROVALS.has(action)
}

/** An approval, whether more are lacking (approval) or not (approved). One by the author or a bot lets it pass, but nobody has looked. */
export function normaliseApproval(payload: Field, context: Context): Normalised {
  const request = at(payload, 'object_attributes')
  const review = readReview(payload, request, at(payload, 'user', 'id'))
  const approvedAt = asTime(at(request, 'updated_at'))
  return toResult(review, { id: ['approved', review.reviewer?.login ?? '', approvedAt], at: approvedAt, isApproval: true }, context)
}

/** The comments of others on a merge request are reviews of it. */
export function normaliseNote(payload: Field, context: Context): Normalised {
  const note = at(payload, 'object_attributes')
  if (optionalName(at(note, 'noteable_type')) !== 'MergeRequest') return explain('note')
  const review = readReview(payload, at(payload, 'merge_request'), at(note, 'author_id'))
  const reason = reasonForNoReview(review, note)
  if (reason !== undefined) return { events: [], reason }
  return toResult(review, { id: ['note', asInteger(at(note, 'id'))], at: asTime(at(note, 'created_at')), isApproval: false }, context)
}

function reasonForNoReview({ number, reviewer, isByAuthor }: Review, note: Field): string | undefined {
  const action = optionalName(at(note, 'action')) ?? 'create'
  if (action !== 'create') return `"${action}" on a comment on !${number} changes nothing about when it was reviewed.`
  if (flag(at(note, 'system'))) return `GitLab itself wrote on !${number}; a review is one by a person.`
  if (isByAuthor) return `The author of !${number} answered; that is no review.`
  if (reviewer?.isBot === true) return `A bot commented on !${number}; a review is one by a person.`
  return undefined
}

/** The commit it becomes is not known yet: both meet by the merge request's number. The review's time stands in for the commit's. */
function toResult(review: Review, said: Said, { source, settings }: Context): Normalised {
  const { project, number, openedAt, commit, reviewer, isByAuthor } = review
  if (commit === undefined) return { events: [], reason: `!${number} was reviewed, but the payload does not say at which commit.` }
  const firstReviewAt = isByAuthor || reviewer?.isBot === true ? undefined : said.at
  const approvedAt = said.isApproval ? said.at : undefined
  const event = {
    id: identifier('merge-request', projectId(project), number, ...said.id),
    source,
    type: 'change.committed',
    time: said.at,
    data: {
      repository: repositoryOf(project, settings),
      sha: commit,
      committedAt: said.at,
      pullRequest: { number, openedAt, firstReviewAt, approvedAt },
    },
  }
  return { events: [event] }
}

function readReview(root: Field, request: Field, reviewerId: Field): Review {
  const author = optional(at(request, 'author_id'), asInteger)
  return {
    project: readProject(root),
    number: asInteger(at(request, 'iid')),
    openedAt: asTime(at(request, 'created_at')),
    commit: optional(at(request, 'last_commit', 'id'), asSha),
    reviewer: optional(at(root, 'user'), readAccount),
    isByAuthor: author !== undefined && author === optional(reviewerId, asInteger),
  }
}
