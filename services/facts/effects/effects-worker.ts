import { createHash } from 'node:crypto'
import type { DataSource } from 'typeorm'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { Setting } from '../../store/control/entities/setting.js'
import { markDirty } from '../dirty-services.js'
import { minutesMade, telemetryPlaces } from './affected.js'
import { refreshEffects, type Declared } from './refresh-effects.js'

const KEY = 'effects.seen'
const EVERY_MS = 10_000
/** Minutes may become visible this long after the time they say they were made. */
const OVERLAP_MS = 60_000

/** Up to where all was seen: when minutes were made, the fence of deployments, and the objectives of each service by hash. */
type Seen = { minutes: number; fence: string; objectives: Record<string, string> }

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
  let stopped = false
  let wake: () => void = () => undefined
  let rounds = Promise.resolve()

  /** One after the other, whoever asks. */
  function next(): Promise<void> {
    rounds = rounds.then(() => look(options, now())).catch(onError)
    return rounds
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await next()
      if (!stopped) await sleep()
    }
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const running = run()
  return {
    settled: next,
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}

async function look({ analytics, dataSource, declared, onMarked }: Options, now: Date): Promise<void> {
  const places = await telemetryPlaces(analytics)
  if (places.length === 0) return
  const settings = dataSource.getRepository(Setting)
  const seen = ((await settings.findOneBy({ key: KEY }))?.value as Seen | undefined) ?? { minutes: 0, fence: '0', objectives: {} }
  // Before the facts are read, so that what is written meanwhile is seen by the next look.
  const fence = await settledFence(dataSource)
  const made = await minutesMade(analytics, Math.max(0, seen.minutes - OVERLAP_MS))
  const known = await declared()
  const objectives = objectiveHashes(known)
  const services = changedKeys(seen.objectives, objectives)
  const changed = await refreshEffects(analytics, places, known, { minutes: made.places, fence: seen.fence, services, now })
  if (changed.size > 0) {
    await markDirty(dataSource, await withIncidentPartners(analytics, [...changed]))
    onMarked()
  }
  await settings.upsert({ key: KEY, value: { minutes: made.latest, fence, objectives } satisfies Seen }, ['key'])
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
    `SELECT coalesce((SELECT min(fence) - 1 FROM dirty_services WHERE leased_by IS NOT NULL), (SELECT last_value FROM fact_fence))::text AS fence`,
  )
  return row?.fence ?? '0'
}

function objectiveHashes({ slos, indicators }: Declared): Record<string, string> {
  const units = new Map(indicators.map(({ name, unit }) => [name, unit]))
  const byService = new Map<string, unknown[]>()
  for (const { service, indicator, objectives } of slos) {
    const told = objectives.map((one) => [one.indicator ?? indicator, one.target, one.op, one.value, units.get(one.indicator ?? indicator ?? '')])
    byService.set(service, [...(byService.get(service) ?? []), ...told])
  }
  return Object.fromEntries([...byService].map(([service, told]) => [service, createHash('sha1').update(JSON.stringify(told)).digest('base64url')]))
}

function changedKeys(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]).sort()
}
