import type { SeedEvent } from '../http/seed-event.js'
import { deploymentsOf, groups, inOrder, merged, type NaiveDeployment } from './naive-deployments.js'

export type NaiveIncident = {
  id: string
  service: string
  production: boolean
  startedAt: number | null
  detectedAt: number | null
  mitigatedAt: number | null
  /** The deployment it is attributed to; null where it is unrelated. */
  blames: string | null
  impact: { customers: number; minutes: number; cost: number } | null
}

const RECENT_MS = 24 * 3_600_000

export function incidentsOf(events: readonly SeedEvent[]): NaiveIncident[] {
  const deployments = deploymentsOf(events).filter((deployment) => deployment.environment === 'production')
  const told = inOrder(events.filter((event) => event.type.startsWith('incident.')))
  return groups(told, (event) => String(event.data.incident)).map((own) => incidentOf(own, deployments))
}

function incidentOf(told: SeedEvent[], deployments: NaiveDeployment[]): NaiveIncident {
  const data = merged(told)
  const timeOf = (type: string) => Date.parse(told.findLast((event) => event.type === `incident.${type}`)?.time ?? '') || null
  const remedy = deployments.find((one) => one.id === (data.mitigation as { deployment?: string } | undefined)?.deployment)
  const detectedAt = timeOf('detected')
  const startedAt = typeof data.startedAt === 'string' ? Date.parse(data.startedAt) : null
  const incident = { id: String(data.incident), service: String(data.service), production: data.environment === 'production', startedAt, detectedAt }
  const mitigatedAt = timeOf('mitigated') ?? remedy?.finishedAt ?? timeOf('resolved')
  const impact = (data.impact as NaiveIncident['impact'] | undefined) ?? null
  return { ...incident, mitigatedAt, impact, blames: blamed(data, remedy, incident, deployments) }
}

function blamed(
  data: Record<string, unknown>,
  remedy: NaiveDeployment | undefined,
  incident: Omit<NaiveIncident, 'mitigatedAt' | 'blames' | 'impact'>,
  deployments: NaiveDeployment[],
): string | null {
  if (data.cause === 'unrelated' || !incident.production) return null
  if (typeof data.deployment === 'string') return data.deployment
  if (remedy?.blames) return remedy.blames
  const began = incident.startedAt ?? incident.detectedAt ?? 0
  const news = deployments.filter(({ service, kind }) => service === incident.service && (kind === 'change' || kind === 'hotfix'))
  const latest = news.findLast(({ startedAt, outcome }) => startedAt <= began && outcome !== 'cancelled')
  return latest && began - (latest.finishedAt ?? latest.startedAt) <= RECENT_MS ? latest.id : null
}
