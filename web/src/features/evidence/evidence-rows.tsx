'use client'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { DefinitionFragment, EvidenceState } from '../../generated/graphql.js'
import type { EvidenceQuestion, EvidenceTarget } from '../../lib/evidence-link.js'
import { evidencePath } from '../../lib/export-path.js'
import { formatValue, words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { useFilteredLink } from '../../lib/url-state.js'
import { type EvidenceRecord, pickGroup } from './pick-group.js'
import { useFilters } from '../filters/use-filters.js'
import { evidenceDocument } from './queries.js'

const pageSize = 50

interface EvidenceRowsProps {
  question: EvidenceQuestion
  target: EvidenceTarget
  definition: DefinitionFragment
  state: EvidenceState
}

export function EvidenceRows({ question, target, definition, state }: EvidenceRowsProps) {
  const { filters } = useFilters()
  const wanted = question.groupBy !== null ? target.dimensionValue : undefined
  const variables = { ...question, state, first: pageSize, after: null as string | null }
  const query = usePagedApi(evidenceDocument, variables, ({ metrics }) => pickGroup(metrics[0]?.groups ?? [], wanted)?.total.evidence)
  return (
    <QueryView query={query} what="The records" skeleton={<TableSkeleton rows={10} />}>
      {({ pages }) => {
        const parts = pages.map((page) => pickGroup(page.metrics[0]?.groups ?? [], wanted)?.total.evidence)
        const records = parts.flatMap((part) => part?.edges.map(({ node }) => node) ?? [])
        if (records.length === 0) return <p className="py-4 text-sm text-muted">No record.</p>
        return (
          <>
            <DataTable
              caption={state === 'COUNTED' ? 'Records counted' : 'Records left out'}
              columns={columnsFor(definition, state)}
              rows={records}
              rowKey={({ id }, index) => `${id} ${index}`}
            />
            <LoadMore noun="records" shown={records.length} total={parts.at(-1)?.totalCount ?? records.length} {...query} />
            <a
              className="no-print mt-2 inline-flex min-h-9 items-center gap-1.5 px-2 text-sm font-medium text-muted hover:text-ink"
              href={evidencePath(question, { state, value: target.dimensionValue, choices: filters })}
              download={`${target.key}-${state.toLowerCase()}.csv`}
            >
              <Download size={15} aria-hidden /> CSV of all
            </a>
          </>
        )
      }}
    </QueryView>
  )
}

function columnsFor(definition: DefinitionFragment, state: EvidenceState): ReadonlyArray<Column<EvidenceRecord>> {
  return [
    { name: 'title', header: 'Record', cell: (record) => <RecordLink record={record} /> },
    { name: 'at', header: 'When', cell: ({ at }) => <Instant at={at} /> },
    ...(state === 'EXCLUDED'
      ? [{ name: 'reason', header: 'Why', cell: ({ state: reason }: EvidenceRecord) => <Badge tone="warn">{words(reason)}</Badge> }]
      : []),
    {
      name: 'value',
      header: 'Adds',
      numeric: true,
      cell: ({ value }) => formatValue(value, definition.unit === 'RATIO' ? 'COUNT' : definition.unit),
    },
    ...definition.evidenceColumns.map(({ name, title }) => ({
      name: `field ${name}`,
      header: title,
      cell: (record: EvidenceRecord) => fieldOf(record, name) ?? '—',
    })),
  ]
}

export function RecordLink({ record }: { record: Pick<EvidenceRecord, 'kind' | 'title' | 'service' | 'environment' | 'releaseId'> }) {
  const linkTo = useFilteredLink()
  return (
    <>
      {record.releaseId ? (
        <Link prefetch={false} className="link" href={linkTo('/release', { id: record.releaseId })}>
          {record.title}
        </Link>
      ) : (
        <span>{record.title}</span>
      )}
      <span className="block text-xs text-muted">
        {record.kind} of {record.service}, {record.environment}
      </span>
    </>
  )
}

function fieldOf(record: EvidenceRecord, name: string): string | null | undefined {
  return record.fields.find((field) => field.name === name)?.value
}
