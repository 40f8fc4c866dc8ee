'use client'
import { useState } from 'react'
import { Badge } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { EmptyState } from '../../components/empty-state.js'
import { Instant } from '../../components/instant.js'
import { Panel } from '../../components/panel.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { DigestsQuery } from '../../generated/graphql.js'
import { formatDay, sentence, words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { RowActions } from '../settings/workspace/row-actions.js'
import { DigestForm } from './digest-form.js'
import { deleteDigestDocument, digestsDocument } from './queries.js'
import { SendNow } from './send-now.js'

export type Digest = DigestsQuery['digests'][number]

export function DigestsPanel() {
  const query = useApi(digestsDocument, {})
  const [picked, setPicked] = useState<Digest | null>(null)
  const [open, setOpen] = useState(false)
  function change(digest: Digest) {
    setPicked(digest)
    setOpen(true)
  }
  const actions: Column<Digest> = {
    name: 'actions',
    header: 'Change',
    cell: (digest) => (
      <span className="inline-flex flex-wrap gap-2">
        <SendNow id={digest.id} name={digest.name} />
        <RowActions name={digest.name} onChange={() => change(digest)} remove={() => request(deleteDigestDocument, { id: digest.id })} />
      </span>
    ),
  }
  return (
    <Panel title="Weekly digests" note="The last week beside those before it, sent to an address by a signed webhook (Standard Webhooks).">
      <div className="grid gap-3">
        <QueryView
          query={query}
          what="The digests"
          skeleton={<TableSkeleton rows={2} />}
          isEmpty={({ digests }) => digests.length === 0}
          empty={<EmptyState title="No digest yet" />}
        >
          {({ digests }) => <DataTable caption="Weekly digests" columns={[...columns, actions]} rows={digests} rowKey={({ id }) => id} />}
        </QueryView>
        <details
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          className="no-print rounded-md border border-edge px-4 py-2 text-sm"
        >
          <summary className="cursor-pointer py-1 font-medium">{picked ? `Change ${picked.name}` : 'Add a digest'}</summary>
          {open && <DigestForm key={picked?.id ?? ''} digest={picked} />}
          {picked && (
            <button type="button" className="link cursor-pointer py-1 text-sm" onClick={() => setPicked(null)}>
              Add another instead
            </button>
          )}
        </details>
      </div>
    </Panel>
  )
}

const columns: ReadonlyArray<Column<Digest>> = [
  { name: 'name', header: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    name: 'when',
    header: 'Sent',
    cell: ({ weekday, hour, timeZone, enabled }) =>
      enabled ? `${sentence(words(weekday))}s, ${String(hour).padStart(2, '0')}:00, ${timeZone}` : <Badge>off</Badge>,
  },
  { name: 'url', header: 'To', cell: ({ url }) => <span className="font-mono text-xs break-all">{url}</span> },
  { name: 'next', header: 'Next', cell: ({ nextAt }) => (nextAt ? <Instant at={nextAt} /> : '–') },
  { name: 'last', header: 'Last', cell: (digest) => <LastDeliveries digest={digest} /> },
]

function LastDeliveries({ digest: { deliveries, lastError, timeZone } }: { digest: Digest }) {
  if (deliveries.length === 0) return <>never</>
  return (
    <span className="grid gap-1">
      {lastError && <span className="text-bad">{lastError}</span>}
      {deliveries.slice(0, 3).map((delivery) => (
        <span key={delivery.id} className="text-xs">
          Week from {formatDay(delivery.from, timeZone)}: {words(delivery.state)}
          {delivery.byHand && ', by hand'}
          {delivery.attempts > 1 && `, ${delivery.attempts} tries`}
          {delivery.nextTryAt && (
            <>
              , again <Instant at={delivery.nextTryAt} />
            </>
          )}
        </span>
      ))}
    </span>
  )
}
