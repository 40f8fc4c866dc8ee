import type { Notification } from '../../notification.js'
import { defineRoute } from '../contract.js'
import { linksOf, present } from '../facts.js'
import { postJson } from '../posting.js'

export const alertmanager = defineRoute({
  id: 'alertmanager',
  title: 'Alertmanager',
  fields: [
    { name: 'url', title: 'Address', secret: false, required: true, example: 'https://alertmanager.example.com' },
    { name: 'authorization', title: 'Authorization header', secret: true, required: false, example: 'Bearer 0123456789abcdef' },
  ],
  deduplicates: true,
  // It takes an alert without an end as over after its `resolve_timeout`, five minutes where nobody says otherwise.
  repeatSeconds: 60,
  send(notification, { url = '', authorization }, context) {
    const headers = present({ authorization: authorization ?? null })
    return postJson({ url: `${url.replace(/\/+$/, '')}/api/v2/alerts`, headers, body: JSON.stringify([alertOf(notification)]) }, context)
  },
})

/** A `postableAlert`. An acknowledged problem still burns: there it stays as it is. */
export function alertOf(notification: Notification) {
  const { title, summary, startedAt, resolvedAt, status, version, commit, owner, dashboardUrl } = notification
  const runbook = linksOf(notification).find((link) => link.title === 'Runbook')
  return {
    labels: labelsOf(notification),
    annotations: present({ summary: title, description: summary, version, commit, owner, runbook_url: runbook?.url ?? null }),
    startsAt: startedAt,
    ...(status === 'resolved' && resolvedAt !== null ? { endsAt: resolvedAt } : {}),
    generatorURL: dashboardUrl,
  }
}

/** They are the alert's identity there, so only what stays the same from its start to its end. */
function labelsOf({ rule, severity, service, environment, team, slo, release, key }: Notification) {
  return { alertname: rule, ...present({ severity, service, environment, team, slo, release, windsock_key: key }) }
}
