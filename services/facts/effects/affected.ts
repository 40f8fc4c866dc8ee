import { groupBy } from '../../domain/fold.js'
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
  /** Services whose objectives were declared, changed or deleted, or that have other names. */
  services: readonly string[]
  /** Names that services do not have any more. */
  formerNames: readonly string[]
  now: Date
}

/** The rollouts of a place that has telemetry, by their start, and which of them the news name. */
export type AffectedPlace = {
  service: string
  environment: string
  rollouts: Rollout[]
  named: ReadonlySet<string>
  /** When deployments ran that were written since, those that are no more among them; epoch milliseconds. */
  written: readonly number[]
}

type Named = { service: string; environment: string; id: string; at: string }
type Row = {
  service: string
  environment: string
  id: string
  regions: string[]
  anchor: string
  started: string
  served: string | null
  outcome: string
}

/** How long after its minutes are over a rollout is waited with, for late readings. */
export const LATENESS_MS = 2 * 60_000

/** Minutes made since an instant in epoch milliseconds, and the latest that any was made. */
export async function minutesMade(analytics: AnalyticsStore, since: number): Promise<{ places: Place[]; latest: number }> {
  const rows = await analytics.query<Place & { latest: string }>(
    `SELECT service, environment, min(minute) AS first, max(minute) AS last, max(version) AS latest FROM sli_minutes
     WHERE version >= {since:UInt64} GROUP BY service, environment ORDER BY service, environment`,
    { since },
  )
  return { places: rows, latest: Math.max(since, ...rows.map(({ latest }) => Number(latest))) }
}

/** The places in which the news bear on a rollout. Only they are read, so that a quiet look is a quick one. */
export async function affectedPlaces(analytics: AnalyticsStore, places: readonly Place[], news: News): Promise<AffectedPlace[]> {
  const known = new Map(places.map((place) => [placeKey(place), place]))
  const services = [...new Set(places.map(({ service }) => service))]
  const [written, over, told] = await Promise.all([writtenSince(analytics, services, news), overdue(analytics, news), toldOf(analytics, news)])
  const named = [...written, ...over, ...told].filter((one) => known.has(placeKey(one)))
  const ofObjectives = places.filter(({ service }) => news.services.includes(service))
  const keys = new Set([...named, ...ofObjectives].map(placeKey))
  const rollouts = groupBy(
    await rolloutsOf(
      analytics,
      [...keys].flatMap((key) => known.get(key) ?? []),
    ),
    placeKey,
  )
  const names = groupBy(named, placeKey)
  const times = groupBy(written, placeKey)
  return [...rollouts].map(([key, rows]) => {
    const [{ service, environment }] = rows as [Row]
    const own = news.services.includes(service) ? rows : (names.get(key) ?? [])
    return {
      service,
      environment,
      rollouts: rows.map(rolloutOf),
      named: new Set(own.map(({ id }) => id)),
      written: (times.get(key) ?? []).map(({ at }) => Date.parse(at)),
    }
  })
}

/** Of a deployment that was deleted only its key is left. */
async function writtenSince(analytics: AnalyticsStore, services: readonly string[], { fence }: News): Promise<Named[]> {
  return await analytics.query<Named>(
    `SELECT DISTINCT service, environment, id, anchor AS at FROM deployments WHERE version > {fence:UInt64} AND service IN {services:Array(String)}
     UNION DISTINCT
     SELECT service, environment, id, started_at AS at FROM deployments WHERE version > {fence:UInt64} AND service IN {services:Array(String)} AND started_at IS NOT NULL`,
    { services, fence },
  )
}

/** Those whose time is over, but of which that was not said yet. */
async function overdue(analytics: AnalyticsStore, { now }: News): Promise<Named[]> {
  return await analytics.query<Named>(
    `SELECT DISTINCT service, environment, deployment AS id, anchor AS at FROM release_effects FINAL WHERE NOT settled AND after_to <= {over:DateTime64(3)}`,
    { over: new Date(now.getTime() - LATENESS_MS) },
  )
}

/** Those beside which, now or some weeks before, minutes were made. */
async function toldOf(analytics: AnalyticsStore, { minutes }: News): Promise<Named[]> {
  if (minutes.length === 0) return []
  const firsts = minutes.map(({ first }) => new Date(first))
  return await analytics.query<Named>(
    `WITH indexOf({places:Array(String)}, concat(service, '\\n', environment)) AS changed,
       coalesce(started_at, full_traffic_at, finished_at, anchor) AS started, coalesce(full_traffic_at, finished_at, anchor) AS end
     SELECT DISTINCT service, environment, id, anchor AS at FROM deployments
     WHERE service IN {services:Array(String)} AND anchor >= {earliest:DateTime64(3)} - INTERVAL 1 HOUR AND changed > 0
       AND arrayExists(week -> started - ${REACH} <= {lasts:Array(DateTime64(3))}[changed] + toIntervalWeek(week)
         AND end + ${REACH} >= {firsts:Array(DateTime64(3))}[changed] + toIntervalWeek(week), range(5))`,
    {
      places: minutes.map(placeKey),
      services: [...new Set(minutes.map(({ service }) => service))],
      earliest: new Date(Math.min(...firsts.map((first) => first.getTime()))),
      firsts,
      lasts: minutes.map(({ last }) => new Date(last)),
    },
  )
}

/** The telemetry of a place reaches over a rollout. */
const REACH = 'INTERVAL 31 MINUTE'

async function rolloutsOf(analytics: AnalyticsStore, places: readonly Place[]): Promise<Row[]> {
  if (places.length === 0) return []
  return await analytics.query<Row>(
    `WITH indexOf({places:Array(String)}, concat(service, '\\n', environment)) AS place
     SELECT service, environment, id, regions, anchor, coalesce(started_at, full_traffic_at, finished_at, anchor) AS started,
       coalesce(full_traffic_at, finished_at) AS served, outcome
     FROM deployments FINAL
     WHERE service IN {services:Array(String)} AND place > 0 AND outcome IN ('succeeded', 'failed', 'rolled_back', 'running')
       AND coalesce(served, anchor) + ${REACH} >= {firsts:Array(DateTime64(3))}[place] AND started - ${REACH} <= {lasts:Array(DateTime64(3))}[place]
     ORDER BY service, environment, started, id`,
    {
      places: places.map(placeKey),
      services: [...new Set(places.map(({ service }) => service))],
      firsts: places.map(({ first }) => new Date(first)),
      lasts: places.map(({ last }) => new Date(last)),
    },
  )
}

function rolloutOf({ id, regions, anchor, started, served, outcome }: Row): Rollout {
  return {
    id,
    regions,
    anchor: Date.parse(anchor),
    startedAt: Date.parse(started),
    servedAt: served === null ? null : Date.parse(served),
    isSucceeded: outcome === 'succeeded',
  }
}

export function placeKey({ service, environment }: { service: string; environment: string }): string {
  return `${service}\n${environment}`
}
