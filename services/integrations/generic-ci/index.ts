import { mappedIntegration } from '../mapping/mapped-integration.js'
import { setupOf } from '../mapping/setup.js'
import { presets } from './presets.js'

export const genericCi = mappedIntegration({
  id: 'generic-ci',
  title: 'Builds and deployments from anywhere',
  documentation: { url: 'https://docs.jsonata.org/overview.html', version: 'JSONata 2' },
  presets,
  types: [
    'deployment.started',
    'deployment.progressed',
    'deployment.finished',
    'change.committed',
    'artifact.published',
    'artifact.promoted',
    'approval.requested',
    'approval.decided',
    'approval.withdrawn',
    'rollback.decided',
    'test.finished',
  ],
  setup: (url) => setupOf(url, presets, { service: 'payments', environment: 'production' }),
})
