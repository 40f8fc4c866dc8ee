import type { MeasuresQuery, ScopeInput } from '../../generated/graphql.js'
import { metricKeys } from '../../lib/evidence-link.js'
import { useApi } from '../../lib/use-api.js'
import { useFilters } from '../filters/use-filters.js'
import { measuresDocument } from './queries.js'

export type Measure = MeasuresQuery['metrics'][number]

/** All measures with their series, over the window of the page. */
export function useMeasures(scope: ScopeInput) {
  const { filters, windowInput, interval, options } = useFilters()
  return useApi(
    measuresDocument,
    { keys: [...metricKeys], scope, window: windowInput, interval, compare: filters.compare, options },
    { keepPrevious: true },
  )
}
