import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../notification.js'
import type { Route, RouteContext, RouteSettings } from './contract.js'
import { exampleContext, exampleNotification, exampleResolved } from './examples.js'
import { startRecordingServer, type Answering, type Recorded, type RecordingServer } from './recording-server.js'

export type KeptIssue = { number: number; title: string; body: string; isOpen: boolean; comments: string[] }

/** Answers as the provider documents, over the issues it keeps. */
export type SimulatedTracker = { issues: KeptIssue[]; answer(request: Recorded): Answering }

export type Suite = {
  route: Route
  settings(url: string): RouteSettings
  simulate(): SimulatedTracker
  /** `change`: what each request that changes something looks like, as `METHOD path`. */
  change: { create: string; comment: string; close: string }
  urlOf(number: number): string
}

/** What every tracker of issues must do, whatever its words. */
export function describeTracker({ route, settings, simulate, change, urlOf }: Suite): void {
  let tracker: SimulatedTracker
  let server: RecordingServer
  /** Answers that come in place of the tracker's own, by the request; `lost` ones happen all the same. */
  let faults: { request: string; answer: Answering; isLost: boolean }[]

  beforeEach(async () => {
    tracker = simulate()
    faults = []
    server = await startRecordingServer((request) => {
      const at = faults.findIndex((fault) => fault.request === `${request.method} ${request.path}`)
      const [fault] = at < 0 ? [] : faults.splice(at, 1)
      if (fault === undefined) return tracker.answer(request)
      if (fault.isLost) tracker.answer(request)
      return fault.answer
    })
  })
  afterEach(() => server.close())

  const send = (notification: Notification, overrides: Partial<RouteContext> = {}) =>
    route.send(notification, settings(server.url), exampleContext(overrides))
  const changes = () => server.recorded.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  const told = (notification: Notification, id: string) => send(notification, { id })

  describe(`${route.title}: one issue for a problem`, () => {
    it('opens one issue for a problem, comments it, and closes it', async () => {
      expect(await told(exampleNotification(), 'message-1')).toEqual({ ok: true, receipt: urlOf(1) })
      expect(await told(exampleNotification({ summary: 'Burn is 20.' }), 'message-2')).toEqual({ ok: true, receipt: urlOf(1) })
      expect(await told(exampleNotification({ status: 'acknowledged' }), 'message-3')).toEqual({ ok: true, receipt: urlOf(1) })
      expect(await told(exampleResolved(), 'message-4')).toEqual({ ok: true, receipt: urlOf(1) })
      expect(changes()).toEqual([change.create, change.comment, change.comment, change.comment, change.close])
      const [issue] = tracker.issues
      expect(issue).toMatchObject({ isOpen: false, title: 'checkout: Checkout spends its error budget 15 times too fast' })
      expect(issue?.body).toMatch(/^`\[Firing\] Checkout spends.*`\n\n`Burn is 15\.2.*`\n\n- Severity: `page`\n- Service: `checkout`\n/)
      expect(issue?.body).toContain('- Runbook: <https://runbooks.example.com/checkout>\n')
      expect(issue?.comments.map((comment) => comment.split('\n', 3)[2])).toEqual([
        '`Burn is 20.`',
        ...Array.from({ length: 2 }, () => '`Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.`'),
      ])
    })

    it('opens another one when the problem comes back', async () => {
      await told(exampleNotification(), 'message-1')
      await told(exampleResolved(), 'message-2')
      expect(await told(exampleNotification({ startedAt: '2026-03-02T11:00:00.000Z' }), 'message-3')).toEqual({ ok: true, receipt: urlOf(2) })
      expect(tracker.issues.map(({ isOpen }) => isOpen)).toEqual([false, true])
    })

    it('keeps problems apart, and finds its own behind a hundred others', async () => {
      await told(exampleNotification(), 'message-1')
      for (let number = 2; number <= 130; number += 1)
        tracker.issues.push({ number, title: 'Other', body: `no ${number}`, isOpen: true, comments: [] })
      await told(exampleNotification({ key: 'another' }), 'message-2')
      await told(exampleResolved(), 'message-3')
      expect(tracker.issues.filter(({ isOpen }) => !isOpen).map(({ number }) => number)).toEqual([1])
      expect(changes()).toEqual([change.create, change.create, change.comment, change.close])
    })

    it('says nothing twice when an answer was lost', async () => {
      for (const request of [change.create, change.comment, change.comment, change.close]) faults.push({ request, answer: 'breaks', isLost: true })
      expect(await told(exampleNotification(), 'message-1')).toMatchObject({ ok: false, retryable: true })
      expect(await told(exampleNotification(), 'message-1')).toEqual({ ok: true, receipt: urlOf(1) })
      expect(await told(exampleNotification(), 'message-2')).toMatchObject({ ok: false, retryable: true })
      expect(await told(exampleNotification(), 'message-2')).toEqual({ ok: true, receipt: urlOf(1) })
      for (let lost = 0; lost < 2; lost += 1) expect(await told(exampleResolved(), 'message-3')).toMatchObject({ ok: false, retryable: true })
      expect(await told(exampleResolved(), 'message-3')).toEqual({ ok: true, receipt: null })
      expect(tracker.issues).toHaveLength(1)
      expect(tracker.issues[0]).toMatchObject({ isOpen: false })
      expect(tracker.issues[0]?.comments).toHaveLength(2)
    })

    it('has nothing to say about what was never opened', async () => {
      expect(await send(exampleResolved())).toEqual({ ok: true, receipt: null })
      expect(await send(exampleNotification({ status: 'acknowledged' }))).toEqual({ ok: true, receipt: null })
      expect(changes()).toEqual([])
    })

    it.each(['create', 'comment', 'close'] as const)('tells what went wrong at %s', async (step) => {
      if (step !== 'create') await told(exampleNotification(), 'message-1')
      const notification = step === 'create' ? exampleNotification() : exampleResolved()
      faults.push({ request: change[step], answer: { status: 403, body: { message: 'Not yours' } }, isLost: false })
      expect(await told(notification, 'message-2')).toMatchObject({ ok: false, retryable: false, status: 403 })
      faults.push({ request: change[step], answer: { status: 429, headers: { 'retry-after': '7' } }, isLost: false })
      expect(await told(notification, 'message-2')).toMatchObject({ ok: false, retryable: true, retryAfterSeconds: 7 })
      expect(await told(notification, 'message-2')).toEqual({ ok: true, receipt: urlOf(1) })
    })

    it('takes half an answer for none', async () => {
      const half = await startRecordingServer(() => ({ status: 200, body: '[{"number": 1, ' }))
      expect(await route.send(exampleNotification(), settings(half.url), exampleContext())).toMatchObject({ ok: false, retryable: true, status: 200 })
      await half.close()
      const other = await startRecordingServer(() => ({ status: 200, body: { no: 'list' } }))
      expect(await route.send(exampleNotification(), settings(other.url), exampleContext())).toMatchObject({ ok: false, retryable: false })
      expect([...half.recorded, ...other.recorded].map(({ method }) => method)).toEqual(['GET', 'GET'])
      await other.close()
    })

    it('opens nothing when there is too much to look through', async () => {
      for (let number = 1; number <= 2000; number += 1) tracker.issues.push({ number, title: 'Other', body: '', isOpen: true, comments: [] })
      expect(await send(exampleNotification(), { timeoutMs: 5_000 })).toMatchObject({ ok: false, retryable: false, status: null })
      expect(changes()).toEqual([])
    })

    it('mentions nobody, commands nothing and hides nothing by its texts', async () => {
      const text = '@everyone `@team`\n/close\n<!-- x --> #1 <script>'
      await send(exampleNotification({ title: text, summary: text, service: '@svc', runbookUrl: 'https://a.example.com/> @team' }))
      const [issue] = tracker.issues
      expect(issue?.title).not.toContain('@')
      const outsideOfCode = issue?.body.replaceAll(/`[^`\n]*`/g, '')
      expect(outsideOfCode).not.toMatch(/@everyone|@svc|\/close|#1|<script|<!-- x/)
      expect(outsideOfCode).toContain('- Runbook: <https://a.example.com/%3E%20@team>')
    })
  })
}
