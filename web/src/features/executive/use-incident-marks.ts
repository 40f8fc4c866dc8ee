import type { IncidentMarksQuery, ScopeInput } from '../../generated/graphql.js'
import { useApi } from '../../lib/use-api.js'
import { serviceChoicesDocument } from '../filters/queries.js'
import { useFilters } from '../filters/use-filters.js'
import { incidentMarksDocument } from './queries.js'

export type MarkedIncident = IncidentMarksQuery['incidents']['edges'][number]['node']

/** The incidents of the window and scope; a team stands for its services. None until they are known. */
export function useIncidentMarks(scope: ScopeInput): readonly MarkedIncident[] {
  const { window } = useFilters()
  const byTeam = Boolean(scope.teams?.length) && !scope.services?.length
  const ofTeams = useApi(serviceChoicesDocument, { filter: { teams: scope.teams ?? [] } }, { enabled: byTeam })
  const services = byTeam ? ofTeams.data?.services.edges.map(({ node }) => node.id) : scope.services
  const filter = { from: window.from, to: window.to, services: services ?? null, environments: scope.environments ?? null }
  const { data } = useApi(incidentMarksDocument, { filter }, { enabled: !byTeam || services !== undefined })
  return data?.incidents.edges.map(({ node }) => node) ?? []
}
