import { createHash } from 'node:crypto'
import type { Notification, SendResult } from '../../notification.js'
import { cut, factsOf, headlineOf, linksOf, oneLine } from '../facts.js'

export type Mail = {
  to: string[]
  /** Without line breaks. */
  subject: string
  text: string
  html: string
  /** In angle brackets; the same at every try. */
  messageId: string
  /** In angle brackets: the thread that all messages about one problem share. It is the id of no message. */
  references: string
}

/** Hands a mail to the mail server. A 4xx of SMTP or no connection is retryable, a 5xx is not; `status` is the code of SMTP. */
export type SendMail = (mail: Mail) => Promise<SendResult>

const MOST_SUBJECT = 200

/** The mail about a problem. `id` is the one of the message. */
export function mailOf(notification: Notification, to: string[], id: string): Mail {
  return {
    to,
    subject: cut(headlineOf(notification), MOST_SUBJECT),
    text: textOf(notification),
    html: htmlOf(notification),
    messageId: idOf(id),
    references: idOf(notification.key),
  }
}

function textOf(notification: Notification): string {
  const facts = factsOf(notification).map(({ title, value }) => `${title}: ${value}`)
  const links = linksOf(notification).map(({ title, url }) => `${title}: ${url}`)
  return `${[headlineOf(notification), '', oneLine(notification.summary), '', ...facts, '', ...links].join('\n')}\n`
}

function htmlOf(notification: Notification): string {
  const facts = factsOf(notification).map(({ title, value }) => `<tr><th align="left">${title}</th><td>${escapeHtml(value)}</td></tr>`)
  const links = linksOf(notification).map(({ title, url }) => `<a href="${escapeHtml(url)}">${title}</a>`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(headlineOf(notification))}</title></head>
<body>
<h1>${escapeHtml(headlineOf(notification))}</h1>
<p>${escapeHtml(oneLine(notification.summary))}</p>
<table>
${facts.join('\n')}
</table>
<p>${links.join(' · ')}</p>
</body>
</html>
`
}

/** An id of RFC 5322 whatever the text is. */
function idOf(text: string): string {
  return `<${createHash('sha256').update(text).digest('hex').slice(0, 40)}@alerts.windsock.invalid>`
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
