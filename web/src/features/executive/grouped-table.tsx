'use client'
import { Download } from 'lucide-react'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { Dimension, GroupedMeasuresQuery } from '../../generated/graphql.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { metricKeys, totalEvidence } from '../../lib/evidence-link.js'
import { sentence, words } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { NumberButton } from '../evidence/number-button.js'
import { useFilters } from '../filters/use-filters.js'
import { MeasuresExport } from './measures-export.js'
import { groupedMeasuresDocument } from './queries.js'

type Grouped = GroupedMeasuresQuery['metrics']
type Total = Grouped[number]['groups'][number]['total']

interface GroupRow {
  value: string | null
  totals: Map<string, Total>
}

/** The measures of each group, and which measures the groups do not divide. */
export function GroupedTable({ groupBy }: { groupBy: Dimension }) {
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
      isEmpty={({ metrics }) => !metrics.some(isDivided)}
      empty={<p className="py-4 text-sm text-muted">No {words(groupBy)} is known of any record of this window.</p>}
    >
      {({ metrics }) => (
        <>
          <Rows metrics={metrics.filter(isDivided)} groupBy={groupBy} />
          <Undivided metrics={metrics.filter((measure) => !isDivided(measure))} groupBy={groupBy} />
        </>
      )}
    </QueryView>
  )
}

/** Whether any of its records has a value to group by. */
function isDivided({ groups }: Grouped[number]): boolean {
  return groups.some(({ dimensions }) => dimensions[0]?.value)
}

function Undivided({ metrics, groupBy }: { metrics: Grouped; groupBy: Dimension }) {
  if (metrics.length === 0) return null
  return (
    <p className="mt-2 text-xs text-muted">
      No {words(groupBy)} is known of any record of: {metrics.map(({ definition }) => definition.title).join(', ')}.
    </p>
  )
}

function Rows({ metrics, groupBy }: { metrics: Grouped; groupBy: Dimension }) {
  const { scope } = useFilters()
  const rows = toRows(metrics)
  const columns: ReadonlyArray<Column<GroupRow>> = [
    { name: 'group', header: sentence(words(groupBy)), cell: ({ value }) => <GroupName value={value} groupBy={groupBy} /> },
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
      <DataTable caption={`The measures by ${words(groupBy)}`} columns={columns} rows={rows} rowKey={({ value }) => value ?? ''} />
      <div className="no-print mt-2 flex flex-wrap gap-1">
        <Button look="quiet" className="px-2" onClick={() => downloadCsv(`measures-by-${groupBy.toLowerCase()}.csv`, csv())}>
          <Download size={15} aria-hidden /> This table as CSV
        </Button>
        <MeasuresExport scope={scope} groupBy={groupBy} />
      </div>
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
