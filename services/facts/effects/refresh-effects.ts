import { groupBy } from '../../domain/fold.js'
import type { Indicator, Slo } from '../../slo/slo.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import { rowHash, type FactRow } from '../fact-rows.js'
import { affectedPlaces, LATENESS_MS, type AffectedPlace, type News, type Place } from './affected.js'
import { effectKey, effectRow, type EffectKey } from './effect-rows.js'
import { effectsOf, type Target } from './effects.js'
import { windowMinutes } from './window-minutes.js'
import { effectWindow, SIDE_MS, type EffectWindow, type Rollout } from './windows.js'

const ROLLOUTS_AT_ONCE = 50

export type Declared = { indicators: readonly Indicator[]; slos: readonly Slo[] }

type StoredEffect = EffectKey & { row_hash: string; version: string; settled: boolean; after_from: string; after_to: string }
type Written = FactRow & EffectKey & { settled: boolean }

/** Makes anew the effects that the news bear on, and answers the services of which a verdict changed. */
export async function refreshEffects(analytics: AnalyticsStore, places: readonly Place[], declared: Declared, news: News): Promise<Set<string>> {
  const changed = new Set<string>()
  for (const place of await affectedPlaces(analytics, places, news)) {
    const windows = await windowsToMake(analytics, place)
    for (let start = 0; start < windows.length; start += ROLLOUTS_AT_ONCE) {
      if (await refreshSome(analytics, place, windows.slice(start, start + ROLLOUTS_AT_ONCE), declared, news.now)) changed.add(place.service)
    }
  }
  for (const service of await removeOrphans(analytics, places, news)) changed.add(service)
  return changed
}

/**
 * The windows of the rollouts that the news name; and where deployments were written, of those near them, and of those whose
 * effects were made over other minutes than theirs are by now.
 */
async function windowsToMake(analytics: AnalyticsStore, { service, environment, rollouts, named, written }: AffectedPlace): Promise<EffectWindow[]> {
  const made = written.length > 0 ? await madeWindows(analytics, { service, environment }) : new Map<string, string>()
  const isNear = ({ startedAt, servedAt }: Rollout) =>
    written.some((at) => at >= startedAt - 2 * SIDE_MS && at <= (servedAt ?? startedAt) + 2 * SIDE_MS)
  return rollouts.flatMap((rollout) => {
    const wanted = named.has(rollout.id) || isNear(rollout)
    if (!wanted && !made.has(rollout.id)) return []
    const window = effectWindow(rollout, neighbours(rollout, rollouts))
    return window && (wanted || made.get(rollout.id) !== windowText(window)) ? [window] : []
  })
}

function neighbours(rollout: Rollout, all: readonly Rollout[]): Rollout[] {
  const [from, to] = [rollout.startedAt - SIDE_MS, (rollout.servedAt ?? rollout.startedAt) + SIDE_MS]
  return all.filter((other) => other.startedAt <= to && (other.servedAt ?? Infinity) >= from)
}

function windowText({ before, after }: EffectWindow): string {
  return [before.from, before.to, after.from, after.to].join(' ')
}

type Made = Record<'deployment' | 'before_from' | 'before_to' | 'after_from' | 'after_to', string>

/** By deployment, the window that its effects were made over. */
async function madeWindows(analytics: AnalyticsStore, { service, environment }: PlaceName): Promise<Map<string, string>> {
  const rows = await analytics.query<Made>(
    `SELECT DISTINCT deployment, before_from, before_to, after_from, after_to FROM release_effects FINAL
     WHERE service = {service:String} AND environment = {environment:String} AND part_kind = 'all'`,
    { service, environment },
  )
  return new Map(
    rows.map(({ deployment, ...window }) => [
      deployment,
      [window.before_from, window.before_to, window.after_from, window.after_to].map((at) => Date.parse(at)).join(' '),
    ]),
  )
}

type PlaceName = Pick<Place, 'service' | 'environment'>

async function refreshSome(
  analytics: AnalyticsStore,
  place: PlaceName,
  windows: readonly EffectWindow[],
  declared: Declared,
  now: Date,
): Promise<boolean> {
  const { service, environment } = place
  const told = groupBy(await windowMinutes(analytics, { service, environment, windows }), ({ deployment }) => deployment)
  const stored = await storedEffects(analytics, place, windows)
  const targets = targetsOf(service, declared.slos)
  const units = new Map(declared.indicators.map(({ name, unit }) => [name, unit]))
  const rows = windows.flatMap((window) => {
    const settled = now.getTime() >= window.after.to + LATENESS_MS
    const effects = effectsOf(told.get(window.rollout.id) ?? [], { targets, settled })
    return effects.map((effect) => effectRow({ service, environment, window, unit: units.get(effect.sli) ?? '' }, effect))
  })
  const forgotten = new Set(windows.filter((window) => isForgotten(window, told, stored)).map(({ rollout }) => rollout.id))
  return await write(
    analytics,
    rows,
    stored.filter(({ deployment }) => !forgotten.has(deployment)),
    now,
  )
}

/** Its minutes were dropped by age, while what they had told is still there. */
function isForgotten({ rollout, after }: EffectWindow, told: ReadonlyMap<string, unknown>, stored: readonly StoredEffect[]): boolean {
  if (told.has(rollout.id)) return false
  return stored.some(
    ({ deployment, after_from, after_to }) => deployment === rollout.id && Date.parse(after_from) === after.from && Date.parse(after_to) === after.to,
  )
}

function targetsOf(service: string, slos: readonly Slo[]): Target[] {
  return slos
    .filter((slo) => slo.service === service)
    .flatMap((slo) => slo.objectives.map(({ target, op, value, indicator }) => ({ sli: indicator ?? slo.indicator ?? '', target, op, value })))
    .sort((a, b) => (a.sli === b.sli ? a.target - b.target : a.sli < b.sli ? -1 : 1))
}

const KEY = 'service, anchor, environment, deployment, sli, part_kind, part'
const KEPT = `${KEY}, row_hash, version, settled, after_from, after_to`

async function storedEffects(
  analytics: AnalyticsStore,
  { service, environment }: PlaceName,
  windows: readonly EffectWindow[],
): Promise<StoredEffect[]> {
  return await analytics.query<StoredEffect>(
    `SELECT ${KEPT} FROM release_effects FINAL WHERE service = {service:String} AND environment = {environment:String} AND deployment IN {ids:Array(String)}`,
    { service, environment, ids: windows.map(({ rollout }) => rollout.id) },
  )
}

/** Writes what differs, and deletes what is gone; answers whether a verdict is among it. */
async function write(analytics: AnalyticsStore, rows: readonly FactRow[], stored: readonly StoredEffect[], now: Date): Promise<boolean> {
  const left = new Map(stored.map((row) => [effectKey(row), row]))
  const versionOver = (row: StoredEffect | undefined) => Math.max(now.getTime(), Number(row?.version ?? 0) + 1)
  const differing: Written[] = []
  let isVerdict = false
  for (const row of rows as Written[]) {
    const key = effectKey(row)
    const known = left.get(key)
    left.delete(key)
    const row_hash = rowHash(row)
    if (known?.row_hash === row_hash) continue
    differing.push({ ...row, row_hash, deleted: 0, version: versionOver(known) })
    isVerdict ||= row.settled || known?.settled === true
  }
  for (const { settled, ...gone } of left.values()) {
    differing.push({ ...emptied(gone), row_hash: '', deleted: 1, version: versionOver(gone as StoredEffect), settled: false })
    isVerdict ||= settled
  }
  if (differing.length > 0) await analytics.insert('release_effects', differing)
  return isVerdict
}

function emptied({ service, anchor, environment, deployment, sli, part_kind, part }: EffectKey): FactRow & EffectKey {
  return { service, anchor, environment, deployment, sli, part_kind, part }
}

/** Deletes effects of deployments that are no more, or lie elsewhere in time by now. */
async function removeOrphans(analytics: AnalyticsStore, places: readonly Place[], { fence, formerNames, now }: News): Promise<string[]> {
  const services = [...new Set([...places.map(({ service }) => service), ...formerNames])]
  const orphans = await analytics.query<StoredEffect>(
    `SELECT ${KEPT} FROM release_effects FINAL
     WHERE service IN (SELECT service FROM deployments WHERE service IN {services:Array(String)} AND version > {fence:UInt64})
       AND (service, anchor, environment, deployment) NOT IN (
         SELECT service, anchor, environment, id FROM deployments FINAL WHERE service IN {services:Array(String)} AND outcome = 'succeeded')`,
    { services, fence },
  )
  await write(analytics, [], orphans, now)
  return orphans.filter(({ settled }) => settled).map(({ service }) => service)
}
