import { mappedIntegration } from '../mapping/mapped-integration.js'
import { setupOf } from '../mapping/setup.js'
import { presets } from './presets.js'

export const genericIncident = mappedIntegration({
  id: 'generic-incident',
  title: 'Incidents from anywhere',
  documentation: { url: 'https://docs.jsonata.org/overview.html', version: 'JSONata 2' },
  presets,
  types: ['incident.detected', 'incident.acknowledged', 'incident.mitigated', 'incident.resolved', 'incident.updated'],
  setup: (url) => setupOf(url, presets, { service: 'payments' }),
})
