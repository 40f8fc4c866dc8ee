import { afterEach, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { describeTracker, type KeptIssue, type SimulatedTracker } from '../issue-tracker.suite.js'
import { startRecordingServer, type Answering, type Recorded, type RecordingServer } from '../recording-server.js'
import { githubIssues } from './route.js'

const BASE = '/api/v3/repos/example-org/operations/issues'
const settings = (url: string) => ({ repository: 'example-org/operations', token: 'github_pat_0123456789', url: `${url}/api/v3` })
const urlOf = (number: number) => `https://github.example.com/example-org/operations/issues/${number}`
const nodeOf = ({ number, title, body, isOpen }: KeptIssue) => ({ number, title, body, state: isOpen ? 'open' : 'closed', html_url: urlOf(number) })

function simulate(): SimulatedTracker {
  const issues: KeptIssue[] = []
  const page = (items: readonly unknown[], query: URLSearchParams): Answering => {
    const [size, number] = [Number(query.get('per_page')), Number(query.get('page'))]
    return { status: 200, body: items.slice(size * (number - 1), size * number) }
  }
  function answer({ method, path, body }: Recorded): Answering {
    const { pathname, searchParams } = new URL(path, 'http://github.example.com')
    const [, number, comments] = /^\/(\d+)(\/comments)?$/.exec(pathname.slice(BASE.length)) ?? []
    const issue = issues.find((one) => one.number === Number(number))
    const sent = (body === '' ? {} : JSON.parse(body)) as { title: string; body: string; state?: string }
    if (!pathname.startsWith(BASE)) return { status: 404, body: { message: 'Not Found' } }
    if (method === 'GET' && comments)
      return page(
        (issue?.comments ?? []).map((one, id) => ({ id, body: one })),
        searchParams,
      )
    if (method === 'GET')
      return page(
        issues
          .filter(({ isOpen }) => isOpen)
          .toReversed()
          .map(nodeOf),
        searchParams,
      )
    if (method === 'POST' && issue && comments) {
      issue.comments.push(sent.body)
      return { status: 201, body: { id: issue.comments.length, body: sent.body } }
    }
    if (method === 'POST') {
      const created = { number: issues.length + 1, title: sent.title, body: sent.body, isOpen: true, comments: [] }
      issues.push(created)
      return { status: 201, body: nodeOf(created) }
    }
    if (method !== 'PATCH' || !issue) return { status: 404, body: { message: 'Not Found' } }
    issue.isOpen = sent.state !== 'closed'
    return { status: 200, body: nodeOf(issue) }
  }
  return { issues, answer }
}

describeTracker({
  route: githubIssues,
  settings,
  simulate,
  change: { create: `POST ${BASE}`, comment: `POST ${BASE}/1/comments`, close: `PATCH ${BASE}/1` },
  urlOf,
})

let server: RecordingServer | null = null
afterEach(() => server?.close())

it('speaks as the REST API of GitHub wants it', async () => {
  const { answer } = simulate()
  server = await startRecordingServer(answer)
  await githubIssues.send(exampleNotification(), settings(server.url), exampleContext())
  await githubIssues.send(exampleResolved(), settings(server.url), exampleContext({ id: 'message-2' }))
  const since = '2026-03-01T10:15:00Z'
  expect(server.recorded.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET ${BASE}?state=open&sort=created&direction=desc&since=${since}&per_page=100&page=1`,
    `POST ${BASE}`,
    `GET ${BASE}?state=open&sort=created&direction=desc&since=${since}&per_page=100&page=1`,
    `GET ${BASE}/1/comments?since=${since}&per_page=100&page=1`,
    `POST ${BASE}/1/comments`,
    `PATCH ${BASE}/1`,
  ])
  for (const { headers } of server.recorded)
    expect(headers).toMatchObject({
      accept: 'application/vnd.github+json',
      authorization: 'Bearer github_pat_0123456789',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'windsock',
    })
  const [, created, , , comment, closed] = server.recorded.map(({ body }) => (body === '' ? null : (JSON.parse(body) as object)))
  expect(Object.keys(created ?? {})).toEqual(['title', 'body'])
  expect(Object.keys(comment ?? {})).toEqual(['body'])
  expect(closed).toEqual({ state: 'closed', state_reason: 'completed' })
})

it('takes no pull request for an issue', async () => {
  const tracker = simulate()
  server = await startRecordingServer(tracker.answer)
  await githubIssues.send(exampleNotification(), settings(server.url), exampleContext())
  await server.close()
  const [own] = tracker.issues
  server = await startRecordingServer(({ method }) =>
    method === 'GET' ? { status: 200, body: [{ number: 1, body: own?.body, pull_request: { url: 'x' } }] } : { status: 201, body: {} },
  )
  await githubIssues.send(exampleNotification(), settings(server.url), exampleContext())
  expect(server.recorded.map(({ method, path }) => `${method} ${path}`).at(-1)).toBe(`POST ${BASE}`)
})

it.each(['operations', '../../orgs/x', 'a/b/c', 'a/b?c=d'])('asks nothing for the repository %s', async (repository) => {
  const result = await githubIssues.send(exampleNotification(), { repository, token: 'x' }, exampleContext())
  expect(result).toMatchObject({ ok: false, retryable: false, message: 'Repository is not in the form owner/name.' })
})
