import { describe, expect, it } from 'vitest'
import { exampleContext, exampleNotification, exampleResolved } from '../examples.js'
import type { SendResult } from '../../notification.js'
import { mailOf, type Mail } from './message.js'
import { email } from './route.js'

function mailServer(result: SendResult = { ok: true, receipt: '250 queued' }) {
  const mails: Mail[] = []
  return { mails, context: exampleContext({ sendMail: async (mail) => (mails.push(mail), result) }) }
}

describe('e-mail', () => {
  it('says all in plain text', () => {
    const { subject, text, to } = mailOf(exampleNotification(), ['oncall@example.invalid'], 'message-1')
    expect(to).toEqual(['oncall@example.invalid'])
    expect(subject).toBe('[Firing] Checkout spends its error budget 15 times too fast')
    expect(text).toBe(`[Firing] Checkout spends its error budget 15 times too fast

Burn is 15.2 over 1 h and 16.0 over 5 min; the limit is 14.4.

Severity: page
Service: checkout
Environment: production
Team: payments
SLO: availability
Release: release-7
Version: 2.4.1
Commit: 3f2a9c1d
Owner: author-17@example.invalid
Started: 2026-03-02T10:15:00.000Z

Dashboard: https://windsock.example.com/alerts/41
Runbook: https://runbooks.example.com/checkout
`)
  })

  it('says the same in HTML, of which nothing is from the texts', () => {
    const { html, subject } = mailOf(
      exampleResolved({ title: '<img src=x>\r\nBcc: a@b', runbookUrl: 'javascript:alert(1)' }),
      ['a@example.invalid'],
      'm',
    )
    expect(subject).toBe('[Resolved] <img src=x> Bcc: a@b')
    expect(html).toContain('<h1>[Resolved] &#60;img src=x&#62; Bcc: a@b</h1>')
    expect(html).toContain('<tr><th align="left">Resolved</th><td>2026-03-02T10:40:00.000Z</td></tr>')
    expect(html).toContain('<a href="https://windsock.example.com/alerts/41">Dashboard</a>')
    expect(html).not.toMatch(/<img|javascript:/)
  })

  it('has one id at every try, and one thread for a problem', () => {
    const first = mailOf(exampleNotification(), ['a@example.invalid'], 'message-1')
    const again = mailOf(exampleNotification(), ['a@example.invalid'], 'message-1')
    const later = mailOf(exampleResolved(), ['a@example.invalid'], 'message-2')
    expect(again).toEqual(first)
    expect(later.messageId).not.toBe(first.messageId)
    expect(later.references).toBe(first.references)
    expect(first.messageId).toMatch(/^<[0-9a-f]{40}@alerts\.windsock\.invalid>$/)
  })

  it('goes to all receivers, each once', async () => {
    const { mails, context } = mailServer()
    const to = 'oncall@example.invalid, payments@example.invalid,oncall@example.invalid'
    expect(await email.send(exampleNotification(), { to }, context)).toEqual({ ok: true, receipt: '250 queued' })
    expect(mails.map((mail) => mail.to)).toEqual([['oncall@example.invalid', 'payments@example.invalid']])
  })

  it.each(['nobody', 'a@b@c', 'A <a@example.invalid>', ',', Array.from({ length: 21 }, (_, n) => `a${n}@example.invalid`).join()])(
    'goes nowhere for %s',
    async (to) => {
      const { mails, context } = mailServer()
      expect(await email.send(exampleNotification(), { to }, context)).toMatchObject({ ok: false, retryable: false })
      expect(mails).toEqual([])
    },
  )

  it.each<SendResult>([
    { ok: false, retryable: true, status: 451, message: 'Try again later.', retryAfterSeconds: null },
    { ok: false, retryable: false, status: 550, message: 'No such user.', retryAfterSeconds: null },
  ])('hands on what the mail server says: $status', async (result) => {
    expect(await email.send(exampleNotification(), { to: 'a@example.invalid' }, mailServer(result).context)).toEqual(result)
  })

  it('says so when there is no mail server', async () => {
    const result = await email.send(exampleNotification(), { to: 'a@example.invalid' }, exampleContext())
    expect(result).toMatchObject({ ok: false, retryable: false, message: 'The server has no mail server to send through.' })
  })
})
