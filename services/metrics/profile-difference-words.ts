import { Duration } from 'luxon'
import type { EvidenceRecord } from './evidence.js'
import type { MeasureDefinition, MetricKey } from './measure.js'

export type SideInWords = { name: string; record: EvidenceRecord | null }

/** What 1 and 0 say of a record where the measure is a share. */
const SHARES: Partial<Record<MetricKey, readonly [yes: string, no: string]>> = {
  change_failure_rate: ['failed', 'not failed'],
  deployment_rework_rate: ['rework', 'no rework'],
  sli_validation_pass_rate: ['passed', 'not passed'],
  provenance_completeness: ['complete', 'not complete'],
}

/** Why a record is none on a side where it is none at all. */
const ABSENT: Readonly<Record<string, string>> = {
  change: 'its records are pull requests and not commits',
  pull_request: 'its records are commits and not pull requests',
  'incident of change_failure_rate': 'incidents count there through the rollout that they are laid at',
  'deployment of failed_deployment_recovery_time': 'the rollout did not fail there',
}

/** Why a record adds something else to a measure on one side than on the other, in one sentence. */
export function differenceInWords(definition: MeasureDefinition, left: SideInWords, right: SideInWords): string {
  const [first, other] = isCounted(left.record) ? [left, right] : [right, left]
  const second = other.record ? sideInWords(definition, other.name, other.record) : `${other.name}: ${absence(definition, first.record)}`
  return `${first.record ? sideInWords(definition, first.name, first.record) : first.name}; ${second}.`
}

function isCounted(record: EvidenceRecord | null): boolean {
  return record?.state === 'counted' || record?.state === 'beside'
}

function absence({ key }: MeasureDefinition, record: EvidenceRecord | null): string {
  const kind = record?.kind ?? ''
  return ABSENT[`${kind} of ${key}`] ?? ABSENT[kind] ?? 'no record of this window'
}

function sideInWords(definition: MeasureDefinition, name: string, record: EvidenceRecord): string {
  if (record.state === 'beside') return `${name}: counts as a failure of its own`
  if (record.state !== 'counted') return `${name}: left out: ${exclusion(definition, record.state)}`
  const why = record.fields.find((field) => field.name === 'why')?.value
  return `${name}: ${amount(definition, record.value)}${definition.unit === 'RATIO' && record.value === 1 && why ? ` (${why})` : ''}`
}

function exclusion({ exclusions }: MeasureDefinition, state: string): string {
  const description = exclusions.find(({ reason }) => reason === state)?.description
  return description ? description.replace(/\.$/, '').replace(/^./, (letter) => letter.toLowerCase()) : state
}

function amount({ key, unit }: MeasureDefinition, value: number | null): string {
  if (value === null) return 'counted'
  if (unit === 'SECONDS') return `counted with ${durationInWords(value)}`
  const [yes, no] = SHARES[key] ?? ['counted', 'counted as nothing']
  if (unit === 'RATIO') return value === 1 ? `counted as ${yes}` : `counted as ${no}`
  return 'counted'
}

/** To the second, in the units a person would say. */
function durationInWords(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole === 0) return '0 s'
  const { days, hours, minutes, seconds: rest } = Duration.fromObject({ seconds: Math.abs(whole) }).shiftTo('days', 'hours', 'minutes', 'seconds')
  const parts = [
    [days, 'd'],
    [hours, 'h'],
    [minutes, 'min'],
    [rest, 's'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return `${whole < 0 ? '−' : ''}${said.join(' ')}`
}
