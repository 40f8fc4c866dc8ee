import type { EventInput, Normalised } from '../../result.js'
import type { Field } from '../../fields.js'
import type { Context } from '../normalise.js'
import { type PullRequest, readPullRequest } from '../payload.js'
import { identifier } from '../../identifier.js'

type Merged = PullRequest & { mergedAt: string; mergeCommit: string }

/** Actions that say something new about a pull request after it was merged. */
const CORRECTIONS = new Set(['edited', 'labeled', 'unlabeled'])

export function normalisePullRequest(payload: Field, { source, action }: Context): Normalised {
  const pull = readPullRequest(payload)
  if (!isMerged(pull)) return { events: [], reason: reasonForNothing(pull, action) }
  if (action !== 'closed' && !CORRECTIONS.has(action)) {
    return { events: [], reason: `"${action}" on pull request #${pull.number} changes nothing about the merged commit.` }
  }
  return { events: [toEvent(pull, source, action)] }
}

function isMerged(pull: PullRequest): pull is Merged {
  return pull.mergedAt !== undefined && pull.mergeCommit !== undefined
}

function toEvent(pull: Merged, source: string, action: string): EventInput {
  const { repository, number, mergeCommit, mergedAt, baseBranch, author } = pull
  const merged = ['pull-request', repository.fullName, number, 'merged']
  return {
    id: action === 'closed' ? identifier(...merged) : identifier(...merged, action, pull.updatedAt),
    source,
    type: 'change.committed',
    time: action === 'closed' ? mergedAt : pull.updatedAt,
    data: {
      repository: repository.address,
      sha: mergeCommit,
      committedAt: mergedAt,
      branch: baseBranch,
      author,
      pullRequest: describe(pull),
    },
  }
}

function describe(pull: Merged) {
  const { number, openedAt, mergedAt, title, labels, url } = pull
  return { number, openedAt, mergedAt, title, labels, url, isRevert: isRevert(pull) }
}

/** The title and the branch that GitHub's Revert button gives. */
function isRevert({ title, headBranch }: PullRequest): boolean {
  return title.startsWith('Revert "') || /^revert-\d+-/.test(headBranch)
}

function reasonForNothing({ number, mergedAt, mergeCommit }: PullRequest, action: string): string {
  if (mergedAt !== undefined && mergeCommit === undefined) return `Pull request #${number} is merged, but the payload does not say as which commit.`
  if (action === 'closed') return `Pull request #${number} was closed without merging, so it changes nothing that can be deployed.`
  return `Pull request #${number} is not merged yet; its times, title and labels are recorded when it is.`
}
