'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useMemo } from 'react'
import { prepareBudget } from '../../charts/prepare/budget.js'
import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Facts } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import { ReleaseLink, ServiceLink } from '../../components/fact-links.js'
import type { SloQuery, SloReleasesQuery } from '../../generated/graphql.js'
import { formatCount, formatPrecise, formatRatio, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { useZone } from '../filters/use-filters.js'
import { BudgetMeter } from './budget-meter.js'
import { burnOver, BurnText } from './burn-text.js'
import { ChangeSlo } from './change-slo.js'
import { compositeText, dataText, spanOf, standingOf, targetText } from './objective-words.js'
import { sloDocument, sloReleasesDocument } from './queries.js'
import { StandingBadge } from './standing-badge.js'
import { ToldBy } from './told-by.js'

type Slo = NonNullable<SloQuery['slo']>
type Objective = Slo['objectives'][number]
type Composite = NonNullable<Slo['composite']>
type Deployment = SloReleasesQuery['deployments']['edges'][number]['node']

const BudgetChart = dynamic(() => import('../../charts/draw/budget-chart.js').then((module) => module.BudgetChart), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
})

export function SloPage() {
  const { search } = useUrlState()
  const name = search.get('name') ?? ''
  const query = useApi(sloDocument, { name })
  return (
    <QueryView
      query={query}
      what="The objective"
      skeleton={<Skeleton className="h-60 w-full" />}
      isEmpty={({ slo }) => !slo}
      empty={<EmptyState title="There is no such objective">It may have been removed. All there are stand under Objectives.</EmptyState>}
    >
      {({ slo }) => slo && <OneSlo slo={slo} />}
    </QueryView>
  )
}

function OneSlo({ slo }: { slo: Slo }) {
  const releases = useApi(sloReleasesDocument, { service: slo.service, from: slo.from, to: slo.at })
  const deployments = releases.data?.deployments.edges.map(({ node }) => node) ?? []
  return (
    <>
      <PageHeading title={slo.displayName}>
        <ServiceLink id={slo.service} /> {slo.description}
      </PageHeading>
      <div className="grid gap-5">
        {slo.composite && <CompositePanels slo={slo} composite={slo.composite} />}
        {slo.objectives.map((objective, index) => (
          <ObjectivePanels key={`${objective.indicator} ${index}`} slo={slo} index={index} objective={objective} deployments={deployments} />
        ))}
        <Panel title="Releases of the window" note="Their ends are the dashed lines of the chart.">
          <QueryView
            query={releases}
            what="The releases"
            skeleton={<Skeleton className="h-24 w-full" />}
            isEmpty={({ deployments: found }) => found.edges.length === 0}
            empty={<EmptyState title="No release in this window" eventType="deployment.finished" />}
          >
            {() => <DataTable caption="Releases" columns={releaseColumns} rows={deployments} rowKey={({ id }) => id} />}
          </QueryView>
        </Panel>
        <ChangeSlo slo={slo} />
      </div>
    </>
  )
}

interface ObjectivePanelsProps {
  slo: Slo
  index: number
  objective: Objective
  deployments: readonly Deployment[]
}

function ObjectivePanels({ slo, index, objective, deployments }: ObjectivePanelsProps) {
  const zone = useZone()
  const points = useMemo(() => prepareBudget(objective.history, objective.target), [objective])
  const span = spanOf(slo.at, [objective])
  const standing = standingOf(objective, span)
  const marks = deployments.flatMap(({ id, finishedAt, startedAt }) =>
    (finishedAt ?? startedAt) ? [{ id, at: Date.parse(finishedAt ?? startedAt ?? '') }] : [],
  )
  const domain: [number, number] = [Date.parse(slo.from), Date.parse(slo.at)]
  return (
    <>
      <Panel title={targetText(objective, slo.windowSeconds)} note={standing.why} actions={<StandingBadge standing={standing} />}>
        <Facts
          items={[
            ...standingFacts(objective, dataText(span, slo.windowSeconds)),
            ['Good of all', `${formatCount(objective.good)} of ${formatCount(objective.total)}`],
            ['Indicator', objective.indicator],
            ['Data since', <Instant key="since" at={objective.dataFrom} />],
          ]}
        />
      </Panel>
      <Panel title="Error budget over the window" note="What was left of it, and what each span of time spent.">
        {points.length === 0 ? (
          <EmptyState title="No data yet" eventType="sli.sampled">
            Nothing was read for the indicator {objective.indicator} of {slo.service} in production.
          </EmptyState>
        ) : (
          <>
            <BudgetChart points={points} releases={marks} domain={domain} zone={zone} />
            <details className="mt-3 text-sm">
              <summary className="cursor-pointer text-muted">The same as a table</summary>
              <DataTable caption="Error budget" columns={budgetColumns} rows={points} rowKey={({ at }) => String(at)} />
            </details>
          </>
        )}
      </Panel>
      {!slo.composite && <ToldBy slo={slo} objective={index} standing={objective} />}
    </>
  )
}

function CompositePanels({ slo, composite }: { slo: Slo; composite: Composite }) {
  const span = spanOf(slo.at, slo.objectives)
  const standing = standingOf(composite, span)
  return (
    <>
      <Panel title={compositeText(composite.target, slo.windowSeconds)} note={standing.why} actions={<StandingBadge standing={standing} />}>
        <Facts items={standingFacts(composite, dataText(span, slo.windowSeconds))} />
        <p className="py-2 text-sm text-muted">
          The weighted mean of its objectives. Those without data do not weigh, and alerts are of the composite alone.
        </p>
        <DataTable
          caption="Objectives of the composite"
          columns={partColumns(slo)}
          rows={slo.objectives}
          rowKey={({ indicator }, index) => `${indicator} ${index}`}
        />
      </Panel>
      <ToldBy slo={slo} objective={null} standing={composite} />
    </>
  )
}

function standingFacts({ attainment, budgetLeft, exhaustsAt }: Composite, over: string | null): [string, ReactNode][] {
  return [
    ['Attained', attainment === null || attainment === undefined ? null : formatPrecise(attainment)],
    ['Error budget left', <BudgetMeter key="left" left={budgetLeft} over={over} />],
    ['Spent at the pace of the last day', exhaustsAt ? <Instant key="at" at={exhaustsAt} /> : 'not while it goes on like this'],
  ]
}

function partColumns({ windowSeconds }: Slo): ReadonlyArray<Column<Objective>> {
  return [
    { name: 'indicator', header: 'Indicator', cell: ({ indicator }) => indicator },
    { name: 'weight', header: 'Weight', numeric: true, cell: ({ weight }) => formatCount(weight) },
    { name: 'target', header: 'Target', cell: (objective) => targetText(objective, windowSeconds) },
    {
      name: 'attained',
      header: 'Attained',
      numeric: true,
      cell: ({ attainment }) => (attainment === null || attainment === undefined ? 'no data yet' : formatPrecise(attainment)),
    },
    { name: 'burn', header: 'Burn of the window', numeric: true, cell: (objective) => <BurnText burn={burnOver(objective, windowSeconds)} /> },
  ]
}

const budgetColumns: ReadonlyArray<Column<ReturnType<typeof prepareBudget>[number]>> = [
  { name: 'from', header: 'From', cell: ({ at }) => <Instant at={new Date(at).toISOString()} /> },
  { name: 'bad', header: 'Bad', numeric: true, cell: ({ bad }) => formatCount(bad) },
  { name: 'total', header: 'All', numeric: true, cell: ({ total }) => formatCount(total) },
  { name: 'spent', header: 'Spent', numeric: true, cell: ({ spent }) => formatRatio(spent) },
  { name: 'left', header: 'Left afterwards', numeric: true, cell: ({ left }) => formatRatio(left) },
]

const releaseColumns: ReadonlyArray<Column<Deployment>> = [
  { name: 'release', header: 'Release', cell: ({ releaseId, version, id }) => <ReleaseLink id={releaseId} text={version ?? id} /> },
  { name: 'environment', header: 'Environment', cell: ({ environment }) => environment },
  { name: 'outcome', header: 'Outcome', cell: ({ outcome }) => <Badge tone={toneOf(outcome)}>{words(outcome)}</Badge> },
  { name: 'finished', header: 'Ended', cell: ({ finishedAt, startedAt }) => <Instant at={finishedAt ?? startedAt} /> },
]
