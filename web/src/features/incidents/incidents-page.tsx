'use client'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ChoiceField } from '../../components/choice-field.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { IncidentTable } from './incident-table.js'
import { incidentsDocument } from './queries.js'

const attributions = [
  { id: 'yes', title: 'blamed on a release' },
  { id: 'no', title: 'not blamed' },
]

export function IncidentsPage() {
  const { search } = useUrlState()
  const { window, scope } = useFilters()
  const attributed = search.get('attributed')
  const filter = {
    from: window.from,
    to: window.to,
    ...(scope.teams && { teams: scope.teams }),
    ...(scope.services && { services: scope.services }),
    ...(scope.environments && { environments: scope.environments }),
    ...(attributed && { attributed: attributed === 'yes' }),
  }
  const query = usePagedApi(incidentsDocument, { filter, first: 50, after: null as string | null }, ({ incidents }) => incidents, {
    keepPrevious: true,
  })
  return (
    <>
      <FilterBar interval={false} compare={false} profile={false} />
      <PageHeading title="Incidents">Each with the release it is blamed on, how that was found, and how sure it is.</PageHeading>
      <Panel
        title="Incidents of the window"
        actions={
          <>
            <ChoiceField name="attributed" label="Show" all="all" choices={attributions} />
            <ExportLink
              list="incidents"
              parameters={{
                teams: scope.teams,
                services: scope.services,
                environments: scope.environments,
                from: window.from,
                to: window.to,
                attributed: attributed && String(attributed === 'yes'),
              }}
            />
          </>
        }
      >
        <QueryView
          query={query}
          what="The incidents"
          skeleton={<TableSkeleton />}
          isEmpty={({ pages }) => pages[0]?.incidents.totalCount === 0}
          empty={
            <EmptyState title="No incident in this window" eventType="incident.detected">
              Widen the window or the filters if you expected one.
            </EmptyState>
          }
        >
          {({ pages }) => {
            const rows = pages.flatMap(({ incidents }) => incidents.edges.map(({ node }) => node))
            return (
              <>
                <IncidentTable incidents={rows} />
                <LoadMore noun="incidents" shown={rows.length} total={pages[0]?.incidents.totalCount ?? 0} {...query} />
              </>
            )
          }}
        </QueryView>
      </Panel>
    </>
  )
}
