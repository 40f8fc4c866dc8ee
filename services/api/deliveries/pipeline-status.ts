import type { DataSource } from 'typeorm'
import { effectsSeenTo } from '../../facts/effects/effects-worker.js'
import { readProgress } from '../../ingest/telemetry/roll-up-progress.js'
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
  /** Whether the readings there are now are in the minutes, and those in the effects of releases. */
  telemetryIsIn: boolean
  /** Whether what was stored is in the days of measures, in UTC. */
  daysAreKept: boolean
}

/** A reading may become visible this long after the time it says it was received. */
const VISIBLE_MS = 1_000

// Above this an event that was sent twice is counted twice until the store has merged it away.
const EXACT_UP_TO = 2_000_000

export async function readPipelineStatus(stores: { analytics: AnalyticsStore; dataSource: DataSource; now: Date }): Promise<PipelineStatus> {
  const [events, waiting] = await Promise.all([readEvents(stores.analytics), readWaiting(stores.dataSource)])
  // Afterwards, so that the readings of deliveries that wait no more are looked for.
  const telemetryIsIn = await readTelemetryIsIn(stores)
  const daysAreKept = await readDaysAreKept(stores.analytics)
  const { oldest, ...counts } = waiting
  return {
    ...events,
    ...counts,
    telemetryIsIn,
    daysAreKept,
    lagSeconds: oldest === null ? 0 : Math.max(0, stores.now.getTime() - oldest.getTime()) / 1000,
  }
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

async function readTelemetryIsIn({ analytics, dataSource }: { analytics: AnalyticsStore; dataSource: DataSource }): Promise<boolean> {
  const { to, at } = await readProgress(dataSource)
  if ((await effectsSeenTo(dataSource)) < at) return false
  const later = await analytics.query('SELECT 1 FROM sli_samples WHERE received_at >= {since:DateTime64(3)} LIMIT 1', {
    since: new Date(Math.max(0, to - VISIBLE_MS)),
  })
  return later.length === 0
}

async function readDaysAreKept(analytics: AnalyticsStore): Promise<boolean> {
  const [row] = await analytics.query<{ kept: number; changed: number }>(
    `SELECT (SELECT toUInt32(countIf(definition != '')) FROM kept_days FINAL WHERE zone = 'UTC') AS kept, (SELECT toUInt32(count()) FROM changed_days FINAL) AS changed`,
  )
  return row !== undefined && row.kept > 0 && row.changed === 0
}

type Waiting = Omit<PipelineStatus, 'events' | 'firstEventAt' | 'lastEventAt' | 'lagSeconds' | 'telemetryIsIn' | 'daysAreKept'> & {
  oldest: Date | null
}

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
