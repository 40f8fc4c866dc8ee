import type { createRouteSettings } from '../alerts/route-settings.js'
import type { createSender } from '../alerts/sender.js'
import type { Audit } from '../auth/audit.js'
import type { Authenticator } from '../auth/authenticate.js'
import type { FailureLimit } from '../auth/failure-limit.js'
import type { Sessions } from '../auth/sessions.js'
import type { TeamLimit } from '../auth/teams/team-limit.js'
import type { Tokens } from '../auth/tokens.js'
import type { Config } from '../config/config.js'
import type { Digests } from '../digest/digests.js'
import type { RangeLookups } from '../facts/range-lookups.js'
import type { Connections } from '../ingest/connections.js'
import type { Inbox } from '../ingest/inbox.js'
import type { Intake } from '../ingest/intake.js'
import type { KnownEvents } from '../ingest/known-events.js'
import type { Refusals } from '../ingest/refusals.js'
import type { TelemetryIntake } from '../ingest/telemetry/intake.js'
import type { Slos } from '../slo/slo-store.js'
import type { ApiAccesses } from '../source-control/api-access.js'
import type { AnalyticsStore } from '../store/analytics/analytics-store.js'
import type { ControlStore } from '../store/control/data-source.js'
import type { SavedViews } from '../views/saved-views.js'
import type { ShareLinks } from '../views/share-links.js'
import type { ServiceSpec } from '../workspace/specs.js'
import type { LiveHub } from './live/hub.js'

/** What the composition root has opened, as controllers and resolvers get it: `@Inject(RUNTIME) runtime: Runtime`. */
export interface Runtime {
  config: Config
  /** Where this installation is reached, without a slash at the end; known once it listens. */
  publicUrl(): string
  now(): Date
  analytics: AnalyticsStore
  control: ControlStore
  authenticator: Authenticator
  teamLimit: TeamLimit
  failures: FailureLimit
  tokens: Tokens
  sessions: Sessions
  audit: Audit
  inbox: Inbox
  intake: Intake
  connections: Connections
  apiAccesses: ApiAccesses
  rangeLookups: RangeLookups
  refusals: Refusals
  known: KnownEvents
  live: LiveHub
  views: SavedViews
  shareLinks: ShareLinks
  digests: Digests
  slos: Slos
  telemetry: TelemetryIntake
  alertRoutes: ReturnType<typeof createRouteSettings>
  alertSender: ReturnType<typeof createSender>
  /** What is known of a service, whoever asks; for a change of it that was allowed. */
  toldOfService(name: string): Promise<Partial<ServiceSpec> | null>
  /** Marks every service to be derived again. */
  rebuildFacts(): Promise<{ services: number }>
  /** Writes a fault to the log and gives the id under which it is found there. */
  report(error: unknown): string
  /** As `report`, for what no one waits for: a store that is away is said now and then and not every time. */
  reportQuietly(error: unknown): void
}

export const RUNTIME = Symbol('windsock:runtime')
