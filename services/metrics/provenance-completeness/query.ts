import type { Fragment, RecordsContext } from '../measure.js'
import { PROVENANCE_FIELDS, type MetricOptions } from '../options.js'
import { deploymentDimensions, DEPLOYMENTS, recordsOf } from '../records.js'

export const STATES = ['verified', 'present', 'invalid', 'absent'] as const

export function records(context: RecordsContext): Fragment {
  const { options } = context
  const required = requiredFields(options)
  const { sql, params } = recordsOf({
    from: DEPLOYMENTS,
    at: 'anchor',
    columns: [
      "'deployment' AS record_kind",
      'id AS record_id',
      "concat(service, ' ', version_name) AS record_title",
      'release_id',
      `multiIf(outcome != 'succeeded', 'not_succeeded', empty(required), 'nothing_required', 'counted') AS record_state`,
      'toNullable(toInt64(met_fields = length(required))) AS value',
      'id AS cluster',
      ...deploymentDimensions(options),
      'provenance',
      `${required.sql} AS required`,
      // Without a digest nothing can be matched, whatever was said about the rollout.
      "if(artifact_digest = '', [], arrayFilter(field -> has({enough:Array(String)}, toString(provenance[field])), required)) AS met",
      'length(met) AS met_fields',
      'version_name AS version',
      'artifact_digest AS digest',
      "arrayStringConcat(arrayFilter(field -> NOT has(met, field), required), ', ') AS missing",
      "if(assumeNotNull(value) = 1, 'yes', 'no') AS complete",
    ],
    context,
  })
  const enough = options.provenanceState === 'verified' ? ['verified'] : ['verified', 'present']
  return { sql, params: { ...params, ...required.params, enough } }
}

function requiredFields({ requiredProvenance: { default: everywhere, byTier } }: MetricOptions): Fragment {
  const tiers = Object.keys(byTier)
  const params = { requiredFields: everywhere, requiredTiers: tiers, requiredOfTiers: tiers.map((tier) => byTier[tier] ?? []) }
  return {
    sql: 'if(has({requiredTiers:Array(String)}, toString(tier)), {requiredOfTiers:Array(Array(String))}[indexOf({requiredTiers:Array(String)}, toString(tier))], {requiredFields:Array(String)})',
    params,
  }
}

/** Divisible by every number of fields, so that shares of fields add up exactly. */
export const SHARE_UNIT = 27_720

export function aggregates(): Record<string, string> {
  const states = PROVENANCE_FIELDS.flatMap((field) =>
    STATES.map((state) => [
      `${field}_${state}`,
      state === 'absent'
        ? `countIf(counted AND has(required, '${field}') AND provenance['${field}'] IN ('absent', ''))`
        : `countIf(counted AND has(required, '${field}') AND provenance['${field}'] = '${state}')`,
    ]),
  )
  return {
    complete_ones: 'countIf(counted AND value = 1)',
    without_digest: "countIf(counted AND digest = '')",
    field_shares: `sumIf(intDiv(met_fields * ${SHARE_UNIT}, greatest(1, length(required))), counted)`,
    ...Object.fromEntries(states),
  }
}
