import { startScriptedServer, type Reply, type ScriptedServer } from './scripted-server.js'

export type SimulatedCommit = { sha: string; parents: string[]; at: string; message?: string; files?: string[]; pull?: number }
export type SimulatedPull = {
  number: number
  openedAt: string
  mergedAt: string | null
  title: string
  reviews: { state: string; at: string; by: string }[]
  madeSha?: string
}
export type SimulatedRepository = { path: string; commits: SimulatedCommit[]; pulls?: SimulatedPull[] }

/** What a test wants in the way of an answer; undefined lets the provider answer. */
export type Trouble = (path: string, asked: number) => Reply | undefined

const AUTHOR = 'author-1'

/** Answers as GitHub's REST API does, `pageSize` items a page; for tests. */
export function startGithub(repository: SimulatedRepository, pageSize = 100, trouble: Trouble = () => undefined): Promise<ScriptedServer> {
  return startScriptedServer((path, _request, asked) => trouble(path, asked) ?? answerGithub(repository, path, pageSize))
}

/** Answers as GitLab's REST API does; for tests. */
export function startGitlab(repository: SimulatedRepository, pageSize = 100, trouble: Trouble = () => undefined): Promise<ScriptedServer> {
  return startScriptedServer((path, _request, asked) => trouble(path, asked) ?? answerGitlab(repository, path, pageSize))
}

function answerGithub(repository: SimulatedRepository, path: string, pageSize: number): Reply {
  const url = new URL(path, 'http://provider.invalid')
  const route = below(url.pathname, `/repos/${repository.path}`)
  const notFound = { status: 404, body: { message: 'Not Found' } }
  if (route === null) return notFound
  const [, what = '', id = '', more = ''] = route.split('/')
  if (what === 'compare') {
    const [base = '', head = ''] = id.split('...')
    const range = between(repository, base, head)
    return range ? page(url, range.map(githubCommit), pageSize, (commits) => ({ status: 'ahead', total_commits: range.length, commits })) : notFound
  }
  const commit = repository.commits.find(({ sha }) => sha === id)
  if (what === 'commits' && commit && more === 'pulls') return page(url, pullsOf(repository, commit).map(githubPull), pageSize)
  if (what === 'commits' && commit)
    return page(url, commit.files ?? [], pageSize, (files) => ({ ...githubCommit(commit), files: files.map((filename) => ({ filename })) }))
  const pull = repository.pulls?.find(({ number }) => String(number) === id)
  if (what !== 'pulls' || !pull || more !== 'reviews') return notFound
  return page(
    url,
    pull.reviews.map(({ state, at, by }) => ({ state, submitted_at: at, user: { login: by } })),
    pageSize,
  )
}

function answerGitlab(repository: SimulatedRepository, path: string, pageSize: number): Reply {
  const url = new URL(path, 'http://provider.invalid')
  const route = below(url.pathname, `/projects/${repository.path.split('/').join('%2F')}`)
  const notFound = { status: 404, body: { message: '404 Project Not Found' } }
  if (route === null) return notFound
  if (route === '/repository/compare') {
    const range = between(repository, url.searchParams.get('from') ?? '', url.searchParams.get('to') ?? '')
    return range ? { body: { commits: range.map(gitlabCommit), compare_timeout: false } } : { status: 404, body: { message: '404 Ref Not Found' } }
  }
  const [, what = '', id = '', more = '', last = ''] = route.split('/')
  const commit = repository.commits.find(({ sha }) => sha === more)
  if (what === 'repository' && id === 'commits' && commit) {
    if (last === 'merge_requests') return page(url, pullsOf(repository, commit).map(gitlabMergeRequest), pageSize)
    return page(
      url,
      (commit.files ?? []).map((file) => ({ new_path: file, old_path: file })),
      pageSize,
    )
  }
  const pull = repository.pulls?.find(({ number }) => String(number) === id)
  if (what !== 'merge_requests' || !pull) return notFound
  if (more === 'approvals')
    return { body: { approved_by: pull.reviews.filter(({ state }) => state === 'APPROVED').map(({ by }) => ({ user: { id: by } })) } }
  return page(url, pull.reviews.map(gitlabNote), pageSize)
}

function below(path: string, root: string): string | null {
  return path.startsWith(`${root}/`) ? path.slice(root.length) : null
}

/** Null where one of them is not there. */
function between({ commits }: SimulatedRepository, base: string, head: string): SimulatedCommit[] | null {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]))
  if (!bySha.has(base) || !bySha.has(head)) return null
  const reach = (sha: string) => {
    const found = new Set([sha])
    for (const one of found) for (const parent of bySha.get(one)?.parents ?? []) found.add(parent)
    return found
  }
  const [had, has] = [reach(base), reach(head)]
  return commits.filter(({ sha }) => has.has(sha) && !had.has(sha))
}

function page<Item>(url: URL, items: readonly Item[], size: number, wrap: (items: Item[]) => unknown = (own) => own): Reply {
  const number = Number(url.searchParams.get('page') ?? 1)
  const next = new URL(url)
  next.searchParams.set('page', String(number + 1))
  const link = number * size < items.length ? { link: `<${next.pathname}${next.search}>; rel="next"` } : undefined
  return { headers: link, body: wrap(items.slice((number - 1) * size, number * size)) }
}

function pullsOf({ pulls = [] }: SimulatedRepository, { pull }: SimulatedCommit): SimulatedPull[] {
  return pulls.filter(({ number }) => number === pull)
}

function githubCommit({ sha, parents, at, message = sha }: SimulatedCommit) {
  const person = { name: AUTHOR, email: `${AUTHOR}@example.invalid`, date: at }
  return {
    sha,
    commit: { message, author: person, committer: person },
    author: { login: AUTHOR },
    parents: parents.map((parent) => ({ sha: parent })),
  }
}

function githubPull({ number, openedAt, mergedAt, title, madeSha }: SimulatedPull) {
  const html_url = `https://github.example.invalid/pull/${number}`
  return {
    number,
    created_at: openedAt,
    merged_at: mergedAt,
    title,
    html_url,
    merge_commit_sha: madeSha,
    user: { login: AUTHOR },
    labels: [{ name: 'fix' }],
  }
}

function gitlabCommit({ sha, parents, at, message = sha }: SimulatedCommit) {
  const email = `${AUTHOR}@example.invalid`
  return { id: sha, parent_ids: parents, created_at: at, committed_date: at, authored_date: at, author_email: email, title: message, message }
}

function gitlabMergeRequest({ number, openedAt, mergedAt, title, madeSha }: SimulatedPull) {
  const web_url = `https://gitlab.example.invalid/-/merge_requests/${number}`
  return {
    iid: number,
    created_at: openedAt,
    merged_at: mergedAt,
    title,
    web_url,
    squash_commit_sha: madeSha,
    author: { id: AUTHOR },
    labels: ['fix'],
  }
}

function gitlabNote({ state, at, by }: SimulatedPull['reviews'][number]) {
  const approved = state === 'APPROVED'
  return { created_at: at, author: { id: by }, system: approved, body: approved ? 'approved this merge request' : 'Why?' }
}
