import { Duration } from 'luxon'
import { MetricError } from '../../metrics/metric-error.js'
import type { OptionsInput } from '../../metrics/options.js'

/** Options as GraphQL brings them: enums in upper case, related ones together. */
export type OptionsArgument = {
  profile?: string | null
  leadTime?: { unit?: string | null; clock?: string | null } | null
  aggregate?: string | null
  firstDeployment?: string | null
  productionEnvironments?: string | null
  failure?: { signals?: string[] | null; denominator?: string | null } | null
  attribution?: { window?: string | null; match?: string | null; methods?: string[] | null } | null
  rollback?: { blames?: string | null } | null
  recovery?: { clock?: string | null } | null
  calendar?: { emptyPeriods?: string | null } | null
  approval?: { clock?: string | null } | null
  provenance?: { state?: string | null } | null
  ownership?: string | null
  minConfidence?: number | null
}

/** The same as the measures take them. GraphQL has checked the words. */
export function readOptions(given: OptionsArgument | null | undefined): OptionsInput {
  const lower = (word: string | null | undefined) => word?.toLowerCase()
  const flat = {
    profile: given?.profile,
    leadTimeUnit: lower(given?.leadTime?.unit),
    leadTimeClock: lower(given?.leadTime?.clock),
    aggregate: lower(given?.aggregate),
    firstDeployment: lower(given?.firstDeployment),
    productionEnvironments: lower(given?.productionEnvironments),
    failureSignals: given?.failure?.signals?.map((signal) => signal.toLowerCase()),
    failureDenominator: lower(given?.failure?.denominator),
    attributionWindowHours: windowHours(given?.attribution?.window),
    attributionMatch: lower(given?.attribution?.match),
    attributionMethods: given?.attribution?.methods?.map((method) => method.toLowerCase()),
    rollbackBlames: lower(given?.rollback?.blames),
    recoveryClock: lower(given?.recovery?.clock),
    emptyPeriods: lower(given?.calendar?.emptyPeriods),
    approvalClock: lower(given?.approval?.clock),
    provenanceState: lower(given?.provenance?.state),
    ownership: lower(given?.ownership),
    minConfidence: given?.minConfidence,
  }
  return flat as OptionsInput
}

function windowHours(text: string | null | undefined): number | null | undefined {
  if (text === null || text === undefined) return text
  if (text === 'none') return Infinity
  const hours = Duration.fromISO(text).as('hours')
  if (!(hours > 0)) throw new MetricError('INVALID_OPTION', `The attribution window is "${text}"; give an ISO 8601 duration such as PT24H, or none.`)
  return hours
}
