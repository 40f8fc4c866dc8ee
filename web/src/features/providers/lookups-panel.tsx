'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Code } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import { ServiceLink } from '../../components/fact-links.js'
import type { RangeLookupsQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { lookupsDocument, retryLookupDocument } from './queries.js'

type Lookup = RangeLookupsQuery['rangeLookups'][number]

const MOST = 100

/** Ranges of commits that the provider could not tell, or that no provider could be asked for. */
export function LookupsPanel() {
  const query = useApi(lookupsDocument, { state: 'DEAD', first: MOST })
  return (
    <Panel title="Ranges of commits that were given up" note="Their deployments have no lead time by these commits. Mend the cause, then ask again.">
      <QueryView
        query={query}
        what="The lookups"
        skeleton={<TableSkeleton rows={2} />}
        isEmpty={({ rangeLookups }) => rangeLookups.length === 0}
        empty={<EmptyState title="None was given up" />}
      >
        {({ rangeLookups }) => <DataTable caption="Ranges that were given up" columns={columns} rows={rangeLookups} rowKey={({ id }) => id} />}
      </QueryView>
    </Panel>
  )
}

function AskAgain({ lookup: { id, repository } }: { lookup: Lookup }) {
  const client = useQueryClient()
  const asking = useMutation({ mutationFn: () => request(retryLookupDocument, { id }), onSuccess: () => client.invalidateQueries() })
  return (
    <>
      <Button className="no-print min-h-8" disabled={asking.isPending} onClick={() => asking.mutate()}>
        Ask again<span className="sr-only"> for {repository}</span>
      </Button>
      {asking.isError && (
        <span role="alert" className="text-bad">
          {asking.error.message}
        </span>
      )}
    </>
  )
}

const columns: ReadonlyArray<Column<Lookup>> = [
  {
    name: 'range',
    header: 'Range',
    cell: ({ repository, baseCommit, headCommit }) => (
      <>
        <span className="break-all">{repository}</span>{' '}
        <Code>
          {baseCommit.slice(0, 10)}…{headCommit.slice(0, 10)}
        </Code>
      </>
    ),
  },
  { name: 'service', header: 'Service', cell: ({ service }) => <ServiceLink id={service} /> },
  {
    name: 'reason',
    header: 'Why',
    cell: ({ reason, attempts }) => (
      <>
        {reason ?? '—'} <Badge tone="warn">{attempts} tries</Badge>
      </>
    ),
  },
  { name: 'asked', header: 'Asked', cell: ({ askedAt }) => <Instant at={askedAt} /> },
  { name: 'again', header: 'Again', cell: (lookup) => <AskAgain lookup={lookup} /> },
]
