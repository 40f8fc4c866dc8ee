'use client'
import { Download } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { prepareDistribution, type DistributionRow } from '../../charts/prepare/distribution.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton } from '../../components/skeleton.js'
import type { IndicatorHistoryQuery } from '../../generated/graphql.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { formatCount, formatRatio } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { quantityText } from '../releases/effect-words.js'
import { indicatorHistoryDocument } from './indicator-queries.js'

type History = IndicatorHistoryQuery['indicatorHistory'][number]

const DistributionChart = dynamic(() => import('../../charts/draw/distribution-chart.js').then((module) => module.DistributionChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[13.75rem] w-full" />,
})

/** How the times of the service's requests are spread over the window, of each indicator that comes by histograms. */
export function DistributionPanel({ id, from, to }: { id: string; from: string; to: string }) {
  const query = useApi(indicatorHistoryDocument, { service: id, from, to }, { keepPrevious: true })
  return (
    <Panel title="Latency distribution" note="In production, over the whole window. Each bar ends the same factor above the one before.">
      <QueryView
        query={query}
        what="The distribution"
        skeleton={<Skeleton className="h-60 w-full" />}
        isEmpty={({ indicatorHistory }) => indicatorHistory.every(({ distribution }) => distribution.length === 0)}
        empty={
          <p className="text-sm text-muted">
            No histogram of this service in this window. Send the durations of its requests as a histogram, and declare a latency indicator of it
            under Objectives.
          </p>
        }
      >
        {({ indicatorHistory }) => (
          <div className="grid gap-6 xl:grid-cols-2">
            {indicatorHistory
              .filter(({ distribution }) => distribution.length > 0)
              .map((history) => (
                <OneDistribution key={`${history.indicator} ${history.environment}`} history={history} />
              ))}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function OneDistribution({ history: { displayName, environment, indicator, unit, distribution } }: { history: History }) {
  const { total, rows } = useMemo(() => prepareDistribution(distribution), [distribution])
  const textOf = (value: number) => quantityText(value, unit)
  const title = `Distribution of ${displayName}, ${environment}`
  function saveCsv() {
    const cells = rows.map(({ above, upTo, count, share, shareUpTo }) => [above, upTo, unit, count, share, shareUpTo])
    downloadCsv(`${indicator}-distribution.csv`, toCsv(['above', 'up_to', 'unit', 'count', 'share', 'share_up_to'], cells))
  }
  return (
    <section className="grid min-w-0 content-start gap-2" aria-label={title}>
      <header className="flex flex-wrap items-center justify-between gap-x-3">
        <h3 className="text-sm font-semibold">
          {displayName}, {environment} <span className="font-normal text-muted">{formatCount(total)} events</span>
        </h3>
        <Button look="quiet" className="no-print px-2" onClick={saveCsv} aria-label={`Download ${title} as CSV`}>
          <Download size={15} aria-hidden /> CSV
        </Button>
      </header>
      <DistributionChart title={title} rows={rows} textOf={textOf} />
      <details className="text-sm">
        <summary className="cursor-pointer text-muted">The same as a table</summary>
        <DataTable caption={title} columns={columnsFor(textOf)} rows={rows} rowKey={({ upTo }) => String(upTo)} />
      </details>
    </section>
  )
}

function columnsFor(textOf: (value: number) => string): Column<DistributionRow>[] {
  return [
    { name: 'above', header: 'Above', cell: ({ above, upTo }) => (upTo === 0 ? 'below 0' : textOf(above)) },
    { name: 'upTo', header: 'Up to', cell: ({ upTo }) => textOf(upTo) },
    { name: 'count', header: 'Events', numeric: true, cell: ({ count }) => formatCount(count) },
    { name: 'share', header: 'Share', numeric: true, cell: ({ share }) => formatRatio(share) },
    { name: 'shareUpTo', header: 'Share up to here', numeric: true, cell: ({ shareUpTo }) => formatRatio(shareUpTo) },
  ]
}
