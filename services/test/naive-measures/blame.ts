import type { MetricOptions } from '../../metrics/options.js'
import type { Deployment, Facts, Incident } from './facts.js'

export type Blame = {
  method: string
  confidence: number
  deployments: string[]
  service: string
  team: string
  teamThen: string
  tier: string
  environment: string
  regions: string[]
  trigger: string
  kind: string
}

const METHODS = ['declared', 'person', 'remediated', 'regression', 'recent'] as const

/** Whether the options are those that the facts were derived with. */
export function asDerived({ attributionWindowHours, derivedWindowHours, attributionMatch, attributionMethods }: MetricOptions): boolean {
  const every = METHODS.every((method) => attributionMethods.includes(method))
  return attributionWindowHours === derivedWindowHours && attributionMatch === 'service' && every
}

/** What an incident is laid at under the options, or null. */
export function blameOf(incident: Incident, facts: Facts, options: MetricOptions): Blame | null {
  const stored = incident.method === 'unrelated' ? null : storedBlame(incident)
  if (asDerived(options)) return stored
  if (options.attributionMatch === 'none') return null
  if (stored && stored.method !== 'recent' && options.attributionMethods.some((method) => method === stored.method)) return stored
  return options.attributionMethods.includes('recent') && !incident.declaredUnrelated ? latestBlame(incident, facts, options) : null
}

function storedBlame(incident: Incident): Blame {
  const { method, confidence, deployments, regions, trigger, kind } = incident
  return {
    method,
    confidence,
    deployments,
    regions,
    trigger,
    kind,
    service: incident.attributedService,
    team: incident.attributedTeam,
    teamThen: incident.attributedTeamThen,
    tier: incident.attributedTier,
    environment: incident.attributedEnvironment,
  }
}

function latestBlame(incident: Incident, facts: Facts, options: MetricOptions): Blame | null {
  const { attributionMatch, attributionWindowHours, failureDenominator } = options
  const ofSuccesses = failureDenominator === 'succeeded'
  const began = (deployment: Deployment) => (ofSuccesses ? deployment.anchor : deployment.startedAt)
  const candidates = facts.deployments.filter(
    (deployment) =>
      deployment.environment === incident.environment &&
      (attributionMatch === 'team' ? deployment.team !== '' && deployment.team === incident.team : deployment.service === incident.service) &&
      (ofSuccesses
        ? deployment.outcome === 'succeeded'
        : ['change', 'hotfix'].includes(deployment.kind) && ['succeeded', 'failed', 'rolled_back', 'running'].includes(deployment.outcome)) &&
      began(deployment) <= incident.anchor,
  )
  const latest = candidates.sort((a, b) => began(a) - began(b) || compare(a.id, b.id) || compare(a.service, b.service)).at(-1)
  if (!latest) return null
  const ended = latest.outcome === 'running' ? latest.startedAt : latest.anchor
  const age = Math.max(0, incident.anchor - ended)
  const window = attributionWindowHours * 3_600_000
  if (age > window) return null
  const { id, service, team, teamThen, tier, environment, regions, trigger, kind } = latest
  const confidence = window === Infinity ? 0.5 : 0.6 - 0.1 * (age / window)
  return { method: 'recent', confidence, deployments: [id], service, team, teamThen, tier, environment, regions, trigger, kind }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Incidents that make a rollout failed, by the options. */
export function incidentsLaidAt(deployment: Deployment, facts: Facts, options: MetricOptions) {
  if (!options.failureSignals.includes('incident')) return []
  if (asDerived(options)) return deployment.blamedFor.filter(({ confidence }) => confidence >= options.minConfidence)
  return facts.incidents.flatMap((incident) => {
    const blame = blameOf(incident, facts, options)
    const laid =
      blame !== null &&
      blame.confidence >= options.minConfidence &&
      blame.service === deployment.service &&
      blame.environment === deployment.environment &&
      blame.deployments.includes(deployment.id)
    return laid ? [{ startedAt: incident.anchor, detectedAt: incident.detectedAt, mitigatedAt: incident.mitigatedAt }] : []
  })
}
