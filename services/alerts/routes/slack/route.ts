import type { Notification } from '../../notification.js'
import { defineRoute } from '../contract.js'
import { factsOf, headlineOf, linksOf, oneLine, type Link } from '../facts.js'
import { postJson } from '../posting.js'

const MOST_SECTION = 3000
const MOST_FIELD = 2000
const MOST_FIELDS = 10

export const slack = defineRoute({
  id: 'slack',
  title: 'Slack',
  fields: [
    {
      name: 'url',
      title: 'Incoming webhook',
      secret: true,
      required: true,
      example: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX',
    },
  ],
  deduplicates: false,
  repeatSeconds: null,
  send: (notification, { url = '' }, context) => postJson({ url, body: JSON.stringify(messageOf(notification)) }, context),
})

/** A message of an incoming webhook: `text` for the notification, `blocks` for the channel. */
export function messageOf(notification: Notification) {
  const headline = headlineOf(notification)
  const summary = oneLine(notification.summary)
  const links = linksOf(notification).map(linkText).join(' · ')
  return {
    text: escapeWithin(`${headline}: ${summary}`, MOST_SECTION),
    blocks: [
      { type: 'section', text: mrkdwn(`*${escapeWithin(headline, 500)}*\n${escapeWithin(summary, 2000)}`) },
      ...fieldsOf(notification),
      ...(links === '' ? [] : [{ type: 'context', elements: [mrkdwn(links)] }]),
    ],
  }
}

/** A section holds ten fields. */
function fieldsOf(notification: Notification) {
  const fields = factsOf(notification).map(({ title, value }) => mrkdwn(`*${title}*\n${escapeWithin(value, MOST_FIELD - 50)}`))
  const sections = [fields.slice(0, MOST_FIELDS), fields.slice(MOST_FIELDS)]
  return sections.filter(({ length }) => length > 0).map((some) => ({ type: 'section', fields: some }))
}

function linkText({ title, url }: Link): string {
  return `<${escape(url).replaceAll('|', '%7C')}|${title}>`
}

function mrkdwn(text: string) {
  return { type: 'mrkdwn', text }
}

/** Slack's control characters as it wants them; what is sent is no longer than `most`, and no character is cut in half. */
function escapeWithin(text: string, most: number): string {
  const escaped = escape(text)
  if (escaped.length <= most) return escaped
  let fitting = ''
  for (const character of text) {
    const next = escape(character)
    if (fitting.length + next.length >= most) break
    fitting += next
  }
  return `${fitting}…`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
