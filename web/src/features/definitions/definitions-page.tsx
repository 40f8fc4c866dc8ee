'use client'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { useApi } from '../../lib/use-api.js'
import { DefinitionBody } from './definition-body.js'
import { definitionsDocument } from './queries.js'

export function DefinitionsPage() {
  const query = useApi(definitionsDocument, {})
  return (
    <>
      <PageHeading title="What each number means">
        The text here, the numbers on the other pages and the documentation come from one place, so they cannot drift apart.
      </PageHeading>
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
        {({ metricDefinitions }) => (
          <div className="grid gap-5 xl:grid-cols-2">
            {metricDefinitions.map((definition) => (
              <div key={definition.key} id={definition.key}>
                <Panel title={definition.title} note={definition.summary} className="h-full">
                  <DefinitionBody definition={definition} />
                </Panel>
              </div>
            ))}
          </div>
        )}
      </QueryView>
    </>
  )
}
