import 'reflect-metadata'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createHttpServer } from './api/http-server.js'
import { startRelay } from './api/live/relay.js'
import { rootDirectory } from './api/root.js'
import type { Runtime } from './api/runtime.js'
import { STATEMENTS_AT_ONCE } from './api-thread/messages.js'
import { startApiThread, type ApiThread } from './api-thread/start-api-thread.js'
import type { Told } from './api-thread/told.js'
import { AppModule, type Asking } from './app.module.js'
import { asAsked } from './as-asked.js'
import { newTokenSecret } from './auth/secrets.js'
import type { Config } from './config/config.js'
import { createRuntime, report, type Stores } from './create-runtime.js'
import { openSpool } from './ingest/spool.js'
import { openEmbeddedAnalytics, openServerAnalytics, type AnalyticsStore } from './store/analytics/analytics-store.js'
import { migrateAnalytics } from './store/analytics/migrate.js'
import { lockDataDirectory } from './store/control/data-directory.js'
import { openControl } from './store/control/data-source.js'
import { startWorkers, type Workers } from './start-workers.js'

export interface Windsock {
  /** Where it is reached, without a slash at the end. */
  url: string
  /** Signs the first administrator in, once, within a day; null for a role without pages. */
  signInLink: string | null
  /** Good for everything on this run; kept in run.json for the command line on this machine. */
  localToken: string
  /** Resolves once all that was taken in is in the numbers. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface StartOptions {
  /** A prepared empty control database to begin from; see `openControl`. */
  controlTemplate?: string
  /**
   * Answers requests in a thread of its own, where this process does everything on embedded stores, so that they do not
   * hold up what is taken in. The script of a thread cannot be TypeScript. `onDeath` hears that it ended by itself.
   */
  apiThread?: { onDeath(error: Error): void }
}

/** It cannot start; the message is one sentence for the person who tried. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

type Opening = Pick<StartOptions, 'controlTemplate'> & { statementsAtOnce: number | undefined }

type Closing = (() => Promise<unknown>)[]

const LINK_SECONDS = 86_400

/** Opens the stores, starts what the role does, and listens. Whatever was opened is closed again if something fails. */
export async function startWindsock(config: Config, options: StartOptions = {}): Promise<Windsock> {
  const closing: Closing = []
  const stop = () => closeAll(closing)
  try {
    return await start(config, options, closing, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(config: Config, options: StartOptions, closing: Closing, stop: () => Promise<void>): Promise<Windsock> {
  const thread = options.apiThread && isAllEmbedded(config) ? startApiThread(options.apiThread.onDeath) : null
  const stopThread = async () => await thread?.stop()
  closing.push(stopThread)
  const stores = await openStores(config, { ...options, statementsAtOnce: thread ? STATEMENTS_AT_ONCE : undefined }, closing)
  const localToken = newTokenSecret()
  const place = { url: config.publicUrl ?? '' }
  const spool = await openSpool({ directory: join(config.dataDir, 'spool') })
  let workers: Workers | null = null
  const { runtime, hear } = await createRuntime(stores, {
    config,
    localToken,
    place,
    spool,
    onAdded: () => workers?.inbox.nudge(),
    tell: (told) => thread?.tell(told),
  })
  closing.push(() => runtime.intake.stop())
  if (config.role === 'all' || config.role === 'worker') workers = await startWorkers(runtime, closing)
  const unsubscribe = runtime.live.subscribe(({ what }) => what === 'deliveries' && workers?.inbox.nudge())
  closing.push(async () => unsubscribe())
  if (config.postgresUrl) closing.push(startRelay(runtime.live, { url: config.postgresUrl, dataSource: stores.control.dataSource }).stop)
  closing.push(stopThread)
  const app = await createApp(runtime, thread && { thread, hear, localToken })
  // A connection that was still in use when the server was told to close is not closed once it is idle.
  closing.push(() => Promise.all([app.close(), stopThread().then(() => app.getHttpServer().closeIdleConnections())]))
  const address = await listen(app, config)
  place.url ||= address
  thread?.reached(place.url)
  await writeRunFile(config, { url: address, pid: process.pid, token: localToken }, closing)
  const servesPages = config.role === 'all' || config.role === 'api'
  const code = servesPages ? await runtime.sessions.createCode({ login: 'admin', role: 'admin' }, LINK_SECONDS) : null
  return {
    url: place.url,
    signInLink: code && `${place.url}/sign-in?code=${code}`,
    localToken,
    async settled() {
      await workers?.inbox.idle()
      await workers?.projector.idle()
      await workers?.rollUp.settled()
      // Each may give the other something to do: deployments their effects, and effects the facts that rest on them.
      await workers?.effects.settled()
      await workers?.projector.idle()
    },
    stop,
  }
}

/** With a thread that answers, this one takes in, and passes on what else is asked. */
async function createApp(
  runtime: Runtime,
  other: { thread: ApiThread; hear(told: Told): void; localToken: string } | null,
): Promise<NestFastifyApplication> {
  const { config, control, telemetryTraffic } = runtime
  const asked = asAsked(runtime)
  if (!other || !control.place) return await createHttpServer(AppModule.for(asked, await askingFor(asked)), runtime)
  const { thread, hear, localToken } = other
  const passOn = await thread.begin({
    config: { ...config, role: 'api' },
    localToken,
    controlPlace: control.place,
    hear,
    traffic: telemetryTraffic,
  })
  const taking: Runtime = { ...runtime, config: { ...config, role: 'ingest' } }
  return await createHttpServer(AppModule.for(asAsked(taking), null), taking, { passOn })
}

async function askingFor(runtime: Runtime): Promise<Asking | null> {
  const { role } = runtime.config
  return role === 'all' || role === 'api' ? (await import('./asking.js')).asking(runtime) : null
}

function isAllEmbedded({ role, postgresUrl, clickhouse }: Config): boolean {
  return role === 'all' && !postgresUrl && !clickhouse
}

/** Control first: embedded, it holds the data directory, which the analytics store then may use. */
async function openStores(config: Config, { controlTemplate, statementsAtOnce }: Opening, closing: Closing): Promise<Stores> {
  const { dataDir: directory, postgresUrl, clickhouse } = config
  const lock = postgresUrl ? await lockDataDirectory(directory) : null
  if (lock) closing.push(() => lock.release())
  const control = await openControl(postgresUrl ? { kind: 'server', url: postgresUrl } : { kind: 'embedded', directory, template: controlTemplate })
  closing.push(() => control.close())
  const analytics = clickhouse ? await openServerAnalytics(clickhouse) : await openEmbedded(join(directory, 'clickhouse'), statementsAtOnce)
  closing.push(() => analytics.close())
  await migrateAnalytics(analytics, { directory: join(rootDirectory, 'schemas', 'clickhouse') })
  return { analytics, control }
}

async function openEmbedded(directory: string, concurrency: number | undefined): Promise<AnalyticsStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return await openEmbeddedAnalytics({ directory, concurrency })
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<string> {
  try {
    // Past Nest, which would log the error that the caller puts into a sentence.
    await app.getHttpAdapter().getInstance().listen({ port, host })
  } catch (error) {
    throw toStartError(error, host, port)
  }
  const address = app.getHttpServer().address() as AddressInfo
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
  return `http://${name === 'localhost' && host === '127.0.0.1' ? '127.0.0.1' : name}:${address.port}`
}

function toStartError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return new StartError(`Port ${port} is in use: stop what listens there or set WINDSOCK_PORT to another.`)
  if (code === 'EACCES') return new StartError(`Port ${port} may not be used by this user: set WINDSOCK_PORT to one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartError(`WINDSOCK_HOST ${host} is not an address of this machine.`)
  return error
}

async function writeRunFile(config: Config, run: { url: string; pid: number; token: string }, closing: Closing): Promise<void> {
  const path = join(config.dataDir, 'run.json')
  await rm(path, { force: true })
  await writeFile(path, `${JSON.stringify(run)}\n`, { mode: 0o600 })
  closing.push(() => rm(path, { force: true }))
}

/** The last that was opened goes first; one that fails does not keep the others open. */
async function closeAll(closing: Closing): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close().catch(report)
}
