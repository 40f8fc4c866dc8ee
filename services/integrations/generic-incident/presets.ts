import type { Presets } from '../mapping/mapping.js'

const OPSGENIE_PLACE = {
  incident: 'alert.alertId',
  service: '$settings.service ? $settings.service : $lookup(alert.details, "service")',
  title: 'alert.message',
}

const STATUSPAGE_PLACE = {
  incident: 'incident.id',
  service: '$settings.service',
  title: 'incident.name',
  url: 'incident.shortlink',
}

export const presets: Presets = {
  opsgenie: [
    {
      type: 'incident.detected',
      when: 'action = "Create"',
      id: 'alert.alertId',
      time: 'alert.createdAt',
      data: { ...OPSGENIE_PLACE, severity: 'alert.priority' },
    },
    {
      type: 'incident.acknowledged',
      when: 'action = "Acknowledge"',
      id: 'alert.alertId',
      time: '$fromMillis($floor(alert.updatedAt / 1000000))',
      data: OPSGENIE_PLACE,
    },
    {
      type: 'incident.resolved',
      when: 'action = "Close"',
      id: 'alert.alertId',
      time: '$fromMillis($floor(alert.updatedAt / 1000000))',
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
        url: 'generatorURL',
      },
    },
    {
      type: 'incident.resolved',
      each: 'alerts[status = "resolved"]',
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
      when: 'incident',
      id: 'incident.id',
      time: 'incident.created_at',
      data: { ...STATUSPAGE_PLACE, severity: 'incident.impact' },
    },
    { type: 'incident.resolved', when: 'incident.resolved_at', id: 'incident.id', time: 'incident.resolved_at', data: STATUSPAGE_PLACE },
  ],
}
