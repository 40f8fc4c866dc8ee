'use client'
import { Badge, toneOf } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { UnmatchedAttestationsQuery } from '../../generated/graphql.js'
import { words } from '../../lib/formats.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { unmatchedDocument } from './queries.js'

type Attestation = UnmatchedAttestationsQuery['unmatchedAttestations']['edges'][number]['node']

export function UnmatchedPanel() {
  const query = usePagedApi(unmatchedDocument, { first: 50, after: null as string | null }, ({ unmatchedAttestations }) => unmatchedAttestations)
  return (
    <Panel title="Attestations of no known artifact" note="Nothing else was told of their digests. They match as soon as the artifact appears.">
      <QueryView
        query={query}
        what="The attestations"
        skeleton={<TableSkeleton rows={3} />}
        isEmpty={({ pages }) => pages[0]?.unmatchedAttestations.totalCount === 0}
        empty={<EmptyState title="Every attestation belongs to an artifact" />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ unmatchedAttestations }) => unmatchedAttestations.edges.map(({ node }) => node))
          return (
            <>
              <DataTable caption="Attestations of no known artifact" columns={columns} rows={rows} rowKey={({ id }) => id} />
              <LoadMore noun="attestations" shown={rows.length} total={pages[0]?.unmatchedAttestations.totalCount ?? 0} {...query} />
            </>
          )
        }}
      </QueryView>
    </Panel>
  )
}

const columns: ReadonlyArray<Column<Attestation>> = [
  { name: 'digest', header: 'Digest', cell: ({ digest }) => <Code title={digest}>{digest.slice(0, 19)}…</Code> },
  { name: 'kind', header: 'States', cell: ({ kind }) => words(kind) },
  {
    name: 'status',
    header: 'Verdict',
    cell: ({ status, reason }) => (
      <>
        <Badge tone={toneOf(status)}>{words(status)}</Badge>
        {reason && <span className="block text-xs text-muted">{reason}</span>}
      </>
    ),
  },
  { name: 'identity', header: 'Signed by', cell: ({ identity }) => <span className="break-all">{identity ?? '—'}</span> },
  { name: 'source', header: 'From', cell: ({ source }) => source },
  { name: 'at', header: 'When', cell: ({ at }) => <Instant at={at} /> },
]
