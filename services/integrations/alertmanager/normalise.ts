import { rootField } from '../fields.js'
import { identifier } from '../identifier.js'
import type { NormaliseInput } from '../integration.js'
import type { EventInput, Normalised } from '../result.js'
import { readAlerts, type Alert } from './payload.js'
import { readSettings, type AlertmanagerSettings } from './settings.js'

/** An incident for each alert and each time that it began: Alertmanager gives the same alert the same fingerprint for ever. */
export function normalise({ body, source, settings }: NormaliseInput): Normalised {
  const chosen = readSettings(settings)
  const alerts = readAlerts(rootField(body))
  const counted = alerts.filter((alert) => !isIgnored(alert, chosen))
  const events = counted.flatMap((alert) => eventsOf(alert, `alertmanager/${source}`, chosen))
  return { events, ...reasonFor(alerts.length, alerts.length - counted.length) }
}

function eventsOf(alert: Alert, source: string, settings: AlertmanagerSettings): EventInput[] {
  const incident = identifier('alertmanager', alert.fingerprint, Date.parse(alert.startsAt))
  const data = { incident, ...factsOf(alert, settings) }
  const detected = { id: identifier(incident, 'firing'), source, type: 'incident.detected', time: alert.startsAt, data }
  if (alert.endsAt === null) return [detected]
  // With its beginning, which may never have come.
  return [detected, { id: identifier(incident, 'resolved'), source, type: 'incident.resolved', time: alert.endsAt, data: { incident } }]
}

/** What follows from labels alone: annotations may say something else each time an alert is sent again. */
function factsOf({ labels, startsAt, url }: Alert, settings: AlertmanagerSettings): Record<string, unknown> {
  const severity = labels.get('severity')
  return {
    service: firstOf(labels, settings.serviceLabels),
    environment: firstOf(labels, settings.environmentLabels) ?? settings.environment,
    title: labels.get('alertname'),
    severity: severity === undefined ? undefined : (settings.severities.get(severity.toLowerCase()) ?? severity),
    startedAt: startsAt,
    url,
  }
}

function firstOf(labels: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return names.map((name) => labels.get(name)).find((value) => value !== undefined)
}

function isIgnored({ labels }: Alert, { ignoredSeverities }: AlertmanagerSettings): boolean {
  return ignoredSeverities.has((labels.get('severity') ?? '').toLowerCase())
}

function reasonFor(all: number, ignored: number): { reason?: string } {
  if (all === 0) return { reason: 'The delivery holds no alert.' }
  if (ignored === 0) return {}
  return { reason: `${ignored} of ${all} alerts are of a severity that ignoredSeverities in the settings of this connection leaves out.` }
}
