import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verdictEvents } from '../api/attestations/verdict-events.js'
import { indicatorOf, sloOf, type IndicatorInput, type SloInput } from '../api/slos/slo-input.js'
import { assess } from '../attestations/assess.js'
import { believedSources, saveTrust } from '../attestations/trust-setting.js'
import type { AttestationTrust } from '../attestations/trust.js'
import type { CanonicalEvent } from '../domain/event.js'
import { defaultRules } from '../domain/facts.js'
import { startEffectsWorker } from '../facts/effects/effects-worker.js'
import { startProjector, type Projector } from '../facts/projector.js'
import { recordEvents } from '../facts/record-events.js'
import { recordSamples } from '../ingest/telemetry/record-samples.js'
import { changedPlaces, rollUp } from '../ingest/telemetry/roll-up.js'
import { parseEvent } from '../integrations/events/parse.js'
import type { MetricKey } from '../metrics/measure.js'
import { defaultWorkspaceChoices, resolveOptions, type MetricOptions, type OptionsInput } from '../metrics/options.js'
import type { MetricsRequest } from '../metrics/run-metrics.js'
import { createSlos } from '../slo/slo-store.js'
import { readMeasureSettings } from '../workspace/measure-settings.js'
import { openTestStores, type TestStores } from './stores.js'

/** When all of the data set, and what came after it, was over. */
export const KNOWN_NOW = new Date('2026-11-02T00:00:00Z')
const WINDOW = { from: '2026-10-05T00:00:00Z', to: '2026-10-26T00:00:00Z' }
const folder = join(import.meta.dirname, '../../seed/known-answer')

export type KnownAnswers = {
  stores: TestStores
  now: Date
  /** Options as the workspace of the data set has them, with its objectives. */
  options(input: OptionsInput | null): MetricOptions
  /** Asks for totals over the three weeks of the data, or another window. */
  request(keys: string[], window?: { from: string; to: string }): MetricsRequest
  close(): Promise<void>
}

/** A file of the known-answer data set. */
export function readKnownAnswerFile(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

export function knownAnswerEvents(): CanonicalEvent[] {
  return readKnownAnswerFile('events.ndjson')
    .trim()
    .split('\n')
    .map((line) => canonical(JSON.parse(line)))
}

/** An event as it is kept. Throws where it is none. */
export function canonical(event: unknown): CanonicalEvent {
  const parsed = parseEvent(event, { now: KNOWN_NOW })
  if (!parsed.ok) throw new Error(`${JSON.stringify(event)}: ${JSON.stringify(parsed.errors)}`)
  return { ...parsed.event, receivedAt: KNOWN_NOW.toISOString() } as CanonicalEvent
}

/** Stores that hold the facts and the telemetry of the known-answer data set. */
export async function openKnownAnswers(): Promise<KnownAnswers> {
  const stores = await openTestStores()
  const trust = await declareTrust(stores)
  const projector = await startKnownProjector(stores, trust)
  const choices = { ...defaultWorkspaceChoices, telemetry: await declareObjectives(stores) }
  await recordKnown(stores, [...knownAnswerEvents(), ...knownVerdicts(trust)])
  await settleKnown(stores, projector)
  const options = (input: OptionsInput | null) => resolveOptions(input, choices)
  return {
    stores,
    now: KNOWN_NOW,
    options,
    request: (keys, window) => request(keys, options(null), window),
    close: () => projector.stop().then(() => stores.close()),
  }
}

/** Declares the indicators and objectives of the data set; gives them as measures know them. */
export async function declareObjectives({ control }: TestStores): Promise<MetricOptions['telemetry']> {
  const { dataSource } = control
  const declared = JSON.parse(readKnownAnswerFile('objectives.json')) as { indicators: IndicatorInput[]; objectives: SloInput[] }
  const indicators = declared.indicators.map((input) => indicatorOf(input, null)).map((spec) => ({ kind: 'SLI' as const, name: spec.name, spec }))
  const slos = declared.objectives.map((input) => sloOf(input, null)).map((spec) => ({ kind: 'SLO' as const, name: spec.name, spec }))
  await createSlos({ dataSource, now: () => KNOWN_NOW }).save([...indicators, ...slos], 'test')
  return (await readMeasureSettings(control)).telemetry
}

/** Puts in force whom the data set trusts. */
export async function declareTrust({ control }: TestStores): Promise<AttestationTrust> {
  return saveTrust(control.dataSource, JSON.parse(readKnownAnswerFile('trust.json')) as Partial<AttestationTrust>)
}

/** Derives facts as the workspace of the data set does. */
export async function startKnownProjector(stores: TestStores, trust: AttestationTrust): Promise<Projector> {
  return startProjector(stores, { worker: 'test', readRules: async () => ({ ...defaultRules, isTrustedSource: believedSources(trust) }) })
}

/** The signed documents of the data set, judged as those that are sent are. */
export function knownVerdicts(trust: AttestationTrust): CanonicalEvent[] {
  const documents = readKnownAnswerFile('attestations.ndjson').trim().split('\n')
  return documents.flatMap((line) => verdictEvents(assess(JSON.parse(line), trust, null), KNOWN_NOW, trust.version)).map(canonical)
}

/** Stores events, and the readings among them. */
export async function recordKnown(stores: TestStores, events: readonly CanonicalEvent[]): Promise<void> {
  await recordEvents(stores, events)
  await recordSamples(stores.analytics, events)
}

/** Brings what was stored into the facts, the minutes and the effects of releases, as the workers do. */
export async function settleKnown({ analytics, control }: TestStores, projector: Projector): Promise<void> {
  await projector.idle()
  await rollUp(analytics, await changedPlaces(analytics, new Date(0)), KNOWN_NOW)
  const slos = createSlos({ dataSource: control.dataSource, now: () => KNOWN_NOW })
  const effects = startEffectsWorker({
    analytics,
    dataSource: control.dataSource,
    declared: async () => ({ indicators: await slos.indicators(), slos: await slos.list() }),
    now: () => KNOWN_NOW,
    onMarked: () => projector.nudge(),
    onError(error) {
      throw error
    },
  })
  await effects.settled()
  await effects.stop()
  await projector.idle()
}

function request(keys: string[], options: MetricOptions, { from, to } = WINDOW): MetricsRequest {
  return {
    keys: keys as MetricKey[],
    scope: {},
    window: { from: new Date(from), to: new Date(to), timeZone: 'UTC', weekStart: 'MONDAY' },
    interval: null,
    groupBy: [],
    options,
    compare: false,
  }
}
