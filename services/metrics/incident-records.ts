import type { Fragment, RecordsContext } from './measure.js'
import { evidenceInstant, INCIDENTS, recordsOf } from './records.js'

/** The reason why an incident is laid at no release with enough confidence, or null. */
const NOT_ATTRIBUTED = `multiIf(attribution_method = 'unrelated', 'unrelated', attribution_confidence < {minConfidence:Float64}, 'low_confidence', '')`

/** Incidents in the window by `at`; `state` is what else decides about those that are laid at a release. */
export function incidentRecords(context: RecordsContext, at: string, state: string, value: string): Fragment {
  const { sql, params } = recordsOf({
    from: INCIDENTS,
    at,
    columns: [
      "'incident' AS record_kind",
      'id AS record_id',
      "if(title = '', id, title) AS record_title",
      'attributed_release AS release_id',
      `if(${NOT_ATTRIBUTED} != '', ${NOT_ATTRIBUTED}, ${state}) AS record_state`,
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
      'mitigated_by',
      `${evidenceInstant('detected_at')} AS detected`,
      `${evidenceInstant('mitigated_at')} AS mitigated`,
      'mitigated_by AS known_by',
      "concat(arrayStringConcat(attributed_deployments, ', '), if(attribution_method = 'unrelated', '', concat(' (', attribution_method, ', ', toString(round(attribution_confidence, 2)), ')'))) AS attribution",
      'attribution_reason AS why',
      'attribution_method',
    ],
    context,
  })
  return { sql, params: { ...params, minConfidence: context.options.minConfidence } }
}
