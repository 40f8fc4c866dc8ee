import type { DataSource } from 'typeorm'
import type { CanonicalEvent } from '../domain/event.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { markDirty } from './dirty-services.js'
import { eventRow } from './event-rows.js'
import { touchedServices } from './touched-services.js'

export type FactStores = { analytics: AnalyticsStore; control: { dataSource: DataSource } }

const ROWS_AN_INSERT = 20_000

/**
 * Stores events and marks the services they touch for the projector. Doing it again with the same events changes nothing,
 * so a batch whose acknowledgement was lost is simply recorded again.
 */
export async function recordEvents(stores: FactStores, events: readonly CanonicalEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += ROWS_AN_INSERT) {
    await stores.analytics.insert('events', events.slice(start, start + ROWS_AN_INSERT).map(eventRow))
  }
  await markDirty(stores.control.dataSource, await touchedServices(stores.analytics, events))
}
