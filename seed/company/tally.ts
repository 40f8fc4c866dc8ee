import type { Item } from './item.js'

/** What the author of the history knows it holds; the product has to find the same. */
export type ServiceTally = {
  /** Rollouts in all environments, each once however many sources told it. */
  deployments: number
  /** Succeeded production changes and hotfixes. */
  counted: number
  incidents: number
}

export type Tally = { add(service: string, items: readonly Item[]): void; services(): ReadonlyMap<string, ServiceTally>; events(): number }

/** Counts a history as it goes by, one service after the other, holding the ids of one service at a time. */
export function newTally(): Tally {
  const services = new Map<string, ServiceTally>()
  let deployments = new Set<string>()
  let incidents = new Set<string>()
  let counted = 0
  let events = 0
  let current = ''
  return {
    add(service, items) {
      if (service !== current) {
        current = service
        deployments = new Set()
        incidents = new Set()
        counted = 0
      }
      for (const { event, isCounted, isTwin } of items) {
        events += 1
        if (isCounted) counted += 1
        if (event.type.startsWith('deployment.') && !isTwin) deployments.add(`${event.data.environment} ${event.data.deployment}`)
        if (event.type.startsWith('incident.')) incidents.add(String(event.data.incident))
      }
      services.set(service, { deployments: deployments.size, counted, incidents: incidents.size })
    },
    services: () => services,
    events: () => events,
  }
}
