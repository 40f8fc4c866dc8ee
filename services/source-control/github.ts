import type { DeclaredChange, PullRequest } from '../domain/facts.js'
import type { CompareClient } from './compare-client.js'
import type { ProviderApi } from './provider-api.js'
import { chooseMerged, first, lastApproval, withDetails } from './pull-requests.js'
import {
  commitOf,
  definedOf,
  instantOf,
  listOf,
  messageOf,
  nameOf,
  numberOf,
  pathsOf,
  recordOf,
  required,
  segmentsOf,
  shaOf,
  shasOf,
  titleOf,
  urlOf,
  type Answer,
} from './read-answer.js'

/** Written from the REST API, version 2022-11-28. */
export const githubHeaders = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }

const PAGE = 'per_page=100'

/** `host` is that of the repositories: github.com, or an Enterprise Server. */
export function createGithubClient(api: ProviderApi, host: string): CompareClient {
  return {
    provider: 'github',
    async *compare(repository, base, head, options) {
      const [owner = '', name = ''] = segmentsOf(repository, host)
      const root = `/repos/${owner}/${name}`
      yield* withDetails(readRange(api, root, repository, `${commitOf(base)}...${commitOf(head)}`), readerOf(api, root), options)
    },
  }
}

async function* readRange(api: ProviderApi, root: string, repository: string, range: string): AsyncGenerator<DeclaredChange> {
  for await (const item of api.items(`${root}/compare/${range}?${PAGE}`, (body) => recordOf(body).commits)) {
    yield changeOf(recordOf(item), repository)
  }
}

function changeOf(item: Answer, repository: string): DeclaredChange {
  const commit = recordOf(item.commit)
  const author = recordOf(commit.author)
  return definedOf<DeclaredChange>({
    repository,
    sha: required(shaOf(item.sha), 'a sha'),
    committedAt: required(instantOf(recordOf(commit.committer).date), 'a commit time'),
    authoredAt: instantOf(author.date),
    author: nameOf(author.email) ?? nameOf(recordOf(item.author).login),
    message: messageOf(commit.message),
    parents: shasOf(listOf(item.parents).map((parent) => recordOf(parent).sha)),
  })
}

function readerOf(api: ProviderApi, root: string) {
  const reviews = new Map<number, Promise<Answer[]>>()
  const reviewsOf = (number: number) => {
    const known = reviews.get(number) ?? collect(api.items(`${root}/pulls/${number}/reviews?${PAGE}`))
    reviews.set(number, known)
    return known
  }
  return {
    async pullRequestOf(sha: string) {
      const pulls = await collect(api.items(`${root}/commits/${sha}/pulls?${PAGE}`))
      const candidates = pulls.map((pull) => ({
        pull,
        number: numberOf(pull.number) ?? 0,
        mergedAt: instantOf(pull.merged_at),
        madeSha: pull.merge_commit_sha === sha,
      }))
      const chosen = chooseMerged(candidates)
      return chosen && pullRequestOf(chosen.pull, await reviewsOf(chosen.number))
    },
    async filesOf(sha: string) {
      const files = await collect(api.items(`${root}/commits/${sha}?${PAGE}`, (body) => recordOf(body).files))
      // A file that was moved touches both places.
      return pathsOf(files.flatMap((file) => [file.filename, file.previous_filename]))
    },
  }
}

function pullRequestOf(pull: Answer, reviews: readonly Answer[]): PullRequest {
  const mergedAt = instantOf(pull.merged_at)
  const writer = recordOf(pull.user).login
  const sent = reviews.filter((review) => review.state !== 'PENDING')
  const title = titleOf(pull.title)
  return definedOf<PullRequest>({
    number: numberOf(pull.number),
    openedAt: instantOf(pull.created_at),
    firstReviewAt: first(sent.filter((review) => recordOf(review.user).login !== writer).map((review) => instantOf(review.submitted_at))),
    approvedAt: lastApproval(
      sent.filter(({ state }) => state === 'APPROVED').map((review) => instantOf(review.submitted_at)),
      mergedAt,
    ),
    mergedAt,
    title,
    labels: listOf(pull.labels).flatMap((label) => nameOf(recordOf(label).name) ?? []),
    url: urlOf(pull.html_url),
    isRevert: /^revert\b/i.test(title ?? '') || undefined,
  })
}

async function collect(items: AsyncIterable<unknown>): Promise<Answer[]> {
  const found: Answer[] = []
  for await (const item of items) found.push(recordOf(item))
  return found
}
