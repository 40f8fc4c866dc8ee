import { afterEach, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import { describeTracker, type KeptIssue, type SimulatedTracker } from '../issue-tracker.suite.js'
import { startRecordingServer, type Answering, type Recorded, type RecordingServer } from '../recording-server.js'
import { gitlabIssues } from './route.js'

const BASE = '/api/v4/projects/example-group%2Fsub%2Foperations/issues'
const settings = (url: string) => ({ project: 'example-group/sub/operations', token: 'glpat-0123456789', url: `${url}/` })
const urlOf = (number: number) => `https://gitlab.example.com/example-group/sub/operations/-/issues/${number}`

function nodeOf({ number, title, body, isOpen }: KeptIssue) {
  return { id: 9000 + number, iid: number, title, description: body, state: isOpen ? 'opened' : 'closed', web_url: urlOf(number) }
}

function simulate(): SimulatedTracker {
  const issues: KeptIssue[] = []
  const page = (items: readonly unknown[], query: URLSearchParams): Answering => {
    const [size, number] = [Number(query.get('per_page')), Number(query.get('page'))]
    return { status: 200, body: items.slice(size * (number - 1), size * number) }
  }
  function answer({ method, path, body }: Recorded): Answering {
    const { pathname, searchParams } = new URL(path, 'http://gitlab.example.com')
    const [, number, notes] = /^\/(\d+)(\/notes)?$/.exec(pathname.slice(BASE.length)) ?? []
    const issue = issues.find((one) => one.number === Number(number))
    const sent = (body === '' ? {} : JSON.parse(body)) as { title: string; description: string; body: string; state_event?: string }
    if (!pathname.startsWith(BASE)) return { status: 404, body: { message: '404 Project Not Found' } }
    if (method === 'GET' && notes)
      return page(
        (issue?.comments ?? []).toReversed().map((one, id) => ({ id, body: one, system: false })),
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
    if (method === 'POST' && issue && notes) {
      issue.comments.push(sent.body)
      return { status: 201, body: { id: issue.comments.length, body: sent.body } }
    }
    if (method === 'POST') {
      const created = { number: issues.length + 1, title: sent.title, body: sent.description, isOpen: true, comments: [] }
      issues.push(created)
      return { status: 201, body: nodeOf(created) }
    }
    if (method !== 'PUT' || !issue) return { status: 404, body: { message: '404 Not found' } }
    issue.isOpen = sent.state_event !== 'close'
    return { status: 200, body: nodeOf(issue) }
  }
  return { issues, answer }
}

describeTracker({
  route: gitlabIssues,
  settings,
  simulate,
  change: { create: `POST ${BASE}`, comment: `POST ${BASE}/1/notes`, close: `PUT ${BASE}/1` },
  urlOf,
})

let server: RecordingServer | null = null
afterEach(() => server?.close())

it('speaks as the REST API of GitLab wants it', async () => {
  const { answer } = simulate()
  server = await startRecordingServer(answer)
  await gitlabIssues.send(exampleNotification(), settings(server.url), exampleContext())
  await gitlabIssues.send(exampleResolved(), settings(server.url), exampleContext({ id: 'message-2' }))
  const list = `GET ${BASE}?state=opened&order_by=created_at&sort=desc&updated_after=2026-03-01T10:15:00Z&per_page=100&page=1`
  expect(server.recorded.map(({ method, path }) => `${method} ${path}`)).toEqual([
    list,
    `POST ${BASE}`,
    list,
    `GET ${BASE}/1/notes?order_by=created_at&sort=desc&per_page=100&page=1`,
    `POST ${BASE}/1/notes`,
    `PUT ${BASE}/1`,
  ])
  for (const { headers } of server.recorded) expect(headers).toMatchObject({ accept: 'application/json', 'private-token': 'glpat-0123456789' })
  const [, created, , , note, closed] = server.recorded.map(({ body }) => (body === '' ? null : (JSON.parse(body) as object)))
  expect(Object.keys(created ?? {})).toEqual(['title', 'description'])
  expect(Object.keys(note ?? {})).toEqual(['body'])
  expect(closed).toEqual({ state_event: 'close' })
})
