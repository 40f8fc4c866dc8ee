'use client'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { DefinitionFragment, EvidenceQuery, EvidenceState } from '../../generated/graphql.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import type { EvidenceQuestion, EvidenceTarget } from '../../lib/evidence-link.js'
import { formatValue, words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { usePagedApi } from '../../lib/use-api.js'
import { useFilteredLink } from '../../lib/url-state.js'
import { type EvidenceRecord, pickGroup } from './pick-group.js'
import { evidenceDocument } from './queries.js'

const pageSize = 50
const csvPageSize = 100

interface EvidenceRowsProps {
  question: EvidenceQuestion
  target: EvidenceTarget
  definition: DefinitionFragment
  state: EvidenceState
}

export function EvidenceRows({ question, target, definition, state }: EvidenceRowsProps) {
  const wanted = question.groupBy !== null ? target.dimensionValue : undefined
  const variables = { ...question, state, first: pageSize, after: null as string | null }
  const query = usePagedApi(evidenceDocument, variables, ({ metrics }) => pickGroup(metrics[0]?.groups ?? [], wanted)?.total.evidence)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function saveAll() {
    setSaving(true)
    setFailure(null)
    try {
      downloadCsv(`${target.key}-${state.toLowerCase()}.csv`, recordsToCsv(await readAll(), definition))
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The records could not be read.')
    } finally {
      setSaving(false)
    }
  }

  async function readAll(): Promise<EvidenceRecord[]> {
    const records: EvidenceRecord[] = []
    let after: string | null = null
    for (;;) {
      const answer: EvidenceQuery = await request(evidenceDocument, { ...question, state, first: csvPageSize, after })
      const page = pickGroup(answer.metrics[0]?.groups ?? [], wanted)?.total.evidence
      records.push(...(page?.edges.map(({ node }) => node) ?? []))
      if (!page?.pageInfo.hasNextPage || !page.pageInfo.endCursor) return records
      after = page.pageInfo.endCursor
    }
  }

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
            <Button look="quiet" className="mt-2 px-2" disabled={saving} onClick={saveAll}>
              <Download size={15} aria-hidden /> {saving ? 'Reading all pages…' : 'CSV of all'}
            </Button>
            {failure && (
              <p role="alert" className="text-sm text-bad">
                {failure}
              </p>
            )}
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

function recordsToCsv(records: readonly EvidenceRecord[], definition: DefinitionFragment): string {
  const extra = definition.evidenceColumns.map(({ name }) => name)
  const header = ['kind', 'id', 'title', 'at', 'service', 'environment', 'state', 'value', 'release', ...extra]
  return toCsv(
    header,
    records.map((record) => [
      record.kind,
      record.id,
      record.title,
      record.at,
      record.service,
      record.environment,
      record.state,
      record.value,
      record.releaseId,
      ...extra.map((name) => fieldOf(record, name)),
    ]),
  )
}

function fieldOf(record: EvidenceRecord, name: string): string | null | undefined {
  return record.fields.find((field) => field.name === name)?.value
}
