import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { Rollout } from './windows.js'

/** Between which minutes a service told of itself in an environment. */
export type Place = { service: string; environment: string; first: string; last: string }

/** What changed since a look. */
export type News = {
  /** Minutes made since, by place. */
  minutes: readonly Place[]
  /** Deployments written under a later fence than this. */
  fence: string
  /** Services whose objectives were declared, changed or deleted. */
  services: readonly string[]
  now: Date
}

export type AffectedRollout = Rollout & { service: string; environment: string; affected: boolean }

type Row = {
  service: string
  environment: string
  id: string
  regions: string[]
  anchor: string
  started: string
  served: string | null
  outcome: string
  affected: number
}

export async function telemetryPlaces(analytics: AnalyticsStore): Promise<Place[]> {
  return await analytics.query<Place>(
    'SELECT service, environment, min(minute) AS first, max(minute) AS last FROM sli_minutes GROUP BY service, environment ORDER BY service, environment',
  )
}

/** Minutes made since an instant in epoch milliseconds, and the latest that any was made. */
export async function minutesMade(analytics: AnalyticsStore, since: number): Promise<{ places: Place[]; latest: number }> {
  const rows = await analytics.query<Place & { latest: string }>(
    `SELECT service, environment, min(minute) AS first, max(minute) AS last, max(version) AS latest FROM sli_minutes
     WHERE version >= {since:UInt64} GROUP BY service, environment ORDER BY service, environment`,
    { since },
  )
  return { places: rows, latest: Math.max(since, ...rows.map(({ latest }) => Number(latest))) }
}

/**
 * The rollouts of places that have telemetry, each with whether what changed may bear on its effects: it was written since,
 * its objectives changed, its time is over, or minutes were made that lie on either side of it or some weeks before.
 */
export async function affectedRollouts(analytics: AnalyticsStore, places: readonly Place[], news: News): Promise<AffectedRollout[]> {
  const rows = await analytics.query<Row>(QUESTION, {
    places: places.map(placeKey),
    services: [...new Set(places.map(({ service }) => service))],
    firsts: places.map(({ first }) => new Date(first)),
    lasts: places.map(({ last }) => new Date(last)),
    newPlaces: news.minutes.map(placeKey),
    newFirsts: news.minutes.map(({ first }) => new Date(first)),
    newLasts: news.minutes.map(({ last }) => new Date(last)),
    fence: news.fence,
    newServices: news.services,
    now: news.now,
  })
  return rows.map((row) => ({
    service: row.service,
    environment: row.environment,
    id: row.id,
    regions: row.regions,
    anchor: Date.parse(row.anchor),
    startedAt: Date.parse(row.started),
    servedAt: row.served === null ? null : Date.parse(row.served),
    isSucceeded: row.outcome === 'succeeded',
    affected: row.affected === 1,
  }))
}

function placeKey({ service, environment }: Pick<Place, 'service' | 'environment'>): string {
  return `${service}\n${environment}`
}

/** The telemetry of a place reaches over a rollout; beside it, who is its neighbour. */
const REACH = 'INTERVAL 31 MINUTE'

const QUESTION = `WITH indexOf({places:Array(String)}, place) AS known, indexOf({newPlaces:Array(String)}, place) AS changed
  SELECT service, environment, id, regions, anchor, started, served, outcome,
    version > {fence:UInt64} OR service IN {newServices:Array(String)} OR (service, environment, id) IN (
      SELECT service, environment, deployment FROM release_effects FINAL
      WHERE service IN {services:Array(String)} AND NOT settled AND after_to < {now:DateTime64(3)} - INTERVAL 2 MINUTE
    ) OR (changed > 0 AND arrayExists(week -> started - ${REACH} <= {newLasts:Array(DateTime64(3))}[changed] + toIntervalWeek(week)
      AND end + ${REACH} >= {newFirsts:Array(DateTime64(3))}[changed] + toIntervalWeek(week), range(5))) AS affected
  FROM (
    SELECT service, environment, id, regions, anchor, outcome, version, concat(service, '\\n', environment) AS place,
      coalesce(started_at, full_traffic_at, finished_at, anchor) AS started, coalesce(full_traffic_at, finished_at) AS served, coalesce(served, anchor) AS end
    FROM deployments FINAL
    WHERE service IN {services:Array(String)} AND outcome IN ('succeeded', 'failed', 'rolled_back', 'running')
  )
  WHERE known > 0 AND end + ${REACH} >= {firsts:Array(DateTime64(3))}[known] AND started - ${REACH} <= {lasts:Array(DateTime64(3))}[known]
  ORDER BY service, environment, started, id`
