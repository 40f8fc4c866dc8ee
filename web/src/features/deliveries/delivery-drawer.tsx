'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { Badge, toneOf } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { Drawer } from '../../components/drawer.js'
import { Code, Facts } from '../../components/facts.js'
import { Instant } from '../../components/instant.js'
import { QueryView } from '../../components/query-view.js'
import { TableSkeleton } from '../../components/skeleton.js'
import type { DeliveryQuery } from '../../generated/graphql.js'
import { formatBytes, words } from '../../lib/formats.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { prettyJson } from './pretty-json.js'
import { deliveryDocument, replayDocument } from './queries.js'

type Delivery = NonNullable<DeliveryQuery['delivery']>

export function DeliveryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useApi(deliveryDocument, { id })
  const delivery = query.data?.delivery
  return (
    <Drawer
      open
      onClose={onClose}
      title={delivery ? `${delivery.integration} ${delivery.source}` : 'Delivery'}
      description={`Delivery ${delivery?.deliveryId ?? id}`}
    >
      <QueryView
        query={query}
        what="The delivery"
        skeleton={<TableSkeleton rows={10} />}
        isEmpty={(data) => !data.delivery}
        empty={<p className="py-6 text-sm text-muted">It is no longer kept: raw deliveries have a retention.</p>}
      >
        {(data) => data.delivery && <Details delivery={data.delivery} />}
      </QueryView>
    </Drawer>
  )
}

function Details({ delivery }: { delivery: Delivery }) {
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Badge tone={toneOf(delivery.state)}>{words(delivery.state)}</Badge>
        {delivery.body !== null && <Replay id={delivery.id} />}
      </div>
      {delivery.error && <p className="rounded-md border border-bad/50 px-3 py-2 text-sm text-bad">{delivery.error}</p>}
      {delivery.outcome && <p className="text-sm">{delivery.outcome}</p>}
      <Facts
        items={[
          ['Received', <Instant key="received" at={delivery.receivedAt} />],
          ['Processed', <Instant key="processed" at={delivery.processedAt} />],
          ['Tries', delivery.attempts],
          ['Size', formatBytes(delivery.size)],
        ]}
      />
      <Section title="Events it gave">
        {delivery.events.length === 0 ? (
          <p className="text-sm text-muted">None.</p>
        ) : (
          <ul className="grid gap-1 text-sm">
            {delivery.events.map((event) => (
              <li key={`${event.source} ${event.id}`}>
                {event.type} <Code>{event.id}</Code> <span className="text-muted">{event.source}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Headers">
        <Raw label="Headers" text={JSON.stringify(delivery.headers ?? {}, null, 2)} />
      </Section>
      <Section title="Body">
        {delivery.body == null ? (
          <p className="text-sm text-muted">Not kept: of a refused delivery only time, source, reason and size are.</p>
        ) : (
          <Raw label="Body" text={prettyJson(delivery.body)} />
        )}
      </Section>
    </div>
  )
}

function Replay({ id }: { id: string }) {
  const client = useQueryClient()
  const replay = useMutation({ mutationFn: () => request(replayDocument, { id }), onSuccess: () => client.invalidateQueries() })
  return (
    <span className="flex items-center gap-2 text-sm">
      <span role="status" className={replay.isError ? 'text-bad' : 'text-muted'}>
        {replay.isSuccess && 'Put back in line'}
        {replay.isError && replay.error.message}
      </span>
      <Button disabled={replay.isPending} onClick={() => replay.mutate()}>
        <RotateCw size={15} aria-hidden /> Replay
      </Button>
    </span>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Raw({ label, text }: { label: string; text: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="max-h-96 overflow-auto rounded-md border border-edge bg-sunken p-3 font-mono text-xs leading-relaxed"
    >
      {text}
    </pre>
  )
}
