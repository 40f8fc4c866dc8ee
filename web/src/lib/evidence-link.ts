import type { Dimension, MetricKey, MetricOptionsInput, ScopeInput, Trigger, WindowInput } from '../generated/graphql.js'
import { groupings } from './filters.js'

/** What an opened number is the number of; what is null comes from the page's filters. */
export interface EvidenceTarget {
  key: MetricKey
  from: string | null
  to: string | null
  dimension: Dimension | null
  /** Null with a dimension means the group without a value. */
  dimensionValue: string | null
  service: string | null
  /** Leaves the page's filters out. */
  everything: boolean
  tab: EvidenceTab
}

export type EvidenceTab = 'counted' | 'excluded'

export const metricKeys: readonly MetricKey[] = [
  'deployment_frequency',
  'change_lead_time',
  'change_failure_rate',
  'failed_deployment_recovery_time',
  'deployment_rework_rate',
  'time_to_mitigate',
  'time_to_rollback',
  'release_incidents',
  'approval_lead_time',
  'sli_validation_pass_rate',
  'provenance_completeness',
  'post_deploy_sli_change',
  'slo_attainment',
]

const parameters = ['evidence', 'evidence-from', 'evidence-to', 'evidence-by', 'evidence-value', 'evidence-service', 'evidence-scope', 'evidence-tab']

export function totalEvidence(key: MetricKey): EvidenceTarget {
  return { key, from: null, to: null, dimension: null, dimensionValue: null, service: null, everything: false, tab: 'counted' }
}

export function readEvidence(search: URLSearchParams): EvidenceTarget | null {
  const key = metricKeys.find((known) => known === search.get('evidence'))
  if (!key) return null
  const dimension = groupings.find((known) => known.toLowerCase() === search.get('evidence-by')) ?? null
  return {
    key,
    from: search.get('evidence-from'),
    to: search.get('evidence-to'),
    dimension,
    dimensionValue: search.get('evidence-value'),
    service: search.get('evidence-service'),
    everything: search.get('evidence-scope') === 'everything',
    tab: search.get('evidence-tab') === 'excluded' ? 'excluded' : 'counted',
  }
}

export function writeEvidence(search: URLSearchParams, target: EvidenceTarget | null): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of parameters) next.delete(name)
  if (!target) return next
  next.set('evidence', target.key)
  setIf(next, 'evidence-from', target.from)
  setIf(next, 'evidence-to', target.to)
  setIf(next, 'evidence-by', target.dimension?.toLowerCase() ?? null)
  setIf(next, 'evidence-value', target.dimensionValue)
  setIf(next, 'evidence-service', target.service)
  if (target.everything) next.set('evidence-scope', 'everything')
  if (target.tab === 'excluded') next.set('evidence-tab', 'excluded')
  return next
}

function setIf(search: URLSearchParams, name: string, value: string | null): void {
  if (value !== null) search.set(name, value)
}

export interface EvidenceQuestion {
  keys: MetricKey[]
  scope: ScopeInput
  window: WindowInput
  groupBy: Dimension[] | null
  options: MetricOptionsInput | null
}

/** A group that the scope can name is asked for directly; any other is picked out of the grouped answer. */
export function evidenceQuestion(
  target: EvidenceTarget,
  scope: ScopeInput,
  window: WindowInput,
  options: MetricOptionsInput | null = null,
): EvidenceQuestion {
  const base = target.service !== null ? { services: [target.service] } : target.everything ? {} : scope
  const narrowed = narrow(base, target)
  return {
    keys: [target.key],
    scope: narrowed ?? base,
    window: { ...window, ...(target.from && { from: target.from }), ...(target.to && { to: target.to }) },
    groupBy: target.dimension !== null && narrowed === null ? [target.dimension] : null,
    options: target.everything ? null : options,
  }
}

function narrow(scope: ScopeInput, target: EvidenceTarget): ScopeInput | null {
  const value = target.dimensionValue
  if (target.dimension === null || value === null) return null
  if (target.dimension === 'TEAM') return { ...scope, teams: [value] }
  if (target.dimension === 'SERVICE') return { ...scope, services: [value] }
  if (target.dimension === 'ENVIRONMENT') return { ...scope, environments: [value] }
  if (target.dimension === 'REGION') return { ...scope, regions: [value] }
  if (target.dimension === 'TRIGGER') return { ...scope, triggers: [value.toUpperCase() as Trigger] }
  return null
}
