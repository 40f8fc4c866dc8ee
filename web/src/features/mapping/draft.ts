import type { MappedIntegrationsQuery } from '../../generated/graphql.js'
import { objectText } from '../../lib/read-object.js'

export type Mapped = MappedIntegrationsQuery['mappedIntegrations'][number]
export type Connection = MappedIntegrationsQuery['connections'][number]

/** What is written, and the connection that it came from or is to go to. */
export interface Draft {
  settings: string
  source: string | undefined
}

/** Begins with the settings of the first connection that has some, else with a preset. */
export function firstDraft(integration: Mapped | undefined, connections: readonly Connection[]): Draft {
  const saved = connections.find(hasSettings)
  return saved ? savedDraft(saved) : { settings: presetText(integration?.presets[0]), source: connections[0]?.source }
}

export function hasSettings({ settings }: Pick<Connection, 'settings'>): boolean {
  return objectText(settings) !== ''
}

export function savedDraft({ settings, source }: Connection): Draft {
  return { settings: objectText(settings), source }
}

export function presetText(preset: string | undefined): string {
  return JSON.stringify({ preset, constants: { service: 'payments' } }, null, 2)
}

export function exampleText(type: string): string {
  return `mapping:
  - type: ${type}
    when: state = "done"
    id: id
    time: at
    data:
      service: app
`
}
