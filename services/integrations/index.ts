import { alertmanager } from './alertmanager/index.js'
import { genericCi } from './generic-ci/index.js'
import { genericIncident } from './generic-incident/index.js'
import { github } from './github/index.js'
import { gitlab } from './gitlab/index.js'
import type { Integration } from './integration.js'
import type { MappedIntegration } from './mapping/mapped-integration.js'
import { pagerduty } from './pagerduty/index.js'

export const integrations: readonly Integration[] = [github, gitlab, pagerduty, alertmanager, genericCi, genericIncident]

export function findIntegration(id: string): Integration | null {
  return integrations.find((integration) => integration.id === id) ?? null
}

/** Those that are read by a mapping. */
export const mappedIntegrations: readonly MappedIntegration[] = [genericCi, genericIncident]
