'use client'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { ExportLink } from '../../components/export-link.js'
import { scopeParameters, windowParameters } from '../../lib/export-path.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { MeasuredFragment, ProfileComparisonsQuery } from '../../generated/graphql.js'
import { metricKeys, totalEvidence } from '../../lib/evidence-link.js'
import { formatCount, formatExactly, formatValue } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { useUrlState } from '../../lib/url-state.js'
import { NumberButton } from '../evidence/number-button.js'
import { useCountedAs } from '../filters/use-counted-as.js'
import { useFilters } from '../filters/use-filters.js'
import { writeDifference } from './difference-link.js'
import { comparisonDocument } from './queries.js'

type Compared = ProfileComparisonsQuery['compareProfiles'][number]

interface ComparedRow {
  compared: Compared
  inForce: MeasuredFragment | undefined
}

export function ComparisonPanel() {
  const { scope, windowInput, options } = useFilters()
  const query = useApi(comparisonDocument, { keys: [...metricKeys], scope, window: windowInput, options }, { keepPrevious: true })
  return (
    <Panel
      title="Your numbers under every profile"
      actions={
        <ExportLink
          list="profiles"
          text="Every profile as CSV"
          parameters={{ keys: metricKeys, ...scopeParameters(scope), ...windowParameters(windowInput) }}
        />
      }
      note="The same records, counted as others count them. A number that differs from the one in force is marked; open it for the records that make the difference."
    >
      <QueryView query={query} what="The comparison" skeleton={<TableSkeleton rows={11} />}>
        {(data) => <ComparisonTable data={data} />}
      </QueryView>
    </Panel>
  )
}

function ComparisonTable({ data }: { data: ProfileComparisonsQuery }) {
  const { profiles, name: inForce, title, changed } = useCountedAs()
  const rows = data.compareProfiles.map((compared) => ({
    compared,
    inForce: data.metrics.find(({ key }) => key === compared.key)?.groups[0]?.total,
  }))
  // The profile in force is the first column already, unless single options were chosen over it.
  const names = data.compareProfiles[0]?.values.map(({ profile }) => profile).filter((name) => name !== inForce || changed.length > 0) ?? []
  const columns: ReadonlyArray<Column<ComparedRow>> = [
    {
      name: 'measure',
      header: 'Measure',
      cell: ({ compared }) => (
        <a className="link font-medium" href={`#${compared.key}`}>
          {compared.definition.title}
        </a>
      ),
    },
    {
      name: 'in force',
      header: `In force: ${title}${changed.length > 0 ? ` + ${changed.length}` : ''}`,
      numeric: true,
      cell: ({ compared, inForce }) =>
        inForce ? (
          <Cell count={inForce.n}>
            <NumberButton
              value={inForce.value}
              unit={inForce.unit}
              missing={inForce}
              target={totalEvidence(compared.key)}
              label={compared.definition.title}
              className="text-right font-semibold"
            />
          </Cell>
        ) : (
          '—'
        ),
    },
    ...names.map((name) => ({
      name,
      header: profiles.find((profile) => profile.name === name)?.title ?? name,
      numeric: true,
      cell: ({ compared, inForce }: ComparedRow) => <ComparedCell compared={compared} inForce={inForce} name={name} />,
    })),
  ]
  return <DataTable caption="Each measure under each profile" columns={columns} rows={rows} rowKey={({ compared }) => compared.key} />
}

function ComparedCell({ compared, inForce, name }: ComparedRow & { name: string }) {
  const { push } = useUrlState()
  const value = compared.values.find(({ profile }) => profile === name)?.value
  if (!value) return '—'
  const differs = (value.value ?? null) !== (inForce?.value ?? null)
  const rounded = formatValue(value.value, value.unit)
  const looksTheSame = value.value != null && rounded === formatValue(inForce?.value, value.unit)
  const text = differs && looksTheSame ? formatExactly(value.value as number, value.unit) : rounded
  return (
    <Cell count={value.n}>
      <button
        type="button"
        className={`number-button text-right whitespace-nowrap print:whitespace-normal ${differs ? 'font-semibold text-warn' : 'text-muted'}`}
        aria-label={`${compared.definition.title} under ${name}: ${value.value == null ? 'no value' : text}, ${differs ? 'another number' : 'the same number'} than in force. Open the records that differ`}
        onClick={() => push((search) => writeDifference(search, { key: compared.key, from: null, against: name }))}
      >
        {differs && <span aria-hidden>≠ </span>}
        {text}
      </button>
    </Cell>
  )
}

function Cell({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      {children}
      <span className="block text-xs whitespace-nowrap text-muted tabular-nums max-sm:ml-2 max-sm:inline">n {formatCount(count)}</span>
    </>
  )
}
