/** Runs in a thread of its own: answers what is asked, over the stores that the main thread has opened. */
import { once } from 'node:events'
import { platform, setPriority } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, parentPort } from 'node:worker_threads'
import { createHttpServer } from '../api/http-server.js'
import { AppModule } from '../app.module.js'
import { asAsked } from '../as-asked.js'
import { asking } from '../asking.js'
import { createRuntime } from '../create-runtime.js'
import type { SourceTraffic } from '../ingest/telemetry/traffic.js'
import { openEmbeddedAnalytics } from '../store/analytics/analytics-store.js'
import { openControl } from '../store/control/data-source.js'
import { STATEMENTS_AT_ONCE, type FromThread, type ThreadSeed, type ToThread } from './messages.js'
import type { Told } from './told.js'
import { visitorsServer } from './visitor.js'

if (!parentPort) throw new Error('This is the script of a thread.')
const main = parentPort
// What is taken in goes first where there are not cores enough. Linux alone knows priorities of threads.
if (platform() === 'linux') setPriority(0, 10)
const place = { url: '' }
let stop = Promise.resolve(async () => {})

main.on('message', (message: ToThread) => {
  if (message.kind === 'begin') stop = begin(message.seed)
  else if (message.kind === 'reached') place.url = message.url
  else void stop.then((run) => run()).then(() => main.close())
})

async function begin({ config, localToken, controlPlace, socketPath, told }: ThreadSeed): Promise<() => Promise<void>> {
  const control = await openControl({ kind: 'joined', place: controlPlace })
  // The engine is the one that the main thread opened; sessions of this thread run beside those of that one.
  const analytics = await openEmbeddedAnalytics({ directory: join(config.dataDir, 'clickhouse'), concurrency: STATEMENTS_AT_ONCE })
  const { runtime: own, hear } = await createRuntime(
    { analytics, control },
    { config, localToken, place, spool: nothingSpooled, onAdded: () => {}, tell: (what) => told.postMessage(what) },
  )
  told.on('message', (what: Told) => hear(what))
  const runtime = { ...own, telemetryTraffic: askTraffic }
  const asked = asAsked(runtime)
  const app = await createHttpServer(AppModule.for(asked, asking(asked)), runtime, { serverFactory: visitorsServer })
  await app.getHttpAdapter().getInstance().listen({ path: socketPath })
  say({ kind: 'listens' })
  return async () => {
    await app.close()
    await runtime.intake.stop()
    await analytics.close()
    await control.close()
    told.close()
  }
}

/** Deliveries are taken in by the main thread, which has the spool. */
const nothingSpooled = { add: async () => false, drain: async () => 0, size: () => ({ files: 0, bytes: 0 }) }

async function askTraffic(): Promise<SourceTraffic[]> {
  const { port1, port2 } = new MessageChannel()
  say({ kind: 'traffic', answer: port2 })
  const [traffic] = (await once(port1, 'message')) as [SourceTraffic[]]
  port1.close()
  return traffic
}

function say(message: FromThread): void {
  main.postMessage(message, message.kind === 'traffic' ? [message.answer] : [])
}
