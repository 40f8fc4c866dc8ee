import type { Presets } from '../mapping/mapping.js'

const OPSGENIE_PLACE = {
  incident: 'alert.alertId',
  service: '$settings.service ? $settings.service : $lookup(alert.details, "service")',
  title: 'alert.message',
}

/** In nanoseconds, where `createdAt` is in milliseconds. */
const OPSGENIE_UPDATED = 'alert.updatedAt ? $floor(alert.updatedAt / 1000000) : $receivedAt'
const OPSGENIE_CHANGE = `alert.alertId & " " & (${OPSGENIE_UPDATED})`

const STATUSPAGE_PLACE = {
  incident: 'incident.id',
  service: '$settings.service',
  title: 'incident.name',
  url: 'incident.shortlink',
}

/** Some versions put the end in place of the start, and then which incident it was cannot be said. */
const GRAFANA_RESOLVED = 'alerts[status = "resolved" and startsAt != endsAt]'

/** Maintenance comes as an incident, with a time it is planned for. */
const STATUSPAGE_IS_UNPLANNED = '(incident.impact = "maintenance" or incident.scheduled_for ? false : true)'

export const presets: Presets = {
  opsgenie: [
    {
      type: 'incident.detected',
      when: 'action = "Create"',
      id: 'alert.alertId',
      time: 'alert.createdAt',
      data: { ...OPSGENIE_PLACE, severity: '$type(alert.priority) = "number" ? "P" & alert.priority : alert.priority' },
    },
    {
      type: 'incident.acknowledged',
      when: 'action = "Acknowledge"',
      id: OPSGENIE_CHANGE,
      time: OPSGENIE_UPDATED,
      data: OPSGENIE_PLACE,
    },
    {
      type: 'incident.updated',
      when: 'action = "UnAcknowledge"',
      id: OPSGENIE_CHANGE,
      time: OPSGENIE_UPDATED,
      data: { ...OPSGENIE_PLACE, retracts: '["acknowledged"]' },
    },
    {
      type: 'incident.resolved',
      when: 'action = "Close"',
      id: 'alert.alertId',
      time: OPSGENIE_UPDATED,
      data: OPSGENIE_PLACE,
    },
  ],
  grafana: [
    {
      type: 'incident.detected',
      each: 'alerts[status = "firing"]',
      id: 'fingerprint & " " & startsAt',
      time: 'startsAt',
      data: {
        incident: 'fingerprint & "-" & $replace(startsAt, /[^0-9]/, "")',
        service: 'labels.service ? labels.service : $settings.service',
        environment: 'labels.environment',
        title: 'annotations.summary ? annotations.summary : labels.alertname',
        severity: 'labels.severity',
        url: 'generatorURL and $contains(generatorURL, /^https?:/) ? generatorURL',
      },
    },
    {
      type: 'incident.resolved',
      each: GRAFANA_RESOLVED,
      id: 'fingerprint & " " & startsAt',
      time: 'endsAt',
      data: {
        incident: 'fingerprint & "-" & $replace(startsAt, /[^0-9]/, "")',
        service: 'labels.service ? labels.service : $settings.service',
        environment: 'labels.environment',
      },
    },
  ],
  statuspage: [
    {
      type: 'incident.detected',
      when: `incident and ${STATUSPAGE_IS_UNPLANNED}`,
      id: 'incident.id',
      time: 'incident.created_at',
      data: { ...STATUSPAGE_PLACE, severity: 'incident.impact' },
    },
    {
      type: 'incident.resolved',
      when: `incident.resolved_at and ${STATUSPAGE_IS_UNPLANNED}`,
      id: 'incident.id',
      time: 'incident.resolved_at',
      data: STATUSPAGE_PLACE,
    },
  ],
}
