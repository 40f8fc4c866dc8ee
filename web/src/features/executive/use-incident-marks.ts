import type { IncidentMarksQuery, ScopeInput } from '../../generated/graphql.js'
import { useApi } from '../../lib/use-api.js'
import { useFilters } from '../filters/use-filters.js'
import { incidentMarksDocument } from './queries.js'

export type MarkedIncident = IncidentMarksQuery['incidents']['edges'][number]['node']

/** The incidents of the window and scope. None until they are known. */
export function useIncidentMarks({ teams = null, services = null, environments = null }: ScopeInput): readonly MarkedIncident[] {
  const { window } = useFilters()
  const { data } = useApi(incidentMarksDocument, { filter: { from: window.from, to: window.to, teams, services, environments } })
  return data?.incidents.edges.map(({ node }) => node) ?? []
}
