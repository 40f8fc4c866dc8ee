import { attributedIncidents } from './attributed-incidents.js'
import type { Fragment, RecordsContext } from './measure.js'
import { evidenceInstant, recordsOf } from './records.js'

/** The reason why an incident is laid at no release with enough confidence, or null. */
const NOT_ATTRIBUTED = `multiIf(attribution_method = 'unrelated', 'unrelated', attribution_confidence < {minConfidence:Float64}, 'low_confidence', '')`

type IncidentRecords = {
  context: RecordsContext
  /** What puts an incident into the window. */
  at: string
  /** What else decides about those that are laid at a release. */
  state: string
  value: string
  columns?: readonly string[]
}

/** Incidents in the window. Where incidents are not laid at releases at all, each counts. */
export function incidentRecords({ context, at, state, value, columns = [] }: IncidentRecords): Fragment {
  const anywhere = context.options.attributionMatch === 'none'
  const { sql, params } = recordsOf({
    from: attributedIncidents(context.options),
    at,
    columns: [
      "'incident' AS record_kind",
      'id AS record_id',
      "if(title = '', id, title) AS record_title",
      'attributed_release AS release_id',
      `${anywhere ? state : `if(${NOT_ATTRIBUTED} != '', ${NOT_ATTRIBUTED}, ${state})`} AS record_state`,
      `${value} AS value`,
      "if(empty(attributed_deployments), concat('incident ', id), concat(service, ' ', attributed_deployments[1])) AS cluster",
      'team',
      'service',
      'environment',
      'regions',
      'trigger',
      'tier',
      'kind',
      'severity',
      "'' AS approver_group",
      "'' AS risk",
      'mitigated_by',
      `${evidenceInstant('detected_at')} AS detected`,
      `${evidenceInstant('mitigated_at')} AS mitigated`,
      'mitigated_by AS known_by',
      "concat(arrayStringConcat(attributed_deployments, ', '), if(attribution_method = 'unrelated', '', concat(' (', attribution_method, ', ', toString(round(attribution_confidence, 2)), ')'))) AS attribution",
      'attribution_reason AS why',
      'attribution_method',
      ...columns,
    ],
    context,
  })
  return { sql, params: { ...params, ...(anywhere ? {} : { minConfidence: context.options.minConfidence }) } }
}

export const INCIDENT_EXCLUSIONS = [
  { reason: 'unrelated', description: 'Laid at no release.' },
  { reason: 'low_confidence', description: 'Laid at a release with less than the confidence in force.' },
] as const
