'use client'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { prepareIndicator, type IndicatorRow } from '../../charts/prepare/indicator.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { SloLink } from '../../components/fact-links.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { IndicatorHistoryQuery } from '../../generated/graphql.js'
import { formatCount, formatInstant, formatPrecise } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { indicatorHistoryDocument } from './indicator-queries.js'
import { quantityText } from '../releases/effect-words.js'

type History = IndicatorHistoryQuery['indicatorHistory'][number]
type Slo = IndicatorHistoryQuery['slos']['edges'][number]['node']
type Mark = { id: string; at: number }

const IndicatorChart = dynamic(() => import('../../charts/draw/indicator-chart.js').then((module) => module.IndicatorChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[12.5rem] w-full" />,
})

interface IndicatorsPanelProps {
  id: string
  from: string
  to: string
  zone: string
}

/** What the service itself tells: its indicators over the window, with its deployments as marks. */
export function IndicatorsPanel({ id, from, to, zone }: IndicatorsPanelProps) {
  const query = useApi(indicatorHistoryDocument, { service: id, from, to }, { keepPrevious: true })
  return (
    <Panel title="Indicators" note="In production. Dashed lines are deployments, at the time they served all traffic.">
      <QueryView
        query={query}
        what="The indicators"
        skeleton={<Skeleton className="h-60 w-full" />}
        isEmpty={({ indicatorHistory }) => indicatorHistory.length === 0}
        empty={
          <p className="text-sm text-muted">
            No telemetry of this service in this window. Send metrics by OpenTelemetry or Prometheus remote write, and declare under Objectives what
            of them is an indicator.
          </p>
        }
      >
        {({ indicatorHistory, deployments, slos }) => (
          <div className="grid gap-6 xl:grid-cols-2">
            {indicatorHistory.map((history) => (
              <OneIndicator
                key={`${history.indicator} ${history.environment}`}
                history={history}
                slos={slos.edges.map(({ node }) => node)}
                marks={deployments.edges.flatMap(({ node }) => marksOf(node))}
                window={[Date.parse(from), Date.parse(to)]}
                zone={zone}
                isOnly={new Set(indicatorHistory.map(({ environment }) => environment)).size === 1}
              />
            ))}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function marksOf({ id, production, fullTrafficAt, finishedAt, startedAt }: IndicatorHistoryQuery['deployments']['edges'][number]['node']): Mark[] {
  const at = fullTrafficAt ?? finishedAt ?? startedAt
  return production && at ? [{ id, at: Date.parse(at) }] : []
}

function percentTick(percent: number): string {
  return `${percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}\u00a0%`
}

interface OneIndicatorProps {
  history: History
  slos: readonly Slo[]
  marks: readonly Mark[]
  window: [number, number]
  zone: string
  isOnly: boolean
}

function OneIndicator({ history, slos, marks, window, zone, isOnly }: OneIndicatorProps) {
  const { displayName, environment, unit, points, stepSeconds } = history
  const drawing = useMemo(() => prepareIndicator(points, stepSeconds), [points, stepSeconds])
  const textOf = (value: number) => (drawing.kind === 'good' ? formatPrecise(value / 100) : quantityText(value, unit))
  const named = isOnly ? displayName : `${displayName}, ${environment}`
  const what = { good: 'share of good events', value: 'mean', latency: 'p50, p95 and p99 (dashed)' }[drawing.kind]
  return (
    <section className="grid min-w-0 content-start gap-2" aria-label={named}>
      <h3 className="text-sm font-semibold">
        {named} <span className="font-normal text-muted">{what}</span>
      </h3>
      <IndicatorChart
        title={named}
        drawing={drawing}
        textOf={textOf}
        tickOf={(value) => (drawing.kind === 'good' ? percentTick(value) : quantityText(value, unit))}
        releases={marks}
        window={window}
        zone={zone}
      />
      <Objectives slos={slos} indicator={history.indicator} />
      <details className="text-sm">
        <summary className="cursor-pointer text-muted">The same as a table</summary>
        <DataTable caption={named} columns={columnsFor(drawing.lines, textOf, zone)} rows={drawing.rows} rowKey={({ at }) => String(at)} />
      </details>
    </section>
  )
}

function Objectives({ slos, indicator }: { slos: readonly Slo[]; indicator: string }) {
  const own = slos.flatMap((slo) => slo.objectives.filter((objective) => objective.indicator === indicator).map((objective) => ({ slo, objective })))
  if (own.length === 0) return null
  return (
    <ul className="text-sm text-muted">
      {own.map(({ slo, objective }) => (
        <li key={`${slo.name} ${objective.target}`}>
          <SloLink name={slo.name} title={slo.displayName} />: {formatPrecise(objective.target)} wanted
          {objective.attainment == null ? ', no data yet' : `, ${formatPrecise(objective.attainment)} now`}
        </li>
      ))}
    </ul>
  )
}

function columnsFor(lines: readonly { name: string }[], textOf: (value: number) => string, zone: string): Column<IndicatorRow>[] {
  return [
    { name: 'at', header: 'From', cell: ({ at }) => formatInstant(new Date(at).toISOString(), zone) },
    ...lines.map(({ name }) => ({
      name,
      header: name,
      numeric: true,
      cell: (row: IndicatorRow) => {
        const value = row[name]
        return value == null ? '—' : textOf(value)
      },
    })),
    { name: 'total', header: 'Events', numeric: true, cell: ({ total }) => formatCount(total) },
  ]
}
