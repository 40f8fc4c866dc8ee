import type { AnalyticsStore } from '../store/analytics/analytics-store.js'

export type FindingKind = 'slow_rollout' | 'artifact_mismatch' | 'blind_spot' | 'approval_bottleneck'

/** What a finding rests on, as a person reads it. */
export type Evidence = { label: string; value: string; at: Date | null }

/** A failure mode that the facts show. */
export type Finding = {
  /** The same for as long as it is the same trouble. */
  id: string
  kind: FindingKind
  title: string
  detail: string
  /** What a person can do about it. */
  nextStep: string
  since: Date
  service: string | null
  environment: string | null
  release: string | null
  deployment: string | null
  evidence: Evidence[]
}

/** What is looked at: facts of these services (null: all) between two times, as they stand at `now`. */
export type FindingScope = {
  analytics: AnalyticsStore
  services: readonly string[] | null
  from: Date
  to: Date
  now: Date
  /** Indicators that objectives go by, by service. */
  objectives: ReadonlyMap<string, readonly string[]>
  /** How long a stage of a rollout may take where its service has finished too few before. */
  unknownStageMs: number
}

export type FindingRule = {
  kind: FindingKind
  /** Its number among the failure modes: F2. */
  code: string
  title: string
  description: string
  find(scope: FindingScope): Promise<Finding[]>
}

/** Parameters for `serviceCondition` and for the window. */
export function scopeParams({ services, from, to, now }: Pick<FindingScope, 'services' | 'from' | 'to' | 'now'>): Record<string, unknown> {
  return { services: services ?? [], anyService: services === null, from, to, now }
}

export const IN_SCOPE = '({anyService:Bool} OR service IN {services:Array(String)})'

export function instantOf(text: string | null): Date | null {
  return text === null || text === '' ? null : new Date(text)
}

/** As a person says it: 3 h 20 min. */
export function spanText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 && days === 0 ? `${rest} min` : ''].filter(
    (part) => part !== '',
  )
  return parts.join(' ') || '0 min'
}
