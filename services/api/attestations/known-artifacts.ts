import { scopeOf } from '../../domain/scopes.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'

const DIGEST = scopeOf.digest('')

/** Digests of which something else is known than that something was stated about them: built, promoted, approved, deployed. */
export const KNOWN_SCOPES = `SELECT scope FROM events_by_scope WHERE startsWith(scope, '${DIGEST}') AND type != 'artifact.attested'`

/** Those of these digests that belong to a known artifact. */
export async function knownArtifacts(analytics: AnalyticsStore, digests: readonly string[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const rows = await analytics.query<{ scope: string }>(`SELECT DISTINCT scope FROM (${KNOWN_SCOPES} AND scope IN {scopes:Array(String)})`, {
    scopes: [...new Set(digests)].map(scopeOf.digest),
  })
  return new Set(rows.map(({ scope }) => scope.slice(DIGEST.length)))
}
