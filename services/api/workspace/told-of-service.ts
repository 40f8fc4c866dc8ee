import { scopeOf } from '../../domain/scopes.js'
import type { AnalyticsStore } from '../../store/analytics/analytics-store.js'
import type { ServiceSpec } from '../../workspace/specs.js'

/** What events and other sources say of a service; null where none names it. */
export async function toldOfService(analytics: AnalyticsStore, name: string): Promise<Partial<ServiceSpec> | null> {
  const columns = 'team, repository, tier, owner, runbook_url AS runbookUrl, slis, depends_on AS dependsOn, aliases'
  const [row] = await analytics.query<object>(`SELECT ${columns} FROM services FINAL WHERE service = {name:String}`, { name })
  return row ? (Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')) as Partial<ServiceSpec>) : null
}

/** Whether any event speaks of one of these services. */
export async function isNamed(analytics: AnalyticsStore, names: readonly string[]): Promise<boolean> {
  const found = await analytics.query('SELECT 1 FROM events_by_scope WHERE scope IN {scopes:Array(String)} LIMIT 1', {
    scopes: names.map(scopeOf.service),
  })
  return found.length > 0
}
