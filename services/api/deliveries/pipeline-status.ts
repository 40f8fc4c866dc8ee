import type { DataSource } from 'typeorm'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { toInteger } from '../../store/analytics/integers.js'

export interface PipelineStatus {
  events: number
  pendingDeliveries: number
  deadDeliveries: number
  refusedDeliveries: number
  pendingServices: number
  /** Age of the oldest thing that is not yet in the numbers. */
  lagSeconds: number
  firstEventAt: string | null
  lastEventAt: string | null
}

// Above this an event that was sent twice is counted twice until the store has merged it away.
const EXACT_UP_TO = 2_000_000

export async function readPipelineStatus(stores: { analytics: AnalyticsStore; dataSource: DataSource; now: Date }): Promise<PipelineStatus> {
  const [events, waiting] = await Promise.all([readEvents(stores.analytics), readWaiting(stores.dataSource)])
  const { oldest, ...counts } = waiting
  return { ...events, ...counts, lagSeconds: oldest === null ? 0 : Math.max(0, stores.now.getTime() - oldest.getTime()) / 1000 }
}

async function readEvents(analytics: AnalyticsStore): Promise<Pick<PipelineStatus, 'events' | 'firstEventAt' | 'lastEventAt'>> {
  const [rough] = await analytics.query<{ rows: string; first: string; last: string }>(
    'SELECT count() AS rows, min(time) AS first, max(time) AS last FROM events',
  )
  const rows = toInteger(rough?.rows ?? '0')
  if (!rough || rows === 0) return { events: 0, firstEventAt: null, lastEventAt: null }
  return { events: rows > EXACT_UP_TO ? rows : await countExactly(analytics), firstEventAt: rough.first, lastEventAt: rough.last }
}

async function countExactly(analytics: AnalyticsStore): Promise<number> {
  const [row] = await analytics.query<{ events: string }>('SELECT count() AS events FROM events FINAL')
  return toInteger(row?.events ?? '0')
}

type Waiting = Omit<PipelineStatus, 'events' | 'firstEventAt' | 'lastEventAt' | 'lagSeconds'> & { oldest: Date | null }

async function readWaiting(dataSource: DataSource): Promise<Waiting> {
  const [row] = await dataSource.query<[Waiting]>(`
    SELECT
      (SELECT count(*)::int FROM inbox WHERE state IN ('pending', 'leased')) AS "pendingDeliveries",
      (SELECT count(*)::int FROM inbox WHERE state = 'dead') AS "deadDeliveries",
      (SELECT count(*)::int FROM refused_deliveries) AS "refusedDeliveries",
      (SELECT count(*)::int FROM dirty_services) AS "pendingServices",
      (SELECT least(
        (SELECT min(received_at) FROM inbox WHERE state IN ('pending', 'leased')),
        (SELECT min(since) FROM dirty_services))) AS oldest`)
  return row
}
