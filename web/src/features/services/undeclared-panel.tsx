'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../components/button.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Instant } from '../../components/instant.js'
import { LoadMore } from '../../components/load-more.js'
import { Panel } from '../../components/panel.js'
import type { UndeclaredServicesQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { usePagedApi } from '../../lib/use-paged-api.js'
import { claimServiceDocument, undeclaredServicesDocument } from './undeclared-queries.js'

type Undeclared = UndeclaredServicesQuery['undeclaredServices']['edges'][number]['node']

/** Services that wait to be claimed; nothing where none does. */
export function UndeclaredPanel() {
  const query = usePagedApi(undeclaredServicesDocument, { first: 20, after: null as string | null }, ({ undeclaredServices }) => undeclaredServices)
  const pages = query.data?.pages ?? []
  const rows = pages.flatMap(({ undeclaredServices }) => undeclaredServices.edges.map(({ node }) => node))
  if (rows.length === 0) return null
  return (
    <Panel title="Seen in events, not declared" note="Until a team claims a service, it counts in no team.">
      <DataTable caption="Services to be claimed" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <LoadMore noun="services" shown={rows.length} total={pages[0]?.undeclaredServices.totalCount ?? 0} {...query} />
    </Panel>
  )
}

function ClaimForm({ service }: { service: Undeclared }) {
  const client = useQueryClient()
  const claim = useMutation({
    mutationFn: (variables: { name: string; team: string; tier: string | null }) => request(claimServiceDocument, variables),
    onSuccess: () => client.invalidateQueries(),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    claim.mutate({ name: service.id, team: String(form.get('team')).trim(), tier: String(form.get('tier')).trim() || null })
  }
  return (
    <form onSubmit={submit} className="no-print flex flex-wrap items-center gap-2">
      <input
        name="team"
        required
        className="field w-32"
        placeholder="team"
        aria-label={`Team of ${service.id}`}
        defaultValue={service.likelyTeam ?? ''}
      />
      <input name="tier" className="field w-20" placeholder="tier" aria-label={`Tier of ${service.id}`} />
      <Button type="submit" className="min-h-8" disabled={claim.isPending || claim.isSuccess}>
        {claim.isSuccess ? 'Claimed' : 'Claim'}
        <span className="sr-only"> {service.id}</span>
      </Button>
      {claim.isError && (
        <span role="alert" className="text-bad">
          {claim.error.message}
        </span>
      )}
    </form>
  )
}

const columns: ReadonlyArray<Column<Undeclared>> = [
  { name: 'service', header: 'Service', cell: ({ id }) => <span className="font-medium">{id}</span> },
  { name: 'environments', header: 'Environments', cell: ({ environments }) => environments.join(', ') || '—' },
  { name: 'repository', header: 'Repository', cell: ({ repository }) => repository ?? '—' },
  { name: 'last', header: 'Last event', cell: ({ lastEventAt }) => <Instant at={lastEventAt} /> },
  { name: 'claim', header: 'Claim', cell: (service) => <ClaimForm service={service} /> },
]
