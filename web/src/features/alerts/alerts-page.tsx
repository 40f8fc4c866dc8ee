'use client'
import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { ChoiceField } from '../../components/choice-field.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { OutsideLink } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { AlertFilter, AlertsQuery, AlertState } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { setParameter, useUrlState } from '../../lib/url-state.js'
import { useApi } from '../../lib/use-api.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { ServiceSelect } from '../filters/service-select.js'
import { useFilters } from '../filters/use-filters.js'
import { Acknowledge } from './acknowledge.js'
import { MessageLog } from './message-log.js'
import { RulesPanel } from './rules-panel.js'
import { alertRulesDocument, alertsDocument } from './queries.js'

type Alert = AlertsQuery['alerts']['edges'][number]['node']

const choices = [
  { id: 'open', title: 'not over' },
  { id: 'over', title: 'over' },
]
/** The rule of what other systems report. */
const external = { id: 'external', title: 'Reported by others' }
const statesOf: Record<string, AlertState[]> = { open: ['PENDING', 'FIRING', 'ACKNOWLEDGED'], over: ['RESOLVED'] }
const tones: Record<AlertState, Tone> = { PENDING: 'info', FIRING: 'bad', ACKNOWLEDGED: 'warn', RESOLVED: 'good' }

export function AlertsPage() {
  const { search } = useUrlState()
  const id = search.get('id')
  return (
    <>
      <PageHeading title="Alerts">What was wrong, since when, and who was told or why not.</PageHeading>
      <div className="grid gap-5">
        {id ? (
          <Panel title="One alert" actions={<ShowAll />}>
            <AlertList filter={{ ids: [id] }} empty={<EmptyState title="No such alert">Alerts that are long over are removed.</EmptyState>} />
          </Panel>
        ) : (
          <AllAlerts />
        )}
        <RulesPanel />
      </div>
    </>
  )
}

function ShowAll() {
  const { push } = useUrlState()
  return (
    <Button look="quiet" onClick={() => push(setParameter('id', null))}>
      Show all
    </Button>
  )
}

function AllAlerts() {
  const { search } = useUrlState()
  const { filters, scope, change } = useFilters()
  const { data } = useApi(alertRulesDocument, {})
  const rule = search.get('rule')
  const filter = { states: statesOf[search.get('state') ?? ''] ?? null, rules: rule ? [rule] : null, services: scope.services ?? null }
  const isFiltered = Object.values(filter).some((one) => one !== null)
  const actions = (
    <>
      <ServiceSelect chosen={filters.services} onChange={(services) => change({ services })} />
      <ChoiceField name="rule" label="Rule" all="all" choices={[...(data?.alertRules ?? []), external]} />
      <ChoiceField name="state" label="Show" all="all" choices={choices} />
      <ExportLink list="alerts" parameters={filter} />
    </>
  )
  return (
    <Panel title="All alerts" actions={actions}>
      <AlertList
        filter={filter}
        empty={
          <EmptyState title={isFiltered ? 'No such alert' : 'No alert'}>
            Rules look once a minute. Where they tell of what they find is set under Settings, Alert routes.
          </EmptyState>
        }
      />
    </Panel>
  )
}

function AlertList({ filter, empty }: { filter: AlertFilter; empty: ReactNode }) {
  const query = usePagedApi(alertsDocument, { filter, first: 50, after: null as string | null }, ({ alerts }) => alerts, { keepPrevious: true })
  return (
    <QueryView query={query} what="The alerts" skeleton={<TableSkeleton />} isEmpty={({ pages }) => pages[0]?.alerts.totalCount === 0} empty={empty}>
      {({ pages }) => {
        const rows = pages.flatMap(({ alerts }) => alerts.edges.map(({ node }) => node))
        return (
          <>
            <DataTable caption="Alerts" columns={columns} rows={rows} rowKey={({ id }) => id} />
            <LoadMore noun="alerts" shown={rows.length} total={pages[0]?.alerts.totalCount ?? 0} {...query} />
          </>
        )
      }}
    </QueryView>
  )
}

const columns: ReadonlyArray<Column<Alert>> = [
  {
    name: 'state',
    header: 'State',
    cell: ({ state, severity, source }) => (
      <span className="inline-flex flex-wrap gap-1">
        <Badge tone={tones[state]}>{words(state)}</Badge>
        <Badge>{words(severity)}</Badge>
        {source && (
          <Badge tone="info" title="Reported by another system. Windsock shows its state, and tells nobody of it.">
            external
          </Badge>
        )}
      </span>
    ),
  },
  {
    name: 'title',
    header: 'Alert',
    cell: ({ title, summary, runbookUrl, source, url }) => (
      <span className="flex flex-col gap-0.5">
        <span className="font-medium">{title}</span>
        <span className="text-sm text-muted">{summary}</span>
        {url && (
          <span className="text-sm">
            <OutsideLink href={url}>At {source}</OutsideLink>
          </span>
        )}
        {runbookUrl && (
          <span className="text-sm">
            <OutsideLink href={runbookUrl}>Runbook</OutsideLink>
          </span>
        )}
      </span>
    ),
  },
  {
    name: 'service',
    header: 'Service',
    cell: ({ service, environment }) => (
      <span className="flex flex-col">
        {service ? <ServiceLink id={service} /> : '—'}
        {environment && <span className="text-sm text-muted">{environment}</span>}
      </span>
    ),
  },
  { name: 'release', header: 'Release', cell: ({ release, version }) => (release ? <ReleaseLink id={release} text={version ?? release} /> : '—') },
  {
    name: 'times',
    header: 'Times',
    cell: ({ firedAt, pendingSince, resolvedAt }) => (
      <span className="flex flex-col text-sm">
        <span>
          from <Instant at={firedAt ?? pendingSince} />
        </span>
        {resolvedAt && (
          <span className="text-muted">
            to <Instant at={resolvedAt} />
          </span>
        )}
      </span>
    ),
  },
  { name: 'messages', header: 'Told', cell: ({ messages, source }) => (source ? <>by {source}</> : <MessageLog messages={messages} />) },
  { name: 'acknowledge', header: 'Care', cell: (alert) => (alert.source ? <>—</> : <Acknowledge {...alert} />) },
]
