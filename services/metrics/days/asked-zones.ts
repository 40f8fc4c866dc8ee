import { LRUCache } from 'lru-cache'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

const HOUR_MS = 3_600_000
const KEPT_DAYS = 30
/** Each zone costs as much room as the first. */
const MOST_ZONES = 6

const told = new LRUCache<string, true>({ max: 1_000, ttl: HOUR_MS })

/** Notes that days of a zone were asked for, so that they are kept from now on. */
export async function askForZone(analytics: AnalyticsStore, zone: string, now: Date): Promise<void> {
  if (told.has(zone)) return
  told.set(zone, true)
  await analytics.insert('day_zones', [{ zone, asked_at: now.toISOString() }])
}

/** Those asked for of late, the latest first. */
export async function zonesAsked(analytics: AnalyticsStore, now: Date): Promise<string[]> {
  const rows = await analytics.query<{ zone: string }>(
    `SELECT zone FROM day_zones FINAL WHERE asked_at >= {since:DateTime64(3)} ORDER BY asked_at DESC LIMIT ${MOST_ZONES}`,
    { since: new Date(now.getTime() - KEPT_DAYS * 24 * HOUR_MS) },
  )
  return rows.map(({ zone }) => zone)
}
