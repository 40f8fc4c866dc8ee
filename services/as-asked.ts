import type { Runtime } from './api/runtime.js'
import { teamsAsking } from './auth/teams/asking.js'
import { ownSlos } from './slo/own-slos.js'
import { teamView } from './store/analytics/team-view.js'

/** What answers requests sees the stores as whoever asks may; what works by itself sees them whole. */
export function asAsked(runtime: Runtime): Runtime {
  const { analytics, slos, teamLimit } = runtime
  return { ...runtime, analytics: teamView(analytics, teamsAsking), slos: ownSlos(slos, teamLimit.within) }
}
