'use client'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { ExportLink } from '../../components/export-link.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ServiceLink, SloLink } from '../../components/fact-links.js'
import type { CompositeStatusFragment, SlosQuery } from '../../generated/graphql.js'
import { formatPrecise } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useFilters } from '../filters/use-filters.js'
import { BudgetMeter } from './budget-meter.js'
import { burnOver, BurnText } from './burn-text.js'
import { IndicatorForm } from './indicator-form.js'
import { IndicatorsPanel } from './indicators-panel.js'
import { compositeText, dataText, partsText, type Span, spanOf, standingOf, targetText } from './objective-words.js'
import { slosDocument } from './queries.js'
import { SloForm } from './slo-form.js'
import { StandingBadge } from './standing-badge.js'

type SloNode = SlosQuery['slos']['edges'][number]['node']
/** An objective, or the composite that is judged in place of several. */
type Row = { slo: SloNode; target: string; standing: CompositeStatusFragment; span: Span }

function rowsOf(slo: SloNode): Row[] {
  const { at, composite, objectives, windowSeconds } = slo
  if (composite) return [{ slo, target: compositeText(composite.target, windowSeconds), standing: composite, span: spanOf(at, objectives) }]
  return objectives.map((objective) => ({ slo, target: targetText(objective, windowSeconds), standing: objective, span: spanOf(at, [objective]) }))
}

export function SlosPage() {
  const { scope } = useFilters()
  const filter = scope.services ? { services: scope.services } : null
  const query = usePagedApi(slosDocument, { filter, first: 50, after: null as string | null }, ({ slos }) => slos, { keepPrevious: true })
  return (
    <>
      <PageHeading title="Objectives">Service level objectives of production, what is left of their error budgets, and how fast they go.</PageHeading>
      <Panel title="All objectives" actions={<ExportLink list="objectives" parameters={{ services: scope.services }} />}>
        <QueryView
          query={query}
          what="The objectives"
          skeleton={<TableSkeleton />}
          isEmpty={({ pages }) => pages[0]?.slos.edges.length === 0}
          empty={
            <EmptyState title="No objective yet" eventType="sli.sampled">
              Declare one below. Its indicator is read from OpenTelemetry or Prometheus, or reported by events.
            </EmptyState>
          }
        >
          {({ pages }) => {
            const slos = pages.flatMap((page) => page.slos.edges.map(({ node }) => node))
            const rows = slos.flatMap(rowsOf)
            return (
              <>
                <DataTable caption="Objectives" columns={columns} rows={rows} rowKey={({ slo }, index) => `${slo.name} ${index}`} />
                <LoadMore noun="objectives" shown={slos.length} total={pages[0]?.slos.totalCount ?? 0} {...query} />
              </>
            )
          }}
        </QueryView>
      </Panel>
      <div className="mt-5">
        <IndicatorsPanel />
      </div>
      <div className="no-print mt-5 grid gap-3 text-sm">
        <Declaring title="Declare an objective">
          <SloForm />
        </Declaring>
        <Declaring title="Declare an indicator">
          <IndicatorForm />
        </Declaring>
      </div>
    </>
  )
}

function Declaring({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rounded-md border border-edge bg-surface px-4 py-2">
      <summary className="cursor-pointer py-1 font-medium">{title}</summary>
      {children}
    </details>
  )
}

const HOUR = 3600

const columns: ReadonlyArray<Column<Row>> = [
  { name: 'name', header: 'Objective', cell: ({ slo }) => <SloLink name={slo.name} title={slo.displayName} /> },
  { name: 'service', header: 'Service', cell: ({ slo }) => <ServiceLink id={slo.service} /> },
  {
    name: 'target',
    header: 'Target',
    cell: ({ slo, target }) => (
      <>
        {target}
        {slo.composite && <span className="block text-muted">{partsText(slo.objectives)}</span>}
      </>
    ),
  },
  {
    name: 'attainment',
    header: 'Attained',
    numeric: true,
    cell: ({ standing: { attainment } }) => (attainment === null || attainment === undefined ? '—' : formatPrecise(attainment)),
  },
  {
    name: 'budget',
    header: 'Budget left',
    cell: ({ slo, standing, span }) => <BudgetMeter left={standing.budgetLeft} over={dataText(span, slo.windowSeconds)} />,
  },
  { name: 'burn', header: 'Burn, last hour', numeric: true, cell: ({ standing }) => <BurnText burn={burnOver(standing, HOUR)} /> },
  {
    name: 'standing',
    header: 'State',
    cell: ({ standing, span }) => <StandingBadge standing={standingOf(standing, span)} />,
  },
]
