import { randomUUID } from 'node:crypto'
import { hear, telling, type Told } from './api-thread/told.js'
import { createLiveHub } from './api/live/hub.js'
import type { Runtime } from './api/runtime.js'
import { toldOfService } from './api/workspace/told-of-service.js'
import { createRouteSettings } from './alerts/route-settings.js'
import { createSendMail } from './alerts/routes/email/smtp.js'
import { createSender } from './alerts/sender.js'
import { createAudit } from './auth/audit.js'
import { createAuthenticator } from './auth/authenticate.js'
import { createFailureLimit } from './auth/failure-limit.js'
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
import type { Spool } from './ingest/spool.js'
import { createTelemetryIntake } from './ingest/telemetry/intake.js'
import { createSlos } from './slo/slo-store.js'
import type { AnalyticsStore } from './store/analytics/analytics-store.js'
import type { ControlStore } from './store/control/data-source.js'
import { loadSecretKey } from './store/control/secrets.js'
import { createApiAccesses } from './source-control/api-access.js'
import { createSavedViews } from './views/saved-views.js'
import { createShareLinks } from './views/share-links.js'

const AWAY_NOTE_MS = 60_000
let lastAway = 0

export interface Stores {
  analytics: AnalyticsStore
  control: ControlStore
}

export interface RuntimeSeed {
  config: Config
  localToken: string
  place: { url: string }
  spool: Spool
  onAdded(): void
  /** Tells other threads of this process; they hear it by `hear` of theirs. */
  tell(told: Told): void
}

export interface Hearing {
  runtime: Runtime
  hear(told: Told): void
}

/** What controllers, resolvers and workers are given, over stores that are open. */
export async function createRuntime(
  { analytics, control }: Stores,
  { config, localToken, place, spool, onAdded, tell }: RuntimeSeed,
): Promise<Hearing> {
  const { dataSource } = control
  const now = () => new Date()
  const key = await loadSecretKey({ directory: config.dataDir, provided: config.secretKey })
  const own = {
    tokens: createTokens({ dataSource, now }),
    failures: createFailureLimit({ limit: 20, windowMs: 60_000, now: Date.now }),
    connections: createConnections({ dataSource, key, now }),
    apiAccesses: createApiAccesses({ dataSource, key, now }),
    slos: createSlos({ dataSource, now }),
    live: createLiveHub(),
  }
  const { tokens, failures, connections, apiAccesses, slos } = telling(own, tell)
  const { live } = own
  const telemetry = createTelemetryIntake({ analytics, indicators: slos.indicators, now, seriesLimit: config.telemetrySeriesLimit })
  const sessions = createSessions({ dataSource, now })
  const fixedTokens = { local: localToken, ...(config.adminToken ? { admin: config.adminToken } : {}) }
  const inbox = createInbox({
    dataSource,
    now,
    random: Math.random,
    onAdded() {
      onAdded()
      live.publish({ what: 'deliveries' })
    },
  })
  const runtime: Runtime = {
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
    connections,
    apiAccesses,
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
    telemetry,
    telemetryTraffic: async () => telemetry.sources(),
    toldOfService: (name) => toldOfService(analytics, name),
    rebuildFacts: () => rebuildFacts({ analytics, control }),
    report,
    reportQuietly,
  }
  return { runtime, hear: (told) => hear(own, told) }
}

/** As `report`, for what runs by itself: a store that is away is said once a minute and not at every look. */
function reportQuietly(error: unknown): void {
  if (!isStoreAway(error)) return void report(error)
  if (Date.now() - lastAway < AWAY_NOTE_MS) return
  lastAway = Date.now()
  console.error(`${new Date().toISOString()} a store is away: ${(error as Error).message}`)
}

/** Writes a fault to the log under an id, which is all that the asker is told. */
export function report(error: unknown): string {
  const id = randomUUID()
  console.error(`${new Date().toISOString()} error ${id}`, error)
  return id
}
