import { expect, test } from 'vitest'
import { checkSettings } from './check-settings.js'
import { findIntegration } from './index.js'
import { IntegrationError, type ConnectionSettings } from './integration.js'

function check(integration: string, settings: ConnectionSettings): string | null {
  const found = findIntegration(integration)
  if (!found) throw new Error(`There is no integration ${integration}`)
  try {
    checkSettings(found, settings)
    return null
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    return error.message
  }
}

const rule = { type: 'deployment.finished', id: 'id', time: 'at', data: { service: 'app' } }

test.each<[string, ConnectionSettings]>([
  ['github', {}],
  ['github', { services: { 'shop/web': 'web' }, deployJobs: [{ name: 'deploy', environment: 'production', allowedToFail: true }], releases: false }],
  [
    'gitlab',
    { deployJobs: [{ name: 'deploy', branch: 'main' }], releases: { environment: 'production' }, incidents: { labels: ['outage'], services: {} } },
  ],
  ['pagerduty', { services: { P1: 'payments' }, severities: { high: 'critical' }, ignoredServices: ['x'] }],
  ['alertmanager', { severities: { page: 'critical' }, environment: 'production' }],
  ['generic-ci', { mapping: [rule], constants: { a: { b: 1 } }, verification: { scheme: 'hmac-sha256', header: 'x-sig' } }],
  ['generic-incident', { preset: 'grafana', verification: { scheme: 'token' } }],
])('%s takes %j', (integration, settings) => {
  expect(check(integration, settings)).toBeNull()
})

test.each<[string, ConnectionSettings, string]>([
  ['gitlab', { deployjobs: [] }, 'deployjobs is not known; did you mean deployJobs?'],
  [
    'gitlab',
    { deployJobs: [{ name: 'deploy' }, { name: 'ship', enviroment: 'production' }] },
    'deployJobs[1].enviroment is not known; did you mean environment?',
  ],
  ['github', { checks: [{}] }, 'checks[0].name must be a text, but is missing.'],
  [
    'github',
    { wholly: 1 },
    'wholly is not known; known here: services, deployWorkflows, deployJobs, checks, incidentLabels, incidentEnvironment, releases',
  ],
  ['pagerduty', { ignoredServices: 'x' }, 'ignoredServices must be a list, but is "x".'],
  [
    'generic-ci',
    { mapping: [rule], verification: { scheme: 'hmac-sha512' } },
    'verification.scheme must be one of token, hmac-sha256, standard-webhooks, but is "hmac-sha512".',
  ],
  ['generic-ci', { mapping: [rule], verification: { heder: 'x' } }, 'verification.heder is not known; did you mean header?'],
])('%s refuses %j', (integration, settings, message) => {
  expect(check(integration, settings)).toBe(`In the settings of this connection: ${message}`)
})
