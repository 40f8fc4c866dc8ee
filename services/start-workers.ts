import { randomUUID } from 'node:crypto'
import type { Runtime } from './api/runtime.js'
import { whatRulesLookAt } from './api/alerts/look.js'
import { removeOldAlerts } from './alerts/old-alerts.js'
import { startSendWorker } from './alerts/send-worker.js'
import { startAlertWorker } from './alerts/worker.js'
import { believedSources, loadTrust } from './attestations/trust-setting.js'
import { startDigestWorker } from './digest/worker.js'
import { renewFacts } from './facts/derivation.js'
import { startDaysWorker, type DaysWorker } from './facts/days/days-worker.js'
import { startEffectsWorker, type EffectsWorker } from './facts/effects/effects-worker.js'
import { startProjector, type Projector } from './facts/projector.js'
import { recordEvents } from './facts/record-events.js'
import { startRangeWorker } from './facts/range-lookups-worker.js'
import { createRangeAsker } from './facts/unknown-ranges.js'
import { recordSamples } from './ingest/telemetry/record-samples.js'
import { startHoursWorker } from './ingest/telemetry/hours-worker.js'
import { startRollUpWorker, type RollUpWorker } from './ingest/telemetry/roll-up-worker.js'
import { startWorker, type InboxWorker } from './ingest/worker.js'
import { resolveOptions } from './metrics/options.js'
import { startRetention } from './store/retention.js'
import { readMeasureSettings } from './workspace/measure-settings.js'
import { readSettings, rulesOf } from './workspace/settings.js'

export interface Workers {
  inbox: InboxWorker
  projector: Projector
  rollUp: RollUpWorker
  effects: EffectsWorker
  days: DaysWorker
}

type Closing = (() => Promise<unknown>)[]

/** Starts what works on what was taken in, and says in `closing` how each is stopped. */
export async function startWorkers(runtime: Runtime, closing: Closing): Promise<Workers> {
  const { analytics, control, connections, inbox, live, config, apiAccesses, rangeLookups, reportQuietly } = runtime
  let projector: Projector | null = null
  const ranges = startRangeWorker({
    lookups: rangeLookups,
    accesses: apiAccesses,
    privateHosts: config.outgoingPrivateHosts,
    clock: { now: Date.now, random: Math.random, wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
    record: (events) => recordEvents({ analytics, control }, events),
    onRecorded: () => projector?.nudge(),
    onError: reportQuietly,
  })
  closing.push(() => ranges.stop())
  await renewFacts({ analytics, control })
  projector = await startProjector(
    { analytics, control },
    {
      worker: `${process.pid}-${randomUUID().slice(0, 8)}`,
      onChanged: (services) => live.publish({ what: 'facts', services }),
      onError: reportQuietly,
      readRules: async () => ({ ...rulesOf(await readSettings(control)), isTrustedSource: believedSources(await loadTrust(control.dataSource)) }),
      onUnknownRanges: createRangeAsker({ lookups: rangeLookups, accesses: apiAccesses, onAsked: () => ranges.nudge() }),
    },
  )
  const started = projector
  closing.push(() => started.stop())
  const worker = startWorker({
    inbox,
    async record(events) {
      await recordEvents({ analytics, control }, events)
      await recordSamples(analytics, events)
    },
    settingsOf: async (integration, source) => (await connections.find(integration, source))?.settings ?? {},
    onRecorded: () => started.nudge(),
    onError: reportQuietly,
  })
  closing.push(() => worker.stop())
  const retention = startRetention({
    sweeps: [
      { days: config.deliveryRetentionDays, remove: (before) => inbox.removeOlderThan(before) },
      { days: config.alertRetentionDays, remove: (before) => removeOldAlerts(control.dataSource, before) },
    ],
    now: runtime.now,
    onError: reportQuietly,
  })
  closing.push(() => retention.stop())
  const digests = startDigestWorker({ digests: runtime.digests, onError: reportQuietly })
  closing.push(() => digests.stop())
  const rollUp = startRollUpWorker({ analytics, dataSource: control.dataSource, now: runtime.now, onError: reportQuietly })
  closing.push(() => rollUp.stop())
  const hours = startHoursWorker({ analytics, dataSource: control.dataSource, days: config.telemetryDays, now: runtime.now, onError: reportQuietly })
  closing.push(() => hours.stop())
  const alerts = startAlertWorker({
    dataSource: control.dataSource,
    analytics,
    publicUrl: runtime.publicUrl,
    look: async (at) => ({ ...(await whatRulesLookAt(runtime)), at }),
    settle: () => rollUp.settled(),
    onChanged: () => live.publish({ what: 'facts', services: [] }),
    now: runtime.now,
    onError: reportQuietly,
  })
  closing.push(() => alerts.stop())
  const messages = startSendWorker({ sender: runtime.alertSender, onError: reportQuietly })
  closing.push(() => messages.stop())
  const effects = startEffectsWorker({
    analytics,
    dataSource: control.dataSource,
    declared: async () => ({ indicators: await runtime.slos.indicators(), slos: await runtime.slos.list() }),
    now: runtime.now,
    onMarked: () => started.nudge(),
    onError: reportQuietly,
  })
  closing.push(() => effects.stop())
  const days = startDaysWorker({
    analytics,
    dataSource: control.dataSource,
    inForce: async () => ({ options: resolveOptions(null, await readMeasureSettings(control)), timeZone: (await readSettings(control)).timeZone }),
    now: runtime.now,
    onError: reportQuietly,
  })
  closing.push(() => days.stop())
  return { inbox: worker, projector: started, rollUp, effects, days }
}
