import { github } from './github/index.js'
import { gitlab } from './gitlab/index.js'
import type { Integration } from './integration.js'
import { pagerduty } from './pagerduty/index.js'

export const integrations: readonly Integration[] = [github, gitlab, pagerduty]

export function findIntegration(id: string): Integration | null {
  return integrations.find((integration) => integration.id === id) ?? null
}
