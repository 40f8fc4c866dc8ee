import { ExportLink } from '../../components/export-link.js'
import type { Dimension, ScopeInput } from '../../generated/graphql.js'
import { metricKeys } from '../../lib/evidence-link.js'
import { scopeParameters, windowParameters } from '../../lib/export-path.js'
import { useFilters } from '../filters/use-filters.js'

/** All measures by the filters of the page: with the buckets of its trends, or of each group without them. */
export function MeasuresExport({ scope, groupBy }: { scope: ScopeInput; groupBy?: Dimension }) {
  const { filters, windowInput, interval } = useFilters()
  const question = { keys: metricKeys, ...scopeParameters(scope), ...windowParameters(windowInput) }
  return (
    <ExportLink
      list="metrics"
      text={groupBy ? 'Each group as CSV' : 'All measures as CSV'}
      parameters={{ ...question, ...(groupBy ? { groupBy } : { interval }) }}
      choices={filters}
    />
  )
}
