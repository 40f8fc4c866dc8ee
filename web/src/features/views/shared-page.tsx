'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SparklineDrawing } from '../../charts/draw/sparkline-drawing.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { formatCount, formatInstant, formatRatio, formatValue, words } from '../../lib/formats.js'
import { askShared, type SharedMeasure, type SharedValue, type SharedView } from './shared-view.js'

export function SharedPage() {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const query = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => askShared(token ?? '', signal),
    enabled: token !== null,
    retry: false,
  })
  if (query.error)
    return (
      <>
        <PageHeading title="Shared view" />
        <Panel title="Nothing to show">
          <EmptyState title={query.error.message}>Ask whoever sent it for another.</EmptyState>
        </Panel>
      </>
    )
  if (!query.data)
    return (
      <div aria-busy="true">
        <p role="status" className="sr-only">
          Loading the shared view
        </p>
        <TableSkeleton rows={8} />
      </div>
    )
  return <Shared view={query.data} />
}

function Shared({ view }: { view: SharedView }) {
  const { window, measures, groupBy } = view
  const zone = window.timeZone
  return (
    <>
      <PageHeading title={view.name}>
        {view.description && <p>{view.description}</p>}
        <p>
          {formatInstant(window.from, zone)} to {formatInstant(window.to, zone)}, {zone}. Counted by the profile {view.profile}
          {view.options.length > 0 && ` with ${view.options.join(', ')}`}. {scopeText(view)}
        </p>
        <p>
          As of {formatInstant(view.computedAt, zone)}; this link ends on {formatInstant(view.expiresAt, zone)}.
        </p>
      </PageHeading>
      <div className="grid gap-5">
        <Panel title="Measures" note="With 95 % intervals.">
          <DataTable caption="Measures" columns={columns} rows={measures} rowKey={({ key }) => key} />
        </Panel>
        {groupBy && <Groups measures={measures} title={`By ${words(groupBy)}`} />}
      </div>
    </>
  )
}

function scopeText({ scope }: SharedView): string {
  const parts = [
    ['Teams', scope.teams],
    ['Services', scope.services],
    ['Environments', scope.environments],
  ] as const
  const given = parts.flatMap(([title, names]) => (names?.length ? [`${title}: ${names.join(', ')}.`] : []))
  return given.join(' ') || 'Everything in production.'
}

const columns: ReadonlyArray<Column<SharedMeasure>> = [
  {
    name: 'title',
    header: 'Measure',
    cell: ({ title, summary }) => (
      <span className="font-medium" title={summary}>
        {title}
      </span>
    ),
  },
  { name: 'value', header: 'Value', numeric: true, cell: ({ total, unit }) => <Value value={total} unit={unit} /> },
  { name: 'interval', header: 'Interval', numeric: true, cell: ({ total, unit }) => intervalText(total, unit) },
  { name: 'n', header: 'n', numeric: true, cell: ({ total }) => formatCount(total?.n ?? 0) },
  { name: 'coverage', header: 'Coverage', numeric: true, cell: ({ total }) => (total?.coverage == null ? '–' : formatRatio(total.coverage)) },
  { name: 'previous', header: 'Period before', numeric: true, cell: ({ previous, unit }) => <Value value={previous} unit={unit} /> },
  {
    name: 'course',
    header: 'Course',
    cell: ({ title, series }) => <SparklineDrawing values={series.map(({ value }) => value)} label={`${title}, its course over the window`} />,
  },
]

function Groups({ measures, title }: { measures: readonly SharedMeasure[]; title: string }) {
  const names = [...new Set(measures.flatMap(({ groups }) => groups.map(({ name }) => name)))]
  const columnsOfGroups: ReadonlyArray<Column<string | null>> = [
    { name: 'name', header: 'Name', cell: (name) => <span className="font-medium">{name ?? 'none'}</span> },
    ...measures.map(({ key, title: header, unit, groups }) => ({
      name: key,
      header,
      numeric: true,
      cell: (name: string | null) => <Value value={groups.find((group) => group.name === name) ?? null} unit={unit} />,
    })),
  ]
  return (
    <Panel title={title}>
      <DataTable caption={title} columns={columnsOfGroups} rows={names} rowKey={(name) => name ?? ''} />
    </Panel>
  )
}

function Value({ value, unit }: { value: SharedValue | null; unit: SharedMeasure['unit'] }) {
  return (
    <span title={value ? `n ${formatCount(value.n)}; ${intervalText(value, unit)}` : undefined}>
      {value?.value == null ? '–' : formatValue(value.value, unit)}
    </span>
  )
}

function intervalText(value: SharedValue | null, unit: SharedMeasure['unit']): string {
  if (value?.low == null || value.high == null) return 'none'
  return `${formatValue(value.low, unit)} to ${formatValue(value.high, unit)}`
}
