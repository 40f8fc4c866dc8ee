'use client'
import dynamic from 'next/dynamic'
import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton, TableSkeleton } from '../../components/skeleton.js'
import { ReleaseLink } from '../../components/fact-links.js'
import type { ServiceQuery } from '../../generated/graphql.js'
import { formatCount, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { MeasureCards } from '../executive/measure-cards.js'
import { CardsSkeleton, TrendsSkeleton } from '../executive/skeletons.js'
import { TrendPanel } from '../executive/trend-panel.js'
import { useMeasures } from '../executive/use-measures.js'
import { FilterBar } from '../filters/filter-bar.js'
import { useFilters } from '../filters/use-filters.js'
import { IncidentTable } from '../incidents/incident-table.js'
import { ServiceDetails } from './service-details.js'
import { serviceDocument } from './queries.js'

const ServiceTelemetry = dynamic(() => import('./service-telemetry.js').then((module) => module.ServiceTelemetry), {
  ssr: false,
  loading: () => <Skeleton className="h-96 w-full" />,
})
const ServiceTools = dynamic(() => import('./service-tools.js').then((module) => module.ServiceTools), {
  ssr: false,
  loading: () => <TableSkeleton rows={4} />,
})

export function ServicePage() {
  const { search } = useUrlState()
  const id = search.get('id')
  if (!id) return <EmptyState title="Which service?">The address names none. Choose one under Services.</EmptyState>
  return <OneService id={id} />
}

function OneService({ id }: { id: string }) {
  const { filters, window, interval, scope } = useFilters()
  const query = useApi(serviceDocument, { id, from: window.from, to: window.to }, { keepPrevious: true })
  const ownScope = { services: [id], ...(scope.environments && { environments: scope.environments }) }
  const measures = useMeasures(ownScope)
  const incidents = query.data?.incidents.edges.map(({ node }) => node) ?? []
  return (
    <>
      <FilterBar teams={false} services={false} />
      <QueryView query={query} what="The service" skeleton={<Skeleton className="mb-5 h-24 w-full" />}>
        {(data) => <ServiceDetails id={id} service={data.services.edges.find(({ node }) => node.id === id)?.node} />}
      </QueryView>
      <div className="grid gap-5">
        <ServiceTelemetry id={id} from={window.from} to={window.to} zone={filters.zone} />
        <QueryView
          query={measures}
          what="The measures"
          skeleton={
            <div className="grid gap-5">
              <CardsSkeleton />
              <TrendsSkeleton />
            </div>
          }
        >
          {({ metrics }) => (
            <div className="grid gap-5">
              <MeasureCards metrics={metrics} scope={ownScope} service={id} />
              <div className="grid gap-5 xl:grid-cols-2">
                {metrics.map((measure) => (
                  <TrendPanel
                    key={measure.key}
                    className="xl:last:odd:col-span-2"
                    measure={measure}
                    incidents={incidents}
                    window={window}
                    interval={interval}
                    zone={filters.zone}
                    service={id}
                  />
                ))}
              </div>
            </div>
          )}
        </QueryView>
        <Panel
          title="Deployments of the window"
          note={query.data && `The latest ${query.data.deployments.edges.length} of ${formatCount(query.data.deployments.totalCount)}`}
        >
          <QueryView
            query={query}
            what="The deployments"
            skeleton={<TableSkeleton rows={6} />}
            isEmpty={({ deployments }) => deployments.totalCount === 0}
            empty={<EmptyState title="No deployment in this window" eventType="deployment.finished" />}
          >
            {({ deployments }) => (
              <DataTable
                caption="Deployments"
                columns={deploymentColumns}
                rows={deployments.edges.map(({ node }) => node)}
                rowKey={(row) => row.id}
              />
            )}
          </QueryView>
        </Panel>
        <Panel title="Incidents of the window">
          <QueryView
            query={query}
            what="The incidents"
            skeleton={<TableSkeleton rows={4} />}
            isEmpty={(data) => data.incidents.totalCount === 0}
            empty={<EmptyState title="No incident in this window" eventType="incident.detected" />}
          >
            {(data) => <IncidentTable incidents={data.incidents.edges.map(({ node }) => node)} />}
          </QueryView>
        </Panel>
        <ServiceTools id={id} />
      </div>
    </>
  )
}

type DeploymentRow = ServiceQuery['deployments']['edges'][number]['node']

const deploymentColumns: ReadonlyArray<Column<DeploymentRow>> = [
  { name: 'version', header: 'Version', cell: ({ releaseId, version, id }) => <ReleaseLink id={releaseId} text={version ?? id} /> },
  { name: 'environment', header: 'Environment', cell: ({ environment }) => environment },
  {
    name: 'outcome',
    header: 'Outcome',
    cell: ({ outcome, failed, failureReasons }) => (
      <span className="inline-flex flex-wrap gap-1">
        <Badge tone={toneOf(outcome)}>{words(outcome)}</Badge>
        {failed && outcome !== 'failed' && (
          <Badge tone="bad" title={failureReasons.map(words).join(', ')}>
            counts as failed
          </Badge>
        )}
      </span>
    ),
  },
  { name: 'kind', header: 'Kind', cell: ({ kind, kindReason }) => <span title={kindReason}>{words(kind)}</span> },
  { name: 'trigger', header: 'Trigger', cell: ({ trigger }) => words(trigger) },
  { name: 'changes', header: 'Changes', numeric: true, cell: ({ changeCount }) => changeCount },
  { name: 'at', header: 'Finished', cell: ({ finishedAt, startedAt, receivedAt }) => <Instant at={finishedAt ?? startedAt ?? receivedAt} /> },
]
