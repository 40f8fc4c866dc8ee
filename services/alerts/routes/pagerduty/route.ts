import { createHash } from 'node:crypto'
import type { Notification } from '../../notification.js'
import { defineRoute } from '../contract.js'
import { cut, linksOf, oneLine, present } from '../facts.js'
import { postJson } from '../posting.js'

const ADDRESS = 'https://events.pagerduty.com/v2/enqueue'
const MOST_SUMMARY = 1024
const MOST_KEY = 255

export const pagerduty = defineRoute({
  id: 'pagerduty',
  title: 'PagerDuty',
  fields: [
    { name: 'routingKey', title: 'Integration key', secret: true, required: true, example: '0123456789abcdef0123456789abcdef' },
    { name: 'url', title: 'Address of the Events API', secret: false, required: false, example: ADDRESS },
  ],
  deduplicates: true,
  repeatSeconds: null,
  send(notification, { routingKey = '', url }, context) {
    const event = eventOf(notification, routingKey)
    return postJson({ url: url || ADDRESS, body: JSON.stringify(event), receipt: event.dedup_key }, context)
  },
})

/** An event of the Events API v2. */
export function eventOf(notification: Notification, routingKey: string) {
  const known = { routing_key: routingKey, dedup_key: dedupKeyOf(notification.key) }
  if (notification.status === 'acknowledged') return { ...known, event_action: 'acknowledge' }
  if (notification.status === 'resolved') return { ...known, event_action: 'resolve' }
  return {
    ...known,
    event_action: 'trigger',
    client: 'Windsock',
    client_url: notification.dashboardUrl,
    links: linksOf(notification).map(({ title, url }) => ({ href: url, text: title })),
    payload: payloadOf(notification),
  }
}

function payloadOf({ title, summary, severity, rule, startedAt, service, environment, team, slo, release, version, commit, owner }: Notification) {
  return {
    summary: cut(oneLine(`${title}: ${summary}`), MOST_SUMMARY),
    source: environment === '' ? service : `${service} (${environment})`,
    severity: severity === 'page' ? 'critical' : 'warning',
    timestamp: startedAt,
    component: service,
    ...(release === null ? {} : { group: release }),
    class: rule,
    custom_details: { summary, ...present({ environment, team, slo, release, version, commit, owner }) },
  }
}

/** Keys may have 255 characters there; a longer one gives way to its hash. */
function dedupKeyOf(key: string): string {
  return key.length <= MOST_KEY ? key : createHash('sha256').update(key).digest('hex')
}
