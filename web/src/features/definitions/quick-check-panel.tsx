'use client'
import { useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { QuickCheckScoreQuery } from '../../generated/graphql.js'
import { formatCount, formatValue } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { CountedAs } from '../filters/counted-as.js'
import { useFilters } from '../filters/use-filters.js'
import { quickCheckDocument } from './queries.js'

type QuickCheck = QuickCheckScoreQuery['quickCheck']
type Part = QuickCheck['parts'][number]

const editions = ['2025', '2024']

export function QuickCheckPanel() {
  const [edition, setEdition] = useState('2025')
  const { scope, windowInput, options } = useFilters()
  const query = useApi(quickCheckDocument, { scope, window: windowInput, edition, options }, { keepPrevious: true })
  return (
    <Panel
      title="Quick check score"
      note="The score of dora.dev’s quick check, from what was measured instead of what was answered. The survey asks about one service; choose one to compare like with like."
      actions={
        <label className="field inline-flex items-center gap-1.5">
          <span className="text-xs text-muted">Edition</span>
          <select className="cursor-pointer bg-transparent" value={edition} onChange={(event) => setEdition(event.target.value)}>
            {editions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      }
    >
      <QueryView query={query} what="The quick check" skeleton={<TableSkeleton rows={5} />}>
        {({ quickCheck }) => <Score check={quickCheck} />}
      </QueryView>
    </Panel>
  )
}

function Score({ check }: { check: QuickCheck }) {
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <p className="flex flex-wrap items-baseline gap-2 text-4xl font-semibold tracking-tight tabular-nums">
          {check.score == null ? '—' : scoreText(check.score)} <CountedAs />
        </p>
        <p className="text-sm text-muted tabular-nums">
          of 10, the mean of {check.scored} of {check.parts.length} parts. Industry {scoreText(check.industryMean, 2)}, edition {check.edition}.
        </p>
        <p className="mt-2 text-xs text-muted">
          <a className="link" href={check.source.url} rel="noreferrer">
            {check.source.report}
          </a>
          . {check.source.verified}
        </p>
      </div>
      <DataTable caption={`Parts of the quick check, edition ${check.edition}`} columns={columns} rows={check.parts} rowKey={({ key }) => key} />
    </div>
  )
}

const columns: ReadonlyArray<Column<Part>> = [
  { name: 'measure', header: 'Part', cell: ({ title }) => <span className="font-medium">{title}</span> },
  { name: 'value', header: 'Measured', numeric: true, cell: (part) => measured(part) },
  { name: 'answer', header: 'Answer', cell: ({ answer, category }) => (answer ? `${answer}${category ? ` (${category} of 6)` : ''}` : 'no value') },
  {
    name: 'score',
    header: 'Score',
    numeric: true,
    cell: ({ score }) => (score == null ? '—' : <span className="font-semibold">{scoreText(score)}</span>),
  },
  { name: 'industry', header: 'Industry', numeric: true, cell: ({ industryMean }) => scoreText(industryMean) },
  { name: 'n', header: 'n', numeric: true, cell: ({ n }) => formatCount(n) },
]

function measured({ key, value, unit }: Part): string {
  if (value == null) return '—'
  return key === 'deployment_frequency' ? `${formatCount(value)} per day` : formatValue(value, unit)
}

function scoreText(score: number, digits = 1): string {
  return score.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
