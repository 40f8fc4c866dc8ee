'use client'
import dynamic from 'next/dynamic'
import { Badge, toneOf } from '../../components/badge.js'
import { ChoiceField } from '../../components/choice-field.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { ExportLink } from '../../components/export-link.js'
import { EmptyState } from '../../components/empty-state.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { DeliveriesQuery, DeliveryState } from '../../generated/graphql.js'
import { formatBytes, words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { setParameter, useUrlState } from '../../lib/url-state.js'
import { AttestationSetupPanel } from '../attestations/setup-panel.js'
import { UnmatchedPanel } from '../attestations/unmatched-panel.js'
import { MappingPanel } from '../mapping/mapping-panel.js'
import { ConnectionsPanel } from './connections-panel.js'
import { PipelinePanel } from './pipeline-panel.js'
import { deliveriesDocument } from './queries.js'
import { TelemetryPanel } from './telemetry-panel.js'

const DeliveryDrawer = dynamic(() => import('./delivery-drawer.js').then((module) => module.DeliveryDrawer), { ssr: false })

type DeliveryRow = DeliveriesQuery['deliveries']['edges'][number]['node']

const states: readonly DeliveryState[] = ['DONE', 'PENDING', 'LEASED', 'DEAD', 'REFUSED']

export function DeliveriesPage() {
  const { search, push } = useUrlState()
  const state = states.find((known) => known === search.get('state'))
  const integration = search.get('integration')
  const filter = { ...(state && { states: [state] }), ...(integration && { integrations: [integration] }) }
  const query = usePagedApi(deliveriesDocument, { filter, first: 50, after: null as string | null }, ({ deliveries }) => deliveries, {
    keepPrevious: true,
  })
  const opened = search.get('delivery')
  return (
    <>
      <PageHeading title="Deliveries">Everything that was sent here, what it gave, and why some of it gave nothing.</PageHeading>
      <div className="grid gap-5">
        <PipelinePanel />
        <Panel
          title="Received"
          actions={
            <>
              <ChoiceField name="state" label="State" all="all" choices={states.map((id) => ({ id, title: words(id) }))} />
              <ExportLink list="deliveries" parameters={{ states: filter.states, integrations: filter.integrations }} />
            </>
          }
        >
          <QueryView
            query={query}
            what="The deliveries"
            skeleton={<TableSkeleton />}
            isEmpty={({ pages }) => pages[0]?.deliveries.totalCount === 0}
            empty={
              state || integration ? (
                <EmptyState title="No delivery of this kind" />
              ) : (
                <EmptyState title="Nothing has been delivered yet" eventType="deployment.finished">
                  Or connect a tool: the lines are under Connections below.
                </EmptyState>
              )
            }
          >
            {({ pages }) => {
              const rows = pages.flatMap(({ deliveries }) => deliveries.edges.map(({ node }) => node))
              return (
                <>
                  <DataTable caption="Deliveries" columns={columns} rows={rows} rowKey={({ id }) => id} />
                  <LoadMore noun="deliveries" shown={rows.length} total={pages[0]?.deliveries.totalCount ?? 0} {...query} />
                </>
              )
            }}
          </QueryView>
        </Panel>
        <TelemetryPanel />
        <ConnectionsPanel />
        <MappingPanel />
        <AttestationSetupPanel />
        <UnmatchedPanel />
      </div>
      {opened && <DeliveryDrawer id={opened} onClose={() => push(setParameter('delivery', null))} />}
    </>
  )
}

function OpenDelivery({ row }: { row: DeliveryRow }) {
  const { push } = useUrlState()
  return (
    <button type="button" className="link cursor-pointer text-left" onClick={() => push(setParameter('delivery', row.id))}>
      <span className="sr-only">Open the delivery received </span>
      <Instant at={row.receivedAt} />
    </button>
  )
}

const columns: ReadonlyArray<Column<DeliveryRow>> = [
  { name: 'received', header: 'Received', cell: (row) => <OpenDelivery row={row} /> },
  {
    name: 'from',
    header: 'From',
    cell: ({ integration, source }) => (
      <>
        {integration} <span className="text-muted">{source}</span>
      </>
    ),
  },
  {
    name: 'state',
    header: 'State',
    cell: ({ state, attempts }) => (
      <span className="inline-flex items-center gap-1.5">
        <Badge tone={toneOf(state)}>{words(state)}</Badge>
        {attempts > 1 && <span className="text-xs text-muted">{attempts} tries</span>}
      </span>
    ),
  },
  {
    name: 'outcome',
    header: 'What it gave',
    cell: ({ outcome, error }) => (error ? <span className="text-bad">{error}</span> : (outcome ?? <span className="text-muted">not read yet</span>)),
  },
  { name: 'size', header: 'Size', numeric: true, cell: ({ size }) => formatBytes(size) },
]
