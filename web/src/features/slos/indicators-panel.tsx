'use client'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { RowActions } from '../settings/workspace/row-actions.js'
import { type Indicator, IndicatorForm } from './indicator-form.js'
import { writeSelector } from './indicator-input.js'
import { deleteIndicatorDocument, indicatorsDocument } from './queries.js'

/** What is measured, and the form that changes it. */
export function IndicatorsPanel() {
  const query = useApi(indicatorsDocument, {})
  const [picked, setPicked] = useState<Indicator | null>(null)
  const actions: Column<Indicator> = {
    name: 'actions',
    header: 'Change',
    cell: (indicator) => (
      <RowActions
        name={indicator.name}
        onChange={() => setPicked(indicator)}
        remove={() => request(deleteIndicatorDocument, { name: indicator.name })}
      />
    ),
  }
  return (
    <Panel title="Indicators" note="What is measured of services, and which telemetry it is read from.">
      <QueryView query={query} what="The indicators" skeleton={<TableSkeleton rows={3} />}>
        {({ indicators }) => (
          <>
            {indicators.length === 0 && <p className="text-sm text-muted">No indicator is declared yet; those that events report need none.</p>}
            {indicators.length > 0 && (
              <DataTable caption="Indicators" columns={[...columns, actions]} rows={indicators} rowKey={({ name }) => name} />
            )}
          </>
        )}
      </QueryView>
      {picked && (
        <section aria-label={`Change ${picked.name}`} className="no-print mt-4 text-sm">
          <h3 className="font-medium">Change {picked.name}</h3>
          <IndicatorForm key={picked.name} indicator={picked} onDone={() => setPicked(null)} />
        </section>
      )}
    </Panel>
  )
}

/** The telemetry that it is read from, in words. */
function sourceText({ good, bad, total, histogram, value, threshold, unit }: Indicator): string {
  const part = good ?? bad
  if (total && part) return `${good ? 'good' : 'bad'} ${writeSelector(part)} of ${writeSelector(total)}`
  if (histogram) return `${writeSelector(histogram)} up to ${threshold ?? 0} ${unit}`
  return value ? writeSelector(value) : 'sli.sampled events'
}

const columns: ReadonlyArray<Column<Indicator>> = [
  { name: 'name', header: 'Indicator', cell: ({ name, displayName, description }) => <span title={description}>{displayName || name}</span> },
  { name: 'kind', header: 'Is', cell: ({ kind }) => words(kind) },
  { name: 'service', header: 'Of', cell: ({ service }) => service ?? 'every service' },
  { name: 'source', header: 'Read from', cell: (indicator) => <code className="font-mono text-xs break-all">{sourceText(indicator)}</code> },
]
