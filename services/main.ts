import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createHttpServer } from './api/http-server.js'
import { createLiveHub } from './api/live/hub.js'
import { startRelay } from './api/live/relay.js'
import { rootDirectory } from './api/root.js'
import type { Runtime } from './api/runtime.js'
import { toldOfService } from './api/workspace/told-of-service.js'
import { AppModule } from './app.module.js'
import { createRouteSettings } from './alerts/route-settings.js'
import { createSendMail } from './alerts/routes/email/smtp.js'
import { createSender } from './alerts/sender.js'
import { createAudit } from './auth/audit.js'
import { createAuthenticator } from './auth/authenticate.js'
import { createFailureLimit } from './auth/failure-limit.js'
import { newTokenSecret } from './auth/secrets.js'
import { createSessions } from './auth/sessions.js'
import { teamsAsking } from './auth/teams/asking.js'
import { createTeamLimit } from './auth/teams/team-limit.js'
import { createTokens } from './auth/tokens.js'
import type { Config } from './config/config.js'
import { createDigests } from './digest/digests.js'
import { rebuildFacts } from './facts/projector.js'
import { createRangeLookups } from './facts/range-lookups.js'
import { createConnections } from './ingest/connections.js'
import { createInbox } from './ingest/inbox.js'
import { startIntake } from './ingest/intake.js'
import { createKnownEvents } from './ingest/known-events.js'
import { createRefusals } from './ingest/refusals.js'
import { isStoreAway } from './ingest/store-away.js'
import { openSpool } from './ingest/spool.js'
import { createTelemetryIntake } from './ingest/telemetry/intake.js'
import { namedSlos } from './slo/named-slos.js'
import { ownSlos } from './slo/own-slos.js'
import { createSlos } from './slo/slo-store.js'
import { openEmbeddedAnalytics, openServerAnalytics, type AnalyticsStore } from './store/analytics/analytics-store.js'
import { migrateAnalytics } from './store/analytics/migrate.js'
import { teamView } from './store/analytics/team-view.js'
import { lockDataDirectory } from './store/control/data-directory.js'
import { openControl, type ControlStore } from './store/control/data-source.js'
import { loadSecretKey } from './store/control/secrets.js'
import { createApiAccesses } from './source-control/api-access.js'
import { startWorkers, type Workers } from './start-workers.js'
import { createSavedViews } from './views/saved-views.js'
import { createShareLinks } from './views/share-links.js'

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
}

/** It cannot start; the message is one sentence for the person who tried. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

interface Stores {
  analytics: AnalyticsStore
  control: ControlStore
}

type Closing = (() => Promise<unknown>)[]

const LINK_SECONDS = 86_400
const AWAY_NOTE_MS = 60_000
let lastAway = 0

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
  const stores = await openStores(config, options, closing)
  const localToken = newTokenSecret()
  const place = { url: config.publicUrl ?? '' }
  let workers: Workers | null = null
  const runtime = await createRuntime(config, stores, { localToken, place, onAdded: () => workers?.inbox.nudge() })
  closing.push(() => runtime.intake.stop())
  if (config.role === 'all' || config.role === 'worker') workers = await startWorkers(runtime, closing)
  const unsubscribe = runtime.live.subscribe(({ what }) => what === 'deliveries' && workers?.inbox.nudge())
  closing.push(async () => unsubscribe())
  if (config.postgresUrl) closing.push(startRelay(runtime.live, { url: config.postgresUrl, dataSource: stores.control.dataSource }).stop)
  const app = await createHttpServer(AppModule.for(asAsked(runtime)), runtime)
  closing.push(() => app.close())
  const address = await listen(app, config)
  place.url ||= address
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

/** What answers requests sees the stores as whoever asks may; what works by itself sees them whole. */
function asAsked(runtime: Runtime): Runtime {
  const { analytics, slos, teamLimit } = runtime
  return { ...runtime, analytics: teamView(analytics, teamsAsking), slos: ownSlos(slos, teamLimit.within) }
}

/** Control first: embedded, it holds the data directory, which the analytics store then may use. */
async function openStores(config: Config, { controlTemplate }: StartOptions, closing: Closing): Promise<Stores> {
  const { dataDir: directory, postgresUrl, clickhouse } = config
  const lock = postgresUrl ? await lockDataDirectory(directory) : null
  if (lock) closing.push(() => lock.release())
  const control = await openControl(postgresUrl ? { kind: 'server', url: postgresUrl } : { kind: 'embedded', directory, template: controlTemplate })
  closing.push(() => control.close())
  const analytics = clickhouse ? await openServerAnalytics(clickhouse) : await openEmbedded(join(directory, 'clickhouse'))
  closing.push(() => analytics.close())
  await migrateAnalytics(analytics, { directory: join(rootDirectory, 'schemas', 'clickhouse') })
  return { analytics, control }
}

async function openEmbedded(directory: string): Promise<AnalyticsStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return await openEmbeddedAnalytics({ directory })
}

interface RuntimeSeed {
  localToken: string
  place: { url: string }
  onAdded(): void
}

async function createRuntime(config: Config, { analytics, control }: Stores, { localToken, place, onAdded }: RuntimeSeed): Promise<Runtime> {
  const { dataSource } = control
  const now = () => new Date()
  const tokens = createTokens({ dataSource, now })
  const sessions = createSessions({ dataSource, now })
  const failures = createFailureLimit({ limit: 20, windowMs: 60_000, now: Date.now })
  const fixedTokens = { local: localToken, ...(config.adminToken ? { admin: config.adminToken } : {}) }
  const live = createLiveHub()
  const inbox = createInbox({
    dataSource,
    now,
    random: Math.random,
    onAdded() {
      onAdded()
      live.publish({ what: 'deliveries' })
    },
  })
  const spool = await openSpool({ directory: join(config.dataDir, 'spool') })
  const slos = namedSlos(createSlos({ dataSource, now }), analytics)
  const key = await loadSecretKey({ directory: config.dataDir, provided: config.secretKey })
  return {
    config,
    publicUrl: () => place.url,
    now,
    analytics,
    control,
    authenticator: createAuthenticator({ tokens, sessions, failures, demo: config.demo, fixedTokens }),
    teamLimit: createTeamLimit({ analytics, teams: teamsAsking }),
    failures,
    tokens,
    sessions,
    audit: createAudit({ dataSource, now }),
    inbox,
    intake: startIntake({ inbox, spool, now, onError: reportQuietly }),
    connections: createConnections({ dataSource, key, now }),
    apiAccesses: createApiAccesses({ dataSource, key, now }),
    rangeLookups: createRangeLookups({ dataSource, now, random: Math.random }),
    refusals: createRefusals({ dataSource, now }),
    known: createKnownEvents(analytics),
    live,
    views: createSavedViews({ dataSource, now }),
    shareLinks: createShareLinks({ dataSource, now }),
    digests: createDigests({
      dataSource,
      analytics,
      key,
      now,
      publicUrl: () => place.url,
      privateHosts: config.outgoingPrivateHosts,
      random: Math.random,
    }),
    slos,
    alertRoutes: createRouteSettings({ dataSource, key, now }),
    alertSender: createSender({
      dataSource,
      key,
      now,
      random: Math.random,
      privateHosts: config.outgoingPrivateHosts,
      sendMail: config.smtp ? createSendMail(config.smtp) : null,
    }),
    telemetry: createTelemetryIntake({ analytics, indicators: slos.indicators, now, seriesLimit: config.telemetrySeriesLimit }),
    toldOfService: (name) => toldOfService(analytics, name),
    rebuildFacts: () => rebuildFacts({ analytics, control }),
    report,
    reportQuietly,
  }
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

/** As `report`, for what runs by itself: a store that is away is said once a minute and not at every look. */
function reportQuietly(error: unknown): void {
  if (!isStoreAway(error)) return void report(error)
  if (Date.now() - lastAway < AWAY_NOTE_MS) return
  lastAway = Date.now()
  console.error(`${new Date().toISOString()} a store is away: ${(error as Error).message}`)
}

/** Writes a fault to the log under an id, which is all that the asker is told. */
function report(error: unknown): string {
  const id = randomUUID()
  console.error(`${new Date().toISOString()} error ${id}`, error)
  return id
}
