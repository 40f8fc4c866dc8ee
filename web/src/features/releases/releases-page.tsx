'use client'
import { useDeferredValue } from 'react'
import { Badge, toneOf } from '../../components/badge.js'
import { ChoiceField } from '../../components/choice-field.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { SearchField } from '../../components/search-field.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { ReleasesQuery } from '../../generated/graphql.js'
import { scopeParameters } from '../../lib/export-path.js'
import { words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { releasesDocument } from './queries.js'

type ReleaseRow = ReleasesQuery['releases']['edges'][number]['node']

const results = [
  { id: 'yes', title: 'failed' },
  { id: 'no', title: 'not failed' },
]

export function ReleasesPage() {
  const { search } = useUrlState()
  const { window, scope } = useFilters()
  const text = useDeferredValue(search.get('find') ?? '')
  const failed = search.get('failed')
  const filter = { ...scope, from: window.from, to: window.to, ...(text && { search: text }), ...(failed && { failed: failed === 'yes' }) }
  const inWindow = { ...scopeParameters(scope), from: window.from, to: window.to }
  const query = usePagedApi(releasesDocument, { filter, first: 50, after: null as string | null }, ({ releases }) => releases, { keepPrevious: true })
  return (
    <>
      <FilterBar interval={false} compare={false} profile={false} />
      <PageHeading title="Releases">One version of one service, with everything that happened to it.</PageHeading>
      <Panel
        title="Releases of the window"
        actions={
          <>
            <ChoiceField name="failed" label="Show" all="all" choices={results} />
            <SearchField label="Find a version" />
            <ExportLink list="releases" parameters={{ ...inWindow, search: text, failed: failed && String(failed === 'yes') }} />
          </>
        }
      >
        <QueryView
          query={query}
          what="The releases"
          skeleton={<TableSkeleton />}
          isEmpty={({ pages }) => pages[0]?.releases.totalCount === 0}
          empty={
            <EmptyState title="No release in this window" eventType="deployment.finished">
              Widen the window or the filters if you expected one.
            </EmptyState>
          }
        >
          {({ pages }) => {
            const rows = pages.flatMap(({ releases }) => releases.edges.map(({ node }) => node))
            return (
              <>
                <DataTable caption="Releases" columns={columns} rows={rows} rowKey={({ id }) => id} />
                <LoadMore noun="releases" shown={rows.length} total={pages[0]?.releases.totalCount ?? 0} {...query} />
              </>
            )
          }}
        </QueryView>
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-1 text-sm text-muted">
          Of the window:
          {['deployments', 'changes', 'approvals'].map((list) => (
            <ExportLink key={list} list={list} parameters={inWindow} />
          ))}
        </p>
      </Panel>
    </>
  )
}

const columns: ReadonlyArray<Column<ReleaseRow>> = [
  { name: 'version', header: 'Release', cell: ({ id, version }) => <ReleaseLink id={id} text={version ?? id} /> },
  { name: 'service', header: 'Service', cell: ({ service }) => <ServiceLink id={service} /> },
  {
    name: 'status',
    header: 'Status',
    cell: ({ status, failed }) => (
      <span className="inline-flex flex-wrap gap-1">
        <Badge tone={toneOf(status)}>{words(status)}</Badge>
        {failed && status !== 'failed' && <Badge tone="bad">counts as failed</Badge>}
      </span>
    ),
  },
  { name: 'environments', header: 'Reached', cell: ({ environments }) => environments.join(', ') || '—' },
  { name: 'first', header: 'First deployed', cell: ({ firstDeployedAt }) => <Instant at={firstDeployedAt} /> },
  { name: 'latest', header: 'Latest deployed', cell: ({ latestDeployedAt }) => <Instant at={latestDeployedAt} /> },
]
