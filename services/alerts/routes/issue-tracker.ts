import { createHash } from 'node:crypto'
import type { Notification, SendResult } from '../notification.js'
import type { OutgoingAnswer, OutgoingRequest } from '../../source-control/outgoing.js'
import { judgeAnswer } from './answer.js'
import { refused, type RouteContext } from './contract.js'
import { cut, factsOf, headlineOf, linksOf, oneLine } from './facts.js'
import { talkTo, type Ask } from './posting.js'

export type Issue = { number: number; body: string; url: string | null }
export type IssuePage = { items: readonly unknown[]; issues: Issue[] }

/** What a tracker of issues can do, in its own words for the wire. Paths begin with a slash. */
export type IssueTracker = {
  baseUrl: string
  headers: Readonly<Record<string, string>>
  /** A page (from 1, a hundred each) of the open issues that changed since an instant. */
  openIssues(since: string, page: number): string
  /** A page (from 1, a hundred each) of what was said about an issue since an instant. */
  comments(number: number, since: string, page: number): string
  create(title: string, body: string): Change
  comment(number: number, body: string): Change
  close(number: number): Change
  /** Null for what is no issue. */
  readIssue(item: Readonly<Record<string, unknown>>): Issue | null
}

export type Change = { method: 'POST' | 'PATCH' | 'PUT'; path: string; body: Readonly<Record<string, unknown>> }

/** The bodies of issues and comments carry these, unseen by readers. */
type Marks = { problem: string; message: string }

const PER_PAGE = 100
const MOST_PAGES = 20
const MOST_TITLE = 250
/** Clocks differ; an issue is never older than its problem by more than this. */
const CLOCKS_DIFFER_MS = 86_400_000

/** An answer that ends the conversation. */
class Ended extends Error {
  override readonly name = 'Ended'
  constructor(readonly result: SendResult) {
    super('The tracker of issues does not go along.')
  }
}

/**
 * Opens, comments and closes the one issue of a problem. It is found by a mark in its text among the open ones, so that a try after one
 * whose answer was lost changes nothing twice; a search would know a new issue only later.
 */
export async function sendToTracker(tracker: IssueTracker, notification: Notification, context: RouteContext): Promise<SendResult> {
  return await talkTo(tracker.baseUrl, context, async (ask) => {
    try {
      return { ok: true, receipt: await tell(callerOf(tracker, ask, context.now), tracker, notification, context.id) }
    } catch (error) {
      if (error instanceof Ended) return error.result
      throw error
    }
  })
}

async function tell(call: Call, tracker: IssueTracker, notification: Notification, id: string): Promise<string | null> {
  const marks = { problem: markOf('problem', notification.key), message: markOf('message', id) }
  const since = wholeSecond(Date.parse(notification.startedAt) - CLOCKS_DIFFER_MS)
  const issue = await findIssue(call, tracker, marks.problem, since)
  if (issue === null) return notification.status === 'firing' ? await open(call, tracker, notification, marks) : null
  if (!issue.body.includes(marks.message) && !(await isSaid(call, tracker, { number: issue.number, since, mark: marks.message })))
    await call(tracker.comment(issue.number, bodyOf(notification, [marks.message])))
  if (notification.status === 'resolved') await call(tracker.close(issue.number))
  return issue.url
}

async function open(call: Call, tracker: IssueTracker, notification: Notification, marks: Marks): Promise<string | null> {
  const created = await call(tracker.create(titleOf(notification), bodyOf(notification, [marks.problem, marks.message])))
  return (isRecord(created) ? tracker.readIssue(created) : null)?.url ?? null
}

async function findIssue(call: Call, tracker: IssueTracker, mark: string, since: string): Promise<Issue | null> {
  for await (const item of pages(call, (page) => tracker.openIssues(since, page))) {
    const issue = tracker.readIssue(item)
    if (issue?.body.includes(mark)) return issue
  }
  return null
}

async function isSaid(call: Call, tracker: IssueTracker, { number, since, mark }: { number: number; since: string; mark: string }): Promise<boolean> {
  for await (const { body } of pages(call, (page) => tracker.comments(number, since, page)))
    if (typeof body === 'string' && body.includes(mark)) return true
  return false
}

async function* pages(call: Call, pathOf: (page: number) => string): AsyncGenerator<Record<string, unknown>> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const items = await call({ path: pathOf(page) })
    if (!Array.isArray(items)) throw new Ended(refused('The tracker gives no list where it should.'))
    yield* items.filter(isRecord)
    if (items.length < PER_PAGE) return
  }
  throw new Ended(refused(`More than ${MOST_PAGES * PER_PAGE} issues or comments changed since the problem began: its own is not looked for.`))
}

type Call = (change: Change | { path: string }) => Promise<unknown>

function callerOf({ baseUrl, headers }: IssueTracker, ask: Ask, now: Date): Call {
  return async (change) => {
    const request: OutgoingRequest = { url: baseUrl + change.path, headers }
    const answer = await ask('body' in change ? { ...request, ...sentOf(change, headers) } : request)
    const result = judgeAnswer(answer, now)
    if (!result.ok) throw new Ended(result)
    return readJson(answer)
  }
}

function sentOf({ method, body }: Change, headers: IssueTracker['headers']) {
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function readJson({ body, status }: OutgoingAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Ended({ ok: false, retryable: true, status, message: 'The answer of the tracker is not whole JSON.', retryAfterSeconds: null })
  }
}

/** Trackers notify whoever a title mentions. */
function titleOf({ title, service }: Notification): string {
  return cut(oneLine(`${service}: ${title}`).replaceAll('@', '(at)'), MOST_TITLE)
}

/** Every text stands in a span of code, where it mentions nobody, links nothing and commands nothing. */
function bodyOf(notification: Notification, marks: string[]): string {
  const facts = factsOf(notification).map(({ title, value }) => `- ${title}: ${code(value)}`)
  const links = linksOf(notification).map(({ title, url }) => `- ${title}: <${url.replaceAll(/[<>]/g, encodeURIComponent)}>`)
  return `${[code(headlineOf(notification)), '', code(oneLine(notification.summary)), '', ...facts, ...links, '', ...marks].join('\n')}\n`
}

function code(text: string): string {
  return `\`${cut(text, 4000).replaceAll('`', "'")}\``
}

function markOf(kind: 'problem' | 'message', text: string): string {
  return `<!-- windsock-${kind}:${createHash('sha256').update(text).digest('hex')} -->`
}

/** GitHub documents times without parts of a second. */
function wholeSecond(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
