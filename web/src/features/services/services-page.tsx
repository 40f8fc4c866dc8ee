'use client'
import { useDeferredValue } from 'react'
import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { ExportLink } from '../../components/export-link.js'
import { EmptyState } from '../../components/empty-state.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { SearchField } from '../../components/search-field.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { ServicesQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { AddService } from './add-service.js'
import { servicesDocument } from './queries.js'
import { UndeclaredPanel } from './undeclared-panel.js'

type ServiceRow = ServicesQuery['services']['edges'][number]['node']

export function ServicesPage() {
  const { search } = useUrlState()
  const text = useDeferredValue(search.get('find') ?? '')
  const teams = search.getAll('team')
  const filter = { ...(text && { search: text }), ...(teams.length > 0 && { teams }) }
  const query = usePagedApi(servicesDocument, { filter, first: 50, after: null as string | null }, ({ services }) => services, { keepPrevious: true })
  return (
    <>
      <PageHeading title="Services">Everything that deploys, declared or only seen in events.</PageHeading>
      <div className="grid gap-5">
        <UndeclaredPanel />
        <Panel
          title="All services"
          actions={
            <>
              <SearchField label="Find a service" />
              <ExportLink list="services" parameters={{ search: text, teams }} />
            </>
          }
        >
          <QueryView
            query={query}
            what="The services"
            skeleton={<TableSkeleton />}
            isEmpty={({ pages }) => pages[0]?.services.totalCount === 0}
            empty={<NoServices filtered={text !== '' || teams.length > 0} />}
          >
            {({ pages }) => {
              const rows = pages.flatMap(({ services }) => services.edges.map(({ node }) => node))
              return (
                <>
                  <DataTable caption="Services" columns={columns} rows={rows} rowKey={({ id }) => id} />
                  <LoadMore noun="services" shown={rows.length} total={pages[0]?.services.totalCount ?? 0} {...query} />
                </>
              )
            }}
          </QueryView>
        </Panel>
        <AddService />
      </div>
    </>
  )
}

function NoServices({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState title="No service matches">Take a part of the name away, or clear the team.</EmptyState>
  return (
    <EmptyState title="No service is known yet" eventType="service.declared">
      A service also appears by itself with its first deployment.
    </EmptyState>
  )
}

const columns: ReadonlyArray<Column<ServiceRow>> = [
  {
    name: 'title',
    header: 'Service',
    cell: ({ id, title, declared, aliases }) => (
      <>
        <ServiceLink id={id} title={title} /> {!declared && <Badge title="Seen in events; nobody has declared it">undeclared</Badge>}
        {aliases.length > 0 && <span className="block text-xs text-muted">also known as {aliases.join(', ')}</span>}
      </>
    ),
  },
  { name: 'team', header: 'Team', cell: ({ team }) => team ?? '—' },
  { name: 'tier', header: 'Tier', cell: ({ tier }) => tier ?? '—' },
  { name: 'environments', header: 'Environments', cell: ({ environments }) => environments.join(', ') || '—' },
  {
    name: 'last',
    header: 'Last deployment',
    cell: ({ lastDeployment: last }) =>
      last ? (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <ReleaseLink id={last.releaseId} text={last.version ?? last.id} />
          <Badge tone={toneOf(last.outcome)}>{words(last.outcome)}</Badge>
          <span className="text-muted">
            <Instant at={last.finishedAt ?? last.startedAt ?? last.receivedAt} />
          </span>
        </span>
      ) : (
        '—'
      ),
  },
  {
    name: 'incidents',
    header: 'Open incidents',
    numeric: true,
    cell: ({ openIncidents }) => (openIncidents > 0 ? <span className="font-semibold text-bad">{openIncidents}</span> : 0),
  },
]
