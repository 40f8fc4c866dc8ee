'use client'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { type Column, DataTable } from '../../components/data-table.js'
import { ExportLink } from '../../components/export-link.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { PageHeading, Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { Skeleton, TableSkeleton } from '../../components/skeleton.js'
import type { AuditLogQuery } from '../../generated/graphql.js'
import { formatCount } from '../../lib/formats.js'
import { useApi } from '../../lib/use-api.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { auditLogDocument, auditVerificationDocument } from './queries.js'

type Entry = AuditLogQuery['auditLog']['edges'][number]['node']

export function AuditPage() {
  const log = usePagedApi(auditLogDocument, { first: 50, after: null as string | null }, ({ auditLog }) => auditLog)
  return (
    <>
      <PageHeading title="Audit">Who changed what. Each entry carries the hash of the one before, so a changed or missing entry shows.</PageHeading>
      <div className="grid gap-5">
        <Verification />
        <Panel title="Log" actions={<ExportLink list="audit" text="All entries as CSV" parameters={{}} />}>
          <QueryView
            query={log}
            what="The audit log"
            skeleton={<TableSkeleton />}
            isEmpty={({ pages }) => pages[0]?.auditLog.totalCount === 0}
            empty={
              <EmptyState title="Nothing has been changed yet">An entry appears with the first token, connection, replay or correction.</EmptyState>
            }
          >
            {({ pages }) => {
              const rows = pages.flatMap(({ auditLog }) => auditLog.edges.map(({ node }) => node))
              return (
                <>
                  <DataTable caption="Audit log" columns={columns} rows={rows} rowKey={({ sequence }) => String(sequence)} />
                  <LoadMore noun="entries" shown={rows.length} total={pages[0]?.auditLog.totalCount ?? 0} {...log} />
                </>
              )
            }}
          </QueryView>
        </Panel>
      </div>
    </>
  )
}

function Verification() {
  const query = useApi(auditVerificationDocument, {})
  return (
    <Panel title="Is the log whole?">
      <QueryView query={query} what="The verification" skeleton={<Skeleton className="h-6 w-72" />}>
        {({ verifyAudit: { ok, entries, brokenAt } }) =>
          ok ? (
            <p className="flex items-center gap-2 text-sm text-good">
              <ShieldCheck size={18} aria-hidden /> Yes: all {formatCount(entries)} entries follow from each other.
            </p>
          ) : (
            <p role="alert" className="flex items-center gap-2 text-sm font-semibold text-bad">
              <ShieldAlert size={18} aria-hidden /> No: the chain breaks at entry {brokenAt ?? 'unknown'} of {formatCount(entries)}. Keep the data
              directory as it is and compare it with a backup.
            </p>
          )
        }
      </QueryView>
    </Panel>
  )
}

const columns: ReadonlyArray<Column<Entry>> = [
  { name: 'sequence', header: 'No.', numeric: true, cell: ({ sequence }) => sequence },
  { name: 'at', header: 'When', cell: ({ at }) => <Instant at={at} /> },
  { name: 'actor', header: 'Who', cell: ({ actor }) => actor },
  { name: 'action', header: 'Did', cell: ({ action }) => action },
  { name: 'subject', header: 'To', cell: ({ subject }) => subject },
  { name: 'details', header: 'Details', cell: ({ details }) => <Code>{JSON.stringify(details)}</Code> },
  {
    name: 'hash',
    header: 'Hash',
    cell: ({ hash }) => (
      <span className="whitespace-nowrap">
        <Code title={hash}>{hash.slice(0, 12)}</Code>
      </span>
    ),
  },
]
