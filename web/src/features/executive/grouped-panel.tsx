'use client'
import { Download } from 'lucide-react'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { Dimension, GroupedMeasuresQuery } from '../../generated/graphql.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { metricKeys, totalEvidence } from '../../lib/evidence-link.js'
import { groupings } from '../../lib/filters.js'
import { sentence } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { NumberButton } from '../evidence/number-button.js'
import { CountedAs } from '../filters/counted-as.js'
import { useFilters } from '../filters/use-filters.js'
import { groupedMeasuresDocument } from './queries.js'

type Grouped = GroupedMeasuresQuery['metrics']
type Total = Grouped[number]['groups'][number]['total']

interface GroupRow {
  value: string | null
  totals: Map<string, Total>
}

export function GroupedPanel() {
  const { filters, change } = useFilters()
  return (
    <Panel
      title={filters.groupBy ? `By ${filters.groupBy.toLowerCase()}` : 'Side by side'}
      note={filters.groupBy === 'REGION' ? 'One deployment may count in several regions, so they may sum to more than the total.' : undefined}
      actions={
        <>
          <CountedAs />
          <label className="field inline-flex items-center gap-1.5">
            <span className="text-xs text-muted">Group by</span>
            <select
              className="cursor-pointer bg-transparent"
              value={filters.groupBy ?? ''}
              onChange={(event) => change({ groupBy: groupings.find((known) => known === event.target.value) ?? null })}
            >
              <option value="">nothing</option>
              {groupings.map((dimension) => (
                <option key={dimension} value={dimension}>
                  {dimension.toLowerCase()}
                </option>
              ))}
            </select>
          </label>
        </>
      }
    >
      {filters.groupBy ? (
        <GroupedTable groupBy={filters.groupBy} />
      ) : (
        <p className="py-2 text-sm text-muted">Choose what to group by, to see teams, services, regions or kinds of deployment beside each other.</p>
      )}
    </Panel>
  )
}

function GroupedTable({ groupBy }: { groupBy: Dimension }) {
  const { scope, windowInput, options } = useFilters()
  const query = useApi(
    groupedMeasuresDocument,
    { keys: [...metricKeys], scope, window: windowInput, groupBy: [groupBy], options },
    { keepPrevious: true },
  )
  return (
    <QueryView
      query={query}
      what="The groups"
      skeleton={<TableSkeleton rows={5} />}
      isEmpty={({ metrics }) => toRows(metrics).length === 0}
      empty={<p className="py-4 text-sm text-muted">No record of this window has a {groupBy.toLowerCase()}.</p>}
    >
      {({ metrics }) => <Rows metrics={metrics} groupBy={groupBy} />}
    </QueryView>
  )
}

function Rows({ metrics, groupBy }: { metrics: Grouped; groupBy: Dimension }) {
  const rows = toRows(metrics)
  const columns: ReadonlyArray<Column<GroupRow>> = [
    { name: 'group', header: sentence(groupBy.toLowerCase()), cell: ({ value }) => <GroupName value={value} groupBy={groupBy} /> },
    ...metrics.map(({ key, definition }) => ({
      name: key,
      header: definition.title,
      numeric: true,
      cell: ({ value, totals }: GroupRow) => {
        const total = totals.get(key)
        if (!total) return '—'
        const target = { ...totalEvidence(key), dimension: groupBy, dimensionValue: value }
        return (
          <NumberButton
            value={total.value}
            unit={definition.unit}
            missing={total}
            target={target}
            label={`${definition.title} of ${value ?? 'none'}`}
          />
        )
      },
    })),
  ]
  const csv = () =>
    toCsv(
      [groupBy.toLowerCase(), ...metrics.map(({ key }) => key)],
      rows.map(({ value, totals }) => [value, ...metrics.map(({ key }) => totals.get(key)?.value)]),
    )
  return (
    <>
      <DataTable caption={`The measures by ${groupBy.toLowerCase()}`} columns={columns} rows={rows} rowKey={({ value }) => value ?? ''} />
      <Button look="quiet" className="no-print mt-2 px-2" onClick={() => downloadCsv(`measures-by-${groupBy.toLowerCase()}.csv`, csv())}>
        <Download size={15} aria-hidden /> CSV
      </Button>
    </>
  )
}

function GroupName({ value, groupBy }: { value: string | null; groupBy: Dimension }) {
  const { change } = useFilters()
  if (value === null) return <span className="text-muted">without one</span>
  const narrowed =
    groupBy === 'TEAM'
      ? { teams: [value] }
      : groupBy === 'SERVICE'
        ? { services: [value] }
        : groupBy === 'ENVIRONMENT'
          ? { environments: [value] }
          : null
  if (!narrowed) return value
  return (
    <button type="button" className="link cursor-pointer" title={`Show only ${value}`} onClick={() => change(narrowed)}>
      {value}
    </button>
  )
}

function toRows(metrics: Grouped): GroupRow[] {
  const rows = new Map<string | null, GroupRow>()
  for (const { key, groups } of metrics) {
    for (const { dimensions, total } of groups) {
      const value = dimensions[0]?.value ?? null
      const row = rows.get(value) ?? { value, totals: new Map<string, Total>() }
      row.totals.set(key, total)
      rows.set(value, row)
    }
  }
  return [...rows.values()].sort((one, other) => (one.value ?? '\uffff').localeCompare(other.value ?? '\uffff'))
}
