'use client'
import { ChoiceField } from '../../components/choice-field.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { ContradictedKind, ContradictionsQuery } from '../../generated/graphql.js'
import { useUrlState } from '../../lib/url-state.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { fieldLabel } from '../corrections/field-label.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { contradictionsDocument } from './queries.js'

type Edge = ContradictionsQuery['contradictions']['edges'][number]

const kinds: { id: ContradictedKind; title: string }[] = [
  { id: 'DEPLOYMENT', title: 'deployments' },
  { id: 'INCIDENT', title: 'incidents' },
]

export function ContradictionsPage() {
  const { search } = useUrlState()
  const { window, scope } = useFilters()
  const kind = kinds.find(({ id }) => id === search.get('kind'))?.id
  const filter = { from: window.from, to: window.to, ...(scope.services && { services: scope.services }), ...(kind && { kinds: [kind] }) }
  const query = usePagedApi(contradictionsDocument, { filter, first: 50, after: null as string | null }, ({ contradictions }) => contradictions, {
    keepPrevious: true,
  })
  return (
    <>
      <FilterBar interval={false} compare={false} profile={false} teams={false} />
      <PageHeading title="Contradictions">
        Where senders say different things of one deployment or incident: what holds, and what does not. A correction settles it.
      </PageHeading>
      <Panel
        title="Contradictions of the window"
        actions={
          <>
            <ChoiceField name="kind" label="Show" all="all" choices={kinds} />
            <ExportLink
              list="contradictions"
              parameters={{ services: scope.services, kinds: kind?.toLowerCase(), from: window.from, to: window.to }}
            />
          </>
        }
      >
        <QueryView
          query={query}
          what="The contradictions"
          skeleton={<TableSkeleton />}
          isEmpty={({ pages }) => pages[0]?.contradictions.totalCount === 0}
          empty={<EmptyState title="The senders agree">Nothing of this window was told in two ways.</EmptyState>}
        >
          {({ pages }) => {
            const rows = pages.flatMap(({ contradictions }) => contradictions.edges)
            return (
              <>
                <DataTable caption="Contradictions" columns={columns} rows={rows} rowKey={({ cursor }) => cursor} />
                <LoadMore noun="contradictions" shown={rows.length} total={pages[0]?.contradictions.totalCount ?? 0} {...query} />
              </>
            )
          }}
        </QueryView>
      </Panel>
    </>
  )
}

const columns: ReadonlyArray<Column<Edge>> = [
  {
    name: 'fact',
    header: 'Of',
    cell: ({ node: { kind, fact, releaseId } }) => (
      <>
        {releaseId ? <ReleaseLink id={releaseId} text={fact} /> : fact}
        <span className="block text-xs text-muted">{kind.toLowerCase()}</span>
      </>
    ),
  },
  { name: 'service', header: 'Service', cell: ({ node: { service } }) => (service ? <ServiceLink id={service} /> : '—') },
  { name: 'environment', header: 'Environment', cell: ({ node: { environment } }) => environment ?? '—' },
  { name: 'at', header: 'When', cell: ({ node: { at } }) => <Instant at={at} /> },
  { name: 'field', header: 'Field', cell: ({ node: { field } }) => fieldLabel(field) },
  { name: 'kept', header: 'In force', cell: ({ node: { kept } }) => <strong className="break-all">{kept}</strong> },
  {
    name: 'dropped',
    header: 'Not in force',
    cell: ({ node: { dropped, source } }) => (
      <>
        <s className="break-all">{dropped}</s> <span className="block text-xs text-muted">from {source}</span>
      </>
    ),
  },
]
