import type { MetricKey } from '../../generated/graphql.js'
import { metricKeys } from '../../lib/evidence-link.js'

/** The two ways to count whose records are shown; a null `from` is how the page counts. */
export interface DifferenceTarget {
  key: MetricKey
  from: string | null
  against: string
}

const parameters = ['difference', 'from-profile', 'against']

export function readDifference(search: URLSearchParams): DifferenceTarget | null {
  const key = metricKeys.find((known) => known === search.get('difference'))
  const against = search.get('against')
  return key && against ? { key, from: search.get('from-profile'), against } : null
}

export function writeDifference(search: URLSearchParams, target: DifferenceTarget | null): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of parameters) next.delete(name)
  if (!target) return next
  next.set('difference', target.key)
  if (target.from) next.set('from-profile', target.from)
  next.set('against', target.against)
  return next
}
