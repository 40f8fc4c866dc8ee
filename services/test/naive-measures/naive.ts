import type { Dimension, MetricKey } from '../../metrics/measure.js'
import type { MetricOptions } from '../../metrics/options.js'
import type { Scope } from '../../metrics/scope.js'
import { approvalNumbers, approvalRecords } from './approvals.js'
import { leadTimeNumbers, leadTimeRecords } from './changes.js'
import type { Facts } from './facts.js'
import { mitigationNumbers, mitigationRecords, releaseIncidentNumbers, releaseIncidentRecords } from './incidents.js'
import { countOf, share, type NaiveRecord, type Numbers, type RecordPlace, type Span } from './records.js'
import {
  failureNumbers,
  failureRecords,
  frequencyNumbers,
  frequencyRecords,
  provenanceNumbers,
  provenanceRecords,
  recoveryNumbers,
  recoveryRecords,
  reworkRecords,
  rollbackNumbers,
  rollbackRecords,
  validationNumbers,
  validationRecords,
} from './rollouts.js'

export type NaiveValue = Numbers & { n: number; excluded: Record<string, number> }

type Counted = { counted: NaiveRecord[]; records: readonly NaiveRecord[]; excluded: Record<string, number>; options: MetricOptions; span: Span }
type Naive = { records(facts: Facts, options: MetricOptions, from: number): NaiveRecord[]; numbers(of: Counted): Numbers }

/** Those are added up by plain counting in a test of their own, from minutes and not from facts. */
type FromTelemetry = 'post_deploy_sli_change' | 'slo_attainment'
export type NaiveKey = Exclude<MetricKey, FromTelemetry>

/** Every measure of facts by plain counting, which shares no code with the measures themselves. */
const NAIVE: Readonly<Record<NaiveKey, Naive>> = {
  deployment_frequency: { records: frequencyRecords, numbers: ({ counted, options, span }) => frequencyNumbers(counted, options, span) },
  change_lead_time: {
    records: leadTimeRecords,
    numbers: ({ counted, records, options, span }) => leadTimeNumbers(counted, records, options, span.zone),
  },
  change_failure_rate: { records: failureRecords, numbers: ({ counted, records }) => failureNumbers(counted, records) },
  failed_deployment_recovery_time: {
    records: recoveryRecords,
    numbers: ({ counted, excluded, options, span }) => recoveryNumbers(counted, excluded.not_recovered ?? 0, options, span.zone),
  },
  deployment_rework_rate: {
    records: reworkRecords,
    numbers: ({ counted }) => {
      const hotfixes = countOf(counted, ({ value }) => value === 1)
      return { value: share(hotfixes, counted.length), stats: { hotfixes } }
    },
  },
  time_to_mitigate: {
    records: mitigationRecords,
    numbers: ({ counted, excluded, options, span }) => mitigationNumbers(counted, excluded.open ?? 0, options, span.zone),
  },
  time_to_rollback: { records: rollbackRecords, numbers: ({ counted, options, span }) => rollbackNumbers(counted, options, span.zone) },
  release_incidents: {
    records: releaseIncidentRecords,
    numbers: ({ counted, records, options }) => releaseIncidentNumbers(counted, records, options),
  },
  approval_lead_time: {
    records: approvalRecords,
    numbers: ({ counted, records, options, span }) => approvalNumbers(counted, records, options, span),
  },
  sli_validation_pass_rate: { records: validationRecords, numbers: ({ counted, records }) => validationNumbers(counted, records) },
  provenance_completeness: { records: provenanceRecords, numbers: ({ counted }) => provenanceNumbers(counted) },
}

export const NAIVE_KEYS = Object.keys(NAIVE) as NaiveKey[]

type Asked = { facts: Facts; scope: Scope; options: MetricOptions; from: number }

/** All that could count for a measure, in a window that begins at `from`. */
export function naiveRecords(key: NaiveKey, { facts, scope, options, from }: Asked): NaiveRecord[] {
  // Approvals have neither regions nor a trigger to be asked for.
  const asked = key === 'approval_lead_time' ? { ...scope, regions: null, triggers: null } : scope
  return NAIVE[key].records(facts, options, from).filter(({ place }) => inScope(place, asked))
}

function inScope(place: RecordPlace, { teams, services, environments, regions, triggers }: Scope): boolean {
  return (
    (!teams || teams.includes(place.team)) &&
    (!services || services.includes(place.service)) &&
    (environments ? environments.includes(place.environment) : place.production) &&
    (!regions || regions.some((region) => place.regions.includes(region))) &&
    (!triggers || triggers.some((trigger) => trigger.toLowerCase() === place.trigger))
  )
}

/** Under which values of the dimensions a record counts; under several if it was in several regions. */
export function groupsOf({ place }: NaiveRecord, groupBy: readonly Dimension[]): string[][] {
  return groupBy.reduce<string[][]>(
    (groups, dimension) => groups.flatMap((group) => valuesOf(place, dimension).map((value) => [...group, value])),
    [[]],
  )
}

function valuesOf(place: RecordPlace, dimension: Dimension): string[] {
  if (dimension === 'REGION') return place.regions.length === 0 ? [''] : place.regions
  return [place[dimension.toLowerCase() as Exclude<keyof RecordPlace, 'regions' | 'production'>]]
}

/** What the records of one group and span of time give. */
export function naiveValue(key: NaiveKey, records: readonly NaiveRecord[], options: MetricOptions, span: Span): NaiveValue {
  const counted = records.filter(({ state }) => state === 'counted')
  const excluded: Record<string, number> = {}
  for (const { state } of records) if (!['counted', 'beside', 'context', 'ignored'].includes(state)) excluded[state] = (excluded[state] ?? 0) + 1
  return { n: counted.length, excluded, ...NAIVE[key].numbers({ counted, records, excluded, options, span }) }
}
