'use client'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { useApi } from '../../lib/use-api.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { BenchmarksPanel } from './benchmarks-panel.js'
import { ComparisonPanel } from './comparison-panel.js'
import { DefinitionBody } from './definition-body.js'
import { DifferenceOutlet } from './difference-outlet.js'
import { InForcePanel } from './in-force-panel.js'
import { definitionsDocument } from './queries.js'
import { QuickCheckPanel } from './quick-check-panel.js'

export function DefinitionsPage() {
  const { options } = useFilters()
  const query = useApi(definitionsDocument, { options }, { keepPrevious: true })
  return (
    <>
      <FilterBar interval={false} compare={false} />
      <PageHeading title="What each number means">
        The text here, the numbers on the other pages and the documentation come from one place, so they cannot drift apart.
      </PageHeading>
      <div className="grid gap-5">
        <InForcePanel />
        <ComparisonPanel />
        <QuickCheckPanel />
        <QueryView
          query={query}
          what="The definitions"
          skeleton={
            <div className="grid gap-5">
              {[1, 2, 3].map((key) => (
                <Skeleton key={key} className="h-72 w-full" />
              ))}
            </div>
          }
          isEmpty={({ metricDefinitions }) => metricDefinitions.length === 0}
          empty={<p className="text-muted">No measure is registered in this server.</p>}
        >
          {({ metricDefinitions, ownDefault }) => (
            <div className="grid gap-5 xl:grid-cols-2">
              {metricDefinitions.map((definition) => (
                <div key={definition.key} id={definition.key} className="min-w-0">
                  <Panel title={definition.title} note={definition.summary} className="h-full">
                    <DefinitionBody definition={definition} standard={ownDefault.find(({ key }) => key === definition.key)?.options} />
                  </Panel>
                </div>
              ))}
            </div>
          )}
        </QueryView>
        <BenchmarksPanel />
      </div>
      <DifferenceOutlet />
    </>
  )
}
