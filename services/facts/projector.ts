import { deriveService } from '../domain/derive.js'
import type { CanonicalEvent } from '../domain/event.js'
import { defaultRules, type WorkspaceRules } from '../domain/facts.js'
import { NO_EFFECTS } from '../domain/sli-effect.js'
import { claimDirty, countDirty, markDirty, raiseFence, releaseDirty, stillClaimed, type DirtyService } from './dirty-services.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import { startRounds } from '../store/rounds.js'
import { anyEffects, loadEffects } from './effects/load-effects.js'
import { countEvents, createEventReader, type EventReader } from './event-reader.js'
import { factRows } from './fact-rows.js'
import { loadServiceEvents } from './load-service.js'
import type { AskedRange } from './range-lookups.js'
import type { FactStores } from './record-events.js'
import { unknownRanges } from './unknown-ranges.js'
import { differences, encodeRows, writeFacts, type Derived } from './write-facts.js'

export type ProjectorOptions = {
  worker: string
  /** Asked after services were claimed, so that what was marked for a new rule is derived with it. */
  readRules?: () => Promise<WorkspaceRules>
  /** Called with the services whose facts have changed. */
  onChanged?: (services: string[]) => void
  onError?: (error: unknown, service: string) => void
  /** Called with the ranges of production deployments that its events do not tell in full. */
  onUnknownRanges?: (ranges: AskedRange[]) => Promise<unknown>
}

export type Projector = {
  /** Something may have been marked: look now. */
  nudge(): void
  /** Resolves once nothing is marked any more. */
  idle(): Promise<void>
  stop(): Promise<void>
}

const SERVICES_A_CLAIM = 32
/** Read and written together: fewer statements and larger parts in the engine, while memory holds so many events and their facts. */
const AT_ONCE = { services: 16, events: 10_000 }
/** While one batch waits for the engine, another is derived. */
const LANES = 2
const LOOK_AGAIN_MS = 500
/** A service whose derivation took t rests for this many t, so that one busy service does not hold up the others. */
const REST_FACTOR = 2
const LONGEST_REST_MS = 10_000

/** Derives marked services until stopped. Several may run at once, in as many processes. */
export async function startProjector(stores: FactStores, options: ProjectorOptions): Promise<Projector> {
  await raiseFence(stores.control.dataSource)
  const rests = new Map<string, number>()
  let stopped = false
  const rounds = startRounds({
    round: async () => ((await projectOnce(stores, options, rests)) > 0 ? 0 : LOOK_AGAIN_MS),
    restMs: LOOK_AGAIN_MS,
    onError: (error) => options.onError?.(error, ''),
  })
  return {
    nudge: () => rounds.nudge(),
    idle: async () => {
      while (!stopped && (await countDirty(stores.control.dataSource)) > 0) {
        rounds.nudge()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    stop: async () => {
      stopped = true
      await rounds.stop()
    },
  }
}

/** Claims some services, derives and writes them; answers how many. */
async function projectOnce(stores: FactStores, options: ProjectorOptions, rests: Map<string, number>): Promise<number> {
  const claimed = await claimDirty(stores.control.dataSource, options.worker, SERVICES_A_CLAIM, restingNow(rests))
  const changed = new Set<string>()
  const batches = await inBatches(stores.analytics, claimed)
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const began = Date.now()
      for (const service of await projectBatch(stores, options, batch)) changed.add(service)
      const until = Date.now() + Math.min((Date.now() - began) * REST_FACTOR, LONGEST_REST_MS)
      for (const { service } of batch) rests.set(service, until)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  if (changed.size > 0) options.onChanged?.([...changed])
  return claimed.length
}

/** As many services together as have so many events, or one that has more. */
async function inBatches(analytics: AnalyticsStore, claimed: readonly DirtyService[]): Promise<DirtyService[][]> {
  if (claimed.length < 2) return claimed.map((dirty) => [dirty])
  const services = claimed.map(({ service }) => service)
  const counts = await countEvents(analytics, services)
  const batches: DirtyService[][] = []
  let events = 0
  for (const dirty of claimed) {
    const own = counts.get(dirty.service) ?? 0
    const batch = batches.at(-1)
    const fits = batch !== undefined && batch.length < AT_ONCE.services && events + own <= AT_ONCE.events
    if (fits) batch.push(dirty)
    else batches.push([dirty])
    events = fits ? events + own : own
  }
  return batches
}

async function projectBatch(stores: FactStores, options: ProjectorOptions, batch: readonly DirtyService[]): Promise<Set<string>> {
  const [rules = defaultRules, hasEffects] = await Promise.all([options.readRules?.(), anyEffects(stores.analytics)])
  const reader = createEventReader(stores.analytics)
  const derived = await Promise.all(
    batch.map((dirty) =>
      derive(stores, dirty, { rules, hasEffects, reader }, options).catch((error: unknown) => {
        options.onError?.(error, dirty.service)
        return null
      }),
    ),
  )
  const good = derived.filter((one) => one !== null)
  const ours = new Set((await stillClaimed(stores.control.dataSource, batch)).map(({ service }) => service))
  const held = good.filter(({ service }) => ours.has(service))
  const found = await differences(stores.analytics, held)
  await writeFacts(stores.analytics, found)
  const done = new Set(held.map(({ service }) => service))
  await releaseDirty(
    stores.control.dataSource,
    batch.filter(({ service }) => done.has(service)),
  )
  return found.changed
}

async function derive(
  stores: FactStores,
  { service, fence }: DirtyService,
  { rules, hasEffects, reader }: { rules: WorkspaceRules; hasEffects: boolean; reader: EventReader },
  { onUnknownRanges }: ProjectorOptions,
): Promise<Derived> {
  const events = await loadServiceEvents(stores.analytics, service, reader)
  const effects = hasEffects ? await loadEffects(stores.analytics, deployedServices(events)) : NO_EFFECTS
  const facts = deriveService(service, events, rules, effects)
  await onUnknownRanges?.(unknownRanges(facts))
  return { service, fence, rows: encodeRows(factRows(facts, rules.isProduction)) }
}

function deployedServices(events: readonly CanonicalEvent[]): string[] {
  return [...new Set(events.flatMap((event) => (event.type.startsWith('deployment.') ? [(event.data as { service: string }).service] : [])))]
}

function restingNow(rests: Map<string, number>): string[] {
  const now = Date.now()
  for (const [service, until] of rests) if (until <= now) rests.delete(service)
  return [...rests.keys()]
}

/** Marks every service that any event names, so that all facts are derived again; answers how many. */
export async function rebuildFacts(
  stores: FactStores,
  onProgress: (left: number, total: number) => void = () => undefined,
): Promise<{ services: number }> {
  const sql = `SELECT DISTINCT substring(scope, 9) AS service FROM events_by_scope WHERE startsWith(scope, 'service:')
    UNION DISTINCT SELECT service FROM services FINAL`
  const services = (await stores.analytics.query<{ service: string }>(sql)).map((row) => row.service)
  await markDirty(stores.control.dataSource, services)
  onProgress(services.length, services.length)
  return { services: services.length }
}
