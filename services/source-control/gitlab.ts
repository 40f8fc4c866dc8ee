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

const PAGE = 'per_page=100'
const APPROVED = /^approved this merge request\b/i

/** `host` is that of the repositories. Written from the REST API, version 4. */
export function createGitlabClient(api: ProviderApi, host: string): CompareClient {
  return {
    provider: 'gitlab',
    async *compare(repository, base, head, options) {
      const root = `/projects/${segmentsOf(repository, host).join('%2F')}`
      yield* withDetails(readRange(api, root, repository, commitOf(base), commitOf(head)), readerOf(api, root), options)
    },
  }
}

/** One answer with all commits: this address knows no pages, but follows them should it learn to. */
async function* readRange(api: ProviderApi, root: string, repository: string, base: string, head: string): AsyncGenerator<DeclaredChange> {
  for await (const item of api.items(`${root}/repository/compare?from=${base}&to=${head}&straight=false`, (body) => recordOf(body).commits)) {
    yield changeOf(recordOf(item), repository)
  }
}

function changeOf(item: Answer, repository: string): DeclaredChange {
  return definedOf<DeclaredChange>({
    repository,
    sha: required(shaOf(item.id), 'an id'),
    committedAt: required(instantOf(item.committed_date) ?? instantOf(item.created_at), 'a commit time'),
    authoredAt: instantOf(item.authored_date),
    author: nameOf(item.author_email) ?? nameOf(item.author_name),
    message: messageOf(item.message) ?? messageOf(item.title),
    parents: shasOf(listOf(item.parent_ids)),
  })
}

function readerOf(api: ProviderApi, root: string) {
  const known = new Map<number, Promise<PullRequest>>()
  const read = (request: Answer, number: number) => {
    const answer = known.get(number) ?? readMergeRequest(api, root, request, number)
    known.set(number, answer)
    return answer
  }
  return {
    async pullRequestOf(sha: string) {
      const requests = await collect(api.items(`${root}/repository/commits/${sha}/merge_requests?${PAGE}`))
      const candidates = requests.map((request) => ({
        request,
        number: numberOf(request.iid) ?? 0,
        mergedAt: instantOf(request.merged_at),
        madeSha: [request.merge_commit_sha, request.squash_commit_sha].includes(sha),
      }))
      const chosen = chooseMerged(candidates)
      return chosen && (await read(chosen.request, chosen.number))
    },
    async filesOf(sha: string) {
      const files = await collect(api.items(`${root}/repository/commits/${sha}/diff?${PAGE}`))
      return pathsOf(files.flatMap((file) => [file.new_path, file.old_path]))
    },
  }
}

/** Approvals have their time since GitLab 18; before, only the note that tells of one has. */
async function readMergeRequest(api: ProviderApi, root: string, request: Answer, number: number): Promise<PullRequest> {
  const mergedAt = instantOf(request.merged_at)
  const writer = recordOf(request.author).id
  const approvals = recordOf((await api.get(`${root}/merge_requests/${number}/approvals`)).body)
  const notes = await collect(api.items(`${root}/merge_requests/${number}/notes?order_by=created_at&sort=asc&${PAGE}`))
  const byOthers = notes.filter((note) => recordOf(note.author).id !== writer)
  const approved = notes.filter((note) => note.system === true && APPROVED.test(String(note.body)))
  const approvedAt = [
    ...listOf(approvals.approved_by).map((approval) => instantOf(recordOf(approval).approved_at)),
    ...approved.map((note) => instantOf(note.created_at)),
  ]
  const title = titleOf(request.title)
  return definedOf<PullRequest>({
    number,
    openedAt: instantOf(request.created_at),
    firstReviewAt: first([...byOthers.filter(({ system }) => system !== true).map((note) => instantOf(note.created_at)), ...approvedAt]),
    approvedAt: lastApproval(approvedAt, mergedAt),
    mergedAt,
    title,
    labels: listOf(request.labels).flatMap((label) => nameOf(label) ?? []),
    url: urlOf(request.web_url),
    isRevert: /^revert\b/i.test(title ?? '') || undefined,
  })
}

async function collect(items: AsyncIterable<unknown>): Promise<Answer[]> {
  const found: Answer[] = []
  for await (const item of items) found.push(recordOf(item))
  return found
}
