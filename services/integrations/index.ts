import { github } from './github/index.js'
import type { Integration } from './integration.js'

export const integrations: readonly Integration[] = [github]

export function findIntegration(id: string): Integration | null {
  return integrations.find((integration) => integration.id === id) ?? null
}
