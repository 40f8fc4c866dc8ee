'use client'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { TelemetrySourcesQuery } from '../../generated/graphql.js'
import { formatCount } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { telemetrySourcesDocument } from './queries.js'

type Source = TelemetrySourcesQuery['telemetrySources'][number]
type Refusal = Source['refusals'][number] & { source: string }

/** What OpenTelemetry and Prometheus send, and what of it could not be taken. */
export function TelemetryPanel() {
  const query = useApi(telemetrySourcesDocument, {})
  return (
    <Panel title="Telemetry" note="By OpenTelemetry and remote write, since this process started. A source is a token.">
      <QueryView query={query} what="The sources of telemetry" skeleton={<TableSkeleton rows={2} />}>
        {({ telemetrySources }) => {
          const refusals = telemetrySources.flatMap(({ source, refusals: own }) => own.map((refusal) => ({ ...refusal, source })))
          if (telemetrySources.length === 0) return <p className="text-sm text-muted">No telemetry came since this process started.</p>
          return (
            <div className="grid gap-5">
              <DataTable caption="Sources of telemetry" columns={sourceColumns} rows={telemetrySources} rowKey={({ source }) => source} />
              {refusals.length > 0 && (
                <DataTable
                  caption="Refused telemetry"
                  columns={refusalColumns}
                  rows={refusals}
                  rowKey={({ source, reason }) => `${source} ${reason}`}
                />
              )}
            </div>
          )
        }}
      </QueryView>
    </Panel>
  )
}

const sourceColumns: ReadonlyArray<Column<Source>> = [
  { name: 'source', header: 'Source', cell: ({ source }) => source },
  { name: 'reading', header: 'Last reading', cell: ({ lastReadingAt }) => <Instant at={lastReadingAt} /> },
  { name: 'sent', header: 'Last sent', cell: ({ lastAt }) => <Instant at={lastAt} /> },
  { name: 'series', header: 'Series this hour', numeric: true, cell: ({ series }) => formatCount(series) },
  { name: 'points', header: 'Points', numeric: true, cell: ({ points }) => formatCount(points) },
  { name: 'stored', header: 'Readings kept', numeric: true, cell: ({ stored }) => formatCount(stored) },
  {
    name: 'refused',
    header: 'Refused',
    numeric: true,
    cell: ({ refused }) => <span className={refused > 0 ? 'font-semibold text-bad' : ''}>{formatCount(refused)}</span>,
  },
]

const refusalColumns: ReadonlyArray<Column<Refusal>> = [
  { name: 'source', header: 'Source', cell: ({ source }) => source },
  { name: 'reason', header: 'Refused because', cell: ({ reason }) => reason },
  { name: 'count', header: 'Points', numeric: true, cell: ({ count }) => formatCount(count) },
  { name: 'last', header: 'Last', cell: ({ lastAt }) => <Instant at={lastAt} /> },
  { name: 'example', header: 'Such as', cell: ({ example }) => <code className="font-mono text-xs break-all text-muted">{example}</code> },
]
