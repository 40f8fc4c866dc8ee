import { createHash } from 'node:crypto'
import type { DataSource } from 'typeorm'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { Setting } from '../../store/control/entities/setting.js'
import { keptNames, underKeptName } from '../../store/analytics/service-names.js'
import { inTurn, startRounds } from '../../store/rounds.js'
import { markDirty } from '../dirty-services.js'
import { minutesMade, placeKey, type Place } from './affected.js'
import { refreshEffects, type Declared } from './refresh-effects.js'

const KEY = 'effects.seen'
const EVERY_MS = 10_000
/** Minutes may become visible this long after the time they say they were made. */
const OVERLAP_MS = 60_000

/** Up to where all was seen, and what is known by then. */
type Seen = {
  /** When minutes were made, epoch milliseconds. */
  minutes: number
  /** Under which deployments were written. */
  fence: string
  /** The objectives and the other names of each service by hash. */
  objectives: Record<string, string>
  /** Where telemetry was ever of. */
  places: Place[]
  /** When it was looked, epoch milliseconds. */
  lookedAt: number
}

const NOTHING_SEEN: Seen = { minutes: 0, fence: '0', objectives: {}, places: [], lookedAt: 0 }

export type EffectsWorker = {
  /** Resolves once all that was stored before the call is in the effects. */
  settled(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  analytics: AnalyticsStore
  dataSource: DataSource
  declared: () => Promise<Declared>
  now: () => Date
  /** Services were marked to be derived again. */
  onMarked: () => void
  onError(error: unknown): void
}

/** Keeps the effects of releases up with telemetry, deployments and objectives, and goes on after a stop where it was. */
export function startEffectsWorker(options: Options): EffectsWorker {
  const { now, onError } = options
  let isFirst = true

  async function round(): Promise<void> {
    await look(options, now(), isFirst)
    isFirst = false
  }

  const settled = inTurn(() => round().catch(onError))
  const rounds = startRounds({
    async round() {
      await settled()
      return EVERY_MS
    },
    restMs: EVERY_MS,
    onError,
  })
  return { settled, stop: () => rounds.stop() }
}

async function look({ analytics, dataSource, declared, onMarked }: Options, now: Date, isFirst: boolean): Promise<void> {
  const seen = await readSeen(dataSource)
  // Before the facts are read, so that what is written meanwhile is seen by the next look.
  const fence = await settledFence(dataSource)
  const made = await minutesMade(analytics, Math.max(0, seen.minutes - OVERLAP_MS))
  const places = joined(seen.places, made.places)
  if (places.length === 0) return
  const names = await keptNames(analytics)
  const known = await declared()
  const objectives = objectiveHashes(known, names)
  const named = (told: readonly Place[]) =>
    joined(
      [],
      told.map((place) => underKeptName(place, names)),
    )
  const changed = await refreshEffects(analytics, named(places), known, {
    minutes: named(made.places),
    fence: seen.fence,
    services: changedKeys(seen.objectives, objectives),
    formerNames: [...names.keys()],
    now,
  })
  // Whoever was stopped between writing effects and marking their services left them unmarked.
  const left = isFirst ? await writtenSince(analytics, seen.lookedAt) : []
  const marked = [...new Set([...changed, ...left])]
  if (marked.length > 0) {
    await markDirty(dataSource, await withIncidentPartners(analytics, marked))
    onMarked()
  }
  const value = { minutes: made.latest, fence, objectives, places, lookedAt: now.getTime() } satisfies Seen
  await dataSource.getRepository(Setting).upsert({ key: KEY, value }, ['key'])
}

async function readSeen(dataSource: DataSource): Promise<Seen> {
  const row = await dataSource.getRepository(Setting).findOneBy({ key: KEY })
  return { ...NOTHING_SEEN, ...(row?.value as Partial<Seen> | undefined) }
}

/** All minutes made before this are in the effects; epoch milliseconds. */
export async function effectsSeenTo(dataSource: DataSource): Promise<number> {
  return (await readSeen(dataSource)).lookedAt
}

async function writtenSince(analytics: AnalyticsStore, lookedAt: number): Promise<string[]> {
  const sql = 'SELECT DISTINCT service FROM release_effects WHERE version >= {lookedAt:UInt64}'
  return (await analytics.query<{ service: string }>(sql, { lookedAt })).map(({ service }) => service)
}

/** Each place once, from the first minute to the last that either knows. */
function joined(known: readonly Place[], made: readonly Place[]): Place[] {
  const places = new Map(known.map((place) => [placeKey(place), place]))
  for (const { service, environment, first, last } of made) {
    const old = places.get(placeKey({ service, environment }))
    const [earliest, latest] = [old && old.first < first ? old.first : first, old && old.last > last ? old.last : last]
    places.set(placeKey({ service, environment }), { service, environment, first: earliest, last: latest })
  }
  return [...places.values()]
}

/** And the services that share an incident with them, which may now be laid elsewhere. */
async function withIncidentPartners(analytics: AnalyticsStore, services: readonly string[]): Promise<string[]> {
  const rows = await analytics.query<{ partner: string }>(
    'SELECT DISTINCT arrayJoin(arrayConcat(services, [service])) AS partner FROM incidents FINAL WHERE hasAny(services, {services:Array(String)})',
    { services },
  )
  return [...new Set([...services, ...rows.map(({ partner }) => partner)])]
}

/** No facts will be written any more under this fence or a lower one. */
async function settledFence(dataSource: DataSource): Promise<string> {
  const [row]: { fence: string }[] = await dataSource.query(
    `SELECT coalesce((SELECT min(fence) - 1 FROM dirty_services WHERE leased_by IS NOT NULL), (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM fact_fence))::text AS fence`,
  )
  return row?.fence ?? '0'
}

function objectiveHashes({ slos, indicators }: Declared, names: ReadonlyMap<string, string>): Record<string, string> {
  const units = new Map(indicators.map(({ name, unit }) => [name, unit]))
  const byService = new Map<string, unknown[]>()
  for (const { service, indicator, objectives } of slos) {
    const told = objectives.map((one) => [one.indicator ?? indicator, one.target, one.op, one.value, units.get(one.indicator ?? indicator ?? '')])
    byService.set(service, [...(byService.get(service) ?? []), ...told])
  }
  for (const [alias, service] of names) byService.set(service, [...(byService.get(service) ?? []), alias])
  return Object.fromEntries([...byService].map(([service, told]) => [service, createHash('sha1').update(JSON.stringify(told)).digest('base64url')]))
}

function changedKeys(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]).sort()
}
